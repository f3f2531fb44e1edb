#include "core/qr/QrCode.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <QPainter>

using namespace Qt::StringLiterals;

namespace bidseal::qr {

namespace {

constexpr int kLargestSide = 12'000; // pixels; a photograph has less

/// What is transparent was meant to be paper.
QImage greyOnWhite(const QImage& picture)
{
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_Grayscale8);
    QImage paper(picture.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(QRect({}, picture.size()), picture);
    return paper.convertToFormat(QImage::Format_Grayscale8);
}

QStringList textsIn(const QImage& grey, ZXing::Binarizer binarizer)
{
    const auto hints = ZXing::DecodeHints()
                           .setFormats(ZXing::BarcodeFormat::QRCode)
                           .setTryHarder(true)
                           .setTryRotate(true)
                           .setTryDownscale(true)
                           .setBinarizer(binarizer);
    const ZXing::ImageView view(
        grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine()));
    QStringList texts;
    for (const auto& found : ZXing::ReadBarcodes(view, hints)) {
        if (found.isValid())
            texts.append(QString::fromStdString(found.text()));
    }
    texts.removeDuplicates();
    return texts;
}

} // namespace

Result<QString> readQrCode(const QImage& picture)
{
    if (picture.isNull() || picture.width() > kLargestSide || picture.height() > kLargestSide)
        return failure(ErrorCode::QrCodeUnreadable, u"no picture, or too large a one"_s);
    const QImage grey = greyOnWhite(picture);
    try {
        // Light falls unevenly on a photograph; in a screenshot one threshold for all is right.
        for (const auto binarizer : { ZXing::Binarizer::LocalAverage, ZXing::Binarizer::GlobalHistogram }) {
            const QStringList texts = textsIn(grey, binarizer);
            if (texts.size() == 1)
                return texts.front();
            if (texts.size() > 1)
                return failure(ErrorCode::QrCodeUnreadable, u"%1 codes"_s.arg(texts.size()));
        }
    } catch (const std::exception& error) {
        return failure(ErrorCode::QrCodeUnreadable, QString::fromUtf8(error.what()));
    }
    return failure(ErrorCode::QrCodeUnreadable, u"no code"_s);
}

} // namespace bidseal::qr
