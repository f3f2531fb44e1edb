#pragma once

#include "core/base/Progress.h"
#include "core/base/Secret.h"
#include "core/cms/SignedData.h"

#include <vector>

namespace bidseal::verification {

/// Whether the bytes are what was signed.
enum class Integrity {
    Intact,
    Broken,
    Undecided, ///< a form or an algorithm that is not checked here, or one that proves nothing any more
};

/// What of the file the signature speaks for.
enum class Coverage {
    WholeDocument, ///< nothing was added after it
    EarlierRevision, ///< the file goes on after what was signed: later signatures, or changes
    Malformed, ///< ByteRange or Contents are not what they must be; such a signature is always Broken
};

struct SignatureReport {
    QStringList fieldNames;
    Integrity integrity = Integrity::Undecided;
    Coverage coverage = Coverage::Malformed;
    std::optional<certificate::Certificate> signer;
    QString algorithm; ///< "RSA, SHA-256"
    std::optional<QDateTime> claimedTime; ///< by the signer's computer: nobody else has confirmed it
    QString reason, location;
    QString subFilter;
    QString problem; ///< English, for details; empty where there is none
};

/// The one line about a file. None of it says that a signer may be trusted.
enum class Verdict {
    NotSigned,
    Intact, ///< every signature is intact, and the newest covers the whole file
    ContinuedAfterSigning, ///< every signature is intact, but something was added after the newest
    Undecided, ///< nothing is broken, but not everything could be checked
    Broken,
};

/// What a signed file proves. Who the signer is and when it was signed are not checked yet, and it says so:
/// identity is "not-checked", time is "claimed".
struct Report {
    std::vector<SignatureReport> signatures; ///< in the order in which they were made
    int pageCount = 0;

    [[nodiscard]] bool isSigned() const { return !signatures.empty(); }
    [[nodiscard]] Verdict verdict() const;
    /// Every signature intact, and the newest covers the whole file.
    [[nodiscard]] bool isIntact() const { return verdict() == Verdict::Intact; }
};

/// Reads the whole file once for each distinct (ByteRange, digest). A signature counts as intact only after everything
/// about it was looked at: what is missing, malformed or ambiguous makes it Broken. Errors: those of
/// pdf::Document::open, FileNotReadable, Cancelled.
[[nodiscard]] Result<Report> verify(const QString& path, const Secret* password = nullptr,
    const ProgressCallback& progress = {}, std::stop_token stop = {});

} // namespace bidseal::verification
