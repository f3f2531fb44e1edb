#include "ui/seal/ScanDialog.h"

#include "ui/seal/LiftedSealView.h"
#include "ui/seal/ScanView.h"
#include "ui/seal/SealText.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>

namespace bidseal::seal {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFinest = 100; // a slider's steps
constexpr int kUnknownDpi = 49; // below what is possible: shown as words

template <class Enum> Enum chosen(const QComboBox* box) { return static_cast<Enum>(box->currentData().toInt()); }

template <class Enum> void addChoice(QComboBox* box, const QString& text, Enum value)
{
    box->addItem(text, static_cast<int>(value));
}

double strength(const QSlider* slider) { return double(slider->value()) / kFinest; }

/// Large enough for any screen, small enough to be painted at once.
QImage previewOf(const QImage& scan)
{
    constexpr int kSide = 1600;
    return std::max(scan.width(), scan.height()) <= kSide
        ? scan
        : scan.scaled(kSide, kSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QLabel* labelFor(QWidget* field, const QString& text)
{
    auto* const label = new QLabel(text);
    label->setBuddy(field);
    QString name = text;
    field->setAccessibleName(name.remove(u'&'));
    return label;
}

} // namespace

ScanDialog::ScanDialog(const QString& path, QWidget* parent)
    : QDialog(parent)
    , m_fileName(QFileInfo(path).fileName())
{
    setObjectName("scanDialog"_L1);
    setWindowTitle(tr("Seal from a scan"));
    m_notice = new style::Notice(style::Notice::Shape::Card, this);
    m_notice->setObjectName("scanNotice"_L1);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = style::primaryButton(tr("Use this seal"));
    m_accept->setObjectName("scanAccept"_L1);
    m_accept->setEnabled(false);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName("scanCancel"_L1);

    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kMargin);
    rows->setSpacing(style::kMargin);
    rows->addWidget(m_notice);
    rows->addWidget(m_views = buildViews(), 1);
    rows->addWidget(m_fields = buildSettings());
    rows->addWidget(buttons);
    m_accept->setDefault(true); // known to the dialog only now
    m_fields->setEnabled(false);

    m_soon.setSingleShot(true);
    m_soon.setInterval(120);
    connect(&m_soon, &QTimer::timeout, this, &ScanDialog::extractNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_extraction)
            return;
        Q_EMIT sealExtracted(m_extraction->picture, m_extraction->sizeMm);
        accept();
    });
    resize(880, 680);
    read(path);
}

QWidget* ScanDialog::buildViews()
{
    m_sheet = new ScanView;
    m_sheet->setObjectName("scanSheet"_L1);
    m_lifted = new LiftedSealView;
    m_lifted->setObjectName("scanResult"_L1);
    m_wholeSheet = style::linkButton(tr("Whole sheet"));
    m_wholeSheet->setObjectName("scanWholeSheet"_L1);
    m_wholeSheet->hide();

    auto* const ground = style::comboBox();
    ground->setObjectName("scanGround"_L1);
    ground->setAccessibleName(tr("Ground"));
    addChoice(ground, tr("On squares"), LiftedSealView::Ground::Checkerboard);
    addChoice(ground, tr("On white paper"), LiftedSealView::Ground::White);
    addChoice(ground, tr("On a page of text"), LiftedSealView::Ground::Text);
    auto* const scale = style::comboBox();
    scale->setObjectName("scanScale"_L1);
    scale->setAccessibleName(tr("Size of the view"));
    addChoice(scale, tr("Whole seal"), LiftedSealView::Scale::Fit);
    addChoice(scale, tr("Pixel by pixel"), LiftedSealView::Scale::Pixels);

    auto* const hint = style::quietText(tr("Click another impression, or draw a frame around where to look."));
    auto* const left = new QHBoxLayout;
    left->addWidget(hint, 1);
    left->addWidget(m_wholeSheet);
    auto* const right = new QHBoxLayout;
    right->setSpacing(style::kGap);
    right->addWidget(ground);
    right->addWidget(scale);
    right->addStretch(1);

    auto* const views = new QWidget;
    auto* const grid = new QGridLayout(views);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(style::kMargin);
    grid->setVerticalSpacing(style::kGap);
    grid->addWidget(m_sheet, 0, 0);
    grid->addWidget(m_lifted, 0, 1);
    grid->addLayout(left, 1, 0);
    grid->addLayout(right, 1, 1);
    grid->setRowStretch(0, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    connect(ground, &QComboBox::currentIndexChanged, this,
        [this, ground] { m_lifted->setGround(chosen<LiftedSealView::Ground>(ground)); });
    connect(scale, &QComboBox::currentIndexChanged, this,
        [this, scale] { m_lifted->setScale(chosen<LiftedSealView::Scale>(scale)); });
    connect(m_sheet, &ScanView::impressionChosen, this, [this](const QPointF& at) {
        m_impressionAt = at;
        extractSoon();
    });
    connect(m_sheet, &ScanView::regionChosen, this, [this](const QRect& region) {
        m_region = region;
        m_impressionAt.reset();
        m_sheet->setRegion(region);
        m_wholeSheet->show();
        extractSoon();
    });
    connect(m_wholeSheet, &QPushButton::clicked, this, [this] {
        m_region.reset();
        m_impressionAt.reset();
        m_sheet->setRegion({});
        m_sheet->setFocus();
        m_wholeSheet->hide();
        extractSoon();
    });
    return views;
}

QSlider* ScanDialog::buildSlider(const QString& name, int value)
{
    auto* const slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(name);
    slider->setRange(0, kFinest);
    slider->setPageStep(kFinest / 10);
    slider->setSingleStep(kFinest / 20);
    slider->setValue(value);
    connect(slider, &QSlider::valueChanged, this, &ScanDialog::extractSoon);
    return slider;
}

QWidget* ScanDialog::buildSettings()
{
    const ExtractionSettings usual;
    m_background = buildSlider(u"scanBackground"_s, qRound(usual.background * kFinest));
    m_softness = buildSlider(u"scanSoftness"_s, qRound(usual.softness * kFinest));
    m_cleaning = buildSlider(u"scanCleaning"_s, qRound(usual.cleaning * kFinest));

    m_subject = style::comboBox();
    m_subject->setObjectName("scanSubject"_L1);
    addChoice(m_subject, tr("Seal"), Subject::Seal);
    addChoice(m_subject, tr("Handwriting"), Subject::Handwriting);
    m_ink = style::comboBox();
    m_ink->setObjectName("scanInk"_L1);
    addChoice(m_ink, tr("Automatic"), Ink::Automatic);
    addChoice(m_ink, tr("Red"), Ink::Red);
    addChoice(m_ink, tr("Blue"), Ink::Blue);
    addChoice(m_ink, tr("Black"), Ink::Black);
    m_straighten = style::checkBox(tr("Turn &upright"));
    m_straighten->setObjectName("scanStraighten"_L1);
    m_straighten->setChecked(true);
    m_dpi = new QSpinBox;
    m_dpi->setObjectName("scanDpi"_L1);
    m_dpi->setRange(kUnknownDpi, 4800);
    m_dpi->setSpecialValueText(tr("not known"));
    m_dpi->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setKeyboardTracking(true);
    m_size = style::quietText(QString());
    m_size->setObjectName("scanSize"_L1);

    auto* const fields = new QWidget;
    auto* const grid = new QGridLayout(fields);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(style::kMargin);
    grid->setVerticalSpacing(style::kGap);
    grid->addWidget(labelFor(m_background, tr("&Background removed")), 0, 0);
    grid->addWidget(m_background, 0, 1);
    grid->addWidget(labelFor(m_softness, tr("&Soft edges")), 1, 0);
    grid->addWidget(m_softness, 1, 1);
    grid->addWidget(labelFor(m_cleaning, tr("&Even colour")), 2, 0);
    grid->addWidget(m_cleaning, 2, 1);
    grid->addWidget(labelFor(m_subject, tr("&Look for")), 0, 2);
    grid->addWidget(m_subject, 0, 3);
    grid->addWidget(labelFor(m_ink, tr("&Ink")), 1, 2);
    grid->addWidget(m_ink, 1, 3);
    grid->addWidget(m_straighten, 2, 3);
    grid->addWidget(labelFor(m_dpi, tr("Scanned &at")), 0, 4);
    grid->addWidget(m_dpi, 0, 5);
    grid->addWidget(m_size, 1, 4, 2, 2, Qt::AlignTop);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 2);
    grid->setColumnStretch(5, 2);

    connect(m_subject, &QComboBox::currentIndexChanged, this, &ScanDialog::extractSoon);
    connect(m_ink, &QComboBox::currentIndexChanged, this, &ScanDialog::extractSoon);
    connect(m_straighten, &QCheckBox::toggled, this, &ScanDialog::extractSoon);
    connect(m_dpi, &QSpinBox::valueChanged, this, &ScanDialog::extractSoon);
    return fields;
}

void ScanDialog::read(const QString& path)
{
    m_size->setText(tr("Reading the scan …"));
    m_reading = tasks::BackgroundTask::run(
        this,
        [path](std::stop_token) {
            const Result<Scan> scan = readScan(path);
            return std::pair(scan, scan ? previewOf(scan->picture) : QImage());
        },
        [this](const std::pair<Result<Scan>, QImage>& read) {
            if (read.first)
                showScan(*read.first, read.second);
            else
                refuse(read.first.error());
        });
}

void ScanDialog::showScan(const Scan& scan, const QImage& preview)
{
    m_scan = scan;
    m_sheet->setScan(preview, scan.picture.size());
    m_fields->setEnabled(true);
    m_dpi->setValue(scan.dpi ? qRound(*scan.dpi) : kUnknownDpi);
    m_soon.stop();
    extractNow();
    if (!scan.dpi) {
        m_dpi->setFocus();
        m_dpi->selectAll();
    } else {
        m_sheet->setFocus();
    }
}

/// There is nothing to see or to set.
void ScanDialog::refuse(const Error& error)
{
    m_notice->show(style::noticeFor(error));
    m_views->hide();
    m_fields->hide();
    m_accept->hide();
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

ExtractionSettings ScanDialog::settings() const
{
    ExtractionSettings settings;
    settings.subject = chosen<Subject>(m_subject);
    settings.ink = chosen<Ink>(m_ink);
    settings.background = strength(m_background);
    settings.softness = strength(m_softness);
    settings.cleaning = strength(m_cleaning);
    settings.straighten = m_straighten->isChecked() ? Straighten::Yes : Straighten::No;
    settings.region = m_region;
    settings.impressionAt = m_impressionAt;
    if (m_dpi->value() > kUnknownDpi)
        settings.dpi = m_dpi->value();
    return settings;
}

/// A slider says many values on its way.
void ScanDialog::extractSoon()
{
    if (!m_scan.picture.isNull())
        m_soon.start();
    m_accept->setEnabled(false);
}

void ScanDialog::extractNow()
{
    m_extracting.requestStop();
    m_size->setText(tr("Working …"));
    Scan scan = m_scan;
    scan.dpi.reset(); // the field says it, or nobody
    m_extracting = tasks::BackgroundTask::run(
        this, [scan, settings = settings()](const std::stop_token& stop) { return extract(scan, settings, stop); },
        [this, round = ++m_round](const Result<Extraction>& extraction) {
            if (round == m_round)
                showExtraction(extraction);
        });
}

void ScanDialog::showExtraction(const Result<Extraction>& extraction)
{
    if (!extraction) {
        Error error = extraction.error();
        error.facts.name = m_fileName;
        m_notice->show(style::noticeFor(error));
        m_extraction.reset();
        m_sheet->setImpressions({}, 0);
        m_lifted->setSeal({});
    } else {
        m_notice->clear();
        m_extraction = *extraction;
        m_sheet->setImpressions(extraction->impressions, extraction->chosen);
        m_lifted->setSeal(extraction->picture);
    }
    showSize();
    // A change that came meanwhile is worked on soon.
    m_accept->setEnabled(m_extraction.has_value() && !m_soon.isActive());
}

void ScanDialog::showSize()
{
    if (!m_extraction)
        m_size->setText({});
    else if (m_extraction->sizeMm)
        m_size->setText(tr("Size on paper: %1").arg(sizeText(*m_extraction->sizeMm)));
    else
        m_size->setText(tr("The file does not say at how many dots per inch it was scanned. Enter it to know the "
                           "seal's true size."));
}

} // namespace bidseal::seal
