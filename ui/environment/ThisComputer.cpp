#include "ui/environment/ThisComputer.h"

#include "core/base/Log.h"
#include "core/environment/PolicyFile.h"
#include "core/environment/RelayServer.h"
#include "core/key/pkcs11/InstalledModules.h"
#include "ui/mobile/RelayBook.h"
#include "ui/signing/KeyWatch.h"

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

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
    standing.modules = key::installedModules() + signing::KeyWatch::ownModules();
    standing.modules.removeDuplicates();
    return std::make_shared<Readiness>(policyHere(), std::move(standing));
}

std::vector<Server> serversHere()
{
    const auto book = mobile::RelayBook::load();
    const auto* relay = book.chosen();
    if (!relay)
        return {};
    return { relayServer(relay->address) };
}

} // namespace bidseal::environment
