#pragma once

#include "core/pdf/Document.h"

#include <QFile>

namespace bidseal::verification {

/// What a signature speaks for: [0, gapBegin) and [gapEnd, end) of the file.
struct SignedRange {
    qint64 gapBegin = 0; ///< of the '<' of /Contents
    qint64 gapEnd = 0; ///< just behind its '>'
    qint64 end = 0;

    friend auto operator<=>(const SignedRange&, const SignedRange&) = default;
};

/// The range, if the signature's /ByteRange is exactly what ISO 32000-2, 12.8.1 asks for: everything up to the end of a
/// revision but the value of this very /Contents. Otherwise English words on what is wrong: the room for moving signed
/// bytes around or hiding others between them (signature wrapping) is exactly what this leaves no room for.
[[nodiscard]] tl::expected<SignedRange, QString> signedRange(const pdf::ExistingSignature& signature, QFile& file);

} // namespace bidseal::verification
