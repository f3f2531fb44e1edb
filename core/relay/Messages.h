#pragma once

#include "core/base/Result.h"
#include "core/relay/KeyAlgorithm.h"

#include <QByteArray>
#include <QStringList>

#include <variant>
#include <vector>

/// The talk messages (docs/relay-protocol.md, 5) and their JSON. Reading is strict: every limit of that section is
/// checked here and nowhere else. Errors of reading: PhoneMessageInvalid.
namespace bidseal::relay {

struct Hello {
    std::vector<int> versions;
    QByteArray key; ///< K_P
    QByteArray commitment; ///< C
    QString app, device; ///< as the phone says
};

/// One talk asks for no more signatures.
inline constexpr int kMostDocuments = 500;

struct Mark {
    QString seal;
    std::vector<int> pages; ///< ascending; the first is 1
};
struct Preview {
    int page = 0; ///< the first is 1
    QByteArray jpeg; ///< at most 160 × 160 pixels
};
/// What a document is called and looks like, before it is signed: the desktop's claim.
struct DocumentSummary {
    QString name;
    int pages = 0;
    qint64 bytes = 0;
    QByteArray sha256; ///< of the source
    std::vector<Mark> marks;
    std::vector<Preview> previews;
};
struct Request {
    QString client; ///< "BidSeal 0.1.0"
    QByteArray computerId; ///< 16 bytes, the same each time
    QString computerName;
    QString project; ///< may be empty
    std::vector<DocumentSummary> documents;
};

struct ChosenCertificate {
    std::vector<QByteArray> chain; ///< DER, the signer first
    KeyAlgorithm algorithm = KeyAlgorithm::RsaPkcs1Sha256;
    int atOnce = 1;
};

struct DocumentToSign {
    QByteArray digest; ///< of the prepared file's ByteRange
    QByteArray attributes; ///< DER SET OF; exactly the bytes to be signed
};
struct ToSign {
    QByteArray nonce; ///< N_D
    std::vector<DocumentToSign> documents;
};
struct Reveal {
    QByteArray nonce; ///< N_P
};
struct Signatures {
    std::vector<QByteArray> signatures;
};

enum class RefusalReason { Declined, CodeDiffers, PinLocked, NoCertificate, TooMany, NotADocument, NotSupported };
struct Refusal {
    RefusalReason reason = RefusalReason::Declined;
};

enum class OutcomeResult { Signed, Failed, Cancelled };
struct Outcome {
    OutcomeResult result = OutcomeResult::Failed;
};

using Message = std::variant<Hello, Request, ChosenCertificate, ToSign, Reveal, Signatures, Refusal, Outcome>;

/// Characters that a text may not hold are replaced, too long ones cut, previews left out where there is no room.
[[nodiscard]] QByteArray write(const Message& message);
[[nodiscard]] Result<Message> read(const QByteArray& json);

} // namespace bidseal::relay
