#pragma once

#include "core/base/Secret.h"

#include <QByteArray>

namespace bidseal::relay {

/// One side's X25519 keys, fresh for one session; the private one never leaves.
class KeyPair {
public:
    [[nodiscard]] static KeyPair generate();
    /// For the written test vectors.
    [[nodiscard]] static KeyPair fromPrivateKey(const Secret& privateKey);

    /// A deliberate second copy.
    [[nodiscard]] KeyPair clone() const { return { m_privateKey.clone(), m_publicKey }; }
    [[nodiscard]] const QByteArray& publicKey() const { return m_publicKey; }
    /// Errors: PhoneMessageInvalid (a key that is no point, or an all-zero result).
    [[nodiscard]] Result<Secret> agree(const QByteArray& otherPublicKey) const;

private:
    KeyPair(Secret privateKey, QByteArray publicKey);
    Secret m_privateKey;
    QByteArray m_publicKey;
};

enum class Side { Desktop, Phone };

/// Everything public that the keys depend on (docs/relay-protocol.md, 4.1).
struct KeyContext {
    QByteArray session, origin;
    QByteArray desktopVersions, phoneVersions;
    QByteArray desktopKey, phoneKey;
};

[[nodiscard]] QByteArray joinProof(const Secret& linkSecret);
[[nodiscard]] Secret helloKey(const Secret& linkSecret, const KeyContext& context); ///< the phone's part is not used

/// The keys of a joined session and the compare code that only its two ends can compute.
class SessionKeys {
public:
    /// Errors: PhoneMessageInvalid.
    [[nodiscard]] static Result<SessionKeys> derive(
        const Secret& linkSecret, const KeyPair& own, Side ownSide, const KeyContext& context);

    [[nodiscard]] const Secret& recordKey(Side sender) const;
    /// "042917". `transcript` is Transcript::digest().
    [[nodiscard]] QString compareCode(const QByteArray& transcript) const;

private:
    Secret m_prk, m_desktopKey, m_phoneKey;
};

/// C (4.3).
[[nodiscard]] QByteArray commitment(const QByteArray& session, const QByteArray& phoneKey, const QByteArray& nonce);
/// The desktop's one check of the revealed nonce; in a unit of its own (CommitmentCheck.cpp).
[[nodiscard]] bool keepsCommitment(
    const QByteArray& commitment, const QByteArray& session, const QByteArray& phoneKey, const QByteArray& nonce);

/// The talk messages hello, request, certificate, toSign, reveal, exactly as they were sent.
[[nodiscard]] QByteArray transcriptDigest(const std::vector<QByteArray>& messages);

[[nodiscard]] QByteArray randomBytes(int count);
[[nodiscard]] Secret randomSecret(int count);

} // namespace bidseal::relay
