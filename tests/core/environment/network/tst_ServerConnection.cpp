#include "core/environment/network/ServerConnectionCheck.h"
#include "tests/core/environment/https/BadNetwork.h"
#include "tests/core/environment/https/WebServer.h"
#include "tests/support/ForeignTools.h"
#ifdef BIDSEAL_HAS_RELAY
#include "tests/support/RelayProcess.h"
#endif

#include <QJsonArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using demonstration::CaLevels;
using demonstration::CertificateMint;
using demonstration::MintedKey;
using demonstration::Validity;

namespace {

const QString kCheck = u"server-connection"_s;

QVariant factOf(const Finding& finding, const QString& name)
{
    for (const auto& fact : finding.facts)
        if (fact.name == name)
            return fact.value.toVariant();
    return {};
}

QString textOf(const Finding& finding) { return filled(finding.found, finding.facts, Disclosure::Full); }

/// A finding whose sentences are whole, and help.
bool helps(const Finding& finding)
{
    const auto whole = [&finding](const QString& text) {
        return !text.isEmpty() && !filled(text, finding.facts, Disclosure::Full).contains(u'{');
    };
    return whole(finding.found) && whole(finding.meaning) && whole(finding.remedy.text);
}

} // namespace

class tst_ServerConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = CertificateMint::create(CaLevels::WithIntermediate);
        QVERIFY(mint);
        m_mint.emplace(std::move(*mint));
        m_caFile = m_folder.filePath(u"ca.pem"_s);
        QVERIFY(writeFile(m_caFile, demonstration::certificatePem(m_mint->rootCertificate())));
    }

    void saysThatThereIsNothingToConnectTo() { QCOMPARE(measured({}).outcome, Outcome::NotApplicable); }

    void passesAGoodServerAndShowsItsChain()
    {
        const WebServer server({ .key = *m_mint->issueServer() });
        const auto finding = measured({ relayAt(server) });
        QVERIFY2(finding.outcome == Outcome::Passed, qPrintable(textOf(finding)));
        QCOMPARE(factOf(finding, u"protocol"_s).toString(), u"TLS 1.3"_s);
        QCOMPARE(factOf(finding, u"chainSubjects"_s).toStringList().first(), u"localhost"_s);
        QCOMPARE(factOf(finding, u"chainIssuers"_s).toStringList().first(), u"示例签发证书 (Sample Issuing CA)"_s);
        QCOMPARE(factOf(finding, u"chainIssuers"_s).toStringList().value(1), u"示例根证书 (Sample Root CA)"_s);
        QVERIFY(!textOf(finding).contains(u'{'));
    }

    void passesARealRelay()
    {
#ifdef BIDSEAL_HAS_RELAY
        RelayProcess relay;
        QVERIFY(relay.start());
        const Server server { Server::Role::Relay, QUrl(relay.origin()), relay.caFile() };
        const auto run = probe({ kCheck, u"server-names"_s, u"server-proxy"_s }, { server });
        QVERIFY2(run.outcome(kCheck) == u"passed"_s, qPrintable(run.output));
        QCOMPARE(run.outcome(u"server-names"_s), u"not-applicable"_s);
        QCOMPARE(run.outcome(u"server-proxy"_s), u"not-applicable"_s);
#else
        QSKIP("the relay is not built here");
#endif
    }

    void passesPlainServersThatAreThere()
    {
        const WebServer timestamps({ .status = "405 Method Not Allowed" });
        const auto finding = measured({ { Server::Role::Timestamp, timestamps.url() } });
        QVERIFY2(finding.outcome == Outcome::Passed, qPrintable(textOf(finding)));
        QCOMPARE(finding.code, u"reached"_s);
        const WebServer curt({ .manner = WebServer::Manner::CutsBeforeAnswer });
        QCOMPARE(measured({ { Server::Role::Revocation, curt.url() } }).code, u"reached"_s);
    }

    void namesAStrangersIssuer()
    {
        const auto key = foreignKey(u"测试机构 (Foreign CA)"_s);
        const WebServer server({ .key = key });
        const auto finding = measured({ relayAt(server) });
        QCOMPARE(finding.outcome, Outcome::Failed);
        QCOMPARE(finding.code, u"foreign-chain"_s);
        QVERIFY2(textOf(finding).contains(u"测试机构 (Foreign CA)"_s), qPrintable(textOf(finding)));
        QVERIFY(helps(finding));
        QCOMPARE(server.requests(), 0);
    }

    void namesWhoStandsInBetween()
    {
        const WebServer server({ .key = foreignKey(u"Kaspersky Anti-Virus Personal Root Certificate"_s) });
        const auto finding = measured({ relayAt(server) });
        QCOMPARE(finding.outcome, Outcome::Failed);
        QCOMPARE(finding.code, u"intercepted"_s);
        QCOMPARE(factOf(finding, u"inspector"_s).toString(), u"Kaspersky"_s);
        QVERIFY(helps(finding));
    }

    void warnsOfAnInspectorThatThisComputerTrusts()
    {
        QString root;
        const WebServer server({ .key = foreignKey(u"Zscaler Root CA"_s, &root) });
        const auto before = QSslConfiguration::defaultConfiguration();
        auto trusting = before;
        trusting.addCaCertificates(QSslCertificate::fromPath(root));
        QSslConfiguration::setDefaultConfiguration(trusting);
        const auto finding = measured({ { Server::Role::Relay, server.url() } });
        QSslConfiguration::setDefaultConfiguration(before);
        QCOMPARE(finding.outcome, Outcome::Warning);
        QCOMPARE(finding.code, u"inspected"_s);
        QVERIFY(helps(finding));
    }

    void suspectsTheClockWhereDatesAreRefused_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("until");
        QTest::newRow("expired") << 2021 << 2022;
        QTest::newRow("not yet valid") << 2040 << 2041;
    }
    void suspectsTheClockWhereDatesAreRefused()
    {
        QFETCH(const int, from);
        QFETCH(const int, until);
        const WebServer server({ .key = *m_mint->issueServer(Validity::years(from, until)) });
        const auto finding = measured({ relayAt(server) });
        QCOMPARE(finding.outcome, Outcome::Failed);
        QCOMPARE(finding.code, u"dates-refused"_s);
        QVERIFY(finding.meaning.contains(u"clock is wrong"_s));
        QVERIFY2(textOf(finding).contains(QString::number(from)), qPrintable(textOf(finding)));
        QVERIFY(helps(finding));
    }

    void refusesACertificateForAnotherName()
    {
        const WebServer server({ .key = *m_mint->issueServer() }); // not for this one of the loopback's addresses
        const auto finding = measured({ { Server::Role::Relay, server.url(u"127.0.0.1.sslip.invalid"_s), m_caFile } });
        QCOMPARE(finding.code, u"not-reached"_s);
        const WebServer other({ .key = *m_mint->issueServer(), .address = QHostAddress(u"127.0.0.2"_s) });
        if (other.port() == 0)
            QSKIP("this computer has one loopback address only");
        const auto wrong = measured({ { Server::Role::Relay, other.url(u"127.0.0.2"_s), m_caFile } });
        QCOMPARE(wrong.code, u"wrong-name"_s);
        QVERIFY(helps(wrong));
    }

    void failsWithoutAConnection_data()
    {
        QTest::addColumn<WebServer::Manner>("manner");
        QTest::addColumn<QString>("code");
        QTest::newRow("silent") << WebServer::Manner::SilentFromTheStart << u"no-answer"_s;
        QTest::newRow("something else listens there") << WebServer::Manner::GarbageForTls << u"no-tls"_s;
    }
    void failsWithoutAConnection()
    {
        QFETCH(const WebServer::Manner, manner);
        const WebServer server({ .key = *m_mint->issueServer(), .manner = manner });
        const auto finding = measured({ relayAt(server) });
        QCOMPARE(finding.outcome, Outcome::Failed);
        QTEST(finding.code, "code");
        QVERIFY(helps(finding));
    }

    void failsWhereNobodyListens()
    {
        for (const auto role :
            { Server::Role::Relay, Server::Role::Timestamp, Server::Role::Revocation, Server::Role::Time }) {
            const auto finding = measured({ { role, QUrl(u"https://127.0.0.1:9"_s) } });
            QCOMPARE(finding.outcome, Outcome::Failed);
            QCOMPARE(finding.code, u"not-reached"_s);
            QVERIFY(helps(finding));
        }
    }

    void saysThatTheAuthoritysFileIsMissing()
    {
        const auto finding
            = measured({ { Server::Role::Relay, QUrl(u"https://127.0.0.1:9"_s), m_folder.filePath(u"none.pem"_s) } });
        QCOMPARE(finding.code, u"authorities-missing"_s);
        QVERIFY(helps(finding));
    }

    void pointsToTheProxyWhereThatIsInTheWay()
    {
        const WebServer server({ .key = *m_mint->issueServer() });
        const WebServer plain({});
        for (const auto& at : { relayAt(server), Server { Server::Role::Timestamp, plain.url() } }) {
            const auto run = probe(
                { kCheck }, { at }, {}, { u"https_proxy=http://127.0.0.1:9"_s, u"http_proxy=http://127.0.0.1:9"_s });
            QVERIFY2(run.outcome(kCheck) == u"failed"_s, qPrintable(run.output));
            QVERIFY2(run.result(kCheck)[u"found"_s].toString().contains(u"proxy"_s), qPrintable(run.output));
        }
    }

    void warnsOfASlowServer()
    {
        const WebServer server({ .key = *m_mint->issueServer(), .delayBeforeTls = 1'800ms });
        const auto finding = measured({ relayAt(server) }, 1'500ms);
        QCOMPARE(finding.outcome, Outcome::Warning);
        QCOMPARE(finding.code, u"slow"_s);
        QVERIFY(factOf(finding, u"milliseconds"_s).toInt() >= 1'800);
        QVERIFY(helps(finding));
    }

    void tellsTheWorstOfSeveralAndKeepsTheOthers()
    {
        const WebServer good({ .key = *m_mint->issueServer() });
        const WebServer foreign({ .key = foreignKey(u"Foreign CA"_s) });
        const auto finding = measured({ relayAt(good), { Server::Role::Timestamp, foreign.url(), m_caFile } });
        QCOMPARE(finding.code, u"foreign-chain"_s);
        QCOMPARE(finding.parts.size(), std::size_t(2));
        QCOMPARE(finding.parts[0].outcome, Outcome::Passed);
        QVERIFY2(textOf(finding).startsWith(u"Timestamp server"_s), qPrintable(textOf(finding)));
    }

    void keepsNamesFromOthers()
    {
        const WebServer server({ .key = *m_mint->issueServer() });
        const auto finding = measured({ relayAt(server) });
        const auto redacted = filled(finding.found, finding.facts, Disclosure::Redacted);
        QVERIFY2(!redacted.contains(u"127.0.0.1"_s) && !redacted.contains(u"Sample"_s), qPrintable(redacted));
        for (const auto& fact : finding.facts)
            QVERIFY(fact.privacy == Privacy::Personal || !fact.value.toVariant().toString().contains(u"127.0.0.1"_s));
    }

private:
    Server relayAt(const WebServer& server) const { return { Server::Role::Relay, server.url(), m_caFile }; }

    static Finding measured(const std::vector<Server>& servers, std::chrono::milliseconds limit = 20s)
    {
        Policy policy;
        policy.thresholds.latencyWarningMilliseconds = static_cast<int>(limit.count());
        return ServerConnectionCheck().measure(situationWith(servers), policy, {});
    }

    /// For 127.0.0.1, under a root of this name that OpenSSL's own program has made, as an inspector would.
    MintedKey foreignKey(const QString& issuer, QString* rootFile = nullptr)
    {
        const auto at = [this](const char* name) { return m_folder.filePath(QString::fromLatin1(name)); };
        [[maybe_unused]] const bool written = writeFile(at("extensions"), "subjectAltName=IP:127.0.0.1\n");
        const auto run = [](const QStringList& arguments) {
            const auto made = runTool(u"openssl"_s, arguments);
            if (made.exitCode != 0)
                qWarning("%s", qPrintable(made.output));
        };
        const QStringList newKey { u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-utf8"_s };
        run(QStringList { u"req"_s, u"-x509"_s, u"-days"_s, u"3000"_s, u"-subj"_s, u"/CN="_s + issuer, u"-keyout"_s,
                at("root.key"), u"-out"_s, at("root.pem") }
            + newKey);
        run(QStringList {
                u"req"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-keyout"_s, at("leaf.key"), u"-out"_s, at("leaf.csr") }
            + newKey);
        run({ u"x509"_s, u"-req"_s, u"-days"_s, u"3000"_s, u"-in"_s, at("leaf.csr"), u"-CA"_s, at("root.pem"),
            u"-CAkey"_s, at("root.key"), u"-CAcreateserial"_s, u"-extfile"_s, at("extensions"), u"-out"_s,
            at("leaf.pem") });
        run({ u"pkcs8"_s, u"-topk8"_s, u"-nocrypt"_s, u"-in"_s, at("leaf.key"), u"-outform"_s, u"DER"_s, u"-out"_s,
            at("leaf.der") });
        if (rootFile)
            *rootFile = at("root.pem");
        const auto leaf = QSslCertificate::fromPath(at("leaf.pem"));
        return { leaf.isEmpty() ? QByteArray() : leaf.first().toDer(), readFile(at("leaf.der")), {} };
    }

    QTemporaryDir m_folder;
    QString m_caFile;
    std::optional<CertificateMint> m_mint;
};

QTEST_GUILESS_MAIN(tst_ServerConnection)
#include "tst_ServerConnection.moc"
