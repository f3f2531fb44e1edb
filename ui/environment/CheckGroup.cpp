#include "ui/environment/CheckGroup.h"

#include "core/environment/ShownWords.h"
#include "ui/environment/CheckRow.h"
#include "ui/environment/OutcomeSigns.h"
#include "ui/style/Widgets.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {
constexpr int kPadding = 14;
constexpr int kIcon = 16;
} // namespace

/// The heading: the group's name, what came of it, and an arrow that unfolds the rest.
class CheckGroup::Head : public QPushButton {
public:
    using QPushButton::QPushButton;

    QString name, summary;
    Outcome worst = Outcome::NotApplicable;

    QSize sizeHint() const override { return { 320, fontMetrics().height() + 2 * kPadding }; }
    QSize minimumSizeHint() const override { return { 160, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& colours = style::colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || hasFocus()) {
            painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
            painter.setBrush(underMouse() ? QBrush(colours.hover) : QBrush(Qt::NoBrush));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), style::kRadius - 1, style::kRadius - 1);
        }
        const auto iconAt = [this](int x) { return QRectF(x, (height() - kIcon) / 2.0, kIcon, kIcon); };
        style::paintGlyph(
            painter, isChecked() ? style::Glyph::ChevronDown : style::Glyph::Next, iconAt(kPadding), colours.quietText);
        const auto sign = signFor(worst);
        const int textLeft = kPadding + kIcon + 10;
        const int summaryWidth = fontMetrics().horizontalAdvance(summary);
        const int summaryLeft = width() - kPadding - summaryWidth;
        painter.setPen(sign.colour);
        painter.drawText(QRect(summaryLeft, 0, summaryWidth + 1, height()), Qt::AlignVCenter, summary);
        if (worst != Outcome::NotApplicable)
            style::paintGlyph(painter, sign.glyph, iconAt(summaryLeft - kIcon - 6), sign.colour);
        painter.setPen(colours.text);
        painter.setFont(style::scaledFont(font(), 1.0, QFont::DemiBold));
        const int room = summaryLeft - kIcon - 12 - textLeft;
        painter.drawText(QRect(textLeft, 0, room, height()), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(name, Qt::ElideRight, room));
    }
};

CheckGroup::CheckGroup(Group group, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"group-"_s + wordFor(group));
    m_head = new Head(this);
    m_head->setObjectName(u"groupHead"_s);
    m_head->setCheckable(true);
    m_head->setAutoDefault(true); // Return unfolds it
    m_head->setCursor(Qt::PointingHandCursor);
    m_head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_head->name = titleOf(group);
    m_body = new QWidget(this);
    m_layout = new QVBoxLayout(m_body);
    m_layout->setContentsMargins(kPadding + kIcon + 10, 2, kPadding, kPadding);
    m_layout->setSpacing(style::kMargin);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_body);
    connect(m_head, &QPushButton::toggled, this, &CheckGroup::showRows);
}

void CheckGroup::setFooter(QWidget* footer)
{
    m_footer = footer;
    m_layout->addWidget(footer);
    showRows();
}

void CheckGroup::show(const std::vector<SelfCheckModel::Line>& lines)
{
    m_order.clear();
    for (const auto& line : lines) {
        if (!m_rows.contains(line.id))
            addRow(line);
        m_order << line.id;
        m_rows[line.id]->show(line);
        if (line.needsAttention())
            m_noticed.insert(line.id);
    }
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        if (m_order.contains(row.key())) {
            ++row;
        } else {
            (*row)->deleteLater();
            row = m_rows.erase(row);
        }
    }
    showHead(lines);
    showRows();
}

void CheckGroup::addRow(const SelfCheckModel::Line& line)
{
    auto* row = new CheckRow(m_body);
    row->setObjectName(u"check-"_s + line.id);
    m_rows.insert(line.id, row);
    Q_EMIT rowAdded(row);
}

void CheckGroup::showHead(const std::vector<SelfCheckModel::Line>& lines)
{
    const auto count
        = [&lines](auto which) { return static_cast<int>(std::count_if(lines.begin(), lines.end(), which)); };
    const int underWay = count([](const auto& line) { return line.isUnderWay || !line.result; });
    const int attention = count([](const auto& line) { return line.needsAttention(); });
    const int passed
        = count([](const auto& line) { return line.result && line.result->finding.outcome == Outcome::Passed; });
    m_head->worst = Outcome::NotApplicable;
    for (const auto& line : lines)
        if (line.result)
            m_head->worst = std::max(m_head->worst, line.result->finding.outcome);
    if (underWay)
        m_head->summary = tr("Checking…");
    else if (attention)
        m_head->summary = tr("%n need(s) attention", nullptr, attention);
    else if (passed)
        m_head->summary = tr("%n passed", nullptr, passed);
    else
        m_head->summary = shownWordFor(Outcome::NotApplicable);
    if (underWay)
        m_head->worst = Outcome::NotApplicable;
    m_head->setAccessibleName(u"%1: %2"_s.arg(m_head->name, m_head->summary));
    m_head->setToolTip(m_head->isChecked() ? tr("Show less") : tr("Show every check of this group"));
    m_head->update();
}

/// What needs attention first, then the others in their order.
void CheckGroup::showRows()
{
    auto order = m_order;
    std::stable_partition(order.begin(), order.end(), [this](const QString& id) { return m_noticed.contains(id); });
    bool isAnyShown = m_footer && !m_footer->isHidden();
    for (qsizetype place = 0; place < order.size(); ++place) {
        auto* row = m_rows.value(order[place]);
        if (m_layout->indexOf(row) != place)
            m_layout->insertWidget(static_cast<int>(place), row);
        const bool isShown = m_head->isChecked() || m_noticed.contains(order[place]);
        row->setVisible(isShown);
        isAnyShown = isAnyShown || isShown;
    }
    m_body->setVisible(isAnyShown);
    m_head->setToolTip(m_head->isChecked() ? tr("Show less") : tr("Show every check of this group"));
}

void CheckGroup::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.edge);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), style::kRadius, style::kRadius);
}

} // namespace bidseal::environment
