#include "core/certificate/AesGcm.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <limits>

namespace bidseal::openssl {

namespace {

using Cipher = Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
enum class Direction { Open = 0, Seal = 1 };

bool fitsOneCall(const QByteArray& bytes) { return bytes.size() < std::numeric_limits<int>::max() - kGcmTagSize; }

/// Ready for the text: key, nonce and data are in. Null where something does not fit.
Cipher start(Direction direction, const Secret& key, const QByteArray& nonce, const QByteArray& data)
{
    if (key.size() != kGcmKeySize || nonce.size() != kGcmNonceSize || !fitsOneCall(data))
        return {};
    Cipher cipher(EVP_CIPHER_CTX_new());
    int size = 0;
    const auto* keyBytes = reinterpret_cast<const unsigned char*>(key.view().data());
    const bool isReady = cipher
        && EVP_CipherInit_ex2(
               cipher.get(), EVP_aes_256_gcm(), keyBytes, bytesOf(nonce), static_cast<int>(direction), nullptr)
            == 1
        && EVP_CipherUpdate(cipher.get(), nullptr, &size, bytesOf(data), static_cast<int>(data.size())) == 1;
    return isReady ? std::move(cipher) : Cipher();
}

} // namespace

std::optional<QByteArray> sealGcm(
    const Secret& key, const QByteArray& nonce, const QByteArray& data, const QByteArray& plain)
{
    const auto cipher = fitsOneCall(plain) ? start(Direction::Seal, key, nonce, data) : Cipher();
    QByteArray sealed(plain.size() + kGcmTagSize, Qt::Uninitialized);
    auto* const out = bytesOf(sealed);
    auto* const end = out + plain.size();
    int size = 0;
    const bool isDone = cipher
        && EVP_CipherUpdate(cipher.get(), out, &size, bytesOf(plain), static_cast<int>(plain.size())) == 1
        && EVP_CipherFinal_ex(cipher.get(), end, &size) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, kGcmTagSize, end) == 1;
    ERR_clear_error();
    return isDone ? std::optional(sealed) : std::nullopt;
}

std::optional<QByteArray> openGcm(
    const Secret& key, const QByteArray& nonce, const QByteArray& data, const QByteArray& sealed)
{
    if (sealed.size() < kGcmTagSize || !fitsOneCall(sealed))
        return {};
    const auto cipher = start(Direction::Open, key, nonce, data);
    const auto size = sealed.size() - kGcmTagSize;
    QByteArray plain(size + 1, Qt::Uninitialized); // never without an address, which OpenSSL takes for `data`
    QByteArray tag = sealed.last(kGcmTagSize);
    int written = 0;
    const bool isWhole = cipher
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, kGcmTagSize, tag.data()) == 1
        && EVP_CipherUpdate(cipher.get(), bytesOf(plain), &written, bytesOf(sealed), static_cast<int>(size)) == 1
        && EVP_CipherFinal_ex(cipher.get(), bytesOf(plain) + size, &written) == 1;
    ERR_clear_error();
    if (!isWhole)
        return {};
    plain.chop(1);
    return plain;
}

} // namespace bidseal::openssl
