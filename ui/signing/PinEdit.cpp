#include "ui/signing/PinEdit.h"

#include "core/base/platform/Process.h"
#include "ui/platform/ScreenCapture.h"
#include "ui/style/Theme.h"

#include <QAccessibleWidget>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleHints>

#include <algorithm>
#include <array>

namespace bidseal::signing {

namespace {

constexpr int kDot = 8; // pixels
constexpr int kDotStep = 13;
constexpr int kPadding = 10;

/// Tells a screen reader that this is a password field. There is no text to be had from it.
class AccessiblePinEdit : public QAccessibleWidget {
public:
    explicit AccessiblePinEdit(QWidget* widget)
        : QAccessibleWidget(widget, QAccessible::EditableText)
    {
    }
    QAccessible::State state() const override
    {
        auto state = QAccessibleWidget::state();
        state.passwordEdit = true;
        state.editable = true;
        state.focusable = true;
        return state;
    }
    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? QString() : QAccessibleWidget::text(which);
    }
};

QAccessibleInterface* accessiblePinEdit(const QString& className, QObject* object)
{
    if (className != QLatin1StringView(PinEdit::staticMetaObject.className()))
        return nullptr;
    return new AccessiblePinEdit(qobject_cast<QWidget*>(object));
}

/// UTF-8 without a QByteArray in between.
int encode(char32_t character, std::array<char, 4>& bytes)
{
    const auto continuation = [&](int shift) { return static_cast<char>(0x80 | ((character >> shift) & 0x3F)); };
    if (character < 0x80) {
        bytes = { static_cast<char>(character) };
        return 1;
    }
    if (character < 0x800) {
        bytes = { static_cast<char>(0xC0 | (character >> 6)), continuation(0) };
        return 2;
    }
    if (character < 0x10000) {
        bytes = { static_cast<char>(0xE0 | (character >> 12)), continuation(6), continuation(0) };
        return 3;
    }
    bytes = { static_cast<char>(0xF0 | (character >> 18)), continuation(12), continuation(6), continuation(0) };
    return 4;
}

bool isTyping(const QKeyEvent& event)
{
    const bool command = event.modifiers() & (Qt::ControlModifier | Qt::MetaModifier)
        && !(event.modifiers() & Qt::AltModifier); // AltGr arrives as Ctrl+Alt on Windows
    return !command && !event.text().isEmpty() && event.text().at(0).isPrint();
}

void protectWindowOf(const QWidget& field)
{
    auto& window = *field.window();
    platform::setCapture(window, PinEdit::isShownIn(window) ? platform::Capture::Refused : platform::Capture::Allowed);
}

} // namespace

PinEdit::PinEdit(QWidget* parent)
    : QWidget(parent)
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(accessiblePinEdit), true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(false);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

bool PinEdit::isShownIn(const QWidget& window)
{
    const auto fields = window.findChildren<PinEdit*>();
    return std::any_of(fields.begin(), fields.end(), [](const PinEdit* field) { return field->isVisible(); });
}

Secret PinEdit::take()
{
    Secret secret = std::move(m_secret);
    changed();
    return secret;
}

void PinEdit::clear()
{
    m_secret.clear();
    changed();
}

void PinEdit::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    update();
}

QSize PinEdit::sizeHint() const { return { 240, std::max(34, fontMetrics().height() + 14) }; }

QSize PinEdit::minimumSizeHint() const { return { 120, sizeHint().height() }; }

bool PinEdit::event(QEvent* event)
{
    // What is typed here belongs here, whatever shortcuts the window has.
    if (event->type() == QEvent::ShortcutOverride && isTyping(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void PinEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT returnPressed();
        return;
    case Qt::Key_Backspace:
        if (event->modifiers() & Qt::ControlModifier)
            return clear();
        m_secret.removeLastCharacter();
        return changed();
    case Qt::Key_Delete:
        return clear();
    default:
        break;
    }
    if (!isTyping(*event))
        return QWidget::keyPressEvent(event);
    const QChar first = event->text().at(0);
    if (first.isUpper() || first.isLower())
        Q_EMIT capsLockSuspected(first.isUpper() != event->modifiers().testFlag(Qt::ShiftModifier));
    append(event->text());
}

void PinEdit::append(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size()) {
            character = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        std::array<char, 4> bytes {};
        const auto length = encode(character, bytes);
        const bool taken = m_secret.append({ bytes.data(), static_cast<std::size_t>(length) });
        platform::wipe(bytes.data(), bytes.size());
        if (!taken)
            break; // the page is full; longer than any PIN
    }
    changed();
}

void PinEdit::changed()
{
    restartCursor();
    update();
    Q_EMIT edited();
}

void PinEdit::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    event->accept();
}

void PinEdit::restartCursor()
{
    if (m_cursorTimer)
        killTimer(std::exchange(m_cursorTimer, 0));
    m_cursorShown = hasFocus();
    const int flash = QGuiApplication::styleHints()->cursorFlashTime();
    if (hasFocus() && flash > 0)
        m_cursorTimer = startTimer(flash / 2);
}

void PinEdit::timerEvent(QTimerEvent*)
{
    m_cursorShown = !m_cursorShown;
    update();
}

void PinEdit::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    restartCursor();
    update();
}

void PinEdit::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    restartCursor();
    update();
}

void PinEdit::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    protectWindowOf(*this);
}

void PinEdit::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    protectWindowOf(*this);
}

void PinEdit::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double pen = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() ? colours.accent : isEnabled() ? colours.controlEdge : colours.edge, pen));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 6, 6);

    if (isEmpty() && !m_placeholder.isEmpty()) {
        painter.setPen(colours.quietText);
        painter.drawText(rect().adjusted(kPadding + 2, 0, -kPadding, 0), Qt::AlignVCenter,
            fontMetrics().elidedText(m_placeholder, Qt::ElideRight, width() - 2 * kPadding));
    }
    const int room = std::max(0, (width() - 2 * kPadding) / kDotStep - 1);
    const int dots = std::min(m_secret.characterCount(), room);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isEnabled() ? colours.text : colours.disabledText);
    for (int i = 0; i < dots; ++i)
        painter.drawEllipse(QRectF(kPadding + i * kDotStep, (height() - kDot) / 2.0, kDot, kDot));
    if (m_cursorShown) {
        const int x = kPadding + dots * kDotStep - (dots ? 2 : 0);
        painter.fillRect(x, (height() - fontMetrics().height()) / 2, 1, fontMetrics().height(), colours.text);
    }
}

} // namespace bidseal::signing
