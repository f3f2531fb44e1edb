#pragma once

#include "core/base/Secret.h"
#include "resources/demonstration/CertificateMint.h"

namespace bidseal::demonstration {

enum class CertificateOnToken { Present, Missing };
enum class PinFor { EachLogin, EachSignature }; ///< the second is CKA_ALWAYS_AUTHENTICATE

struct TokenKeyOrder {
    MintedKey key {};
    QString label {};
    QByteArray id {}; ///< CKA_ID of key and certificate
    CertificateOnToken certificate = CertificateOnToken::Present;
    PinFor pinFor = PinFor::EachLogin;
    QByteArray earlierCertificate {}; ///< DER of the certificate before it was renewed; empty: there was none
};

/// SoftHSM's module on this computer, or the one that BIDSEAL_SOFTHSM names; empty where it is not installed.
[[nodiscard]] QString softHsmModule();

/// Prepares `folder` as a place for software tokens and gives the path of the configuration file that SoftHSM wants to
/// find in the environment variable SOFTHSM2_CONF.
[[nodiscard]] Result<QString> createTokenFolder(const QString& folder);

/// Adds a token with these keys, their certificates and issuers to the folder that SOFTHSM2_CONF names. It is made by
/// calls of SoftHSM inside this process, so that the PIN stands on no command line. The security officer's PIN is
/// random and forgotten. `label` is at most 32 bytes of UTF-8. Errors: ModuleNotFound, ModuleUnusable, TokenFailed.
[[nodiscard]] Status mintToken(const QString& label, const Secret& pin, const std::vector<TokenKeyOrder>& keys);

} // namespace bidseal::demonstration
