#include "core/text/KeywordSearch.h"

#include "core/text/PageTexts.h"
#include "core/text/ScatteredText.h"

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace bidseal::text {

namespace {

// How far two strings that show one text may be from each other, in characters. Tables keep their cells farther apart.
constexpr double kWidestGapInLine = 8;
constexpr double kWidestGapInColumn = 4;
constexpr double kNextLine = 3.5;
constexpr double kSameLine = 0.6;

double gap(double fromA, double toA, double fromB, double toB) { return std::max({ 0.0, fromB - toA, fromA - toB }); }

bool isTall(const QRectF& box) { return box.height() > 1.8 * box.width(); }

enum class Step { On, ToNextLine, Away };

/// From one string of a passage to the next.
Step stepBetween(const QRectF& a, const QRectF& b, double character)
{
    const double acrossGap = gap(a.left(), a.right(), b.left(), b.right()) / character;
    const double downGap = gap(a.top(), a.bottom(), b.top(), b.bottom()) / character;
    const QPointF move = (b.center() - a.center()) / character;
    const bool inLine = std::abs(move.y()) <= kSameLine && acrossGap <= kWidestGapInLine;
    const bool inColumn = acrossGap <= 1 && downGap <= kWidestGapInColumn;
    if (inLine || inColumn)
        return Step::On;
    const bool isVertical = isTall(a) || isTall(b);
    const double toNextLine = isVertical ? std::abs(move.x()) : move.y();
    return toNextLine > 0 && toNextLine <= kNextLine ? Step::ToNextLine : Step::Away;
}

/// Nothing where the strings do not stand together: what follows in the file need not follow on the page.
std::optional<QRectF> placeOf(const Passage& passage)
{
    if (passage.boxesMm.empty())
        return std::nullopt;
    const double character = passage.characterMm();
    QRectF longest, part = passage.boxesMm.front();
    const auto endPart = [&] {
        if (std::max(part.width(), part.height()) > std::max(longest.width(), longest.height()))
            longest = part;
    };
    for (std::size_t next = 1; next < passage.boxesMm.size(); ++next) {
        const QRectF& box = passage.boxesMm[next];
        const Step step = stepBetween(passage.boxesMm[next - 1], box, character);
        if (step == Step::Away)
            return std::nullopt;
        if (step == Step::ToNextLine) {
            endPart();
            part = box;
        }
        part |= box;
    }
    endPart();
    return longest;
}

/// The same text drawn over itself, for a shadow or as a scan's invisible text, is there once.
void removeDoubles(std::vector<QRectF>& places)
{
    std::vector<QRectF> once;
    for (const QRectF& place : places) {
        const bool isKnown = std::any_of(once.begin(), once.end(), [&place](const QRectF& known) {
            const QPointF apart = known.center() - place.center();
            const double near = std::min(known.height(), known.width()) / 2;
            return std::abs(apart.x()) < near && std::abs(apart.y()) < near;
        });
        if (!isKnown)
            once.push_back(place);
    }
    places = std::move(once);
}

void sortAsRead(std::vector<QRectF>& places)
{
    std::sort(places.begin(), places.end(), [](const QRectF& a, const QRectF& b) { return a.top() < b.top(); });
    for (auto line = places.begin(); line != places.end();) {
        const double middle = line->center().y();
        const auto lineEnd
            = std::find_if(line, places.end(), [&](const QRectF& place) { return place.top() > middle; });
        const auto next = std::max(lineEnd, line + 1);
        std::sort(line, next, [](const QRectF& a, const QRectF& b) { return a.left() < b.left(); });
        line = next;
    }
}

std::vector<QRectF> findAsWritten(PageTexts& texts, int page, const QString& needle)
{
    std::vector<QRectF> places;
    for (const FoldedMatch& match : findFolded(texts.folded(page), needle)) {
        if (const auto place = placeOf(texts.part(page, match)))
            places.push_back(*place);
    }
    return places;
}

std::vector<QRectF> findOn(PageTexts& texts, int page, const QString& needle)
{
    std::vector<QRectF> places = findAsWritten(texts, page, needle);
    if (places.empty() && mayBeScattered(texts.folded(page).text, needle))
        places = findScattered(texts, page, needle);
    removeDoubles(places);
    sortAsRead(places);
    return places;
}

} // namespace

struct KeywordSearch::State {
    std::unique_ptr<PageTexts> texts;
};

KeywordSearch::KeywordSearch(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

KeywordSearch::~KeywordSearch() = default;

Result<std::unique_ptr<KeywordSearch>> KeywordSearch::open(
    const QString& path, std::vector<pdf::PageGeometry> pages, const Secret* password)
{
    auto texts = PageTexts::open(path, std::move(pages), password);
    if (!texts)
        return failure(texts.error());
    return std::unique_ptr<KeywordSearch>(new KeywordSearch(std::make_unique<State>(State { std::move(*texts) })));
}

Result<std::vector<Hit>> KeywordSearch::find(
    const QString& text, const std::vector<int>& pages, const ProgressCallback& progress, std::stop_token stop)
{
    std::vector<Hit> hits;
    const QString needle = fold(text).text;
    if (needle.isEmpty())
        return hits;
    PageTexts& texts = *m_state->texts;
    qint64 done = 0;
    for (const int page : pages) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        if (page < 0 || page >= texts.pageCount())
            return failure(ErrorCode::DocumentDamaged, u"Qt PDF sees no page %1"_s.arg(page + 1), { .page = page + 1 });
        for (const QRectF& place : findOn(texts, page, needle))
            hits.push_back({ page, place });
        if (progress)
            progress({ .done = ++done, .total = static_cast<qint64>(pages.size()) });
    }
    return hits;
}

} // namespace bidseal::text
