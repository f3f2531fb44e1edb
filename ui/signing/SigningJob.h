#pragma once

#include "core/base/Clock.h"
#include "core/signing/SigningFlow.h"
#include "ui/signing/KeyChoice.h"

namespace bidseal::signing {

/// Somebody has been told that this is the last try, and whether they want to use it.
enum class LastTry { AskFirst, Agreed };

/// What lives longer than any window.
struct SigningSurroundings {
    std::shared_ptr<const Clock> clock;
    QString journalFile;
};

/// Everything that one signature needs, handed over to the working thread as a whole.
struct SigningOrder {
    SigningRequest request;
    KeyChoice key;
    Secret pin;
    LastTry lastTry = LastTry::AskFirst;
};

/// Runs on a working thread.
[[nodiscard]] Result<SignedDocument> carryOut(SigningOrder order, const SigningSurroundings& surroundings,
    const ProgressCallback& progress, std::stop_token stop);

} // namespace bidseal::signing
