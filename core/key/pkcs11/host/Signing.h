#pragma once

#include "core/key/pkcs11/HostMessages.h"
#include "core/key/pkcs11/host/Module.h"

namespace bidseal::key::host {

/// Logs in with the PIN, signs once, logs out. The PIN is sent to the token once, never when the token says that it is
/// locked or that no PIN has this length, and wiped as soon as the token no longer needs it.
[[nodiscard]] Result<QByteArray> sign(const Module& module, const SignCall& call, Secret pin);

} // namespace bidseal::key::host
