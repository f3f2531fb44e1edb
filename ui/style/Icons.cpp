#include "ui/style/Icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

#include <cmath>
#include <cstdlib>
#include <numbers>

namespace bidseal::style {

namespace {

constexpr double kGrid = 24;
constexpr double kStroke = 1.7;

/// Outlines in SVG's path notation with absolute coordinates (M L H V C Q Z), and two words more: `O cx cy r` is a
/// circle, `R x y w h r` a rectangle with rounded corners.
struct Drawing {
    const char* stroked = "";
    const char* filled = "";
    const char* inside = ""; ///< stroked too: what differs between icons of one outline
};

constexpr auto kShield = "M12 2.8 C14.2 4.6 16.8 5.6 19.8 5.8 V11.4 C19.8 16 16.9 19.5 12 21.4 C7.1 19.5 4.2 16 4.2 "
                         "11.4 V5.8 C7.2 5.6 9.8 4.6 12 2.8 Z";

Drawing drawingOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Open:
        return { "M3 7 Q3 5 5 5 L9 5 L11.2 7.5 L19 7.5 Q21 7.5 21 9.5 L21 17 Q21 19 19 19 L5 19 Q3 19 3 17 Z" };
    case Glyph::Undo:
        return { "M8 5 L4 9 L8 13 M4 9 L14 9 C17.5 9 20 11 20 14 C20 17 17.5 19 14.5 19 L10 19" };
    case Glyph::Redo:
        return { "M16 5 L20 9 L16 13 M20 9 L10 9 C6.5 9 4 11 4 14 C4 17 6.5 19 9.5 19 L14 19" };
    case Glyph::ZoomIn:
    case Glyph::Plus:
        return { "M6 12 H18 M12 6 V18" };
    case Glyph::ZoomOut:
        return { "M6 12 H18" };
    case Glyph::Fit:
        return { "M4 9 V4 H9 M15 4 H20 V9 M20 15 V20 H15 M9 20 H4 V15" };
    case Glyph::Previous:
        return { "M14.5 6 L8.5 12 L14.5 18" };
    case Glyph::Next:
        return { "M9.5 6 L15.5 12 L9.5 18" };
    case Glyph::Find:
        return { "O 10.5 10.5 6 M15 15 L20 20" };
    case Glyph::Key:
        return { "R 2.5 7.5 12.5 9 2.5 M15 9.5 H21 V14.5 H15", "O 7 12 1.4" };
    case Glyph::KeyFile:
        return { "M6 3 H14 L19 8 V21 H6 Z M14 3 V8 H19 O 12.5 13 2 M12.5 15 V18" };
    case Glyph::Driver:
        return { "R 6 6 12 12 2 R 10 10 4 4 1 M9 6 V3 M15 6 V3 M9 21 V18 M15 21 V18 M6 9 H3 M6 15 H3 M21 9 H18 M21 15 "
                 "H18" };
    case Glyph::Sign:
        return { "M12 3 C14 3 15.2 4.4 15 6.2 C14.8 8 13.8 9 13.8 11 L17.5 12 Q19.5 12.6 19.5 14.6 V16.5 H4.5 V14.6 "
                 "Q4.5 12.6 6.5 12 L10.2 11 C10.2 9 9.2 8 9 6.2 C8.8 4.4 10 3 12 3 Z M4.5 20.5 H19.5" };
    case Glyph::Seal:
        return { "O 12 12 8.7", "M12 7 L14.94 16.05 L7.24 10.45 L16.76 10.45 L9.06 16.05 Z" };
    case Glyph::Seam:
        return { "O 12 12 6 M12 3 V5 M12 8 V10.5 M12 13.5 V16 M12 19 V21" };
    case Glyph::Picture:
        return { "R 3.5 5 17 14 2 M3.5 16 L9 11.5 L13 15 L15.5 13 L20.5 17 O 15.5 9 1.3" };
    case Glyph::Document:
        return { "M6 3 H14 L19 8 V21 H6 Z M14 3 V8 H19 M9 12.5 H16 M9 16.5 H16" };
    case Glyph::Pages:
        return { "R 4 4 6.5 7 1 R 13.5 4 6.5 7 1 R 4 14 6.5 6 1 R 13.5 14 6.5 6 1" };
    case Glyph::Good:
        return { "O 12 12 9 M8 12.3 L10.8 15 L16 9.5" };
    case Glyph::Caution:
        return { "M12 3.8 L21 19.5 H3 Z M12 10 V14", "O 12 16.7 1.05" };
    case Glyph::Bad:
        return { "O 12 12 9 M9 9 L15 15 M15 9 L9 15" };
    case Glyph::Info:
        return { "O 12 12 9 M12 11 V16.2", "O 12 7.9 1.15" };
    case Glyph::Question:
    case Glyph::Help:
        return { "O 12 12 9 M9.4 9.8 C9.4 8.2 10.5 7.3 12 7.3 C13.5 7.3 14.6 8.3 14.6 9.7 C14.6 11.6 12 11.7 12 13.6",
            "O 12 16.5 1.1" };
    case Glyph::Close:
        return { "M6 6 L18 18 M18 6 L6 18" };
    case Glyph::Delete:
        return { "M4 7 H20 M9 7 V4 H15 V7 M6 7 L7 20 H17 L18 7 M10 11 V16 M14 11 V16" };
    case Glyph::Copy:
        return { "R 8.5 8.5 12 12 2 M15.5 8.5 V5.5 Q15.5 3.5 13.5 3.5 H5.5 Q3.5 3.5 3.5 5.5 V13.5 Q3.5 15.5 5.5 15.5 "
                 "H8.5" };
    case Glyph::Rotate:
        return { "M19.5 5 V10.5 H14 M19.2 10.5 C18 7.2 15.2 5 12 5 C8 5 5 8.2 5 12 C5 15.8 8 19 12 19 C15 19 17.5 17.3 "
                 "18.5 14.8" };
    case Glyph::Lock:
        return { "R 5 11 14 9.5 2 M8 11 V8 C8 5.5 9.8 4 12 4 C14.2 4 16 5.5 16 8 V11", "O 12 15.7 1.3" };
    case Glyph::Drop:
        return { "M12 3.5 V15 M7.5 10.5 L12 15 L16.5 10.5 M4 15 V18 Q4 20 6 20 H18 Q20 20 20 18 V15" };
    case Glyph::ChevronDown:
        return { "M7 10 L12 15 L17 10" };
    case Glyph::Clock:
        return { "O 12 12 9 M12 7 V12 L15.5 14" };
    case Glyph::Phone:
        return { "R 7 2.5 10 19 2.2 M10.5 5.4 H13.5", "O 12 18.4 1" };
    case Glyph::Files:
        return { "M8.5 3.5 H14.5 L19 8 V17 H8.5 Z M14.5 3.5 V8 H19 M5 7.5 V20.5 H15" };
    case Glyph::Shield:
        return { kShield };
    case Glyph::ShieldGood:
        return { kShield, "", "M8.3 12 L11 14.7 L15.8 9.6" };
    case Glyph::ShieldCaution:
        return { kShield, "O 12 15.8 1.1", "M12 8 V12.6" };
    case Glyph::ShieldBad:
        return { kShield, "", "M9.3 9.3 L14.7 14.7 M14.7 9.3 L9.3 14.7" };
    }
    return {};
}

/// Reads the notation above. The drawings are our own, so a mistake in them is found by looking, not at run time.
class PathReader {
public:
    explicit PathReader(const char* text)
        : m_next(text)
    {
    }

    QPainterPath read()
    {
        while (const char word = nextWord())
            add(word);
        return m_path;
    }

private:
    char nextWord()
    {
        while (*m_next == ' ')
            ++m_next;
        return *m_next ? *m_next++ : '\0';
    }
    double number()
    {
        char* end = nullptr;
        const double value = std::strtod(m_next, &end);
        m_next = end;
        return value;
    }
    QPointF point()
    {
        const double x = number();
        return { x, number() };
    }
    void add(char word)
    {
        switch (word) {
        case 'M':
            return m_path.moveTo(point());
        case 'L':
            return m_path.lineTo(point());
        case 'H':
            return m_path.lineTo(number(), m_path.currentPosition().y());
        case 'V':
            return m_path.lineTo(m_path.currentPosition().x(), number());
        case 'Q': {
            const QPointF control = point();
            return m_path.quadTo(control, point());
        }
        case 'C': {
            const QPointF first = point(), second = point();
            return m_path.cubicTo(first, second, point());
        }
        case 'O': {
            const QPointF centre = point();
            const double radius = number();
            return m_path.addEllipse(centre, radius, radius);
        }
        case 'R': {
            const QPointF corner = point(), size = point();
            const double radius = number();
            return m_path.addRoundedRect({ corner, QSizeF(size.x(), size.y()) }, radius, radius);
        }
        case 'Z':
            return m_path.closeSubpath();
        }
    }

    const char* m_next;
    QPainterPath m_path;
};

QColor colourOf(Tint tint, QIcon::Mode mode)
{
    const auto palette = QGuiApplication::palette();
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    if (tint == Tint::OnAccent && mode != QIcon::Disabled)
        return palette.color(group, QPalette::HighlightedText);
    return palette.color(group, mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText);
}

/// What a painter draws at any size, for QIcon.
class VectorEngine : public QIconEngine {
public:
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state); // the size is in device pixels already
    }
    bool isNull() override { return false; }
};

class GlyphEngine : public VectorEngine {
public:
    GlyphEngine(Glyph glyph, Tint tint)
        : m_glyph(glyph)
        , m_tint(tint)
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, m_glyph, rect, colourOf(m_tint, mode));
    }
    QIconEngine* clone() const override { return new GlyphEngine(*this); }

private:
    Glyph m_glyph;
    Tint m_tint;
};

class MarkEngine : public VectorEngine {
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        paintApplicationMark(*painter, rect);
    }
    QIconEngine* clone() const override { return new MarkEngine(*this); }
};

/// Maps the grid onto the largest square in the middle of `place`.
void moveToGrid(QPainter& painter, const QRectF& place)
{
    const double side = std::min(place.width(), place.height());
    painter.translate(place.center() - QPointF(side, side) / 2);
    painter.scale(side / kGrid, side / kGrid);
    painter.setRenderHint(QPainter::Antialiasing);
}

} // namespace

void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& place, const QColor& colour)
{
    const auto drawing = drawingOf(glyph);
    painter.save();
    moveToGrid(painter, place);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, kStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(PathReader(drawing.stroked).read());
    painter.drawPath(PathReader(drawing.inside).read());
    auto filled = PathReader(drawing.filled).read();
    filled.setFillRule(Qt::WindingFill);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(filled);
    painter.restore();
}

QIcon icon(Glyph glyph, Tint tint) { return QIcon(new GlyphEngine(glyph, tint)); }

void paintApplicationMark(QPainter& painter, const QRectF& place)
{
    const QColor red(0xC8, 0x1E, 0x2B);
    painter.save();
    moveToGrid(painter, place);
    painter.setPen(Qt::NoPen);
    painter.setBrush(red);
    painter.drawEllipse(QPointF(12, 12), 11.4, 11.4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 1.1));
    painter.drawEllipse(QPointF(12, 12), 8.9, 8.9);
    painter.setPen(QPen(Qt::white, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(PathReader("M7.6 12.4 L10.8 15.4 L16.4 9").read());
    painter.restore();
}

QIcon applicationIcon() { return QIcon(new MarkEngine); }

} // namespace bidseal::style
