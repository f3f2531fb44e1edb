#include "ui/document/ThumbnailList.h"

#include "ui/document/MarkPainter.h"
#include "ui/document/ThumbnailModel.h"
#include "ui/seal/SealPictures.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace bidseal::document {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPictureSide = 116;
constexpr int kPadding = 8;
constexpr double kNarrowestMark = 3; ///< pixels
const QColor kMarkColour(0xc6, 0x28, 0x28);
const QColor kMarkGround(0xc6, 0x28, 0x28, 60);

/// Where a seal may be looked for, in mm around its middle; a strip is made wide enough to be seen.
QRectF glow(const seal::PlacedSeal& mark, double pixelsPerMm)
{
    const QSizeF size = mark.placement.sizeMm.expandedTo(QSizeF(kNarrowestMark, kNarrowestMark) / pixelsPerMm);
    return { QPointF(-size.width() / 2, -size.height() / 2), size };
}

/// The page in the middle, its number under it, the marks on it as they will be signed, each on a reddish ground so
/// that it is found at this size.
class ThumbnailDelegate : public QStyledItemDelegate {
public:
    explicit ThumbnailDelegate(QAbstractItemView* view)
        : QStyledItemDelegate(view)
    {
        connect(&m_pictures, &seal::SealPictures::ready, view->viewport(), qOverload<>(&QWidget::update));
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return QSize(kPictureSide + 2 * kPadding, kPictureSide + 2 * kPadding + option.fontMetrics.height() + 4);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSizeF sizeMm = index.data(ThumbnailModel::SizeRole).toSizeF();
        const QSize size = sizeMm.scaled(kPictureSide, kPictureSide, Qt::KeepAspectRatio).toSize();
        QRect page(QPoint(), size);
        page.moveCenter(QPoint(option.rect.center().x(), option.rect.top() + kPadding + kPictureSide / 2));

        painter->save();
        paintPage(painter, page, index.data(ThumbnailModel::PictureRole).value<QImage>());
        paintFrame(painter, page, option);
        paintMarks(painter, page, sizeMm, index.data(ThumbnailModel::MarksRole).value<QList<seal::PlacedSeal>>());
        paintNumber(painter, option, index.data().toString());
        painter->restore();
    }

private:
    static void paintPage(QPainter* painter, const QRect& page, const QImage& picture)
    {
        painter->fillRect(page, Qt::white);
        if (picture.isNull())
            return;
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(page, picture);
    }

    static void paintFrame(QPainter* painter, const QRect& page, const QStyleOptionViewItem& option)
    {
        const bool selected = option.state & QStyle::State_Selected;
        const bool focused = selected && option.state & QStyle::State_HasFocus;
        const QColor colour = option.palette.color(QPalette::Active, selected ? QPalette::Highlight : QPalette::Mid);
        painter->setPen(QPen(colour, focused ? 4 : selected ? 3 : 1));
        painter->setBrush(Qt::NoBrush);
        const int out = selected ? 2 : 0;
        painter->drawRect(page.adjusted(-out, -out, out - 1, out - 1));
    }

    void paintMarks(QPainter* painter, const QRect& page, QSizeF sizeMm, const QList<seal::PlacedSeal>& marks) const
    {
        const double scale = page.width() / sizeMm.width();
        const QTransform before = painter->worldTransform();
        painter->translate(page.topLeft());
        painter->scale(scale, scale);
        const QTransform toPixels = painter->worldTransform();
        painter->setRenderHint(QPainter::Antialiasing);
        for (const seal::PlacedSeal& mark : marks) {
            QPen pen(kMarkColour, 1);
            pen.setCosmetic(true);
            painter->setPen(pen);
            painter->setBrush(kMarkGround);
            painter->translate(mark.placement.centreMm);
            painter->rotate(mark.placement.rotationDegrees);
            painter->drawRect(glow(mark, scale));
            painter->setWorldTransform(toPixels);
            paintOnPage(*painter, m_pictures, mark);
        }
        painter->setWorldTransform(before);
    }

    static void paintNumber(QPainter* painter, const QStyleOptionViewItem& option, const QString& number)
    {
        const bool selected = option.state & QStyle::State_Selected;
        QFont font = option.font;
        font.setBold(selected);
        painter->setFont(font);
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        const QRect line = option.rect.adjusted(0, 2 * kPadding + kPictureSide - 2, 0, 0);
        painter->drawText(line, Qt::AlignHCenter | Qt::AlignTop, number);
    }

    mutable seal::SealPictures m_pictures;
};

} // namespace

ThumbnailList::ThumbnailList(QWidget* parent)
    : QListView(parent)
    , m_model(new ThumbnailModel(this))
{
    setObjectName("thumbnailList"_L1);
    setAccessibleName(tr("Pages"));
    setModel(m_model);
    setItemDelegate(new ThumbnailDelegate(this));
    setUniformItemSizes(true); // else 5 000 rows are measured one by one
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(kPictureSide + 2 * kPadding + 16);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { setCurrentPage(m_page); });
}

void ThumbnailList::setSession(DocumentSession* session) { m_model->setSession(session); }

void ThumbnailList::setCurrentPage(int index)
{
    m_page = index;
    if (index < 0 || index >= m_model->rowCount() || index == currentIndex().row())
        return;
    m_following = true;
    setCurrentIndex(m_model->index(index));
    m_following = false;
}

void ThumbnailList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_following && current.isValid())
        Q_EMIT pageActivated(current.row());
}

} // namespace bidseal::document
