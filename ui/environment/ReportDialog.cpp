#include "ui/environment/ReportDialog.h"

#include "ui/style/Widgets.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {
constexpr int kHintIndent = 30; ///< below the text of the box that it is about
} // namespace

ReportDialog::ReportDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"reportDialog"_s);
    setWindowTitle(tr("Save report"));
    m_html = new QRadioButton(tr("A page to read and to print (HTML)"), this);
    m_html->setObjectName(u"reportHtml"_s);
    m_html->setChecked(true);
    m_json = new QRadioButton(tr("Data for a support desk's programs (JSON)"), this);
    m_json->setObjectName(u"reportJson"_s);
    m_full = style::checkBox(tr("With names, folders and serial numbers"), this);
    m_full->setObjectName(u"reportFull"_s);
    m_full->setChecked(false);

    auto* hint = style::quietText(tr("Only for people you trust. Otherwise everything that names a person, a company, "
                                     "this computer or a folder is left out."),
        this);
    hint->setContentsMargins(kHintIndent, 0, 0, 0);

    auto* buttons = new QDialogButtonBox(this);
    auto* save = style::primaryButton(tr("Save…"));
    save->setObjectName(u"reportSave"_s);
    buttons->addButton(save, QDialogButtonBox::AcceptRole);
    save->setDefault(true); // known to the dialog only now
    buttons->addButton(style::pushButton(tr("Cancel")), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kMargin);
    layout->setSpacing(style::kGap);
    layout->addWidget(style::plainText(
        tr("The report says what every check found, what that means and what to do. A support desk can go by it."),
        this));
    layout->addSpacing(style::kGap);
    layout->addWidget(m_html);
    layout->addWidget(m_json);
    layout->addSpacing(style::kGap);
    layout->addWidget(m_full);
    layout->addWidget(hint);
    layout->addSpacing(style::kGap);
    layout->addWidget(buttons);
    setFixedWidth(480);
}

void ReportDialog::accept()
{
    Q_EMIT wanted(m_json->isChecked() ? Format::Json : Format::Html,
        m_full->isChecked() ? Disclosure::Full : Disclosure::Redacted);
    QDialog::accept();
}

} // namespace bidseal::environment
