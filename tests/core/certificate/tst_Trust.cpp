#include "core/certificate/Trust.h"
#include "tests/support/OpensslAuthority.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::certificate;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow({ 2026, 6, 1 }, { 12, 0 }, Qt::UTC);

Certificate read(const QByteArray& der)
{
    const auto certificate = Certificate::fromDer(der);
    if (!certificate)
        qFatal("%s", qPrintable(certificate.error().detail));
    return *certificate;
}

CertificateMint mintOf(CaLevels levels, const Validity& validity = Validity::years(2020, 2045))
{
    auto mint = CertificateMint::create(levels, validity);
    if (!mint)
        qFatal("%s", qPrintable(mint.error().detail));
    return std::move(*mint);
}

MintedKey keyOf(const CertificateMint& mint, CertificateOrder order = {})
{
    order.keyType = KeyType::P256;
    const auto key = mint.issue(order);
    if (!key)
        qFatal("%s", qPrintable(key.error().detail));
    return *key;
}

} // namespace

class tst_Trust : public QObject {
    Q_OBJECT

private:
    CertificateMint m_mint = mintOf(CaLevels::WithIntermediate);
    MintedKey m_key = keyOf(m_mint);
    Certificate m_signer = read(m_key.certificate);
    Certificate m_issuer = read(m_key.issuers.at(0));
    Certificate m_root = read(m_key.issuers.at(1));

private Q_SLOTS:
    void followsToTheRoot();
    void anIssuerMayBeTrustedItself();
    void missingIssuerIsTold();
    void foreignRootIsTold();
    void noRootsTrustNobody();
    void expiredIssuerIsTold();
    void issuerOfTheFutureIsTold();
    void signersOwnDatesDoNotMatter();
    void alteredCertificateIsTold();
    void issuerWithoutAuthorityIsTold();
    void readsPemFiles();
    void tellsWhatMaySign();
};

void tst_Trust::followsToTheRoot()
{
    QCOMPARE(verifyChain(m_signer, { m_issuer }, { m_root }, kNow).trust, Trust::Trusted);
    QCOMPARE(verifyChain(m_signer, { m_root, m_signer, m_issuer }, { m_root }, kNow).trust, Trust::Trusted);
}

void tst_Trust::anIssuerMayBeTrustedItself()
{
    QCOMPARE(verifyChain(m_signer, {}, { m_issuer }, kNow).trust, Trust::Trusted);
}

void tst_Trust::missingIssuerIsTold()
{
    const auto verdict = verifyChain(m_signer, {}, { m_root }, kNow);
    QCOMPARE(verdict.trust, Trust::IssuerUnknown);
    QVERIFY(verdict.about && *verdict.about == m_signer);
    QVERIFY(!verdict.problem.isEmpty());
}

void tst_Trust::foreignRootIsTold()
{
    const auto other = mintOf(CaLevels::RootOnly);
    const auto verdict = verifyChain(m_signer, { m_issuer, m_root }, { read(other.rootCertificate()) }, kNow);
    QCOMPARE(verdict.trust, Trust::RootUnknown);
    QVERIFY(verdict.about && *verdict.about == m_root);
}

void tst_Trust::noRootsTrustNobody()
{
    QVERIFY(verifyChain(m_signer, { m_issuer, m_root }, {}, kNow).trust != Trust::Trusted);
}

void tst_Trust::expiredIssuerIsTold()
{
    const auto mint = mintOf(CaLevels::WithIntermediate, Validity::years(2015, 2026));
    const auto key = keyOf(mint);
    const auto verdict = verifyChain(read(key.certificate), { read(key.issuers[0]) }, { read(key.issuers[1]) }, kNow);
    QCOMPARE(verdict.trust, Trust::IssuerExpired);
}

void tst_Trust::issuerOfTheFutureIsTold()
{
    const auto mint = mintOf(CaLevels::WithIntermediate, Validity::years(2030, 2045));
    const auto key = keyOf(mint);
    const auto verdict = verifyChain(read(key.certificate), { read(key.issuers[0]) }, { read(key.issuers[1]) }, kNow);
    QCOMPARE(verdict.trust, Trust::IssuerNotYetValid);
}

void tst_Trust::signersOwnDatesDoNotMatter()
{
    const auto expired = read(keyOf(m_mint, { .validity = Validity::years(2021, 2022) }).certificate);
    QCOMPARE(verifyChain(expired, { m_issuer }, { m_root }, kNow).trust, Trust::Trusted);
}

void tst_Trust::alteredCertificateIsTold()
{
    // A year later: the same length, another content, the old signature.
    auto der = m_key.certificate;
    const auto until = der.indexOf("350101000000Z");
    QVERIFY(until > 0);
    der.replace(until, 2, "45");
    const auto altered = read(der);
    QCOMPARE(altered.validUntil().date().year(), 2045);
    QCOMPARE(verifyChain(altered, { m_issuer }, { m_root }, kNow).trust, Trust::SignatureWrong);
}

void tst_Trust::issuerWithoutAuthorityIsTold()
{
    // The openssl program signs for anybody whose key it is given.
    if (!test::OpensslAuthority::isInstalled())
        QSKIP("openssl is not installed");
    test::OpensslAuthority authority;
    const auto company = authority.issue(u"Sample Company"_s, { u"keyUsage=critical,digitalSignature"_s });
    const auto forged = authority.issueBy(company, u"Sample Bidder"_s);
    const auto verdict = verifyChain(read(forged.certificate), { read(company.certificate) },
        { read(authority.certificate()) }, QDateTime::currentDateTimeUtc());
    QVERIFY2(verdict.trust == Trust::IssuerNoAuthority || verdict.trust == Trust::IssuerUnknown,
        qPrintable(verdict.problem));
    const auto withoutUsage = authority.issue(u"Sample Company"_s, {});
    const auto other = authority.issueBy(withoutUsage, u"Sample Bidder"_s);
    const auto second = verifyChain(read(other.certificate), { read(withoutUsage.certificate) },
        { read(authority.certificate()) }, QDateTime::currentDateTimeUtc());
    QCOMPARE(second.trust, Trust::IssuerNoAuthority);
}

void tst_Trust::readsPemFiles()
{
    const auto both
        = certificatesFromPem(certificatePem(m_root.der()) + "something between\n" + certificatePem(m_issuer.der()));
    QCOMPARE(both.size(), std::size_t(2));
    QVERIFY(both[0] == m_root && both[1] == m_issuer);
    QVERIFY(certificatesFromPem("no certificate").empty());
    QVERIFY(certificatesFromPem({}).empty());
}

void tst_Trust::tellsWhatMaySign()
{
    QVERIFY(allowsSigning(m_signer));
    QVERIFY(allowsSigning(read(keyOf(m_mint, { .keyUse = KeyUse::Unstated }).certificate)));
    QVERIFY(!allowsSigning(read(keyOf(m_mint, { .keyUse = KeyUse::Encryption }).certificate)));
    QVERIFY(!allowsSigning(m_root));
    QVERIFY(isAuthority(m_root));
    QVERIFY(!isAuthority(m_signer));
}

QTEST_GUILESS_MAIN(tst_Trust)
#include "tst_Trust.moc"
