#include "core/environment/ReportJson.h"

#include "core/base/WholeFile.h"
#include "core/environment/Catalogue.h"
#include "core/environment/FindingJson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

QString stateWord(PolicySource::State state)
{
    switch (state) {
    case PolicySource::State::InForce:
        return u"in-force"_s;
    case PolicySource::State::NotAdministrators:
        return u"not-an-administrators"_s;
    case PolicySource::State::Unreadable:
        return u"unreadable"_s;
    }
    Q_UNREACHABLE();
}

QString requirementWord(Requirement requirement)
{
    return requirement == Requirement::MustPass ? u"must-pass"_s : u"advisory"_s;
}

QJsonObject jsonOf(const CheckResult& result, Disclosure disclosure)
{
    auto json = toJson(result.finding, disclosure);
    json[u"id"_s] = result.id;
    json[u"title"_s] = result.title;
    json[u"group"_s] = wordFor(result.group);
    json[u"requirement"_s] = requirementWord(result.rule.requirement);
    json[u"unknown"_s] = result.rule.whenUnknown == WhenUnknown::Block ? u"block"_s : u"ask"_s;
    json[u"milliseconds"_s] = static_cast<qint64>(result.took.count());
    json[u"measuredAt"_s] = result.measuredAt.toString(Qt::ISODateWithMs);
    return json;
}

QJsonArray sourcesJson(const std::vector<PolicySource>& sources, Disclosure disclosure)
{
    QJsonArray array;
    for (const auto& source : sources) {
        QJsonObject json { { u"state"_s, stateWord(source.state) } };
        if (disclosure == Disclosure::Full)
            json[u"path"_s] = source.path;
        if (!source.problem.isEmpty())
            json[u"problem"_s] = source.problem;
        array.append(json);
    }
    return array;
}

} // namespace

QString wordFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fit:
        return u"fit"_s;
    case Verdict::Undecided:
        return u"undecided"_s;
    case Verdict::Unfit:
        return u"unfit"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const Report& report, Disclosure disclosure)
{
    QJsonArray checks;
    for (const auto& result : report.results)
        checks.append(jsonOf(result, disclosure));
    return {
        { u"verdict"_s, wordFor(report.verdict()) },
        { u"redacted"_s, disclosure == Disclosure::Redacted },
        { u"program"_s, report.program },
        { u"startedAt"_s, report.startedAt.toString(Qt::ISODateWithMs) },
        { u"policy"_s, sourcesJson(report.policySources, disclosure) },
        { u"checks"_s, checks },
    };
}

QByteArray fullText(const Report& report)
{
    return QJsonDocument(toJson(report, Disclosure::Full)).toJson(QJsonDocument::Compact);
}

QByteArray digestOf(const Report& report)
{
    return QCryptographicHash::hash(fullText(report), QCryptographicHash::Sha256);
}

Status exportReport(const Report& report, Disclosure disclosure, const QString& file)
{
    const auto content = file.endsWith(u".json"_s, Qt::CaseInsensitive)
        ? QJsonDocument(toJson(report, disclosure)).toJson()
        : toHtml(report, disclosure);
    return writeWhole(file, content, Readers::Everybody);
}

} // namespace bidseal::environment
