#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// How tests ask about findings in JSON, by check id.
namespace bidseal::testing {

using namespace Qt::StringLiterals;

/// "passed", "warning" …
[[nodiscard]] inline QString resultOf(const QJsonObject& findings, const QString& id)
{
    return findings[id][u"result"_s].toString();
}

[[nodiscard]] inline QString codeOf(const QJsonObject& findings, const QString& id)
{
    return findings[id][u"code"_s].toString();
}

[[nodiscard]] inline QJsonValue factOf(const QJsonObject& findings, const QString& id, const QString& fact)
{
    return findings[id][u"facts"_s][fact];
}

/// Whether somebody is told what it means and what to do about it.
[[nodiscard]] inline bool isExplained(const QJsonObject& findings, const QString& id)
{
    const auto finding = findings[id];
    return !finding[u"found"_s].toString().isEmpty() && !finding[u"meaning"_s].toString().isEmpty()
        && !finding[u"remedy"_s][u"text"_s].toString().isEmpty();
}

/// Of a finding about several things.
[[nodiscard]] inline QStringList partCodesOf(const QJsonObject& findings, const QString& id)
{
    QStringList codes;
    for (const auto& part : findings[id][u"parts"_s].toArray())
        codes.append(part[u"code"_s].toString());
    return codes;
}

} // namespace bidseal::testing
