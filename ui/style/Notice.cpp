#include "ui/style/Notice.h"

#include "core/base/ErrorSentence.h"
#include "ui/style/Widgets.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace bidseal::style {

namespace {

constexpr int kIcon = 20;

QLabel* label(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

void setText(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

NoticeText noticeFor(const Error& error)
{
    const auto sentence = errorSentence(error);
    const auto tone = error.code == ErrorCode::Cancelled ? Tone::Neutral : Tone::Bad;
    return { tone, sentence.happened, sentence.todo,
        error.code == ErrorCode::Cancelled ? QString() : Notice::tr("Code: %1").arg(errorCodeName(error.code)) };
}

Glyph glyphFor(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return Glyph::Info;
    case Tone::Good:
        return Glyph::Good;
    case Tone::Caution:
        return Glyph::Caution;
    case Tone::Bad:
        return Glyph::Bad;
    }
    return Glyph::Info;
}

Notice::Notice(Shape shape, QWidget* parent)
    : QFrame(parent)
    , m_shape(shape)
    , m_title(label(this))
    , m_body(label(this))
    , m_smallPrint(label(this))
{
    m_title->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    m_smallPrint->setFont(scaledFont(font(), 0.85));

    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_body);
    words->addWidget(m_smallPrint);

    const bool banner = shape == Shape::Banner;
    auto* layout = new QBoxLayout(banner ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    layout->setContentsMargins(kMargin + kIcon + kGap, 10, kMargin, 10);
    layout->setSpacing(banner ? kMargin : kGap);
    layout->addLayout(words, 1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(kGap);
    if (!banner)
        m_actions->addStretch(); // behind the buttons
    layout->addLayout(m_actions);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void Notice::show(const NoticeText& text) { show(text, glyphFor(text.tone)); }

void Notice::show(const NoticeText& text, Glyph glyph)
{
    removeActions();
    m_text = text;
    m_glyph = glyph;
    setText(m_title, text.title);
    setText(m_body, text.text);
    setText(m_smallPrint, text.smallPrint);
    setAccessibleName(text.text.isEmpty() ? text.title : u"%1 %2"_s.arg(text.title, text.text));
    showColours();
    setVisible(true);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Notice::clear()
{
    removeActions();
    m_text = {};
    hide();
}

QPushButton* Notice::addAction(const QString& text)
{
    auto* button = pushButton(text, this);
    button->setObjectName(u"noticeAction"_s);
    addWidget(button);
    return button;
}

void Notice::addWidget(QWidget* widget)
{
    m_actions->insertWidget(static_cast<int>(m_actionWidgets.size()), widget);
    m_actionWidgets.append(widget);
    widget->show();
}

void Notice::removeActions()
{
    for (QWidget* widget : std::exchange(m_actionWidgets, {})) {
        m_actions->removeWidget(widget);
        widget->hide();
        widget->deleteLater();
    }
}

void Notice::showColours()
{
    auto palette = this->palette();
    palette.setColor(QPalette::WindowText, colours().tone(m_text.tone).text);
    for (QLabel* label : { m_title, m_body, m_smallPrint })
        label->setPalette(palette);
}

void Notice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        showColours();
    QFrame::changeEvent(event);
}

void Notice::paintEvent(QPaintEvent*)
{
    const auto& tone = colours().tone(m_text.tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_shape == Shape::Banner) {
        painter.fillRect(rect(), tone.ground);
        painter.fillRect(QRect(0, height() - 1, width(), 1), tone.edge);
    } else {
        painter.setPen(tone.edge);
        painter.setBrush(tone.ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    }
    paintGlyph(painter, m_glyph,
        QRectF(kMargin, m_title->y() + (m_title->fontMetrics().height() - kIcon) / 2.0, kIcon, kIcon), tone.text);
}

} // namespace bidseal::style
