#include "ui/seal/LiftedSealView.h"

#include "ui/seal/SealPictures.h"
#include "ui/style/Theme.h"

#include <QPainter>

namespace bidseal::seal {

namespace {

constexpr int kMargin = 20;

void paintCheckerboard(QPainter& painter, const QRect& area)
{
    constexpr int kSquare = 10;
    painter.fillRect(area, Qt::white);
    for (int y = area.top() / kSquare; y * kSquare <= area.bottom(); ++y) {
        for (int x = area.left() / kSquare; x * kSquare <= area.right(); ++x) {
            if ((x + y) % 2)
                painter.fillRect(x * kSquare, y * kSquare, kSquare, kSquare, QColor(222, 224, 228));
        }
    }
}

/// Lines as long and as dense as print, of no words: nobody is to read them.
void paintText(QPainter& painter, const QRect& sheet)
{
    constexpr int kLine = 22, kHeight = 9;
    painter.fillRect(sheet, Qt::white);
    int row = 0;
    for (int y = kMargin; y < sheet.height() - kMargin; y += kLine, ++row) {
        int x = kMargin;
        for (int word = 0; x < sheet.width() - kMargin; ++word) {
            const int width = std::min(18 + (row * 7 + word * 13) % 37, sheet.width() - kMargin - x);
            painter.fillRect(x, y, width, kHeight, QColor(96, 98, 104));
            x += width + 7;
        }
    }
}

} // namespace

/// What is scrolled.
class LiftedSealView::Sheet : public QWidget {
public:
    explicit Sheet(LiftedSealView& view)
        : m_view(view)
    {
        connect(&m_pictures, &SealPictures::ready, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        switch (m_view.m_ground) {
        case Ground::Checkerboard:
            paintCheckerboard(painter, event->rect());
            break;
        case Ground::White:
            painter.fillRect(event->rect(), Qt::white);
            break;
        case Ground::Text:
            paintText(painter, rect());
            break;
        }
        if (m_view.m_seal.isNull())
            return;
        QSizeF size = QSizeF(m_view.m_seal.size()) / devicePixelRatioF();
        if (m_view.m_scale == Scale::Fit)
            size.scale(QSizeF(this->size()) - QSizeF(2 * kMargin, 2 * kMargin), Qt::KeepAspectRatio);
        QRectF place(QPointF(), size);
        place.moveCenter(QRectF(rect()).center());
        const QSize pixels = (size * devicePixelRatioF()).toSize();
        const bool isSmaller = pixels.width() < m_view.m_seal.width();
        const QImage picture = isSmaller ? m_pictures.scaled(m_view.m_seal, pixels) : m_view.m_seal;
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, picture, QRectF(picture.rect()));
    }

private:
    LiftedSealView& m_view;
    SealPictures m_pictures;
};

LiftedSealView::LiftedSealView(QWidget* parent)
    : QScrollArea(parent)
    , m_sheet(new Sheet(*this))
{
    setWidget(m_sheet);
    setFrameShape(QFrame::NoFrame);
    constexpr int kEdge = 2;
    setViewportMargins(kEdge, kEdge, kEdge, kEdge); // where the edge is painted
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 240);
    setAccessibleName(tr("The seal without its paper"));
    layOut();
}

void LiftedSealView::setSeal(const QImage& picture)
{
    m_seal = picture;
    layOut();
}

void LiftedSealView::setGround(Ground ground)
{
    m_ground = ground;
    m_sheet->update();
}

void LiftedSealView::setScale(Scale scale)
{
    m_scale = scale;
    layOut();
}

void LiftedSealView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    layOut();
}

/// The edge beside what is scrolled, like that of the sheet on the left.
bool LiftedSealView::event(QEvent* event)
{
    if (event->type() != QEvent::Paint)
        return QScrollArea::event(event);
    const style::Colours& colours = style::colours();
    QPainter painter(this);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.controlEdge, hasFocus() ? 4 : 2));
    painter.drawRect(rect());
    return true;
}

void LiftedSealView::layOut()
{
    QSize size = viewport()->size();
    if (m_scale == Scale::Pixels)
        size
            = size.expandedTo((QSizeF(m_seal.size()) / devicePixelRatioF()).toSize() + QSize(2 * kMargin, 2 * kMargin));
    m_sheet->resize(size);
    m_sheet->update();
}

} // namespace bidseal::seal
