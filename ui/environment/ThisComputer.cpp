#include "ui/environment/ThisComputer.h"

#include "core/base/Log.h"
#include "core/environment/PolicyFile.h"
#include "core/key/pkcs11/InstalledModules.h"
#include "ui/mobile/RelayBook.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

constexpr auto kOwnDrivers = "keys/modules"_L1; ///< as signing::KeyWatch keeps them

Policy policyHere()
{
    auto policy = policyInForce(usualPolicyPlaces());
    if (policy)
        return std::move(*policy);
    qCWarning(logUi).noquote() << "the policies cannot be used:" << logText(policy.error());
    return standardPolicy();
}

} // namespace

std::shared_ptr<Readiness> readinessHere()
{
    Situation standing;
    standing.modules = key::installedModules() + QSettings().value(kOwnDrivers).toStringList();
    standing.modules.removeDuplicates();
    return std::make_shared<Readiness>(policyHere(), std::move(standing));
}

std::vector<Server> serversHere()
{
    const auto book = mobile::RelayBook::load();
    const auto* relay = book.chosen();
    if (!relay)
        return {};
    const auto& address = relay->address;
    return { { Server::Role::Relay, QUrl(QString::fromLatin1(address.origin.ascii())), address.caFile } };
}

} // namespace bidseal::environment
