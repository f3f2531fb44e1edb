#pragma once

#include "ui/mobile/RelayBook.h"
#include "ui/signing/KeyWatch.h"

#include <variant>

namespace bidseal::signing {

/// A key on a token that is plugged in, and what the token tells of its PIN.
struct TokenRoute {
    std::shared_ptr<key::TokenHost> host;
    key::KeyUri uri;
    key::PinState pinState = key::PinState::Unknown;
    bool onTokensOwnPad = false;
};

struct KeyFileRoute {
    QString path;
};

/// A certificate on a phone: which one is known when its owner has chosen it there.
struct PhoneRoute {
    mobile::Relay relay;
};

using KeyRoute = std::variant<TokenRoute, KeyFileRoute, PhoneRoute>;

/// The key that somebody chose to sign with, and the way to it.
struct KeyChoice {
    QString id; ///< the same for the same key next time: its URI, "p12:/path/to/company.p12", "mobile:https://…"
    QString name; ///< of the holder, the key file's, the relay's
    KeyRoute route;

    /// Null where the way is another.
    template <class Route> [[nodiscard]] const Route* as() const { return std::get_if<Route>(&route); }
};

} // namespace bidseal::signing
