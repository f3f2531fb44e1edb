#pragma once

#include "RawSide.h"

namespace bidseal::test {

/// Somebody who is the phone for an honest desktop (whose QR code was photographed), the desktop for an honest phone
/// (which has scanned a foreign code), and the relay between all of them; and wants both owners to see the same code.
/// docs/relay-protocol.md, 6: foreign QR code.
class MiddleAttack {
public:
    explicit MiddleAttack(const TestSigner& phoneOwner);

    /// In which session the attacker makes the last move, when the other session's code is known already.
    enum class LastMove {
        RevealToDesktop,
        ToSignToPhone,
    };
    /// What the attacker reveals to the desktop.
    enum class Nonce {
        Committed,
        Another, ///< any other
        Searched, ///< one with which the desktop shows the code that the phone shows
    };
    struct Codes {
        Result<QString> onDesktop = failure(ErrorCode::InternalFault);
        Result<QString> onPhone = failure(ErrorCode::InternalFault);

        [[nodiscard]] bool areEqual() const { return onDesktop && onPhone && *onDesktop == *onPhone; }
    };
    [[nodiscard]] Codes run(LastMove lastMove, Nonce nonce);

private:
    const TestSigner& m_owner;
    std::vector<relay::DocumentToSign> m_documents;
};

/// A nonce whose reveal, behind `said`, makes the code `code`. Searches with all processors; empty where 2^26 nonces
/// were not enough, which happens once in 10^29 searches.
[[nodiscard]] QByteArray nonceForCode(const QByteArray& prk, const std::vector<QByteArray>& said, const QString& code);

} // namespace bidseal::test
