#include "ui/seal/SealPalette.h"

#include "ui/seal/SealDialog.h"
#include "ui/seal/SealPictures.h"
#include "ui/seal/SealText.h"
#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace bidseal::seal {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPictureSide = 76;
constexpr int kPadding = 10;

/// A seal on a piece of paper, in true proportion to the largest one, with its name, kind and size beside it.
class SealDelegate : public QStyledItemDelegate {
public:
    SealDelegate(const SealModel& model, QAbstractItemView* view)
        : QStyledItemDelegate(view)
        , m_model(model)
    {
        connect(&m_pictures, &SealPictures::ready, view->viewport(), qOverload<>(&QWidget::update));
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return QSize(kPictureSide + 150, kPictureSide + 2 * kPadding);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Seal seal = index.data(SealModel::SealRole).value<Seal>();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(painter, option);
        const QRect paper(option.rect.left() + kPadding, option.rect.top() + kPadding, kPictureSide, kPictureSide);
        paintPicture(painter, option, paper, seal);
        paintText(painter, option,
            option.rect.adjusted(kPictureSide + 2 * kPadding + 2, kPadding, -kPadding, -kPadding), seal);
        painter->restore();
    }

private:
    static void paintGround(QPainter* painter, const QStyleOptionViewItem& option)
    {
        const bool selected = option.state & QStyle::State_Selected;
        const bool hovered = option.state & QStyle::State_MouseOver;
        QColor ground = option.palette.color(QPalette::Active, QPalette::Highlight);
        ground.setAlpha(selected ? 40 : hovered ? 18 : 0);
        painter->setBrush(ground);
        const bool focused = selected && option.state & QStyle::State_HasFocus;
        painter->setPen(
            focused ? QPen(option.palette.color(QPalette::Active, QPalette::Highlight), 2) : QPen(Qt::NoPen));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -3), 6, 6);
    }

    void paintPicture(QPainter* painter, const QStyleOptionViewItem& option, const QRect& paper, const Seal& seal) const
    {
        constexpr double kPaperMargin = 5;
        painter->setPen(QPen(option.palette.color(QPalette::Active, QPalette::Mid), 1));
        painter->setBrush(Qt::white);
        painter->drawRoundedRect(QRectF(paper).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        const double scale = (kPictureSide - 2 * kPaperMargin) / std::max(1.0, m_model.longestSideMm());
        const QSizeF size = seal.sizeMm * scale;
        QRectF place(QPointF(), size);
        place.moveCenter(QRectF(paper).center());
        const double dpr = painter->device()->devicePixelRatioF();
        const QImage picture = m_pictures.scaled(seal.picture, (size * dpr).toSize());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(place, picture, QRectF(picture.rect()));
    }

    static void paintText(QPainter* painter, const QStyleOptionViewItem& option, const QRect& place, const Seal& seal)
    {
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        const QFontMetrics boldMetrics(bold);
        const int line = option.fontMetrics.lineSpacing();
        const int height = boldMetrics.lineSpacing() + 2 * line;
        int top = place.top() + (place.height() - height) / 2;
        painter->setFont(bold);
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        painter->drawText(QRect(place.left(), top, place.width(), boldMetrics.lineSpacing()), Qt::AlignVCenter,
            boldMetrics.elidedText(seal.name, Qt::ElideRight, place.width()));
        top += boldMetrics.lineSpacing();
        painter->setFont(option.font);
        painter->setPen(style::colours().quietText);
        for (const QString& text : { kindText(seal.kind), sizeText(seal.sizeMm) }) {
            painter->drawText(QRect(place.left(), top, place.width(), line), Qt::AlignVCenter,
                option.fontMetrics.elidedText(text, Qt::ElideRight, place.width()));
            top += line;
        }
    }

    const SealModel& m_model;
    mutable SealPictures m_pictures;
};

/// The list; what is dragged out of it shows itself at its true size where it lands, so that on the way a small picture
/// at the pointer is enough.
class SealList : public QListView {
public:
    using QListView::QListView;

    std::function<void()> entered;

protected:
    void startDrag(Qt::DropActions actions) override
    {
        const Seal seal = currentIndex().data(SealModel::SealRole).value<Seal>();
        auto* const drag = new QDrag(this);
        drag->setMimeData(model()->mimeData({ currentIndex() }));
        QPixmap nothing(1, 1);
        nothing.fill(Qt::transparent);
        drag->setPixmap(nothing);
        constexpr int kCursorSide = 48; // larger ones are refused by some window systems
        const QImage small
            = seal.picture.scaled(kCursorSide, kCursorSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        drag->setDragCursor(QPixmap::fromImage(small), Qt::IgnoreAction);
        drag->exec(actions, Qt::CopyAction);
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            entered();
        else
            QListView::keyPressEvent(event);
    }
};

QToolButton* addButton(QHBoxLayout* row, const QString& objectName, style::Glyph glyph, const QString& name)
{
    auto* const button = new QToolButton;
    button->setObjectName(objectName);
    button->setIcon(style::icon(glyph));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
    return button;
}

QString droppedPicture(const QMimeData* data)
{
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(".png"_L1, Qt::CaseInsensitive))
            return url.toLocalFile();
    }
    return {};
}

} // namespace

SealPalette::SealPalette(SealModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_pages(new QStackedWidget(this))
    , m_notice(new style::Notice(style::Notice::Shape::Card, this))
{
    setObjectName("sealPalette"_L1);
    setAccessibleName(tr("Seals"));
    setAcceptDrops(true);
    m_notice->setObjectName("sealNotice"_L1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::kGap);
    column->addWidget(m_notice);
    m_pages->addWidget(buildList());
    m_pages->addWidget(buildEmptyState());
    column->addWidget(m_pages, 1);

    connect(&m_model, &SealModel::loaded, this, &SealPalette::showContents);
    connect(&m_model, &SealModel::failed, this, &SealPalette::showError);
    connect(&m_model, &SealModel::added, this, &SealPalette::setCurrentSeal);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this,
        [this] { m_currentId = currentSeal() ? currentSeal()->id : QString(); });
    showContents();
}

QWidget* SealPalette::buildList()
{
    auto* const list = new SealList;
    m_list = list;
    m_list->setObjectName("sealList"_L1);
    m_list->setAccessibleName(tr("Seals"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SealDelegate(m_model, m_list));
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    list->entered = [this] { place(); };
    connect(m_list, &QListView::doubleClicked, this, &SealPalette::place);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SealPalette::updateActions);

    m_place = new QPushButton(tr("Place on the page"));
    m_place->setObjectName("sealPlace"_L1);
    m_place->setToolTip(tr("Put the seal in the middle of the current page (Enter)"));
    connect(m_place, &QPushButton::clicked, this, &SealPalette::place);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(style::kGap, 0, style::kGap, style::kGap);
    row->addWidget(m_place, 1);
    QToolButton* const add = addButton(row, u"sealAdd"_s, style::Glyph::Plus, tr("Add a seal from a file…"));
    m_edit = addButton(row, u"sealEdit"_s, style::Glyph::Picture, tr("Edit name, kind and size…"));
    m_remove = addButton(row, u"sealRemove"_s, style::Glyph::Delete, tr("Remove from the list…"));
    connect(add, &QToolButton::clicked, this, [this] { addFromFile(); });
    connect(m_edit, &QToolButton::clicked, this, &SealPalette::editCurrent);
    connect(m_remove, &QToolButton::clicked, this, &SealPalette::removeCurrent);

    auto* const hint = style::quietText(tr("Drag a seal to its place on the page."));
    hint->setContentsMargins(style::kGap, style::kGap, style::kGap, 0);
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::kSmallGap);
    column->addWidget(hint);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    return page;
}

QWidget* SealPalette::buildEmptyState()
{
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(style::kMargin, style::kMargin, style::kMargin, style::kMargin);
    column->setSpacing(style::kMargin);
    QLabel* const sentence
        = style::plainText(tr("Your seals appear here: add the picture of one, a PNG with a transparent ground."));
    sentence->setAlignment(Qt::AlignCenter);
    auto* const add = new QPushButton(tr("Add a seal from a file…"));
    add->setObjectName("sealAddFirst"_L1);
    connect(add, &QPushButton::clicked, this, [this] { addFromFile(); });
    column->addStretch();
    column->addWidget(sentence);
    column->addWidget(add, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return page;
}

void SealPalette::showContents()
{
    m_pages->setCurrentIndex(m_model.rowCount() > 0 || m_model.isLoading() ? 0 : 1);
    const QModelIndex before = m_model.indexOf(m_currentId);
    if (m_model.rowCount() > 0)
        m_list->setCurrentIndex(before.isValid() ? before : m_model.index(0));
    updateActions();
}

void SealPalette::showError(const Error& error)
{
    m_notice->show(style::noticeFor(error));
    QPushButton* const close = m_notice->addAction(tr("Close"));
    close->setObjectName("sealNoticeClose"_L1);
    connect(close, &QPushButton::clicked, m_notice, &style::Notice::clear, Qt::QueuedConnection);
}

std::optional<Seal> SealPalette::currentSeal() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(index.data(SealModel::SealRole).value<Seal>()) : std::nullopt;
}

void SealPalette::setCurrentSeal(const QString& id)
{
    const QModelIndex index = m_model.indexOf(id);
    if (index.isValid())
        m_list->setCurrentIndex(index);
}

void SealPalette::setPlacingEnabled(bool enabled)
{
    m_placingEnabled = enabled;
    updateActions();
}

void SealPalette::updateActions()
{
    const bool hasSeal = m_list->currentIndex().isValid();
    m_place->setEnabled(hasSeal && m_placingEnabled);
    m_edit->setEnabled(hasSeal);
    m_remove->setEnabled(hasSeal);
}

void SealPalette::place()
{
    const std::optional<Seal> seal = currentSeal();
    if (seal && m_placingEnabled)
        Q_EMIT placeRequested(*seal);
}

void SealPalette::addFromFile(const QString& path)
{
    if (path.isEmpty()) {
        auto* const chooser = new QFileDialog(this, tr("Choose the picture of a seal"), {}, tr("PNG pictures (*.png)"));
        chooser->setFileMode(QFileDialog::ExistingFile);
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& chosen) { addFromFile(chosen); });
        chooser->open();
        return;
    }
    auto* const dialog = new SealDialog(path, this);
    connect(dialog, &SealDialog::sealAccepted, &m_model, &SealModel::add);
    openDialog(dialog);
}

void SealPalette::editCurrent()
{
    const std::optional<Seal> seal = currentSeal();
    if (!seal)
        return;
    auto* const dialog = new SealDialog(*seal, this);
    connect(dialog, &SealDialog::sealAccepted, &m_model, &SealModel::update);
    openDialog(dialog);
}

void SealPalette::openDialog(SealDialog* dialog)
{
    m_notice->clear();
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_holders)
        dialog->suggestHolders(m_holders());
    dialog->open();
}

void SealPalette::removeCurrent()
{
    const std::optional<Seal> seal = currentSeal();
    if (!seal)
        return;
    // Asked here instead of in a dialog; the original picture of the seal is not touched.
    m_notice->show({ style::Tone::Caution, tr("Remove %1 from your seals?").arg(seal->name),
        tr("Marks that are placed already stay. To have it back you need its picture again."), {} });
    QPushButton* const remove = m_notice->addAction(tr("Remove"));
    remove->setObjectName("sealRemoveConfirm"_L1);
    QPushButton* const keep = m_notice->addAction(tr("Keep"));
    keep->setObjectName("sealRemoveCancel"_L1);
    connect(remove, &QPushButton::clicked, &m_model, [this, id = seal->id] { m_model.removeSeal(id); });
    connect(remove, &QPushButton::clicked, m_notice, &style::Notice::clear, Qt::QueuedConnection);
    connect(keep, &QPushButton::clicked, m_notice, &style::Notice::clear, Qt::QueuedConnection);
    keep->setFocus();
}

void SealPalette::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedPicture(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SealPalette::dropEvent(QDropEvent* event)
{
    const QString path = droppedPicture(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    addFromFile(path);
}

} // namespace bidseal::seal
