#include "ui/environment/CheckRow.h"

#include "core/environment/ShownWords.h"
#include "ui/environment/OutcomeSigns.h"
#include "ui/style/Widgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

constexpr int kSign = 18;

/// What the button says; empty where the program cannot do it by itself.
QString labelFor(const Remedy& remedy)
{
    switch (remedy.action) {
    case RemedyAction::None:
        return {};
    case RemedyAction::OpenLink:
        return remedy.link.scheme().startsWith("http"_L1) ? CheckRow::tr("Open page") : CheckRow::tr("Open settings");
    case RemedyAction::MakeFolderPrivate:
        return CheckRow::tr("Make private");
    case RemedyAction::AddDriver:
        return CheckRow::tr("Add driver…");
    case RemedyAction::ChooseRelay:
        return CheckRow::tr("Choose relay…");
    }
    Q_UNREACHABLE();
}

/// Only of what stands in the way: what any other finding means it says itself.
QString effectOf(const CheckResult& result)
{
    if (result.blocks())
        return CheckRow::tr("Nobody can sign while this is so.");
    if (result.asks())
        return CheckRow::tr("Before you sign you are asked whether to go on all the same.");
    return {};
}

QString wordOf(const SelfCheckModel::Line& line)
{
    return line.isUnderWay || !line.result ? CheckRow::tr("Checking…") : shownWordFor(line.result->finding.outcome);
}

bool isSame(const SelfCheckModel::Line& first, const SelfCheckModel::Line& second)
{
    const auto since
        = [](const SelfCheckModel::Line& line) { return line.result ? line.result->measuredAt : QDateTime(); };
    return first.id == second.id && first.isUnderWay == second.isUnderWay && since(first) == since(second);
}

QLabel* text(QLabel* label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

void setText(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void setColour(QWidget* widget, const QColor& colour)
{
    auto palette = widget->palette();
    palette.setColor(QPalette::WindowText, colour);
    widget->setPalette(palette);
}

} // namespace

CheckRow::CheckRow(QWidget* parent)
    : QWidget(parent)
{
    m_sign = new SignView(kSign, this);
    m_title = text(style::headline({}, 1.0, this));
    m_title->setObjectName(u"checkTitle"_s);
    m_word = new QLabel(this);
    m_word->setObjectName(u"checkWord"_s);
    m_found = text(style::plainText({}, this));
    m_found->setObjectName(u"checkFound"_s);
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(style::kSmallGap);
    m_parts->setContentsMargins(style::kGap, 0, 0, 0);
    m_meaning = text(style::quietText({}, this));
    m_meaning->setObjectName(u"checkMeaning"_s);
    m_todo = text(style::plainText({}, this));
    m_todo->setObjectName(u"checkTodo"_s);
    m_effect = text(style::plainText({}, this));
    m_effect->setObjectName(u"checkEffect"_s);
    m_remedy = style::pushButton({}, this);
    m_remedy->setObjectName(u"checkRemedy"_s);
    m_again = style::linkButton(tr("Check again"), this);
    m_again->setObjectName(u"checkAgain"_s);

    m_actions = new QHBoxLayout;
    m_actions->setSpacing(style::kGap);
    m_actions->addWidget(m_remedy);
    m_actions->addWidget(m_again);
    m_actions->addStretch();

    auto* words = new QVBoxLayout;
    words->setSpacing(style::kSmallGap);
    words->addWidget(m_found);
    words->addLayout(m_parts);
    for (QLabel* label : { m_meaning, m_effect, m_todo })
        words->addWidget(label);
    words->addLayout(m_actions);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_sign, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_word, 0, 2, Qt::AlignTop);
    grid->addLayout(words, 1, 1, 1, 2);
    connect(m_remedy, &QPushButton::clicked, this,
        [this] { Q_EMIT remedyRequested(m_line.id, m_line.result->finding.remedy); });
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT againRequested(m_line.id); });
}

void CheckRow::show(const SelfCheckModel::Line& line)
{
    if (isSame(m_line, line))
        return; // somebody may be reading it, or marking its words
    m_line = line;
    m_title->setText(line.title);
    m_word->setText(wordOf(line));
    showTexts();
    showParts();
    showActions();
    showColours();
    setAccessibleName(u"%1: %2"_s.arg(line.title, wordOf(line)));
}

void CheckRow::showTexts()
{
    const auto texts = m_line.result ? shown(m_line.result->finding) : ShownFinding();
    const bool isBad = m_line.needsAttention();
    setText(m_found, texts.found);
    setText(m_meaning, isBad ? texts.meaning : QString());
    setText(m_todo, isBad ? texts.todo : QString());
    const bool isTrial = !m_line.canRunAgain;
    setText(m_effect, isBad && !isTrial ? effectOf(*m_line.result) : QString());
}

/// The sentence of a single part stands there already.
void CheckRow::showParts()
{
    while (QLayoutItem* item = m_parts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_line.result)
        return;
    for (const auto& part : m_line.result->finding.parts) {
        auto* line = text(style::quietText({}, this));
        line->setObjectName(u"checkPart"_s);
        line->setText(u"%1 · %2"_s.arg(shownWordFor(part.outcome), shown(part).found));
        m_parts->addWidget(line);
    }
}

void CheckRow::showActions()
{
    const bool isBad = m_line.needsAttention();
    const auto label = isBad ? labelFor(m_line.result->finding.remedy) : QString();
    m_remedy->setText(label);
    m_remedy->setVisible(!label.isEmpty());
    m_remedy->setAccessibleName(tr("%1 (%2)").arg(label, m_line.title));
    m_again->setVisible(isBad && m_line.canRunAgain);
    m_again->setAccessibleName(tr("Check again: %1").arg(m_line.title));
    for (QPushButton* button : { m_remedy, m_again })
        button->setEnabled(!m_line.isUnderWay);
    m_actions->setContentsMargins(0, isBad ? style::kSmallGap : 0, 0, 0);
}

void CheckRow::showColours()
{
    const bool isKnown = m_line.result && !m_line.isUnderWay;
    const auto sign = [isKnown, outcome = isKnown ? m_line.result->finding.outcome : Outcome::NotApplicable] {
        return isKnown ? signFor(outcome) : Sign { style::Glyph::Clock, style::colours().quietText };
    };
    m_sign->show(sign);
    setColour(m_word, sign().colour);
    m_word->setFont(style::scaledFont(font(), 1.0, m_line.needsAttention() ? QFont::DemiBold : QFont::Normal));
    const bool isNothing = isKnown && m_line.result->finding.outcome == Outcome::NotApplicable;
    setColour(m_found, isNothing ? style::colours().quietText : style::colours().text);
    const bool blocks = isKnown && m_line.result->blocks();
    setColour(m_effect, blocks ? sign().colour : style::colours().quietText);
}

void CheckRow::focusAction()
{
    QPushButton* button = m_remedy->isVisibleTo(this) ? m_remedy : m_again;
    button->setFocus(Qt::OtherFocusReason);
}

void CheckRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        showColours();
    QWidget::changeEvent(event);
}

} // namespace bidseal::environment
