#pragma once

#include <QImage>
#include <QSizeF>
#include <QWidget>

#include <vector>

namespace bidseal::seal {

/// Paper to sign on, by mouse or pen: a pen that is pressed harder, and a mouse that moves slower, write broader. Keeps
/// strokes, not pixels, in fractions of its line's length: a signature is as sharp on paper as on the screen.
class HandwritingPad : public QWidget {
    Q_OBJECT
public:
    explicit HandwritingPad(QWidget* parent = nullptr);

    void setInk(const QColor& ink);
    void setLineMm(double mm); ///< how long the line is on paper
    void undo();
    void clear();
    [[nodiscard]] bool isEmpty() const { return m_strokes.empty(); }
    /// Cropped to the strokes, transparent, 600 dpi; null where there are none.
    [[nodiscard]] QImage picture() const;
    [[nodiscard]] QSizeF sizeMm() const;

    QSize sizeHint() const override { return { 640, 260 }; }
    QSize minimumSizeHint() const override { return { 360, 160 }; }

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
#if QT_CONFIG(tabletevent) // Qt for Windows may be built without; a pen then writes as a mouse does
    void tabletEvent(QTabletEvent* event) override;
#endif

private:
    /// In lengths of the line, from its left end.
    struct Point {
        QPointF at;
        double width = 0;
    };
    using Stroke = std::vector<Point>;

    [[nodiscard]] QTransform toView() const;
    [[nodiscard]] QRectF boxMm() const;
    void begin(QPointF at, double pressure);
    void extend(QPointF at, double pressure);
    void end();
    void drawStroke(QPainter& painter, const Stroke& stroke) const;

    std::vector<Stroke> m_strokes;
    bool m_drawing = false;
    QColor m_ink;
    double m_lineMm = 60;
    qint64 m_lastMove = 0; ///< ms of the event before
};

} // namespace bidseal::seal
