#include "core/certificate/OpenSsl.h"
#include "core/key/pkcs12/Pkcs12Key.h"
#include "resources/demonstration/CertificateMint.h"
#include "tests/support/ForeignTools.h"

#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::demonstration;
using namespace bidseal::key;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr char kPassword[] = "Sample-only-7";
const QDateTime kTime({ 2026, 6, 1 }, { 12, 0 }, Qt::UTC);

/// Answers with what it was given, and counts.
struct Person {
    QByteArray password = kPassword;
    std::optional<ErrorCode> refusal;
    std::vector<PinQuestion> questions;

    PinSource source()
    {
        return [this](const PinQuestion& question) -> Result<Secret> {
            questions.push_back(question);
            if (refusal)
                return failure(*refusal);
            return Secret::fromUtf8({ password.constData(), static_cast<std::size_t>(password.size()) });
        };
    }
};

} // namespace

class tst_Pkcs12Key : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::optional<CertificateMint> m_mint;
    std::map<KeyType, MintedKey> m_keys;

    const MintedKey& minted(KeyType type)
    {
        if (!m_mint) // whoever lists the tests asks for keys too, before anything is prepared
            m_mint = std::move(*CertificateMint::create(CaLevels::WithIntermediate));
        auto found = m_keys.find(type);
        if (found == m_keys.end())
            found = m_keys.emplace(type, *m_mint->issue({ .keyType = type })).first;
        return found->second;
    }

    QString written(const QByteArray& content, const QString& name = u"示例公司.p12"_s) const
    {
        const auto path = m_folder.filePath(name);
        if (!writeFile(path, content))
            qFatal("cannot write test material");
        return path;
    }

    QString writtenKeyFile(KeyType type, std::string_view password, KeyFileKind kind = KeyFileKind::Modern)
    {
        const auto content = keyFile(minted(type), password, kind);
        if (!content)
            qFatal("%s", qPrintable(content.error().detail));
        return written(*content);
    }

    /// A file of the openssl program from the RSA key.
    QString exported(const QStringList& options)
    {
        const auto certificate = m_folder.filePath(u"c.pem"_s);
        const auto privateKey = m_folder.filePath(u"k.pem"_s);
        const auto path = m_folder.filePath(u"exported.p12"_s);
        QFile::remove(path);
        const auto& key = minted(KeyType::Rsa2048);
        if (!writeFile(certificate, certificatePem(key.certificate))
            || !writeFile(privateKey, privateKeyPem(key.privateKey)))
            qFatal("cannot write test material");
        const auto run = runTool(u"openssl"_s,
            QStringList { u"pkcs12"_s, u"-export"_s, u"-in"_s, certificate, u"-inkey"_s, privateKey, u"-out"_s, path,
                u"-passout"_s, u"pass:"_s + QLatin1StringView(kPassword) }
                + options);
        if (run.exitCode != 0)
            qFatal("%s", qPrintable(run.output));
        return path;
    }

    /// The RSA key with a certificate that is another key's.
    QByteArray keyWithAStrangersCertificate()
    {
        const auto& own = minted(KeyType::Rsa2048);
        const auto& stranger = minted(KeyType::P256);
        const auto* in = openssl::bytesOf(own.privateKey);
        const openssl::Handle<EVP_PKEY, EVP_PKEY_free> key(
            d2i_AutoPrivateKey(nullptr, &in, static_cast<long>(own.privateKey.size())));
        in = openssl::bytesOf(stranger.certificate);
        STACK_OF(X509)* certificates = sk_X509_new_null();
        sk_X509_push(certificates, d2i_X509(nullptr, &in, static_cast<long>(stranger.certificate.size())));
        const openssl::Handle<PKCS12, PKCS12_free> file(
            PKCS12_create(kPassword, "key", key.get(), nullptr, certificates, 0, 0, 0, 0, 0));
        sk_X509_pop_free(certificates, X509_free);
        return openssl::toDer(file.get(), i2d_PKCS12);
    }

    static ErrorCode codeOf(const QString& path, Person& person)
    {
        Pkcs12Key key(path, person.source());
        const auto chain = key.certificateChain({}, {});
        return chain ? ErrorCode::InternalFault : chain.error().code;
    }

private Q_SLOTS:
    void signsWithEveryKindOfKey_data()
    {
        QTest::addColumn<KeyType>("type");
        QTest::addColumn<KeyFileKind>("kind");
        QTest::addColumn<cms::SignatureScheme>("scheme");
        QTest::addColumn<cms::DigestAlgorithm>("digest");
        using enum cms::SignatureScheme;
        using enum cms::DigestAlgorithm;
        QTest::newRow("RSA") << KeyType::Rsa2048 << KeyFileKind::Modern << RsaPkcs1 << Sha256;
        QTest::newRow("RSA, old file") << KeyType::Rsa2048 << KeyFileKind::Legacy << RsaPkcs1 << Sha512;
        QTest::newRow("RSA-PSS") << KeyType::Rsa3072 << KeyFileKind::Modern << RsaPss << Sha256;
        QTest::newRow("P-256") << KeyType::P256 << KeyFileKind::Modern << Ecdsa << Sha256;
        QTest::newRow("P-384, old file") << KeyType::P384 << KeyFileKind::Legacy << Ecdsa << Sha384;
    }
    void signsWithEveryKindOfKey()
    {
        QFETCH(KeyType, type);
        QFETCH(KeyFileKind, kind);
        QFETCH(cms::SignatureScheme, scheme);
        QFETCH(cms::DigestAlgorithm, digest);
        Person person;
        Pkcs12Key key(writtenKeyFile(type, kPassword, kind), person.source());
        const auto chain = key.certificateChain({}, {});
        QVERIFY2(chain, chain ? "" : qPrintable(chain.error().detail));
        QCOMPARE(chain->front().der(), minted(type).certificate);
        QCOMPARE(chain->size(), 2U); // the issuer, not the root

        const cms::SignatureAlgorithm algorithm { scheme, digest };
        const QByteArray value(digest == cms::DigestAlgorithm::Sha256 ? 32
                : digest == cms::DigestAlgorithm::Sha384              ? 48
                                                                      : 64,
            'd');
        const auto pending
            = cms::PendingSignedData::create(*chain, algorithm, { digest, value }, cms::Profile::PadesBaseline, kTime);
        QVERIFY(pending);
        const auto signature = key.sign({ { {}, pending->signedAttributes() } }, algorithm, {});
        QVERIFY(signature);
        QVERIFY(pending->complete(signature->front())); // which verifies it
    }

    void asksOnceAndSaysForWhat()
    {
        Person person;
        Pkcs12Key key(writtenKeyFile(KeyType::P256, kPassword), person.source());
        QVERIFY(person.questions.empty());
        QVERIFY(key.certificateChain({}, {}));
        QVERIFY(key.sign({ { {}, "bytes" } }, { cms::SignatureScheme::Ecdsa, cms::DigestAlgorithm::Sha256 }, {}));
        QVERIFY(key.certificateChain({}, {}));
        QCOMPARE(person.questions.size(), 1U);
        QCOMPARE(person.questions.front().tokenLabel, u"示例公司.p12"_s);
        QCOMPARE(key.description(), u"p12:示例公司.p12"_s);
    }

    void aFileWithoutPasswordAsksNobody()
    {
        Person person;
        Pkcs12Key key(writtenKeyFile(KeyType::P256, ""), person.source());
        QVERIFY(key.certificateChain({}, {}));
        QVERIFY(person.questions.empty());
    }

    void passwordsOfAnyLetters_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("Chinese") << QByteArray("示例密码");
        QTest::newRow("outside the basic plane") << QByteArray("\U00020BB7-sample");
        QTest::newRow("spaces") << QByteArray("  sample only  ");
        QTest::newRow("long") << QByteArray(500, 'p');
    }
    void passwordsOfAnyLetters()
    {
        QFETCH(QByteArray, password);
        for (const auto kind : { KeyFileKind::Modern, KeyFileKind::Legacy }) {
            Person person { .password = password, .refusal = {}, .questions = {} };
            Pkcs12Key key(writtenKeyFile(KeyType::P256, password.toStdString(), kind), person.source());
            QVERIFY(key.certificateChain({}, {}));
        }
    }

    void aWrongPasswordIsSaidAndMayBeCorrected()
    {
        for (const auto kind : { KeyFileKind::Modern, KeyFileKind::Legacy }) {
            Person person;
            Pkcs12Key key(writtenKeyFile(KeyType::P256, kPassword, kind), person.source());
            for (const auto& wrong : { QByteArray("wrong"), QByteArray(), QByteArray(kPassword).toUpper(),
                     QByteArray(kPassword) + ' ', QByteArray(static_cast<qsizetype>(Secret::kCapacity), 'x') }) {
                person.password = wrong;
                const auto refused = key.certificateChain({}, {});
                QVERIFY(!refused);
                QCOMPARE(refused.error().code, ErrorCode::KeyFilePasswordWrong);
            }
            person.password = kPassword;
            QVERIFY(key.certificateChain({}, {}));
            QCOMPARE(person.questions.size(), 6U);
        }
    }

    void whoeverCancelsIsObeyed()
    {
        Person person;
        person.refusal = ErrorCode::Cancelled;
        const auto path = writtenKeyFile(KeyType::P256, kPassword);
        QCOMPARE(codeOf(path, person), ErrorCode::Cancelled);

        Person unasked;
        Pkcs12Key key(path, unasked.source());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(key.certificateChain({}, stop.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY(unasked.questions.empty());
    }

    void whatIsNoKeyFileIsRefusedUnasked_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto good = *keyFile(minted(KeyType::P256), kPassword);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("not a key file");
        QTest::newRow("a certificate") << minted(KeyType::P256).certificate;
        QTest::newRow("a bare key") << minted(KeyType::P256).privateKey;
        QTest::newRow("PEM") << privateKeyPem(minted(KeyType::P256).privateKey);
        QTest::newRow("cut off") << good.left(good.size() / 2);
        QTest::newRow("enormous") << good + QByteArray(1024 * 1024, '\0');
    }
    void whatIsNoKeyFileIsRefusedUnasked()
    {
        QFETCH(QByteArray, content);
        Person person;
        QCOMPARE(codeOf(written(content), person), ErrorCode::KeyFileUnreadable);
        QVERIFY(person.questions.empty());
    }

    void aFileThatIsNotThereIsSaidSo()
    {
        Person person;
        QCOMPARE(codeOf(m_folder.filePath(u"nowhere.p12"_s), person), ErrorCode::FileNotFound);
        QCOMPARE(codeOf(m_folder.path(), person), ErrorCode::FileNotReadable);
    }

    void whatOpensslExportedIsOpened_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("default") << QStringList();
        QTest::newRow("legacy") << QStringList { u"-legacy"_s };
        QTest::newRow("nothing encrypted") << QStringList { u"-keypbe"_s, u"NONE"_s, u"-certpbe"_s, u"NONE"_s };
    }
    void whatOpensslExportedIsOpened()
    {
        QFETCH(QStringList, options);
        const auto path = exported(options);
        Person person;
        Pkcs12Key key(path, person.source());
        const auto chain = key.certificateChain({}, {});
        QVERIFY2(chain, chain ? "" : qPrintable(chain.error().detail));
        QCOMPARE(chain->front().der(), minted(KeyType::Rsa2048).certificate);
    }

    void aFileWithoutMacIsRefusedUnasked()
    {
        Person person;
        QCOMPARE(codeOf(exported({ u"-nomac"_s }), person), ErrorCode::KeyFileUnreadable);
        QVERIFY(person.questions.empty());
    }

    void aKeyWithoutItsCertificateIsSaidSo()
    {
        Person person;
        QCOMPARE(codeOf(written(keyWithAStrangersCertificate()), person), ErrorCode::KeyWithoutCertificate);
    }

    void certificatesWithoutAKeyAreNoKeyFile()
    {
        Person person;
        QCOMPARE(codeOf(exported({ u"-nokeys"_s }), person), ErrorCode::KeyFileUnreadable);
    }

    void anAlgorithmOfAnotherKindOfKeyIsRefused()
    {
        Person person;
        Pkcs12Key key(writtenKeyFile(KeyType::P256, kPassword), person.source());
        const auto refused
            = key.sign({ { {}, "bytes" } }, { cms::SignatureScheme::RsaPkcs1, cms::DigestAlgorithm::Sha256 }, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::KeyUnsupported);
    }

    void damagedFilesAreRefused()
    {
        const auto good = *keyFile(minted(KeyType::P256), kPassword, KeyFileKind::Legacy);
        int refused = 0;
        for (qsizetype at = 0; at < good.size(); at += 3) {
            auto damaged = good;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
            Person person;
            Pkcs12Key key(written(damaged), person.source());
            const auto chain = key.certificateChain({}, {});
            if (chain)
                QCOMPARE(chain->front().der(), minted(KeyType::P256).certificate);
            refused += !chain;
        }
        QVERIFY(refused > good.size() / 3 - 20);
    }
};

QTEST_GUILESS_MAIN(tst_Pkcs12Key)
#include "tst_Pkcs12Key.moc"
