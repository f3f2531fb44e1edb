#include "TestSigner.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::cms;
using namespace bidseal::demonstration;
using namespace bidseal::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDocument("%PDF-1.7 the bytes that a ByteRange covers");
const QDateTime kTime({ 2026, 6, 1 }, { 12, 0 }, Qt::UTC);

constexpr SignatureAlgorithm kRsaSha256 { SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha256 };
constexpr SignatureAlgorithm kEcdsaSha256 { SignatureScheme::Ecdsa, DigestAlgorithm::Sha256 };
constexpr SignatureAlgorithm kEcdsaSha384 { SignatureScheme::Ecdsa, DigestAlgorithm::Sha384 };

} // namespace

class tst_SignedData : public QObject {
    Q_OBJECT

private:
    std::optional<CertificateMint> m_mint;
    std::map<KeyType, TestSigner> m_signers;

    const TestSigner& signer(KeyType type)
    {
        auto found = m_signers.find(type);
        if (found == m_signers.end())
            found = m_signers.emplace(type, TestSigner(*m_mint, { .keyType = type })).first;
        return found->second;
    }

    PendingSignedData pending(const TestSigner& signer, SignatureAlgorithm algorithm, Profile profile)
    {
        const auto digest = digestOf(kDocument, QString::fromLatin1(digestName(algorithm.digest)));
        auto created
            = PendingSignedData::create(signer.chain(), algorithm, { algorithm.digest, digest }, profile, kTime);
        if (!created)
            qFatal("%s", qPrintable(created.error().detail));
        return *created;
    }

    static QString asn1(const QByteArray& der)
    {
        const Workbench bench;
        return bench.openssl({ u"asn1parse"_s, u"-inform"_s, u"DER"_s, u"-in"_s, bench.write(u"x.der"_s, der) });
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = CertificateMint::create(CaLevels::WithIntermediate);
        QVERIFY(mint);
        m_mint = std::move(*mint);
    }

    void everyAlgorithmIsAcceptedByOpenssl_data()
    {
        QTest::addColumn<KeyType>("keyType");
        QTest::addColumn<SignatureScheme>("scheme");
        QTest::addColumn<DigestAlgorithm>("digest");
        QTest::addColumn<Profile>("profile");
        QTest::addColumn<QString>("name");
        const auto row
            = [](const char* tag, KeyType type, SignatureScheme scheme, DigestAlgorithm digest, QString name) {
                  QTest::addRow("%s, PAdES", tag) << type << scheme << digest << Profile::PadesBaseline << name;
                  QTest::addRow("%s, Adobe", tag) << type << scheme << digest << Profile::Adobe << name;
              };
        row("RSA 2048, SHA-256", KeyType::Rsa2048, SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha256, u"RSA"_s);
        row("RSA 3072, SHA-512", KeyType::Rsa3072, SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha512, u"RSA"_s);
        row("PSS, SHA-256", KeyType::Rsa2048, SignatureScheme::RsaPss, DigestAlgorithm::Sha256, u"RSA-PSS"_s);
        row("PSS, SHA-384", KeyType::Rsa3072, SignatureScheme::RsaPss, DigestAlgorithm::Sha384, u"RSA-PSS"_s);
        row("PSS, SHA-512", KeyType::Rsa2048, SignatureScheme::RsaPss, DigestAlgorithm::Sha512, u"RSA-PSS"_s);
        row("P-256", KeyType::P256, SignatureScheme::Ecdsa, DigestAlgorithm::Sha256, u"ECDSA P-256"_s);
        row("P-384", KeyType::P384, SignatureScheme::Ecdsa, DigestAlgorithm::Sha384, u"ECDSA P-384"_s);
    }
    void everyAlgorithmIsAcceptedByOpenssl()
    {
        QFETCH(KeyType, keyType);
        QFETCH(SignatureScheme, scheme);
        QFETCH(DigestAlgorithm, digest);
        QFETCH(Profile, profile);
        QFETCH(QString, name);
        const auto cms = signer(keyType).signedData(kDocument, { scheme, digest }, profile);

        const Workbench bench;
        const auto verdict = bench.openssl({ u"cms"_s, u"-verify"_s, u"-cades"_s, u"-binary"_s, u"-inform"_s, u"DER"_s,
            u"-in"_s, bench.write(u"cms.der"_s, cms), u"-content"_s, bench.write(u"document"_s, kDocument),
            u"-CAfile"_s, bench.write(u"root.pem"_s, certificatePem(m_mint->rootCertificate())), u"-purpose"_s,
            u"any"_s, u"-attime"_s, QString::number(kTime.toSecsSinceEpoch()), u"-out"_s, bench.path(u"out"_s) });
        QVERIFY2(verdict.contains(u"CAdES Verification successful"), qPrintable(verdict));

        const auto report = inspect(cms, digestsOf(kDocument));
        QVERIFY(report);
        QVERIFY2(report->problem.isEmpty(), qPrintable(report->problem));
        QVERIFY(report->isDecidable && report->digestMatches && report->signatureMatches && report->signerIsBound);
        QCOMPARE(report->signer, std::optional(signer(keyType).certificate()));
        QCOMPARE(report->algorithmName, name);
    }

    void padesHasNoSigningTimeAndAdobeHasOne()
    {
        for (const auto profile : { Profile::PadesBaseline, Profile::Adobe }) {
            const auto attributes = asn1(pending(signer(KeyType::Rsa2048), kRsaSha256, profile).signedAttributes());
            QCOMPARE(attributes.count(u":signingTime"), profile == Profile::Adobe ? 1 : 0);
            QCOMPARE(attributes.count(u":contentType"), 1);
            QCOMPARE(attributes.count(u":messageDigest"), 1);
            QCOMPARE(attributes.count(u":id-smime-aa-signingCertificateV2"), 1);
        }
        const auto report
            = inspect(signer(KeyType::Rsa2048).signedData(kDocument, kRsaSha256, Profile::Adobe), digestsOf(kDocument));
        QVERIFY(report);
        QCOMPARE(report->signingTime, std::optional(kTime));
    }

    void theCertificatesHashLeavesTheDefaultOutAndNamesAnyOther()
    {
        const auto sha256
            = asn1(pending(signer(KeyType::P256), kEcdsaSha256, Profile::PadesBaseline).signedAttributes());
        QVERIFY2(!sha256.contains(u":sha256"), qPrintable(sha256)); // RFC 5035, 4: DER omits the default
        const auto sha384
            = asn1(pending(signer(KeyType::P384), kEcdsaSha384, Profile::PadesBaseline).signedAttributes());
        QVERIFY2(sha384.contains(u":sha384"), qPrintable(sha384));
    }

    void signedAttributesAreASortedSet()
    {
        const auto set = pending(signer(KeyType::Rsa2048), kRsaSha256, Profile::Adobe).signedAttributes();
        QCOMPARE(static_cast<unsigned char>(set[0]), 0x31);
        QVERIFY(static_cast<unsigned char>(set[1]) == 0x82 || static_cast<unsigned char>(set[1]) == 0x81);
        qsizetype at = set[1] == '\x82' ? 4 : 3;
        QByteArray before;
        int count = 0;
        while (at < set.size()) {
            QCOMPARE(set[at], '\x30');
            const auto first = static_cast<unsigned char>(set[at + 1]);
            const auto header = first < 0x80 ? 2 : first == 0x81 ? 3 : 4;
            qsizetype length = first;
            if (header > 2)
                length = set.mid(at + 2, header - 2).toHex().toInt(nullptr, 16);
            const auto attribute = set.mid(at, header + length);
            QVERIFY(before < attribute);
            before = attribute;
            at += attribute.size();
            ++count;
        }
        QCOMPARE(at, set.size());
        QCOMPARE(count, 4);
    }

    void issuersComeAlongAndTheRootDoesNot()
    {
        const auto& key = signer(KeyType::P256);
        const auto report
            = inspect(key.signedData(kDocument, kEcdsaSha256, Profile::PadesBaseline), digestsOf(kDocument));
        QVERIFY(report);
        QCOMPARE(report->certificates.size(), 2U);
        QCOMPARE(certificate::chainOf(*report->signer, report->certificates), key.chain());
    }

    void whatTheKeyAnsweredIsVerifiedFirst_data()
    {
        QTest::addColumn<KeyType>("keyType");
        QTest::addColumn<SignatureScheme>("scheme");
        QTest::newRow("RSA") << KeyType::Rsa2048 << SignatureScheme::RsaPkcs1;
        QTest::newRow("RSA-PSS") << KeyType::Rsa2048 << SignatureScheme::RsaPss;
        QTest::newRow("ECDSA") << KeyType::P256 << SignatureScheme::Ecdsa;
    }
    void whatTheKeyAnsweredIsVerifiedFirst()
    {
        QFETCH(KeyType, keyType);
        QFETCH(SignatureScheme, scheme);
        const SignatureAlgorithm algorithm { scheme, DigestAlgorithm::Sha256 };
        const auto open = pending(signer(keyType), algorithm, Profile::PadesBaseline);
        const auto good = signer(keyType).sign(open.signedAttributes(), algorithm);
        QVERIFY(open.complete(good));

        auto flipped = good;
        flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
        const TestSigner another(*m_mint, { .keyType = keyType });
        auto otherScheme = algorithm;
        if (scheme != SignatureScheme::Ecdsa)
            otherScheme.scheme
                = scheme == SignatureScheme::RsaPss ? SignatureScheme::RsaPkcs1 : SignatureScheme::RsaPss;
        else
            otherScheme.digest = DigestAlgorithm::Sha384;
        for (const auto& wrong : { QByteArray(), flipped, good.chopped(1), good + '\0',
                 another.sign(open.signedAttributes(), algorithm), signer(keyType).sign(kDocument, algorithm),
                 signer(keyType).sign(open.signedAttributes(), otherScheme) }) {
            const auto refused = open.complete(wrong);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::SignatureWrong);
        }
    }

    void anAlgorithmThatIsNotTheKeysIsRefused()
    {
        const DocumentDigest digest { DigestAlgorithm::Sha256, QByteArray(32, 'd') };
        const auto wrongKey = PendingSignedData::create(
            signer(KeyType::P256).chain(), kRsaSha256, digest, Profile::PadesBaseline, kTime);
        QVERIFY(!wrongKey);
        QCOMPARE(wrongKey.error().code, ErrorCode::KeyUnsupported);
        const auto sm2 = algorithmFor(signer(KeyType::Sm2).certificate());
        QVERIFY(!sm2);
        QCOMPARE(sm2.error().code, ErrorCode::KeyUnsupported);
    }

    void aDigestOfAnotherKindIsRefused()
    {
        for (const auto& digest : { DocumentDigest { DigestAlgorithm::Sha384, QByteArray(48, 'd') },
                 DocumentDigest { DigestAlgorithm::Sha256, QByteArray(31, 'd') },
                 DocumentDigest { DigestAlgorithm::Sha256, {} } })
            QVERIFY(!PendingSignedData::create(
                signer(KeyType::P256).chain(), kEcdsaSha256, digest, Profile::PadesBaseline, kTime));
    }

    void theUsualAlgorithmGoesWithTheKey()
    {
        QCOMPARE(algorithmFor(signer(KeyType::Rsa2048).certificate())->scheme, SignatureScheme::RsaPkcs1);
        QCOMPARE(algorithmFor(signer(KeyType::P256).certificate())->digest, DigestAlgorithm::Sha256);
        QCOMPARE(algorithmFor(signer(KeyType::P384).certificate())->digest, DigestAlgorithm::Sha384);
    }

    void theHoleHoldsTheSignatureAndATimestamp_data()
    {
        QTest::addColumn<KeyType>("keyType");
        QTest::addColumn<QString>("name");
        for (const auto& name : { u"示例公司"_s, QString(60, u'示') }) {
            QTest::addRow("RSA 3072, %d letters", int(name.size())) << KeyType::Rsa3072 << name;
            QTest::addRow("P-384, %d letters", int(name.size())) << KeyType::P384 << name;
        }
    }
    void theHoleHoldsTheSignatureAndATimestamp()
    {
        QFETCH(KeyType, keyType);
        QFETCH(QString, name);
        constexpr std::size_t kTimestamp = 8 * 1024;
        const TestSigner key(*m_mint, { .company = { name, {} }, .keyType = keyType });
        auto algorithm = *algorithmFor(key.certificate());
        if (keyType == KeyType::Rsa3072)
            algorithm = { SignatureScheme::RsaPss, DigestAlgorithm::Sha512 }; // the longest
        const auto size = static_cast<std::size_t>(key.signedData(kDocument, algorithm, Profile::Adobe).size());
        const auto capacity = PendingSignedData::capacityFor(key.chain());
        QVERIFY2(size + kTimestamp <= capacity, qPrintable(u"%1 + 8192 > %2"_s.arg(size).arg(capacity)));
        QVERIFY2(capacity < size + kTimestamp + 1024, qPrintable(u"%1 for %2"_s.arg(capacity).arg(size)));
    }
};

QTEST_GUILESS_MAIN(tst_SignedData)
#include "tst_SignedData.moc"
