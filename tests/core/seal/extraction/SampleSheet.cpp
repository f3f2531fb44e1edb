#include "tests/core/seal/extraction/SampleSheet.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QImageWriter>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>

#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <vector>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

using seal::Ink;

constexpr double kMmPerInch = 25.4;
using Plane = std::vector<float>;

QSizeF sealSize(SampleSeal seal)
{
    switch (seal) {
    case SampleSeal::Star:
        return { 42, 42 };
    case SampleSeal::Round:
        return { 38, 38 };
    case SampleSeal::Oval:
        return { 40, 30 };
    case SampleSeal::Square:
        return { 20, 20 };
    }
    Q_UNREACHABLE();
}

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

QPainterPath ringText(const QString& text, double innerRadius, double height, double spread)
{
    QPainterPath path;
    const double step = spread / static_cast<double>(text.size());
    double angle = -spread / 2 + step / 2;
    for (const auto character : text) {
        path.addPath(
            QTransform().rotate(angle).map(fitted(QString(character), { -2.1, -innerRadius - height, 4.2, height })));
        angle += step;
    }
    path.setFillRule(Qt::WindingFill);
    return path;
}

QPainterPath frame(const QSizeF& size, double thickness, SampleSeal seal)
{
    const QRectF outer(QPointF(-size.width() / 2, -size.height() / 2), size);
    const QRectF inner = outer.adjusted(thickness, thickness, -thickness, -thickness);
    QPainterPath path; // odd-even: what lies in both is empty
    for (const QRectF& line : { outer, inner }) {
        if (seal == SampleSeal::Square)
            path.addRect(line);
        else
            path.addEllipse(line);
    }
    return path;
}

/// In mm from the seal's middle.
std::vector<QPainterPath> sealPaths(SampleSeal seal)
{
    const QSizeF size = sealSize(seal);
    switch (seal) {
    case SampleSeal::Star:
        return { frame(size, 1.2, seal), ringText(u"示例建设工程有限公司"_s, 13, 5.6, 250), star(6.6),
            fitted(u"样章"_s, { -5.2, 10.2, 10.4, 4.4 }) };
    case SampleSeal::Round:
        return { frame(size, 1, seal), ringText(u"示例公司合同专用章"_s, 11.5, 5.2, 250),
            fitted(u"样章"_s, { -7, -3.6, 14, 7.2 }) };
    case SampleSeal::Oval:
        return { frame(size, 1, seal), fitted(u"示例公司"_s, { -10, -11.2, 20, 6.4 }),
            fitted(u"发票专用样章"_s, { -16, -3.6, 32, 7 }), fitted(u"样章"_s, { -6, 5, 12, 6 }) };
    case SampleSeal::Square:
        return { frame(size, 1, seal), fitted(u"示"_s, { 0.5, -8.3, 7.8, 7.8 }),
            fitted(u"例"_s, { 0.5, 0.5, 7.8, 7.8 }), fitted(u"样"_s, { -8.3, -8.3, 7.8, 7.8 }),
            fitted(u"章"_s, { -8.3, 0.5, 7.8, 7.8 }) };
    }
    Q_UNREACHABLE();
}

void drawSeal(QPainter& painter, SampleSeal seal)
{
    static std::map<SampleSeal, std::vector<QPainterPath>> known; // the same are drawn again and again
    auto& paths = known[seal];
    if (paths.empty())
        paths = sealPaths(seal);
    for (const QPainterPath& path : paths)
        painter.drawPath(path);
}

/// A hand presses harder on one side: 0.86 to 1, at a point in mm from the seal's middle.
float pressure(const SheetPlan& plan, double x, double y)
{
    const double turn = plan.seed * 0.7;
    return static_cast<float>(0.93 + 0.07 * std::sin((x * std::cos(turn) + y * std::sin(turn)) / 14));
}

struct Place {
    QPointF middleMm;
    enum class State { Good, Cut, Faint, Torn } state = State::Good;
};

std::vector<Place> placesOf(const SheetPlan& plan, QSizeF sheetMm)
{
    const QPointF middle(sheetMm.width() / 2, sheetMm.height() / 2);
    using State = Place::State;
    if (plan.impressions == 1)
        return { { middle + QPointF(plan.seed % 5 * 1.3 - 2.6, plan.seed % 7 - 3.0), State::Good } };
    const double right = sheetMm.width() / 4 - 1, down = sheetMm.height() / 4 - 1;
    std::vector<QPointF> middles { middle + QPointF(-right, -down), middle + QPointF(right, -down),
        middle + QPointF(-right, down), middle + QPointF(right, down) };
    middles.resize(static_cast<std::size_t>(plan.impressions));
    std::vector<Place> places;
    const std::array bad { State::Cut, State::Faint, State::Torn };
    for (std::size_t i = 0; i < middles.size(); ++i)
        places.push_back({ middles[i], bad[i % bad.size()] });
    places[plan.seed % places.size()].state = State::Good;
    return places;
}

QSizeF sheetSize(const SheetPlan& plan)
{
    const QSizeF seal = sealSize(plan.seal);
    if (plan.impressions > 1)
        return seal * 2 + QSizeF(20, 20);
    return plan.dpi >= 400 ? seal + QSizeF(14, 16) : seal + QSizeF(26, 32);
}

/// White will be ink. Painters are quickest in this format.
QImage blankPlane(QSize size)
{
    QImage plane(size, QImage::Format_RGB32);
    plane.fill(Qt::black);
    return plane;
}

QImage planeOf(const QImage& painted) { return painted.convertToFormat(QImage::Format_Grayscale8); }

QTransform millimetresOf(const SheetPlan& plan, QSizeF sheetMm)
{
    const double scale = plan.dpi / kMmPerInch;
    QTransform transform;
    transform.scale(scale, scale);
    transform.translate(sheetMm.width() / 2, sheetMm.height() / 2);
    transform.rotate(plan.turn);
    transform.translate(-sheetMm.width() / 2, -sheetMm.height() / 2);
    return transform;
}

void preparePainter(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
}

void spoil(QPainter& painter, Place::State state, QSizeF size)
{
    const QRectF own(QPointF(-size.width() / 2 - 1, -size.height() / 2 - 1), size + QSizeF(2, 2));
    painter.setClipRect(own); // not its neighbours
    painter.setBrush(Qt::black);
    if (state == Place::State::Cut)
        painter.drawRect(QRectF(QPointF(size.width() / 8, -size.height()), size * 2));
    if (state == Place::State::Torn) {
        for (int i = 0; i < 14; ++i)
            painter.drawEllipse(
                QPointF(0.45 * size.width() * std::cos(i * 2.4), 0.45 * size.height() * std::sin(i * 2.4)),
                0.06 * size.width(), 0.09 * size.height());
    }
    if (state == Place::State::Faint) { // half of it hardly touched the paper
        painter.setOpacity(0.7);
        painter.drawRect(QRectF(QPointF(-size.width(), -size.height()), size * 2).adjusted(0, 0, 0, -size.height()));
        painter.setOpacity(1);
    }
}

QImage inkPlane(const SheetPlan& plan, QSizeF sheetMm, const std::vector<Place>& places, QSize size)
{
    QImage plane = blankPlane(size);
    QPainter painter(&plane);
    preparePainter(painter);
    painter.setTransform(millimetresOf(plan, sheetMm));
    for (const Place& place : places) {
        painter.save();
        painter.translate(place.middleMm);
        drawSeal(painter, plan.seal);
        spoil(painter, place.state, sealSize(plan.seal));
        painter.restore();
    }
    painter.end();
    return planeOf(plane);
}

QImage printPlane(const SheetPlan& plan, QSizeF sheetMm, const std::vector<Place>& places, QSize size)
{
    QImage plane = blankPlane(size);
    QPainter painter(&plane);
    preparePainter(painter);
    painter.setTransform(millimetresOf(plan, sheetMm));
    if (plan.print) {
        const QString text = u"示例投标文件：本单位承诺所提供的材料真实有效，如有虚假愿承担责任。"_s;
        for (double y = 4; y < sheetMm.height() - 5; y += 7.5)
            painter.drawPath(fitted(text.mid(int(y) % 9, 20), { 3, y, sheetMm.width() - 6, 3.4 }));
    } else if (plan.impressions > 1) { // the cells of a form for impressions
        painter.setPen(QPen(Qt::white, 0.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(QPointF(2, 2), sheetMm - QSizeF(4, 4)));
        painter.drawLine(QLineF(2, sheetMm.height() / 2, sheetMm.width() - 2, sheetMm.height() / 2));
        painter.drawLine(QLineF(sheetMm.width() / 2, 2, sheetMm.width() / 2, sheetMm.height() - 2));
    }
    if (plan.ink == Ink::Black) { // what black ink covers cannot be told from it: print keeps away
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        const QSizeF around = sealSize(plan.seal) + QSizeF(3, 3);
        for (const Place& place : places)
            painter.drawRect(QRectF(place.middleMm - QPointF(around.width() / 2, around.height() / 2), around));
    }
    painter.end();
    return planeOf(plane);
}

std::array<double, 3> inkColour(const SheetPlan& plan)
{
    const std::array reds { QColor(200, 30, 38), QColor(216, 52, 60), QColor(190, 24, 62) };
    const std::array blues { QColor(34, 62, 168), QColor(52, 80, 180), QColor(40, 50, 140) };
    const std::array blacks { QColor(40, 38, 42), QColor(56, 54, 58), QColor(30, 30, 36) };
    const auto& inks = plan.ink == Ink::Red ? reds : plan.ink == Ink::Blue ? blues : blacks;
    const QColor colour = inks[plan.seed % 3];
    return { colour.redF(), colour.greenF(), colour.blueF() };
}

/// What the paper and the light make of white, at a point in fractions of the scan and in mm.
std::array<double, 3> paperAt(const SheetPlan& plan, double x, double y, double yMm)
{
    std::array<double, 3> colour { 0.97, 0.97, 0.96 };
    if (plan.paper == SamplePaper::Yellowed)
        colour = { 0.93, 0.88, 0.74 };
    if (plan.paper == SamplePaper::Lined && std::fmod(yMm + 100, 8) < 0.3)
        colour = { 0.74, 0.81, 0.90 };
    double light = 1;
    if (plan.paper == SamplePaper::Shadowed) { // of a hand that holds the camera
        const double edge = (x + 0.6 * y - 0.75) * 9;
        light *= 1 - 0.35 / (1 + std::exp(-edge));
    }
    if (plan.unevenLight)
        light *= 1 - 0.4 * ((x - 0.2) * (x - 0.2) + (y - 0.3) * (y - 0.3));
    for (double& value : colour)
        value *= light;
    return colour;
}

void blurAlong(Plane& plane, int lines, int length, int lineStep, int step, double sigma)
{
    const int radius = std::max(1, static_cast<int>(std::ceil(2.5 * sigma)));
    std::vector<float> kernel;
    float sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        kernel.push_back(static_cast<float>(std::exp(-i * i / (2 * sigma * sigma))));
        sum += kernel.back();
    }
    std::vector<float> line(static_cast<std::size_t>(length));
    for (int l = 0; l < lines; ++l) {
        float* const first = plane.data() + std::ptrdiff_t(l) * lineStep;
        for (int i = 0; i < length; ++i)
            line[static_cast<std::size_t>(i)] = first[std::ptrdiff_t(i) * step];
        for (int i = 0; i < length; ++i) {
            float value = 0;
            for (int k = -radius; k <= radius; ++k)
                value += kernel[static_cast<std::size_t>(k + radius)]
                    * line[static_cast<std::size_t>(std::clamp(i + k, 0, length - 1))];
            first[std::ptrdiff_t(i) * step] = value / sum;
        }
    }
}

void blur(Plane& plane, QSize size, double sigma)
{
    if (sigma < 0.15)
        return;
    blurAlong(plane, size.height(), size.width(), size.width(), 1, sigma);
    blurAlong(plane, size.width(), size.height(), 1, size.width(), sigma);
}

/// Normal enough, and quick: of a table.
class Noise {
public:
    explicit Noise(quint32 seed)
        : m_random(seed)
    {
        for (float& value : m_values) {
            double sum = 0;
            for (int i = 0; i < 12; ++i)
                sum += m_random.generateDouble();
            value = static_cast<float>(sum - 6);
        }
    }
    float next() { return m_values[m_next++ % m_values.size() ? m_next % m_values.size() : jump()]; }

private:
    std::size_t jump() { return m_next = m_random.bounded(quint32(m_values.size())) | 1U; }

    QRandomGenerator m_random;
    std::array<float, 4096> m_values {};
    std::size_t m_next = 0;
};

QByteArray written(QImage picture, const SheetPlan& plan)
{
    picture.setDotsPerMeterX(qRound(plan.dpi * 1000 / kMmPerInch));
    picture.setDotsPerMeterY(picture.dotsPerMeterX());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, plan.jpegQuality ? QByteArrayLiteral("jpg") : QByteArrayLiteral("png"));
    writer.setQuality(plan.jpegQuality ? plan.jpegQuality : 90); // of a PNG: pack it quickly
    writer.write(picture);
    return bytes;
}

template <class Enum> QString nameOf(Enum value, const QStringList& names)
{
    return names.value(static_cast<int>(value));
}

} // namespace

QString SheetPlan::name() const
{
    return u"%1 %2 %3 %4dpi turn%5 noise%6 q%7%8%9 x%10"_s
        .arg(nameOf(ink, { u"?"_s, u"red"_s, u"blue"_s, u"black"_s }),
            nameOf(seal, { u"star"_s, u"round"_s, u"oval"_s, u"square"_s }),
            nameOf(paper, { u"white"_s, u"lined"_s, u"shadowed"_s, u"yellowed"_s }))
        .arg(dpi)
        .arg(turn)
        .arg(noise)
        .arg(jpegQuality)
        .arg(print ? u" print"_s : QString(), unevenLight ? u" light"_s : QString())
        .arg(impressions);
}

SampleSheet drawSheet(const SheetPlan& plan)
{
    const QSizeF sheetMm = sheetSize(plan);
    const QSize size = (sheetMm * (plan.dpi / kMmPerInch)).toSize();
    const std::vector<Place> places = placesOf(plan, sheetMm);
    const QImage ink = inkPlane(plan, sheetMm, places, size), print = printPlane(plan, sheetMm, places, size);
    const QTransform toScan = millimetresOf(plan, sheetMm), toMm = toScan.inverted();
    const auto good = *std::find_if(
        places.begin(), places.end(), [](const Place& place) { return place.state == Place::State::Good; });

    const std::array<double, 3> transmission = inkColour(plan);
    std::array<Plane, 3> planes;
    planes.fill(Plane(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height())));
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QPointF mm = toMm.map(QPointF(x + 0.5, y + 0.5));
            const auto paper = paperAt(plan, (x + 0.5) / size.width(), (y + 0.5) / size.height(), mm.y());
            const QPointF own = mm - good.middleMm;
            const uchar inked = ink.constScanLine(y)[x];
            const double coverage = inked ? inked / 255.0 * pressure(plan, own.x(), own.y()) : 0;
            const double black = 1 - 0.86 * print.constScanLine(y)[x] / 255.0;
            const auto i
                = static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width()) + static_cast<std::size_t>(x);
            for (std::size_t channel = 0; channel < 3; ++channel)
                planes[channel][i]
                    = static_cast<float>(255 * paper[channel] * (1 - coverage * (1 - transmission[channel])) * black);
        }
    }
    for (Plane& plane : planes)
        blur(plane, size, plan.blurMm * plan.dpi / kMmPerInch);

    QImage picture(size, QImage::Format_RGB32);
    Noise noise(plan.seed);
    for (int y = 0; y < size.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const auto i
                = static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width()) + static_cast<std::size_t>(x);
            std::array<int, 3> value {};
            for (std::size_t channel = 0; channel < 3; ++channel)
                value[channel] = std::clamp(qRound(planes[channel][i] + plan.noise * noise.next()), 0, 255);
            line[x] = qRgb(value[0], value[1], value[2]);
        }
    }
    return { written(picture, plan), sealSize(plan.seal), good.middleMm, toScan.map(good.middleMm) };
}

QImage trueMask(const SheetPlan& plan, QSize size, QPointF shift, double turn)
{
    const double scale = plan.dpi / kMmPerInch;
    QImage mask = blankPlane(size);
    QPainter painter(&mask);
    preparePainter(painter);
    painter.translate(QPointF(size.width() / 2.0, size.height() / 2.0) + shift);
    painter.rotate(turn);
    painter.scale(scale, scale);
    drawSeal(painter, plan.seal);
    painter.end();
    return planeOf(mask);
}

} // namespace bidseal::test
