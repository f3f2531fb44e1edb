#include "TestSigner.h"

#include "core/certificate/OpenSsl.h"
#include "tests/support/ForeignProcess.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::test {

using certificate::Certificate;

namespace {

template <class T> T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(*result);
}

} // namespace

TestSigner::TestSigner(const demonstration::CertificateMint& mint, const demonstration::CertificateOrder& order)
    : m_minted(orDie(mint.issue(order)))
{
    std::vector<Certificate> issuers;
    for (const auto& der : m_minted.issuers)
        issuers.push_back(orDie(Certificate::fromDer(der)));
    m_chain = certificate::chainOf(orDie(Certificate::fromDer(m_minted.certificate)), issuers);
}

QByteArray TestSigner::sign(const QByteArray& bytes, cms::SignatureAlgorithm algorithm) const
{
    const auto* in = openssl::bytesOf(m_minted.privateKey);
    const openssl::Handle<EVP_PKEY, EVP_PKEY_free> key(
        d2i_AutoPrivateKey(nullptr, &in, static_cast<long>(m_minted.privateKey.size())));
    const openssl::Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    if (EVP_DigestSignInit_ex(
            context.get(), &keyContext, cms::digestName(algorithm.digest), nullptr, nullptr, key.get(), nullptr)
        != 1)
        qFatal("%s", qPrintable(openssl::takeErrors()));
    if (algorithm.scheme == cms::SignatureScheme::RsaPss
        && (EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) != 1
            || EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) != 1))
        qFatal("%s", qPrintable(openssl::takeErrors()));
    std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(context.get(), openssl::bytesOf(signature), &size, openssl::bytesOf(bytes),
            static_cast<std::size_t>(bytes.size()))
        != 1)
        qFatal("%s", qPrintable(openssl::takeErrors()));
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

QByteArray TestSigner::signedData(
    const QByteArray& document, cms::SignatureAlgorithm algorithm, cms::Profile profile) const
{
    const auto digest = digestOf(document, QString::fromLatin1(cms::digestName(algorithm.digest)));
    const auto pending = orDie(cms::PendingSignedData::create(
        m_chain, algorithm, { algorithm.digest, digest }, profile, QDateTime({ 2026, 6, 1 }, { 12, 0 }, Qt::UTC)));
    return orDie(pending.complete(sign(pending.signedAttributes(), algorithm)));
}

QByteArray digestOf(const QByteArray& data, const QString& name)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest {};
    std::size_t size = 0;
    if (!EVP_Q_digest(nullptr, name.toLatin1().constData(), nullptr, data.constData(),
            static_cast<std::size_t>(data.size()), digest.data(), &size))
        qFatal("no digest %s", qPrintable(name));
    return QByteArray(reinterpret_cast<const char*>(digest.data()), static_cast<qsizetype>(size));
}

cms::DigestSource digestsOf(const QByteArray& document)
{
    return [document](const QString& name) { return Result<QByteArray>(digestOf(document, name)); };
}

QString Workbench::write(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write test material");
    return file.fileName();
}

QByteArray Workbench::read(const QString& name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s was not written", qPrintable(name));
    return file.readAll();
}

QString Workbench::openssl(const QStringList& arguments) const
{
    testing::ForeignProcess process;
    process.setFolder(m_folder.path());
    process.setErrors(testing::ForeignProcess::Errors::WithOutput);
    process.start(u"openssl"_s, arguments);
    if (!process.waitForEnd(30'000))
        qFatal("openssl did not run");
    return QString::fromUtf8(process.takeOutput());
}

} // namespace bidseal::test
