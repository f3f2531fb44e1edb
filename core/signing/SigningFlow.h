#pragma once

#include "core/base/Clock.h"
#include "core/base/Progress.h"
#include "core/journal/Journal.h"
#include "core/key/SigningKey.h"
#include "core/seal/PlacedSeal.h"
#include "core/verification/Verification.h"

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
    certificate::Certificate signer;
    QDateTime claimedTime; ///< UTC
    verification::Report report;
};

/// What the flow needs from outside.
struct SigningServices {
    const Clock& clock;
    journal::Journal& journal;
};

/// From the request to a signed file under its final name, the same for window and command line, UKey and phone:
/// check, prepare, second reader, sign, embed, verify, record, publish. On any error there is no output and the source
/// is as it was. Errors: those of the rooms it goes through, SelfVerificationFailed, OutputIsSource.
[[nodiscard]] Result<SignedDocument> sign(const SigningRequest& request, key::SigningKey& key, SigningServices services,
    const ProgressCallback& progress = {}, std::stop_token stop = {});

/// `NAME_已签章.pdf` beside the source, with a number where that exists.
[[nodiscard]] QString suggestedOutput(const QString& source);

} // namespace bidseal::signing
