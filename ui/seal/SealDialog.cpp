#include "ui/seal/SealDialog.h"

#include "ui/seal/SealPictures.h"
#include "ui/seal/SealText.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace bidseal::seal {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 660;
constexpr int kCertificatesHeight = 88; // two of them; more are scrolled
constexpr int kDayWidth = 116;
constexpr int kFingerprintRole = Qt::UserRole;
constexpr int kHolderRole = Qt::UserRole + 1;

/// Two certificates of one holder differ in their fingerprints only.
QString shownCertificate(const EnrolledCertificate& certificate)
{
    const QString short8 = certificate.fingerprint.left(8).toUpper();
    //: a certificate in a list: its holder, the beginning of its fingerprint
    return SealDialog::tr("%1 · %2").arg(certificate.holder, short8);
}

} // namespace

/// The seal on a piece of paper, as large as it will be in print where the paper has room for it.
class SealDialog::Preview : public QWidget {
public:
    explicit Preview(QWidget* parent)
        : QWidget(parent)
    {
        connect(&m_pictures, &SealPictures::ready, this, qOverload<>(&QWidget::update));
        setAccessibleName(SealDialog::tr("Preview"));
    }

    void showSeal(const Seal& seal)
    {
        m_seal = seal;
        update();
    }

    QSize sizeHint() const override { return { 240, 240 }; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        constexpr int kMargin = 16;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(palette().color(QPalette::Mid));
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        if (m_seal.picture.isNull() || m_seal.sizeMm.isEmpty())
            return;
        const QSizeF room = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin).size();
        QSizeF size = m_seal.sizeMm * (logicalDpiX() / 25.4);
        if (size.width() > room.width() || size.height() > room.height())
            size.scale(room, Qt::KeepAspectRatio);
        QRectF place(QPointF(), size);
        place.moveCenter(QRectF(rect()).center());
        const QImage picture = m_pictures.scaled(m_seal.picture, (size * devicePixelRatioF()).toSize());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, picture, QRectF(picture.rect()));
    }

private:
    Seal m_seal;
    SealPictures m_pictures;
};

SealDialog::SealDialog(const QString& path, QWidget* parent)
    : QDialog(parent)
{
    build(tr("Add a seal"), tr("Add"));
    read(path);
}

SealDialog::SealDialog(const Seal& seal, QWidget* parent)
    : QDialog(parent)
{
    const bool isNew = seal.id.isEmpty();
    build(isNew ? tr("Add a seal") : tr("Edit seal"), isNew ? tr("Add") : tr("Save"));
    if (!seal.sizeMm.isEmpty())
        m_ownWidth = seal.sizeMm.width();
    fill(seal);
}

void SealDialog::build(const QString& title, const QString& acceptText)
{
    setObjectName("sealDialog"_L1);
    setWindowTitle(title);
    m_notice = new style::Notice(style::Notice::Shape::Card, this);
    m_notice->setObjectName("sealDialogNotice"_L1);
    m_preview = new Preview(this);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = style::primaryButton(acceptText);
    m_accept->setObjectName("sealAccept"_L1);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName("sealCancel"_L1);

    m_fields = new QWidget(this);
    auto* const columns = new QHBoxLayout(m_fields);
    columns->setContentsMargins({});
    columns->setSpacing(style::kWideMargin);
    columns->addLayout(buildLeftColumn());
    columns->addLayout(buildForm(), 1);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kMargin);
    rows->setSpacing(style::kMargin);
    rows->addWidget(m_notice);
    rows->addWidget(m_fields);
    rows->addWidget(buttons);
    m_accept->setDefault(true); // known to the dialog only now

    connect(m_name, &QLineEdit::textChanged, this, &SealDialog::refresh);
    connect(m_kind, &QComboBox::activated, this, &SealDialog::kindChosen);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &SealDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT sealAccepted(seal());
        accept();
    });
    connect(m_holder, &QLineEdit::textChanged, this, &SealDialog::refresh);
    connect(m_certificates, &QListWidget::itemChanged, this, &SealDialog::certificateChosen);
    refresh();
    resize(kWidth, std::max(sizeHint().height(), rows->totalHeightForWidth(kWidth)));
}

QLayout* SealDialog::buildForm()
{
    m_name = new QLineEdit;
    m_name->setObjectName("sealName"_L1);
    m_name->setMaxLength(80);
    m_kind = style::comboBox();
    m_kind->setObjectName("sealKind"_L1);
    for (const Kind kind : allKinds())
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_width = new QDoubleSpinBox;
    m_width->setObjectName("sealWidth"_L1);
    m_width->setDecimals(1);
    m_width->setSingleStep(0.5);
    m_width->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_width->setSuffix(tr(" mm"));
    m_height = style::quietText(QString());
    m_height->setObjectName("sealHeight"_L1);
    m_holder = new QLineEdit;
    m_holder->setObjectName("sealHolder"_L1);
    m_holder->setMaxLength(120);
    m_holder->setPlaceholderText(tr("may stay empty"));
    m_certificates = new QListWidget;
    m_certificates->setObjectName("sealCertificates"_L1);
    m_certificates->setProperty("card", true);
    m_certificates->setFixedHeight(kCertificatesHeight);
    m_certificateHint = style::quietText(QString());
    m_certificateHint->setObjectName("sealCertificateHint"_L1);

    auto* const form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(style::kGap);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("&Width on paper"), m_width);
    form->addRow(m_height);
    form->addRow(tr("&Holder, as the certificate names it"), m_holder);
    form->addRow(tr("&May be used with"), m_certificates);
    form->addRow(m_certificateHint);
    m_name->setAccessibleName(tr("Name"));
    m_kind->setAccessibleName(tr("Kind"));
    m_width->setAccessibleName(tr("Width on paper"));
    m_holder->setAccessibleName(tr("Holder"));
    m_certificates->setAccessibleName(tr("Certificates that the seal may be used with"));
    return form;
}

QLayout* SealDialog::buildLeftColumn()
{
    auto* const column = new QVBoxLayout;
    column->setSpacing(style::kGap);
    column->addWidget(m_preview);
    column->addSpacing(style::kGap);
    m_from = addDay(column, m_hasFrom, u"sealValidFrom"_s, tr("Valid from"));
    m_until = addDay(column, m_hasUntil, u"sealValidUntil"_s, tr("Valid until"));
    m_dayProblem = style::quietText(QString());
    m_dayProblem->setObjectName("sealDayProblem"_L1);
    column->addWidget(m_dayProblem);
    column->addStretch();
    return column;
}

/// A day that is a limit only where its box is checked.
QDateEdit* SealDialog::addDay(QLayout* column, QCheckBox*& limit, const QString& name, const QString& text)
{
    limit = style::checkBox(text);
    limit->setObjectName(name + "Limit"_L1);
    auto* const day = new QDateEdit(QDate::currentDate());
    day->setObjectName(name);
    day->setAccessibleName(text);
    day->setDisplayFormat("yyyy-MM-dd"_L1);
    day->setCalendarPopup(true);
    day->setMinimumWidth(kDayWidth);
    day->setEnabled(false);
    auto* const row = new QHBoxLayout;
    row->addWidget(limit, 1);
    row->addWidget(day);
    static_cast<QVBoxLayout*>(column)->addLayout(row);
    connect(limit, &QCheckBox::toggled, day, &QWidget::setEnabled);
    connect(limit, &QCheckBox::toggled, this, &SealDialog::refresh);
    connect(day, &QDateEdit::dateChanged, this, &SealDialog::refresh);
    return day;
}

void SealDialog::offerCertificates(const std::vector<EnrolledCertificate>& certificates)
{
    addCertificates(certificates, Qt::Unchecked);
    QStringList holders;
    for (const EnrolledCertificate& certificate : certificates)
        holders << certificate.holder;
    holders.removeDuplicates();
    auto* const completer = new QCompleter(holders, this);
    completer->setFilterMode(Qt::MatchContains);
    m_holder->setCompleter(completer);
}

/// None twice: one that the seal names may be at hand as well.
void SealDialog::addCertificates(const std::vector<EnrolledCertificate>& certificates, Qt::CheckState state)
{
    for (const EnrolledCertificate& certificate : certificates) {
        if (!m_certificates->findItems(shownCertificate(certificate), Qt::MatchExactly).isEmpty())
            continue;
        auto* const item = new QListWidgetItem(shownCertificate(certificate), m_certificates);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(state);
        item->setData(kFingerprintRole, certificate.fingerprint);
        item->setData(kHolderRole, certificate.holder);
        item->setToolTip(tr("Fingerprint (SHA-256): %1").arg(certificate.fingerprint));
    }
    refresh();
}

/// A certificate says whose seal it is, where nobody has said it yet.
void SealDialog::certificateChosen()
{
    const auto chosen = chosenCertificates();
    if (m_holder->text().trimmed().isEmpty() && chosen.size() == 1)
        m_holder->setText(chosen.front().holder);
    refresh();
}

void SealDialog::read(const QString& path)
{
    const Kind kind = guessKind(QFileInfo(path).fileName());
    const QString name = QFileInfo(path).completeBaseName();
    m_reading = tasks::BackgroundTask::run(
        this,
        [path, name, kind](std::stop_token) { return loadSeal(path, name, kind, QSizeF(sizeLimits(kind).usual, 0)); },
        [this](const Result<Seal>& loaded) {
            if (loaded)
                return fill(*loaded);
            m_notice->show(style::noticeFor(loaded.error()));
            m_fields->hide(); // there is nothing to describe
            m_accept->hide();
            layout()->activate();
            resize(kWidth, layout()->totalHeightForWidth(kWidth));
        });
}

void SealDialog::fill(const Seal& seal)
{
    m_seal = seal;
    m_name->setText(seal.name);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(seal.kind)));
    m_holder->setText(seal.holder);
    addCertificates(seal.certificates, Qt::Checked);
    const QDate today = QDate::currentDate();
    m_hasFrom->setChecked(!seal.validFrom.isNull());
    m_from->setDate(seal.validFrom.isNull() ? today : seal.validFrom);
    m_hasUntil->setChecked(!seal.validUntil.isNull());
    m_until->setDate(seal.validUntil.isNull() ? today.addYears(1) : seal.validUntil);
    kindChosen();
    m_name->setFocus();
    m_name->selectAll();
}

void SealDialog::kindChosen()
{
    // The limits are for the longer side; the field shows the width.
    const SizeLimits limits = sizeLimits(kind());
    const double widthOfLonger = heightPerWidth() > 1 ? 1 / heightPerWidth() : 1;
    const double smallest = limits.smallest * widthOfLonger;
    const double largest = limits.largest * widthOfLonger;
    const double width = m_ownWidth.value_or(limits.usual * widthOfLonger);
    m_width->setRange(std::min(smallest, width), std::max(largest, width));
    m_width->setValue(width);
    m_width->setToolTip(tr("Usual: %1 mm. From %2 to %3 mm.")
                            .arg(QLocale().toString(limits.usual), QLocale().toString(limits.smallest),
                                QLocale().toString(limits.largest)));
    refresh();
}

void SealDialog::refresh()
{
    m_seal.sizeMm = m_seal.picture.isNull() ? QSizeF() : QSizeF(m_width->value(), m_width->value() * heightPerWidth());
    const bool complete = !m_seal.picture.isNull() && !m_name->text().trimmed().isEmpty() && hasDays();
    m_accept->setEnabled(complete);
    for (QWidget* const field :
        std::initializer_list<QWidget*> { m_name, m_kind, m_width, m_holder, m_certificates, m_hasFrom, m_hasUntil })
        field->setEnabled(!m_seal.picture.isNull());
    m_height->setText(m_seal.picture.isNull()
            ? QString()
            : tr("Measure it on an imprint. The height follows: %1 mm.")
                  .arg(QLocale().toString(std::round(m_seal.sizeMm.height() * 10) / 10)));
    m_certificateHint->setText(certificateHint());
    m_dayProblem->setText(hasDays() ? QString() : tr("It ends before it begins."));
    m_preview->showSeal(seal());
}

QString SealDialog::certificateHint() const
{
    if (!chosenCertificates().empty())
        return tr("Others are refused. A renewed one of the same holder counts as the same.");
    if (m_certificates->count() == 0)
        return tr(
            "Plug in the UKey to choose its certificate. Until then every certificate of the holder may be used.");
    return m_holder->text().trimmed().isEmpty() ? tr("Nothing chosen and no holder: any certificate may be used.")
                                                : tr("Nothing chosen: every certificate of the holder may be used.");
}

bool SealDialog::hasDays() const
{
    return !m_hasFrom->isChecked() || !m_hasUntil->isChecked() || m_from->date() <= m_until->date();
}

std::vector<EnrolledCertificate> SealDialog::chosenCertificates() const
{
    std::vector<EnrolledCertificate> chosen;
    for (int row = 0; row < m_certificates->count(); ++row) {
        const QListWidgetItem& item = *m_certificates->item(row);
        if (item.checkState() == Qt::Checked)
            chosen.push_back({ item.data(kFingerprintRole).toString(), item.data(kHolderRole).toString() });
    }
    return chosen;
}

Kind SealDialog::kind() const { return static_cast<Kind>(m_kind->currentData().toInt()); }

double SealDialog::heightPerWidth() const
{
    return m_seal.picture.isNull() ? 1 : double(m_seal.picture.height()) / m_seal.picture.width();
}

Seal SealDialog::seal() const
{
    Seal seal = m_seal;
    seal.name = m_name->text().trimmed();
    seal.kind = kind();
    seal.holder = m_holder->text().trimmed();
    seal.certificates = chosenCertificates();
    seal.validFrom = m_hasFrom->isChecked() ? m_from->date() : QDate();
    seal.validUntil = m_hasUntil->isChecked() ? m_until->date() : QDate();
    return seal;
}

} // namespace bidseal::seal
