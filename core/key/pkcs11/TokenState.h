#pragma once

#include "core/key/SigningKey.h"
#include "core/key/pkcs11/KeyUri.h"

namespace bidseal::key {

/// What a token says of itself before anybody logs in.
struct TokenState {
    QString label, manufacturer, model, serial;
    PinState pinState = PinState::Unknown;
    bool onTokensOwnPad = false;
    /// CKF_USER_PIN_TO_BE_CHANGED: it is still the maker's, or has run out.
    bool isPinToBeChanged = false;
};

/// What `uri` says about its token is true of this one.
[[nodiscard]] bool isNamedBy(const KeyUri& uri, const TokenState& token);

} // namespace bidseal::key
