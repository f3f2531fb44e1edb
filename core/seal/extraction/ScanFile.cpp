#include "core/seal/extraction/Extraction.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QtEndian>

#include <algorithm>

namespace bidseal::seal {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 256 * 1024 * 1024; // bytes
constexpr int kLargestSide = 12000; // pixels
constexpr int kSmallestSide = 32;
constexpr qint64 kMostPixels = 72'000'000; // an A3 sheet at 600 dpi; 288 MB
constexpr double kMillimetresPerInch = 25.4;

quint32 bigEndian32(const QByteArray& bytes, qsizetype at) { return qFromBigEndian<quint32>(bytes.constData() + at); }
quint16 bigEndian16(const QByteArray& bytes, qsizetype at) { return qFromBigEndian<quint16>(bytes.constData() + at); }

/// PNG (ISO/IEC 15948) 11.3.5.3: pHYs, before the first IDAT; unit 1 is the metre.
std::optional<double> dpiOfPng(const QByteArray& bytes)
{
    qsizetype at = 8; // behind the signature
    while (at + 12 <= bytes.size()) {
        const qsizetype length = bigEndian32(bytes, at);
        const QByteArrayView type = QByteArrayView(bytes).sliced(at + 4, 4);
        if (type == "IDAT" || length > bytes.size() - at - 12)
            return {};
        if (type == "pHYs" && length == 9 && bytes.at(at + 16) == 1)
            return bigEndian32(bytes, at + 8) * kMillimetresPerInch / 1000;
        at += length + 12;
    }
    return {};
}

/// JFIF 1.02: APP0 with units (1: per inch, 2: per cm) and the horizontal density.
std::optional<double> dpiOfJpeg(const QByteArray& bytes)
{
    qsizetype at = 2; // behind SOI
    while (at + 4 <= bytes.size() && uchar(bytes.at(at)) == 0xFF) {
        const uchar marker = uchar(bytes.at(at + 1));
        const qsizetype length = bigEndian16(bytes, at + 2);
        if (marker == 0xDA || length < 2 || at + 2 + length > bytes.size()) // SOS: the picture begins
            return {};
        if (marker == 0xE0 && length >= 16 && QByteArrayView(bytes).sliced(at + 4, 4) == "JFIF") {
            const int unit = bytes.at(at + 11), density = bigEndian16(bytes, at + 12);
            if (unit == 1)
                return density;
            if (unit == 2)
                return density * kMillimetresPerInch / 10;
            return {};
        }
        at += 2 + length;
    }
    return {};
}

/// Scanners say 100 and more. 72 and 96 are what cameras and screens write who know nothing of the paper.
std::optional<double> believable(std::optional<double> dpi)
{
    constexpr double kLowest = 99, kHighest = 4800;
    return dpi && *dpi >= kLowest && *dpi <= kHighest ? dpi : std::nullopt;
}

tl::unexpected<Error> unreadable(const QString& path, const QString& detail)
{
    return failure(ErrorCode::ScanUnreadable, detail, { QFileInfo(path).fileName(), {}, {}, {} });
}

} // namespace

Result<Scan> readScan(const QString& path)
{
    const ErrorFacts facts { QFileInfo(path).fileName(), {}, {}, {} };
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return failure(ErrorCode::FileNotFound, u"no such scan"_s, facts);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotReadable, file.errorString(), facts);
    if (file.size() > kLargestFile)
        return unreadable(path, u"%1 bytes"_s.arg(file.size()));
    QByteArray bytes = file.readAll();

    const bool isPng = bytes.startsWith("\x89PNG\r\n\x1a\n"), isJpeg = bytes.startsWith("\xFF\xD8\xFF");
    if (!isPng && !isJpeg)
        return unreadable(path, u"neither PNG nor JPEG"_s);
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, isPng ? QByteArrayLiteral("png") : QByteArrayLiteral("jpeg"));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize pixels = reader.size();
    if (!pixels.isValid() || std::min(pixels.width(), pixels.height()) < kSmallestSide
        || std::max(pixels.width(), pixels.height()) > kLargestSide)
        return unreadable(
            path, u"%1 × %2 pixels: %3"_s.arg(pixels.width()).arg(pixels.height()).arg(reader.errorString()));
    if (qint64(pixels.width()) * pixels.height() > kMostPixels)
        return unreadable(path, u"%1 × %2 pixels are too many"_s.arg(pixels.width()).arg(pixels.height()));

    // Qt allocates 128 MB at most, less than an A4 sheet at 600 dpi needs; what is allocated here it takes as it is.
    Scan scan;
    scan.picture = QImage(pixels, reader.imageFormat());
    if (scan.picture.isNull() || !reader.read(&scan.picture))
        return unreadable(path, reader.errorString());
    if (scan.picture.hasAlphaChannel()) { // what is not there is paper
        QImage onPaper(scan.picture.size(), QImage::Format_RGB32);
        onPaper.fill(Qt::white);
        const QImage loose = scan.picture.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        for (int y = 0; y < loose.height(); ++y) {
            const auto* from = reinterpret_cast<const QRgb*>(loose.constScanLine(y));
            auto* to = reinterpret_cast<QRgb*>(onPaper.scanLine(y));
            std::transform(from, from + loose.width(), to, [](QRgb pixel) {
                const int white = 255 - qAlpha(pixel);
                return qRgb(qRed(pixel) + white, qGreen(pixel) + white, qBlue(pixel) + white);
            });
        }
        scan.picture = onPaper;
    }
    scan.picture = scan.picture.convertToFormat(QImage::Format_RGB32);
    scan.dpi = believable(isPng ? dpiOfPng(bytes) : dpiOfJpeg(bytes));
    return scan;
}

} // namespace bidseal::seal
