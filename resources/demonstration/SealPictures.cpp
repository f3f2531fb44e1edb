#include "resources/demonstration/SealPictures.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <numbers>

using namespace Qt::StringLiterals;

namespace bidseal::demonstration {

namespace {

constexpr double kDotsPerMm = 600 / 25.4;
constexpr QColor kInk(200, 22, 30);

QImage blankPicture(const QSizeF& mm)
{
    QImage picture((mm * kDotsPerMm).toSize(), QImage::Format_ARGB32);
    picture.setDotsPerMeterX(qRound(kDotsPerMm * 1000));
    picture.setDotsPerMeterY(qRound(kDotsPerMm * 1000));
    picture.fill(Qt::transparent);
    return picture;
}

/// The text's outlines, its em squares (not its ink: 一 must stay flat) stretched to the place that a seal has for it.
QPainterPath fitted(const QString& text, const QRectF& box)
{
    constexpr double em = 200;
    QFont font(u"Noto Serif CJK SC"_s);
    font.setBold(true);
    font.setPixelSize(static_cast<int>(em));
    QPainterPath path;
    path.addText(0, 0.88 * em, font, text);
    QTransform toBox;
    toBox.translate(box.x(), box.y());
    toBox.scale(box.width() / QFontMetricsF(font).horizontalAdvance(text), box.height() / em);
    return toBox.map(path);
}

QPainterPath star(double radius)
{
    QPolygonF points;
    for (int i = 0; i < 5; ++i) {
        const double angle = std::numbers::pi * (0.8 * i - 0.5);
        points << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    path.setFillRule(Qt::WindingFill);
    return path;
}

/// One character after another along the upper part of the ring, heads outwards, evenly spread over 250 degrees.
void drawRingText(QPainter& painter, const QString& text, double innerRadius, double height)
{
    const double step = 250.0 / static_cast<double>(text.size());
    const double width = std::min(4.4, innerRadius * qDegreesToRadians(step) * 0.86);
    double angle = -125.0 + step / 2;
    for (const auto character : text) {
        painter.save();
        painter.rotate(angle);
        painter.drawPath(fitted(QString(character), { -width / 2, -innerRadius - height, width, height }));
        painter.restore();
        angle += step;
    }
}

/// Millimetres from the middle of the picture.
void preparePainter(QPainter& painter, const QImage& picture)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(picture.rect()).center());
    painter.scale(kDotsPerMm, kDotsPerMm);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kInk);
}

void drawFrame(QPainter& painter, const QRectF& outline, double thickness, double corner)
{
    const double half = thickness / 2;
    painter.save();
    painter.setPen(QPen(kInk, thickness, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(outline.adjusted(half, half, -half, -half), corner, corner);
    painter.restore();
}

} // namespace

QImage companySeal(const QString& company)
{
    auto picture = blankPicture({ 42, 42 });
    QPainter painter(&picture);
    preparePainter(painter, picture);
    drawFrame(painter, { -20.9, -20.9, 41.8, 41.8 }, 1.2, 20.9);
    drawRingText(painter, company, 13.0, 5.6);
    painter.drawPath(star(6.6));
    painter.drawPath(fitted(u"样章"_s, { -5.2, 10.2, 10.4, 4.4 }));
    return picture;
}

QImage legalRepresentativeSeal(const QString& person)
{
    auto picture = blankPicture({ 20, 20 });
    QPainter painter(&picture);
    preparePainter(painter, picture);
    drawFrame(painter, { -9.9, -9.9, 19.8, 19.8 }, 0.9, 0.4);
    // Read in columns from the right: the name, then what it is.
    painter.drawPath(fitted(person.mid(0, 1), { 0.5, -8.1, 7.6, 7.6 }));
    painter.drawPath(fitted(person.mid(1, 1), { 0.5, 0.5, 7.6, 7.6 }));
    painter.drawPath(fitted(u"样"_s, { -8.1, -8.1, 7.6, 7.6 }));
    painter.drawPath(fitted(u"章"_s, { -8.1, 0.5, 7.6, 7.6 }));
    return picture;
}

QImage dateSeal(const QDate& date)
{
    auto picture = blankPicture({ 46, 16 });
    QPainter painter(&picture);
    preparePainter(painter, picture);
    drawFrame(painter, { -22.9, -7.9, 45.8, 15.8 }, 0.7, 1.2);
    painter.drawPath(fitted(date.toString(u"yyyy年M月d日"_s), { -20.5, -5.6, 41, 6.2 }));
    painter.drawPath(fitted(u"样章"_s, { -4, 2.4, 8, 3.4 }));
    return picture;
}

} // namespace bidseal::demonstration
