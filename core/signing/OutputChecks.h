#pragma once

#include "core/signing/SigningFlow.h"

#include <span>

namespace bidseal::signing {

/// Everything about the outputs' names that can be known before anybody is asked for anything: none is a source of any
/// of the documents, none is wanted twice, each has a folder, and none is there already, unless it may be overwritten.
/// Errors: OutputIsSource, OutputExists, OutputInUse, OutputNotWritable.
[[nodiscard]] Status checkOutputs(std::span<const SigningRequest> requests);

} // namespace bidseal::signing
