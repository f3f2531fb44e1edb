#include "core/seal/SealCipher.h"

#include "core/base/platform/Process.h"
#include "core/certificate/OpenSsl.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace bidseal::seal {

namespace {

using openssl::bytesOf;
using CipherContext = openssl::Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

constexpr int kNonceSize = 12;
constexpr int kTagSize = 16;
static_assert(kNonceSize + kTagSize == kCipherOverhead);
constexpr std::uint64_t kMostMemory = 256 * 1024 * 1024; // bytes

using KeyBytes = std::array<unsigned char, kCipherKeySize>;

const unsigned char* bytesOf(const Secret& secret)
{
    return reinterpret_cast<const unsigned char*>(secret.view().data());
}

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

bool isSizeForCipher(qsizetype size) { return size < std::numeric_limits<int>::max() - kCipherOverhead; }

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
    Q_ASSERT(key.size() == kCipherKeySize);
    if (!isSizeForCipher(plain.size()) || !isSizeForCipher(context.size()))
        return unavailable("too much to encrypt");
    auto nonce = randomBytes(kNonceSize);
    if (!nonce)
        return nonce;
    QByteArray result = std::move(*nonce);
    const qsizetype end = kNonceSize + plain.size();
    result.resize(end + kTagSize);
    auto* const out = bytesOf(result);
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int written = 0;
    const bool done = cipher && EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), bytesOf(key), out, nullptr) == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &written, bytesOf(context), int(context.size())) == 1
        && EVP_EncryptUpdate(cipher.get(), out + kNonceSize, &written, bytesOf(plain), int(plain.size())) == 1
        && EVP_EncryptFinal_ex(cipher.get(), out + end, &written) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagSize, out + end) == 1;
    if (!done)
        return unavailable("AES-256-GCM does not encrypt");
    return result;
}

std::optional<QByteArray> decrypted(const QByteArray& encrypted, const Secret& key, const QByteArray& context)
{
    if (key.size() != kCipherKeySize || encrypted.size() < kCipherOverhead || !isSizeForCipher(encrypted.size()))
        return {};
    const qsizetype size = encrypted.size() - kCipherOverhead;
    QByteArray plain(size + 1, Qt::Uninitialized); // never without an address, which OpenSSL takes for additional data
    QByteArray tag = encrypted.right(kTagSize);
    const auto* const in = bytesOf(encrypted);
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int written = 0;
    const bool fits = cipher && EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), bytesOf(key), in, nullptr) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &written, bytesOf(context), int(context.size())) == 1
        && EVP_DecryptUpdate(cipher.get(), bytesOf(plain), &written, in + kNonceSize, int(size)) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagSize, bytesOf(tag)) == 1
        && EVP_DecryptFinal_ex(cipher.get(), bytesOf(plain) + size, &written) == 1;
    if (!fits)
        return {};
    plain.chop(1);
    return plain;
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
