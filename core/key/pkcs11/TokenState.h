#pragma once

#include "core/key/SigningKey.h"

namespace bidseal::key {

/// What a token says of itself before anybody logs in.
struct TokenState {
    QString label, manufacturer, model, serial;
    PinState pinState = PinState::Unknown;
    bool onTokensOwnPad = false;
};

} // namespace bidseal::key
