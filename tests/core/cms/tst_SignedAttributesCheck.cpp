#include "TestSigner.h"

#include "core/cms/SignedAttributesCheck.h"
#include "tests/support/Problem.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::cms;
using namespace bidseal::demonstration;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

// DER written by hand, shorter than 128 bytes unless said so.
QByteArray element(char tag, const QByteArray& content)
{
    if (content.size() < 0x80)
        return QByteArray(1, tag) + static_cast<char>(content.size()) + content;
    return QByteArray(1, tag) + '\x81' + static_cast<char>(content.size()) + content;
}
QByteArray sequence(const QByteArray& content) { return element('\x30', content); }
QByteArray setOf(const QByteArray& content) { return element('\x31', content); }
QByteArray octets(const QByteArray& content) { return element('\x04', content); }
QByteArray set(QByteArrayList attributes)
{
    std::sort(attributes.begin(), attributes.end());
    return setOf(attributes.join());
}

const auto kContentType = QByteArray::fromHex("06092a864886f70d010903");
const auto kMessageDigest = QByteArray::fromHex("06092a864886f70d010904");
const auto kSigningTime = QByteArray::fromHex("06092a864886f70d010905");
const auto kChallengePassword = QByteArray::fromHex("06092a864886f70d010907");
const auto kSigningCertificateV2 = QByteArray::fromHex("060b2a864886f70d010910022f");
const auto kData = QByteArray::fromHex("06092a864886f70d010701");
const auto kSignedData = QByteArray::fromHex("06092a864886f70d010702");
const auto kSha256 = QByteArray::fromHex("300b0609608648016503040201");

} // namespace

class tst_SignedAttributesCheck : public QObject {
    Q_OBJECT

private:
    std::optional<CertificateMint> m_mint;
    std::map<KeyType, TestSigner> m_signers;

    const TestSigner& signer(KeyType type = KeyType::P256)
    {
        auto found = m_signers.find(type);
        if (found == m_signers.end())
            found = m_signers.emplace(type, TestSigner(*m_mint, { .keyType = type })).first;
        return found->second;
    }

    static DocumentDigest sampleDigest(DigestAlgorithm algorithm = DigestAlgorithm::Sha256)
    {
        return { algorithm, digestOf("the bytes that a ByteRange covers", QString::fromLatin1(digestName(algorithm))) };
    }

    static QByteArray attributesOf(const TestSigner& signer, SignatureAlgorithm algorithm, Profile profile)
    {
        const auto pending = PendingSignedData::create(signer.chain(), algorithm, sampleDigest(algorithm.digest),
            profile, QDateTime({ 2026, 6, 1 }, { 12, 0 }, Qt::UTC));
        if (!pending)
            qFatal("%s", qPrintable(pending.error().detail));
        return pending->signedAttributes();
    }

    QByteArray contentType() { return sequence(kContentType + setOf(kData)); }
    QByteArray messageDigest() { return sequence(kMessageDigest + setOf(octets(sampleDigest().value))); }
    QByteArray essCertificate() { return sequence(octets(digestOf(signer().certificate().der(), u"SHA256"_s))); }
    QByteArray signingCertificate(const QByteArray& entries, const QByteArray& behind = {})
    {
        return sequence(kSigningCertificateV2 + setOf(sequence(sequence(entries) + behind)));
    }
    QByteArray good() { return set({ contentType(), messageDigest(), signingCertificate(essCertificate()) }); }

    void verifyRefused(const QByteArray& attributes)
    {
        const auto checked = checkSignedAttributes(attributes, sampleDigest(), signer().certificate());
        QVERIFY2(!checked, attributes.toHex().constData());
        QCOMPARE(checked.error().code, ErrorCode::RequestNotADocument);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = CertificateMint::create(CaLevels::WithIntermediate);
        QVERIFY2(mint, problemOf(mint).constData());
        m_mint = std::move(*mint);
    }

    void whatTheFlowPreparesPasses_data()
    {
        QTest::addColumn<KeyType>("type");
        QTest::addColumn<SignatureAlgorithm>("algorithm");
        QTest::newRow("RSA 2048") << KeyType::Rsa2048
                                  << SignatureAlgorithm { SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha256 };
        QTest::newRow("RSA 3072") << KeyType::Rsa3072
                                  << SignatureAlgorithm { SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha512 };
        QTest::newRow("P-256") << KeyType::P256
                               << SignatureAlgorithm { SignatureScheme::Ecdsa, DigestAlgorithm::Sha256 };
        QTest::newRow("P-384") << KeyType::P384
                               << SignatureAlgorithm { SignatureScheme::Ecdsa, DigestAlgorithm::Sha384 };
    }
    void whatTheFlowPreparesPasses()
    {
        QFETCH(KeyType, type);
        QFETCH(SignatureAlgorithm, algorithm);
        const auto certificate = signer(type).certificate();
        const auto pades = checkSignedAttributes(
            attributesOf(signer(type), algorithm, Profile::PadesBaseline), sampleDigest(algorithm.digest), certificate);
        QVERIFY2(pades, problemOf(pades).constData());
        // The other profile has a signing-time, which is a fourth attribute.
        const auto adobe = checkSignedAttributes(
            attributesOf(signer(type), algorithm, Profile::Adobe), sampleDigest(algorithm.digest), certificate);
        QVERIFY(!adobe);
        QCOMPARE(adobe.error().code, ErrorCode::RequestNotADocument);
    }

    void whatIsWrittenByHandPasses()
    {
        const auto checked = checkSignedAttributes(good(), sampleDigest(), signer().certificate());
        QVERIFY2(checked, problemOf(checked).constData());
    }

    /// There is one encoding of what may be signed: whichever bit is another, whatever is cut or put in, is not it.
    void everyOtherByteStringNearbyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        const SignatureAlgorithm algorithm { SignatureScheme::Ecdsa, DigestAlgorithm::Sha256 };
        QTest::newRow("as the flow prepares it") << attributesOf(signer(), algorithm, Profile::PadesBaseline);
        QTest::newRow("by hand") << good();
    }
    void everyOtherByteStringNearbyIsRefused()
    {
        QFETCH(QByteArray, attributes);
        QVERIFY(checkSignedAttributes(attributes, sampleDigest(), signer().certificate()));
        for (qsizetype bit = 0; bit < attributes.size() * 8; ++bit) {
            auto other = attributes;
            other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
            verifyRefused(other);
        }
        for (qsizetype at = 0; at <= attributes.size(); ++at) {
            verifyRefused(attributes.first(std::min(at, attributes.size() - 1)));
            verifyRefused(attributes.sliced(std::max<qsizetype>(at, 1)));
            for (const char byte : { '\0', '\x05', '\x30', '\x80', '\xFF' }) {
                auto other = attributes;
                verifyRefused(other.insert(at, byte));
            }
        }
    }

    void whatIsNotOneDocumentForThisCertificateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        const auto certificate = signingCertificate(essCertificate());
        const auto digest = sampleDigest().value;
        const auto otherHash = digestOf(signer(KeyType::Rsa2048).certificate().der(), u"SHA256"_s);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a bare hash") << digest;
        QTest::newRow("a DigestInfo") << sequence(
            sequence(QByteArray::fromHex("06096086480165030402010500")) + octets(digest));
        QTest::newRow("an empty SET") << set({});
        QTest::newRow("only the digest") << set({ messageDigest() });
        QTest::newRow("no content-type") << set({ messageDigest(), certificate });
        QTest::newRow("no certificate") << set({ contentType(), messageDigest() });
        QTest::newRow("no digest") << set({ contentType(), certificate });
        QTest::newRow("signing-time") << set({ contentType(), messageDigest(), certificate,
            sequence(kSigningTime + setOf(element('\x17', "260601120000Z"))) });
        QTest::newRow("an unknown attribute more") << set({ contentType(), messageDigest(), certificate,
            sequence(kChallengePassword + setOf(element('\x0C', "sample"))) });
        QTest::newRow("an unknown attribute instead")
            << set({ messageDigest(), certificate, sequence(kChallengePassword + setOf(element('\x0C', "sample"))) });
        QTest::newRow("digest twice") << set({ contentType(), messageDigest(), messageDigest(), certificate });
        QTest::newRow("digest twice, no content-type") << set({ messageDigest(), messageDigest(), certificate });
        QTest::newRow("two digests in one") << set({ contentType(), certificate,
            sequence(kMessageDigest + setOf(octets(digest) + octets(QByteArray(32, '\x7F')))) });
        QTest::newRow("an attribute without value")
            << set({ contentType(), sequence(kMessageDigest + setOf({})), certificate });
        QTest::newRow("an attribute with more than its values")
            << set({ contentType(), sequence(kMessageDigest + setOf(octets(digest)) + setOf({})), certificate });
        QTest::newRow("content-type signed-data")
            << set({ sequence(kContentType + setOf(kSignedData)), messageDigest(), certificate });
        QTest::newRow("another digest") << set(
            { contentType(), sequence(kMessageDigest + setOf(octets(QByteArray(32, 'x')))), certificate });
        QTest::newRow("a digest that is cut off")
            << set({ contentType(), sequence(kMessageDigest + setOf(octets(digest.chopped(1)))), certificate });
        QTest::newRow("a digest in pieces") << set({ contentType(), certificate,
            sequence(kMessageDigest + setOf(element('\x24', octets(digest.first(16)) + octets(digest.last(16))))) });
        QTest::newRow("another certificate")
            << set({ contentType(), messageDigest(), signingCertificate(sequence(octets(otherHash))) });
        QTest::newRow("a second certificate") << set(
            { contentType(), messageDigest(), signingCertificate(essCertificate() + sequence(octets(otherHash))) });
        QTest::newRow("no certificate in the list") << set({ contentType(), messageDigest(), signingCertificate({}) });
        QTest::newRow("the default hash written out") << set({ contentType(), messageDigest(),
            signingCertificate(sequence(kSha256 + octets(digestOf(signer().certificate().der(), u"SHA256"_s)))) });
        QTest::newRow("policies") << set(
            { contentType(), messageDigest(), signingCertificate(essCertificate(), sequence(sequence(kData))) });
        QTest::newRow("an issuer that is none") << set({ contentType(), messageDigest(),
            signingCertificate(sequence(octets(digestOf(signer().certificate().der(), u"SHA256"_s))
                + sequence(sequence(element('\xA4', sequence({}))) + QByteArray::fromHex("020101")))) });
        QByteArrayList unsorted { contentType(), messageDigest(), certificate };
        std::sort(unsorted.begin(), unsorted.end(), std::greater());
        QTest::newRow("another order") << setOf(unsorted.join());
        QTest::newRow("a SEQUENCE") << '\x30' + good().sliced(1);
        QTest::newRow("[0], as in the SignerInfo") << '\xA0' + good().sliced(1);
        QTest::newRow("a primitive SET") << '\x11' + good().sliced(1);
        QTest::newRow("a length in more bytes than needed") << QByteArray::fromHex("318200") + good().sliced(2);
        QTest::newRow("without a length of its own")
            << QByteArray::fromHex("3180") + good().sliced(3) + QByteArray::fromHex("0000");
        QTest::newRow("bytes behind") << good() + QByteArray::fromHex("0500");
        QTest::newRow("itself again") << good() + good();
        QTest::newRow("in an OCTET STRING") << octets(good());
    }
    void whatIsNotOneDocumentForThisCertificateIsRefused()
    {
        QFETCH(QByteArray, attributes);
        verifyRefused(attributes);
    }

    void aDigestOfAnotherLengthIsRefused()
    {
        const auto short32 = sampleDigest();
        const auto certificate = signer().certificate();
        QVERIFY(!checkSignedAttributes(good(), { DigestAlgorithm::Sha384, short32.value }, certificate));
        const auto empty = set(
            { contentType(), sequence(kMessageDigest + setOf(octets({}))), signingCertificate(essCertificate()) });
        QVERIFY(!checkSignedAttributes(empty, { DigestAlgorithm::Sha256, {} }, certificate));
    }
};

QTEST_GUILESS_MAIN(tst_SignedAttributesCheck)
#include "tst_SignedAttributesCheck.moc"
