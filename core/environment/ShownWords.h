#pragma once

#include "core/environment/Report.h"

namespace bidseal::environment {

/// What window, command line and report call these things, in the person's language: "Attention", "Could not tell".
[[nodiscard]] QString shownWordFor(Outcome outcome);
/// A whole sentence: "This computer is fit to sign on."
[[nodiscard]] QString shownSentenceFor(Verdict verdict);

/// Whether somebody should read more of a finding than its first line: neither passed nor without anything to measure.
[[nodiscard]] bool needsAttention(const Finding& finding);

/// The texts of a finding, its facts filled in.
struct ShownFinding {
    QString found, meaning, todo;
};
[[nodiscard]] ShownFinding shown(const Finding& finding, Disclosure disclosure = Disclosure::Full);

} // namespace bidseal::environment
