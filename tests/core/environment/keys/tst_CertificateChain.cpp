#include "tests/core/environment/keys/KeyDesk.h"
#include "tests/support/ForeignTools.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using demonstration::CaLevels;
using demonstration::CertificateMint;
using demonstration::certificatePem;
using demonstration::KeyType;
using demonstration::MintedKey;
using demonstration::Validity;

namespace {

constexpr std::string_view kPin = "482913";

MintedKey keyOf(const CertificateMint& mint)
{
    const auto key = mint.issue({ .keyType = KeyType::P256, .validity = daysFromNow(-10, 400) });
    if (!key)
        qFatal("%s", qPrintable(key.error().detail));
    return *key;
}

/// A token with one key, and a policy that names roots.
struct Desk {
    SoftHsmTokens tokens;
    QTemporaryDir folder;
    Policy policy = standardPolicy();

    explicit Desk(const MintedKey& key) { tokens.add(u"T"_s, kPin, { { key, u"k"_s, "\x01" } }); }

    void trust(const QByteArray& pem)
    {
        const auto path = folder.filePath(u"root%1.pem"_s.arg(policy.trustedRoots.size()));
        QVERIFY(testing::writeFile(path, pem));
        policy.trustedRoots.append(path);
    }
    Finding measured() const
    {
        return test::measured("certificate-chain", withModules({ SoftHsmTokens::module() }), policy);
    }
};

} // namespace

class tst_CertificateChain : public QObject {
    Q_OBJECT

private:
    std::optional<CertificateMint> m_mint, m_other;

private Q_SLOTS:
    void initTestCase();
    void expectedRootPasses();
    void withoutRootsNobodyIsJudged();
    void missingIssuerIsTold();
    void foreignAuthorityIsTold();
    void expiredAuthorityIsTold();
    void alteredCertificateIsTold();
    void rootFileWithoutCertificateCouldNotTell();
};

void tst_CertificateChain::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    m_mint = std::move(*CertificateMint::create(CaLevels::WithIntermediate));
    m_other = std::move(*CertificateMint::create());
}

void tst_CertificateChain::expectedRootPasses()
{
    Desk desk(keyOf(*m_mint));
    desk.trust(certificatePem(m_other->rootCertificate()));
    desk.trust(certificatePem(m_mint->rootCertificate()));
    const auto finding = desk.measured();
    QCOMPARE(finding.outcome, Outcome::Passed);
    QCOMPARE(finding.code, u"trusted"_s);
}

void tst_CertificateChain::withoutRootsNobodyIsJudged()
{
    const Desk desk(keyOf(*m_mint));
    const auto finding = desk.measured();
    QCOMPARE(finding.outcome, Outcome::NotApplicable);
    QCOMPARE(finding.code, u"no-roots"_s);
}

void tst_CertificateChain::missingIssuerIsTold()
{
    auto key = keyOf(*m_mint);
    key.issuers.clear();
    Desk desk(key);
    desk.trust(certificatePem(m_mint->rootCertificate()));
    const auto finding = desk.measured();
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"issuer-unknown"_s);
    QVERIFY2(foundText(finding).contains(u"Sample Issuing CA"_s), qPrintable(foundText(finding)));
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateChain::foreignAuthorityIsTold()
{
    Desk desk(keyOf(*m_mint));
    desk.trust(certificatePem(m_other->rootCertificate()));
    const auto finding = desk.measured();
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"root-unknown"_s);
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateChain::expiredAuthorityIsTold()
{
    const auto old = std::move(*CertificateMint::create(CaLevels::WithIntermediate, daysFromNow(-900, -2)));
    Desk desk(keyOf(old));
    desk.trust(certificatePem(old.rootCertificate()));
    const auto finding = desk.measured();
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"issuer-expired"_s);
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateChain::alteredCertificateIsTold()
{
    auto key = keyOf(*m_mint);
    // A letter of its holder's name is another one.
    const auto name = demonstration::sampleSupplier().name.toUtf8();
    const auto changed = QByteArray(name).replace(u"示例"_s.toUtf8(), u"模范"_s.toUtf8());
    key.certificate.replace(name, changed);
    Desk desk(key);
    desk.trust(certificatePem(m_mint->rootCertificate()));
    const auto finding = desk.measured();
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"signature-wrong"_s);
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateChain::rootFileWithoutCertificateCouldNotTell()
{
    Desk desk(keyOf(*m_mint));
    desk.trust("not a certificate");
    const auto finding = desk.measured();
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    QVERIFY(!finding.remedy.text.isEmpty());
    QCOMPARE(missingIn(finding), QString());
}

QTEST_GUILESS_MAIN(tst_CertificateChain)
#include "tst_CertificateChain.moc"
