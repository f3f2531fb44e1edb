#include "ui/seal/ScanView.h"

#include "ui/style/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace bidseal::seal {

namespace {

constexpr int kMargin = 8;

/// In the order in which people read: from row to row, left to right.
std::vector<int> readingOrder(const std::vector<Impression>& impressions)
{
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(impressions.size()); ++i)
        order.push_back(i);
    const auto boxOf = [&](int i) { return impressions[static_cast<std::size_t>(i)].outline.boundingRect(); };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return boxOf(a).center().y() < boxOf(b).center().y(); });
    // Rows first, then within each row: a comparison that did both at once would not be an order.
    for (auto first = order.begin(); first != order.end();) {
        const double bottom = boxOf(*first).bottom();
        const auto last = std::find_if(first, order.end(), [&](int i) { return boxOf(i).center().y() > bottom; });
        std::sort(first, last, [&](int a, int b) { return boxOf(a).center().x() < boxOf(b).center().x(); });
        first = last;
    }
    return order;
}

} // namespace

ScanView::ScanView(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Scan"));
    describe();
}

void ScanView::setScan(const QImage& preview, QSize scan)
{
    m_preview = preview;
    m_scan = scan;
    m_small = {};
    update();
}

void ScanView::setImpressions(const std::vector<Impression>& impressions, int chosen)
{
    m_impressions = impressions;
    m_chosen = chosen;
    describe();
    update();
}

void ScanView::setRegion(const std::optional<QRect>& region)
{
    m_region = region;
    update();
}

void ScanView::describe()
{
    if (m_impressions.empty()) {
        setAccessibleDescription({});
        return;
    }
    const std::vector<int> order = readingOrder(m_impressions);
    const auto place = std::find(order.begin(), order.end(), m_chosen) - order.begin();
    setAccessibleDescription(tr("Impression %1 of %2 is chosen. The arrow keys choose another one.")
                                 .arg(place + 1)
                                 .arg(m_impressions.size()));
}

QTransform ScanView::toView() const
{
    if (m_scan.isEmpty())
        return {};
    const QRectF room = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const double scale = std::min(room.width() / m_scan.width(), room.height() / m_scan.height());
    QTransform transform;
    transform.translate(
        room.center().x() - scale * m_scan.width() / 2, room.center().y() - scale * m_scan.height() / 2);
    transform.scale(scale, scale);
    return transform;
}

void ScanView::paintEvent(QPaintEvent*)
{
    const style::Colours& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.controlEdge, hasFocus() ? 2 : 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), style::kRadius, style::kRadius);
    if (m_scan.isEmpty())
        return;

    const QTransform transform = toView();
    const QRectF place = transform.mapRect(QRectF(QPointF(), m_scan));
    if (m_small.isNull())
        m_small = m_preview.scaled(
            (place.size() * devicePixelRatioF()).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(place, m_small, QRectF(m_small.rect()));

    if (m_region) {
        QPainterPath around;
        around.addRect(place);
        around.addRect(transform.mapRect(QRectF(*m_region)));
        painter.fillPath(around, QColor(0, 0, 0, 90));
    }
    for (int i = 0; i < static_cast<int>(m_impressions.size()); ++i) {
        const QPolygonF outline = transform.map(m_impressions[static_cast<std::size_t>(i)].outline);
        const bool isChosen = i == m_chosen;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, isChosen ? 5 : 3)); // seen on any paper
        painter.drawPolyline(outline);
        painter.setPen(QPen(colours.accent, isChosen ? 3 : 1.2, isChosen ? Qt::SolidLine : Qt::DashLine));
        painter.drawPolyline(outline);
    }
    if (!m_dragged.isEmpty()) {
        QColor veil = colours.accent;
        veil.setAlpha(50);
        painter.setBrush(veil);
        painter.setPen(QPen(colours.accent, 1));
        painter.drawRect(m_dragged);
    }
}

void ScanView::resizeEvent(QResizeEvent* event)
{
    m_small = {};
    QWidget::resizeEvent(event);
}

void ScanView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_dragFrom = event->position().toPoint();
}

void ScanView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragFrom)
        return;
    const QPoint to = event->position().toPoint();
    const bool isDrag = (to - *m_dragFrom).manhattanLength() >= QApplication::startDragDistance();
    m_dragged = isDrag || !m_dragged.isEmpty() ? QRect(*m_dragFrom, to).normalized() : QRect();
    update();
}

void ScanView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_dragFrom || m_scan.isEmpty())
        return;
    m_dragFrom.reset();
    const QTransform toScan = toView().inverted();
    const QRect dragged = std::exchange(m_dragged, QRect());
    update();
    if (dragged.isEmpty()) {
        Q_EMIT impressionChosen(toScan.map(event->position()));
        return;
    }
    const QRect region = toScan.mapRect(QRectF(dragged)).toAlignedRect() & QRect(QPoint(), m_scan);
    if (!region.isEmpty())
        Q_EMIT regionChosen(region);
}

void ScanView::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool isNext = key == Qt::Key_Right || key == Qt::Key_Down;
    const bool isPrevious = key == Qt::Key_Left || key == Qt::Key_Up;
    if ((!isNext && !isPrevious) || m_impressions.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const std::vector<int> order = readingOrder(m_impressions);
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    const auto place = std::find(order.begin(), order.end(), m_chosen) - order.begin();
    choose(order[static_cast<std::size_t>((place + (isNext ? 1 : count - 1)) % count)]);
}

void ScanView::choose(int impression)
{
    m_chosen = impression;
    describe();
    update();
    Q_EMIT impressionChosen(m_impressions[static_cast<std::size_t>(impression)].outline.boundingRect().center());
}

} // namespace bidseal::seal
