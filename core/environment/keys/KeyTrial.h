#pragma once

#include "core/environment/Report.h"
#include "core/key/SigningKey.h"

namespace bidseal::environment {

/// Signs a text that says of itself that it has no legal meaning, with everything a real signature goes through: the
/// certificate, the PIN or the confirmation, the key, and the check of what it gave by the certificate's public key.
/// Run on request only, never by itself. The PIN is asked for and sent once; nothing is tried again.
[[nodiscard]] Finding tryKey(key::SigningKey& key, const std::stop_token& stop);

/// The same as a line of a report, `key-trial`, advisory: whoever asks for more says so.
[[nodiscard]] CheckResult trialOf(key::SigningKey& key, const QString& title, const std::stop_token& stop);

} // namespace bidseal::environment
