#include "ui/placing/PageSetField.h"

#include "ui/style/Widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

namespace bidseal::placing {

using namespace Qt::StringLiterals;

PageSetField::PageSetField(int pageCount, QWidget* parent)
    : QWidget(parent)
    , m_pageCount(pageCount)
    , m_choice(style::comboBox(this))
    , m_some(new QLineEdit(this))
{
    m_choice->setObjectName("pageChoice"_L1);
    m_choice->setAccessibleName(tr("Pages"));
    m_choice->addItem(tr("All pages (1–%1)").arg(QLocale().toString(pageCount)), static_cast<int>(Choice::All));
    m_choice->addItem(tr("Odd pages"), static_cast<int>(Choice::Odd));
    if (pageCount > 1)
        m_choice->addItem(tr("Even pages"), static_cast<int>(Choice::Even));
    m_choice->addItem(tr("These pages"), static_cast<int>(Choice::Some));
    m_some->setObjectName("pageNumbers"_L1);
    m_some->setAccessibleName(tr("Page numbers"));
    m_some->setPlaceholderText(tr("for example 1-3,5,8-"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(style::kSmallGap);
    column->addWidget(m_choice);
    column->addWidget(m_some);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // not a line of it may be cut off
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PageSetField::showChoice);
    connect(m_some, &QLineEdit::textEdited, this, &PageSetField::changed);
    m_some->hide();
}

PageSetField::Choice PageSetField::choice() const { return static_cast<Choice>(m_choice->currentData().toInt()); }

void PageSetField::showChoice()
{
    const bool some = choice() == Choice::Some;
    m_some->setVisible(some);
    if (some && m_choice->hasFocus())
        m_some->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

QString PageSetField::text() const
{
    switch (choice()) {
    case Choice::All:
        return u"all"_s;
    case Choice::Odd:
        return u"odd"_s;
    case Choice::Even:
        return u"even"_s;
    case Choice::Some:
        break;
    }
    return m_some->text().trimmed();
}

Result<plan::PageSet> PageSetField::pages() const
{
    auto set = plan::PageSet::parse(text());
    if (!set)
        return set;
    if (const auto indexes = set->in(m_pageCount); !indexes)
        return failure(indexes.error());
    return set;
}

void PageSetField::setText(const QString& text)
{
    const auto set = plan::PageSet::parse(text);
    if (!set || !set->in(m_pageCount))
        return;
    const QString plain = set->text();
    const Choice choice = plain == "all"_L1 ? Choice::All
        : plain == "odd"_L1                 ? Choice::Odd
        : plain == "even"_L1                ? Choice::Even
                                            : Choice::Some;
    if (choice == Choice::Some)
        m_some->setText(plain);
    m_choice->setCurrentIndex(m_choice->findData(static_cast<int>(choice)));
}

QString PageSetField::problem() const
{
    if (text().isEmpty() || pages())
        return {};
    return tr("Write page numbers from 1 to %1, such as 1-3,5 or 8- (from 8 to the end) or r2- (the last two).")
        .arg(QLocale().toString(m_pageCount));
}

} // namespace bidseal::placing
