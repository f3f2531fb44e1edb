#include "core/relay/KeySchedule.h"

#include "core/certificate/OpenSsl.h"
#include "core/relay/Frame.h"
#include "core/relay/Wire.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::relay {

namespace {

using Key = openssl::Handle<EVP_PKEY, EVP_PKEY_free>;
using KeyContextHandle = openssl::Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

const unsigned char* bytesOf(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

/// What a primitive has computed, until it is in a page of its own.
class Block {
public:
    ~Block() { OPENSSL_cleanse(m_bytes.data(), m_bytes.size()); }
    [[nodiscard]] unsigned char* data() { return m_bytes.data(); }
    [[nodiscard]] std::string_view first(std::size_t count) const
    {
        return { reinterpret_cast<const char*>(m_bytes.data()), count };
    }
    [[nodiscard]] Secret secret() const { return Secret::fromUtf8(first(m_bytes.size())); }

private:
    std::array<unsigned char, wire::kKeyBytes> m_bytes {};
};

/// Into `result`: HMAC-SHA-256, whose 32 bytes are a Block.
void hmac(std::string_view key, std::string_view data, Block& result)
{
    if (!HMAC(
            EVP_sha256(), key.data(), static_cast<int>(key.size()), bytesOf(data), data.size(), result.data(), nullptr))
        qFatal("HMAC-SHA-256 is not available");
}

/// RFC 5869, 2.2.
Secret extract(std::string_view salt, std::string_view inputKey)
{
    static constexpr std::array<char, wire::kKeyBytes> kNoSalt {};
    Block prk;
    hmac(salt.empty() ? std::string_view(kNoSalt.data(), kNoSalt.size()) : salt, inputKey, prk);
    return prk.secret();
}

/// RFC 5869, 2.3. Nothing here wants more than the first block, T(1) = HMAC(prk, info ‖ 1).
void expand(const Secret& prk, const QByteArray& info, Block& result)
{
    const auto input = info + '\x01';
    hmac(prk.view(), { input.constData(), static_cast<std::size_t>(input.size()) }, result);
}

Secret expandToKey(const Secret& prk, const QByteArray& info)
{
    Block block;
    expand(prk, info, block);
    return block.secret();
}

Key privateKeyOf(const Secret& bytes)
{
    return Key(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, bytesOf(bytes.view()), bytes.size()));
}

QByteArray publicKeyOf(const Secret& privateKey)
{
    const auto key = privateKeyOf(privateKey);
    QByteArray bytes(static_cast<qsizetype>(wire::kKeyBytes), '\0');
    auto size = wire::kKeyBytes;
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), openssl::bytesOf(bytes), &size) != 1 || size != wire::kKeyBytes)
        qFatal("X25519 is not available");
    return bytes;
}

QByteArray sha256(const QByteArray& data)
{
    QByteArray digest(SHA256_DIGEST_LENGTH, '\0');
    SHA256(openssl::bytesOf(data), static_cast<std::size_t>(data.size()), openssl::bytesOf(digest));
    return digest;
}

QByteArray framed(const KeyContext& context)
{
    return frame(context.desktopVersions) + frame(context.phoneVersions) + frame(context.session)
        + frame(context.origin) + frame(context.desktopKey) + frame(context.phoneKey);
}

} // namespace

KeyPair::KeyPair(Secret privateKey, QByteArray publicKey)
    : m_privateKey(std::move(privateKey))
    , m_publicKey(std::move(publicKey))
{
}

KeyPair KeyPair::generate() { return fromPrivateKey(randomSecret(static_cast<int>(wire::kKeyBytes))); }

KeyPair KeyPair::fromPrivateKey(const Secret& privateKey)
{
    Q_ASSERT(privateKey.size() == wire::kKeyBytes);
    return { privateKey.clone(), publicKeyOf(privateKey) };
}

Result<Secret> KeyPair::agree(const QByteArray& otherPublicKey) const
{
    const auto refused = [] {
        ERR_clear_error();
        return failure(ErrorCode::PhoneMessageInvalid, u"the other side's key is none that keys can be agreed with"_s);
    };
    const auto own = privateKeyOf(m_privateKey);
    const Key other(EVP_PKEY_new_raw_public_key(
        EVP_PKEY_X25519, nullptr, openssl::bytesOf(otherPublicKey), static_cast<std::size_t>(otherPublicKey.size())));
    const KeyContextHandle context(own ? EVP_PKEY_CTX_new(own.get(), nullptr) : nullptr);
    if (!other || !context)
        return refused();
    Block shared;
    auto size = wire::kKeyBytes;
    if (EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_derive_set_peer(context.get(), other.get()) != 1
        || EVP_PKEY_derive(context.get(), shared.data(), &size) != 1 || size != wire::kKeyBytes)
        return refused();
    // OpenSSL refuses an all-zero result by itself; RFC 7748, 6.1 leaves that open.
    static constexpr std::array<char, wire::kKeyBytes> kZeros {};
    if (CRYPTO_memcmp(shared.data(), kZeros.data(), kZeros.size()) == 0)
        return refused();
    return shared.secret();
}

QByteArray joinProof(const Secret& linkSecret)
{
    const auto prk = extract({}, linkSecret.view());
    Block proof;
    expand(prk, frame("bidseal join"), proof);
    const auto bytes = proof.first(wire::kKeyBytes);
    return { bytes.data(), static_cast<qsizetype>(bytes.size()) };
}

Secret helloKey(const Secret& linkSecret, const KeyContext& context)
{
    return expandToKey(extract({}, linkSecret.view()),
        frame("bidseal hello") + frame(context.session) + frame(context.origin) + frame(context.desktopVersions)
            + frame(context.desktopKey));
}

Result<SessionKeys> SessionKeys::derive(
    const Secret& linkSecret, const KeyPair& own, Side ownSide, const KeyContext& context)
{
    const auto shared = own.agree(ownSide == Side::Desktop ? context.phoneKey : context.desktopKey);
    if (!shared)
        return failure(shared.error());
    SessionKeys keys;
    keys.m_prk = extract(linkSecret.view(), shared->view());
    keys.m_desktopKey = expandToKey(keys.m_prk, frame("bidseal 1 desktop") + framed(context));
    keys.m_phoneKey = expandToKey(keys.m_prk, frame("bidseal 1 phone") + framed(context));
    return keys;
}

const Secret& SessionKeys::recordKey(Side sender) const { return sender == Side::Desktop ? m_desktopKey : m_phoneKey; }

QString SessionKeys::compareCode(const QByteArray& transcript) const
{
    constexpr int kDigits = 6;
    constexpr quint64 kCodes = 1'000'000;
    Block block;
    expand(m_prk, frame("bidseal 1 compare") + frame(transcript), block);
    return QString::number(qFromBigEndian<quint64>(block.data()) % kCodes).rightJustified(kDigits, u'0');
}

QByteArray commitment(const QByteArray& session, const QByteArray& phoneKey, const QByteArray& nonce)
{
    return sha256(frame("bidseal 1 commitment") + frame(session) + frame(phoneKey) + frame(nonce));
}

QByteArray transcriptDigest(const std::vector<QByteArray>& messages)
{
    auto framedMessages = frame("bidseal 1 transcript");
    for (const auto& message : messages)
        framedMessages += frame(message);
    return sha256(framedMessages);
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(openssl::bytesOf(bytes), count) != 1)
        qFatal("the system has no random numbers");
    return bytes;
}

Secret randomSecret(int count)
{
    Q_ASSERT(count == static_cast<int>(wire::kKeyBytes));
    Block block;
    if (RAND_priv_bytes(block.data(), count) != 1)
        qFatal("the system has no random numbers");
    return block.secret();
}

} // namespace bidseal::relay
