#include "core/qr/QrCode.h"

#include <qrcodegen.hpp>

#include <QPainter>

using namespace Qt::StringLiterals;

namespace bidseal::qr {

QrCode::QrCode(int size, QByteArray modules)
    : m_size(size)
    , m_modules(std::move(modules))
{
}

Result<QrCode> QrCode::encode(const QString& text)
{
    using Maker = qrcodegen::QrCode;
    try {
        // Exactly level M: what qrcodegen would make stronger for nothing is another code than the protocol describes.
        const auto made = Maker::encodeSegments(qrcodegen::QrSegment::makeSegments(text.toUtf8().constData()),
            Maker::Ecc::MEDIUM, Maker::MIN_VERSION, Maker::MAX_VERSION, -1, false);
        const int size = made.getSize();
        QByteArray modules(qsizetype(size) * size, Qt::Uninitialized);
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x)
                modules[qsizetype(y) * size + x] = made.getModule(x, y) ? 1 : 0;
        }
        return QrCode(size, std::move(modules));
    } catch (const std::exception& error) {
        return failure(ErrorCode::InternalFault, QString::fromUtf8(error.what()));
    }
}

bool QrCode::isDark(int x, int y) const
{
    return x >= 0 && y >= 0 && x < m_size && y < m_size && m_modules[qsizetype(y) * m_size + x] != 0;
}

QImage QrCode::image(int pixelsPerModule) const
{
    const int side = (m_size + 2 * kBorder) * pixelsPerModule;
    QImage picture(side, side, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    for (int y = 0; y < m_size; ++y) {
        for (int x = 0; x < m_size; ++x) {
            if (isDark(x, y))
                painter.fillRect((x + kBorder) * pixelsPerModule, (y + kBorder) * pixelsPerModule, pixelsPerModule,
                    pixelsPerModule, Qt::black);
        }
    }
    return picture;
}

QString QrCode::terminalText() const
{
    // The two corners of the 256 colours' cube: unlike the named black and white no theme changes them. Of the blocks
    // only the lower half is used, which the Chinese code pages have too, and which leaves no gap between lines.
    static const auto darkBelow = u"\x1b[38;5;16;48;5;231m\u2584"_s;
    static const auto darkAbove = u"\x1b[38;5;231;48;5;16m\u2584"_s;
    static const auto dark = u"\x1b[48;5;16m "_s;
    static const auto light = u"\x1b[48;5;231m "_s;
    QString text;
    for (int y = -kBorder; y < m_size + kBorder; y += 2) {
        for (int x = -kBorder; x < m_size + kBorder; ++x) {
            const bool above = isDark(x, y);
            const bool below = isDark(x, y + 1);
            text += above ? (below ? dark : darkAbove) : (below ? darkBelow : light);
        }
        text += u"\x1b[0m\n"_s;
    }
    return text;
}

} // namespace bidseal::qr
