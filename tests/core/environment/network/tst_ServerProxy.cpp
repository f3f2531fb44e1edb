#include "core/environment/network/ServerProxyCheck.h"
#include "tests/core/environment/https/BadNetwork.h"
#include "tests/core/environment/https/ConnectProxy.h"
#include "tests/core/environment/https/WebServer.h"
#include "tests/support/ForeignTools.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

const QString kCheck = u"server-proxy"_s;
/// No proxy listens at this computer's discard port.
const QString kDeadProxy = u"http://127.0.0.1:9"_s;

QStringList through(const QString& proxy) { return { u"https_proxy="_s + proxy, u"http_proxy="_s + proxy }; }

} // namespace

class tst_ServerProxy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = demonstration::CertificateMint::create();
        QVERIFY(mint);
        m_mint.emplace(std::move(*mint));
    }

    void saysThatThereIsNone()
    {
        const WebServer server({ .key = *m_mint->issueServer() });
        const auto run = probe({ kCheck }, { relayAt(server) });
        QVERIFY2(run.outcome(kCheck) == u"not-applicable"_s, qPrintable(run.output));
        QCOMPARE(server.connections(), 0);
    }

    void passesAProxyThatLeads()
    {
        const WebServer server({ .key = *m_mint->issueServer() });
        const ConnectProxy proxy(ConnectProxy::Manner::Leads);
        const auto run = probe({ kCheck }, { relayAt(server) }, {}, through(proxy.url()));
        QVERIFY2(run.code(kCheck) == u"both-ways"_s, qPrintable(run.output));
        QCOMPARE(run.outcome(kCheck), u"passed"_s);
        QVERIFY(proxy.connections() >= 1);
        QCOMPARE(server.connections(), 2);
    }

    void passesAProxyThatIsTheOnlyWay()
    {
        const WebServer server({ .key = *m_mint->issueServer() });
        const ConnectProxy proxy(ConnectProxy::Manner::Leads);
        const auto run
            = probe({ kCheck }, { { Server::Role::Relay, server.url(u"relay.invalid"_s) } }, {}, through(proxy.url()));
        QVERIFY2(run.code(kCheck) == u"only-by-proxy"_s, qPrintable(run.output));
        QCOMPARE(run.outcome(kCheck), u"passed"_s);
    }

    void warnsOfAProxyThatLeadsNowhere_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<QString>("code");
        QTest::newRow("dead") << -1 << u"proxy-dead"_s;
        QTest::newRow("silent") << int(ConnectProxy::Manner::Silent) << u"proxy-dead"_s;
        QTest::newRow("refuses") << int(ConnectProxy::Manner::Refuses) << u"proxy-dead"_s;
        QTest::newRow("wants a password") << int(ConnectProxy::Manner::WantsPassword) << u"proxy-wants-password"_s;
    }
    void warnsOfAProxyThatLeadsNowhere()
    {
        QFETCH(const int, manner);
        QFETCH(const QString, code);
        const WebServer server({ .key = *m_mint->issueServer() });
        std::optional<ConnectProxy> proxy;
        if (manner >= 0)
            proxy.emplace(static_cast<ConnectProxy::Manner>(manner));
        const auto run = probe({ kCheck }, { relayAt(server) }, {}, through(proxy ? proxy->url() : kDeadProxy));
        QVERIFY2(run.outcome(kCheck) == u"warning"_s, qPrintable(run.output));
        QCOMPARE(run.code(kCheck), code);
        const auto result = run.result(kCheck);
        QVERIFY(result[u"found"_s].toString().contains(u"127.0.0.1:"_s));
        QVERIFY(!result[u"meaning"_s].toString().isEmpty() && !result[u"remedy"_s][u"text"_s].toString().isEmpty());
    }

    // Servers without TLS, which a proxy answers for.

    void passesAProxyThatLeadsToAPlainServer()
    {
        const WebServer server({});
        const ConnectProxy proxy(ConnectProxy::Manner::Leads);
        const auto run = probe({ kCheck }, { relayAt(server) }, {}, through(proxy.url()));
        QVERIFY2(run.code(kCheck) == u"both-ways"_s, qPrintable(run.output));
    }

    void warnsOfAProxyThatDoesNotLeadToAPlainServer_data()
    {
        QTest::addColumn<ConnectProxy::Manner>("manner");
        QTest::addColumn<QString>("code");
        QTest::newRow("refuses") << ConnectProxy::Manner::Refuses << u"proxy-dead"_s;
        QTest::newRow("wants a password") << ConnectProxy::Manner::WantsPassword << u"proxy-wants-password"_s;
    }
    void warnsOfAProxyThatDoesNotLeadToAPlainServer()
    {
        QFETCH(const ConnectProxy::Manner, manner);
        const WebServer server({});
        const ConnectProxy proxy(manner);
        const auto run = probe({ kCheck }, { relayAt(server) }, {}, through(proxy.url()));
        QVERIFY2(run.outcome(kCheck) == u"warning"_s, qPrintable(run.output));
        QTEST(run.code(kCheck), "code");
    }

    void failsWhereProxyAndServerAreOutOfReach()
    {
        const auto run
            = probe({ kCheck }, { { Server::Role::Relay, QUrl(u"https://127.0.0.1:9"_s) } }, {}, through(kDeadProxy));
        QVERIFY2(run.outcome(kCheck) == u"failed"_s, qPrintable(run.output));
        QCOMPARE(run.code(kCheck), u"proxy-and-server-unreachable"_s);
    }

    void blamesNoProxyForAServerThatIsDown()
    {
        const ConnectProxy proxy(ConnectProxy::Manner::Leads);
        const auto run
            = probe({ kCheck }, { { Server::Role::Relay, QUrl(u"https://127.0.0.1:9"_s) } }, {}, through(proxy.url()));
        QVERIFY2(run.outcome(kCheck) == u"could-not-tell"_s, qPrintable(run.output));
        QCOMPARE(run.code(kCheck), u"not-reached"_s);
    }

private:
    static Server relayAt(const WebServer& server) { return { Server::Role::Relay, server.url() }; }

    std::optional<demonstration::CertificateMint> m_mint;
};

QTEST_GUILESS_MAIN(tst_ServerProxy)
#include "tst_ServerProxy.moc"
