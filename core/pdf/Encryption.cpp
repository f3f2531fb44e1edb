#include "core/pdf/Encryption.h"

#include "core/base/platform/Process.h"
#include "core/pdf/Fault.h"
#include "core/pdf/Values.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;
using PoDoFo::PdfDictionary;

namespace bidseal::pdf {

namespace {

constexpr std::size_t kAesBlock = 16;
constexpr std::size_t kLongestAes256Password = 127; ///< bytes, 7.6.4.3.3

/// 7.6.4.3.2, algorithm 2: what shorter passwords are padded with.
constexpr unsigned char kPadding[32] = { 0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF,
    0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A };

std::string_view padding() { return { reinterpret_cast<const char*>(kPadding), sizeof kPadding }; }

const unsigned char* bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

void wipe(std::string& text) { platform::wipe(text.data(), text.size()); }

[[noreturn]] void unsupported(const QString& detail) { fail(ErrorCode::DocumentEncryptionUnsupported, detail); }

std::string digest(const EVP_MD* algorithm, std::initializer_list<std::string_view> parts)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::string result(EVP_MAX_MD_SIZE, '\0');
    unsigned int length = 0;
    bool good = context && EVP_DigestInit_ex(context.get(), algorithm, nullptr) == 1;
    for (const std::string_view part : parts)
        good = good && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
    if (!good || EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(result.data()), &length) != 1)
        unsupported(u"a digest that the document's encryption needs is not available"_s);
    result.resize(length);
    return result;
}

enum class Direction { Encrypt, Decrypt };
enum class Padding { None, Pkcs7 };

/// Empty where the bytes do not decrypt.
std::string aes(const EVP_CIPHER* cipher, Direction direction, Padding padded, std::string_view key,
    std::string_view initial, std::string_view bytes)
{
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    std::string result(bytes.size() + kAesBlock, '\0');
    auto* out = reinterpret_cast<unsigned char*>(result.data());
    int first = 0;
    int last = 0;
    const bool good = context
        && EVP_CipherInit_ex(context.get(), cipher, nullptr, bytesOf(key), initial.empty() ? nullptr : bytesOf(initial),
               direction == Direction::Encrypt ? 1 : 0)
            == 1
        && EVP_CIPHER_CTX_set_padding(context.get(), padded == Padding::Pkcs7 ? 1 : 0) == 1
        && EVP_CipherUpdate(context.get(), out, &first, bytesOf(bytes), static_cast<int>(bytes.size())) == 1
        && EVP_CipherFinal_ex(context.get(), out + first, &last) == 1;
    result.resize(good ? static_cast<std::size_t>(first + last) : 0);
    return result;
}

/// RC4 in its 15 lines: OpenSSL 3 keeps it in the legacy provider, which is not everywhere.
std::string rc4(std::string_view key, std::string_view bytes)
{
    std::array<unsigned char, 256> state {};
    std::iota(state.begin(), state.end(), static_cast<unsigned char>(0));
    for (std::size_t i = 0, j = 0; i < 256; ++i) {
        j = (j + state[i] + bytesOf(key)[i % key.size()]) & 255;
        std::swap(state[i], state[j]);
    }
    std::string result(bytes);
    std::size_t i = 0;
    std::size_t j = 0;
    for (char& c : result) {
        i = (i + 1) & 255;
        j = (j + state[i]) & 255;
        std::swap(state[i], state[j]);
        c = static_cast<char>(static_cast<unsigned char>(c) ^ state[(state[i] + state[j]) & 255]);
    }
    return result;
}

/// Algorithms 3 and 5: twenty passes, each with the key xored with its number.
enum class Order { Forwards, Backwards };
std::string rc4TwentyTimes(std::string_view key, std::string bytes, Order order)
{
    for (int pass = 0; pass < 20; ++pass) {
        std::string changed(key);
        for (char& c : changed)
            c = static_cast<char>(c ^ (order == Order::Forwards ? pass : 19 - pass));
        bytes = rc4(changed, bytes);
    }
    return bytes;
}

std::string paddedPassword(std::string_view password)
{
    std::string padded(password.substr(0, 32));
    padded += padding().substr(0, 32 - padded.size());
    return padded;
}

bool sameBytes(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

/// Algorithm 2.B, the hash of revision 6; revision 5 takes one SHA-256.
std::string hash2B(int revision, std::string_view password, std::string_view salt, std::string_view userKey)
{
    std::string k = digest(EVP_sha256(), { password, salt, userKey });
    if (revision < 6)
        return k;
    for (int round = 0;; ++round) {
        std::string repeated;
        for (int i = 0; i < 64; ++i)
            repeated.append(password).append(k).append(userKey);
        const std::string e = aes(EVP_aes_128_cbc(), Direction::Encrypt, Padding::None,
            std::string_view(k).substr(0, 16), std::string_view(k).substr(16, 16), repeated);
        wipe(repeated);
        int remainder = 0;
        for (int i = 0; i < 16; ++i)
            remainder += static_cast<unsigned char>(e[static_cast<std::size_t>(i)]);
        const EVP_MD* const next[] = { EVP_sha256(), EVP_sha384(), EVP_sha512() };
        k = digest(next[remainder % 3], { e });
        if (round >= 63 && static_cast<unsigned char>(e.back()) <= round - 31)
            break;
    }
    k.resize(32);
    return k;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void wipe(QString& text) { platform::wipe(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar)); }

/// Revisions 2 to 4 know passwords in PDFDocEncoding; readers agree on Latin-1 where that can say it, and on the bytes
/// of UTF-8 where it cannot.
std::string latin1Password(std::string_view utf8)
{
    if (isAscii(utf8))
        return std::string(utf8);
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    std::string latin1;
    latin1.reserve(utf8.size()); // no smaller buffer is left behind
    const bool fits = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() <= 0xff; });
    for (const QChar c : std::as_const(text))
        latin1 += static_cast<char>(c.unicode());
    wipe(text);
    return fits ? latin1 : std::string(utf8);
}

/// SASLprep (RFC 4013) without its prohibitions: nobody could have chosen what they prohibit.
std::string preparedPassword(std::string_view utf8)
{
    if (isAscii(utf8))
        return std::string(utf8.substr(0, kLongestAes256Password));
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    QString normal = text.normalized(QString::NormalizationForm_KC);
    QByteArray bytes = normal.toUtf8();
    std::string prepared(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    prepared.resize(std::min(prepared.size(), kLongestAes256Password));
    platform::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    wipe(normal);
    wipe(text);
    return prepared;
}

qint64 requiredInteger(const PdfDictionary& dictionary, const char* key)
{
    const auto value = integerOf(dictionary.GetKey(key));
    if (!value)
        damaged(u"/Encrypt without /%1"_s.arg(QString::fromLatin1(key)));
    return *value;
}

std::string requiredBytes(const PdfDictionary& dictionary, const char* key, std::size_t length)
{
    std::string bytes = bidseal::pdf::bytesOf(dictionary.GetKey(key));
    if (bytes.size() < length)
        damaged(u"/%1 of /Encrypt is too short"_s.arg(QString::fromLatin1(key)));
    bytes.resize(length); // some writers pad with zeros
    return bytes;
}

/// 7.6.6: the filter for streams and the one for strings must be the same; an update could not tell them apart.
std::string cryptFilterMethod(const PdfDictionary& dictionary)
{
    const std::string forStreams = nameOf(dictionary.GetKey("StmF"));
    const std::string forStrings = nameOf(dictionary.GetKey("StrF"));
    const auto* filters = dictionaryOf(dictionary.GetKey("CF"));
    if (forStreams.empty() || forStreams != forStrings || !filters)
        unsupported(u"crypt filters for strings and streams differ or are missing"_s);
    const auto* filter = dictionaryOf(filters->GetKey(forStreams));
    if (!filter)
        unsupported(u"the crypt filter is not in /CF"_s);
    return nameOf(filter->GetKey("CFM"));
}

} // namespace

struct Encryption::Parameters {
    int revision = 0;
    std::size_t keyLength = 0; ///< bytes
    bool encryptsMetadata = true;
    std::string owner, user, ownerKey, userKey, permissions;
    std::string fileId;
};

Encryption::Encryption(const PdfDictionary& dictionary, const std::string& fileId, const Secret* password)
{
    if (nameOf(dictionary.GetKey("Filter")) != "Standard")
        unsupported(u"the security handler is not the standard one"_s);
    const qint64 version = requiredInteger(dictionary, "V");
    const qint64 revision = requiredInteger(dictionary, "R");
    m_permissions = static_cast<qint32>(requiredInteger(dictionary, "P"));

    Parameters parameters;
    parameters.revision = static_cast<int>(revision);
    parameters.fileId = fileId;
    const auto* metadata = dictionary.GetKey("EncryptMetadata");
    parameters.encryptsMetadata = !metadata || !metadata->IsBool() || metadata->GetBool();

    const bool isKnown = (version == 1 && (revision == 2 || revision == 3)) || (version == 2 && revision == 3)
        || (version == 4 && revision == 4) || (version == 5 && (revision == 5 || revision == 6));
    if (!isKnown)
        unsupported(u"encryption V %1 R %2"_s.arg(version).arg(revision));

    const qint64 bits = version == 1 ? 40 : version >= 4 ? 128 : integerOf(dictionary.GetKey("Length")).value_or(40);
    if (bits < 40 || bits > 128 || bits % 8 != 0)
        unsupported(u"a key of %1 bits"_s.arg(bits));
    parameters.keyLength = static_cast<std::size_t>(bits / 8);

    const std::string method = version >= 4 ? cryptFilterMethod(dictionary) : "V2";
    if (method == "V2" && version < 5)
        m_cipher = Cipher::Rc4;
    else if (method == "AESV2" && version == 4)
        m_cipher = Cipher::Aes128;
    else if (method == "AESV3" && version == 5)
        m_cipher = Cipher::Aes256;
    else
        unsupported(u"crypt filter method %1"_s.arg(QString::fromLatin1(method.c_str())));

    const std::size_t length = version == 5 ? 48 : 32;
    parameters.owner = requiredBytes(dictionary, "O", length);
    parameters.user = requiredBytes(dictionary, "U", length);
    if (version == 5) {
        parameters.ownerKey = requiredBytes(dictionary, "OE", 32);
        parameters.userKey = requiredBytes(dictionary, "UE", 32);
        parameters.permissions = requiredBytes(dictionary, "Perms", 16);
    }

    // The given password first: it may be the owner's, which lifts the restrictions.
    const bool given = password && !password->isEmpty();
    if (given && unlock(parameters, password->view()))
        return;
    if (!unlock(parameters, {}))
        fail(given ? ErrorCode::DocumentPasswordWrong : ErrorCode::DocumentPasswordNeeded, {});
}

Encryption::~Encryption() { wipe(m_key); }

bool Encryption::unlock(const Parameters& parameters, std::string_view password)
{
    if (parameters.revision < 5)
        return unlockLegacy(parameters, password);
    if (!unlockAes256(parameters, password))
        return false;
    checkPermissions(parameters);
    return true;
}

/// Algorithms 2, 4 to 7.
bool Encryption::unlockLegacy(const Parameters& p, std::string_view password)
{
    const auto keyFor = [&](std::string_view padded) {
        const auto permissions = static_cast<quint32>(m_permissions);
        const char littleEndian[4] = { static_cast<char>(permissions), static_cast<char>(permissions >> 8),
            static_cast<char>(permissions >> 16), static_cast<char>(permissions >> 24) };
        const bool mark = p.revision >= 4 && !p.encryptsMetadata;
        std::string key = digest(EVP_md5(),
            { padded, p.owner, std::string_view(littleEndian, 4), p.fileId, mark ? "\xff\xff\xff\xff" : "" });
        for (int i = 0; p.revision >= 3 && i < 50; ++i)
            key = digest(EVP_md5(), { std::string_view(key).substr(0, p.keyLength) });
        key.resize(p.keyLength);
        return key;
    };
    const auto isUsers = [&](const std::string& key) {
        if (p.revision == 2)
            return sameBytes(rc4(key, padding()), p.user);
        const std::string hash = digest(EVP_md5(), { padding(), p.fileId });
        return sameBytes(rc4TwentyTimes(key, hash, Order::Forwards), std::string_view(p.user).substr(0, 16));
    };
    std::string encoded = latin1Password(password);
    std::string padded = paddedPassword(encoded);
    wipe(encoded);

    // As the owner's: it decrypts /O to the user's password.
    std::string ownerKey = digest(EVP_md5(), { padded });
    for (int i = 0; p.revision >= 3 && i < 50; ++i)
        ownerKey = digest(EVP_md5(), { std::string_view(ownerKey).substr(0, p.keyLength) });
    ownerKey.resize(p.keyLength);
    std::string usersPassword
        = p.revision == 2 ? rc4(ownerKey, p.owner) : rc4TwentyTimes(ownerKey, p.owner, Order::Backwards);
    const std::string byOwner = keyFor(usersPassword);
    const std::string byUser = keyFor(padded);
    wipe(usersPassword);
    wipe(padded);
    // An empty password opens as the user even where the writer derived /O from it as well.
    if (!password.empty() && isUsers(byOwner)) {
        m_key = byOwner;
        m_access = Access::Owner;
        return true;
    }
    if (!isUsers(byUser))
        return false;
    m_key = byUser;
    m_access = Access::User;
    return true;
}

/// Algorithms 2.A, 11 and 12. /O and /U: 32 bytes hash, 8 bytes validation salt, 8 bytes key salt.
bool Encryption::unlockAes256(const Parameters& p, std::string_view password)
{
    std::string secret = preparedPassword(password);
    const std::string_view owner = p.owner;
    const std::string_view user = p.user;
    const std::string noInitial(kAesBlock, '\0');
    const auto fileKey = [&](std::string_view salt, std::string_view userKey, std::string_view wrapped) {
        const std::string intermediate = hash2B(p.revision, secret, salt, userKey);
        return aes(EVP_aes_256_cbc(), Direction::Decrypt, Padding::None, intermediate, noInitial, wrapped);
    };

    bool unlocked = true;
    if (!password.empty() && sameBytes(hash2B(p.revision, secret, owner.substr(32, 8), user), owner.substr(0, 32))) {
        m_key = fileKey(owner.substr(40, 8), user, p.ownerKey);
        m_access = Access::Owner;
    } else if (sameBytes(hash2B(p.revision, secret, user.substr(32, 8), {}), user.substr(0, 32))) {
        m_key = fileKey(user.substr(40, 8), {}, p.userKey);
        m_access = Access::User;
    } else {
        unlocked = false;
    }
    wipe(secret);
    return unlocked && m_key.size() == 32;
}

/// Algorithm 13: /P is in the clear, /Perms says what it was.
void Encryption::checkPermissions(const Parameters& p) const
{
    const std::string clear = aes(EVP_aes_256_ecb(), Direction::Decrypt, Padding::None, m_key, {}, p.permissions);
    if (clear.size() != kAesBlock || clear.substr(9, 3) != "adb")
        damaged(u"/Perms of /Encrypt does not decrypt"_s);
    const auto permissions = static_cast<quint32>(m_permissions);
    for (std::size_t i = 0; i < 4; ++i) {
        if (clear[i] != static_cast<char>(permissions >> (8 * i)))
            damaged(u"/P of /Encrypt is not what /Perms says"_s);
    }
}

bool Encryption::permits(int bit) const
{
    return m_access == Access::Owner || (static_cast<quint32>(m_permissions) >> (bit - 1) & 1u) != 0;
}

bool Encryption::mayModify() const { return permits(4); }
bool Encryption::mayAnnotate() const { return permits(6); }
bool Encryption::mayFillForms() const { return permits(9); }

/// Algorithm 1.
std::string Encryption::objectKey(int number, int generation) const
{
    if (m_cipher == Cipher::Aes256)
        return m_key;
    const char suffix[5] = { static_cast<char>(number), static_cast<char>(number >> 8), static_cast<char>(number >> 16),
        static_cast<char>(generation), static_cast<char>(generation >> 8) };
    std::string key = digest(
        EVP_md5(), { m_key, std::string_view(suffix, sizeof suffix), m_cipher == Cipher::Aes128 ? "sAlT" : "" });
    key.resize(std::min<std::size_t>(m_key.size() + 5, 16));
    return key;
}

std::string Encryption::decrypt(int number, int generation, std::string_view bytes) const
{
    const std::string key = objectKey(number, generation);
    if (m_cipher == Cipher::Rc4)
        return rc4(key, bytes);
    if (bytes.size() < 2 * kAesBlock || bytes.size() % kAesBlock != 0)
        return {}; // an empty string that was left as it is, or damage
    return aes(m_cipher == Cipher::Aes128 ? EVP_aes_128_cbc() : EVP_aes_256_cbc(), Direction::Decrypt, Padding::Pkcs7,
        key, bytes.substr(0, kAesBlock), bytes.substr(kAesBlock));
}

std::string Encryption::encrypt(int number, int generation, std::string_view bytes) const
{
    const std::string key = objectKey(number, generation);
    if (m_cipher == Cipher::Rc4)
        return rc4(key, bytes);
    std::string initial(kAesBlock, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(initial.data()), static_cast<int>(initial.size())) != 1)
        fail(ErrorCode::InternalFault, u"no random bytes"_s);
    return initial
        + aes(m_cipher == Cipher::Aes128 ? EVP_aes_128_cbc() : EVP_aes_256_cbc(), Direction::Encrypt, Padding::Pkcs7,
            key, initial, bytes);
}

} // namespace bidseal::pdf
