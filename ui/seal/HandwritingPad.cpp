#include "ui/seal/HandwritingPad.h"

#include "ui/style/Theme.h"

#include <QDateTime>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>

#include <algorithm>
#include <cmath>

namespace bidseal::seal {

namespace {

constexpr double kLinePart = 0.86; // of the pad's width
constexpr double kLineDown = 0.72; // of its height
constexpr double kDotsPerMm = 600 / 25.4;
constexpr double kUsualWidth = 0.011; // of the line's length: 0.65 mm of 60 mm
constexpr double kMousePressure = 0.5;
constexpr double kSmallestMm = 3; // of a seal's side in the library

double widthFor(double pressure) { return kUsualWidth * (0.35 + 1.3 * std::clamp(pressure, 0.0, 1.0)); }

/// A hand that is quick presses less. `speed` in lengths of the line a second.
double pressureAt(double speed) { return kMousePressure * std::clamp(1.35 - 0.35 * speed, 0.5, 1.35); }

/// Between b and c, as Catmull and Rom join them.
QPointF joined(QPointF a, QPointF b, QPointF c, QPointF d, double t)
{
    return 0.5
        * ((2 * b) + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * (t * t) + (3 * b - a - 3 * c + d) * (t * t * t));
}

} // namespace

HandwritingPad::HandwritingPad(QWidget* parent)
    : QWidget(parent)
    , m_ink(Qt::black)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setAttribute(Qt::WA_StaticContents);
    setAccessibleName(tr("Place to sign"));
    setAccessibleDescription(tr("Sign here with a pen or the mouse."));
}

void HandwritingPad::setInk(const QColor& ink)
{
    m_ink = ink;
    update();
    Q_EMIT changed();
}

void HandwritingPad::setLineMm(double mm)
{
    m_lineMm = mm;
    update();
    Q_EMIT changed();
}

void HandwritingPad::undo()
{
    if (m_strokes.empty())
        return;
    m_strokes.pop_back();
    m_drawing = false;
    update();
    Q_EMIT changed();
}

void HandwritingPad::clear()
{
    m_strokes.clear();
    m_drawing = false;
    update();
    Q_EMIT changed();
}

QTransform HandwritingPad::toView() const
{
    const double line = kLinePart * width();
    QTransform transform;
    transform.translate((width() - line) / 2, kLineDown * height());
    transform.scale(line, line);
    return transform;
}

/// From point to point on a curve through all of them, as broad as each was written.
void HandwritingPad::drawStroke(QPainter& painter, const Stroke& stroke) const
{
    QPen pen(m_ink, 0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const auto at = [&stroke](std::size_t i) { return stroke[std::min(i, stroke.size() - 1)]; };
    if (stroke.size() == 1) {
        pen.setWidthF(1.4 * stroke[0].width);
        painter.setPen(pen);
        painter.drawPoint(stroke[0].at);
        return;
    }
    for (std::size_t i = 0; i + 1 < stroke.size(); ++i) {
        const Point &before = at(i ? i - 1 : 0), &from = at(i), &to = at(i + 1), &after = at(i + 2);
        const double length = QLineF(from.at, to.at).length();
        const int steps = std::clamp(static_cast<int>(length / 0.004), 1, 40);
        QPointF last = from.at;
        for (int step = 1; step <= steps; ++step) {
            const double part = double(step) / steps;
            const QPointF next = joined(before.at, from.at, to.at, after.at, part);
            pen.setWidthF(from.width + (to.width - from.width) * part);
            painter.setPen(pen);
            painter.drawLine(last, next);
            last = next;
        }
    }
}

void HandwritingPad::paintEvent(QPaintEvent*)
{
    const style::Colours& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.controlEdge, hasFocus() ? 2 : 1));
    painter.setBrush(Qt::white); // paper, in the dark as well
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), style::kRadius, style::kRadius);

    const QTransform transform = toView();
    const QColor ruler(120, 126, 136);
    painter.setPen(QPen(ruler, 1));
    painter.drawLine(transform.map(QPointF(0, 0)), transform.map(QPointF(1, 0)));
    constexpr double kTickMm = 10;
    for (double mm = 0; mm <= m_lineMm + 0.01; mm += kTickMm) {
        const QPointF foot = transform.map(QPointF(mm / m_lineMm, 0));
        painter.drawLine(foot, foot + QPointF(0, 5));
    }
    const QRectF below(transform.map(QPointF(0, 0)) + QPointF(0, 8), QSizeF(kLinePart * width(), 24));
    painter.drawText(below, Qt::AlignRight | Qt::AlignTop, tr("%1 mm").arg(QLocale().toString(m_lineMm)));
    if (m_strokes.empty())
        painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, tr("Sign on the line, with a pen or the mouse"));

    painter.setTransform(transform, true);
    for (const Stroke& stroke : m_strokes)
        drawStroke(painter, stroke);
}

void HandwritingPad::begin(QPointF at, double pressure)
{
    m_strokes.push_back({ { toView().inverted().map(at), widthFor(pressure) } });
    m_drawing = true;
    m_lastMove = QDateTime::currentMSecsSinceEpoch();
    update();
}

void HandwritingPad::extend(QPointF at, double pressure)
{
    if (!m_drawing)
        return;
    constexpr double kNearest = 0.004; // what is nearer only trembles
    constexpr double kInertia = 0.7; // breadth changes slowly
    const QPointF point = toView().inverted().map(at);
    Stroke& stroke = m_strokes.back();
    const Point& last = stroke.back();
    if (QLineF(last.at, point).length() < kNearest)
        return;
    stroke.push_back({ point, kInertia * last.width + (1 - kInertia) * widthFor(pressure) });
    update();
}

void HandwritingPad::end()
{
    if (!m_drawing)
        return;
    m_drawing = false;
    Q_EMIT changed();
}

void HandwritingPad::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        begin(event->position(), kMousePressure);
}

void HandwritingPad::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drawing)
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const double seconds = std::max<double>(now - m_lastMove, 4) / 1000;
    m_lastMove = now;
    const double distance = QLineF(m_strokes.back().back().at, toView().inverted().map(event->position())).length();
    extend(event->position(), pressureAt(distance / seconds));
}

void HandwritingPad::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        end();
}

/// Accepted, so that no mouse events follow for the same movement.
#if QT_CONFIG(tabletevent)
void HandwritingPad::tabletEvent(QTabletEvent* event)
{
    event->accept();
    switch (event->type()) {
    case QEvent::TabletPress:
        setFocus(Qt::MouseFocusReason);
        begin(event->position(), event->pressure());
        break;
    case QEvent::TabletMove:
        extend(event->position(), event->pressure());
        break;
    case QEvent::TabletRelease:
        end();
        break;
    default:
        event->ignore();
    }
}
#endif

QRectF HandwritingPad::boxMm() const
{
    QRectF box;
    for (const Stroke& stroke : m_strokes) {
        for (const Point& point : stroke) {
            const double reach = 0.8 * point.width;
            box |= QRectF(point.at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
        }
    }
    box = QRectF(box.topLeft() * m_lineMm, box.size() * m_lineMm);
    const QPointF middle = box.center();
    box.setSize(box.size().expandedTo({ kSmallestMm, kSmallestMm }));
    box.moveCenter(middle);
    return box;
}

QImage HandwritingPad::picture() const
{
    if (m_strokes.empty())
        return {};
    const QRectF box = boxMm();
    QImage picture((box.size() * kDotsPerMm).toSize(), QImage::Format_ARGB32);
    QColor clear = m_ink;
    clear.setAlpha(0); // no other colour shines in where the edge is soft
    picture.fill(clear);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kDotsPerMm, kDotsPerMm);
    painter.translate(-box.topLeft());
    painter.scale(m_lineMm, m_lineMm);
    for (const Stroke& stroke : m_strokes)
        drawStroke(painter, stroke);
    return picture;
}

QSizeF HandwritingPad::sizeMm() const { return m_strokes.empty() ? QSizeF() : boxMm().size(); }

} // namespace bidseal::seal
