#pragma once

#include <QString>

namespace bidseal::certificate {

/// 统一社会信用代码 with a right check digit (GB 32100-2015).
[[nodiscard]] bool isCreditCode(QStringView text);
/// 公民身份号码 with a possible birth date and a right check digit (GB 11643-1999).
[[nodiscard]] bool isPersonalId(QStringView text);
/// Replaces the middle of every personal identity number in `text`; everything else stays as it is.
[[nodiscard]] QString maskPersonalIds(const QString& text);

} // namespace bidseal::certificate
