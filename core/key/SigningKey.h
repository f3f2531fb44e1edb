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

/// Asked at most once for each signature, on the working thread. Gives PinLastTry back where nobody has agreed to use the
/// last try, and Cancelled where the person would rather not. A PIN is never sent twice.
using PinSource = std::function<Result<Secret>(const PinQuestion&)>;

/// The one thing that differs between UKey, key file and phone.
class SigningKey {
public:
    virtual ~SigningKey() = default;

    /// The signer's certificate first, then the issuers that came with it.
    [[nodiscard]] virtual Result<std::vector<certificate::Certificate>> certificateChain(std::stop_token stop) = 0;
    /// Signs the bytes (not their digest). ECDSA comes back as DER SEQUENCE{r, s}.
    [[nodiscard]] virtual Result<QByteArray> sign(
        const QByteArray& bytes, cms::SignatureAlgorithm algorithm, std::stop_token stop) = 0;
    /// How the journal names it: a PKCS#11 URI without anything secret, "p12:company.p12".
    [[nodiscard]] virtual QString description() const = 0;
};

} // namespace bidseal::key
