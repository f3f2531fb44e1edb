#include "core/certificate/Revocation.h"
#include "tests/support/OpensslAuthority.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::certificate;
using namespace Qt::StringLiterals;
using demonstration::MintedKey;
using test::OpensslAuthority;

namespace {

Certificate read(const QByteArray& der)
{
    const auto certificate = Certificate::fromDer(der);
    if (!certificate)
        qFatal("%s", qPrintable(certificate.error().detail));
    return *certificate;
}

QDateTime now() { return QDateTime::currentDateTimeUtc(); }

} // namespace

/// Questions that the openssl program answers, and lists that it publishes.
class tst_Revocation : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OpensslAuthority> m_authority;
    MintedKey m_good, m_revoked;

    Certificate issuer() const { return read(m_authority->certificate()); }
    OcspQuestion question(const MintedKey& key) const
    {
        auto asked = OcspQuestion::about(read(key.certificate), issuer());
        if (!asked)
            qFatal("no question");
        return std::move(*asked);
    }

private Q_SLOTS:
    void initTestCase();

    void findsTheAddresses();
    void goodIsGood();
    void revokedIsRevokedWithDateAndReason();
    void strangersCertificateIsNotKnown();
    void delegatedResponderIsBelieved();
    void othersAreNotBelieved();
    void brokenSignatureIsNotBelieved();
    void answerToAnotherQuestionIsNotBelieved();
    void oldAnswerIsNotBelieved();
    void futureAnswerIsNotBelieved();
    void refusalsAndRubbishAreNoAnswers();

    void listSaysWhoIsRevoked();
    void listInPemIsReadToo();
    void oldListIsNotBelieved();
    void othersListIsNotBelieved();
    void rubbishIsNoList();
};

void tst_Revocation::initTestCase()
{
    if (!OpensslAuthority::isInstalled())
        QSKIP("openssl is not installed");
    m_authority = std::make_unique<OpensslAuthority>();
    m_good = m_authority->issue(u"Good Company"_s,
        { u"authorityInfoAccess=OCSP;URI:http://ocsp.example.com/,caIssuers;URI:http://example.com/ca.cer"_s,
            u"crlDistributionPoints=URI:http://example.com/list.crl"_s });
    m_revoked = m_authority->issue(u"Revoked Company"_s, {});
    m_authority->revoke(m_revoked);
}

void tst_Revocation::findsTheAddresses()
{
    const auto addresses = revocationAddresses(read(m_good.certificate));
    QCOMPARE(addresses.ocsp, QStringList(u"http://ocsp.example.com/"_s));
    QCOMPARE(addresses.lists, QStringList(u"http://example.com/list.crl"_s));
    const auto none = revocationAddresses(read(m_revoked.certificate));
    QVERIFY(none.ocsp.isEmpty() && none.lists.isEmpty());
}

void tst_Revocation::goodIsGood()
{
    const auto asked = question(m_good);
    const auto answer = asked.read(m_authority->answer(asked.der(), nullptr, { u"-ndays"_s, u"1"_s }), now());
    QVERIFY2(answer.status == RevocationStatus::Good, qPrintable(answer.problem));
    QVERIFY(qAbs(answer.asOf.secsTo(now())) < 120);
    // Without a nextUpdate it counts for a day.
    const auto endless = m_authority->answer(asked.der());
    QCOMPARE(asked.read(endless, now()).status, RevocationStatus::Good);
    QCOMPARE(asked.read(endless, now().addDays(2)).status, RevocationStatus::Unusable);
}

void tst_Revocation::revokedIsRevokedWithDateAndReason()
{
    const auto asked = question(m_revoked);
    const auto answer = asked.read(m_authority->answer(asked.der()), now());
    QCOMPARE(answer.status, RevocationStatus::Revoked);
    QCOMPARE(answer.reason, u"keyCompromise"_s);
    QVERIFY(qAbs(answer.revokedAt.secsTo(now())) < 120);
}

void tst_Revocation::strangersCertificateIsNotKnown()
{
    // Of the same name and another number than the responder has ever issued.
    OpensslAuthority other(u"Sample Authority"_s);
    for (auto i = 0; i < 3; ++i)
        (void)other.issue(u"Somebody"_s, {});
    const auto stranger = read(other.issue(u"Stranger"_s, {}).certificate);
    const auto asked = OcspQuestion::about(stranger, issuer());
    QVERIFY(asked);
    QCOMPARE(asked->read(m_authority->answer(asked->der()), now()).status, RevocationStatus::NotKnown);
}

void tst_Revocation::delegatedResponderIsBelieved()
{
    const auto responder = m_authority->issue(u"Responder"_s, { u"extendedKeyUsage=OCSPSigning"_s });
    const auto asked = question(m_good);
    const auto answer = asked.read(m_authority->answer(asked.der(), &responder), now());
    QVERIFY2(answer.status == RevocationStatus::Good, qPrintable(answer.problem));
}

void tst_Revocation::othersAreNotBelieved()
{
    const auto asked = question(m_revoked);
    const auto company = m_authority->issue(u"No Responder"_s, {});
    QCOMPARE(asked.read(m_authority->answer(asked.der(), &company), now()).status, RevocationStatus::Unusable);
    OpensslAuthority other(u"Other Authority"_s);
    const auto foreign = other.issue(u"Responder"_s, { u"extendedKeyUsage=OCSPSigning"_s });
    QCOMPARE(asked.read(m_authority->answer(asked.der(), &foreign), now()).status, RevocationStatus::Unusable);
}

void tst_Revocation::brokenSignatureIsNotBelieved()
{
    const auto asked = question(m_good);
    const auto answer = asked.read(m_authority->answer(asked.der(), nullptr, { u"-badsig"_s }), now());
    QCOMPARE(answer.status, RevocationStatus::Unusable);
}

void tst_Revocation::answerToAnotherQuestionIsNotBelieved()
{
    // The same certificate, asked again: an answer kept from before carries the nonce of then.
    const auto before = question(m_good);
    QCOMPARE(question(m_good).read(m_authority->answer(before.der()), now()).status, RevocationStatus::Unusable);
    // Another certificate.
    const auto asked = question(m_revoked);
    QCOMPARE(asked.read(m_authority->answer(before.der()), now()).status, RevocationStatus::Unusable);
}

void tst_Revocation::oldAnswerIsNotBelieved()
{
    const auto asked = question(m_good);
    const auto answer = m_authority->answer(asked.der(), nullptr, { u"-ndays"_s, u"1"_s });
    const auto later = asked.read(answer, now().addDays(2));
    QCOMPARE(later.status, RevocationStatus::Unusable);
    QVERIFY(later.problem.contains(u"out of date"_s));
}

void tst_Revocation::futureAnswerIsNotBelieved()
{
    const auto asked = question(m_good);
    const auto answer = m_authority->answer(asked.der());
    const auto early = asked.read(answer, now().addSecs(-3600));
    QCOMPARE(early.status, RevocationStatus::Unusable);
}

void tst_Revocation::refusalsAndRubbishAreNoAnswers()
{
    const auto asked = question(m_good);
    QCOMPARE(asked.read(QByteArray::fromHex("30030a0106"), now()).status, RevocationStatus::Unusable); // unauthorized
    QCOMPARE(asked.read({}, now()).status, RevocationStatus::Unusable);
    QCOMPARE(asked.read("<html>", now()).status, RevocationStatus::Unusable);
    const auto answer = m_authority->answer(asked.der());
    for (qsizetype size = 0; size < answer.size(); size += 7)
        QCOMPARE(asked.read(answer.first(size), now()).status, RevocationStatus::Unusable);
}

void tst_Revocation::listSaysWhoIsRevoked()
{
    const auto list = m_authority->list();
    QCOMPARE(readRevocationList(list, read(m_good.certificate), issuer(), now()).status, RevocationStatus::Good);
    const auto answer = readRevocationList(list, read(m_revoked.certificate), issuer(), now());
    QCOMPARE(answer.status, RevocationStatus::Revoked);
    QCOMPARE(answer.reason, u"keyCompromise"_s);
    QVERIFY(qAbs(answer.revokedAt.secsTo(now())) < 120);
}

void tst_Revocation::listInPemIsReadToo()
{
    const auto pem = "-----BEGIN X509 CRL-----\n" + m_authority->list().toBase64() + "\n-----END X509 CRL-----\n";
    QCOMPARE(readRevocationList(pem, read(m_revoked.certificate), issuer(), now()).status, RevocationStatus::Revoked);
}

void tst_Revocation::oldListIsNotBelieved()
{
    const auto answer = readRevocationList(m_authority->list(1), read(m_good.certificate), issuer(), now().addDays(3));
    QCOMPARE(answer.status, RevocationStatus::Unusable);
    QVERIFY(answer.problem.contains(u"out of date"_s));
}

void tst_Revocation::othersListIsNotBelieved()
{
    OpensslAuthority sameName(u"Sample Authority"_s);
    OpensslAuthority otherName(u"Other Authority"_s);
    const auto good = read(m_good.certificate);
    QCOMPARE(readRevocationList(sameName.list(), good, issuer(), now()).status, RevocationStatus::Unusable);
    QCOMPARE(readRevocationList(otherName.list(), good, issuer(), now()).status, RevocationStatus::Unusable);
}

void tst_Revocation::rubbishIsNoList()
{
    const auto list = m_authority->list();
    const auto good = read(m_good.certificate);
    for (qsizetype size = 0; size < list.size(); size += 5)
        QCOMPARE(readRevocationList(list.first(size), good, issuer(), now()).status, RevocationStatus::Unusable);
    QCOMPARE(readRevocationList("-----BEGIN nothing", good, issuer(), now()).status, RevocationStatus::Unusable);
}

QTEST_GUILESS_MAIN(tst_Revocation)
#include "tst_Revocation.moc"
