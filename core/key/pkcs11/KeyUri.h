#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace bidseal::key {

/// The attributes of an RFC 7512 URI that name one key on one token. Absent (empty) ones match everything.
/// `pin-value` and `pin-source` are refused: a PIN never stands in an argument list. So are attributes that would
/// narrow the choice in a way this program does not follow: rather no key than another one than was meant.
struct KeyUri {
    QString token, manufacturer, model, serial; ///< of the token
    QString object; ///< CKA_LABEL
    QByteArray id; ///< CKA_ID

    /// Errors: KeyUriInvalid.
    [[nodiscard]] static Result<KeyUri> parse(const QString& text);
    [[nodiscard]] QString toString() const; ///< percent-encoded, "pkcs11:token=…;object=…;id=%01"

    friend bool operator==(const KeyUri&, const KeyUri&) = default;
};

} // namespace bidseal::key
