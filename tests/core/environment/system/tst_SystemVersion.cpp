#include "core/environment/system/SystemVersionCheck.h"

#include "core/base/platform/Assignments.h"
#include "core/base/platform/SystemInfo.h"

#include "tests/core/environment/interference/FindingQuestions.h"
#include "tests/core/environment/interference/Probe.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;

namespace {

const auto kCheck = u"system-version"_s;

/// Another system's own words, in the place of this one's.
OwnWorld systemThatSays(const QByteArray& release)
{
    OwnWorld world;
    world.file(u"/mnt/os-release"_s, release).with(u"mount --bind /mnt/os-release /etc/os-release"_s);
    return world;
}

environment::Finding measuredHere(const QDate& until)
{
    const auto system = *platform::operatingSystem();
    environment::Policy policy;
    policy.supportedSystems.push_back({ system.id, system.version, until, u"This system"_s });
    return environment::SystemVersionCheck().measure({}, policy, {});
}

} // namespace

class tst_SystemVersion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsASystemThatNobodyMends()
    {
        if (!OwnWorld::isPossible())
            QSKIP("no namespaces here");
        const auto findings
            = systemThatSays("PRETTY_NAME=\"Debian GNU/Linux 10 (buster)\"\nID=debian\nVERSION_ID=\"10\"\n")
                  .probe({ kCheck })
                  .run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kCheck), u"failed"_s);
        QCOMPARE(codeOf(findings[0], kCheck), u"ended"_s);
        QVERIFY(isExplained(findings[0], kCheck));
        QCOMPARE(factOf(findings[0], kCheck, u"until"_s), u"2024-06-30"_s);
        QVERIFY(findings[0][kCheck][u"found"_s].toString().contains(u"Debian 10"_s));
    }

    void cannotTellAboutASystemThatIsNotListed_data()
    {
        QTest::addColumn<QByteArray>("release");
        QTest::newRow("UOS") << QByteArray("PRETTY_NAME=\"UOS Desktop 20 Pro\"\nID=uos\nVERSION_ID=\"20\"\n");
        QTest::newRow("a newer Debian") << QByteArray("PRETTY_NAME=\"Debian 99\"\nID=debian\nVERSION_ID=99\n");
        QTest::newRow("Debian's testing") << QByteArray("PRETTY_NAME=\"Debian GNU/Linux trixie/sid\"\nID=debian\n");
    }

    void cannotTellAboutASystemThatIsNotListed()
    {
        if (!OwnWorld::isPossible())
            QSKIP("no namespaces here");
        QFETCH(const QByteArray, release);
        const auto findings = systemThatSays(release).probe({ kCheck }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kCheck), u"could-not-tell"_s);
        QVERIFY(isExplained(findings[0], kCheck));
    }

    void warnsBeforeTheEnd()
    {
        const auto today = QDate::currentDate();
        QCOMPARE(measuredHere(today.addDays(400)).outcome, environment::Outcome::Passed);
        QCOMPARE(measuredHere(today.addDays(30)).outcome, environment::Outcome::Warning);
        QVERIFY(!measuredHere(today.addDays(30)).remedy.text.isEmpty());
        QCOMPARE(measuredHere(today).outcome, environment::Outcome::Warning);
        QCOMPARE(measuredHere(today.addDays(-1)).outcome, environment::Outcome::Failed);
    }

    void readsWhatASystemSaysOfItself()
    {
        const auto values
            = platform::assignments("# a comment=1\nID=uos\nNAME='银河 \"麒麟\"'\nVERSION_ID=\"V10 \\\"SP1\\\"\"\n"
                                    "EMPTY=\nnonsense\nID=debian\n");
        QCOMPARE(values.size(), 4);
        QCOMPARE(values[u"ID"_s], u"debian"_s);
        QCOMPARE(values[u"NAME"_s], u"银河 \"麒麟\""_s);
        QCOMPARE(values[u"VERSION_ID"_s], u"V10 \"SP1\""_s);
    }
};

QTEST_GUILESS_MAIN(tst_SystemVersion)
#include "tst_SystemVersion.moc"
