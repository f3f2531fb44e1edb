#include "core/plan/PlanFile.h"

#include "core/base/CommentedJson.h"
#include "core/base/WholeFile.h"
#include "core/plan/DateSeal.h"
#include "core/plan/RuleJson.h"
#include "core/plan/SmallFile.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMostEntries = 1000;
constexpr double kSmallestMm = 1;
constexpr double kLargestMm = 200; // as seal::loadSeal has it

SealWish readWish(StrictObject object)
{
    object.require(u"kind"_s);
    SealWish wish;
    wish.id = object.text(u"id"_s);
    wish.name = object.text(u"name"_s);
    wish.kind = readKind(object, u"kind"_s, object.text(u"kind"_s));
    if (object.has(u"widthMm"_s))
        wish.sizeMm.setWidth(object.number(u"widthMm"_s, 0, kSmallestMm, kLargestMm));
    if (object.has(u"heightMm"_s))
        wish.sizeMm.setHeight(object.number(u"heightMm"_s, 0, kSmallestMm, kLargestMm));
    wish.dayStyle = object.text(u"dayStyle"_s);
    if (!wish.dayStyle.isEmpty() && dateStyleName(dateStyleNamed(wish.dayStyle)) != wish.dayStyle)
        object.complain(u"dayStyle"_s, u"is one of digits, chinese"_s);
    object.end();
    return wish;
}

QJsonObject wishJson(const SealWish& wish)
{
    QJsonObject object { { u"kind"_s, seal::kindName(wish.kind) } };
    const std::pair<QString, QString> texts[]
        = { { u"id"_s, wish.id }, { u"name"_s, wish.name }, { u"dayStyle"_s, wish.dayStyle } };
    for (const auto& [name, text] : texts) {
        if (!text.isEmpty())
            object[name] = text;
    }
    if (wish.sizeMm.width() > 0)
        object[u"widthMm"_s] = wish.sizeMm.width();
    if (wish.sizeMm.height() > 0)
        object[u"heightMm"_s] = wish.sizeMm.height();
    return object;
}

Entry readEntry(StrictObject object)
{
    object.require(u"seal"_s);
    Entry entry { readWish(object.object(u"seal"_s)), readRule(object) };
    object.end();
    return entry;
}

QJsonObject entryJson(const Entry& entry)
{
    const auto [name, rule] = ruleJson(entry.rule);
    return { { u"seal"_s, wishJson(entry.seal) }, { name, rule } };
}

tl::unexpected<Error> invalid(const QString& detail) { return failure(ErrorCode::PlanInvalid, detail); }

} // namespace

Result<Plan> parsePlan(const QByteArray& utf8)
{
    if (utf8.size() > kLargestFile)
        return invalid(u"larger than %1 bytes"_s.arg(kLargestFile));
    const auto json = parseCommentedJson(utf8);
    if (!json)
        return invalid(u"line %1: %2"_s.arg(json.error().line).arg(json.error().problem));

    QString problem;
    StrictObject file(*json, {}, problem);
    file.require(u"version"_s);
    if (file.whole(u"version"_s, 0, 1, 1'000'000) > kVersion)
        return invalid(u"version: made by a later version of the program"_s);
    Plan plan;
    plan.title = file.text(u"title"_s);
    for (auto& entry : file.objects(u"entries"_s, kMostEntries))
        plan.entries.push_back(readEntry(std::move(entry)));
    file.end();
    if (!problem.isEmpty())
        return invalid(problem);
    return plan;
}

QByteArray planJson(const Plan& plan)
{
    QJsonArray entries;
    for (const auto& entry : plan.entries)
        entries += entryJson(entry);
    return QJsonDocument(
        QJsonObject { { u"version"_s, kVersion }, { u"title"_s, plan.title }, { u"entries"_s, entries } })
        .toJson();
}

Result<Plan> readPlan(const QString& path)
{
    const auto content = readSmallFile(path, ErrorCode::PlanInvalid);
    if (!content)
        return failure(content.error());
    auto plan = parsePlan(*content);
    if (!plan)
        plan.error().facts.name = QFileInfo(path).fileName();
    return plan;
}

Status writePlan(const QString& path, const Plan& plan)
{
    const QByteArray json = planJson(plan);
    if (auto readable = parsePlan(json); !readable) {
        readable.error().facts.name = QFileInfo(path).fileName();
        return failure(readable.error());
    }
    return writeWhole(path, json, Readers::Everybody);
}

} // namespace bidseal::plan
