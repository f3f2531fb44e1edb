#include "ui/placing/SeamDialog.h"

#include "ui/placing/PageSetField.h"
#include "ui/placing/SeamPreview.h"
#include "ui/style/Widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QRandomGenerator>
#include <QSettings>
#include <QSpinBox>

namespace bidseal::placing {

using namespace Qt::StringLiterals;

namespace {

constexpr double kFurthestMm = 1000;
constexpr int kMostPagesPerSeal = 500;

QComboBox* choice(const QString& name, const QString& label)
{
    QComboBox* const box = style::comboBox();
    box->setObjectName(name);
    box->setAccessibleName(label);
    return box;
}

} // namespace

SeamDialog::SeamDialog(
    const seal::Seal& seal, document::DocumentSession& session, std::shared_ptr<SharedPaper> paper, QWidget* parent)
    : PlacingDialog(seal, session, std::move(paper), parent)
    , m_seed(QRandomGenerator::global()->generate())
{
    setObjectName("seamDialog"_L1);
    m_edge = choice(u"seamEdge"_s, tr("Edge"));
    m_edge->addItem(tr("Right edge"), static_cast<int>(plan::Edge::Right));
    m_edge->addItem(tr("Left edge"), static_cast<int>(plan::Edge::Left));
    m_edge->addItem(tr("Upper edge"), static_cast<int>(plan::Edge::Top));
    m_edge->addItem(tr("Lower edge"), static_cast<int>(plan::Edge::Bottom));
    form().addRow(tr("&Edge"), m_edge);
    m_pages = new PageSetField(session.pageCount());
    form().addRow(tr("&Pages"), m_pages);
    m_duplex = style::checkBox(tr("Printed on &both sides of a sheet"));
    m_duplex->setObjectName("seamDuplex"_L1);
    form().addRow(m_duplex);
    m_pagesPerSeal = new QSpinBox;
    m_pagesPerSeal->setObjectName("pagesPerSeal"_L1);
    m_pagesPerSeal->setAccessibleName(tr("Pages to a seal"));
    m_pagesPerSeal->setRange(1, kMostPagesPerSeal);
    //: How many pages share one cross-page seal
    m_pagesPerSeal->setSpecialValueText(tr("as many as can be recognised"));
    m_pagesPerSeal->setButtonSymbols(QAbstractSpinBox::NoButtons);
    form().addRow(tr("Pages to a &seal"), m_pagesPerSeal);
    m_cut = choice(u"seamCut"_s, tr("Strips"));
    m_cut->addItem(tr("All equally wide"), static_cast<int>(plan::Cut::Equal));
    m_cut->addItem(tr("Widths by chance, hard to imitate"), static_cast<int>(plan::Cut::Random));
    form().addRow(tr("S&trips"), m_cut);
    m_offset = addMm(u"seamOffset"_s, tr("&Moved along the edge, down or right"), -kFurthestMm, kFurthestMm);
    m_preview = new SeamPreview;
    connect(m_edge, &QComboBox::currentIndexChanged, this, &SeamDialog::ruleChanged);
    connect(m_pages, &PageSetField::changed, this, &SeamDialog::ruleChanged);
    connect(m_duplex, &QCheckBox::toggled, this, &SeamDialog::ruleChanged);
    connect(m_pagesPerSeal, &QSpinBox::valueChanged, this, &SeamDialog::ruleChanged);
    connect(m_cut, &QComboBox::currentIndexChanged, this, &SeamDialog::ruleChanged);
    connect(m_preview, &SeamPreview::wentTo, this, &SeamDialog::lookedAt);
    recall();
    build(tr("Place along the seam"),
        tr("Cuts %1 into strips, one for each page. Fanned out, the pages show the whole seal again.").arg(seal.name),
        m_preview);
}

void SeamDialog::recall()
{
    QSettings settings;
    settings.beginGroup(settingsGroup());
    m_edge->setCurrentIndex(std::max(0, m_edge->findData(settings.value("edge"_L1))));
    m_pages->setText(settings.value("pages"_L1, u"all"_s).toString());
    m_duplex->setChecked(settings.value("duplex"_L1, false).toBool());
    m_pagesPerSeal->setValue(settings.value("pagesPerSeal"_L1, 1).toInt());
    m_cut->setCurrentIndex(std::max(0, m_cut->findData(settings.value("cut"_L1))));
    m_offset->setValue(settings.value("offset"_L1, 0).toDouble());
}

void SeamDialog::remember(QSettings& settings) const
{
    settings.setValue("edge"_L1, m_edge->currentData());
    settings.setValue("pages"_L1, m_pages->text());
    settings.setValue("duplex"_L1, m_duplex->isChecked());
    settings.setValue("pagesPerSeal"_L1, m_pagesPerSeal->value());
    settings.setValue("cut"_L1, m_cut->currentData());
    settings.setValue("offset"_L1, m_offset->value());
}

plan::AlongSeam SeamDialog::seam(const plan::PageSet& pages) const
{
    plan::AlongSeam seam;
    seam.edge = static_cast<plan::Edge>(m_edge->currentData().toInt());
    seam.pages = pages;
    seam.sides = m_duplex->isChecked() ? plan::Sides::Duplex : plan::Sides::Simplex;
    seam.pagesPerSeal = m_pagesPerSeal->value() <= 1 ? 0 : m_pagesPerSeal->value();
    seam.cut = static_cast<plan::Cut>(m_cut->currentData().toInt());
    seam.seed = seam.cut == plan::Cut::Random ? m_seed : 0;
    seam.offsetMm = m_offset->value();
    return seam;
}

std::optional<plan::Rule> SeamDialog::rule() const
{
    const auto pages = m_pages->pages();
    if (!pages)
        return std::nullopt;
    const auto indexes = pages->in(session().pageCount());
    if (!indexes || indexes->size() < 2)
        return std::nullopt;
    return seam(*pages);
}

QString SeamDialog::missing() const
{
    const QString problem = m_pages->problem();
    if (!problem.isEmpty() || !m_pages->pages())
        return problem;
    return tr("A cross-page seal needs at least two pages.");
}

void SeamDialog::showPlaced(const plan::Placed* placed)
{
    const auto pages = m_pages->pages();
    if (placed && pages)
        m_preview->showStrips(placed->marks, seam(*pages), session().pages());
    else
        m_preview->clear();
}

QString SeamDialog::countText(const Outcome& outcome) const
{
    const auto number = [](int count) { return QLocale().toString(count); };
    double narrowest = 0;
    for (const seal::PlacedSeal& strip : outcome.placed->marks) {
        const QSizeF size = strip.placement.sizeMm;
        const auto edge = static_cast<plan::Edge>(m_edge->currentData().toInt());
        const double width = edge == plan::Edge::Left || edge == plan::Edge::Right ? size.width() : size.height();
        narrowest = narrowest == 0 ? width : std::min(narrowest, width);
    }
    return tr("Seals: %1 · strips: %2 · the narrowest: %3 mm")
        .arg(number(m_preview->sealCount()), number(static_cast<int>(outcome.placed->marks.size())),
            QLocale().toString(narrowest, 'f', 1));
}

} // namespace bidseal::placing
