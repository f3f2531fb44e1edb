#pragma once

#include "core/base/Progress.h"
#include "core/base/Secret.h"
#include "core/certificate/Certificate.h"
#include "core/cms/SignedData.h"

#include <functional>
#include <vector>

namespace bidseal::key {

/// What a token tells about its PIN. PKCS#11 knows no number, so there is none here.
enum class PinState { Unknown, Normal, SomeWrong, LastTry, Locked };

/// What whoever has the PIN is told before giving it.
struct PinQuestion {
    QString holder; ///< of the certificate
    QString tokenLabel; ///< or the key file's name
    PinState state = PinState::Unknown;
    bool onTokensOwnPad = false; ///< CKF_PROTECTED_AUTHENTICATION_PATH: nothing to type here
};

/// Asked at most once for each run, however many documents, on the working thread. Gives PinLastTry back where nobody
/// has agreed to use the last try, and Cancelled where the person would rather not. A PIN is never sent twice.
using PinSource = std::function<Result<Secret>(const PinQuestion&)>;

/// What a document is called and looks like: for keys with a screen of their own.
struct DocumentDescription {
    struct Mark {
        QString seal;
        std::vector<int> pages; ///< ascending; the first is 1
    };
    struct Preview {
        int page = 0; ///< the first is 1
        QByteArray jpeg; ///< at most 160 × 160 pixels, marked as a preview
    };
    QString name; ///< the file's, without its folder
    int pages = 0;
    qint64 bytes = 0;
    QByteArray sha256; ///< of the source
    std::vector<Mark> marks;
    std::vector<Preview> previews;
};

/// Reads the sources once more and draws previews: called only by keys that show them, at most once.
using DescribeDocuments = std::function<Result<std::vector<DocumentDescription>>(std::stop_token)>;

struct ToBeSigned {
    cms::DocumentDigest digest; ///< of the prepared file's ByteRange
    QByteArray signedAttributes; ///< exactly the bytes that the key signs
};

enum class SigningOutcome { Signed, Failed, Cancelled };

/// The one thing that differs between UKey, key file and phone. One object serves one run of the flow.
class SigningKey {
public:
    virtual ~SigningKey() = default;

    /// The signer's certificate first, then the issuers that came with it. A phone is connected here, and its owner
    /// told what is to be signed.
    [[nodiscard]] virtual Result<std::vector<certificate::Certificate>> certificateChain(
        const DescribeDocuments& describe, std::stop_token stop)
        = 0;
    /// Signs the attributes (not their digest) of every document under one PIN or one confirmation, in this order.
    /// ECDSA comes back as DER SEQUENCE{r, s}. All or nothing.
    [[nodiscard]] virtual Result<std::vector<QByteArray>> sign(
        const std::vector<ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop)
        = 0;
    /// What became of it, for keys whose owner wants to know. Called once, when the run is over.
    virtual void tellOutcome(SigningOutcome) { }
    /// How the journal names it: a PKCS#11 URI without anything secret, "p12:company.p12".
    [[nodiscard]] virtual QString description() const = 0;
};

} // namespace bidseal::key
