#include "ui/plan/RequirementRow.h"

#include "ui/plan/PlacesInWords.h"
#include "ui/style/Icons.h"
#include "ui/style/Theme.h"
#include "ui/style/Widgets.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

constexpr int kSign = 18;

struct Sign {
    style::Glyph glyph;
    QColor colour;
};

Sign signOf(const std::optional<Checked>& checked)
{
    const style::Colours& colours = style::colours();
    if (!checked)
        return { style::Glyph::Clock, colours.quietText };
    switch (checked->fulfilment) {
    case Fulfilment::Done:
        return { style::Glyph::Good, colours.good.text };
    case Fulfilment::Missing:
        return { style::Glyph::Bad, colours.bad.text };
    case Fulfilment::CannotTell:
        return { style::Glyph::Question, colours.caution.text };
    }
    Q_UNREACHABLE();
}

QString missingWords(const Requirement& requirement, const Checked& checked)
{
    if (!checked.pagesFound)
        return RequirementRow::tr("Missing: the file does not have these pages");
    if (!checked.textFound)
        //: %1 is a text that a checklist looks for
        return RequirementRow::tr("Missing: “%1” does not occur in the file").arg(keywordInWords(requirement.near));
    if (checked.pages.empty())
        return RequirementRow::tr("Missing");
    return RequirementRow::tr("Missing: %1").arg(pagesInWords(checked.pages));
}

QString words(const Requirement& requirement, const std::optional<Checked>& checked)
{
    if (!checked)
        return RequirementRow::tr("Checking…");
    const QString where = pagesInWords(checked->pages);
    switch (checked->fulfilment) {
    case Fulfilment::Done:
        //: what a checklist asks for; %1 is "page 3" or "pages 3, 5"
        return where.isEmpty() ? RequirementRow::tr("Done") : RequirementRow::tr("Done: %1").arg(where);
    case Fulfilment::Missing:
        return missingWords(requirement, *checked);
    case Fulfilment::CannotTell:
        return where.isEmpty() ? RequirementRow::tr("Cannot tell: please look for yourself")
                               : RequirementRow::tr("Cannot tell: please look at %1 yourself").arg(where);
    }
    Q_UNREACHABLE();
}

} // namespace

RequirementRow::RequirementRow(QWidget* parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    m_title = style::plainText({}, this);
    m_title->setObjectName(u"requirementTitle"_s);
    m_word = style::plainText({}, this);
    m_word->setObjectName(u"requirementWord"_s);
    for (QLabel* label : { m_title, m_word }) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents); // the row is one button
        label->setForegroundRole(QPalette::WindowText); // but does not look like one
    }
    m_place = style::pushButton(tr("Place it"), this);
    m_place->setObjectName(u"requirementPlace"_s);
    connect(this, &QAbstractButton::clicked, this, &RequirementRow::goToNextPage);
    connect(m_place, &QPushButton::clicked, this, [this] {
        if (const auto rule = ruleToPlace())
            Q_EMIT placeRequested(m_requirement, *rule);
    });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(style::kMargin + kSign + style::kGap, style::kGap, style::kGap, style::kGap);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_word);
    column->addSpacing(2);
    column->addWidget(m_place, 0, Qt::AlignLeft);
}

QSize RequirementRow::sizeHint() const { return layout()->sizeHint(); }

void RequirementRow::show(const Requirement& requirement, const std::optional<Checked>& checked)
{
    m_requirement = requirement;
    m_checked = checked;
    m_nextPage = 0;
    const QString word = words(requirement, checked);
    m_title->setText(requirement.title);
    m_word->setText(word);
    setAccessibleName(u"%1: %2"_s.arg(requirement.title, word));
    const bool hasPages = checked && !checked->pages.empty();
    setAccessibleDescription(hasPages ? tr("Goes to the page, each time to the next one.") : QString());
    setToolTip(hasPages ? tr("Go to the page") : QString());
    setCursor(hasPages ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_place->setAccessibleName(tr("Place it: %1").arg(requirement.title));
    m_place->setVisible(checked && checked->fulfilment == Fulfilment::Missing && ruleToPlace());
    showColours();
}

/// Nothing where the checklist does not say how, or which kind of seal.
std::optional<Rule> RequirementRow::ruleToPlace() const
{
    const bool canBeFound = m_checked && m_checked->textFound && m_checked->pagesFound;
    if (!canBeFound || m_requirement.kinds.empty())
        return {};
    return m_checked->suggestion ? m_checked->suggestion : m_requirement.suggestion;
}

void RequirementRow::goToNextPage()
{
    if (!m_checked || m_checked->pages.empty())
        return;
    const int page = m_checked->pages[m_nextPage];
    m_nextPage = (m_nextPage + 1) % m_checked->pages.size();
    Q_EMIT pageRequested(page);
}

void RequirementRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void RequirementRow::showColours()
{
    QPalette palette = m_word->palette();
    const bool isDone = m_checked && m_checked->fulfilment == Fulfilment::Done;
    palette.setColor(QPalette::WindowText, isDone ? style::colours().quietText : signOf(m_checked).colour);
    m_word->setPalette(palette);
    update();
}

void RequirementRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        showColours();
    QWidget::changeEvent(event);
}

void RequirementRow::paintEvent(QPaintEvent*)
{
    const style::Colours& colours = style::colours();
    const Sign sign = signOf(m_checked);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLink = m_checked && !m_checked->pages.empty();
    painter.setBrush(isLink && underMouse() ? QBrush(colours.hover) : QBrush(Qt::NoBrush));
    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect()).adjusted(4, 1, -4, -1), 6, 6);
    const double top = m_title->y() + (m_title->fontMetrics().height() - kSign) / 2.0;
    style::paintGlyph(painter, sign.glyph, QRectF(style::kMargin, top, kSign, kSign), sign.colour);
}

} // namespace bidseal::plan
