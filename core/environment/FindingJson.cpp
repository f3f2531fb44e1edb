#include "core/environment/FindingJson.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

constexpr std::array kOutcomes { Outcome::NotApplicable, Outcome::Passed, Outcome::Warning, Outcome::CouldNotTell,
    Outcome::Failed };
constexpr std::array kActions {
    std::pair { RemedyAction::None, "none"_L1 },
    std::pair { RemedyAction::OpenLink, "open-link"_L1 },
    std::pair { RemedyAction::MakeFolderPrivate, "make-folder-private"_L1 },
    std::pair { RemedyAction::AddDriver, "add-driver"_L1 },
    std::pair { RemedyAction::ChooseRelay, "choose-relay"_L1 },
};

QString wordFor(RemedyAction action)
{
    for (const auto& [known, word] : kActions)
        if (known == action)
            return word;
    Q_UNREACHABLE();
}

RemedyAction actionFrom(const QString& word)
{
    for (const auto& [action, known] : kActions)
        if (known == word)
            return action;
    return RemedyAction::None;
}

Outcome outcomeFrom(const QString& word)
{
    for (const auto outcome : kOutcomes)
        if (environment::wordFor(outcome) == word)
            return outcome;
    return Outcome::CouldNotTell;
}

QJsonObject factsJson(const std::vector<Fact>& facts, Disclosure disclosure)
{
    QJsonObject json;
    for (const auto& fact : facts) {
        const bool isLeftOut = fact.privacy == Privacy::Personal && disclosure == Disclosure::Redacted;
        json[fact.name] = isLeftOut ? QJsonValue(QJsonValue::Null) : fact.value;
    }
    return json;
}

QJsonObject remedyJson(const Finding& finding, Disclosure disclosure)
{
    QJsonObject json { { u"text"_s, filled(finding.remedy.text, finding.facts, disclosure) },
        { u"action"_s, wordFor(finding.remedy.action) } };
    if (finding.remedy.action == RemedyAction::OpenLink)
        json[u"link"_s] = finding.remedy.link.toString(QUrl::FullyEncoded);
    return json;
}

} // namespace

QJsonObject toJson(const Finding& finding, Disclosure disclosure)
{
    QJsonObject json {
        { u"result"_s, environment::wordFor(finding.outcome) },
        { u"code"_s, finding.code },
        { u"found"_s, filled(finding.found, finding.facts, disclosure) },
        { u"facts"_s, factsJson(finding.facts, disclosure) },
    };
    if (!finding.meaning.isEmpty())
        json[u"meaning"_s] = filled(finding.meaning, finding.facts, disclosure);
    if (!finding.remedy.text.isEmpty())
        json[u"remedy"_s] = remedyJson(finding, disclosure);
    if (finding.parts.empty())
        return json;
    QJsonArray parts;
    for (const auto& part : finding.parts)
        parts.append(toJson(part, disclosure));
    json[u"parts"_s] = parts;
    return json;
}

QJsonObject toRawJson(const Finding& finding)
{
    QJsonArray facts;
    for (const auto& fact : finding.facts) {
        facts.append(QJsonObject { { u"name"_s, fact.name }, { u"value"_s, fact.value },
            { u"personal"_s, fact.privacy == Privacy::Personal }, { u"shown"_s, fact.shown } });
    }
    QJsonArray parts;
    for (const auto& part : finding.parts)
        parts.append(toRawJson(part));
    return {
        { u"outcome"_s, environment::wordFor(finding.outcome) },
        { u"code"_s, finding.code },
        { u"found"_s, finding.found },
        { u"meaning"_s, finding.meaning },
        { u"todo"_s, finding.remedy.text },
        { u"action"_s, wordFor(finding.remedy.action) },
        { u"link"_s, finding.remedy.link.toString(QUrl::FullyEncoded) },
        { u"target"_s, finding.remedy.target },
        { u"facts"_s, facts },
        { u"parts"_s, parts },
    };
}

Finding findingFromRawJson(const QJsonObject& json)
{
    Finding finding;
    finding.outcome = outcomeFrom(json[u"outcome"_s].toString());
    finding.code = json[u"code"_s].toString();
    finding.found = json[u"found"_s].toString();
    finding.meaning = json[u"meaning"_s].toString();
    finding.remedy = { json[u"todo"_s].toString(), actionFrom(json[u"action"_s].toString()),
        QUrl(json[u"link"_s].toString()), json[u"target"_s].toString() };
    for (const auto& fact : json[u"facts"_s].toArray()) {
        finding.facts.push_back({ fact[u"name"_s].toString(), fact[u"value"_s],
            fact[u"personal"_s].toBool() ? Privacy::Personal : Privacy::Public, fact[u"shown"_s].toString() });
    }
    for (const auto& part : json[u"parts"_s].toArray())
        finding.parts.push_back(findingFromRawJson(part.toObject()));
    return finding;
}

} // namespace bidseal::environment
