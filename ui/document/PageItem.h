#pragma once

#include "core/pdf/Geometry.h"
#include "ui/document/PageImages.h"

#include <QGraphicsItem>

#include <vector>

namespace bidseal::document {

/// A page in the scene: its paper, its picture as sharp as there is one, what the search has found on it.
class PageItem : public QGraphicsItem {
public:
    PageItem(int page, QSizeF sizeMm, const PageImages* images);

    [[nodiscard]] int page() const { return m_page; }

    void setHighlights(std::vector<QRectF> matches, std::vector<QRectF> current);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintPaper(QPainter* painter, const QRect& target) const;
    void paintPicture(QPainter* painter, const QRect& target) const;
    void paintHighlights(QPainter* painter) const;

    int m_page;
    QSizeF m_sizeMm;
    const PageImages* m_images;
    std::vector<QRectF> m_matches, m_current;
};

/// In how many pixels a page of this size is shown, one rule for asking and for painting.
[[nodiscard]] QSize pagePixels(QSizeF sizeMm, double devicePixelsPerMm);

} // namespace bidseal::document
