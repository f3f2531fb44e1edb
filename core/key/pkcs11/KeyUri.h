#pragma once

#include "core/base/Result.h"

#include <optional>

namespace bidseal::key {

/// The attributes of an RFC 7512 URI that name one key on one token. Absent ones match everything.
/// `pin-value` and `pin-source` are refused: a PIN never stands in an argument list.
struct KeyUri {
    QString token, manufacturer, model, serial; ///< of the token
    QString object; ///< CKA_LABEL
    QByteArray id; ///< CKA_ID

    /// Errors: KeyUriInvalid.
    [[nodiscard]] static Result<KeyUri> parse(const QString& text);
    [[nodiscard]] QString toString() const; ///< percent-encoded, "pkcs11:token=…;object=…;id=%01"
};

} // namespace bidseal::key
