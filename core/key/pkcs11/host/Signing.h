#pragma once

#include "core/key/pkcs11/HostMessages.h"
#include "core/key/pkcs11/host/Module.h"

#include <functional>

namespace bidseal::key::host {

/// Told of each signature as soon as it is made. False: nobody wants more.
using SignatureSink = std::function<bool(const QByteArray&)>;

/// Logs in with the PIN, signs every document in one session, logs out. The PIN is sent to the token once, never when
/// the token says that it is locked or that no PIN has this length, and wiped as soon as the token no longer needs it.
/// A key that wants it for each signature (CKA_ALWAYS_AUTHENTICATE) gets it once for each; after the first error no
/// more.
[[nodiscard]] Status sign(const Module& module, const SignCall& call, Secret pin, const SignatureSink& give);

} // namespace bidseal::key::host
