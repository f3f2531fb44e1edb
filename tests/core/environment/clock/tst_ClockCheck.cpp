#include "core/environment/clock/ClockCheck.h"
#include "tests/core/environment/https/BadNetwork.h"
#include "tests/core/environment/https/WebServer.h"
#include "tests/support/ForeignTools.h"
#ifdef BIDSEAL_HAS_RELAY
#include "tests/support/RelayProcess.h"
#endif

#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using demonstration::Validity;

namespace {

constexpr auto kDay = 24h;

/// The host is the source: this computer has three names, and so can be three of them.
const QString kFirst = u"127.0.0.1"_s;
const QString kSecond = u"localhost"_s;

QVariant factOf(const Finding& finding, const QString& name)
{
    for (const auto& fact : finding.facts)
        if (fact.name == name)
            return fact.value.toVariant();
    return {};
}

QString textOf(const Finding& finding) { return filled(finding.found, finding.facts, Disclosure::Full); }

} // namespace

class tst_ClockCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        auto mint = demonstration::CertificateMint::create();
        QVERIFY(mint);
        m_mint.emplace(std::move(*mint));
        m_caFile = m_folder.filePath(u"ca.pem"_s);
        QVERIFY(writeFile(m_caFile, demonstration::certificatePem(m_mint->rootCertificate())));
    }

    void asksNobodyWhereNobodyIsNamed() { QCOMPARE(measured({}).outcome, Outcome::NotApplicable); }

    void asksNobodyWhoseTimeCouldBeAnybodys()
    {
        const WebServer plain({});
        QCOMPARE(measured({ { Server::Role::Timestamp, plain.url() } }).outcome, Outcome::NotApplicable);
        const WebServer revocation({ .key = *m_mint->issueServer() });
        QCOMPARE(
            measured({ { Server::Role::Revocation, revocation.url(), m_caFile } }).outcome, Outcome::NotApplicable);
        QCOMPARE(plain.connections() + revocation.connections(), 0);
    }

    void passesARightClock()
    {
        const WebServer server({ .key = *m_mint->issueServer() });
        const auto finding = measured({ source(server, kFirst) });
        QCOMPARE(finding.outcome, Outcome::Passed);
        QCOMPARE(factOf(finding, u"sources"_s).toStringList(), QStringList { kFirst });
        QVERIFY(std::abs(factOf(finding, u"offsetSeconds"_s).toDouble()) < 20);
        QVERIFY(factOf(finding, u"roundTripsMilliseconds"_s).toList().size() == 1);
    }

    void warnsOfAClockThatIsOff_data()
    {
        QTest::addColumn<std::chrono::seconds>("shift");
        QTest::addColumn<QString>("says");
        QTest::newRow("ahead") << std::chrono::seconds(-100s) << u"ahead"_s;
        QTest::newRow("behind") << std::chrono::seconds(100s) << u"behind"_s;
    }
    void warnsOfAClockThatIsOff()
    {
        QFETCH(const std::chrono::seconds, shift);
        QFETCH(const QString, says);
        const WebServer server({ .key = *m_mint->issueServer(), .dateShift = shift });
        const auto finding = measured({ source(server, kFirst) });
        QCOMPARE(finding.outcome, Outcome::Warning);
        QCOMPARE(finding.code, u"clock-off"_s);
        QVERIFY2(textOf(finding).contains(says), qPrintable(textOf(finding)));
        QVERIFY(!finding.meaning.isEmpty() && finding.remedy.text.contains(u"time zone"_s));
    }

    void failsWhereTwoServersSayThatItIsWrong_data()
    {
        QTest::addColumn<std::chrono::seconds>("shift");
        QTest::newRow("ten minutes behind") << std::chrono::seconds(10min);
        QTest::newRow("ten minutes ahead") << std::chrono::seconds(-10min);
        QTest::newRow("a day") << std::chrono::seconds(kDay);
    }
    void failsWhereTwoServersSayThatItIsWrong()
    {
        QFETCH(const std::chrono::seconds, shift);
        const WebServer first({ .key = *m_mint->issueServer(), .dateShift = shift });
        const WebServer second({ .key = *m_mint->issueServer(), .dateShift = shift + 20s });
        const auto finding = measured({ source(first, kFirst), source(second, kSecond) });
        QCOMPARE(finding.outcome, Outcome::Failed);
        QCOMPARE(finding.code, u"clock-wrong"_s);
        QVERIFY(finding.meaning.contains(u"the certificate is invalid"_s));
        QVERIFY(!finding.remedy.text.isEmpty());
        QCOMPARE(factOf(finding, u"agreeingSources"_s).toInt(), 2);
    }

    void believesNoSingleServer()
    {
        const WebServer server({ .key = *m_mint->issueServer(), .dateShift = 10min });
        const auto finding = measured({ source(server, kFirst) });
        QCOMPARE(finding.outcome, Outcome::CouldNotTell);
        QCOMPARE(finding.code, u"one-source"_s);
        QVERIFY(!finding.remedy.text.isEmpty());
    }

    void takesAComputerNamedTwiceForOneSource()
    {
        const WebServer relay({ .key = *m_mint->issueServer(), .dateShift = 10min });
        const WebServer timestamps({ .key = *m_mint->issueServer(), .dateShift = 10min });
        QCOMPARE(measured({ source(relay, kFirst), source(timestamps, kFirst) }).code, u"one-source"_s);
    }

    void decidesNothingWhereServersContradictEachOther()
    {
        const WebServer honest({ .key = *m_mint->issueServer() });
        const WebServer liar({ .key = *m_mint->issueServer(), .dateShift = 10min });
        const auto finding = measured({ source(honest, kFirst), source(liar, kSecond) });
        QCOMPARE(finding.outcome, Outcome::CouldNotTell);
        QCOMPARE(finding.code, u"sources-disagree"_s);
    }

    void isNotMisledByOneLiarAmongThree()
    {
        const WebServer honest({ .key = *m_mint->issueServer() });
        const WebServer liar({ .key = *m_mint->issueServer(), .dateShift = -10min });
        const WebServer third({ .key = *m_mint->issueServer(), .address = QHostAddress::LocalHostIPv6 });
        if (third.port() == 0)
            QSKIP("no IPv6 on this computer");
        const auto finding = measured({ source(honest, kFirst), source(liar, kSecond), source(third, u"::1"_s) });
        QCOMPARE(finding.outcome, Outcome::Passed);
        QCOMPARE(factOf(finding, u"agreeingSources"_s).toInt(), 2);
    }

    void doesNotPassOnCertificatesThatAreOutOfDate()
    {
        const WebServer first({ .key = *m_mint->issueServer(Validity::years(2021, 2022)) });
        const WebServer second({ .key = *m_mint->issueServer(Validity::years(2040, 2041)) });
        const auto finding = measured({ source(first, kFirst), source(second, kSecond) });
        QCOMPARE(finding.outcome, Outcome::CouldNotTell);
        QCOMPARE(finding.code, u"certificates-refused"_s);
        QCOMPARE(factOf(finding, u"certificatesAccepted"_s).toList(), (QVariantList { false, false }));
    }

    void letsCertificatesThatAreOutOfDateConfirmThatItIsWrong()
    {
        const WebServer proven({ .key = *m_mint->issueServer(), .dateShift = 10min });
        const WebServer refused({ .key = *m_mint->issueServer(Validity::years(2040, 2041)), .dateShift = 10min });
        QCOMPARE(measured({ source(proven, kFirst), source(refused, kSecond) }).code, u"clock-wrong"_s);
    }

    void hearsNoStranger()
    {
        const auto stranger = demonstration::CertificateMint::create();
        const WebServer server({ .key = *stranger->issueServer() });
        const auto finding = measured({ source(server, kFirst) });
        QCOMPARE(finding.outcome, Outcome::CouldNotTell);
        QCOMPARE(factOf(finding, u"problems"_s).toStringList(), QStringList { u"certificate-refused"_s });
    }

    void couldNotTellWithoutATime_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto* kind : { "no Date", "a Date of another day from a cache", "silent", "garbage", "gone" })
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void couldNotTellWithoutATime()
    {
        QFETCH(const QString, kind);
        WebServer::Options options { .key = *m_mint->issueServer() };
        if (kind == u"no Date"_s)
            options.dateShift = {};
        else if (kind == u"silent"_s)
            options.manner = WebServer::Manner::SilentAfterRequest;
        else if (kind == u"garbage"_s)
            options.manner = WebServer::Manner::GarbageForTls;
        else if (kind.contains(u"cache"_s)) {
            options.dateShift = -kDay;
            options.headers = "Age: 86400\r\n";
        }
        auto server = std::make_unique<WebServer>(options);
        const auto place = source(*server, kFirst);
        if (kind == u"gone"_s)
            server.reset();
        const auto finding = measured({ place });
        QCOMPARE(finding.outcome, Outcome::CouldNotTell);
        QCOMPARE(finding.code, u"no-answer"_s);
        QVERIFY(!finding.meaning.isEmpty() && !finding.remedy.text.isEmpty());
    }

    void keepsServersNamesFromOthers()
    {
        const WebServer server({ .key = *m_mint->issueServer() });
        const auto finding = measured({ source(server, kSecond) });
        for (const auto& fact : finding.facts)
            QVERIFY(fact.privacy == Privacy::Personal || !fact.value.toVariant().toStringList().contains(kSecond));
    }

    void passesBesideARealRelay()
    {
#ifdef BIDSEAL_HAS_RELAY
        RelayProcess relay;
        QVERIFY(relay.start());
        const auto run = probe({ u"clock"_s },
            { .servers
                = { { Server::Role::Relay,
                      QUrl(relay.origin()),
                      relay.caFile() } } });
        QVERIFY2(run.outcome(u"clock"_s) == u"passed"_s, qPrintable(run.output));
#else
        QSKIP("the relay is not built here");
#endif
    }

    // A clock that is really wrong: the whole process lives under it, its TLS too.

    void findsARealClockWrong_data()
    {
        QTest::addColumn<QString>("clock");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("code");
        QTest::newRow("right") << u"+0"_s << u"passed"_s << u"clock-right"_s;
        QTest::newRow("a minute and a half ahead") << u"+90"_s << u"warning"_s << u"clock-off"_s;
        QTest::newRow("ten minutes ahead") << u"+600"_s << u"failed"_s << u"clock-wrong"_s;
        // All certificates have expired by then.
        QTest::newRow("twelve years ahead") << u"+4380d"_s << u"failed"_s << u"clock-wrong"_s;
        // An empty battery: the clock starts anew.
        QTest::newRow("2010") << u"@2010-01-01 00:00:00"_s << u"failed"_s << u"before-build"_s;
    }
    void findsARealClockWrong()
    {
#ifdef BIDSEAL_IS_SANITIZED
        QSKIP("sanitizers and faketime both want to be loaded first");
#endif
        if (!isInstalled(u"faketime"_s))
            QSKIP("faketime is not installed");
        QFETCH(const QString, clock);
        const WebServer first({ .key = *m_mint->issueServer() });
        const WebServer second({ .key = *m_mint->issueServer() });
        const auto run = probe({ u"clock"_s }, { source(first, kFirst), source(second, kSecond) },
            { u"faketime"_s, u"-m"_s, u"-f"_s, clock }, { u"FAKETIME_DONT_FAKE_MONOTONIC=1"_s });
        QVERIFY2(!run.report.isEmpty(), qPrintable(run.output));
        QTEST(run.outcome(u"clock"_s), "outcome");
        QTEST(run.code(u"clock"_s), "code");
    }

private:
    Server source(const WebServer& server, const QString& host) const
    {
        return { Server::Role::Time, server.url(host), m_caFile };
    }

    static Finding measured(const std::vector<Server>& servers)
    {
        Policy policy;
        policy.thresholds.clockWarningSeconds = 30;
        policy.thresholds.clockFailureSeconds = 300;
        return ClockCheck().measure(situationWith(servers), policy, {});
    }

    QTemporaryDir m_folder;
    QString m_caFile;
    std::optional<demonstration::CertificateMint> m_mint;
};

QTEST_GUILESS_MAIN(tst_ClockCheck)
#include "tst_ClockCheck.moc"
