#pragma once

#include "core/base/Clock.h"
#include "core/base/Progress.h"
#include "core/environment/Readiness.h"
#include "core/journal/Journal.h"
#include "core/key/SigningKey.h"
#include "core/seal/PlacedSeal.h"
#include "core/verification/Verification.h"

#include <span>

namespace bidseal::signing {

enum class ExistingOutput { Refuse, Overwrite };

struct SigningRequest {
    QString source;
    QString output; ///< never the source
    ExistingOutput existingOutput = ExistingOutput::Refuse;
    Secret documentPassword; ///< empty: none
    std::vector<seal::PlacedSeal> seals; ///< empty: an invisible signature
    QString fieldName; ///< an empty signature field; empty: new ones
    cms::Profile profile = cms::Profile::PadesBaseline;
    QString reason, location;
};

struct SignedDocument {
    QString path;
    std::vector<certificate::Certificate> signers; ///< in the order in which they signed
    QDateTime claimedTime; ///< UTC; of the last of them
    verification::Report report;
};

/// One signer of a run: their key, and the seals that they put on each document.
struct SignerTurn {
    key::SigningKey& key;
    std::span<const SigningRequest> requests; ///< the same sources, outputs and passwords in every turn
};

/// The certificate is not the one that the seals were enrolled for.
struct HolderQuestion {
    QString certificateHolder;
    QStringList sealHolders; ///< those that differ
};
/// Asked on the working thread before anything is prepared, where the policy allows it. False, or no such function:
/// HolderDiffers.
using ConfirmHolder = std::function<Result<bool>(const HolderQuestion&)>;

/// Asked on the working thread where checks of this computer that must pass could not tell, before anything is
/// prepared. False, or no such function: EnvironmentUnclear.
using ConfirmUnknown = std::function<Result<bool>(const std::vector<environment::CheckResult>&)>;

/// What the flow needs from outside.
struct SigningServices {
    const Clock& clock;
    journal::Journal& journal;
    environment::SigningGate& gate;
    ConfirmHolder confirmHolder {};
    ConfirmUnknown confirmUnknown {};
    std::vector<environment::Server> servers {}; ///< that the keys are reached through
};

/// From the request to a signed file under its final name, the same for window and command line, UKey and phone:
/// check the computer and the documents, prepare, second reader, sign, embed, verify, record, publish. On any error
/// there is no output and the source is as it was. Errors: those of the rooms it goes through, EnvironmentUnfit,
/// EnvironmentUnclear, SelfVerificationFailed, OutputIsSource.
[[nodiscard]] Result<SignedDocument> sign(const SigningRequest& request, key::SigningKey& key, SigningServices services,
    const ProgressCallback& progress = {}, std::stop_token stop = {});

/// Several documents under one PIN or one confirmation. All are prepared, signed, embedded and verified before the
/// first gets its final name: an error before that leaves no output at all. Where a final name cannot be given after
/// others were, these stay, and the error names the file. facts.name is the file that an error is about, for
/// FieldNotFound and FieldAlreadySigned the field. Two documents with one output are OutputExists, an output that is a
/// source OutputIsSource.
[[nodiscard]] Result<std::vector<SignedDocument>> signAll(std::span<const SigningRequest> requests,
    key::SigningKey& key, SigningServices services, const ProgressCallback& progress = {}, std::stop_token stop = {});

/// The same for several signers, one after the other: each signs what the one before has finished, and nothing gets its
/// final name before the last of them has signed. A later signer's seals are signature fields only, so that the earlier
/// signature stays valid (see pdf::SignatureUpdate).
[[nodiscard]] Result<std::vector<SignedDocument>> signInTurn(std::span<const SignerTurn> turns,
    SigningServices services, const ProgressCallback& progress = {}, std::stop_token stop = {});

/// `NAME_已签章.pdf` beside the source, with a number where that exists.
[[nodiscard]] QString suggestedOutput(const QString& source);
/// The same for several, none twice, in `folder` or beside the sources.
[[nodiscard]] QStringList suggestedOutputs(const QStringList& sources, const QString& folder = {});

} // namespace bidseal::signing
