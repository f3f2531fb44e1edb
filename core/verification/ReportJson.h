#pragma once

#include "core/verification/Verification.h"

#include <QJsonObject>

namespace bidseal::verification {

/// The report for other programs: "verdict", "pageCount" and for each signature what is known of it. Every signature
/// says "identity": "not-checked" and "time": "claimed", because that is so. Identity numbers are masked.
[[nodiscard]] QJsonObject toJson(const Report& report);

/// The stable words of `toJson`: "intact", "continued-after-signing", "whole-document" …
[[nodiscard]] QString wordFor(Verdict verdict);
[[nodiscard]] QString wordFor(Integrity integrity);
[[nodiscard]] QString wordFor(Coverage coverage);

} // namespace bidseal::verification
