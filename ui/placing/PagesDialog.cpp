#include "ui/placing/PagesDialog.h"

#include "ui/placing/PagePreview.h"
#include "ui/placing/PageSetField.h"
#include "ui/style/Widgets.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSettings>

#include <cmath>

namespace bidseal::placing {

using namespace Qt::StringLiterals;

namespace {

constexpr double kFurthestMm = 2000;
constexpr double kUsualMm = 50; ///< from the lower right corner: where most seals stand

bool isRight(plan::Corner corner) { return corner == plan::Corner::TopRight || corner == plan::Corner::BottomRight; }
bool isBottom(plan::Corner corner) { return corner == plan::Corner::BottomLeft || corner == plan::Corner::BottomRight; }

} // namespace

PagesDialog::PagesDialog(
    const seal::Seal& seal, document::DocumentSession& session, std::shared_ptr<SharedPaper> paper, QWidget* parent)
    : PlacingDialog(seal, session, std::move(paper), parent)
{
    setObjectName("pagesDialog"_L1);
    m_pages = new PageSetField(session.pageCount());
    form().addRow(tr("&Pages"), m_pages);
    connect(m_pages, &PageSetField::changed, this, &PagesDialog::ruleChanged);
    m_corner = style::comboBox();
    m_corner->setObjectName("corner"_L1);
    m_corner->setAccessibleName(tr("Measured from"));
    const std::pair<plan::Corner, QString> corners[] = { { plan::Corner::BottomRight, tr("Lower right corner") },
        { plan::Corner::BottomLeft, tr("Lower left corner") }, { plan::Corner::TopRight, tr("Upper right corner") },
        { plan::Corner::TopLeft, tr("Upper left corner") } };
    for (const auto& [corner, text] : corners)
        m_corner->addItem(text, static_cast<int>(corner));
    form().addRow(tr("Measured &from"), m_corner);
    m_across = addMm(u"acrossMm"_s, tr("Middle of the seal from the &right edge"), 0, kFurthestMm);
    m_down = addMm(u"downMm"_s, tr("Middle of the seal from the &lower edge"), 0, kFurthestMm);
    m_rotation = addMm(u"rotation"_s, tr("&Turned by"), -180, 360);
    m_rotation->setSuffix(tr("°"));
    connect(m_corner, &QComboBox::currentIndexChanged, this, &PagesDialog::cornerChosen);
    m_preview = new PagePreview(session);
    connect(m_preview, &PagePreview::wentTo, this, &PagesDialog::lookedAt);
    recall();
    build(tr("Place on pages"), tr("Puts %1 in the same place on many pages, whatever their sizes.").arg(seal.name),
        m_preview);
}

void PagesDialog::recall()
{
    QSettings settings;
    settings.beginGroup(settingsGroup());
    m_pages->setText(settings.value("pages"_L1, u"all"_s).toString());
    const int corner = m_corner->findData(settings.value("corner"_L1));
    m_corner->setCurrentIndex(std::max(0, corner));
    m_across->setValue(settings.value("across"_L1, kUsualMm).toDouble());
    m_down->setValue(settings.value("down"_L1, kUsualMm).toDouble());
    m_rotation->setValue(settings.value("rotation"_L1, 0).toDouble());
    cornerChosen();
}

void PagesDialog::remember(QSettings& settings) const
{
    settings.setValue("pages"_L1, m_pages->text());
    settings.setValue("corner"_L1, m_corner->currentData());
    settings.setValue("across"_L1, m_across->value());
    settings.setValue("down"_L1, m_down->value());
    settings.setValue("rotation"_L1, m_rotation->value());
}

plan::Corner PagesDialog::corner() const { return static_cast<plan::Corner>(m_corner->currentData().toInt()); }

void PagesDialog::cornerChosen()
{
    const auto rename = [this](QDoubleSpinBox* box, const QString& text) {
        if (auto* const label = qobject_cast<QLabel*>(form().labelForField(box)))
            label->setText(text);
        box->setAccessibleName(QString(text).remove(u'&'));
    };
    rename(m_across,
        isRight(corner()) ? tr("Middle of the seal from the &right edge")
                          : tr("Middle of the seal from the &left edge"));
    rename(m_down,
        isBottom(corner()) ? tr("Middle of the seal from the &lower edge")
                           : tr("Middle of the seal from the &upper edge"));
    ruleChanged();
}

std::optional<plan::Rule> PagesDialog::rule() const
{
    const auto pages = m_pages->pages();
    if (!pages)
        return std::nullopt;
    return plan::OnPages { *pages, QPointF(m_across->value(), m_down->value()), corner(),
        std::fmod(m_rotation->value() + 360, 360) };
}

QString PagesDialog::missing() const { return m_pages->problem(); }

void PagesDialog::showPlaced(const plan::Placed* placed)
{
    m_preview->showMarks(placed ? placed->marks : std::vector<seal::PlacedSeal>());
}

} // namespace bidseal::placing
