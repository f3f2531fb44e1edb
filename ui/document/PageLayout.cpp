#include "ui/document/PageLayout.h"

#include <algorithm>

namespace bidseal::document {

PageLayout::PageLayout(const std::vector<pdf::PageGeometry>& pages)
{
    m_sizes.reserve(pages.size());
    m_tops.reserve(pages.size());
    double top = kGapMm;
    for (const pdf::PageGeometry& page : pages) {
        const QSizeF size = page.visibleSizeMm();
        m_sizes.push_back(size);
        m_tops.push_back(top);
        m_widest = std::max(m_widest, size.width());
        top += size.height() + kGapMm;
    }
    m_bottom = top;
}

QRectF PageLayout::sceneRect() const { return QRectF(-m_widest / 2 - kGapMm, 0, m_widest + 2 * kGapMm, m_bottom); }

QRectF PageLayout::pageRect(int page) const
{
    const auto index = static_cast<std::size_t>(page);
    const QSizeF size = m_sizes.at(index);
    return QRectF(QPointF(-size.width() / 2, m_tops.at(index)), size);
}

std::optional<int> PageLayout::pageAt(QPointF scene) const
{
    const Range range = pagesBetween(scene.y(), scene.y());
    if (range.last < range.first || !pageRect(range.first).contains(scene))
        return std::nullopt;
    return range.first;
}

PageLayout::Range PageLayout::pagesBetween(double top, double bottom) const
{
    // The first page whose lower edge is at or below `top`; the gaps are equal, so tops sort as lower edges do.
    const auto behind = std::upper_bound(m_tops.begin(), m_tops.end(), top);
    int first = std::max(0, static_cast<int>(behind - m_tops.begin()) - 1);
    if (first < pageCount() && pageRect(first).bottom() < top)
        ++first;
    const auto below = std::upper_bound(m_tops.begin(), m_tops.end(), bottom);
    return Range { first, static_cast<int>(below - m_tops.begin()) - 1 };
}

} // namespace bidseal::document
