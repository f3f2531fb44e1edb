#include "ui/document/CopyToPagesDialog.h"

#include "ui/document/PageRange.h"
#include "ui/style/Widgets.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <numeric>

namespace bidseal::document {

using namespace Qt::StringLiterals;

namespace {

QRadioButton* addChoice(QVBoxLayout* column, const QString& name, const QString& text)
{
    auto* const choice = new QRadioButton(text);
    choice->setObjectName(name);
    column->addWidget(choice);
    return choice;
}

std::vector<int> consecutive(int first, int behindLast)
{
    std::vector<int> pages(static_cast<std::size_t>(std::max(0, behindLast - first)));
    std::iota(pages.begin(), pages.end(), first);
    return pages;
}

} // namespace

CopyToPagesDialog::CopyToPagesDialog(const QString& sealName, int ownPage, int pageCount, QWidget* parent)
    : QDialog(parent)
    , m_ownPage(ownPage)
    , m_pageCount(pageCount)
{
    setObjectName("copyToPagesDialog"_L1);
    setWindowTitle(tr("Copy to pages"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kMargin);
    column->setSpacing(style::kGap);

    auto* const question = new QLabel(tr("Put %1 in the same place on:").arg(sealName));
    question->setTextFormat(Qt::PlainText);
    column->addWidget(question);
    m_all = addChoice(column, u"copyToAllPages"_s, tr("&all pages (1–%1)").arg(QLocale().toString(pageCount)));
    m_following = addChoice(column, u"copyToFollowingPages"_s, tr("all pages a&fter this one"));
    m_some = addChoice(column, u"copyToSomePages"_s, tr("&these pages:"));
    m_following->setEnabled(ownPage + 1 < pageCount);

    m_range = new QLineEdit;
    m_range->setObjectName("copyToPageRange"_L1);
    m_range->setAccessibleName(tr("Pages"));
    m_range->setPlaceholderText(tr("for example 1-3,8"));
    m_range->setMinimumWidth(260);
    column->addWidget(m_range);

    m_message = new QLabel;
    m_message->setObjectName("copyToPagesMessage"_L1);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_message);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_copy = style::primaryButton(tr("Copy"));
    buttons->addButton(m_copy, QDialogButtonBox::AcceptRole);
    m_copy->setObjectName("copyToPagesAccept"_L1);
    m_copy->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName("copyToPagesCancel"_L1);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &CopyToPagesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_range, &QLineEdit::textEdited, m_some, [this] { m_some->setChecked(true); });
    connect(m_range, &QLineEdit::textChanged, this, &CopyToPagesDialog::check);
    for (QRadioButton* const choice : { m_all, m_following, m_some })
        connect(choice, &QRadioButton::toggled, this, &CopyToPagesDialog::check);
    m_all->setChecked(true);
    check();
}

std::vector<int> CopyToPagesDialog::pages() const
{
    std::vector<int> pages;
    if (m_all->isChecked())
        pages = consecutive(0, m_pageCount);
    else if (m_following->isChecked())
        pages = consecutive(m_ownPage + 1, m_pageCount);
    else
        pages = parsePageRange(m_range->text(), m_pageCount).value_or(std::vector<int>());
    std::erase(pages, m_ownPage);
    return pages;
}

void CopyToPagesDialog::check()
{
    const bool misunderstood
        = m_some->isChecked() && !m_range->text().trimmed().isEmpty() && !parsePageRange(m_range->text(), m_pageCount);
    const int count = static_cast<int>(pages().size());
    if (misunderstood)
        m_message->setText(tr("Write page numbers from 1 to %1, such as 1-3,8.").arg(QLocale().toString(m_pageCount)));
    else if (count > 0)
        m_message->setText(tr("Copies to be placed: %1").arg(QLocale().toString(count)));
    else
        m_message->setText(tr("The seal is on this page already. Choose other pages."));
    m_copy->setEnabled(count > 0);
}

void CopyToPagesDialog::accept()
{
    Q_EMIT pagesChosen(pages());
    QDialog::accept();
}

} // namespace bidseal::document
