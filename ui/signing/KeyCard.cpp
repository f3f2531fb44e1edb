#include "ui/signing/KeyCard.h"

#include "ui/style/Notice.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

constexpr int kPadding = 12;
constexpr int kRing = 18;
constexpr int kTextLeft = kPadding + kRing + 10;
constexpr int kLineGap = 4;
constexpr int kStateIcon = 15;

QFont holderFont(const QFont& font) { return style::scaledFont(font, 1.2, QFont::DemiBold); }
QFont lineFont(const QFont& font) { return style::scaledFont(font, 0.92); }

} // namespace

KeyCard::KeyCard(const QString& id, QWidget* parent)
    : QRadioButton(parent)
    , m_id(id)
{
    setObjectName(u"keyCard"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void KeyCard::setText(const KeyCardText& text)
{
    m_text = text;
    auto spoken = QStringList { text.holder } + text.lines;
    if (!text.state.isEmpty())
        spoken << text.state;
    setAccessibleName(spoken.join(u", "_s));
    setToolTip(spoken.join(u'\n'));
    updateGeometry();
    update();
}

QSize KeyCard::sizeHint() const
{
    const int line = QFontMetrics(lineFont(font())).height() + kLineGap;
    const auto lines = m_text.lines.size() + (m_text.state.isEmpty() ? 0 : 1);
    return { 320, 2 * kPadding + QFontMetrics(holderFont(font())).height() + static_cast<int>(lines) * line };
}

void KeyCard::mouseReleaseEvent(QMouseEvent* event)
{
    QRadioButton::mouseReleaseEvent(event);
    if (isChecked())
        Q_EMIT taken();
}

void KeyCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QRadioButton::keyPressEvent(event);
    click();
    Q_EMIT taken();
}

void KeyCard::enterEvent(QEnterEvent* event)
{
    QRadioButton::enterEvent(event);
    update();
}

void KeyCard::leaveEvent(QEvent* event)
{
    QRadioButton::leaveEvent(event);
    update();
}

void KeyCard::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const double pen = isChecked() || hasFocus() ? 2 : 1;
    painter.setPen(QPen(isChecked() || hasFocus() ? colours.accent : colours.edge, pen));
    painter.setBrush(!isEnabled() ? colours.window : underMouse() ? colours.hover : colours.surface);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), style::kRadius, style::kRadius);

    const QFontMetrics holderMetrics(holderFont(font()));
    const QRectF ring(kPadding, kPadding + (holderMetrics.height() - kRing) / 2.0, kRing, kRing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(!isEnabled() ? colours.edge : isChecked() ? colours.accent : colours.controlEdge, 1.6));
    painter.drawEllipse(ring.adjusted(1, 1, -1, -1));
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        painter.drawEllipse(ring.adjusted(5, 5, -5, -5));
    }

    const int room = width() - kTextLeft - kPadding;
    int y = kPadding;
    painter.setFont(holderFont(font()));
    painter.setPen(isEnabled() ? colours.text : colours.quietText);
    painter.drawText(QRect(kTextLeft, y, room, holderMetrics.height()), Qt::AlignVCenter,
        holderMetrics.elidedText(m_text.holder, Qt::ElideRight, room));
    y += holderMetrics.height() + kLineGap;

    painter.setFont(lineFont(font()));
    const QFontMetrics metrics(painter.font());
    painter.setPen(colours.quietText);
    for (const QString& line : m_text.lines) {
        painter.drawText(QRect(kTextLeft, y, room, metrics.height()), Qt::AlignVCenter,
            metrics.elidedText(line, Qt::ElideMiddle, room));
        y += metrics.height() + kLineGap;
    }
    if (m_text.state.isEmpty())
        return;
    const auto colour
        = m_text.stateTone == style::Tone::Neutral ? colours.quietText : colours.tone(m_text.stateTone).text;
    style::paintGlyph(painter, style::glyphFor(m_text.stateTone),
        QRectF(kTextLeft, y + (metrics.height() - kStateIcon) / 2.0, kStateIcon, kStateIcon), colour);
    painter.setPen(colour);
    painter.drawText(QRect(kTextLeft + kStateIcon + 5, y, room - kStateIcon - 5, metrics.height()), Qt::AlignVCenter,
        metrics.elidedText(m_text.state, Qt::ElideRight, room - kStateIcon - 5));
}

} // namespace bidseal::signing
