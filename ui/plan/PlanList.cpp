#include "ui/plan/PlanList.h"

#include "core/plan/PlanFile.h"
#include "ui/plan/PlanDelegate.h"
#include "ui/plan/PlanOf.h"
#include "ui/plan/RecentPlans.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"
#include "ui/tasks/BackgroundTask.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

enum Page { ListPage, EmptyPage };

constexpr auto kSuffix = QLatin1StringView("bidplan.json");

/// The list's own keys; everything else is a list's.
class Rows : public QListView {
public:
    using QListView::QListView;

    std::function<void()> entered, removed;
    std::function<void(int direction)> turned;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return entered();
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            return removed();
        case Qt::Key_Left:
            return turned(-1);
        case Qt::Key_Right:
            return turned(1);
        default:
            QListView::keyPressEvent(event);
        }
    }
};

QToolButton* toolButton(const QString& objectName, style::Glyph glyph, const QString& name, const QString& keys)
{
    auto* button = new QToolButton;
    button->setObjectName(objectName);
    button->setIcon(style::icon(glyph));
    button->setAccessibleName(name);
    //: a command and its key
    button->setToolTip(PlanList::tr("%1 (%2)").arg(name, keys));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PlanList::PlanList(QWidget* parent)
    : QWidget(parent)
    , m_model(new PlanModel(this))
{
    m_notice = new style::Notice(style::Notice::Shape::Card, this);
    m_notice->setObjectName(u"planNotice"_s);
    m_pages = new QStackedWidget(this);
    m_pages->insertWidget(ListPage, buildContents());
    m_pages->insertWidget(EmptyPage, buildEmptyState());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    connect(m_model, &PlanModel::updated, this, &PlanList::showContents);
    showContents();
}

QWidget* PlanList::buildContents()
{
    m_summary = style::quietText({});
    m_summary->setObjectName(u"planSummary"_s);
    auto* menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    auto* more = new QToolButton;
    more->setObjectName(u"planMenu"_s);
    more->setText(tr("Plan"));
    more->setIcon(style::icon(style::Glyph::ChevronDown));
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more->setLayoutDirection(Qt::RightToLeft); // the arrow behind the word
    more->setAccessibleName(tr("Plan: save it or use another one"));
    more->setToolTip(tr("Save these seals as a plan, or use a saved one"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::TabFocus);
    more->setMenu(menu);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(style::kMargin - style::kSmallGap, style::kSmallGap, style::kSmallGap, style::kSmallGap);
    head->addWidget(m_summary, 1);
    head->addWidget(more);

    auto* rows = new Rows;
    m_list = rows;
    m_list->setObjectName(u"planRows"_s);
    m_list->setAccessibleName(tr("Seals that will be put on the file"));
    m_list->setAccessibleDescription(
        tr("Enter goes there, left and right arrow go through the places of a line, Delete takes it away."));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PlanDelegate(*m_model, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    rows->entered = [this] { activate(m_list->currentIndex()); };
    rows->removed = [this] { removeSelected(); };
    rows->turned = [this](int direction) { goToNext(direction); };
    connect(m_list, &QListView::clicked, this, &PlanList::activate);
    connect(m_list, &QWidget::customContextMenuRequested, this, &PlanList::openMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PlanList::showPosition);

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(buildFooter());
    return page;
}

QWidget* PlanList::buildFooter()
{
    m_previous = toolButton(u"planPrevious"_s, style::Glyph::Previous, tr("Previous place of this line"), tr("Left"));
    m_next = toolButton(u"planNext"_s, style::Glyph::Next, tr("Next place of this line"), tr("Right"));
    m_remove = toolButton(u"planRemove"_s, style::Glyph::Delete, tr("Take this line away"), tr("Delete"));
    m_position = style::quietText({});
    m_position->setObjectName(u"planPosition"_s);
    m_position->setWordWrap(false);
    connect(m_previous, &QToolButton::clicked, this, [this] { goToNext(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goToNext(1); });
    connect(m_remove, &QToolButton::clicked, this, &PlanList::removeSelected);
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(style::kGap, style::kSmallGap, style::kGap, style::kSmallGap);
    row->addWidget(m_previous);
    row->addWidget(m_position);
    row->addWidget(m_next);
    row->addStretch();
    row->addWidget(m_remove);
    return footer;
}

QWidget* PlanList::buildEmptyState()
{
    m_invitation = style::plainText({});
    m_invitation->setObjectName(u"planInvitation"_s);
    m_invitation->setAlignment(Qt::AlignCenter);
    m_use = style::pushButton(tr("Use a plan…"));
    m_use->setObjectName(u"planUseFirst"_s);
    connect(m_use, &QPushButton::clicked, this, &PlanList::choosePlanToUse);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(style::kMargin, style::kMargin, style::kMargin, style::kMargin);
    column->setSpacing(style::kMargin);
    column->addStretch(1);
    column->addWidget(m_invitation);
    column->addWidget(m_use, 0, Qt::AlignHCenter);
    column->addLayout(m_recent);
    column->addStretch(2);
    return page;
}

void PlanList::setSession(document::DocumentSession* session)
{
    if (auto* before = m_model->session())
        disconnect(&before->marks(), nullptr, this, nullptr);
    m_notice->clear();
    m_model->setSession(session);
    if (session)
        connect(&session->marks(), &document::MarkList::selectionChanged, this, &PlanList::followSelection);
}

void PlanList::showContents()
{
    const bool hadFocus = m_list->hasFocus();
    if (m_model->isEmpty()) {
        m_invitation->setText(m_model->session()
                ? tr("Nothing will be put on this file yet. Drag a seal onto a page, or use a plan that you saved "
                     "for another file.")
                : tr("What will be put on the opened file is listed here."));
        m_use->setVisible(m_model->session() != nullptr);
        showRecentPlans();
        m_pages->setCurrentIndex(EmptyPage);
        if (hadFocus)
            m_use->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_summary->setText(m_model->hasTooMany()
            ? tr("%1: more than this file can be given in one signature").arg(m_model->summary())
            : m_model->summary());
    m_pages->setCurrentIndex(ListPage);
    m_list->doItemsLayout();
    followSelection();
}

/// The mark that is selected on its page is in the current row.
void PlanList::followSelection()
{
    const auto* session = m_model->session();
    const auto selected = session ? session->marks().selected() : std::nullopt;
    const int row = selected ? m_model->rowOf(*selected) : -1;
    if (row >= 0 && row != m_list->currentIndex().row())
        m_list->setCurrentIndex(m_model->index(row));
    showPosition();
}

void PlanList::showPosition()
{
    const PlanRow* row = currentRow();
    const int places = row ? static_cast<int>(row->marks.size()) : 0;
    const int position = row ? positionIn(*row) : -1;
    m_previous->setEnabled(places > 1);
    m_next->setEnabled(places > 1);
    m_remove->setEnabled(row);
    //: of the places of a line: the third of 41
    m_position->setText(position >= 0 ? tr("%1 of %2").arg(position + 1).arg(places) : QString());
}

const PlanRow* PlanList::currentRow() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->row(index.row()) : nullptr;
}

int PlanList::positionIn(const PlanRow& row) const
{
    const auto* session = m_model->session();
    const auto selected = session ? session->marks().selected() : std::nullopt;
    const auto found = selected ? std::find(row.marks.begin(), row.marks.end(), *selected) : row.marks.end();
    return found == row.marks.end() ? -1 : static_cast<int>(found - row.marks.begin());
}

void PlanList::activate(const QModelIndex& index)
{
    if (!index.isValid() || !m_model->session())
        return;
    const PlanRow& row = m_model->row(index.row());
    const document::MarkId mark = row.marks[static_cast<std::size_t>(std::max(0, positionIn(row)))];
    m_model->session()->marks().select(mark);
    Q_EMIT markActivated(mark);
}

void PlanList::goToNext(int direction)
{
    const PlanRow* row = currentRow();
    if (!row || !m_model->session())
        return;
    const int places = static_cast<int>(row->marks.size());
    const int position = positionIn(*row);
    const int next = position < 0 ? 0 : (position + direction + places) % places;
    const document::MarkId mark = row->marks[static_cast<std::size_t>(next)];
    m_model->session()->marks().select(mark);
    Q_EMIT markActivated(mark);
}

void PlanList::removeSelected()
{
    if (!m_model->session())
        return;
    std::vector<document::MarkId> marks;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes()) {
        const PlanRow& row = m_model->row(index.row());
        marks.insert(marks.end(), row.marks.begin(), row.marks.end());
    }
    m_model->session()->removeMarks(marks);
}

void PlanList::openMenu(const QPoint& position)
{
    const PlanRow* row = currentRow();
    if (!row)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"planRowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Go there"), this, [this] { activate(m_list->currentIndex()); });
    if (row->marks.size() > 1) {
        menu->addAction(tr("Next place"), this, [this] { goToNext(1); });
        menu->addAction(tr("Previous place"), this, [this] { goToNext(-1); });
    }
    menu->addSeparator();
    menu->addAction(style::icon(style::Glyph::Delete), tr("Take away"), this, &PlanList::removeSelected);
    // By the keyboard it opens at the row, wherever the pointer is.
    const QRect current = m_list->visualRect(m_list->currentIndex());
    menu->popup(m_list->viewport()->mapToGlobal(current.contains(position) ? position : current.center()));
}

void PlanList::fillMenu(QMenu* menu)
{
    menu->clear();
    menu->addAction(tr("Save as plan…"), this, &PlanList::choosePlaceToSave);
    menu->addAction(tr("Use a plan…"), this, &PlanList::choosePlanToUse);
    const QStringList recent = RecentPlans::paths();
    if (!recent.isEmpty())
        menu->addSection(tr("Plans used last"));
    for (const QString& path : recent) {
        QAction* action
            = menu->addAction(planTitle(path).replace(u'&', u"&&"_s), this, [this, path] { usePlan(path); });
        action->setToolTip(QDir::toNativeSeparators(path));
    }
    menu->setToolTipsVisible(true);
}

void PlanList::showRecentPlans()
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_model->session())
        return;
    for (const QString& path : RecentPlans::paths()) {
        auto* link = style::linkButton(planTitle(path).replace(u'&', u"&&"_s));
        link->setObjectName(u"planRecent"_s);
        link->setAccessibleName(tr("Use the plan %1").arg(planTitle(path)));
        link->setToolTip(QDir::toNativeSeparators(path).toHtmlEscaped());
        connect(link, &QPushButton::clicked, this, [this, path] { usePlan(path); });
        m_recent->addWidget(link, 0, Qt::AlignHCenter);
    }
}

void PlanList::choosePlanToUse()
{
    auto* chooser = new QFileDialog(this, tr("Use a plan"), {}, tr("Plans (*.bidplan.json)"));
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QFileDialog::fileSelected, this, &PlanList::usePlan);
    chooser->open();
}

void PlanList::choosePlaceToSave()
{
    auto* chooser = new QFileDialog(this, tr("Save as plan"), {}, tr("Plans (*.bidplan.json)"));
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(kSuffix);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QFileDialog::fileSelected, this, &PlanList::savePlan);
    chooser->open();
}

void PlanList::usePlan(const QString& path)
{
    m_notice->clear();
    tasks::BackgroundTask::run(
        this, [path](std::stop_token) { return readPlan(path); },
        [this, path](const Result<Plan>& plan) {
            if (!plan) {
                RecentPlans::remove(path);
                return showError(plan.error());
            }
            RecentPlans::add(path);
            Q_EMIT applyRequested(*plan);
        });
}

void PlanList::savePlan(const QString& path)
{
    if (!m_model->session())
        return;
    m_notice->clear();
    Plan plan = planOf(*m_model->session());
    plan.title = planTitle(path);
    tasks::BackgroundTask::run(
        this, [path, plan](std::stop_token) { return writePlan(path, plan); },
        [this, path](const Status& written) {
            if (!written)
                return showError(written.error());
            RecentPlans::add(path);
            Q_EMIT planSaved(path);
        });
}

void PlanList::showError(const Error& error)
{
    m_notice->show(style::noticeFor(error));
    QPushButton* close = m_notice->addAction(tr("Close"));
    close->setObjectName(u"planNoticeClose"_s);
    connect(close, &QPushButton::clicked, m_notice, &style::Notice::clear, Qt::QueuedConnection);
    showRecentPlans();
}

void PlanList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        m_list->doItemsLayout();
    QWidget::changeEvent(event);
}

} // namespace bidseal::plan
