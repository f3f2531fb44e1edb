#include "ui/document/SearchBar.h"

#include "ui/document/AccessibleDocument.h"
#include "ui/document/DocumentSearch.h"
#include "ui/document/DocumentView.h"
#include "ui/style/Icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QToolButton>

namespace bidseal::document {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTypingPauseMilliseconds = 250;

QToolButton* arrow(const QString& objectName, style::Glyph glyph, const QString& name, QHBoxLayout* row)
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

} // namespace

SearchBar::SearchBar(DocumentSearch& search, DocumentView& view, QWidget* parent)
    : QWidget(parent)
    , m_search(search)
    , m_view(view)
    , m_typing(new QTimer(this))
{
    setObjectName("searchBar"_L1);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_field = new QLineEdit;
    m_field->setObjectName("searchField"_L1);
    m_field->setAccessibleName(tr("Find text"));
    m_field->setPlaceholderText(tr("Find text"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(150);
    m_field->setMaximumWidth(240);
    m_field->installEventFilter(this);
    row->addWidget(m_field);
    m_count = new QLabel;
    m_count->setObjectName("searchCount"_L1);
    m_count->setAccessibleName(tr("Matches"));
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance("000 / 000"_L1));
    row->addWidget(m_count);
    m_previous = arrow(u"searchPrevious"_s, style::Glyph::Previous, tr("Previous match (Shift+Enter)"), row);
    m_next = arrow(u"searchNext"_s, style::Glyph::Next, tr("Next match (Enter)"), row);

    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingPauseMilliseconds);
    connect(m_typing, &QTimer::timeout, this, &SearchBar::search);
    connect(m_field, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            m_search.clear();
    });
    connect(m_previous, &QToolButton::clicked, &m_search, &DocumentSearch::previous);
    connect(m_next, &QToolButton::clicked, &m_search, &DocumentSearch::next);
    connect(&m_search, &DocumentSearch::resultsChanged, this, &SearchBar::showState);
    connect(&m_search, &DocumentSearch::currentChanged, this, &SearchBar::showCurrent);
    connect(&m_search, &DocumentSearch::highlightsChanged, this, [this](int page) {
        if (m_search.current() && m_search.current()->page == page)
            showCurrent();
    });
    connect(&m_search, &DocumentSearch::finished, this,
        [this] { AccessibleDocument::announce(*m_field, m_count->text()); });
    showState();
}

void SearchBar::start()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool SearchBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* const key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (m_search.text() != m_field->text())
            search();
        else if (key->modifiers() & Qt::ShiftModifier)
            m_search.previous();
        else
            m_search.next();
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        m_field->clear();
        m_view.setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SearchBar::search()
{
    m_typing->stop();
    m_search.find(m_field->text(), std::max(0, m_view.currentPage()));
}

void SearchBar::showState()
{
    const bool hasMatches = m_search.count() > 0;
    m_previous->setEnabled(hasMatches);
    m_next->setEnabled(hasMatches);
    const auto number = [](int value) { return QLocale().toString(value); };
    if (m_search.text().isEmpty())
        m_count->clear();
    else if (hasMatches && m_search.isRunning())
        m_count->setText(tr("%1 of %2…").arg(number(m_search.currentNumber()), number(m_search.count())));
    else if (hasMatches)
        m_count->setText(tr("%1 of %2").arg(number(m_search.currentNumber()), number(m_search.count())));
    else
        m_count->setText(m_search.isRunning() ? tr("searching…") : tr("not found"));
}

void SearchBar::showCurrent()
{
    showState();
    if (!m_search.current())
        return;
    const std::vector<QRectF> rects = m_search.currentHighlight();
    if (!rects.empty())
        m_view.goToRect(m_search.current()->page, rects.front());
    else if (m_view.currentPage() != m_search.current()->page)
        m_view.goToPage(m_search.current()->page);
}

} // namespace bidseal::document
