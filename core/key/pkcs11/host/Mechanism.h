#pragma once

#include "core/key/pkcs11/host/Session.h"

namespace bidseal::key::host {

/// How one token makes one kind of signature: which mechanism it offers, what goes into C_Sign, and what its answer
/// becomes.
class Mechanism {
public:
    /// Errors: KeyUnsupported.
    [[nodiscard]] static Result<Mechanism> choose(const Module& module, CK_SLOT_ID slot, const Session& session,
        CK_OBJECT_HANDLE key, cms::SignatureAlgorithm algorithm);

    /// Points into this object.
    [[nodiscard]] CK_MECHANISM raw() const;
    /// The bytes themselves, their digest, or a DigestInfo of it.
    [[nodiscard]] QByteArray inputFor(const QByteArray& bytes) const;
    /// ECDSA's r‖s becomes SEQUENCE{r, s} (RFC 3279, 2.2.3); RSA stays as it is.
    [[nodiscard]] Result<QByteArray> finished(const QByteArray& signature) const;

private:
    enum class Input { Bytes, Digest, DigestInfo };
    Mechanism(CK_MECHANISM_TYPE type, Input input, cms::SignatureAlgorithm algorithm);

    CK_MECHANISM_TYPE m_type;
    Input m_input;
    cms::SignatureAlgorithm m_algorithm;
    CK_RSA_PKCS_PSS_PARAMS m_pss {};
};

/// The DER of two unsigned big-endian numbers of the same width, as PKCS#11 gives them: r‖s. Empty when there is an odd
/// number of bytes or none.
[[nodiscard]] QByteArray derFromRawEcdsa(const QByteArray& raw);

} // namespace bidseal::key::host
