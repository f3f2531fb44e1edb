#pragma once

#include "core/base/Error.h"

namespace bidseal {

/// What a person reads instead of an error: what happened and why, and one thing to do now.
struct ErrorSentence {
    QString happened;
    QString todo;
};

/// The only place that turns codes into words, in the language of the installed translator.
[[nodiscard]] ErrorSentence errorSentence(const Error& error);

} // namespace bidseal
