#pragma once

#include "core/base/Clock.h"
#include "core/signing/SigningFlow.h"
#include "ui/signing/KeyChoice.h"

namespace bidseal::signing {

class SigningLine;

/// Somebody has been told that this is the last try, and whether they want to use it.
enum class LastTry { AskFirst, Agreed };

/// What lives longer than any window.
struct SigningSurroundings {
    std::shared_ptr<const Clock> clock;
    QString journalFile;
    std::shared_ptr<environment::SigningGate> gate;
};

/// What one signer signs with, and the seals that their key puts on each document.
struct SignerOrder {
    std::vector<SigningRequest> requests; ///< one document, or several under one PIN or confirmation
    KeyChoice key;
    Secret pin;
    LastTry lastTry = LastTry::AskFirst;
};

/// Everything that a run needs, handed over to the working thread as a whole.
struct SigningOrder {
    std::vector<SignerOrder> signers; ///< at least one; each signs what the one before has finished
};

/// Runs on a working thread.
[[nodiscard]] Result<std::vector<SignedDocument>> carryOut(SigningOrder order, const SigningSurroundings& surroundings,
    SigningLine& line, const ProgressCallback& progress, std::stop_token stop);

} // namespace bidseal::signing
