#include "core/plan/Placing.h"

#include "core/plan/DateSeal.h"
#include "core/plan/Overlap.h"
#include "core/plan/Seam.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

constexpr double kRoomToleranceMm = 0.1; // as pdf::liesOnPage has it
constexpr double kMovedMm = 0.01; // less than this is rounding
constexpr double kCoveredPart = 0.1;
constexpr double kUsualDateHeightMm = 5;

/// Moves the mark's bounds onto the page. False: there is no room for them.
bool moveOntoPage(pdf::Placement& placement, const QSizeF& pageMm)
{
    const QRectF bounds = placement.boundsMm();
    if (bounds.width() > pageMm.width() + kRoomToleranceMm || bounds.height() > pageMm.height() + kRoomToleranceMm)
        return false;
    const auto within = [](double centre, double length, double room) {
        return length >= room ? room / 2 : std::clamp(centre, length / 2, room - length / 2);
    };
    placement.centreMm = { within(placement.centreMm.x(), bounds.width(), pageMm.width()),
        within(placement.centreMm.y(), bounds.height(), pageMm.height()) };
    return true;
}

/// Collects the marks of one seal, each of them on its page.
class Collector {
public:
    Collector(const seal::Seal& seal, const std::vector<pdf::PageGeometry>& pages)
        : m_seal(seal)
        , m_pages(pages)
    {
    }

    void add(int page, const QPointF& centreMm, double rotationDegrees)
    {
        pdf::Placement placement { page, centreMm, m_seal.sizeMm, rotationDegrees };
        if (!moveOntoPage(placement, m_pages[static_cast<std::size_t>(page)].visibleSizeMm())) {
            notice(Caution::PageTooSmall, page);
            return;
        }
        if ((placement.centreMm - centreMm).manhattanLength() > kMovedMm)
            notice(Caution::MovedOntoPage, page);
        m_placed.marks.push_back({ m_seal, placement });
    }

    Result<Placed> placed()
    {
        if (!m_placed.marks.empty())
            return std::move(m_placed);
        const int page = m_placed.noticed.empty() ? 0 : m_placed.noticed.front().page;
        return failure(
            ErrorCode::MarkOutsidePage, u"no page has room for the seal"_s, { m_seal.name, {}, {}, page + 1 });
    }

private:
    void notice(Caution caution, int page)
    {
        const bool isKnown = std::any_of(m_placed.noticed.begin(), m_placed.noticed.end(),
            [&](const Noticed& noticed) { return noticed.caution == caution && noticed.page == page; });
        if (!isKnown)
            m_placed.noticed.push_back({ caution, page });
    }

    const seal::Seal& m_seal;
    const std::vector<pdf::PageGeometry>& m_pages;
    Placed m_placed;
};

QPointF fromCorner(Corner corner, const QPointF& mm, const QSizeF& pageMm)
{
    const bool isRight = corner == Corner::TopRight || corner == Corner::BottomRight;
    const bool isBottom = corner == Corner::BottomLeft || corner == Corner::BottomRight;
    return { isRight ? pageMm.width() - mm.x() : mm.x(), isBottom ? pageMm.height() - mm.y() : mm.y() };
}

Result<Placed> placeOnPages(const seal::Seal& seal, const OnPages& rule, const Paper& paper)
{
    const auto pages = rule.pages.in(static_cast<int>(paper.pages.size()));
    if (!pages)
        return failure(pages.error());
    Collector collector(seal, paper.pages);
    for (const int page : *pages) {
        const QSizeF pageMm = paper.pages[static_cast<std::size_t>(page)].visibleSizeMm();
        collector.add(page, fromCorner(rule.corner, rule.centreMm, pageMm), rule.rotationDegrees);
    }
    return collector.placed();
}

/// Hits of the first of the texts that there is.
Result<std::vector<text::Hit>> findFirst(const QString& texts, const std::vector<int>& pages, const Paper& paper)
{
    for (const auto& text : texts.split(u'|', Qt::SkipEmptyParts)) {
        if (text.trimmed().isEmpty() || !paper.findKeyword)
            continue;
        auto hits = paper.findKeyword(text.trimmed(), pages);
        if (!hits || !hits->empty())
            return hits;
    }
    return failure(ErrorCode::KeywordNotFound, u"on %1 pages"_s.arg(pages.size()), { texts, {}, {}, {} });
}

Result<Placed> placeAtKeyword(const seal::Seal& seal, const AtKeyword& rule, const Paper& paper)
{
    const auto pages = rule.pages.in(static_cast<int>(paper.pages.size()));
    if (!pages)
        return failure(pages.error());
    auto hits = findFirst(rule.text, *pages, paper);
    if (!hits)
        return failure(hits.error());
    if (rule.nth != 0) {
        const auto count = static_cast<int>(hits->size());
        const int wanted = rule.nth > 0 ? rule.nth - 1 : count + rule.nth;
        if (wanted < 0 || wanted >= count)
            return failure(
                ErrorCode::KeywordNotFound, u"hit %1 of %2"_s.arg(rule.nth).arg(count), { rule.text, {}, {}, {} });
        hits = std::vector<text::Hit> { (*hits)[static_cast<std::size_t>(wanted)] };
    }
    Collector collector(seal, paper.pages);
    for (const auto& hit : *hits)
        collector.add(hit.page, hit.boundsMm.center() + rule.offsetMm, 0);
    return collector.placed();
}

/// The size in which the picture fills the field, as pdf::SignatureUpdate draws it there.
QSizeF sizeInField(const seal::Seal& seal, const QSizeF& fieldMm)
{
    const QSizeF proportions = seal.picture.isNull() ? seal.sizeMm : QSizeF(seal.picture.size());
    return proportions.scaled(fieldMm, Qt::KeepAspectRatio);
}

Result<Placed> placeInField(const seal::Seal& seal, const InField& rule, const Paper& paper)
{
    const ErrorFacts facts { rule.name, {}, {}, {} };
    const auto field = std::find_if(paper.fields.begin(), paper.fields.end(),
        [&](const pdf::EmptyField& known) { return known.name == rule.name; });
    if (field == paper.fields.end())
        return failure(ErrorCode::FieldNotFound, u"no empty field has this name"_s, facts);
    if (field->locked)
        return failure(ErrorCode::FieldLocked, u"by an earlier signature"_s, facts);
    Placed placed;
    placed.fieldName = field->name;
    if (field->page && !field->rectMm.isEmpty()) {
        placed.marks.push_back(
            { seal, { *field->page, field->rectMm.center(), sizeInField(seal, field->rectMm.size()), 0 } });
    }
    return placed;
}

struct PlaceByRule {
    const seal::Seal& seal;
    const Paper& paper;

    Result<Placed> operator()(const OnPages& rule) const { return placeOnPages(seal, rule, paper); }
    Result<Placed> operator()(const AtKeyword& rule) const { return placeAtKeyword(seal, rule, paper); }
    Result<Placed> operator()(const AlongSeam& rule) const { return placeAlongSeam(seal, rule, paper.pages); }
    Result<Placed> operator()(const InField& rule) const { return placeInField(seal, rule, paper); }
};

bool isWrittenUnder(seal::Kind kind) { return kind == seal::Kind::Date || kind == seal::Kind::Handwriting; }

/// A seal belongs over the date and the name that it confirms.
bool mayCover(const seal::PlacedSeal& one, const seal::PlacedSeal& other)
{
    return isWrittenUnder(one.seal.kind) != isWrittenUnder(other.seal.kind);
}

/// Pairs of one page, by a sweep from left to right: thousands of marks on one page stay quick.
void lookAtPage(
    int page, std::vector<int> indexes, const std::vector<seal::PlacedSeal>& marks, std::vector<Noticed>& noticed)
{
    const auto markAt = [&](int index) -> const seal::PlacedSeal& { return marks[static_cast<std::size_t>(index)]; };
    std::map<int, QRectF> bounds;
    for (const int index : indexes)
        bounds[index] = markAt(index).placement.boundsMm();
    std::stable_sort(indexes.begin(), indexes.end(), [&](int a, int b) { return bounds[a].left() < bounds[b].left(); });
    for (auto one = indexes.begin(); one != indexes.end(); ++one) {
        for (auto other = one + 1; other != indexes.end() && bounds[*other].left() < bounds[*one].right(); ++other) {
            if (!mayCover(markAt(*one), markAt(*other))
                && sharedPart(markAt(*one).placement, markAt(*other).placement) > kCoveredPart)
                noticed.push_back({ Caution::OverOtherSeal, page, { std::min(*one, *other), std::max(*one, *other) } });
        }
    }
}

/// The size that a plan asks for; a side that it does not name follows from the picture.
QSizeF wantedSize(const QSizeF& wish, const QSizeF& own)
{
    if (wish.width() > 0 && wish.height() > 0)
        return wish;
    if (wish.width() > 0)
        return own * (wish.width() / own.width());
    return wish.height() > 0 ? own * (wish.height() / own.height()) : own;
}

const seal::Seal* findWanted(const SealWish& wish, const std::vector<seal::Seal>& seals)
{
    const auto firstWhere = [&](const auto& isWanted) {
        const auto found = std::find_if(seals.begin(), seals.end(), isWanted);
        return found == seals.end() ? nullptr : &*found;
    };
    if (!wish.id.isEmpty()) {
        if (const auto* seal = firstWhere([&](const seal::Seal& known) { return known.id == wish.id; }))
            return seal;
    }
    if (!wish.name.isEmpty()) {
        if (const auto* seal
            = firstWhere([&](const seal::Seal& known) { return known.name == wish.name && known.kind == wish.kind; }))
            return seal;
    }
    const auto isOfKind = [&](const seal::Seal& known) { return known.kind == wish.kind; };
    return std::count_if(seals.begin(), seals.end(), isOfKind) == 1 ? firstWhere(isOfKind) : nullptr;
}

} // namespace

Result<Placed> place(const seal::Seal& seal, const Rule& rule, const Paper& paper)
{
    return std::visit(PlaceByRule { seal, paper }, rule);
}

std::vector<Noticed> look(const std::vector<seal::PlacedSeal>& marks, const std::vector<pdf::PageGeometry>& pages)
{
    std::map<int, std::vector<int>> byPage;
    for (std::size_t i = 0; i < marks.size(); ++i)
        byPage[marks[i].placement.page].push_back(static_cast<int>(i));
    std::vector<Noticed> noticed;
    for (const auto& [page, indexes] : byPage) {
        const bool exists = page >= 0 && page < static_cast<int>(pages.size());
        for (const int index : indexes) {
            const auto& placement = marks[static_cast<std::size_t>(index)].placement;
            if (!exists || !pdf::liesOnPage(placement, pages[static_cast<std::size_t>(page)]))
                noticed.push_back({ Caution::LeavesPage, page, { index } });
        }
        lookAtPage(page, indexes, marks, noticed);
    }
    return noticed;
}

Result<seal::Seal> choose(const SealWish& wish, const std::vector<seal::Seal>& seals)
{
    const auto* found = findWanted(wish, seals);
    if (!found) {
        const QString name = wish.name.isEmpty() ? seal::kindName(wish.kind) : wish.name;
        return failure(ErrorCode::SealNotFound, u"one of %1 seals"_s.arg(seals.size()), { name, {}, {}, {} });
    }
    seal::Seal chosen = *found;
    chosen.sizeMm = wantedSize(wish.sizeMm, chosen.sizeMm);
    return chosen;
}

Result<seal::Seal> sealFor(const SealWish& wish, const std::vector<seal::Seal>& seals, const QDate& day)
{
    const bool namesNone = wish.id.isEmpty() && wish.name.isEmpty();
    if (wish.kind != seal::Kind::Date || (wish.dayStyle.isEmpty() && !namesNone))
        return choose(wish, seals);
    const double heightMm = wish.sizeMm.height() > 0 ? wish.sizeMm.height() : kUsualDateHeightMm;
    return dateSeal(day, dateStyleNamed(wish.dayStyle), heightMm);
}

Result<Placed> apply(const Plan& plan, const std::vector<seal::Seal>& seals, const Paper& paper, const QDate& day)
{
    Placed all;
    std::vector<seal::PlacedSeal> inField;
    for (const auto& entry : plan.entries) {
        const auto seal = sealFor(entry.seal, seals, day);
        if (!seal)
            return failure(seal.error());
        auto placed = place(*seal, entry.rule, paper);
        if (!placed)
            return failure(placed.error());
        if (!placed->fieldName.isEmpty()) {
            if (!all.fieldName.isEmpty())
                return failure(
                    ErrorCode::PlanInvalid, u"one signature cannot fill two fields"_s, { plan.title, {}, {}, {} });
            all.fieldName = placed->fieldName;
            inField = std::move(placed->marks);
        } else {
            std::move(placed->marks.begin(), placed->marks.end(), std::back_inserter(all.marks));
        }
        all.noticed.insert(all.noticed.end(), placed->noticed.begin(), placed->noticed.end());
    }
    std::stable_sort(all.marks.begin(), all.marks.end(),
        [](const auto& a, const auto& b) { return a.placement.page < b.placement.page; });
    all.marks.insert(all.marks.begin(), inField.begin(), inField.end());
    const auto seen = look(all.marks, paper.pages);
    all.noticed.insert(all.noticed.end(), seen.begin(), seen.end());
    return all;
}

} // namespace bidseal::plan
