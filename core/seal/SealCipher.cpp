#include "core/seal/SealCipher.h"

#include "core/base/platform/Process.h"
#include "core/certificate/AesGcm.h"
#include "core/certificate/OpenSsl.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::seal {

namespace {

using openssl::bytesOf;
using openssl::kGcmNonceSize;
static_assert(kGcmNonceSize + openssl::kGcmTagSize == kCipherOverhead);
static_assert(openssl::kGcmKeySize == kCipherKeySize);
constexpr std::uint64_t kMostMemory = 256 * 1024 * 1024; // bytes

using KeyBytes = std::array<unsigned char, kCipherKeySize>;

Secret secretOf(KeyBytes& bytes)
{
    auto secret = Secret::fromUtf8({ reinterpret_cast<const char*>(bytes.data()), bytes.size() });
    platform::wipe(bytes.data(), bytes.size());
    return secret;
}

tl::unexpected<Error> unavailable(const char* what)
{
    return failure(ErrorCode::SealStoreUnavailable, QString::fromLatin1(what));
}

std::uint64_t memoryFor(const PasswordCost& cost)
{
    return 128 * std::uint64_t(cost.r) * ((std::uint64_t(1) << cost.logN) + cost.p + 2); // RFC 7914, and room for B
}

} // namespace

Result<Secret> freshCipherKey()
{
    KeyBytes bytes {};
    if (RAND_priv_bytes(bytes.data(), int(bytes.size())) != 1)
        return unavailable("no randomness");
    return secretOf(bytes);
}

Result<QByteArray> randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(bytesOf(bytes), count) != 1)
        return unavailable("no randomness");
    return bytes;
}

Result<QByteArray> encrypted(const QByteArray& plain, const Secret& key, const QByteArray& context)
{
    auto nonce = randomBytes(kGcmNonceSize);
    if (!nonce)
        return nonce;
    const auto sealed = openssl::sealGcm(key, *nonce, context, plain);
    if (!sealed)
        return unavailable("AES-256-GCM does not encrypt");
    return nonce->append(*sealed);
}

std::optional<QByteArray> decrypted(const QByteArray& encrypted, const Secret& key, const QByteArray& context)
{
    if (encrypted.size() < kCipherOverhead)
        return {};
    return openssl::openGcm(key, encrypted.first(kGcmNonceSize), context, encrypted.mid(kGcmNonceSize));
}

bool isBearable(const PasswordCost& cost)
{
    // As many rounds as the largest memory takes: what is more parallel has less memory.
    return cost.logN >= 1 && cost.logN <= 20 && cost.r >= 1 && cost.p >= 1 && memoryFor(cost) <= kMostMemory
        && memoryFor(cost) * cost.p <= 4 * kMostMemory;
}

Result<Secret> keyFromPassword(const Secret& password, const QByteArray& salt, const PasswordCost& cost)
{
    KeyBytes bytes {};
    const auto text = password.view();
    if (!isBearable(cost)
        || EVP_PBE_scrypt(text.data(), text.size(), bytesOf(salt), std::size_t(salt.size()),
               std::uint64_t(1) << cost.logN, cost.r, cost.p, kMostMemory + 1024 * 1024, bytes.data(), bytes.size())
            != 1)
        return unavailable("scrypt does not run");
    return secretOf(bytes);
}

} // namespace bidseal::seal
