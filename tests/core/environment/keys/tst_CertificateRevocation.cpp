#include "tests/core/environment/https/WebServer.h"
#include "tests/core/environment/keys/KeyDesk.h"
#include "tests/support/OpensslAuthority.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using demonstration::MintedKey;

namespace {

constexpr std::string_view kPin = "482913";
const auto kNamesAResponder = u"authorityInfoAccess=OCSP;URI:http://ocsp.example.com/"_s;
const auto kForSigning = u"keyUsage=critical,digitalSignature"_s;

Policy asking(const std::vector<QUrl>& urls)
{
    auto policy = standardPolicy();
    for (const auto& url : urls)
        policy.servers.push_back({ Server::Role::Revocation, url });
    return policy;
}

} // namespace

/// Asked for real: openssl's responder, lists on a web server, and servers with bad days.
class tst_CertificateRevocation : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OpensslAuthority> m_authority;
    std::unique_ptr<SoftHsmTokens> m_tokens;
    QUrl m_responder;
    MintedKey m_good, m_revoked, m_silent;

    Finding onToken(const MintedKey& key, const Policy& policy)
    {
        m_tokens.reset();
        m_tokens = std::make_unique<SoftHsmTokens>();
        m_tokens->add(u"T"_s, kPin, { { key, u"k"_s, "\x01" } });
        return measured("certificate-revocation", withModules({ SoftHsmTokens::module() }), policy);
    }

private Q_SLOTS:
    void initTestCase();
    void goodCertificatePasses();
    void revokedCertificateFails();
    void listIsAskedToo();
    void nobodyIsAskedWhoWasNotNamed();
    void certificateThatNamesNobodyIsNotAskedAbout();
    void unreachableCouldNotTell();
    void silentServerCouldNotTell();
    void rubbishProvesNothing();
    void issuerThatIsMissingCouldNotTell();
    void issuerMayBeAmongTheTrustedRoots();
    void revokedIsBelievedBeforeGood();
};

void tst_CertificateRevocation::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty() || !OpensslAuthority::isInstalled())
        QSKIP("SoftHSM or openssl is not installed");
    m_authority = std::make_unique<OpensslAuthority>();
    m_good = m_authority->issue(u"Good Company"_s, { kForSigning, kNamesAResponder });
    m_revoked = m_authority->issue(u"Revoked Company"_s, { kForSigning, kNamesAResponder });
    m_silent = m_authority->issue(u"Silent Company"_s, { kForSigning });
    m_authority->revoke(m_revoked);
    m_responder = m_authority->startResponder();
}

void tst_CertificateRevocation::goodCertificatePasses()
{
    const auto finding = onToken(m_good, asking({ m_responder }));
    QVERIFY2(finding.outcome == Outcome::Passed, qPrintable(foundText(finding)));
    QCOMPARE(finding.code, u"not-revoked"_s);
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateRevocation::revokedCertificateFails()
{
    const auto finding = onToken(m_revoked, asking({ m_responder }));
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"revoked"_s);
    QVERIFY(foundText(finding).contains(QDate::currentDate().toString(Qt::ISODate))
        || foundText(finding).contains(QDate::currentDate().addDays(-1).toString(Qt::ISODate)));
    QVERIFY(foundText(finding).contains(u"its key may be in other hands"_s));
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateRevocation::listIsAskedToo()
{
    WebServer::Options options;
    options.body = m_authority->list();
    const WebServer server(options);
    auto url = server.url();
    url.setPath(u"/authority.crl"_s);
    QCOMPARE(onToken(m_good, asking({ url })).code, u"not-revoked"_s);
    QCOMPARE(onToken(m_revoked, asking({ url })).code, u"revoked"_s);
    QCOMPARE(server.requests(), 2);
}

void tst_CertificateRevocation::nobodyIsAskedWhoWasNotNamed()
{
    const WebServer server({});
    const auto key = m_authority->issue(
        u"Calling Company"_s, { kForSigning, u"authorityInfoAccess=OCSP;URI:"_s + server.url().toString() });
    const auto finding = onToken(key, standardPolicy());
    QCOMPARE(finding.outcome, Outcome::NotApplicable);
    QCOMPARE(finding.code, u"no-server"_s);
    // Nor where the policy names another one.
    (void)onToken(key, asking({ m_responder }));
    QCOMPARE(server.connections(), 0);
}

void tst_CertificateRevocation::certificateThatNamesNobodyIsNotAskedAbout()
{
    const WebServer server({});
    const auto finding = onToken(m_silent, asking({ server.url() }));
    QCOMPARE(finding.outcome, Outcome::NotApplicable);
    QCOMPARE(finding.code, u"names-nobody"_s);
    QCOMPARE(server.connections(), 0);
}

void tst_CertificateRevocation::unreachableCouldNotTell()
{
    const auto finding = onToken(m_good, asking({ QUrl(u"http://127.0.0.1:1/"_s) }));
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(finding.code, u"unreachable"_s);
    QVERIFY(!finding.meaning.isEmpty() && !finding.remedy.text.isEmpty());
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateRevocation::silentServerCouldNotTell()
{
    WebServer::Options options;
    options.manner = WebServer::Manner::SilentAfterRequest;
    const WebServer server(options);
    QElapsedTimer timer;
    timer.start();
    const auto finding = onToken(m_good, asking({ server.url() }));
    QCOMPARE(finding.code, u"unreachable"_s);
    QVERIFY(timer.elapsed() < 60'000); // far more than it may wait, far less than for ever
}

void tst_CertificateRevocation::rubbishProvesNothing()
{
    WebServer::Options options;
    options.body = "<html>log in to the hotel's network</html>";
    const WebServer server(options);
    const auto finding = onToken(m_good, asking({ server.url() }));
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(finding.code, u"answer-unusable"_s);
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateRevocation::issuerThatIsMissingCouldNotTell()
{
    auto alone = m_good;
    alone.issuers.clear();
    const auto finding = onToken(alone, asking({ m_responder }));
    QCOMPARE(finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(finding.code, u"issuer-missing"_s);
    QCOMPARE(missingIn(finding), QString());
}

void tst_CertificateRevocation::issuerMayBeAmongTheTrustedRoots()
{
    auto alone = m_good;
    alone.issuers.clear();
    auto policy = asking({ m_responder });
    policy.trustedRoots.append(m_authority->certificateFile());
    QCOMPARE(onToken(alone, policy).code, u"not-revoked"_s);
}

void tst_CertificateRevocation::revokedIsBelievedBeforeGood()
{
    // A list from before it was revoked, from a server that still shows it.
    OpensslAuthority authority(u"Second Authority"_s);
    const auto key = authority.issue(u"Sample Company"_s, { kForSigning, kNamesAResponder });
    WebServer::Options options;
    options.body = authority.list();
    const WebServer server(options);
    auto before = server.url();
    before.setPath(u"/old.crl"_s);
    authority.revoke(key);
    const auto after = authority.startResponder();
    QCOMPARE(onToken(key, asking({ before })).code, u"not-revoked"_s);
    QCOMPARE(onToken(key, asking({ before, after })).code, u"revoked"_s);
    QCOMPARE(onToken(key, asking({ after, before })).code, u"revoked"_s);
    QCOMPARE(onToken(key, asking({ QUrl(u"http://127.0.0.1:1/"_s), before })).code, u"not-revoked"_s);
}

QTEST_GUILESS_MAIN(tst_CertificateRevocation)
#include "tst_CertificateRevocation.moc"
