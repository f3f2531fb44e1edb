#pragma once

#include "core/key/pkcs11/HostMessages.h"
#include "core/key/pkcs11/TokenHost.h"

namespace bidseal::key::host {

/// Which keys a person has, as far as the public objects of their tokens tell: every certificate that is not an
/// authority's, and every public key, goes with a private key that shows itself only after login.
[[nodiscard]] std::vector<TokenKey> keysIn(const std::vector<ListedToken>& tokens);

/// The one key that `uri` names. Errors: TokenAbsent, KeyNotFound, KeyAmbiguous, KeyWithoutCertificate.
[[nodiscard]] Result<TokenKey> findKey(const std::vector<ListedToken>& tokens, const KeyUri& uri);

} // namespace bidseal::key::host
