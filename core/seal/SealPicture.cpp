#include "core/seal/SealPicture.h"

#include <QImageReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::seal {

namespace {

constexpr int kLargestSide = 8000; // pixels

tl::unexpected<Error> unreadable(const QString& detail) { return failure(ErrorCode::SealPictureUnreadable, detail); }

bool hasVisiblePixel(const QImage& picture)
{
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        if (std::any_of(line, line + picture.width(), [](QRgb pixel) { return qAlpha(pixel) > 0; }))
            return true;
    }
    return false;
}

} // namespace

Result<QImage> readPicture(QIODevice& png)
{
    QImageReader reader(&png, QByteArrayLiteral("png"));
    reader.setAutoDetectImageFormat(false);
    const QSize pixels = reader.size();
    if (!pixels.isValid() || pixels.isEmpty())
        return unreadable(reader.errorString());
    if (pixels.width() > kLargestSide || pixels.height() > kLargestSide)
        return unreadable(u"%1 × %2 pixels"_s.arg(pixels.width()).arg(pixels.height()));

    // Reading allocates within QImageReader::allocationLimit (256 MB), whatever the file claims.
    QImage picture = reader.read().convertToFormat(QImage::Format_ARGB32);
    if (picture.isNull())
        return unreadable(reader.errorString());
    if (!hasVisiblePixel(picture))
        return unreadable(u"every pixel is transparent"_s);
    return picture;
}

Result<QImage> readPicture(const QByteArray& png)
{
    QBuffer buffer;
    buffer.setData(png);
    buffer.open(QIODevice::ReadOnly);
    return readPicture(buffer);
}

Result<QByteArray> pngOf(const QImage& picture)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "png"))
        return unreadable(u"the picture cannot be written as PNG"_s);
    if (png.size() > kLargestPictureFile)
        return unreadable(u"%1 bytes as PNG"_s.arg(png.size()));
    return png;
}

} // namespace bidseal::seal
