#include "core/certificate/Certificate.h"
#include "core/certificate/IdentityNumber.h"
#include "resources/demonstration/CertificateMint.h"

#include <QCryptographicHash>
#include <QTest>

using namespace bidseal;
using namespace bidseal::certificate;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

namespace {

const auto kPersonalId = u"11010519491231002X"_s;
const auto kMaskedPersonalId = u"1101***********02X"_s;
const QDateTime kNow({ 2026, 6, 1 }, { 12, 0 }, Qt::UTC);

} // namespace

class tst_Certificate : public QObject {
    Q_OBJECT

private:
    std::optional<CertificateMint> m_mint;

    Certificate minted(const CertificateOrder& order) const
    {
        const auto key = m_mint->issue(order);
        if (!key)
            qFatal("%s", qPrintable(key.error().detail));
        return read(key->certificate);
    }

    static Certificate read(const QByteArray& der)
    {
        const auto certificate = Certificate::fromDer(der);
        if (!certificate)
            qFatal("%s", qPrintable(certificate.error().detail));
        return *certificate;
    }

    static ErrorCode codeOf(const Status& status) { return status ? ErrorCode::InternalFault : status.error().code; }

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = CertificateMint::create(CaLevels::WithIntermediate);
        QVERIFY(mint);
        m_mint = std::move(*mint);
    }

    void tellsWhoHoldsIt()
    {
        const auto holder = minted({ .company = sampleSupplier(), .keyType = KeyType::P256 }).holder();
        QCOMPARE(holder.displayName, u"示例建设工程有限公司"_s);
        QCOMPARE(holder.organisation, u"示例建设工程有限公司"_s);
        QCOMPARE(holder.creditCode, sampleSupplier().creditCode);
        QVERIFY(holder.maskedPersonalId.isEmpty());
    }

    void tellsIssuerSerialAndDates()
    {
        const auto certificate = minted({ .keyType = KeyType::P256, .validity = Validity::years(2025, 2051) });
        QCOMPARE(certificate.issuer(), u"示例签发证书 (Sample Issuing CA)"_s);
        QCOMPARE(certificate.validFrom(), QDateTime({ 2025, 1, 1 }, { 0, 0 }, Qt::UTC));
        QCOMPARE(certificate.validUntil(), QDateTime({ 2051, 1, 1 }, { 0, 0 }, Qt::UTC));
        QCOMPARE(certificate.serialNumber().size(), 32);
        QCOMPARE(certificate.serialNumber(), certificate.serialNumber().toUpper());
        QCOMPARE(certificate.subject(),
            u"CN=示例建设工程有限公司,serialNumber=%1,O=示例建设工程有限公司,C=CN"_s.arg(sampleSupplier().creditCode));
    }

    void tellsKindAndLengthOfItsKey_data()
    {
        QTest::addColumn<KeyType>("type");
        QTest::addColumn<KeyKind>("kind");
        QTest::addColumn<int>("bits");
        QTest::newRow("RSA 2048") << KeyType::Rsa2048 << KeyKind::Rsa << 2048;
        QTest::newRow("RSA 3072") << KeyType::Rsa3072 << KeyKind::Rsa << 3072;
        QTest::newRow("P-256") << KeyType::P256 << KeyKind::EcP256 << 256;
        QTest::newRow("P-384") << KeyType::P384 << KeyKind::EcP384 << 384;
        QTest::newRow("SM2") << KeyType::Sm2 << KeyKind::Sm2 << 256;
    }
    void tellsKindAndLengthOfItsKey()
    {
        QFETCH(KeyType, type);
        QFETCH(KeyKind, kind);
        QFETCH(int, bits);
        const auto certificate = minted({ .keyType = type });
        QCOMPARE(certificate.keyKind(), kind);
        QCOMPARE(certificate.keyBits(), bits);
    }

    void personalNumbersAreMaskedWhereverTheyStand_data()
    {
        QTest::addColumn<QString>("organisation");
        QTest::addColumn<QString>("commonName");
        QTest::addColumn<QString>("serialNumberInName");
        QTest::addColumn<QString>("extension");
        QTest::newRow("in the extension") << u"示例公司"_s << u"张三"_s << QString() << kPersonalId;
        QTest::newRow("in the common name") << u"示例公司"_s << u"张三 "_s + kPersonalId << QString() << QString();
        QTest::newRow("in the name's serialNumber") << u"示例公司"_s << u"张三"_s << kPersonalId << QString();
        QTest::newRow("in the organisation") << kPersonalId << u"张三"_s << QString() << QString();
        QTest::newRow("CFCA's way") << u"示例公司"_s << u"051@张三@Z%1@1"_s.arg(kPersonalId) << QString() << QString();
        QTest::newRow("BJCA's way") << u"示例公司"_s << u"张三"_s << QString() << u"SF"_s + kPersonalId;
        QTest::newRow("with an invisible letter inside")
            << u"示例公司"_s << u"110105\u200B19491231002X"_s << QString() << QString();
        QTest::newRow("with a control character inside")
            << u"示例公司"_s << u"110105\u000719491231002X"_s << QString() << QString();
    }
    void personalNumbersAreMaskedWhereverTheyStand()
    {
        QFETCH(QString, organisation);
        QFETCH(QString, commonName);
        QFETCH(QString, serialNumberInName);
        QFETCH(QString, extension);
        const auto certificate = minted({ .company = { organisation, serialNumberInName },
            .commonName = commonName,
            .personalId = extension,
            .keyType = KeyType::P256 });
        const auto holder = certificate.holder();
        const auto shown = QStringList { holder.displayName, holder.organisation, holder.commonName, holder.creditCode,
            holder.maskedPersonalId, certificate.subject(), certificate.issuer() }
                               .join(u'\n');
        QVERIFY2(!shown.contains(u"19491231"), qPrintable(shown));
        QCOMPARE(holder.maskedPersonalId, kMaskedPersonalId);
    }

    void aPersonalNumberIsNeverTakenForACreditCode()
    {
        // One personal number in 31 also has a credit code's check digit. Such a one is looked for first.
        QString both;
        for (int order = 0; order < 1000 && both.isEmpty(); ++order) {
            for (const QChar check : u"0123456789X"_s) {
                const auto number = u"11010519491231%1"_s.arg(order, 3, 10, QChar(u'0')) + check;
                if (isPersonalId(number) && isCreditCode(number))
                    both = number;
            }
        }
        QVERIFY(!both.isEmpty());
        const auto holder = minted({ .company = { u"示例公司"_s, both }, .keyType = KeyType::P256 }).holder();
        QVERIFY(holder.creditCode.isEmpty());
        QVERIFY(!holder.maskedPersonalId.isEmpty());
    }

    void findsTheCreditCodeInTheName()
    {
        const auto code = sampleSupplier().creditCode;
        const auto cfca = minted({ .company = { u"示例电子认证机构"_s, {} },
            .commonName = u"051@示例公司@N%1@1"_s.arg(code),
            .keyType = KeyType::P256 });
        QCOMPARE(cfca.holder().creditCode, code);
        QCOMPARE(cfca.holder().displayName, u"示例公司"_s);
    }

    void aCreditCodeWithAWrongCheckDigitIsNoCreditCode()
    {
        auto company = sampleSupplier();
        company.creditCode.back() = u'A';
        QVERIFY(minted({ .company = company, .keyType = KeyType::P256 }).holder().creditCode.isEmpty());
    }

    void aNameCannotTurnTheWritingDirectionRound()
    {
        const auto certificate = minted({ .company = { u"示例\u202E公司\u2066"_s, {} }, .keyType = KeyType::P256 });
        QCOMPARE(certificate.holder().displayName, u"示例公司"_s);
        QVERIFY(!certificate.subject().contains(QChar(0x202E)));
    }

    void purposeFollowsKeyUsage()
    {
        QCOMPARE(minted({ .keyType = KeyType::P256, .keyUse = KeyUse::Signing }).purpose(), Purpose::Signing);
        QCOMPARE(minted({ .keyType = KeyType::P256, .keyUse = KeyUse::Encryption }).purpose(), Purpose::Encryption);
        QCOMPARE(minted({ .keyType = KeyType::P256, .keyUse = KeyUse::Unstated }).purpose(), Purpose::Unknown);
    }

    void maySignDuringItsValidityOnly()
    {
        const auto certificate = minted({ .keyType = KeyType::P256, .validity = Validity::years(2026, 2027) });
        QVERIFY(checkMaySign(certificate, kNow));
        QVERIFY(checkMaySign(certificate, certificate.validFrom()));
        QVERIFY(checkMaySign(certificate, certificate.validUntil()));

        const auto early = checkMaySign(certificate, certificate.validFrom().addSecs(-1));
        QCOMPARE(codeOf(early), ErrorCode::CertificateNotYetValid);
        QCOMPARE(early.error().facts.date, std::optional(certificate.validFrom()));
        QCOMPARE(early.error().facts.name, u"示例建设工程有限公司"_s);

        const auto late = checkMaySign(certificate, certificate.validUntil().addSecs(1));
        QCOMPARE(codeOf(late), ErrorCode::CertificateExpired);
        QCOMPARE(late.error().facts.date, std::optional(certificate.validUntil()));
    }

    void mayNotSign_data()
    {
        QTest::addColumn<KeyType>("type");
        QTest::addColumn<KeyUse>("use");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("encryption certificate")
            << KeyType::P256 << KeyUse::Encryption << ErrorCode::CertificateForEncryption;
        QTest::newRow("short RSA") << KeyType::Rsa1024TooShort << KeyUse::Signing << ErrorCode::CertificateUnfit;
        QTest::newRow("SM2") << KeyType::Sm2 << KeyUse::Signing << ErrorCode::CertificateUnfit;
    }
    void mayNotSign()
    {
        QFETCH(KeyType, type);
        QFETCH(KeyUse, use);
        QFETCH(ErrorCode, code);
        QCOMPARE(codeOf(checkMaySign(minted({ .keyType = type, .keyUse = use }), kNow)), code);
    }

    void anAuthoritysCertificateMayNotSign()
    {
        QCOMPARE(codeOf(checkMaySign(read(m_mint->rootCertificate()), kNow)), ErrorCode::CertificateUnfit);
    }

    void aCertificateWithoutKeyUsageMaySign()
    {
        QVERIFY(checkMaySign(minted({ .keyType = KeyType::Rsa2048, .keyUse = KeyUse::Unstated }), kNow));
    }

    void bytesAreKeptExactly()
    {
        const auto key = m_mint->issue({ .keyType = KeyType::P256 });
        QVERIFY(key);
        const auto certificate = read(key->certificate);
        QCOMPARE(certificate.der(), key->certificate);
        QCOMPARE(certificate.sha256(), QCryptographicHash::hash(key->certificate, QCryptographicHash::Sha256));
        QCOMPARE(certificate, read(key->certificate));
    }

    void whatIsNotExactlyOneCertificateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("der");
        const auto der = m_mint->rootCertificate();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a byte too many") << der + '\0';
        QTest::newRow("two certificates") << der + der;
        QTest::newRow("cut off") << der.chopped(1);
        QTest::newRow("text") << QByteArray("-----BEGIN CERTIFICATE-----");
        QTest::newRow("enormous") << QByteArray(1 << 20, '0');
        QByteArray longLength = der; // the outer length written with a needless zero
        longLength[1] = static_cast<char>(0x83);
        longLength.insert(2, '\0');
        QTest::newRow("not DER") << longLength;
    }
    void whatIsNotExactlyOneCertificateIsRefused()
    {
        QFETCH(QByteArray, der);
        const auto certificate = Certificate::fromDer(der);
        QVERIFY(!certificate);
        QCOMPARE(certificate.error().code, ErrorCode::CertificateUnreadable);
    }

    void damagedCertificatesAreReadSafely()
    {
        const auto key = m_mint->issue({ .personalId = kPersonalId, .keyType = KeyType::P256 });
        QVERIFY(key);
        int readable = 0;
        for (qsizetype at = 0; at < key->certificate.size(); ++at) {
            for (const char flip : { '\x01', '\x20', '\x80', '\xFF' }) {
                auto der = key->certificate;
                der[at] = static_cast<char>(der[at] ^ flip);
                const auto certificate = Certificate::fromDer(der);
                if (!certificate)
                    continue;
                ++readable;
                QVERIFY(!certificate->holder().displayName.isEmpty());
                QVERIFY(!certificate->isIssuedBy(read(key->issuers.front())));
                (void)certificate->subject();
                (void)certificate->serialNumber();
                (void)checkMaySign(*certificate, kNow);
            }
        }
        QVERIFY(readable > 100);
    }

    void knowsItsIssuerBySignature()
    {
        const auto key = m_mint->issue({ .keyType = KeyType::P256 });
        QVERIFY(key);
        const auto other = CertificateMint::create(CaLevels::WithIntermediate); // the same names, other keys
        QVERIFY(other);
        const auto otherKey = other->issue({ .keyType = KeyType::P256 });
        QVERIFY(otherKey);
        const auto certificate = read(key->certificate);
        QVERIFY(certificate.isIssuedBy(read(key->issuers.front())));
        QVERIFY(!certificate.isIssuedBy(read(otherKey->issuers.front())));
        QVERIFY(!certificate.isIssuedBy(read(m_mint->rootCertificate())));
    }

    void chainLeavesTheRootAndStrangersOut()
    {
        const auto key = m_mint->issue({ .keyType = KeyType::P256 });
        QVERIFY(key);
        const auto stranger = minted({ .keyType = KeyType::P256 });
        const auto signer = read(key->certificate);
        const auto issuer = read(key->issuers.front());
        const auto root = read(m_mint->rootCertificate());
        QCOMPARE(chainOf(signer, { stranger, root, signer, issuer }), (std::vector { signer, issuer }));
        QCOMPARE(chainOf(signer, {}), (std::vector { signer }));
        QCOMPARE(chainOf(root, { root, issuer }), (std::vector { root }));
    }
};

QTEST_GUILESS_MAIN(tst_Certificate)
#include "tst_Certificate.moc"
