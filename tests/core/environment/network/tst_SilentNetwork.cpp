#include "tests/core/environment/https/BadNetwork.h"

#include <QJsonArray>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;

/// A network that takes every packet and answers none: no error comes, and only a limit ends the wait.
class tst_SilentNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world = inASilentNetwork();
        if (!m_world)
            QSKIP("this computer makes no networks");
    }

    void everyCheckEndsInTimeByItself_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("code");
        QTest::newRow("clock") << u"clock"_s << u"could-not-tell"_s << u"no-answer"_s;
        QTest::newRow("server-names") << u"server-names"_s << u"failed"_s << u"no-name-service"_s;
        QTest::newRow("server-connection") << u"server-connection"_s << u"failed"_s << u"no-answer"_s;
    }
    void everyCheckEndsInTimeByItself()
    {
        QFETCH(const QString, check);
        const auto run = checkedInSilence();
        QVERIFY2(!run.report.isEmpty(), qPrintable(run.output));
        QTEST(run.outcome(check), "outcome");
        QTEST(run.code(check), "code"); // not "too-slow": it was not killed
        QVERIFY(run.result(check)[u"milliseconds"_s].toInt() < 8'000);
        QVERIFY(!run.result(check)[u"remedy"_s][u"text"_s].toString().isEmpty());
    }

    void aProxyThatIsOutThereTooEndsInTime()
    {
        const QString check = u"server-proxy"_s;
        const auto run = probe({ check }, servers(), *m_world, { u"http_proxy=http://203.0.113.9:8080"_s });
        QVERIFY2(run.code(check) == u"proxy-and-server-unreachable"_s, qPrintable(run.output));
        QCOMPARE(run.outcome(check), u"failed"_s);
        QVERIFY(run.result(check)[u"milliseconds"_s].toInt() < 8'000);
    }

private:
    /// All side by side, by a name, by a number, without encryption.
    const ProbeRun& checkedInSilence()
    {
        if (m_run.report.isEmpty())
            m_run = probe({ u"clock"_s, u"server-names"_s, u"server-connection"_s }, servers(), *m_world);
        return m_run;
    }

    static std::vector<Server> servers()
    {
        return { { Server::Role::Relay, QUrl(u"https://relay.example.com"_s) },
            { Server::Role::Timestamp, QUrl(u"https://203.0.113.7"_s) },
            { Server::Role::Revocation, QUrl(u"http://203.0.113.8/ocsp"_s) } };
    }

    std::optional<QStringList> m_world;
    ProbeRun m_run;
};

QTEST_GUILESS_MAIN(tst_SilentNetwork)
#include "tst_SilentNetwork.moc"
