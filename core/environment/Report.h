#pragma once

#include "core/environment/Check.h"

#include <QDateTime>

namespace bidseal::environment {

/// What one check came to in one run.
struct CheckResult {
    QString id, title;
    Group group = Group::System;
    Cost cost = Cost::Instant;
    CheckRule rule;
    Finding finding;
    std::chrono::milliseconds took { 0 };
    QDateTime measuredAt; ///< UTC, this computer's clock

    /// In the way of signing, whoever agrees to what.
    [[nodiscard]] bool blocks() const;
    /// In the way until a person agrees.
    [[nodiscard]] bool asks() const;
};

enum class Verdict {
    Fit,
    Undecided, ///< a must-pass check could not tell
    Unfit,
};

/// What a run of checks came to, in the order of their groups.
struct Report {
    QDateTime startedAt; ///< UTC, this computer's clock
    QString program; ///< "BidSeal 0.1.0"
    std::vector<CheckResult> results;
    std::vector<PolicySource> policySources;

    [[nodiscard]] Verdict verdict() const;
    /// Those that block, then those that ask.
    [[nodiscard]] std::vector<const CheckResult*> obstacles() const;
    [[nodiscard]] const CheckResult* find(const QString& id) const;
};

} // namespace bidseal::environment
