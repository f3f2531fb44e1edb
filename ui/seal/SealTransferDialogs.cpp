#include "ui/seal/SealTransferDialogs.h"

#include "ui/signing/PinEdit.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace bidseal::seal {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 460;
constexpr int kListHeight = 150;

QVBoxLayout* rowsOf(QDialog* dialog)
{
    auto* const rows = new QVBoxLayout(dialog);
    rows->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kMargin);
    rows->setSpacing(style::kGap);
    return rows;
}

signing::PinEdit* addPassword(QVBoxLayout* rows, const QString& objectName, const QString& text)
{
    auto* const password = new signing::PinEdit;
    password->setObjectName(objectName);
    password->setAccessibleName(text);
    auto* const label = new QLabel(text);
    label->setBuddy(password);
    rows->addWidget(label);
    rows->addWidget(password);
    return password;
}

QPushButton* addButtons(QVBoxLayout* rows, QDialog* dialog, const QString& acceptText)
{
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* const accept = style::primaryButton(acceptText);
    buttons->addButton(accept, QDialogButtonBox::ActionRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    rows->addSpacing(style::kGap);
    rows->addWidget(buttons);
    accept->setDefault(true); // known to the dialog only now
    return accept;
}

} // namespace

SealExportDialog::SealExportDialog(SealModel& model, QWidget* parent)
    : QDialog(parent)
    , m_model(model)
{
    setObjectName("sealExportDialog"_L1);
    setWindowTitle(tr("Export seals"));
    auto* const rows = rowsOf(this);
    m_notice = new style::Notice(style::Notice::Shape::Card, this);
    m_notice->setObjectName("sealExportNotice"_L1);
    rows->addWidget(m_notice);
    rows->addWidget(
        style::plainText(tr("One encrypted file for another computer. Whoever has the file and its password "
                            "has the seals: send them on different ways.")));
    m_seals = new QListWidget;
    m_seals->setObjectName("sealExportList"_L1);
    m_seals->setAccessibleName(tr("Seals to export"));
    m_seals->setProperty("card", true);
    m_seals->setFixedHeight(kListHeight);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const Seal seal = m_model.index(row).data(SealModel::SealRole).value<Seal>();
        if (SealModel::isDateSeal(seal))
            continue;
        auto* const item = new QListWidgetItem(seal.name, m_seals);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        item->setData(Qt::UserRole, seal.id);
    }
    rows->addWidget(m_seals);
    rows->addSpacing(style::kGap);
    m_password
        = addPassword(rows, u"sealExportPassword"_s, tr("Password, at least %n characters", "", kShortestPassword));
    m_repeated = addPassword(rows, u"sealExportRepeated"_s, tr("The password again"));
    m_accept = addButtons(rows, this, tr("Export…"));
    m_accept->setObjectName("sealExportAccept"_L1);
    connect(m_accept, &QPushButton::clicked, this, &SealExportDialog::chooseFile);
    connect(m_seals, &QListWidget::itemChanged, this, &SealExportDialog::refresh);
    connect(m_password, &signing::PinEdit::edited, this, &SealExportDialog::refresh);
    connect(m_repeated, &signing::PinEdit::edited, this, &SealExportDialog::refresh);
    refresh();
    resize(kWidth, rows->totalHeightForWidth(kWidth));
}

void SealExportDialog::refresh()
{
    m_accept->setEnabled(!chosenIds().isEmpty() && !m_password->isEmpty() && !m_repeated->isEmpty());
}

/// False, and said, where the two passwords differ or are too short.
bool SealExportDialog::takePassword()
{
    Secret password = m_password->take();
    const Secret repeated = m_repeated->take();
    refresh();
    const bool isSame = password.view() == repeated.view();
    if (isSame && password.characterCount() >= kShortestPassword) {
        m_secret = std::move(password);
        return true;
    }
    m_notice->show({ style::Tone::Caution, tr("Nothing was exported."),
        isSame ? tr("The password needs at least %n characters.", "", kShortestPassword)
               : tr("The two passwords differ. Type them again."),
        {} });
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    m_password->setFocus();
    return false;
}

void SealExportDialog::chooseFile()
{
    if (!takePassword())
        return;
    auto* const chooser = new QFileDialog(this, tr("Export seals"), {}, tr("Exported seals (*.bidseals)"));
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix("bidseals"_L1);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QFileDialog::fileSelected, this, &SealExportDialog::exportTo);
    connect(chooser, &QDialog::rejected, this, [this] { m_secret.clear(); });
    chooser->open();
}

void SealExportDialog::exportTo(const QString& file)
{
    if (m_secret.isEmpty() && !takePassword())
        return;
    const QStringList ids = chosenIds();
    m_accept->setEnabled(false);
    m_model.exportTo(file, std::move(m_secret), ids, this, [this, file, count = int(ids.size())](const Status& done) {
        if (!done) {
            m_notice->show(style::noticeFor(done.error()));
            return;
        }
        Q_EMIT exported(file, count);
        accept();
    });
}

QStringList SealExportDialog::chosenIds() const
{
    QStringList ids;
    for (int row = 0; row < m_seals->count(); ++row) {
        if (m_seals->item(row)->checkState() == Qt::Checked)
            ids << m_seals->item(row)->data(Qt::UserRole).toString();
    }
    return ids;
}

SealImportDialog::SealImportDialog(SealModel& model, QString file, QWidget* parent)
    : QDialog(parent)
    , m_model(model)
    , m_file(std::move(file))
{
    setObjectName("sealImportDialog"_L1);
    setWindowTitle(tr("Import seals"));
    auto* const rows = rowsOf(this);
    m_notice = new style::Notice(style::Notice::Shape::Card, this);
    m_notice->setObjectName("sealImportNotice"_L1);
    rows->addWidget(m_notice);
    rows->addWidget(style::plainText(
        tr("%1 is encrypted. Whoever exported it knows its password.").arg(QFileInfo(m_file).fileName())));
    rows->addSpacing(style::kGap);
    m_password = addPassword(rows, u"sealImportPassword"_s, tr("Password of the file"));
    m_accept = addButtons(rows, this, tr("Import"));
    m_accept->setObjectName("sealImportAccept"_L1);
    m_accept->setEnabled(false);
    connect(m_password, &signing::PinEdit::edited, this, [this] { m_accept->setEnabled(!m_password->isEmpty()); });
    connect(m_password, &signing::PinEdit::returnPressed, this, &SealImportDialog::begin);
    connect(m_accept, &QPushButton::clicked, this, &SealImportDialog::begin);
    m_password->setFocus();
    resize(kWidth, rows->totalHeightForWidth(kWidth));
}

void SealImportDialog::begin()
{
    if (m_password->isEmpty())
        return;
    m_notice->clear();
    m_accept->setEnabled(false);
    m_password->setEnabled(false);
    m_model.importFrom(m_file, m_password->take(), this, [this](const Result<ImportedSeals>& result) { end(result); });
}

void SealImportDialog::end(const Result<ImportedSeals>& result)
{
    m_password->setEnabled(true);
    if (result) {
        Q_EMIT imported(*result);
        accept();
        return;
    }
    m_notice->show(style::noticeFor(result.error()));
    m_password->setFocus();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace bidseal::seal
