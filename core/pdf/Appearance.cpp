#include "core/pdf/Appearance.h"

#include <QtMath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bidseal::pdf {

namespace {

constexpr double kDotsPerInch = 600; ///< what a printer can show; more only makes the file larger
constexpr double kMillimetresPerInch = 25.4;

QImage notFinerThan(const QImage& picture, double longestSideMm)
{
    const int most = std::max(1, qCeil(longestSideMm / kMillimetresPerInch * kDotsPerInch));
    if (std::max(picture.width(), picture.height()) <= most)
        return picture;
    return picture.scaled(most, most, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

struct Planes {
    QByteArray colours, alpha;
    bool isOpaque = true;
};

/// Unseen pixels get the mean of the seen ones: readers that scale colour and mask apart show no edge then, and they
/// compress to nothing.
Planes planesOf(const QImage& picture)
{
    const QImage pixels = picture.convertToFormat(QImage::Format_RGBA8888);
    const auto count = static_cast<qsizetype>(pixels.width()) * pixels.height();
    Planes planes { QByteArray(count * 3, '\0'), QByteArray(count, '\0') };
    quint64 sums[3] = {};
    quint64 weight = 0;
    qsizetype i = 0;
    for (int y = 0; y < pixels.height(); ++y) {
        const uchar* line = pixels.constScanLine(y);
        for (int x = 0; x < pixels.width(); ++x, ++i) {
            const uchar* pixel = line + 4 * x;
            planes.alpha[i] = static_cast<char>(pixel[3]);
            planes.isOpaque = planes.isOpaque && pixel[3] == 255;
            weight += pixel[3];
            for (int c = 0; c < 3; ++c) {
                planes.colours[i * 3 + c] = static_cast<char>(pixel[c]);
                sums[c] += quint64(pixel[c]) * pixel[3];
            }
        }
    }
    for (i = 0; i < count; ++i) {
        for (int c = 0; planes.alpha[i] == 0 && c < 3; ++c)
            planes.colours[i * 3 + c] = static_cast<char>(weight ? sums[c] / weight : 255);
    }
    return planes;
}

std::string imageEntries(const QImage& picture, const char* colourSpace)
{
    return "/Type/XObject/Subtype/Image/Width " + std::to_string(picture.width()) + "/Height "
        + std::to_string(picture.height()) + "/ColorSpace/" + colourSpace + "/BitsPerComponent 8";
}

/// What a part of `size` says about the whole.
QSizeF wholeSize(const Mark& mark, QSizeF size)
{
    return { size.width() / mark.part.width(), size.height() / mark.part.height() };
}

/// The mark's part of a picture that is `whole` large, up from the picture's lower left corner.
QRectF partOf(QSizeF whole, const Mark& mark)
{
    return { mark.part.left() * whole.width(), (1 - mark.part.bottom()) * whole.height(),
        mark.part.width() * whole.width(), mark.part.height() * whole.height() };
}

std::string cornersText(const QRectF& box)
{
    return realText(box.left()) + ' ' + realText(box.top()) + ' ' + realText(box.right()) + ' '
        + realText(box.bottom());
}

/// The whole picture, its lower left corner at `corner`, and every pixel of it in one place whatever is cut off.
std::string pictureContent(QSizeF whole, QPointF corner)
{
    return "/M gs " + realText(whole.width()) + " 0 0 " + realText(whole.height()) + ' ' + realText(corner.x()) + ' '
        + realText(corner.y()) + " cm/S Do";
}

} // namespace

Appearances::Appearances(Update& update, const std::vector<Mark>& marks)
    : m_update(update)
{
    for (const Mark& mark : marks) {
        const QSizeF whole = wholeSize(mark, mark.placement.sizeMm);
        double& longest = m_longestSideMm[mark.picture.cacheKey()];
        longest = std::max({ longest, whole.width(), whole.height() });
    }
}

int Appearances::image(const QImage& picture)
{
    const QImage stored = notFinerThan(picture, m_longestSideMm[picture.cacheKey()]);
    const Planes planes = planesOf(stored);
    std::string entries = imageEntries(stored, "DeviceRGB");
    if (!planes.isOpaque)
        entries += "/SMask " + referenceText(m_update.addStream(imageEntries(stored, "DeviceGray"), planes.alpha));
    return m_update.addStream(entries, planes.colours);
}

int Appearances::resources(const QImage& picture)
{
    const auto known = m_resources.find(picture.cacheKey());
    if (known != m_resources.end())
        return known->second;
    return m_resources[picture.cacheKey()]
        = m_update.addNew(
            "<</ExtGState<</M<</Type/ExtGState/BM/Multiply>>>>/XObject<</S " + referenceText(image(picture)) + ">>>>");
}

/// A strip is the whole picture, cut off at its /BBox: neighbours that are cut at the same place leave neither a gap
/// nor a line twice.
int Appearances::form(const Mark& mark, QSizeF size, double degrees)
{
    const QSizeF whole = wholeSize(mark, size);
    return addForm(mark, partOf(whole, mark), degrees, pictureContent(whole, { 0, 0 }));
}

int Appearances::formWithin(const Mark& mark, QSizeF box, double degrees)
{
    const QSizeF shown = QSizeF(mark.picture.width() * mark.part.width(), mark.picture.height() * mark.part.height());
    const QSizeF fitted = shown.scaled(box, Qt::KeepAspectRatio);
    const QRectF place(QPointF((box.width() - fitted.width()) / 2, (box.height() - fitted.height()) / 2), fitted);
    const QSizeF whole = wholeSize(mark, fitted);
    const std::string cut = realText(place.x()) + ' ' + realText(place.y()) + ' ' + realText(place.width()) + ' '
        + realText(place.height()) + " re W n ";
    return addForm(mark, QRectF(QPointF(0, 0), box), degrees,
        cut + pictureContent(whole, place.topLeft() - partOf(whole, mark).topLeft()));
}

/// 12.5.5, algorithm "appearance streams": the turned /BBox's bounding box is laid over the annotation's /Rect,
/// wherever its corner is.
int Appearances::addForm(const Mark& mark, const QRectF& box, double degrees, const std::string& content)
{
    const double sine = std::sin(qDegreesToRadians(degrees));
    const double cosine = std::cos(qDegreesToRadians(degrees));
    std::string entries = "/Type/XObject/Subtype/Form/BBox[" + cornersText(box) + ']';
    if (degrees != 0) {
        entries += "/Matrix[" + realText(cosine) + ' ' + realText(sine) + ' ' + realText(-sine) + ' ' + realText(cosine)
            + " 0 0]";
    }
    entries += "/Resources " + referenceText(resources(mark.picture));
    const auto [known, isNew] = m_forms.try_emplace(entries + content);
    if (isNew)
        known->second = m_update.addStream(entries, QByteArray::fromStdString(content));
    return known->second;
}

} // namespace bidseal::pdf
