#pragma once

#include "core/base/Result.h"

#include <QImage>

class QIODevice;

namespace bidseal::seal {

inline constexpr qint64 kLargestPictureFile = 64 * 1024 * 1024; ///< bytes

/// A seal's picture as it is kept: a PNG, whatever its name says, ARGB32 with its transparent border, which belongs to
/// it: its maker gave the size with it. Errors: SealPictureUnreadable (no PNG, larger than 8 000 × 8 000 pixels,
/// nothing to be seen).
[[nodiscard]] Result<QImage> readPicture(QIODevice& png);
[[nodiscard]] Result<QImage> readPicture(const QByteArray& png);

/// Errors: SealPictureUnreadable, where there is no picture.
[[nodiscard]] Result<QByteArray> pngOf(const QImage& picture);

} // namespace bidseal::seal
