#pragma once

#include "core/verification/Verification.h"
#include "ui/style/Notice.h"

namespace bidseal::verification {

/// The one line that can be trusted. Never Tone::Good: whether the signer can be trusted is not checked yet, and
/// nothing is green before that.
[[nodiscard]] style::NoticeText verdictOn(const Report& report);
[[nodiscard]] style::NoticeText verdictOn(const SignatureReport& signature);

/// "示例公司", or a general word where the certificate could not be read.
[[nodiscard]] QString signerName(const SignatureReport& signature);
/// "21 November 2026, 11:48 (claimed by the signer's computer)"
[[nodiscard]] QString claimedTimeText(const std::optional<QDateTime>& time);

} // namespace bidseal::verification
