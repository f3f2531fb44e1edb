#include "ui/window/DocumentToolBar.h"

#include "ui/document/DocumentSearch.h"
#include "ui/document/DocumentView.h"
#include "ui/document/SearchBar.h"
#include "ui/style/Theme.h"
#include "ui/style/Widgets.h"
#include "ui/window/KeyIndicator.h"
#include "ui/window/ShieldIndicator.h"

#include <QActionEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QUndoGroup>

using namespace Qt::StringLiterals;

namespace bidseal::window {

namespace {
constexpr int kIcon = 20;

/// As a layout sees it, also while it is hidden.
int leastWidthOf(const QWidget& widget)
{
    const bool canShrink = widget.sizePolicy().horizontalPolicy() & QSizePolicy::ShrinkFlag;
    const int hint = canShrink ? widget.minimumSizeHint().width() : widget.sizeHint().width();
    return std::max({ 0, hint, widget.minimumWidth() });
}
} // namespace

DocumentToolBar::DocumentToolBar(Partners partners, QWidget* parent)
    : QToolBar(parent)
    , m_partners(partners)
{
    setObjectName(u"toolBar"_s);
    setWindowTitle(tr("Tools"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setIconSize({ kIcon, kIcon });
    addOpen();
    m_documentActions << addSeparator();
    addUndo();
    m_documentActions << addSeparator();
    m_dispensable.last() << m_documentActions.last();
    addZoom();
    m_documentActions << addSeparator();
    addPages();
    m_documentActions << addSeparator();
    m_search = new document::SearchBar(m_partners.search, m_partners.view, this);
    m_documentActions << addWidget(m_search);
    addEnd();
    setDocumentOpen(false);
}

/// Everything by keyboard too: Qt takes buttons of a toolbar out of the tab order.
void DocumentToolBar::actionEvent(QActionEvent* event)
{
    QToolBar::actionEvent(event);
    if (event->type() != QEvent::ActionAdded)
        return;
    if (auto* button = qobject_cast<QToolButton*>(widgetForAction(event->action())))
        button->setFocusPolicy(Qt::TabFocus);
}

QAction* DocumentToolBar::add(style::Glyph glyph, const QString& text, const QKeySequence& shortcut)
{
    auto* action = addAction(style::icon(glyph), text);
    action->setShortcut(shortcut);
    action->setToolTip(shortcut.isEmpty() ? text : u"%1 (%2)"_s.arg(text, shortcut.toString(QKeySequence::NativeText)));
    return action;
}

void DocumentToolBar::addOpen()
{
    m_recentMenu = new QMenu(this);
    m_recentMenu->setAccessibleName(tr("Opened recently"));
    auto* action = new QAction(style::icon(style::Glyph::Open), tr("Open"), this);
    action->setShortcut(QKeySequence::Open);
    action->setToolTip(tr("Open a document (%1)").arg(action->shortcut().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, &DocumentToolBar::openRequested);
    m_open = new QToolButton(this);
    m_open->setObjectName(u"open"_s);
    m_open->setDefaultAction(action);
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setPopupMode(QToolButton::MenuButtonPopup);
    m_open->setMenu(m_recentMenu);
    m_open->setFocusPolicy(Qt::TabFocus);
    addWidget(m_open);
}

void DocumentToolBar::addUndo()
{
    auto* undo = m_partners.undo.createUndoAction(this, tr("Undo"));
    undo->setIcon(style::icon(style::Glyph::Undo));
    undo->setShortcut(QKeySequence::Undo);
    auto* redo = m_partners.undo.createRedoAction(this, tr("Redo"));
    redo->setIcon(style::icon(style::Glyph::Redo));
    redo->setShortcut(QKeySequence::Redo);
    addAction(undo);
    addAction(redo);
    m_documentActions << undo << redo;
    m_dispensable << QList { undo, redo };
}

void DocumentToolBar::addZoom()
{
    auto& view = m_partners.view;
    auto* out = add(style::Glyph::ZoomOut, tr("Smaller"), QKeySequence::ZoomOut);
    connect(out, &QAction::triggered, &view, &document::DocumentView::zoomOut);
    m_zoom = new QToolButton(this);
    m_zoom->setObjectName(u"zoom"_s);
    m_zoom->setToolTip(tr("True size (100 %)"));
    m_zoom->setFocusPolicy(Qt::TabFocus);
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(u"8888 %"_s) + 12);
    connect(m_zoom, &QToolButton::clicked, &view, [&view] { view.setZoom(1.0); });
    auto* number = addWidget(m_zoom);
    auto* in = add(style::Glyph::ZoomIn, tr("Larger"), QKeySequence::ZoomIn);
    connect(in, &QAction::triggered, &view, &document::DocumentView::zoomIn);
    auto* fit = add(style::Glyph::Fit, tr("Fit the width, or the page"), QKeySequence(u"Ctrl+0"_s));
    connect(fit, &QAction::triggered, &view, [&view] {
        using Mode = document::DocumentView::ZoomMode;
        if (view.zoomMode() == Mode::FitWidth)
            view.fitPage();
        else
            view.fitWidth();
    });
    connect(&view, &document::DocumentView::zoomChanged, this, &DocumentToolBar::showZoom);
    m_documentActions << out << number << in << fit;
    m_dispensable << QList { out, in };
    m_exactZoom = { number, fit };
}

void DocumentToolBar::addPages()
{
    auto& view = m_partners.view;
    auto* previous = add(style::Glyph::Previous, tr("Previous page"), QKeySequence(u"Ctrl+PgUp"_s));
    connect(previous, &QAction::triggered, &view, [&view] { view.goToPage(view.currentPage() - 1); });
    m_page = new QSpinBox(this);
    m_page->setObjectName(u"page"_s);
    m_page->setAccessibleName(tr("Page"));
    m_page->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_page->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_page->setKeyboardTracking(false);
    m_page->setFocusPolicy(Qt::StrongFocus);
    m_page->setFixedWidth(fontMetrics().horizontalAdvance(u"88888"_s) + 22);
    connect(m_page, &QSpinBox::valueChanged, &view, [&view](int number) { view.goToPage(number - 1); });
    // Also back to the page whose number stands there already.
    connect(m_page->findChild<QLineEdit*>(), &QLineEdit::returnPressed, &view,
        [&view, page = m_page] { view.goToPage(page->value() - 1); });
    auto* field = addWidget(m_page);
    m_pageCount = new QLabel(this);
    m_pageCount->setForegroundRole(QPalette::PlaceholderText);
    m_pageCount->setContentsMargins(4, 0, 4, 0);
    auto* count = addWidget(m_pageCount);
    auto* next = add(style::Glyph::Next, tr("Next page"), QKeySequence(u"Ctrl+PgDown"_s));
    connect(next, &QAction::triggered, &view, [&view] { view.goToPage(view.currentPage() + 1); });
    connect(&view, &document::DocumentView::pageChanged, this, &DocumentToolBar::showPage);
    m_documentActions << previous << field << count << next;
}

void DocumentToolBar::addEnd()
{
    auto* space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);
    auto* shield = new ShieldIndicator(m_partners.selfCheck, this);
    connect(shield, &ShieldIndicator::clicked, this, &DocumentToolBar::selfCheckRequested);
    addWidget(shield);
    addWidget(new KeyIndicator(m_partners.keys, this));
    auto* help = add(style::Glyph::Help, tr("Help"), QKeySequence(u"F1"_s));
    connect(help, &QAction::triggered, this, &DocumentToolBar::helpRequested);
    m_dispensable << QList { help } << m_exactZoom;
    auto* gap = new QWidget(this);
    gap->setFixedWidth(style::kGap);
    addWidget(gap);
    m_sign = style::primaryButton(tr("Sign"), this);
    m_sign->setObjectName(u"sign"_s);
    m_sign->setIcon(style::icon(style::Glyph::Sign, style::Tint::OnAccent));
    m_sign->setToolTip(
        tr("Sign this document (%1)").arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    connect(m_sign, &QPushButton::clicked, this, &DocumentToolBar::signRequested);
    addWidget(m_sign);
}

void DocumentToolBar::setDocumentOpen(bool open)
{
    m_isDocumentOpen = open;
    makeRoom();
    m_sign->setEnabled(open);
    showPage();
    showZoom();
}

/// In a narrow window what the keyboard does as well goes, never the shield or the primary action.
void DocumentToolBar::makeRoom()
{
    QList<QAction*> absent;
    if (!m_isDocumentOpen)
        absent = m_documentActions;
    for (const auto& together : std::as_const(m_dispensable))
        if (widthWith(absent) > width())
            absent << together;
    const auto actions = this->actions();
    for (QAction* action : actions)
        action->setVisible(!absent.contains(action));
}

int DocumentToolBar::widthWith(const QList<QAction*>& absent) const
{
    const auto margins = layout()->contentsMargins();
    int needed = margins.left() + margins.right();
    const auto actions = this->actions();
    for (QAction* action : actions) {
        const auto* widget = widgetForAction(action);
        if (widget && !absent.contains(action))
            needed += leastWidthOf(*widget) + layout()->spacing();
    }
    return needed;
}

void DocumentToolBar::resizeEvent(QResizeEvent* event)
{
    QToolBar::resizeEvent(event);
    makeRoom();
}

void DocumentToolBar::showZoom() { m_zoom->setText(tr("%1 %").arg(qRound(m_partners.view.zoom() * 100))); }

void DocumentToolBar::showPage()
{
    const int count = m_partners.view.pageCount();
    const QSignalBlocker quiet(m_page);
    m_page->setRange(count ? 1 : 0, count);
    m_page->setValue(m_partners.view.currentPage() + 1);
    m_pageCount->setText(tr("of %1").arg(count));
    m_pageCount->setVisible(count > 0);
}

void DocumentToolBar::focusPageField()
{
    m_page->setFocus(Qt::ShortcutFocusReason);
    m_page->selectAll();
}

void DocumentToolBar::focusSearch() { m_search->start(); }

} // namespace bidseal::window
