#include "ui/placing/CopyToPagesDialog.h"

#include "ui/placing/PageSetField.h"
#include "ui/style/Widgets.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace bidseal::placing {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldWidth = 300;

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
    m_pages = new PageSetField(pageCount);
    m_pages->setMinimumWidth(kFieldWidth);
    column->addWidget(m_pages);

    m_message = new QLabel;
    m_message->setObjectName("copyToPagesMessage"_L1);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_message);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_copy = style::primaryButton(tr("Copy"));
    buttons->addButton(m_copy, QDialogButtonBox::AcceptRole);
    m_copy->setObjectName("copyToPagesAccept"_L1);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName("copyToPagesCancel"_L1);
    column->addWidget(buttons);
    m_copy->setDefault(true); // known to the dialog only now

    connect(buttons, &QDialogButtonBox::accepted, this, &CopyToPagesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_pages, &PageSetField::changed, this, &CopyToPagesDialog::check);
    check();
}

std::vector<int> CopyToPagesDialog::pages() const
{
    const auto set = m_pages->pages();
    if (!set)
        return {};
    auto indexes = set->in(m_pageCount).value_or(std::vector<int>());
    std::erase(indexes, m_ownPage);
    return indexes;
}

void CopyToPagesDialog::check()
{
    const QString problem = m_pages->problem();
    const int count = static_cast<int>(pages().size());
    if (!problem.isEmpty())
        m_message->setText(problem);
    else if (count > 0)
        m_message->setText(tr("Copies to be placed: %1").arg(QLocale().toString(count)));
    else if (m_pages->pages())
        m_message->setText(tr("The seal is on this page already. Choose other pages."));
    else
        m_message->clear();
    m_copy->setEnabled(count > 0);
}

void CopyToPagesDialog::accept()
{
    Q_EMIT pagesChosen(pages());
    QDialog::accept();
}

} // namespace bidseal::placing
