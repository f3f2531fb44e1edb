// A desktop in an attacker's hands, with the right keys of the session, wants a signature of something that is no
// document. The phone says no before its owner is asked for anything.
#include "RawSide.h"

#include "core/certificate/OpenSsl.h"
#include "tests/support/Problem.h"

#include <openssl/x509.h>

#include <QtTest>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

namespace {

/// The body of a PKCS#10 request for the certificate's key: signed, it would be a certification request.
QByteArray certificationRequestBody(const certificate::Certificate& certificate)
{
    const openssl::Handle<X509_REQ, X509_REQ_free> request(X509_REQ_new());
    if (!request || X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1
        || X509_REQ_set_subject_name(request.get(), X509_get_subject_name(certificate.handle())) != 1
        || X509_REQ_set_pubkey(request.get(), X509_get0_pubkey(certificate.handle())) != 1)
        qFatal("%s", qPrintable(openssl::takeErrors()));
    unsigned char* out = nullptr;
    const int size = i2d_re_X509_REQ_tbs(request.get(), &out);
    if (size <= 0)
        qFatal("%s", qPrintable(openssl::takeErrors()));
    const QByteArray body(reinterpret_cast<char*>(out), size);
    OPENSSL_free(out);
    return body;
}

/// What another certification authority's client would sign: the body of a certificate.
QByteArray certificateBody(const certificate::Certificate& certificate)
{
    return openssl::toDer(certificate.handle(), [](const X509* x509, unsigned char** out) {
        return i2d_re_X509_tbs(const_cast<X509*>(x509), out); // it is only read here
    });
}

} // namespace

class tst_PhoneIsNoOracle : public QObject {
    Q_OBJECT

private:
    std::optional<CertificateMint> m_mint;
    std::optional<TestSigner> m_signer, m_other;

    QByteArray prepared(cms::Profile profile = cms::Profile::PadesBaseline)
    {
        return sampleDocuments(*m_signer, 1, profile).front().attributes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = CertificateMint::create();
        QVERIFY2(mint, problemOf(mint).constData());
        m_mint = std::move(*mint);
        m_signer.emplace(*m_mint, CertificateOrder { .keyType = KeyType::P256 });
        m_other.emplace(*m_mint, CertificateOrder { .company = sampleAgency(), .keyType = KeyType::P256 });
    }

    void whatIsNoDocumentIsRefusedBeforeThePin_data()
    {
        QTest::addColumn<DocumentToSign>("document");
        const auto good = sampleDocuments(*m_signer, 1).front();
        const auto bytes = [&](const char* name, const QByteArray& attributes) {
            QTest::newRow(name) << DocumentToSign { good.digest, attributes };
        };
        bytes("a bare hash", good.digest);
        bytes("a hash of 48 bytes", QByteArray(48, 'h'));
        bytes("a certification request's body", certificationRequestBody(m_signer->certificate()));
        bytes("a certificate's body", certificateBody(m_signer->certificate()));
        bytes("a challenge of a log-in", "log in to the platform 2026-06-01T12:00:00Z");
        bytes("signing-time", prepared(cms::Profile::Adobe));
        bytes("bytes behind", good.attributes + QByteArray::fromHex("0500"));
        bytes("a byte less", good.attributes.chopped(1));
        bytes("a SEQUENCE in place of a SET", '\x30' + good.attributes.sliced(1));
        bytes("another certificate's", sampleDocuments(*m_other, 1).front().attributes);
        bytes("another document's", sampleDocuments(*m_signer, 2).back().attributes);
        QTest::newRow("another digest") << DocumentToSign { QByteArray(32, 'd'), good.attributes };
        QTest::newRow("a digest of another hash") << DocumentToSign { QByteArray(48, 'd'), good.attributes };
    }
    void whatIsNoDocumentIsRefusedBeforeThePin()
    {
        QFETCH(DocumentToSign, document);
        // Alone, and hidden behind a good one.
        for (const bool isHidden : { false, true }) {
            std::vector<DocumentToSign> documents { document };
            if (isHidden)
                documents.insert(documents.begin(), sampleDocuments(*m_signer, 1).front());
            const int count = static_cast<int>(documents.size());

            MemoryRelay relay(newSession(), std::chrono::milliseconds(200));
            const auto invitation = DesktopTalk::Invitation::make();
            RawSide desktop(relay.mailboxOf(Side::Desktop), invitation);
            PhoneTalk phone(relay.mailboxOf(Side::Phone),
                invitation.linkFor(sampleOrigin(), relay.mailboxOf(Side::Phone).session()));
            QVERIFY(phone.hello(u"Sample phone"_s, u"Sample device"_s, {}));
            (void)desktop.hearHello();
            desktop.say(sampleRequest(count));
            QVERIFY(phone.waitForRequest({}));
            QVERIFY(phone.choose(m_signer->chain(), KeyAlgorithm::EcdsaSha256, 500, {}));
            (void)desktop.hear<ChosenCertificate>();
            desktop.say(ToSign { randomBytes(32), documents });

            const auto confirmation = phone.waitForToSign({});
            QVERIFY(!confirmation); // no code to compare, no PIN to be asked for
            QCOMPARE(confirmation.error().code, ErrorCode::RequestNotADocument);
            QCOMPARE(desktop.hear<Refusal>().reason, RefusalReason::NotADocument);
            // And nothing behind it: not even an app that goes on gets a signature out.
            QVERIFY(!phone.sendSignatures(std::vector<QByteArray>(documents.size(), "sample"), {}));
            QCOMPARE(relay.records(Side::Phone).size(), 3u);
        }
    }

    void anHonestDesktopIsToldSo()
    {
        auto documents = sampleDocuments(*m_signer, 3);
        documents[1].attributes = prepared(cms::Profile::Adobe);
        MemoryRelay relay(newSession());
        const auto report = talkThrough(relay, *m_signer, { .documents = 3, .toSign = documents });
        QVERIFY(!report.desktopCode);
        QCOMPARE(report.desktopCode.error().code, ErrorCode::PhoneCannotSign);
        QVERIFY(!report.phoneCode);
        QCOMPARE(report.phoneCode.error().code, ErrorCode::RequestNotADocument);
        QVERIFY(!report.isPinAsked);
        QVERIFY(!report.signatures);
        QVERIFY(relay.isEnded());
    }
};

QTEST_GUILESS_MAIN(tst_PhoneIsNoOracle)
#include "tst_PhoneIsNoOracle.moc"
