#include "ui/seal/SealPalette.h"

#include "ui/seal/HandwritingDialog.h"
#include "ui/seal/ScanDialog.h"
#include "ui/seal/SealDialog.h"
#include "ui/seal/SealPictures.h"
#include "ui/seal/SealText.h"
#include "ui/seal/SealTransferDialogs.h"
#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace bidseal::seal {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPictureSide = 76;
constexpr int kPadding = 10;
constexpr QLatin1StringView kDateStyleSetting("seals/dateStyle");

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
        const double room = kPictureSide - 2 * kPaperMargin;
        const double longer = std::max({ 1.0, m_model.longestSideMm(), seal.sizeMm.width(), seal.sizeMm.height() });
        const double scale = room / longer;
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
        QVector<Line> lines { { seal.name, bold, option.palette.color(QPalette::Active, QPalette::Text) } };
        const QColor quiet = style::colours().quietText;
        const QString problem = expiryText(seal, QDate::currentDate());
        //: a seal in the list: its size, its kind
        lines << Line { SealPalette::tr("%1 · %2").arg(sizeText(seal.sizeMm), kindText(seal.kind)), option.font,
            quiet };
        if (!seal.holder.isEmpty())
            lines << Line { seal.holder, option.font, quiet };
        if (!problem.isEmpty())
            lines << Line { problem, bold, style::colours().bad.text };
        int height = 0;
        for (const Line& line : lines)
            height += QFontMetrics(line.font).lineSpacing();
        int top = place.top() + (place.height() - height) / 2;
        for (const Line& line : lines) {
            const QFontMetrics metrics(line.font);
            painter->setFont(line.font);
            painter->setPen(line.colour);
            painter->drawText(QRect(place.left(), top, place.width(), metrics.lineSpacing()), Qt::AlignVCenter,
                metrics.elidedText(line.text, Qt::ElideRight, place.width()));
            top += metrics.lineSpacing();
        }
    }

    struct Line {
        QString text;
        QFont font;
        QColor colour;
    };

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

bool isExported(const QString& path) { return path.endsWith(".bidseals"_L1, Qt::CaseInsensitive); }

/// A seal's picture, or a file of exported seals.
QString droppedSeal(const QMimeData* data)
{
    for (const QUrl& url : data->urls()) {
        const QString path = url.toLocalFile();
        if (path.endsWith(".png"_L1, Qt::CaseInsensitive) || isExported(path))
            return path;
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
    if (const QString style = QSettings().value(kDateStyleSetting).toString(); !style.isEmpty())
        m_model.showDateSeal(plan::dateStyleNamed(style));
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
    list->entered = [this] { place(&SealPalette::placeRequested); };
    connect(m_list, &QListView::doubleClicked, this, [this] { place(&SealPalette::placeRequested); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SealPalette::updateActions);

    auto* const hint = style::quietText(tr("Drag a seal to its place on the page."));
    hint->setContentsMargins(style::kGap, style::kGap, style::kGap, 0);
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::kSmallGap);
    column->addWidget(hint);
    column->addWidget(m_list, 1);
    column->addLayout(buildWays());
    column->addLayout(buildActions());
    return page;
}

/// Where the current seal goes.
QLayout* SealPalette::buildWays()
{
    auto* const grid = new QGridLayout;
    grid->setContentsMargins(style::kGap, style::kGap, style::kGap, 0);
    grid->setSpacing(style::kGap);
    addWay(grid, u"sealPlace"_s, tr("Here"), tr("Put the seal in the middle of the current page (Enter)"),
        &SealPalette::placeRequested);
    addWay(grid, u"sealPlaceOnPages"_s, tr("Pages…"), tr("Put the seal at the same place on several pages"),
        &SealPalette::placeOnPagesRequested);
    addWay(grid, u"sealPlaceAtKeyword"_s, tr("Keyword…"), tr("Put the seal where a text stands"),
        &SealPalette::placeAtKeywordRequested);
    addWay(grid, u"sealPlaceAlongSeam"_s, tr("Cross-page…"), tr("Put a strip of the seal on the edge of every page"),
        &SealPalette::placeAlongSeamRequested);
    return grid;
}

void SealPalette::addWay(
    QGridLayout* grid, const QString& name, const QString& text, const QString& toolTip, PlaceSignal signal)
{
    QPushButton* const way = style::pushButton(text);
    way->setObjectName(name);
    way->setToolTip(toolTip);
    way->setAccessibleDescription(toolTip);
    grid->addWidget(way, int(m_ways.size()) / 2, int(m_ways.size()) % 2);
    m_ways << way;
    connect(way, &QPushButton::clicked, this, [this, signal] { place(signal); });
}

QLayout* SealPalette::buildActions()
{
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(style::kGap, style::kSmallGap, style::kGap, style::kGap);
    auto* const add = new QToolButton;
    add->setObjectName("sealAdd"_L1);
    add->setIcon(style::icon(style::Glyph::Plus));
    add->setText(tr("Add"));
    add->setToolTip(tr("Add a seal"));
    add->setAccessibleName(tr("Add a seal"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setMenu(new QMenu(add));
    fillAddMenu(add->menu());
    row->addWidget(add);
    row->addStretch();
    m_edit = addButton(row, u"sealEdit"_s, style::Glyph::Picture, tr("Edit the seal…"));
    m_remove = addButton(row, u"sealRemove"_s, style::Glyph::Delete, tr("Remove from the list…"));
    QToolButton* const more = addButton(row, u"sealMore"_s, style::Glyph::ChevronDown, tr("More"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(new QMenu(more));
    m_export = more->menu()->addAction(tr("Export seals…"), this, &SealPalette::exportSeals);
    m_export->setObjectName("sealExport"_L1);
    connect(m_edit, &QToolButton::clicked, this, &SealPalette::editCurrent);
    connect(m_remove, &QToolButton::clicked, this, &SealPalette::removeCurrent);
    return row;
}

void SealPalette::fillAddMenu(QMenu* menu)
{
    const auto add = [menu](const QString& name, const QString& text) {
        QAction* const action = menu->addAction(text);
        action->setObjectName(name);
        return action;
    };
    connect(add(u"sealAddFromFile"_s, tr("From a file…")), &QAction::triggered, this, [this] { addFromFile(); });
    connect(
        add(u"sealAddFromScan"_s, tr("From a scan or photo…")), &QAction::triggered, this, [this] { addFromScan(); });
    connect(add(u"sealDraw"_s, tr("Draw a signature…")), &QAction::triggered, this, &SealPalette::drawSignature);
    menu->addSeparator();
    for (const auto style : { plan::DateStyle::Digits, plan::DateStyle::Chinese }) {
        QAction* const action = add(u"sealAddDate-"_s + plan::dateStyleName(style), QString());
        connect(action, &QAction::triggered, this, [this, style] { addDateSeal(style); });
        connect(menu, &QMenu::aboutToShow, action,
            [action, style] { action->setText(tr("Date seal: %1").arg(plan::dateText(QDate::currentDate(), style))); });
    }
    menu->addSeparator();
    connect(add(u"sealImport"_s, tr("Import seals…")), &QAction::triggered, this, [this] { importFrom(); });
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
    QPushButton* const add = style::pushButton(tr("Add a seal from a file…"));
    add->setObjectName("sealAddFirst"_L1);
    connect(add, &QPushButton::clicked, this, [this] { addFromFile(); });
    QPushButton* const more = style::linkButton(tr("Other ways"));
    more->setObjectName("sealAddOther"_L1);
    more->setMenu(new QMenu(more));
    fillAddMenu(more->menu());
    column->addStretch();
    column->addWidget(sentence);
    column->addWidget(add, 0, Qt::AlignHCenter);
    column->addWidget(more, 0, Qt::AlignHCenter);
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
    addClose();
}

void SealPalette::addClose()
{
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
    const std::optional<Seal> seal = currentSeal();
    for (QPushButton* const way : std::as_const(m_ways))
        way->setEnabled(seal && m_placingEnabled);
    m_edit->setEnabled(seal && !SealModel::isDateSeal(*seal));
    m_remove->setEnabled(seal.has_value());
    m_export->setEnabled(seal && (m_model.rowCount() > 1 || !SealModel::isDateSeal(*seal)));
}

void SealPalette::place(PlaceSignal signal)
{
    const std::optional<Seal> seal = currentSeal();
    if (seal && m_placingEnabled)
        Q_EMIT(this->*signal)(*seal);
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

void SealPalette::addFromScan(const QString& path)
{
    if (path.isEmpty()) {
        auto* const chooser
            = new QFileDialog(this, tr("Choose a scan or photo"), {}, tr("Scans and photos (*.png *.jpg *.jpeg)"));
        chooser->setFileMode(QFileDialog::ExistingFile);
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& chosen) { addFromScan(chosen); });
        chooser->open();
        return;
    }
    m_notice->clear();
    auto* const dialog = new ScanDialog(path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ScanDialog::sealExtracted, this,
        [this, name = QFileInfo(path).completeBaseName()](const QImage& picture, std::optional<QSizeF> sizeMm) {
            addSeal({ {}, name, guessKind(name), picture, sizeMm.value_or(QSizeF()) });
        });
    dialog->open();
}

void SealPalette::drawSignature()
{
    m_notice->clear();
    auto* const dialog = new HandwritingDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HandwritingDialog::handwritingDrawn, this, [this](const QImage& picture, const QSizeF& sizeMm) {
        addSeal({ {}, tr("Signature"), Kind::Handwriting, picture, sizeMm });
    });
    dialog->open();
}

void SealPalette::addSeal(const Seal& seal)
{
    auto* const dialog = new SealDialog(seal, this);
    connect(dialog, &SealDialog::sealAccepted, &m_model, &SealModel::add);
    openDialog(dialog);
}

void SealPalette::importFrom(const QString& file)
{
    if (file.isEmpty()) {
        auto* const chooser = new QFileDialog(this, tr("Choose exported seals"), {}, tr("Exported seals (*.bidseals)"));
        chooser->setFileMode(QFileDialog::ExistingFile);
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& chosen) { importFrom(chosen); });
        chooser->open();
        return;
    }
    m_notice->clear();
    auto* const dialog = new SealImportDialog(m_model, file, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SealImportDialog::imported, this, &SealPalette::showImported);
    dialog->open();
}

void SealPalette::showImported(const ImportedSeals& seals)
{
    const int added = int(seals.added.size());
    m_notice->show(
        { style::Tone::Good, added > 0 ? tr("%n seals were added.", "", added) : tr("Nothing new was in the file."),
            seals.known > 0 ? tr("%n were here already.", "", seals.known) : QString(), {} });
    addClose();
}

void SealPalette::exportSeals()
{
    m_notice->clear();
    auto* const dialog = new SealExportDialog(m_model, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SealExportDialog::exported, this, [this](const QString& file, int seals) {
        m_notice->show({ style::Tone::Good, tr("%n seals were exported.", "", seals),
            tr("They are in %1.").arg(QFileInfo(file).fileName()), {} });
        addClose();
    });
    dialog->open();
}

void SealPalette::addDateSeal(plan::DateStyle style)
{
    QSettings().setValue(kDateStyleSetting, plan::dateStyleName(style));
    m_model.showDateSeal(style);
}

void SealPalette::forgetDateSeal()
{
    QSettings().remove(kDateStyleSetting);
    m_model.showDateSeal(std::nullopt);
}

void SealPalette::editCurrent()
{
    const std::optional<Seal> seal = currentSeal();
    if (!seal || SealModel::isDateSeal(*seal))
        return;
    auto* const dialog = new SealDialog(*seal, this);
    connect(dialog, &SealDialog::sealAccepted, &m_model, &SealModel::update);
    openDialog(dialog);
}

void SealPalette::openDialog(SealDialog* dialog)
{
    m_notice->clear();
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_certificates)
        dialog->offerCertificates(m_certificates());
    dialog->open();
}

void SealPalette::removeCurrent()
{
    const std::optional<Seal> seal = currentSeal();
    if (!seal)
        return;
    if (SealModel::isDateSeal(*seal))
        return forgetDateSeal(); // made anew by two clicks
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
    if (!droppedSeal(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SealPalette::dropEvent(QDropEvent* event)
{
    const QString path = droppedSeal(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    if (isExported(path))
        importFrom(path);
    else
        addFromFile(path);
}

} // namespace bidseal::seal
