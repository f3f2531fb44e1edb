#include "core/environment/network/ServerNamesCheck.h"
#include "tests/core/environment/https/BadNetwork.h"
#include "tests/support/ForeignTools.h"

#include <QJsonArray>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

const QString kCheck = u"server-names"_s;

Server relay(const QString& url) { return { Server::Role::Relay, QUrl(url) }; }

} // namespace

/// Everything but the simplest happens in worlds of their own: this computer's name servers are none of a test's.
class tst_ServerNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksUpNothingThatIsNoName_data()
    {
        QTest::addColumn<QString>("url");
        for (const auto* url :
            { "https://127.0.0.1:8443", "https://[2001:db8::1]", "https://localhost:8443", "https://relay.localhost" })
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void looksUpNothingThatIsNoName()
    {
        QFETCH(const QString, url);
        QCOMPARE(ServerNamesCheck().measure(situationWith({ relay(url) }), {}, {}).outcome, Outcome::NotApplicable);
    }

    void looksUpNothingWhereNothingIsNamed()
    {
        QCOMPARE(ServerNamesCheck().measure({}, {}, {}).outcome, Outcome::NotApplicable);
    }

    void warnsOfAnEntryInTheHostsFile()
    {
        const auto world = withHosts("127.0.0.1 localhost\n203.0.113.7\trelay.example.com\n");
        if (!world)
            QSKIP("this computer lets nobody mount");
        const auto run = probe({ kCheck }, { relay(u"https://relay.example.com"_s) }, *world);
        const auto result = run.result(kCheck);
        QVERIFY2(run.outcome(kCheck) == u"warning"_s, qPrintable(run.output));
        QCOMPARE(run.code(kCheck), u"hosts-entry"_s);
        QCOMPARE(result[u"facts"_s][u"addresses"_s].toArray(), QJsonArray { u"203.0.113.7"_s });
        QVERIFY(result[u"found"_s].toString().contains(u"/etc/hosts"_s));
        QVERIFY(result[u"found"_s].toString().contains(u"203.0.113.7"_s));
        QVERIFY(result[u"remedy"_s][u"text"_s].toString().contains(u"/etc/hosts"_s));
    }

    void takesNoOffenceAtEntriesForOthers()
    {
        const auto world = withHosts("127.0.0.1 localhost\n203.0.113.7 printer.example.com\n");
        if (!world)
            QSKIP("this computer lets nobody mount");
        const auto run = probe({ kCheck }, { relay(u"https://127.0.0.1:8443"_s) }, *world);
        QVERIFY2(run.outcome(kCheck) == u"not-applicable"_s, qPrintable(run.output));
    }

    void failsWhereNobodyAnswersForNames()
    {
        const auto world = withoutNetwork();
        if (!world)
            QSKIP("this computer makes no networks");
        const auto run = probe({ kCheck }, { relay(u"https://relay.example.com"_s) }, *world);
        QVERIFY2(run.outcome(kCheck) == u"failed"_s, qPrintable(run.output));
        QCOMPARE(run.code(kCheck), u"no-name-service"_s);
        QVERIFY(!run.result(kCheck)[u"remedy"_s][u"text"_s].toString().isEmpty());
    }

    void passesANameThatIsFound()
    {
        const auto world = withNameServer(u"known"_s);
        if (!world)
            QSKIP("this computer makes no networks");
        const auto run = probe({ kCheck }, { relay(u"https://relay.example.com"_s) }, *world);
        QVERIFY2(run.outcome(kCheck) == u"passed"_s, qPrintable(run.output));
        QCOMPARE(run.result(kCheck)[u"facts"_s][u"addresses"_s].toArray(), QJsonArray { u"203.0.113.7"_s });
    }

    void failsWhereTheNameIsNotKnown()
    {
        const auto world = withNameServer(u"unknown"_s);
        if (!world)
            QSKIP("this computer makes no networks");
        const auto run = probe({ kCheck }, { relay(u"https://relay.example.com"_s) }, *world);
        QVERIFY2(run.outcome(kCheck) == u"failed"_s, qPrintable(run.output));
        QCOMPARE(run.code(kCheck), u"unknown-name"_s);
    }

    void leavesTheNameToAProxy()
    {
        const auto world = withoutNetwork();
        if (!world)
            QSKIP("this computer makes no networks");
        const auto run = probe({ kCheck }, { relay(u"https://relay.example.com"_s) }, *world,
            { u"https_proxy=http://127.0.0.1:9"_s, u"http_proxy=http://127.0.0.1:9"_s });
        QVERIFY2(run.code(kCheck) == u"by-proxy"_s, qPrintable(run.output));
    }

private:
    std::optional<QStringList> withHosts(const QByteArray& content)
    {
        const auto file = m_folder.filePath(u"hosts"_s);
        return writeFile(file, content) ? withHostsFile(file) : std::nullopt;
    }

    /// A network in which there is nothing but a name server that knows every name or none.
    std::optional<QStringList> withNameServer(const QString& names)
    {
        const auto resolver = m_folder.filePath(u"resolv.conf"_s);
        if (!writeFile(resolver, "nameserver 127.0.0.1\n") || !withoutNetwork())
            return {};
        const auto start = uR"(
ip link set lo up
mount --bind '%1' /etc/resolv.conf
mkfifo '%2'
python3 -B '%3' %4 > '%2' &
read ready < '%2'
rm '%2'
"$@"
code=$?
kill $!
exit $code)"_s.arg(resolver, m_folder.filePath(u"ready"_s), QFINDTESTDATA("name-server.py"), names);
        return QStringList { u"unshare"_s, u"-m"_s, u"-n"_s, u"/bin/sh"_s, u"-c"_s, start, u"sh"_s };
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_ServerNames)
#include "tst_ServerNames.moc"
