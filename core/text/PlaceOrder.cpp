#include "core/text/PlaceOrder.h"

#include "core/text/TextFolding.h"

#include <algorithm>
#include <cmath>

namespace bidseal::text {

namespace {

constexpr QChar kBarrier { 0x1E }; ///< a record separator, which nobody types: no match reaches over it
constexpr double kMuchLarger = 2.5; ///< than most characters: a watermark, which would swallow lines
constexpr double kStruckTwice = 0.3; ///< characters apart: bold by drawing twice
constexpr int kNoChance = 4; ///< UTF-16 units that nobody writes backwards: 盖章公司 does not show 公章
constexpr double kWordGap = 0.2; ///< characters

enum class Direction { Right, Down, Left, Up };

bool isHorizontal(Direction direction) { return direction == Direction::Right || direction == Direction::Left; }

/// A piece as the line sees it: along it and across it, whichever way it runs.
struct Item {
    const Piece* piece;
    double from, to; ///< along the line
    double low, high; ///< across it
    double size; ///< of a character

    [[nodiscard]] double middle() const { return (low + high) / 2; }
};

struct Line {
    double low, high;
    std::vector<Item> items;
};

Item itemOf(const Piece& piece, Direction direction)
{
    const QRectF& box = piece.box;
    const double size = piece.isSingle ? std::max(box.width(), box.height()) : std::min(box.width(), box.height());
    switch (direction) {
    case Direction::Left:
        return { &piece, -box.right(), -box.left(), box.top(), box.bottom(), size };
    case Direction::Down:
        return { &piece, box.top(), box.bottom(), box.left(), box.right(), size };
    case Direction::Up:
        return { &piece, -box.bottom(), -box.top(), box.left(), box.right(), size };
    default:
        return { &piece, box.left(), box.right(), box.top(), box.bottom(), size };
    }
}

bool runsAlong(const Piece& piece, Direction direction)
{
    return piece.isSingle || (piece.box.width() >= piece.box.height()) == isHorizontal(direction);
}

double usualSize(const std::vector<Piece>& pieces)
{
    std::vector<double> sizes;
    sizes.reserve(pieces.size());
    for (const Piece& piece : pieces)
        sizes.push_back(itemOf(piece, Direction::Right).size);
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

std::vector<Line> linesOf(std::vector<Item> items)
{
    // The highest characters of a line say where it is; commas and dashes fall into it.
    std::stable_sort(items.begin(), items.end(),
        [](const Item& left, const Item& right) { return left.high - left.low > right.high - right.low; });
    std::vector<Line> lines;
    for (const Item& item : items) {
        const auto line = std::find_if(lines.begin(), lines.end(),
            [&item](const Line& known) { return known.low <= item.middle() && item.middle() <= known.high; });
        if (line == lines.end())
            lines.push_back({ item.low, item.high, { item } });
        else
            line->items.push_back(item);
    }
    return lines;
}

/// A line's text, and which piece each of its UTF-16 units came from.
class LineText {
public:
    LineText(Line line, double widestGap)
        : m_widestGap(widestGap)
    {
        std::stable_sort(line.items.begin(), line.items.end(),
            [](const Item& left, const Item& right) { return left.from < right.from; });
        for (const Item& item : line.items)
            take(item);
    }

    void find(const QString& needle, std::vector<QRectF>& found) const
    {
        for (const FoldedMatch& match : findFolded(fold(m_text), needle)) {
            QRectF bounds;
            for (int unit = match.start; unit < match.start + match.length; ++unit) {
                if (const Piece* const piece = m_pieces[static_cast<std::size_t>(unit)])
                    bounds |= piece->box;
            }
            found.push_back(bounds);
        }
    }

private:
    void take(const Item& item)
    {
        if (m_last.piece) {
            const double size = std::max(item.size, m_last.size);
            const bool isSame = item.piece->text == m_last.piece->text;
            if (isSame && std::abs(item.from - m_last.from) < kStruckTwice * size)
                return;
            const double gap = (item.from - m_last.to) / size;
            if (gap > m_widestGap)
                add(kBarrier, nullptr);
            else if (gap > kWordGap)
                add(u' ', nullptr);
        }
        for (const QChar unit : item.piece->text)
            add(unit, item.piece);
        m_last = item;
    }

    void add(QChar unit, const Piece* piece)
    {
        m_text += unit;
        m_pieces.push_back(piece);
    }

    double m_widestGap;
    QString m_text;
    std::vector<const Piece*> m_pieces; ///< null: put between
    Item m_last {};
};

void findAlong(Direction direction, const std::vector<Piece>& pieces, const QString& needle, double widestGap,
    std::vector<QRectF>& found)
{
    const double muchLarger = kMuchLarger * usualSize(pieces);
    std::vector<Item> usual, large;
    for (const Piece& piece : pieces) {
        if (!runsAlong(piece, direction))
            continue;
        const Item item = itemOf(piece, direction);
        (item.size > muchLarger ? large : usual).push_back(item);
    }
    for (auto& items : { std::move(usual), std::move(large) }) {
        for (Line& line : linesOf(items))
            LineText(std::move(line), widestGap).find(needle, found);
    }
}

} // namespace

std::vector<QRectF> findByPlace(const std::vector<Piece>& pieces, const QString& needle, double widestGap)
{
    std::vector<QRectF> found;
    if (pieces.empty())
        return found;
    findAlong(Direction::Right, pieces, needle, widestGap, found);
    findAlong(Direction::Down, pieces, needle, widestGap, found);
    if (found.empty() && needle.size() >= kNoChance) {
        findAlong(Direction::Left, pieces, needle, widestGap, found);
        findAlong(Direction::Up, pieces, needle, widestGap, found);
    }
    return found;
}

} // namespace bidseal::text
