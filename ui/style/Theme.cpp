#include "ui/style/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QStyleFactory>
#include <QWidget>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

/// A static library's resources are linked only where someone asks for them, outside of every namespace.
static void initialiseStyleResources() { Q_INIT_RESOURCE(style); }

namespace bidseal::style {

namespace {

Appearance currentAppearance()
{
    const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark ? Appearance::Dark : Appearance::Light;
}

const Colours kLight {
    .window = 0xF4F5F7,
    .surface = 0xFFFFFF,
    .raised = 0xFFFFFF,
    .hover = 0xE9ECF1,
    .edge = 0xDDE1E7,
    .controlEdge = 0x8A929E,
    .text = 0x1B1F26,
    .quietText = 0x5A6270,
    .disabledText = 0x8B929D,
    .accent = 0x1F5FBF,
    .accentHover = 0x184E9F,
    .onAccent = 0xFFFFFF,
    .neutral = { .ground = 0xE8EEF8, .edge = 0xC3D3EC, .text = 0x1D3A66 },
    .good = { .ground = 0xE4F3E8, .edge = 0xB5DCC0, .text = 0x14532B },
    .caution = { .ground = 0xFDF1D8, .edge = 0xEBD39A, .text = 0x6B4500 },
    .bad = { .ground = 0xFCE6E6, .edge = 0xEFBFC0, .text = 0x8C1620 },
};

const Colours kDark {
    .window = 0x1C1E22,
    .surface = 0x26292E,
    .raised = 0x32363D,
    .hover = 0x3A3F47,
    .edge = 0x3B4048,
    .controlEdge = 0x7C8592,
    .text = 0xECEEF1,
    .quietText = 0xA9B0BB,
    .disabledText = 0x757C87,
    .accent = 0x8AB8FF,
    .accentHover = 0xA6C9FF,
    .onAccent = 0x0B1B33,
    .neutral = { .ground = 0x22303F, .edge = 0x39506B, .text = 0xC9DEFA },
    .good = { .ground = 0x1B3324, .edge = 0x2F5A3F, .text = 0xB9EBC9 },
    .caution = { .ground = 0x3A2E14, .edge = 0x665020, .text = 0xFADF9F },
    .bad = { .ground = 0x40201F, .edge = 0x70383A, .text = 0xFFC9C6 },
};

QPalette paletteOf(const Colours& c)
{
    QPalette palette(c.text, c.raised, c.surface, c.edge, c.edge, c.text, c.onAccent, c.surface, c.window);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::PlaceholderText, c.quietText);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::BrightText, c.bad.text);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, c.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.hover);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.disabledText);
    return palette;
}

/// The sheet names colours as `@accent`; longer names stand before their beginnings.
QString styleSheetOf(const Colours& c)
{
    QFile file(u":/style/bidseal.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the style sheet is not part of this program");
    auto sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1StringView, QColor> names[] = {
        { "@accentHover"_L1, c.accentHover },
        { "@accent"_L1, c.accent },
        { "@onAccent"_L1, c.onAccent },
        { "@controlEdge"_L1, c.controlEdge },
        { "@disabledText"_L1, c.disabledText },
        { "@quietText"_L1, c.quietText },
        { "@window"_L1, c.window },
        { "@surface"_L1, c.surface },
        { "@raised"_L1, c.raised },
        { "@hover"_L1, c.hover },
        { "@edge"_L1, c.edge },
        { "@text"_L1, c.text },
    };
    for (const auto& [name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet;
}

/// Nothing where it names none.
std::optional<Appearance> appearanceOfEnvironment()
{
    const auto wanted = qEnvironmentVariable("BIDSEAL_APPEARANCE");
    if (wanted == "dark"_L1)
        return Appearance::Dark;
    if (wanted == "light"_L1)
        return Appearance::Light;
    return {};
}

/// Every window gets a frame that goes with what is in it, when it is shown.
class Frames : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Show && watched->isWidgetType() && static_cast<QWidget*>(watched)->isWindow())
            platform::setFrame(*static_cast<QWidget*>(watched), currentAppearance());
        return QObject::eventFilter(watched, event);
    }
};

void frameWindows(QApplication& application)
{
    const auto name = u"frames"_s;
    if (!application.findChild<QObject*>(name, Qt::FindDirectChildrenOnly)) {
        auto* frames = new Frames(&application);
        frames->setObjectName(name);
        application.installEventFilter(frames);
    }
    for (auto* window : QApplication::topLevelWidgets())
        if (window->isVisible())
            platform::setFrame(*window, currentAppearance());
}

double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const ToneColours& Colours::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return neutral;
    case Tone::Good:
        return good;
    case Tone::Caution:
        return caution;
    case Tone::Bad:
        return bad;
    }
    return neutral;
}

const Colours& colours(Appearance appearance) { return appearance == Appearance::Dark ? kDark : kLight; }

const Colours& colours() { return colours(currentAppearance()); }

QList<TextPair> textPairs(const Colours& c)
{
    return {
        { "text on window", c.text, c.window },
        { "text on surface", c.text, c.surface },
        { "text on button", c.text, c.raised },
        { "text on hover", c.text, c.hover },
        { "quiet text on window", c.quietText, c.window },
        { "quiet text on surface", c.quietText, c.surface },
        { "accent as text on window", c.accent, c.window },
        { "accent as text on surface", c.accent, c.surface },
        { "primary button", c.onAccent, c.accent },
        { "primary button, hovered", c.onAccent, c.accentHover },
        { "neutral banner", c.neutral.text, c.neutral.ground },
        { "good banner", c.good.text, c.good.ground },
        { "caution banner", c.caution.text, c.caution.ground },
        { "bad banner", c.bad.text, c.bad.ground },
    };
}

double contrast(const QColor& first, const QColor& second)
{
    const double a = luminance(first), b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

void applyTheme(QApplication& application)
{
    if (const auto wanted = appearanceOfEnvironment())
        return applyTheme(application, *wanted);
    applyTheme(application, platform::systemAppearance());
    platform::onAppearanceChange(&application, [&application](Appearance now) { applyTheme(application, now); });
}

void applyTheme(QApplication& application, Appearance appearance)
{
    initialiseStyleResources();
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font = application.font();
    font.setFamilies({ font.family(), platform::chineseFontFamily() });
    application.setFont(font);
    application.setPalette(paletteOf(colours(appearance)));
    application.setStyleSheet(styleSheetOf(colours(appearance)));
    frameWindows(application);
}

QFont scaledFont(const QFont& font, double factor, QFont::Weight weight)
{
    QFont scaled(font);
    if (font.pointSizeF() > 0)
        scaled.setPointSizeF(font.pointSizeF() * factor);
    else
        scaled.setPixelSize(qRound(font.pixelSize() * factor));
    scaled.setWeight(weight);
    return scaled;
}

} // namespace bidseal::style
