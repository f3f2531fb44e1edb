#include "ui/window/ShieldIndicator.h"

#include "ui/environment/OutcomeSigns.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace bidseal::window {

namespace {

using State = environment::SelfCheckModel::State;

constexpr int kIcon = 18;
constexpr int kHeight = 30;

QString wordFor(State state)
{
    switch (state) {
    case State::Looking:
        return ShieldIndicator::tr("Looking…");
    case State::Ready:
        return ShieldIndicator::tr("Ready");
    case State::Undecided:
        return ShieldIndicator::tr("Attention");
    case State::NotFit:
        return ShieldIndicator::tr("Not fit");
    }
    Q_UNREACHABLE();
}

} // namespace

ShieldIndicator::ShieldIndicator(environment::SelfCheckModel& selfCheck, QWidget* parent)
    : QAbstractButton(parent)
    , m_selfCheck(selfCheck)
{
    setObjectName(u"shield"_s);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    connect(&selfCheck, &environment::SelfCheckModel::changed, this, &ShieldIndicator::refresh);
    refresh();
}

void ShieldIndicator::refresh()
{
    const auto sentence = environment::sentenceFor(m_selfCheck.state());
    setText(wordFor(m_selfCheck.state()));
    setAccessibleName(tr("Security self-check: %1").arg(sentence));
    setToolTip(sentence);
    updateGeometry();
    update();
}

QSize ShieldIndicator::sizeHint() const { return { kIcon + 22 + fontMetrics().horizontalAdvance(text()), kHeight }; }

QSize ShieldIndicator::minimumSizeHint() const { return { kIcon + 16, kHeight }; }

void ShieldIndicator::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colours.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? QBrush(colours.hover) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const auto sign = environment::signFor(m_selfCheck.state());
    style::paintGlyph(painter, sign.glyph, QRectF(6, (height() - kIcon) / 2.0, kIcon, kIcon), sign.colour);
    painter.setPen(sign.colour);
    const QRect place(kIcon + 12, 0, width() - kIcon - 16, height());
    painter.drawText(place, Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
}

/// By Return as well as by the space bar, like the other buttons.
void ShieldIndicator::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace bidseal::window
