#pragma once

#include "ui/signing/KeyWatch.h"

namespace bidseal::signing {

/// The key that somebody chose to sign with, and what is known about it before the PIN.
struct KeyChoice {
    QString id; ///< the same for the same key next time: its URI, "p12:/path/to/company.p12"
    QString name; ///< of the holder, or the key file's
    std::shared_ptr<key::TokenHost> host; ///< null for a key file
    key::KeyUri uri;
    QString keyFile;
    key::PinState pinState = key::PinState::Unknown;
    bool onTokensOwnPad = false;

    [[nodiscard]] bool isKeyFile() const { return !keyFile.isEmpty(); }
};

} // namespace bidseal::signing
