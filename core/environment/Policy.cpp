#include "core/environment/Policy.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

QString wordFor(Requirement requirement)
{
    switch (requirement) {
    case Requirement::Off:
        return u"off"_s;
    case Requirement::Advisory:
        return u"advisory"_s;
    case Requirement::MustPass:
        return u"must-pass"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject jsonOf(const CheckRule& rule)
{
    return { { u"requirement"_s, wordFor(rule.requirement) },
        { u"unknown"_s, rule.whenUnknown == WhenUnknown::Block ? u"block"_s : u"ask"_s } };
}

QJsonObject jsonOf(const SupportedSystem& system)
{
    return { { u"id"_s, system.id }, { u"version"_s, system.version },
        { u"until"_s, system.until.toString(Qt::ISODate) }, { u"name"_s, system.name } };
}

QJsonObject jsonOf(const LibraryMinimum& library)
{
    return { { u"system"_s, library.system }, { u"version"_s, library.version }, { u"package"_s, library.package },
        { u"atLeast"_s, library.atLeast } };
}

QJsonObject jsonOf(const Server& server) { return toJson(server); }

template <class Value> QJsonArray arrayOf(const std::vector<Value>& values)
{
    QJsonArray array;
    for (const auto& value : values)
        array.append(jsonOf(value));
    return array;
}

} // namespace

const std::array<ThresholdName, 8>& thresholdNames()
{
    static constexpr std::array<ThresholdName, 8> names { {
        { "clockWarningSeconds", &Thresholds::clockWarningSeconds, Stricter::Lower },
        { "clockFailureSeconds", &Thresholds::clockFailureSeconds, Stricter::Lower },
        { "spaceFactor", &Thresholds::spaceFactor, Stricter::Higher },
        { "spaceReserveMegabytes", &Thresholds::spaceReserveMegabytes, Stricter::Higher },
        { "certificateNoticeDays", &Thresholds::certificateNoticeDays, Stricter::Higher },
        { "certificateWarningDays", &Thresholds::certificateWarningDays, Stricter::Higher },
        { "certificateUrgentDays", &Thresholds::certificateUrgentDays, Stricter::Higher },
        { "latencyWarningMilliseconds", &Thresholds::latencyWarningMilliseconds, Stricter::Lower },
    } };
    return names;
}

CheckRule Policy::ruleFor(const QString& checkId) const { return rules.value(checkId); }

QJsonObject Policy::toJson() const
{
    QJsonObject ruleObject;
    for (auto rule = rules.begin(); rule != rules.end(); ++rule)
        ruleObject[rule.key()] = jsonOf(*rule);
    QJsonObject thresholdObject;
    for (const auto& threshold : thresholdNames())
        thresholdObject[QLatin1String(threshold.name)] = thresholds.*threshold.value;
    return {
        { u"checks"_s, ruleObject },
        { u"thresholds"_s, thresholdObject },
        { u"sealOfAnotherHolder"_s, sealOfAnotherHolder == AnotherHoldersSeal::Ask ? u"ask"_s : u"refuse"_s },
        { u"servers"_s, arrayOf(servers) },
        { u"trustedRoots"_s, QJsonArray::fromStringList(trustedRoots) },
        { u"newestVersion"_s, newestVersion.toString(QUrl::FullyEncoded) },
        { u"supportedSystems"_s, arrayOf(supportedSystems) },
        { u"cryptoLibraries"_s, arrayOf(libraries) },
    };
}

} // namespace bidseal::environment
