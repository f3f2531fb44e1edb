#include "core/relay/RecordCipher.h"

#include "core/certificate/OpenSsl.h"
#include "core/relay/Frame.h"

#include <openssl/err.h>
#include <openssl/evp.h>

namespace bidseal::relay {

namespace {

using Cipher = openssl::Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
enum class Direction { Open = 0, Seal = 1 };

QByteArray nonceOf(std::uint32_t number) { return QByteArray(4, '\0') + bigEndian(static_cast<quint64>(number)); }

QByteArray additionalData(const QByteArray& session, Side sender, std::uint32_t number)
{
    return frame("bidseal record") + frame(session) + frame(sender == Side::Desktop ? "desktop" : "phone")
        + bigEndian(static_cast<quint32>(number));
}

const unsigned char* keyBytes(const Secret& key) { return reinterpret_cast<const unsigned char*>(key.view().data()); }

/// Ready for the text: key, nonce and additional data are in.
Cipher start(Direction direction, const Secret& key, const QByteArray& session, Side sender, std::uint32_t number)
{
    Q_ASSERT(key.size() == 32);
    Cipher cipher(EVP_CIPHER_CTX_new());
    const auto nonce = nonceOf(number);
    const auto data = additionalData(session, sender, number);
    int size = 0;
    if (!cipher
        || EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, keyBytes(key), openssl::bytesOf(nonce),
               static_cast<int>(direction))
            != 1
        || EVP_CipherUpdate(cipher.get(), nullptr, &size, openssl::bytesOf(data), static_cast<int>(data.size())) != 1)
        qFatal("AES-256-GCM is not available");
    return cipher;
}

} // namespace

QByteArray sealRecord(
    const Secret& key, const QByteArray& session, Side sender, std::uint32_t number, const QByteArray& plaintext)
{
    const auto cipher = start(Direction::Seal, key, session, sender, number);
    QByteArray record(plaintext.size() + kTagBytes, '\0');
    auto* out = openssl::bytesOf(record);
    int size = 0;
    int rest = 0;
    if (EVP_CipherUpdate(cipher.get(), out, &size, openssl::bytesOf(plaintext), static_cast<int>(plaintext.size())) != 1
        || EVP_CipherFinal_ex(cipher.get(), out + size, &rest) != 1
        || EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, kTagBytes, out + plaintext.size()) != 1)
        qFatal("AES-256-GCM is not available");
    return record;
}

std::optional<QByteArray> openRecord(
    const Secret& key, const QByteArray& session, Side sender, std::uint32_t number, const QByteArray& record)
{
    if (record.size() < kTagBytes)
        return std::nullopt;
    const auto cipher = start(Direction::Open, key, session, sender, number);
    auto tag = record.last(kTagBytes);
    QByteArray plaintext(record.size() - kTagBytes, '\0');
    auto* out = openssl::bytesOf(plaintext);
    int size = 0;
    int rest = 0;
    const bool isWhole = EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, kTagBytes, tag.data()) == 1
        && EVP_CipherUpdate(cipher.get(), out, &size, openssl::bytesOf(record), static_cast<int>(plaintext.size())) == 1
        && EVP_CipherFinal_ex(cipher.get(), out + size, &rest) == 1;
    ERR_clear_error();
    return isWhole ? std::optional(plaintext) : std::nullopt;
}

} // namespace bidseal::relay
