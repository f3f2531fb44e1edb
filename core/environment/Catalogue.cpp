#include "core/environment/Catalogue.h"

#include "core/environment/clock/ClockChecks.h"
#include "core/environment/crypto/CryptoChecks.h"
#include "core/environment/display/DisplayChecks.h"
#include "core/environment/interference/InterferenceChecks.h"
#include "core/environment/keys/KeysChecks.h"
#include "core/environment/network/NetworkChecks.h"
#include "core/environment/place/PlaceChecks.h"
#include "core/environment/program/ProgramChecks.h"
#include "core/environment/system/SystemChecks.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

QString idOf(const Check& check) { return QString::fromLatin1(check.traits().id); }

} // namespace

Checks allChecks()
{
    Checks all;
    for (auto group : { systemChecks, programChecks, cryptoChecks, clockChecks, keysChecks, interferenceChecks,
             networkChecks, placeChecks, displayChecks }) {
        auto checks = group();
        std::move(checks.begin(), checks.end(), std::back_inserter(all));
    }
    return all;
}

Checks quickChecks(const Policy& policy)
{
    auto checks = allChecks();
    std::erase_if(
        checks, [&](const auto& check) { return policy.ruleFor(idOf(*check)).requirement != Requirement::MustPass; });
    return checks;
}

std::optional<Checks> checksNamed(const QStringList& ids)
{
    auto checks = allChecks();
    const auto isKnown = [&checks](const QString& id) {
        return std::any_of(checks.begin(), checks.end(), [&id](const auto& check) { return idOf(*check) == id; });
    };
    if (!std::all_of(ids.begin(), ids.end(), isKnown))
        return {};
    std::erase_if(checks, [&ids](const auto& check) { return !ids.contains(idOf(*check)); });
    return checks;
}

QString titleOf(Group group)
{
    switch (group) {
    case Group::System:
        return Words::tr("Operating system");
    case Group::Program:
        return Words::tr("This program");
    case Group::Crypto:
        return Words::tr("Cryptography");
    case Group::Clock:
        return Words::tr("Clock");
    case Group::Keys:
        return Words::tr("UKey and certificates");
    case Group::Interference:
        return Words::tr("Other programs");
    case Group::Network:
        return Words::tr("Network");
    case Group::Place:
        return Words::tr("Folders and space");
    case Group::Display:
        return Words::tr("Display and fonts");
    }
    Q_UNREACHABLE();
}

QString wordFor(Group group)
{
    switch (group) {
    case Group::System:
        return u"system"_s;
    case Group::Program:
        return u"program"_s;
    case Group::Crypto:
        return u"crypto"_s;
    case Group::Clock:
        return u"clock"_s;
    case Group::Keys:
        return u"keys"_s;
    case Group::Interference:
        return u"interference"_s;
    case Group::Network:
        return u"network"_s;
    case Group::Place:
        return u"place"_s;
    case Group::Display:
        return u"display"_s;
    }
    Q_UNREACHABLE();
}

} // namespace bidseal::environment
