#include "ui/placing/SeamPreview.h"

#include "ui/document/MarkPainter.h"
#include "ui/placing/PreviewSteps.h"
#include "ui/style/Theme.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace bidseal::placing {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kRoom(320, 380);

bool isUpright(plan::Edge edge) { return edge == plan::Edge::Left || edge == plan::Edge::Right; }

/// Where the first page shows the picture's end: the pages then lie to the left of it, or above.
bool fromEnd(plan::Edge edge) { return edge == plan::Edge::Left || edge == plan::Edge::Top; }

bool isFirstStrip(const QRectF& part, plan::Edge edge)
{
    const double from = isUpright(edge) ? part.left() : part.top();
    const double to = isUpright(edge) ? part.right() : part.bottom();
    return fromEnd(edge) ? to >= 1 : from <= 0;
}

} // namespace

/// Sheets from above: the first on top, each one under it moved out by the width of its strip.
class SeamPreview::Fan : public QWidget {
public:
    explicit Fan(QWidget* parent)
        : QWidget(parent)
    {
        setAccessibleName(SeamPreview::tr("Preview of the fanned pages"));
        setMinimumSize(kRoom);
        connect(&m_pictures, &seal::SealPictures::ready, this, qOverload<>(&QWidget::update));
    }

    void showSeal(Strips strips, plan::Edge edge, const std::vector<pdf::PageGeometry>& pages)
    {
        m_strips = std::move(strips);
        m_sheets.clear();
        QPointF moved;
        for (const seal::PlacedSeal& strip : m_strips) {
            const QSizeF size = pages[static_cast<std::size_t>(strip.placement.page)].visibleSizeMm();
            const double width = isUpright(edge) ? strip.placement.sizeMm.width() : strip.placement.sizeMm.height();
            if (!m_sheets.empty()) {
                const QPointF out = isUpright(edge) ? QPointF(width, 0) : QPointF(0, width);
                moved += fromEnd(edge) ? -out : out;
            }
            // The edges lie on top of each other, whatever the sheets' sizes.
            QRectF sheet(moved, size);
            if (!m_sheets.empty() && edge == plan::Edge::Right)
                sheet.moveRight(m_sheets.front().right() + moved.x());
            if (!m_sheets.empty() && edge == plan::Edge::Bottom)
                sheet.moveBottom(m_sheets.front().bottom() + moved.y());
            m_sheets.push_back(sheet);
        }
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (m_sheets.empty())
            return;
        const QRectF shown = surroundings();
        const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        const double scale = std::min(frame.width() / shown.width(), frame.height() / shown.height());
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter.translate(rect().center());
        painter.scale(scale, scale);
        painter.translate(-shown.center());
        const QTransform toPixels = painter.worldTransform();
        QPen edge(QColor(0xc4, 0xc4, 0xc4), 1);
        edge.setCosmetic(true);
        for (std::size_t i = m_sheets.size(); i-- > 0;) {
            painter.fillRect(m_sheets[i], Qt::white);
            painter.setPen(edge);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(m_sheets[i]);
            painter.translate(m_sheets[i].topLeft());
            painter.setClipRect(QRectF(QPointF(), m_sheets[i].size()));
            document::paintOnPage(painter, m_pictures, m_strips[i]);
            painter.setClipping(false);
            painter.setWorldTransform(toPixels);
        }
    }

private:
    /// The strips and what is near them: at the scale of whole pages nobody would recognise a seal.
    [[nodiscard]] QRectF surroundings() const
    {
        constexpr double kShare = 0.45;
        QRectF strips;
        for (std::size_t i = 0; i < m_strips.size(); ++i)
            strips |= m_strips[i].placement.boundsMm().translated(m_sheets[i].topLeft());
        const double around = std::max(strips.width(), strips.height()) * kShare;
        return strips.adjusted(-around, -around, around, around);
    }

    seal::SealPictures m_pictures;
    Strips m_strips;
    std::vector<QRectF> m_sheets; ///< in mm, the first on top
};

SeamPreview::SeamPreview(QWidget* parent)
    : QWidget(parent)
    , m_fan(new Fan(this))
    , m_steps(new PreviewSteps(u"seam"_s, this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(style::kGap);
    column->addWidget(m_fan, 1);
    column->addWidget(m_steps);
    connect(m_steps, &PreviewSteps::stepped, this, &SeamPreview::step);
    showCurrent();
}

void SeamPreview::showStrips(
    std::vector<seal::PlacedSeal> marks, const plan::AlongSeam& rule, const std::vector<pdf::PageGeometry>& pages)
{
    m_rule = rule;
    m_pages = pages;
    m_seals.clear();
    bool wasFirst = false;
    for (seal::PlacedSeal& mark : marks) {
        const bool isFirst = isFirstStrip(mark.part, rule.edge);
        if (m_seals.empty() || (isFirst && !wasFirst))
            m_seals.emplace_back();
        wasFirst = isFirst;
        // A duplex sheet's back shows the same strip.
        Strips& strips = m_seals.back();
        if (strips.empty() || strips.back().part != mark.part)
            strips.push_back(std::move(mark));
    }
    if (m_current >= m_seals.size())
        m_current = 0;
    showCurrent();
}

void SeamPreview::clear()
{
    m_seals.clear();
    showCurrent();
}

void SeamPreview::step(int direction)
{
    if (m_seals.empty())
        return;
    const auto count = static_cast<int>(m_seals.size());
    m_current = static_cast<std::size_t>((static_cast<int>(m_current) + direction + count) % count);
    showCurrent();
    const pdf::Placement& first = m_seals[m_current].front().placement;
    Q_EMIT wentTo(first.page, first.boundsMm());
}

void SeamPreview::showCurrent()
{
    m_steps->setStepping(m_seals.size() > 1);
    if (m_seals.empty()) {
        m_steps->setText({});
        m_fan->showSeal({}, m_rule.edge, m_pages);
        return;
    }
    const Strips& strips = m_seals[m_current];
    const auto number = [](std::size_t value) { return QLocale().toString(static_cast<int>(value)); };
    m_steps->setText(
        tr("seal %1 of %2, from page %3")
            .arg(number(m_current + 1), number(m_seals.size()), QLocale().toString(strips.front().placement.page + 1)));
    m_fan->showSeal(strips, m_rule.edge, m_pages);
}

} // namespace bidseal::placing
