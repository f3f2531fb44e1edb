#include "core/certificate/IdentityNumber.h"
#include "resources/demonstration/CertificateMint.h"
#include "tests/support/ForeignTools.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

/// The openssl program is the judge: what it refuses, no other test should build on.
class tst_CertificateMint : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write test material");
        return file.fileName();
    }

    static QString openssl(const QStringList& arguments) { return testing::runTool(u"openssl"_s, arguments).output; }

private Q_SLOTS:
    void sampleCompaniesHaveRightCreditCodes()
    {
        for (const auto& company : { sampleSupplier(), sampleAgency(), samplePurchaser() })
            QVERIFY2(certificate::isCreditCode(company.creditCode), qPrintable(company.creditCode));
    }

    void chainsAreAcceptedByOpenssl_data()
    {
        QTest::addColumn<CaLevels>("levels");
        QTest::addColumn<KeyType>("keyType");
        QTest::newRow("root only, RSA") << CaLevels::RootOnly << KeyType::Rsa2048;
        QTest::newRow("intermediate, RSA 3072") << CaLevels::WithIntermediate << KeyType::Rsa3072;
        QTest::newRow("intermediate, P-256") << CaLevels::WithIntermediate << KeyType::P256;
        QTest::newRow("root only, P-384") << CaLevels::RootOnly << KeyType::P384;
        QTest::newRow("root only, SM2") << CaLevels::RootOnly << KeyType::Sm2;
    }

    void chainsAreAcceptedByOpenssl()
    {
        QFETCH(CaLevels, levels);
        QFETCH(KeyType, keyType);
        const auto mint = CertificateMint::create(levels);
        QVERIFY(mint);
        const auto key = mint->issue({ .keyType = keyType });
        QVERIFY(key);
        QByteArray issuers;
        for (const auto& issuer : key->issuers)
            issuers += certificatePem(issuer);
        const auto root = write(u"root.pem"_s, certificatePem(mint->rootCertificate()));
        const auto chain = write(u"chain.pem"_s, issuers);
        const auto leaf = write(u"leaf.pem"_s, certificatePem(key->certificate));
        const auto verdict
            = openssl({ u"verify"_s, u"-x509_strict"_s, u"-CAfile"_s, root, u"-untrusted"_s, chain, leaf });
        QVERIFY2(verdict.contains(u"leaf.pem: OK"), qPrintable(verdict));
        QVERIFY(openssl({ u"pkey"_s, u"-in"_s, write(u"key.pem"_s, privateKeyPem(key->privateKey)), u"-noout"_s })
                    .isEmpty());
    }

    void serverCertificatesAreAcceptedForThisComputerOnly()
    {
        const auto mint = CertificateMint::create();
        QVERIFY(mint);
        const auto key = mint->issueServer();
        QVERIFY(key);
        const auto root = write(u"root.pem"_s, certificatePem(mint->rootCertificate()));
        const auto leaf = write(u"leaf.pem"_s, certificatePem(key->certificate));
        const auto verdict = [&](const QStringList& peer) {
            return openssl(
                QStringList { u"verify"_s, u"-x509_strict"_s, u"-purpose"_s, u"sslserver"_s, u"-CAfile"_s, root } + peer
                + QStringList { leaf });
        };
        for (const auto& peer : { QStringList { u"-verify_ip"_s, u"127.0.0.1"_s }, { u"-verify_ip"_s, u"::1"_s },
                 { u"-verify_hostname"_s, u"localhost"_s } })
            QVERIFY2(verdict(peer).contains(u"leaf.pem: OK"), qPrintable(verdict(peer)));
        QVERIFY(!verdict({ u"-verify_hostname"_s, u"relay.example.com"_s }).contains(u"OK"));
    }

    void datesAreTheOnesOrdered()
    {
        const auto mint = CertificateMint::create();
        QVERIFY(mint);
        const auto key = mint->issue({ .keyType = KeyType::P256, .validity = Validity::years(2023, 2051) });
        QVERIFY(key);
        const auto dates = openssl(
            { u"x509"_s, u"-noout"_s, u"-dates"_s, u"-in"_s, write(u"c.pem"_s, certificatePem(key->certificate)) });
        QVERIFY2(dates.contains(u"notBefore=Jan  1 00:00:00 2023 GMT"), qPrintable(dates));
        QVERIFY2(dates.contains(u"notAfter=Jan  1 00:00:00 2051 GMT"), qPrintable(dates));
    }

    void keyFilesOpenWithTheirPasswordOnly_data()
    {
        QTest::addColumn<KeyFileKind>("kind");
        QTest::newRow("modern") << KeyFileKind::Modern;
        QTest::newRow("legacy") << KeyFileKind::Legacy;
    }

    void keyFilesOpenWithTheirPasswordOnly()
    {
        QFETCH(KeyFileKind, kind);
        const auto mint = CertificateMint::create();
        QVERIFY(mint);
        const auto key = mint->issue();
        QVERIFY(key);
        const auto content = keyFile(*key, "示例password", kind);
        QVERIFY(content);
        const auto path = write(u"key.p12"_s, *content);
        const auto open = [&](const QString& password) {
            return openssl(
                { u"pkcs12"_s, u"-legacy"_s, u"-in"_s, path, u"-noenc"_s, u"-passin"_s, u"pass:"_s + password });
        };
        QVERIFY(open(u"示例password"_s).contains(u"BEGIN PRIVATE KEY"));
        QVERIFY(!open(u"wrong"_s).contains(u"BEGIN PRIVATE KEY"));
    }
};

QTEST_GUILESS_MAIN(tst_CertificateMint)
#include "tst_CertificateMint.moc"
