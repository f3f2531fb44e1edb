#pragma once

#include "core/seal/PlacedSeal.h"
#include "ui/document/MarkGesture.h"
#include "ui/seal/SealPictures.h"

#include <QGraphicsItem>

namespace bidseal::document {

/// A seal or a strip of one on the page, in mm around its centre; with frame and grips while it is selected.
class MarkItem : public QGraphicsItem {
public:
    enum class Look {
        Placed,
        Selected, ///< with grips
        LiftedFrom, ///< where a mark was that is being dragged
        Carried, ///< under the pointer
        CarriedOver, ///< under the pointer, over another seal
        Refused, ///< under the pointer, where it may not be put
    };

    MarkItem(seal::SealPictures& pictures, const seal::PlacedSeal& placed, QGraphicsItem* parent = nullptr);

    /// Position, size and rotation; `origin` is where the page begins in the parent's coordinates.
    void setPlacement(const pdf::Placement& placement, QPointF origin = {});
    void setLook(Look look);
    /// Grips have a fixed size in pixels.
    void setPixelsPerMm(double pixelsPerMm);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    [[nodiscard]] QSizeF sizeMm() const { return m_placed.placement.sizeMm; }
    void paintFrame(QPainter* painter, const QColor& colour) const;

    seal::SealPictures& m_pictures;
    seal::PlacedSeal m_placed;
    Look m_look = Look::Placed;
    double m_pixelsPerMm = 1;
};

/// Where a grip lies, in mm of the page.
[[nodiscard]] QPointF gripPosition(const pdf::Placement& placement, Grip grip, double pixelsPerMm);

/// What of a selected mark is under `mm`; nothing where it was missed.
[[nodiscard]] std::optional<Grip> gripAt(const pdf::Placement& placement, QPointF mm, double pixelsPerMm);
/// Whether `mm` is on the mark itself.
[[nodiscard]] bool covers(const pdf::Placement& placement, QPointF mm);

} // namespace bidseal::document
