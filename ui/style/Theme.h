#pragma once

#include "ui/platform/SystemAppearance.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QPalette>

class QApplication;

namespace bidseal::style {

using platform::Appearance;

/// What a banner or a card has to say, besides its words and its icon.
enum class Tone { Neutral, Good, Caution, Bad };

struct ToneColours {
    QColor ground, edge, text;
};

/// Every colour of the program. Text on its ground has a contrast of at least 4.5 : 1 (WCAG 2.1, 1.4.3).
struct Colours {
    QColor window; ///< behind everything
    QColor surface; ///< cards, lists, fields
    QColor raised; ///< buttons
    QColor hover;
    QColor edge; ///< hairlines
    QColor controlEdge; ///< of what can be typed into or pressed; 3 : 1 (WCAG 2.1, 1.4.11)
    QColor text;
    QColor quietText; ///< second lines
    QColor disabledText;
    QColor accent;
    QColor accentHover;
    QColor onAccent;
    ToneColours neutral, good, caution, bad;

    [[nodiscard]] const ToneColours& tone(Tone tone) const;
};

[[nodiscard]] const Colours& colours(Appearance appearance);
/// Of the running program.
[[nodiscard]] const Colours& colours();

/// Pairs that must be readable: text and the ground it stands on.
struct TextPair {
    const char* name;
    QColor text, ground;
};
[[nodiscard]] QList<TextPair> textPairs(const Colours& colours);
/// 1 to 21 (WCAG 2.1, relative luminance).
[[nodiscard]] double contrast(const QColor& first, const QColor& second);

/// Spacing in device-independent pixels: everything stands on multiples of 4.
inline constexpr int kSmallGap = 4;
inline constexpr int kGap = 8;
inline constexpr int kMargin = 16;
inline constexpr int kWideMargin = 24;
inline constexpr int kRadius = 8;

/// Palette, style and the quiet look of the controls, in the system's appearance unless BIDSEAL_APPEARANCE says "light"
/// or "dark"; follows the system's where that tells of a change. Call once, before the first window.
void applyTheme(QApplication& application);
/// In this appearance, from now on.
void applyTheme(QApplication& application, Appearance appearance);

/// The system's font, larger by `factor`.
[[nodiscard]] QFont scaledFont(const QFont& font, double factor, QFont::Weight weight = QFont::Normal);

} // namespace bidseal::style
