#pragma once

#include "core/signing/SigningFlow.h"

#include <span>

namespace bidseal::signing {

/// What is to be signed, for an owner who has only a small screen: names, SHA-256 of the sources, where which seal
/// stands, and a small picture of the first page with a seal. A page that cannot be drawn costs only its picture.
/// Errors: those of pdf::Document::open, FileNotReadable, FileChangedMeanwhile, Cancelled; facts.name is the file.
[[nodiscard]] Result<std::vector<key::DocumentDescription>> describeDocuments(
    std::span<const SigningRequest> requests, std::stop_token stop);

} // namespace bidseal::signing
