#pragma once

#include "core/base/Result.h"

#include <QImage>

namespace bidseal::qr {

/// The modules of a QR code, level M, without border.
class QrCode {
public:
    /// At most some 2 000 bytes. Errors: InternalFault for more.
    [[nodiscard]] static Result<QrCode> encode(const QString& text);

    [[nodiscard]] int size() const { return m_size; } ///< modules a side
    [[nodiscard]] bool isDark(int x, int y) const;

    static constexpr int kBorder = 4; ///< modules of quiet zone (ISO/IEC 18004, 9.1)
    /// Black on white with the border, `pixelsPerModule` pixels each.
    [[nodiscard]] QImage image(int pixelsPerModule) const;
    /// For a terminal of 256 colours, two modules in each character: dark on light whatever its own colours are.
    [[nodiscard]] QString terminalText() const;

private:
    QrCode(int size, QByteArray modules);
    int m_size = 0;
    QByteArray m_modules;
};

/// The text of the one QR code in a picture: a screenshot, a photograph. Errors: QrCodeUnreadable (none, several, or a
/// build without ZXing).
[[nodiscard]] Result<QString> readQrCode(const QImage& picture);

} // namespace bidseal::qr
