#pragma once

#include "core/pdf/Geometry.h"

#include <optional>
#include <vector>

namespace bidseal::document {

/// Where the pages lie in the scene, in mm: one below the other, centred on x = 0. Arithmetic only, so that 5 000 pages
/// cost no more than 5.
class PageLayout {
public:
    static constexpr double kGapMm = 5.0; ///< between pages and around them

    explicit PageLayout(const std::vector<pdf::PageGeometry>& pages);

    struct Range {
        int first = 0, last = -1; ///< both included; empty where last < first
    };

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_sizes.size()); }
    [[nodiscard]] QRectF sceneRect() const;
    [[nodiscard]] QRectF pageRect(int page) const;
    [[nodiscard]] double widestMm() const { return m_widest; }
    [[nodiscard]] std::optional<int> pageAt(QPointF scene) const;
    /// Pages of which some part lies between the two heights.
    [[nodiscard]] Range pagesBetween(double top, double bottom) const;

private:
    std::vector<QSizeF> m_sizes;
    std::vector<double> m_tops;
    double m_widest = 0, m_bottom = 0;
};

} // namespace bidseal::document
