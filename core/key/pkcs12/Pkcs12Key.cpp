#include "core/key/pkcs12/Pkcs12Key.h"

#include "core/certificate/IdentityNumber.h"
#include "core/certificate/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::key {

namespace {

using certificate::Certificate;
using KeyFile = openssl::Handle<PKCS12, PKCS12_free>;
using PrivateKey = openssl::Handle<EVP_PKEY, EVP_PKEY_free>;
using Context = openssl::Handle<EVP_MD_CTX, EVP_MD_CTX_free>;

constexpr qint64 kLargestFile = 1024 * 1024; // bytes; real ones have 2 to 10 KB

ErrorFacts named(const QString& path)
{
    return { .name = QFileInfo(path).fileName(), .date = {}, .bytes = {}, .page = {} };
}

tl::unexpected<Error> unreadable(const QString& path, const QString& detail)
{
    return failure(ErrorCode::KeyFileUnreadable, detail, named(path));
}

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::FileNotFound, path, named(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotReadable, file.errorString(), named(path));
    const auto content = file.read(kLargestFile + 1);
    if (content.size() > kLargestFile)
        return unreadable(path, u"larger than a key file may be"_s);
    return content;
}

Result<KeyFile> readKeyFile(const QString& path)
{
    const auto content = readFile(path);
    if (!content)
        return failure(content.error());
    const auto* in = openssl::bytesOf(*content);
    KeyFile file(d2i_PKCS12(nullptr, &in, static_cast<long>(content->size())));
    if (!file)
        return unreadable(path, openssl::takeErrors());
    if (!PKCS12_mac_present(file.get())) // without it a wrong password could not be told from a damaged file
        return unreadable(path, u"no MAC in it"_s);
    return file;
}

/// A file that opens with no password, or with an empty one, asks for none.
bool needsPassword(PKCS12* file)
{
    const bool needs = !PKCS12_verify_mac(file, nullptr, 0) && !PKCS12_verify_mac(file, "", 0);
    ERR_clear_error();
    return needs;
}

/// `password` ends with a NUL, because OpenSSL takes it so; null for a file without.
Status checkPassword(PKCS12* file, const QString& path, const char* password)
{
    if (!password || PKCS12_verify_mac(file, password, -1))
        return {};
    const auto problem = openssl::takeErrors();
    if (!problem.isEmpty())
        return unreadable(path, problem); // the check itself could not be made
    return failure(ErrorCode::KeyFilePasswordWrong, u"the file's MAC does not verify"_s, named(path));
}

Result<std::vector<Certificate>> chainFrom(const X509* own, const STACK_OF(X509) * others)
{
    auto signer = Certificate::fromDer(openssl::toDer(own, i2d_X509));
    if (!signer)
        return failure(signer.error());
    std::vector<Certificate> pool;
    for (int i = 0; i < sk_X509_num(others); ++i) {
        if (auto other = Certificate::fromDer(openssl::toDer(sk_X509_value(others, i), i2d_X509)))
            pool.push_back(std::move(*other));
    }
    return certificate::chainOf(*signer, pool);
}

bool fitsKey(const EVP_PKEY* key, cms::SignatureScheme scheme)
{
    switch (scheme) {
    case cms::SignatureScheme::RsaPkcs1:
    case cms::SignatureScheme::RsaPss:
        return EVP_PKEY_is_a(key, "RSA");
    case cms::SignatureScheme::Ecdsa:
        return EVP_PKEY_is_a(key, "EC");
    }
    return false;
}

bool setPadding(EVP_PKEY_CTX* context, cms::SignatureScheme scheme)
{
    return scheme != cms::SignatureScheme::RsaPss
        || (EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1);
}

Result<QByteArray> signatureOf(EVP_PKEY* key, const QByteArray& bytes, cms::SignatureAlgorithm algorithm)
{
    const Context context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(key));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    const bool done = context
        && EVP_DigestSignInit_ex(
               context.get(), &keyContext, cms::digestName(algorithm.digest), nullptr, nullptr, key, nullptr)
            == 1
        && setPadding(keyContext, algorithm.scheme)
        && EVP_DigestSign(context.get(), openssl::bytesOf(signature), &size, openssl::bytesOf(bytes),
               static_cast<std::size_t>(bytes.size()))
            == 1;
    if (!done)
        return failure(ErrorCode::KeyUnsupported, openssl::takeErrors());
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

} // namespace

struct Pkcs12Key::Opened {
    PrivateKey key;
    std::vector<Certificate> chain;

    [[nodiscard]] static Result<std::unique_ptr<Opened>> from(PKCS12* file, const QString& path, const char* password);
};

Result<std::unique_ptr<Pkcs12Key::Opened>> Pkcs12Key::Opened::from(
    PKCS12* file, const QString& path, const char* password)
{
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const bool parsed = PKCS12_parse(file, password, &key, &certificate, &others) == 1;
    auto opened = std::make_unique<Opened>();
    opened->key.reset(key);
    const openssl::Handle<X509, X509_free> ownCertificate(certificate);
    const auto freeAll = [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); };
    const std::unique_ptr<STACK_OF(X509), decltype(freeAll)> otherCertificates(others, freeAll);

    if (!parsed || !key)
        return unreadable(path, parsed ? u"no private key in it"_s : openssl::takeErrors());
    if (!certificate) // PKCS12_parse gives only one whose public key is the private key's
        return failure(ErrorCode::KeyWithoutCertificate, u"no certificate for the private key"_s, named(path));
    auto chain = chainFrom(certificate, others);
    if (!chain)
        return unreadable(path, chain.error().detail);
    opened->chain = std::move(*chain);
    return opened;
}

Pkcs12Key::Pkcs12Key(QString path, PinSource password)
    : m_path(std::move(path))
    , m_password(std::move(password))
{
}

Pkcs12Key::~Pkcs12Key() = default;

Status Pkcs12Key::open(const std::stop_token& stop)
{
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    if (m_opened)
        return {};
    // Without it only old files (RC2) stay closed, and they say so below.
    (void)openssl::loadLegacyAlgorithms();
    const auto file = readKeyFile(m_path);
    if (!file)
        return failure(file.error());

    Secret password;
    const char* terminated = nullptr;
    if (needsPassword(file->get())) {
        auto answer = m_password({ .holder = {}, .tokenLabel = QFileInfo(m_path).fileName() });
        if (!answer)
            return failure(answer.error());
        password = std::move(*answer);
        if (!password.append({ "\0", 1 }))
            return failure(ErrorCode::KeyFilePasswordWrong, u"longer than a password may be"_s, named(m_path));
        terminated = password.view().data();
    }
    if (const auto right = checkPassword(file->get(), m_path, terminated); !right)
        return right;
    auto opened = Opened::from(file->get(), m_path, terminated);
    if (!opened)
        return failure(opened.error());
    m_opened = std::move(*opened);
    return {};
}

Result<std::vector<Certificate>> Pkcs12Key::certificateChain(const DescribeDocuments&, std::stop_token stop)
{
    if (const auto status = open(stop); !status)
        return failure(status.error());
    return m_opened->chain;
}

Result<std::vector<QByteArray>> Pkcs12Key::sign(
    const std::vector<ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop)
{
    if (const auto status = open(stop); !status)
        return failure(status.error());
    if (!fitsKey(m_opened->key.get(), algorithm.scheme))
        return failure(ErrorCode::KeyUnsupported, u"the key does not sign in the way that was asked for"_s);
    std::vector<QByteArray> signatures;
    for (const auto& document : documents) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        auto signature = signatureOf(m_opened->key.get(), document.signedAttributes, algorithm);
        if (!signature)
            return failure(signature.error());
        signatures.push_back(std::move(*signature));
    }
    return signatures;
}

QString Pkcs12Key::description() const
{
    return u"p12:"_s + certificate::maskPersonalIds(QFileInfo(m_path).fileName());
}

} // namespace bidseal::key
