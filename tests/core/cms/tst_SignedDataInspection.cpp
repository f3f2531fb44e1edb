#include "TestSigner.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/cms.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/x509.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace bidseal;
using namespace bidseal::cms;
using namespace bidseal::demonstration;
using namespace bidseal::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDocument("%PDF-1.7 the bytes that a ByteRange covers");
constexpr SignatureAlgorithm kRsaSha256 { SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha256 };
constexpr SignatureAlgorithm kEcdsaSha256 { SignatureScheme::Ecdsa, DigestAlgorithm::Sha256 };

using ContentInfo = openssl::Handle<CMS_ContentInfo, CMS_ContentInfo_free>;

bool holds(const SignedDataReport& report)
{
    return report.isDecidable && report.digestMatches && report.signatureMatches;
}

/// The header is as long as it is for a structure of up to 64 KB: what stands behind it is the attributes.
QByteArray withoutHeader(const QByteArray& set)
{
    const auto first = static_cast<unsigned char>(set[1]);
    return set.mid(first < 0x80 ? 2 : 2 + (first & 0x7F));
}

} // namespace

class tst_SignedDataInspection : public QObject {
    Q_OBJECT

private:
    std::optional<CertificateMint> m_mint;
    std::optional<TestSigner> m_rsa, m_p256;

    static SignedDataReport inspected(const QByteArray& contents, const QByteArray& document = kDocument)
    {
        const auto report = inspect(contents, digestsOf(document));
        if (!report)
            qFatal("%s", qPrintable(report.error().detail));
        return *report;
    }

    static QString refusal(const QByteArray& contents)
    {
        const auto report = inspect(contents, digestsOf(kDocument));
        if (report || report.error().code != ErrorCode::DocumentDamaged)
            return {};
        return report.error().detail;
    }

    QByteArray signedByOpenssl(const TestSigner& signer, const QStringList& options) const
    {
        const Workbench bench;
        const auto text
            = bench.openssl(QStringList { u"cms"_s, u"-sign"_s, u"-binary"_s, u"-in"_s,
                                bench.write(u"document"_s, kDocument), u"-outform"_s, u"DER"_s, u"-out"_s, u"cms.der"_s,
                                u"-signer"_s, bench.write(u"signer.pem"_s, certificatePem(signer.minted().certificate)),
                                u"-inkey"_s, bench.write(u"key.pem"_s, privateKeyPem(signer.minted().privateKey)) }
                + options);
        if (!QFile::exists(bench.path(u"cms.der"_s)))
            qFatal("%s", qPrintable(text));
        return bench.read(u"cms.der"_s);
    }

    /// As BouncyCastle writes it: PKCS#7's identifiers, SM2 with SM3. The openssl program cannot.
    QByteArray signedWithSm2(const TestSigner& signer, const QByteArray& identity) const;

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = CertificateMint::create(CaLevels::WithIntermediate);
        QVERIFY(mint);
        m_mint = std::move(*mint);
        m_rsa.emplace(*m_mint, CertificateOrder { .keyType = KeyType::Rsa2048 });
        m_p256.emplace(*m_mint, CertificateOrder { .keyType = KeyType::P256 });
    }

    void readsWhatOpensslSigned_data()
    {
        QTest::addColumn<KeyType>("keyType");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<bool>("isBound");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* tag, KeyType type, const QString& options, const char* algorithm,
                             const char* digest, bool isBound = false, const char* problem = "") {
            QTest::newRow(tag) << type << options.split(u' ', Qt::SkipEmptyParts) << QString::fromLatin1(algorithm)
                               << QString::fromLatin1(digest) << isBound << QString::fromLatin1(problem);
        };
        row("RSA", KeyType::Rsa2048, u"-md sha256"_s, "RSA", "SHA-256");
        row("signer named by key identifier", KeyType::Rsa2048, u"-md sha256 -keyid"_s, "RSA", "SHA-256");
        row("CAdES", KeyType::Rsa3072, u"-md sha512 -cades"_s, "RSA", "SHA-512", true);
        row("PSS", KeyType::Rsa2048, u"-md sha256 -keyopt rsa_padding_mode:pss"_s, "RSA-PSS", "SHA-256");
        row("PSS, the longest salt", KeyType::Rsa2048,
            u"-md sha384 -keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:-3"_s, "RSA-PSS", "SHA-384");
        row("PSS, another mask digest", KeyType::Rsa2048,
            u"-md sha256 -keyopt rsa_padding_mode:pss -keyopt rsa_mgf1_md:sha512"_s, "RSA-PSS", "SHA-256");
        row("P-256", KeyType::P256, u"-md sha256"_s, "ECDSA P-256", "SHA-256");
        row("P-384 with SHA-512", KeyType::P384, u"-md sha512 -cades"_s, "ECDSA P-384", "SHA-512", true);
        row("no attributes, RSA", KeyType::Rsa2048, u"-md sha256 -noattr"_s, "RSA", "SHA-256", false,
            "no signed attributes");
        row("no attributes, P-256", KeyType::P256, u"-md sha256 -noattr"_s, "ECDSA P-256", "SHA-256", false,
            "no signed attributes");
        row("SHA-1", KeyType::Rsa2048, u"-md sha1"_s, "RSA", "SHA-1", false, "SHA-1 is no safe digest any more");
        row("SHA-1, CAdES", KeyType::Rsa2048, u"-md sha1 -cades"_s, "RSA", "SHA-1", true,
            "SHA-1 is no safe digest any more");
        row("short RSA", KeyType::Rsa1024TooShort, u"-md sha256"_s, "RSA", "SHA-256", false,
            "an RSA key of 1024 bits is no safe key any more");
    }
    void readsWhatOpensslSigned()
    {
        QFETCH(KeyType, keyType);
        QFETCH(QStringList, options);
        QFETCH(QString, algorithm);
        QFETCH(QString, digest);
        QFETCH(bool, isBound);
        QFETCH(QString, problem);
        const TestSigner signer(*m_mint, { .keyType = keyType });
        const auto contents = signedByOpenssl(signer, options);
        const auto report = inspected(contents + QByteArray(500, '\0'));
        QVERIFY2(holds(report), qPrintable(report.problem));
        QCOMPARE(report.signer, std::optional(signer.certificate()));
        QCOMPARE(report.algorithmName, algorithm);
        QCOMPARE(report.digestName, digest);
        QCOMPARE(report.signerIsBound, isBound);
        QCOMPARE(report.problem, problem);

        const auto other = inspected(contents, kDocument + ' ');
        QVERIFY(other.isDecidable && !other.digestMatches);
        QVERIFY(!other.problem.isEmpty());
    }

    void readsBerOfIndefiniteLength()
    {
        // As PDFBox and others write it with BouncyCastle: the three outermost structures have no length.
        const auto der = m_rsa->signedData(kDocument, kRsaSha256, Profile::PadesBaseline);
        QVERIFY(der.startsWith("\x30\x82") && der.mid(15, 2) == QByteArray("\xA0\x82") && der.mid(19, 2) == "\x30\x82");
        const auto ber = "\x30\x80" + der.mid(4, 11) + "\xA0\x80\x30\x80" + der.mid(23) + QByteArray(6, '\0');
        for (const auto& contents : { ber, ber + QByteArray(100, '\0') }) {
            const auto report = inspected(contents);
            QVERIFY2(holds(report) && report.signerIsBound, qPrintable(report.problem));
        }
        QVERIFY(!refusal(ber + 'x').isEmpty());
    }

    void onlyZerosMayFollow()
    {
        const auto contents = m_rsa->signedData(kDocument, kRsaSha256, Profile::PadesBaseline);
        QVERIFY(holds(inspected(contents + QByteArray(10'000, '\0'))));
        for (const auto& tail : { QByteArray("\0\0\x01", 3), QByteArray("x"), contents })
            QVERIFY(refusal(contents + tail).contains(u"padding"));
    }

    void whatIsNoSuchSignedDataIsRefused_data()
    {
        QTest::addColumn<QByteArray>("contents");
        const auto good = m_rsa->signedData(kDocument, kRsaSha256, Profile::PadesBaseline);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zeros only") << QByteArray(1000, '\0');
        QTest::newRow("text") << QByteArray("not a signature");
        QTest::newRow("cut off") << good.chopped(1);
        QTest::newRow("half of it") << good.left(good.size() / 2);
        QTest::newRow("a certificate") << m_rsa->minted().certificate;
        QTest::newRow("enormous") << good + QByteArray(17 * 1024 * 1024, '\0');
        QTest::newRow("nested without end") << QByteArray(200'000, '\x30');
        QTest::newRow("indefinite without end") << QByteArray("\x30\x80").repeated(100'000);
        QTest::newRow("content inside") << signedByOpenssl(*m_rsa, { u"-nodetach"_s });

        const Workbench bench;
        const auto certificate = bench.write(u"c.pem"_s, certificatePem(m_rsa->minted().certificate));
        (void)bench.openssl({ u"crl2pkcs7"_s, u"-nocrl"_s, u"-certfile"_s, certificate, u"-outform"_s, u"DER"_s,
            u"-out"_s, u"nobody.der"_s });
        QTest::newRow("nobody signed") << bench.read(u"nobody.der"_s);
        const auto document = bench.write(u"document"_s, kDocument);
        (void)bench.openssl({ u"cms"_s, u"-encrypt"_s, u"-in"_s, document, u"-outform"_s, u"DER"_s, u"-out"_s,
            u"encrypted.der"_s, certificate });
        QTest::newRow("encrypted") << bench.read(u"encrypted.der"_s);
        (void)bench.openssl(
            { u"cms"_s, u"-digest_create"_s, u"-in"_s, document, u"-outform"_s, u"DER"_s, u"-out"_s, u"digest.der"_s });
        QTest::newRow("a digest") << bench.read(u"digest.der"_s);
        QTest::newRow("two signers") << signedByOpenssl(*m_rsa,
            { u"-signer"_s, bench.write(u"second.pem"_s, certificatePem(m_p256->minted().certificate)), u"-inkey"_s,
                bench.write(u"second.key"_s, privateKeyPem(m_p256->minted().privateKey)) });
    }
    void whatIsNoSuchSignedDataIsRefused()
    {
        QFETCH(QByteArray, contents);
        QVERIFY(!refusal(contents).isEmpty());
    }

    void theSignedSha1OfADocumentIsNotDecided()
    {
        const Workbench bench;
        const auto digest = bench.write(u"digest"_s, digestOf(kDocument, u"SHA-1"_s));
        const auto report
            = inspected(signedByOpenssl(*m_rsa, { u"-in"_s, digest, u"-nodetach"_s, u"-md"_s, u"sha1"_s }));
        QVERIFY(!report.isDecidable && !report.digestMatches && !report.signatureMatches);
        QVERIFY(report.problem.contains(u"adbe.pkcs7.sha1"));
        QCOMPARE(report.signer, std::optional(m_rsa->certificate()));
    }

    void withoutTheSignersCertificateNothingIsDecided()
    {
        const auto report = inspected(signedByOpenssl(*m_rsa, { u"-nocerts"_s }));
        QVERIFY(!report.isDecidable && !report.signatureMatches && !report.signer);
        QVERIFY(!report.problem.isEmpty());
    }

    void theChinesesFormIsNotDecided()
    {
        // ContentInfo { 1.2.156.10197.6.1.4.2.2, [0] SEQUENCE {} }
        const auto contents = QByteArray::fromHex("3010060a2a811ccf550601040202a0023000");
        const auto report = inspected(contents);
        QVERIFY(!report.isDecidable && !report.digestMatches && !report.signatureMatches);
        QVERIFY(report.problem.contains(u"35275"));
    }

    void sm2IsVerifiedWithTheUsualIdentityOnly()
    {
        const TestSigner signer(*m_mint, { .keyType = KeyType::Sm2 });
        const auto report = inspected(signedWithSm2(signer, "1234567812345678"));
        QVERIFY2(holds(report), qPrintable(report.problem));
        QCOMPARE(report.algorithmName, u"SM2"_s);
        QCOMPARE(report.digestName, u"SM3"_s);
        const auto other = inspected(signedWithSm2(signer, "ALICE123@YAHOO.COM"));
        QVERIFY(other.isDecidable && other.digestMatches && !other.signatureMatches);
    }

    void anotherCertificateForTheSameKeyIsNoticed()
    {
        // The key and the number stay, the holder's name does not: the signature still verifies with the key.
        auto contents = m_rsa->signedData(kDocument, kRsaSha256, Profile::PadesBaseline);
        const auto letter = u"建设"_s.toUtf8();
        const auto at = contents.indexOf(letter);
        QVERIFY(at > 0);
        contents.replace(at, letter.size(), u"钢铁"_s.toUtf8());
        const auto report = inspected(contents);
        QVERIFY(report.isDecidable && report.digestMatches && report.signatureMatches);
        QVERIFY(!report.signerIsBound);
        QVERIFY(report.problem.contains(u"another certificate"));
    }

    void attributesInAnotherOrderAreReadEitherWay()
    {
        const auto digest = digestOf(kDocument, u"SHA-256"_s);
        const auto pending = PendingSignedData::create(
            m_rsa->chain(), kRsaSha256, { DigestAlgorithm::Sha256, digest }, Profile::PadesBaseline, QDateTime());
        QVERIFY(pending);
        const auto sorted = pending->signedAttributes();
        const auto attributes = withoutHeader(sorted);
        const auto first = attributes.left(2 + attributes[1]); // the shortest comes first
        auto unsorted = sorted.chopped(attributes.size()) + attributes.mid(first.size()) + first;

        const auto sortedSignature = m_rsa->sign(sorted, kRsaSha256);
        auto contents = *pending->complete(sortedSignature);
        contents.replace(contents.indexOf(attributes), attributes.size(), withoutHeader(unsorted));
        QVERIFY(holds(inspected(contents))); // written so, signed as DER

        contents.replace(contents.indexOf(sortedSignature), sortedSignature.size(), m_rsa->sign(unsorted, kRsaSha256));
        QVERIFY(holds(inspected(contents))); // written and signed so
    }

    void anErrorWhileReadingTheDocumentIsHandedOn()
    {
        const auto contents = m_rsa->signedData(kDocument, kRsaSha256, Profile::PadesBaseline);
        const auto report
            = inspect(contents, [](const QString&) -> Result<QByteArray> { return failure(ErrorCode::Cancelled); });
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
    }

    void noChangeOfWhatIsSignedGoesUnnoticed_data()
    {
        QTest::addColumn<bool>("isRsa");
        QTest::newRow("RSA") << true;
        QTest::newRow("ECDSA") << false;
    }
    void noChangeOfWhatIsSignedGoesUnnoticed()
    {
        QFETCH(bool, isRsa);
        const auto& signer = isRsa ? *m_rsa : *m_p256;
        const auto algorithm = isRsa ? kRsaSha256 : kEcdsaSha256;
        const auto digest = digestOf(kDocument, u"SHA-256"_s);
        const auto pending = PendingSignedData::create(
            signer.chain(), algorithm, { DigestAlgorithm::Sha256, digest }, Profile::PadesBaseline, QDateTime());
        QVERIFY(pending);
        const auto signature = signer.sign(pending->signedAttributes(), algorithm);
        const auto contents = *pending->complete(signature);
        const auto attributes = withoutHeader(pending->signedAttributes());
        const DigestSource source = [digest](const QString& name) {
            return Result<QByteArray>(name == u"SHA-256"_s ? digest : digestOf(kDocument, name));
        };

        int stillHolding = 0;
        const auto check = [&](const QByteArray& changed) {
            const auto report = inspect(changed, source);
            if (!report || !holds(*report))
                return;
            ++stillHolding;
            QVERIFY(changed.contains(attributes));
            QVERIFY(changed.contains(signature));
            if (report->signerIsBound)
                QCOMPARE(report->signer, std::optional(signer.certificate()));
        };
        for (qsizetype at = 0; at < contents.size(); ++at) { // every byte, one bit of it
            auto changed = contents;
            changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
            check(changed);
        }
        QRandomGenerator random(20260601);
        for (int round = 0; round < 4000; ++round) { // and coarser damage
            auto changed = contents;
            const auto at = random.bounded(static_cast<int>(changed.size()));
            switch (random.bounded(4)) {
            case 0:
                changed[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                changed.remove(at, 1 + random.bounded(8));
                break;
            case 2:
                changed.insert(at, QByteArray(1 + random.bounded(8), static_cast<char>(random.bounded(256))));
                break;
            default:
                changed.replace(at, 16, contents.mid(random.bounded(static_cast<int>(contents.size())), 16));
            }
            check(changed);
        }
        QVERIFY(stillHolding > 100); // what is not signed may change: other certificates, versions
    }
};

QByteArray tst_SignedDataInspection::signedWithSm2(const TestSigner& signer, const QByteArray& identity) const
{
    const auto* in = openssl::bytesOf(signer.minted().privateKey);
    const openssl::Handle<EVP_PKEY, EVP_PKEY_free> key(
        d2i_AutoPrivateKey(nullptr, &in, static_cast<long>(signer.minted().privateKey.size())));
    constexpr unsigned kFlags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
    const ContentInfo content(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
    auto* signerInfo = CMS_add1_signer(content.get(), signer.certificate().handle(),
        X509_get0_pubkey(signer.certificate().handle()), EVP_sm3(), kFlags);
    X509_ALGOR* signatureAlgorithm = nullptr;
    CMS_SignerInfo_get0_algs(signerInfo, nullptr, nullptr, nullptr, &signatureAlgorithm);
    X509_ALGOR_set0(signatureAlgorithm, OBJ_txt2obj("1.2.156.10197.1.501", 1), V_ASN1_UNDEF, nullptr);
    const auto digest = digestOf(kDocument, u"SM3"_s);
    CMS_signed_add1_attr_by_NID(signerInfo, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1);
    CMS_signed_add1_attr_by_NID(
        signerInfo, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest.constData(), static_cast<int>(digest.size()));

    std::vector<QByteArray> attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signerInfo); ++i)
        attributes.push_back(openssl::toDer(CMS_signed_get_attr(signerInfo, i), i2d_X509_ATTRIBUTE));
    std::sort(attributes.begin(), attributes.end());
    QByteArray set;
    for (const auto& attribute : attributes)
        set += attribute;
    set.prepend(static_cast<char>(set.size())).prepend('\x31'); // two attributes stay under 128 bytes

    const openssl::Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    QByteArray signature(EVP_PKEY_get_size(key.get()), '\0');
    auto size = static_cast<std::size_t>(signature.size());
    EVP_PKEY_CTX* keyContext = nullptr;
    if (EVP_DigestSignInit_ex(context.get(), &keyContext, "SM3", nullptr, nullptr, key.get(), nullptr) != 1
        || EVP_PKEY_CTX_set1_id(keyContext, identity.constData(), identity.size()) != 1
        || EVP_DigestSign(context.get(), openssl::bytesOf(signature), &size, openssl::bytesOf(set),
               static_cast<std::size_t>(set.size()))
            != 1)
        qFatal("%s", qPrintable(openssl::takeErrors()));
    ASN1_STRING_set(CMS_SignerInfo_get0_signature(signerInfo), signature.constData(), static_cast<int>(size));
    return openssl::toDer(content.get(), i2d_CMS_ContentInfo);
}

QTEST_GUILESS_MAIN(tst_SignedDataInspection)
#include "tst_SignedDataInspection.moc"
