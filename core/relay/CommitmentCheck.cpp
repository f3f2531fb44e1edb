#include "core/relay/KeySchedule.h"

#include <openssl/crypto.h>

namespace bidseal::relay {

bool keepsCommitment(
    const QByteArray& committed, const QByteArray& session, const QByteArray& phoneKey, const QByteArray& nonce)
{
    const auto expected = commitment(session, phoneKey, nonce);
    return committed.size() == expected.size()
        && CRYPTO_memcmp(committed.constData(), expected.constData(), static_cast<std::size_t>(expected.size())) == 0;
}

} // namespace bidseal::relay
