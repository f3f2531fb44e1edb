#include "ui/plan/KeptPlan.h"

#include "core/base/WholeFile.h"
#include "core/base/platform/Files.h"
#include "core/plan/PlanFile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

/// The first line: what the file is, and the SHA-256 of all that follows.
const QByteArray kFirstLine = "bidseal-kept-plan 1 "_ba;
constexpr qint64 kLargestFile = 64 * 1024 * 1024;
constexpr qsizetype kRectangle = 4, kMark = 7;

QJsonArray array(const QRectF& rectangle)
{
    return { rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height() };
}

QRectF rectangle(const QJsonArray& array)
{
    return { array[0].toDouble(), array[1].toDouble(), array[2].toDouble(), array[3].toDouble() };
}

QJsonObject sealObject(const KeptSeal& seal)
{
    QJsonObject object { { u"id"_s, seal.id }, { u"name"_s, seal.name }, { u"kind"_s, seal::kindName(seal.kind) },
        { u"widthMm"_s, seal.sizeMm.width() }, { u"heightMm"_s, seal.sizeMm.height() } };
    if (seal.day.isValid())
        object[u"day"_s] = seal.day.toString(Qt::ISODate);
    return object;
}

KeptSeal sealOf(const QJsonObject& object)
{
    return { object[u"id"_s].toString(), object[u"name"_s].toString(), seal::kindNamed(object[u"kind"_s].toString()),
        QSizeF(object[u"widthMm"_s].toDouble(), object[u"heightMm"_s].toDouble()),
        QDate::fromString(object[u"day"_s].toString(), Qt::ISODate) };
}

QJsonObject markObject(const KeptMark& mark)
{
    const pdf::Placement& placement = mark.placement;
    QJsonObject object { { u"at"_s,
        QJsonArray { static_cast<int>(mark.seal), placement.page, placement.centreMm.x(), placement.centreMm.y(),
            placement.sizeMm.width(), placement.sizeMm.height(), placement.rotationDegrees } } };
    if (mark.part != QRectF(0, 0, 1, 1))
        object[u"part"_s] = array(mark.part);
    if (mark.entry)
        object[u"entry"_s] = static_cast<int>(*mark.entry);
    return object;
}

/// Nothing where the numbers are not those of a mark of this plan.
std::optional<KeptMark> markOf(const QJsonObject& object, const KeptPlan& plan)
{
    const QJsonArray at = object[u"at"_s].toArray();
    const QJsonValue part = object[u"part"_s], entry = object[u"entry"_s];
    if (at.size() != kMark || (!part.isUndefined() && part.toArray().size() != kRectangle))
        return {};
    const int seal = at[0].toInt(-1), page = at[1].toInt(-1), entryIndex = entry.toInt(-1);
    if (seal < 0 || seal >= static_cast<int>(plan.seals.size()) || page < 0)
        return {};
    if (!entry.isUndefined() && (entryIndex < 0 || entryIndex >= static_cast<int>(plan.entries.size())))
        return {};
    KeptMark mark { static_cast<std::size_t>(seal),
        { page, QPointF(at[2].toDouble(), at[3].toDouble()), QSizeF(at[4].toDouble(), at[5].toDouble()),
            at[6].toDouble() } };
    if (!part.isUndefined())
        mark.part = rectangle(part.toArray());
    if (!entry.isUndefined())
        mark.entry = static_cast<std::size_t>(entryIndex);
    return mark;
}

/// Written as a plan of this one line.
QJsonValue entryJson(const Entry& entry)
{
    return QJsonDocument::fromJson(planJson({ u"kept"_s, { entry } })).object();
}

/// A rule that another version of the program wrote costs the rule, never the marks.
std::optional<Entry> entryOf(const QJsonValue& value)
{
    const auto plan = parsePlan(QJsonDocument(value.toObject()).toJson());
    return plan && plan->entries.size() == 1 ? std::optional(plan->entries.front()) : std::nullopt;
}

QJsonObject planObject(const KeptPlan& plan)
{
    QJsonArray seals, entries, marks;
    for (const KeptSeal& seal : plan.seals)
        seals.append(sealObject(seal));
    for (const KeptMark& mark : plan.marks)
        marks.append(markObject(mark));
    for (const std::optional<Entry>& entry : plan.entries)
        entries.append(entry ? entryJson(*entry) : QJsonValue());
    return { { u"saved"_s, plan.saved.toMSecsSinceEpoch() }, { u"seals"_s, seals }, { u"entries"_s, entries },
        { u"marks"_s, marks } };
}

Result<KeptPlan> planOfObject(const QJsonObject& object)
{
    KeptPlan plan;
    plan.saved = QDateTime::fromMSecsSinceEpoch(object[u"saved"_s].toInteger(), Qt::UTC);
    for (const QJsonValue& seal : object[u"seals"_s].toArray())
        plan.seals.push_back(sealOf(seal.toObject()));
    for (const QJsonValue& entry : object[u"entries"_s].toArray())
        plan.entries.push_back(entryOf(entry));
    for (const QJsonValue& value : object[u"marks"_s].toArray()) {
        const auto mark = markOf(value.toObject(), plan);
        if (!mark)
            return failure(ErrorCode::PlanInvalid, u"a mark of a kept plan makes no sense"_s);
        plan.marks.push_back(*mark);
    }
    return plan;
}

} // namespace

KeptPlan keptPlan(const std::vector<document::PlacedMark>& marks, const QDateTime& now)
{
    KeptPlan plan;
    plan.saved = now.toUTC();
    std::unordered_map<const Entry*, std::size_t> entries;
    QHash<QString, std::size_t> seals; // by id; date seals have none
    for (const document::PlacedMark& mark : marks) {
        const seal::Seal& placed = mark.placed.seal;
        const KeptSeal seal { placed.id, placed.name, placed.kind, placed.sizeMm, placed.day };
        auto known = seals.find(seal.id);
        if (known == seals.end() || plan.seals[*known] != seal) {
            known = seals.insert(seal.id, plan.seals.size());
            plan.seals.push_back(seal);
        }
        KeptMark kept { *known, mark.placed.placement, mark.placed.part, {} };
        if (mark.entry) {
            const auto [entry, isNew] = entries.try_emplace(mark.entry.get(), plan.entries.size());
            if (isNew)
                plan.entries.emplace_back(*mark.entry);
            kept.entry = entry->second;
        }
        plan.marks.push_back(kept);
    }
    return plan;
}

QByteArray keptBytes(const Kept& kept)
{
    QJsonObject object { { u"size"_s, kept.document.size },
        { u"modified"_s, kept.document.modified.toMSecsSinceEpoch() } };
    if (!kept.current.isEmpty())
        object[u"current"_s] = planObject(kept.current);
    if (!kept.offered.isEmpty())
        object[u"offered"_s] = planObject(kept.offered);
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return kFirstLine + QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex() + '\n' + json;
}

Result<Kept> parseKept(const QByteArray& bytes)
{
    const qsizetype line = bytes.indexOf('\n');
    const QByteArray json = bytes.mid(line + 1);
    const QByteArray digest = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
    if (line < 0 || bytes.left(line) != kFirstLine + digest)
        return failure(ErrorCode::PlanInvalid, u"a kept plan is not as it was written"_s);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    auto current = planOfObject(object[u"current"_s].toObject());
    if (!current)
        return failure(current.error());
    auto offered = planOfObject(object[u"offered"_s].toObject());
    if (!offered)
        return failure(offered.error());
    return Kept { { object[u"size"_s].toInteger(), QDateTime::fromMSecsSinceEpoch(object[u"modified"_s].toInteger()) },
        std::move(*current), std::move(*offered) };
}

Result<Kept> readKept(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::FileNotFound, u"nothing is kept"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotReadable, file.errorString());
    return parseKept(file.read(kLargestFile));
}

Status writeKept(const QString& path, const Kept& kept)
{
    if (kept.isEmpty()) {
        if (QFile file(path); file.exists() && !file.remove())
            return failure(platform::writeError(file));
        return {};
    }
    if (const auto folder = makePrivateFolder(QFileInfo(path).path()); !folder)
        return failure(folder.error());
    return writeWhole(path, keptBytes(kept), Readers::OwnerOnly);
}

} // namespace bidseal::plan
