#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace bidseal::style {

/// The project's own family of line icons, on a grid of 24 × 24.
enum class Glyph {
    Open,
    Undo,
    Redo,
    ZoomIn,
    ZoomOut,
    Fit,
    Previous,
    Next,
    Find,
    Key,
    KeyFile,
    Driver,
    Sign,
    Seal,
    Seam,
    Picture,
    Document,
    Pages,
    Good,
    Caution,
    Bad,
    Info,
    Question,
    Close,
    Plus,
    Delete,
    Copy,
    Rotate,
    Lock,
    Drop,
    ChevronDown,
    Clock,
    Help,
    Phone,
    Files,
    Shield,
    ShieldGood,
    ShieldCaution,
    ShieldBad,
};

/// In which colour of the palette an icon is drawn; follows the palette when it changes.
enum class Tint { Text, OnAccent };

/// Painted from its outlines at every size and scale; dimmed where its widget is disabled.
[[nodiscard]] QIcon icon(Glyph glyph, Tint tint = Tint::Text);
void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& place, const QColor& colour);

/// The program's mark: a round seal with a tick.
[[nodiscard]] QIcon applicationIcon();
void paintApplicationMark(QPainter& painter, const QRectF& place);

} // namespace bidseal::style
