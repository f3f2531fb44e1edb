#pragma once

#include "core/base/Result.h"
#include "core/seal/Seal.h"

namespace bidseal::plan {

enum class DateStyle {
    Digits, ///< 2026年11月26日
    Chinese, ///< 二〇二六年十一月二十六日
};
[[nodiscard]] QString dateStyleName(DateStyle style); ///< "digits"
[[nodiscard]] DateStyle dateStyleNamed(const QString& name); ///< Digits where it is not known

[[nodiscard]] QString dateText(const QDate& day, DateStyle style);

/// A seal that shows the day, in black as people write it, cropped to its characters, which are `heightMm` high; 600
/// dpi. Needs a QGuiApplication and a Chinese font. Errors: SealPictureUnreadable (no day, no QGuiApplication, no font
/// with these characters), SealSizeInvalid (characters outside 2–20 mm).
[[nodiscard]] Result<seal::Seal> dateSeal(const QDate& day, DateStyle style, double heightMm);

} // namespace bidseal::plan
