#include "ui/window/KeyIndicator.h"

#include "ui/signing/KeyWatch.h"
#include "ui/style/Icons.h"
#include "ui/style/Theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace bidseal::window {

namespace {
constexpr int kIcon = 18;
constexpr int kWidest = 190;
} // namespace

KeyIndicator::KeyIndicator(signing::KeyWatch& keys, QWidget* parent)
    : QWidget(parent)
    , m_keys(keys)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(&keys, &signing::KeyWatch::changed, this, &KeyIndicator::refresh);
    refresh();
}

void KeyIndicator::refresh()
{
    QStringList names;
    for (const auto& key : m_keys.keys())
        if (!key.key.certificate || key.key.certificate->purpose() != certificate::Purpose::Encryption)
            names << key.name();
    names.removeDuplicates();
    m_present = !names.isEmpty();
    if (names.size() > 1)
        m_text = tr("%n key(s)", nullptr, static_cast<int>(names.size()));
    else if (m_present)
        m_text = names.first();
    else
        m_text = m_keys.hasLooked() ? tr("No key") : tr("Looking…");
    const auto sentence = m_present ? tr("Key plugged in: %1").arg(names.join(u", "_s)) : m_text;
    setAccessibleName(sentence);
    setToolTip(sentence);
    updateGeometry();
    update();
}

QSize KeyIndicator::sizeHint() const
{
    return { std::min(kWidest, kIcon + 22 + fontMetrics().horizontalAdvance(m_text)), 30 };
}

QSize KeyIndicator::minimumSizeHint() const { return { kIcon + 16, 30 }; }

void KeyIndicator::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colour = m_present ? colours.text : colours.quietText;
    style::paintGlyph(painter, style::Glyph::Key, QRectF(6, (height() - kIcon) / 2.0, kIcon, kIcon), colour);
    painter.setPen(colour);
    const QRect text(kIcon + 12, 0, width() - kIcon - 16, height());
    painter.drawText(text, Qt::AlignVCenter, fontMetrics().elidedText(m_text, Qt::ElideRight, text.width()));
}

} // namespace bidseal::window
