#include "core/plan/Seam.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

// Boundaries are multiples of 2^-24 of the picture's side: a strip's beginning plus its width is then, bit by bit, the
// next one's beginning.
constexpr double kSteps = 16'777'216;
constexpr double kRoomToleranceMm = 0.1; // as pdf::liesOnPage has it

double onStep(double fraction) { return std::round(fraction * kSteps) / kSteps; }

/// The same numbers on every computer and with every library (SplitMix64).
class Dice {
public:
    explicit Dice(unsigned seed)
        : m_state(seed)
    {
    }
    /// From 0 to 1.
    double roll()
    {
        m_state += 0x9E3779B97F4A7C15u;
        std::uint64_t bits = m_state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
        bits ^= bits >> 31;
        return static_cast<double>(bits >> 11) / 9007199254740992.0; // 2^53
    }

private:
    std::uint64_t m_state;
};

/// Where a picture is cut into `count` strips, from 0 to 1, `count` + 1 boundaries.
std::vector<double> equalCuts(int count)
{
    std::vector<double> cuts;
    for (int i = 0; i <= count; ++i)
        cuts.push_back(onStep(static_cast<double>(i) / count));
    return cuts;
}

/// No strip below `narrowest` (a fraction), what is over is shared out by the dice.
std::vector<double> randomCuts(int count, double narrowest, Dice& dice)
{
    std::vector<double> shares;
    double sum = 0;
    for (int i = 0; i < count; ++i)
        sum += shares.emplace_back(dice.roll());
    const double over = std::max(0.0, 1 - count * narrowest);
    if (over == 0 || sum == 0)
        return equalCuts(count);
    std::vector<double> cuts { 0 };
    double at = 0;
    for (int i = 0; i + 1 < count; ++i) {
        at += narrowest + over * shares[static_cast<std::size_t>(i)] / sum;
        cuts.push_back(onStep(at));
    }
    cuts.push_back(1);
    return cuts;
}

/// At an upright edge the picture is cut into upright strips.
bool isUpright(Edge edge) { return edge == Edge::Left || edge == Edge::Right; }

Edge opposite(Edge edge)
{
    switch (edge) {
    case Edge::Left:
        return Edge::Right;
    case Edge::Right:
        return Edge::Left;
    case Edge::Top:
        return Edge::Bottom;
    case Edge::Bottom:
        return Edge::Top;
    }
    Q_UNREACHABLE();
}

/// How many sheets each seal runs over: as even as can be, and none alone where that can be helped.
std::vector<int> groupSizes(int sheets, int most)
{
    if (sheets <= most)
        return { sheets };
    // Groups of two leave one over where the number is odd: one of them then takes in a third.
    const int groups = most == 2 ? sheets / 2 : (sheets + most - 1) / most;
    std::vector<int> sizes;
    for (int i = 0; i < groups; ++i)
        sizes.push_back(sheets / groups + (i < sheets % groups ? 1 : 0));
    return sizes;
}

/// One seam over one document.
class Seam {
public:
    Seam(const seal::Seal& seal, const AlongSeam& rule, const std::vector<pdf::PageGeometry>& pages)
        : m_seal(seal)
        , m_rule(rule)
        , m_pages(pages)
    {
    }

    Result<Placed> place()
    {
        const auto pages = m_rule.pages.in(static_cast<int>(m_pages.size()));
        if (!pages)
            return failure(pages.error());
        for (const int page : *pages)
            take(page);
        if (m_sheets.empty()) {
            return failure(ErrorCode::MarkOutsidePage, u"the seal is longer than every page's edge"_s,
                { m_seal.name, {}, {}, pages->front() + 1 });
        }
        cutSheets();
        return std::move(m_placed);
    }

private:
    [[nodiscard]] bool isDuplex() const { return m_rule.sides == Sides::Duplex; }
    [[nodiscard]] bool isBack(int page) const { return isDuplex() && page % 2 == 1; }
    [[nodiscard]] double acrossMm() const
    {
        return isUpright(m_rule.edge) ? m_seal.sizeMm.width() : m_seal.sizeMm.height();
    }

    /// A page that is left out must not take a strip with it: the others make up the whole.
    void take(int page)
    {
        const QSizeF room = m_pages[static_cast<std::size_t>(page)].visibleSizeMm();
        if (m_seal.sizeMm.width() > room.width() + kRoomToleranceMm
            || m_seal.sizeMm.height() > room.height() + kRoomToleranceMm)
            m_placed.noticed.push_back({ Caution::PageTooSmall, page });
        else
            m_sheets[isDuplex() ? page / 2 : page].push_back(page);
    }

    /// How many sheets may share one seal.
    [[nodiscard]] int mostSheets() const
    {
        const int recognisable = std::max(2, static_cast<int>((acrossMm() + 1e-9) / kNarrowestStripMm));
        return m_rule.pagesPerSeal == 0 ? recognisable : std::min(recognisable, askedSheets());
    }
    [[nodiscard]] int askedSheets() const { return std::max(2, m_rule.pagesPerSeal / (isDuplex() ? 2 : 1)); }

    void cutSheets()
    {
        const auto count = static_cast<int>(m_sheets.size());
        const auto sizes = groupSizes(count, mostSheets());
        if (m_rule.pagesPerSeal > 0 && sizes.size() > groupSizes(count, askedSheets()).size())
            m_placed.noticed.push_back({ Caution::StripsTooNarrow, m_sheets.begin()->second.front() });
        Dice dice(m_rule.seed);
        auto sheet = m_sheets.begin();
        for (const int size : sizes) {
            const auto cuts
                = m_rule.cut == Cut::Equal ? equalCuts(size) : randomCuts(size, kNarrowestStripMm / acrossMm(), dice);
            for (int i = 0; i < size; ++i, ++sheet) {
                const bool fromEnd = m_rule.edge == Edge::Left || m_rule.edge == Edge::Top;
                const auto strip = static_cast<std::size_t>(fromEnd ? size - 1 - i : i);
                for (const int page : sheet->second)
                    addStrip(page, cuts[strip], cuts[strip + 1]);
            }
        }
    }

    void addStrip(int page, double from, double to)
    {
        const bool upright = isUpright(m_rule.edge);
        const QSizeF whole = m_seal.sizeMm;
        const QRectF part = upright ? QRectF(from, 0, to - from, 1) : QRectF(0, from, 1, to - from);
        const QSizeF size(whole.width() * part.width(), whole.height() * part.height());
        // Turned over along its edge, a sheet shows its right edge at the left, and its upper one where it was.
        const Edge edge = upright && isBack(page) ? opposite(m_rule.edge) : m_rule.edge;
        m_placed.marks.push_back({ m_seal, { page, centre(page, edge, size), size, 0 }, part });
    }

    QPointF centre(int page, Edge edge, const QSizeF& size)
    {
        const QSizeF room = m_pages[static_cast<std::size_t>(page)].visibleSizeMm();
        switch (edge) {
        case Edge::Left:
            return { size.width() / 2, along(page, room.height(), size.height()) };
        case Edge::Right:
            return { room.width() - size.width() / 2, along(page, room.height(), size.height()) };
        case Edge::Top:
            return { along(page, room.width(), size.width()), size.height() / 2 };
        case Edge::Bottom:
            return { along(page, room.width(), size.width()), room.height() - size.height() / 2 };
        }
        Q_UNREACHABLE();
    }

    /// The strip's middle on its way along the edge.
    double along(int page, double room, double length)
    {
        const double wanted = room / 2 + m_rule.offsetMm;
        const double free = std::max(0.0, room - length);
        const double possible = std::clamp(wanted, room / 2 - free / 2, room / 2 + free / 2);
        if (possible != wanted)
            m_placed.noticed.push_back({ Caution::MovedOntoPage, page });
        return possible;
    }

    const seal::Seal& m_seal;
    const AlongSeam& m_rule;
    const std::vector<pdf::PageGeometry>& m_pages;
    std::map<int, std::vector<int>> m_sheets; ///< with those of their pages that are taken
    Placed m_placed;
};

} // namespace

Result<Placed> placeAlongSeam(
    const seal::Seal& seal, const AlongSeam& rule, const std::vector<pdf::PageGeometry>& pages)
{
    return Seam(seal, rule, pages).place();
}

} // namespace bidseal::plan
