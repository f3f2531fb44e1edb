#pragma once

#include "core/seal/extraction/Extraction.h"

#include <QWidget>

#include <optional>

namespace bidseal::seal {

/// A scanned sheet with the impressions that were found on it. One is chosen by a click on its outline or by the arrow
/// keys; a drag with the mouse says where to look.
class ScanView : public QWidget {
    Q_OBJECT
public:
    explicit ScanView(QWidget* parent = nullptr);

    /// `preview` is the scan, perhaps smaller; everything else is said in the pixels of `scan`.
    void setScan(const QImage& preview, QSize scan);
    void setImpressions(const std::vector<Impression>& impressions, int chosen);
    void setRegion(const std::optional<QRect>& region);

    QSize sizeHint() const override { return { 380, 420 }; }
    QSize minimumSizeHint() const override { return { 240, 240 }; }

Q_SIGNALS:
    void impressionChosen(const QPointF& at); ///< in the scan's pixels
    void regionChosen(const QRect& region); ///< in the scan's pixels

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QTransform toView() const;
    void describe();
    void choose(int impression);

    QImage m_preview;
    QImage m_small; ///< at the size at which it is shown
    QSize m_scan;
    std::vector<Impression> m_impressions;
    int m_chosen = 0;
    std::optional<QRect> m_region;
    std::optional<QPoint> m_dragFrom;
    QRect m_dragged; ///< in the widget's pixels
};

} // namespace bidseal::seal
