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

qint64 thousandths(double value) { return std::llround(value * 1000); }

} // namespace

Appearances::Appearances(Update& update, const std::vector<Mark>& marks)
    : m_update(update)
{
    for (const Mark& mark : marks) {
        double& longest = m_longestSideMm[mark.picture.cacheKey()];
        longest = std::max({ longest, mark.placement.sizeMm.width(), mark.placement.sizeMm.height() });
    }
}

int Appearances::image(const QImage& picture)
{
    const auto known = m_images.find(picture.cacheKey());
    if (known != m_images.end())
        return known->second;
    const QImage stored = notFinerThan(picture, m_longestSideMm[picture.cacheKey()]);
    const Planes planes = planesOf(stored);
    std::string entries = imageEntries(stored, "DeviceRGB");
    if (!planes.isOpaque)
        entries += "/SMask " + referenceText(m_update.addStream(imageEntries(stored, "DeviceGray"), planes.alpha));
    return m_images[picture.cacheKey()] = m_update.addStream(entries, planes.colours);
}

int Appearances::form(const QImage& picture, QSizeF size, double degrees)
{
    const std::tuple key(
        picture.cacheKey(), thousandths(size.width()), thousandths(size.height()), thousandths(degrees));
    const auto known = m_forms.find(key);
    if (known != m_forms.end())
        return known->second;
    return m_forms[key] = addForm(image(picture), size, QRectF(QPointF(0, 0), size), degrees);
}

int Appearances::formWithin(const QImage& picture, QSizeF box, double degrees)
{
    const QSizeF fitted = QSizeF(picture.size()).scaled(box, Qt::KeepAspectRatio);
    const QPointF corner((box.width() - fitted.width()) / 2, (box.height() - fitted.height()) / 2);
    return addForm(image(picture), box, QRectF(corner, fitted), degrees);
}

/// 12.5.5, algorithm "appearance streams": the turned /BBox's bounding box is laid over the annotation's /Rect.
int Appearances::addForm(int image, QSizeF box, const QRectF& pictureBox, double degrees)
{
    const double sine = std::sin(qDegreesToRadians(degrees));
    const double cosine = std::cos(qDegreesToRadians(degrees));
    const std::string entries = "/Type/XObject/Subtype/Form/BBox[0 0 " + realText(box.width()) + ' '
        + realText(box.height()) + "]/Matrix[" + realText(cosine) + ' ' + realText(sine) + ' ' + realText(-sine) + ' '
        + realText(cosine) + " 0 0]/Resources<</XObject<</Im0 " + referenceText(image) + ">>>>";
    const std::string content = "q " + realText(pictureBox.width()) + " 0 0 " + realText(pictureBox.height()) + ' '
        + realText(pictureBox.x()) + ' ' + realText(pictureBox.y()) + " cm /Im0 Do Q\n";
    return m_update.addStream(entries, QByteArray::fromStdString(content));
}

} // namespace bidseal::pdf
