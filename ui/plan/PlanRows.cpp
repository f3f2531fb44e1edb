#include "ui/plan/PlanRows.h"

#include "ui/plan/PlacesInWords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace bidseal::plan {

using document::MarkId;
using document::PlacedMark;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PlanRow)
};

/// The marks of a row, and how many of them carry the signature.
struct Group {
    std::vector<const PlacedMark*> marks;
    QString signer;
    int carrying = 0;
};

bool isReadBefore(const PlacedMark* left, const PlacedMark* right)
{
    const pdf::Placement& a = left->placed.placement;
    const pdf::Placement& b = right->placed.placement;
    return std::tuple(a.page, a.centreMm.y(), a.centreMm.x()) < std::tuple(b.page, b.centreMm.y(), b.centreMm.x());
}

/// Which group each mark belongs to, beside the groups.
struct Grouped {
    std::vector<Group> groups;
    std::vector<std::size_t> groupOf; ///< in the order of the session's marks
};

Grouped grouped(const std::vector<PlacedMark>& marks)
{
    Grouped result;
    std::unordered_map<const Entry*, std::size_t> known;
    for (const PlacedMark& mark : marks) {
        std::size_t group = result.groups.size();
        if (mark.entry)
            group = known.try_emplace(mark.entry.get(), group).first->second;
        if (group == result.groups.size())
            result.groups.emplace_back();
        result.groups[group].marks.push_back(&mark);
        result.groupOf.push_back(group);
    }
    return result;
}

/// Signers sign one after the other: the second one finds the first one's signature in the file.
bool shareOut(Grouped& grouped, const ShareRule& rule, EarlierSignature earlier)
{
    std::vector<QString> signers;
    QHash<QString, int> marksOf;
    for (const std::size_t group : grouped.groupOf) {
        const QString& signer = grouped.groups[group].signer;
        if (!marksOf.contains(signer))
            signers.push_back(signer);
        ++marksOf[signer];
    }
    bool tooMany = false;
    QHash<QString, int> carryingLeft;
    for (const QString& signer : signers) {
        const SignatureShare share = rule(marksOf[signer], earlier);
        carryingLeft[signer] = share.carrying;
        tooMany = tooMany || share.tooMany;
        earlier = EarlierSignature::There;
    }
    for (const std::size_t group : grouped.groupOf) {
        if (int& left = carryingLeft[grouped.groups[group].signer]; left > 0) {
            ++grouped.groups[group].carrying;
            --left;
        }
    }
    return tooMany;
}

QString partInWords(const Group& group)
{
    const int marks = static_cast<int>(group.marks.size());
    if (group.carrying == 1 && marks == 1)
        return Words::tr("Carries the signature");
    if (group.carrying == marks)
        return Words::tr("All %n carry the signature", nullptr, marks);
    if (group.carrying == 0)
        return Words::tr("%n picture(s), covered by the signature", nullptr, marks);
    //: some of the marks of a row carry the signature
    return Words::tr("%1 carries the signature, %n picture(s) are covered by it", nullptr, marks - group.carrying)
        .arg(QString::number(group.carrying));
}

/// By group, the pages on which something is amiss.
using Cautions = std::vector<std::map<Caution, std::set<int>>>;

Cautions cautionsOf(const document::DocumentSession& session, const Grouped& grouped)
{
    Cautions cautions(grouped.groups.size());
    for (const Noticed& noticed : look(session.placedSeals(), session.pages())) {
        for (const int mark : noticed.marks)
            cautions[grouped.groupOf[static_cast<std::size_t>(mark)]][noticed.caution].insert(noticed.page);
    }
    return cautions;
}

QStringList inWords(const std::map<Caution, std::set<int>>& cautions)
{
    QStringList words;
    for (const auto& [caution, pages] : cautions)
        words << cautionInWords(caution, { pages.begin(), pages.end() });
    return words;
}

/// It is a line of its own here.
QString capitalised(QString text) { return text.isEmpty() ? text : text.replace(0, 1, text.front().toUpper()); }

PlanRow rowOf(const Group& group, const QStringList& cautions)
{
    const PlacedMark& first = *group.marks.front();
    PlanRow row { first.entry, first.placed.seal, {}, capitalised(placesInWords(group.marks)), group.signer,
        partInWords(group), cautions };
    for (const PlacedMark* mark : group.marks)
        row.marks.push_back(mark->id);
    return row;
}

} // namespace

bool PlanRow::isSameLine(const PlanRow& other) const { return entry == other.entry && (entry || marks == other.marks); }

bool operator==(const PlanRow& left, const PlanRow& right)
{
    return left.isSameLine(right) && left.marks == right.marks && left.where == right.where
        && left.signer == right.signer && left.part == right.part && left.cautions == right.cautions
        && left.seal.name == right.seal.name && left.seal.picture.cacheKey() == right.seal.picture.cacheKey();
}

PlanLines planLines(const document::DocumentSession& session, const SignerOf& signerOf, const ShareRule& share)
{
    Grouped groups = grouped(session.marks().marks());
    std::set<int> pages;
    QHash<QString, QString> signers; // by seal: the source may have to look through all keys
    for (Group& group : groups.groups) {
        const seal::Seal& seal = group.marks.front()->placed.seal;
        if (!signers.contains(seal.id))
            signers[seal.id] = signerOf ? signerOf(seal) : seal.holder;
        group.signer = signers[seal.id];
        std::stable_sort(group.marks.begin(), group.marks.end(), isReadBefore);
        for (const PlacedMark* mark : group.marks)
            pages.insert(mark->page());
    }
    PlanLines lines;
    const auto earlier = session.signedWidgets().empty() ? EarlierSignature::None : EarlierSignature::There;
    lines.tooMany = shareOut(groups, share, earlier);
    lines.pages = static_cast<int>(pages.size());
    const Cautions cautions = cautionsOf(session, groups);
    for (std::size_t i = 0; i < groups.groups.size(); ++i)
        lines.rows.push_back(rowOf(groups.groups[i], inWords(cautions[i])));
    return lines;
}

} // namespace bidseal::plan
