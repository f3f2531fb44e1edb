#include "resources/demonstration/Typesetter.h"

#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace bidseal::demonstration {

namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kLeading = 1.75; ///< of a paragraph's lines, in em
constexpr double kRowHeightMm = 9;
constexpr double kCellPaddingMm = 1.8;
constexpr QColor kHeadingFill(238, 241, 245);

} // namespace

Typesetter::Typesetter(QPainter& painter, double unitsPerMm)
    : m_painter(painter)
    , m_unitsPerMm(unitsPerMm)
{
}

QFont Typesetter::font(const TextStyle& style) const
{
    const bool sans = style.face == Typeface::Sans || style.face == Typeface::SansBold;
    QFont font(sans ? u"Noto Sans CJK SC"_s : u"Noto Serif CJK SC"_s);
    font.setBold(style.face == Typeface::SerifBold || style.face == Typeface::SansBold);
    font.setPixelSize(qRound(style.points * kMmPerPoint * m_unitsPerMm));
    return font;
}

QRectF Typesetter::units(const QRectF& mm) const { return { mm.topLeft() * m_unitsPerMm, mm.size() * m_unitsPerMm }; }

void Typesetter::text(const QRectF& boxMm, const QString& text, const TextStyle& style, Qt::Alignment alignment)
{
    m_painter.setFont(font(style));
    m_painter.setPen(style.colour);
    m_painter.drawText(units(boxMm), static_cast<int>(alignment) | Qt::TextWordWrap, text);
}

double Typesetter::paragraph(const QRectF& columnMm, const QString& text, const TextStyle& style)
{
    const auto column = units(columnMm);
    const double em = style.points * kMmPerPoint * m_unitsPerMm;
    QTextOption option(Qt::AlignJustify);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(text, font(style), m_painter.device());
    layout.setTextOption(option);
    layout.beginLayout();
    double y = 0;
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        const double indent = y == 0 ? 2 * em : 0;
        line.setLineWidth(column.width() - indent);
        line.setPosition({ indent, y });
        y += kLeading * em;
    }
    layout.endLayout();
    m_painter.setPen(style.colour);
    layout.draw(&m_painter, column.topLeft());
    return columnMm.y() + y / m_unitsPerMm;
}

double Typesetter::table(
    const QPointF& topLeftMm, const QList<TableColumn>& columns, const QList<QStringList>& rows, int emphasised)
{
    double width = 0;
    for (const auto& column : columns)
        width += column.widthMm;
    frame({ topLeftMm, QSizeF(width, kRowHeightMm) }, 0, kHeadingFill);

    double y = topLeftMm.y();
    const auto setRow = [&](const QStringList& cells, const TextStyle& style, bool heading) {
        double x = topLeftMm.x();
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const QRectF cell(x + kCellPaddingMm, y, columns.at(i).widthMm - 2 * kCellPaddingMm, kRowHeightMm);
            text(cell, cells.value(i), style,
                (heading ? Qt::Alignment(Qt::AlignHCenter) : columns.at(i).alignment) | Qt::AlignVCenter);
            x += columns.at(i).widthMm;
        }
        y += kRowHeightMm;
        line({ topLeftMm.x(), y }, { topLeftMm.x() + width, y }, 0.12, Qt::gray);
    };

    QStringList headings;
    for (const auto& column : columns)
        headings << column.heading;
    setRow(headings, { Typeface::SansBold, 9.5 }, true);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const bool bold = i >= rows.size() - emphasised;
        setRow(rows.at(i), { bold ? Typeface::SansBold : Typeface::Sans, 9.5 }, false);
    }

    double x = topLeftMm.x();
    for (const auto& column : columns.mid(0, columns.size() - 1)) {
        x += column.widthMm;
        line({ x, topLeftMm.y() }, { x, y }, 0.12, Qt::gray);
    }
    frame({ topLeftMm, QPointF(topLeftMm.x() + width, y) }, 0.35);
    return y;
}

void Typesetter::line(const QPointF& fromMm, const QPointF& toMm, double thicknessMm, const QColor& colour)
{
    m_painter.setPen(QPen(colour, thicknessMm * m_unitsPerMm, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(fromMm * m_unitsPerMm, toMm * m_unitsPerMm);
}

void Typesetter::frame(const QRectF& boxMm, double thicknessMm, const QColor& fill)
{
    m_painter.setPen(thicknessMm > 0
            ? QPen(Qt::black, thicknessMm * m_unitsPerMm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin)
            : QPen(Qt::NoPen));
    m_painter.setBrush(fill);
    m_painter.drawRect(units(boxMm));
    m_painter.setBrush(Qt::NoBrush);
}

} // namespace bidseal::demonstration
