#pragma once

#include "core/signing/SigningFlow.h"

#include <span>

namespace bidseal::signing {

/// Whether the certificate is one of the holder's that a seal was enrolled for: the same organisation or common name,
/// however spaces, brackets and wide characters are written.
[[nodiscard]] bool isHolder(const QString& name, const certificate::Certificate& certificate);

/// Where a seal was enrolled for somebody else somebody has to agree. Errors: HolderDiffers, and those of `confirm`.
[[nodiscard]] Status agreeOnHolder(std::span<const SigningRequest> requests,
    const certificate::Certificate& certificate, const ConfirmHolder& confirm);

} // namespace bidseal::signing
