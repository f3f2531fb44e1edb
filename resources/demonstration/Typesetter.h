#pragma once

#include <QList>
#include <QPainter>
#include <QString>

namespace bidseal::demonstration {

enum class Typeface { Serif, SerifBold, Sans, SansBold };

struct TextStyle {
    Typeface face = Typeface::Serif;
    double points = 12;
    QColor colour { 0, 0, 0 };
};

struct TableColumn {
    QString heading;
    double widthMm = 0;
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// Sets Chinese text on whatever a painter paints on, in millimetres from the top left corner. Knows no pages.
class Typesetter {
public:
    Typesetter(QPainter& painter, double unitsPerMm);

    /// One line or a few, aligned in `boxMm`.
    void text(const QRectF& boxMm, const QString& text, const TextStyle& style, Qt::Alignment alignment);
    /// Justified, the first line indented by two characters. Gives back the y below it.
    double paragraph(const QRectF& columnMm, const QString& text, const TextStyle& style);
    /// Gives back the y below it. The last `emphasised` rows are bold.
    double table(const QPointF& topLeftMm, const QList<TableColumn>& columns, const QList<QStringList>& rows,
        int emphasised = 0);

    void line(const QPointF& fromMm, const QPointF& toMm, double thicknessMm = 0.2, const QColor& colour = Qt::black);
    void frame(const QRectF& boxMm, double thicknessMm = 0.2, const QColor& fill = Qt::transparent);

private:
    [[nodiscard]] QFont font(const TextStyle& style) const;
    [[nodiscard]] QRectF units(const QRectF& mm) const;
    QPainter& m_painter;
    double m_unitsPerMm;
};

} // namespace bidseal::demonstration
