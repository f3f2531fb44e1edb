#include "core/environment/interference/RemoteSigns.h"

#include "core/base/platform/TcpTable.h"

#include "tests/core/environment/interference/FindingQuestions.h"
#include "tests/core/environment/interference/Probe.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;

namespace {

const auto kCheck = u"remote-session"_s;

/// The record that systemd-logind keeps of the session that the probe belongs to, whatever its number.
QString session(const QString& lines)
{
    return u"mkdir -p /run/systemd/sessions\n"
           u"for id in 7 $(sed -n 's,.*/session-\\([0-9a-z]*\\)\\.scope.*,\\1,p' /proc/self/cgroup); do\n"
           u"printf '%1' \"$(id -u)\" > /run/systemd/sessions/$id; done\nexport XDG_SESSION_ID=7"_s.arg(lines);
}

} // namespace

class tst_RemoteSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!OwnWorld::isPossible())
            QSKIP("no namespaces here");
    }

    void passesAtTheComputerItself()
    {
        const auto findings = OwnWorld()
                                  .probe({ kCheck })
                                  .with(session(u"UID=%s\\nREMOTE=0\\nTYPE=x11\\n"_s))
                                  .probe({ kCheck })
                                  .run({ u"DISPLAY=:0"_s });
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kCheck), u"passed"_s);
        QCOMPARE(resultOf(findings[1], kCheck), u"passed"_s);
    }

    void findsSecureShell()
    {
        const auto findings = OwnWorld().probe({ kCheck }).run({ u"SSH_CONNECTION=192.0.2.7 50122 192.0.2.1 22"_s });
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kCheck), u"warning"_s);
        QCOMPARE(codeOf(findings[0], kCheck), u"ssh"_s);
        QVERIFY(isExplained(findings[0], kCheck));
        QCOMPARE(factOf(findings[0], kCheck, u"client"_s), u"192.0.2.7"_s);
    }

    void findsARemoteSession()
    {
        const auto findings
            = OwnWorld()
                  .with(session(u"UID=%s\\nREMOTE=1\\nREMOTE_HOST=192.0.2.7\\nSERVICE=xrdp-sesman\\nTYPE=x11\\n"_s))
                  .probe({ kCheck })
                  .run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(codeOf(findings[0], kCheck), u"remote-session"_s);
        QVERIFY(isExplained(findings[0], kCheck));
        QCOMPARE(factOf(findings[0], kCheck, u"service"_s), u"xrdp-sesman"_s);
    }

    void findsAProgramForRemoteControlAndItsEnd_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("AnyDesk") << u"anydesk"_s << u"AnyDesk"_s;
        QTest::newRow("TeamViewer") << u"TeamViewer"_s << u"TeamViewer"_s;
        QTest::newRow("Sunlogin") << u"sunloginclient"_s << u"向日葵 (Sunlogin)"_s;
        QTest::newRow("a long name") << u"chrome-remote-desktop-host"_s << u"Chrome Remote Desktop"_s;
        QTest::newRow("x11vnc without a port") << u"x11vnc"_s << u"x11vnc"_s;
    }

    void findsAProgramForRemoteControlAndItsEnd()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, name);
        QString letters = file;
        letters.removeIf([](QChar letter) { return !letter.isLetter(); });
        const auto findings = OwnWorld()
                                  .running(file, { u"--password"_s, u"secret"_s })
                                  .probe({ kCheck })
                                  .with(u"kill $pid_%1; wait $pid_%1 || true"_s.arg(letters))
                                  .probe({ kCheck })
                                  .run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kCheck), u"warning"_s);
        QCOMPARE(codeOf(findings[0], kCheck), u"running"_s);
        QVERIFY(isExplained(findings[0], kCheck));
        QCOMPARE(factOf(findings[0], kCheck, u"programs"_s).toArray(), QJsonArray { name });
        QVERIFY(!QJsonDocument(findings[0]).toJson().contains("secret"));
        QCOMPARE(resultOf(findings[1], kCheck), u"passed"_s);
    }

    void tellsWaitingFromConnected()
    {
        const auto findings = OwnWorld()
                                  .running(u"x11vnc"_s, { u"--listen"_s })
                                  .probe({ kCheck })
                                  .with(u"kill $pid_xvnc; wait $pid_xvnc || true"_s)
                                  .running(u"x11vnc"_s, { u"--connected"_s })
                                  .probe({ kCheck })
                                  .run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(codeOf(findings[0], kCheck), u"waiting"_s);
        QCOMPARE(codeOf(findings[1], kCheck), u"connected"_s);
        QVERIFY(isExplained(findings[1], kCheck));
    }

    /// It runs on every GNOME desktop, and lets nobody in until somebody wants it to.
    void countsADesktopsOwnServerOnceItCanBeReached()
    {
        const auto findings = OwnWorld()
                                  .running(u"gnome-remote-desktop-daemon"_s)
                                  .probe({ kCheck })
                                  .running(u"gnome-remote-desktop-daemon"_s, { u"--listen"_s })
                                  .probe({ kCheck })
                                  .run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kCheck), u"passed"_s);
        QCOMPARE(codeOf(findings[1], kCheck), u"waiting"_s);
    }

    void tellsAServiceFromAProgram()
    {
        const auto findings = OwnWorld().runningAs(101, u"teamviewerd"_s).probe({ kCheck }).run();
        if (findings.empty())
            QSKIP("no second user here");
        QCOMPARE(codeOf(findings[0], kCheck), u"service"_s);
    }

    void leavesOtherPeoplesProgramsAlone()
    {
        const auto findings = OwnWorld().runningAs(4711, u"anydesk"_s).probe({ kCheck }).run();
        if (findings.empty())
            QSKIP("no second user here");
        QCOMPARE(resultOf(findings[0], kCheck), u"passed"_s);
    }

    void keepsEachOfSeveralFindings()
    {
        const auto findings
            = OwnWorld()
                  .running(u"rustdesk"_s)
                  .probe({ kCheck })
                  .run({ u"SSH_CONNECTION=192.0.2.7 50122 192.0.2.1 22"_s, u"DISPLAY=localhost:10.0"_s });
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(partCodesOf(findings[0], kCheck), QStringList({ u"ssh"_s, u"forwarded-windows"_s, u"running"_s }));
    }

    void cannotTellWhereTheSystemSaysNothing()
    {
        const auto findings
            = OwnWorld().startProbe({ kCheck }).with(u"mount -t tmpfs none /proc"_s).finishProbe().run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kCheck), u"could-not-tell"_s);
        QVERIFY(isExplained(findings[0], kCheck));
    }

    void readsDisplays_data()
    {
        QTest::addColumn<QString>("display");
        QTest::addColumn<bool>("isElsewhere");
        QTest::newRow("the first screen") << u":0"_s << false;
        QTest::newRow("a virtual one") << u":99.0"_s << false;
        QTest::newRow("unix") << u"unix:0"_s << false;
        QTest::newRow("XQuartz") << u"/private/tmp/com.apple.launchd.x/org.xquartz:0"_s << false;
        QTest::newRow("over TCP, here") << u"localhost:0"_s << false;
        QTest::newRow("forwarded by ssh") << u"localhost:10.0"_s << true;
        QTest::newRow("the twelfth") << u"localhost:11"_s << true;
        QTest::newRow("another computer") << u"192.0.2.7:0"_s << true;
        QTest::newRow("none") << QString() << false;
    }

    void readsDisplays()
    {
        QFETCH(const QString, display);
        QFETCH(const bool, isElsewhere);
        QCOMPARE(!environment::remoteSignsIn({ { u"DISPLAY"_s, display } }).empty(), isElsewhere);
    }

    void readsTheTableOfConnections()
    {
        const auto sockets = platform::tcpSockets(
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
            "   0: 0100007F:170C 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0 100 "
            "0\n"
            "   1: 0100007F:170C 0100007F:8124 01 00000000:00000000 00:00000000 00000000  1000        0 4712 1 0 20 "
            "4\n");
        QCOMPARE(sockets.size(), 2U);
        QCOMPARE(sockets[0].state, platform::TcpSocket::State::Listening);
        QCOMPARE(sockets[1].inode, 4712U);
        QCOMPARE(sockets[1].state, platform::TcpSocket::State::Connected);
    }
};

QTEST_GUILESS_MAIN(tst_RemoteSession)
#include "tst_RemoteSession.moc"
