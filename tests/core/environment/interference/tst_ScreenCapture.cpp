#include "core/environment/interference/KnownPrograms.h"

#include "tests/core/environment/interference/FindingQuestions.h"
#include "tests/core/environment/interference/Probe.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;

namespace {

const auto kCapture = u"screen-capture"_s;
const auto kClipboard = u"clipboard-watchers"_s;

} // namespace

/// Both look for known programs; here these run under their names.
class tst_ScreenCapture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!OwnWorld::isPossible())
            QSKIP("no namespaces here");
    }

    void passesWhereNothingKnownRuns()
    {
        const auto findings = OwnWorld().running(u"sample"_s).probe({ kCapture, kClipboard }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(codeOf(findings[0], kCapture), u"none"_s);
        QCOMPARE(resultOf(findings[0], kCapture), u"passed"_s);
        QCOMPARE(codeOf(findings[0], kClipboard), u"none"_s);
        QCOMPARE(resultOf(findings[0], kClipboard), u"passed"_s);
    }

    void findsARecorderAndItsEnd()
    {
        const auto findings = OwnWorld()
                                  .running(u"obs"_s)
                                  .running(u"simplescreenrecorder"_s)
                                  .probe({ kCapture })
                                  .with(u"kill $pid_obs $pid_simplescreenrecorder"_s)
                                  .with(u"wait $pid_obs || true; wait $pid_simplescreenrecorder || true"_s)
                                  .probe({ kCapture })
                                  .run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kCapture), u"warning"_s);
        QVERIFY(isExplained(findings[0], kCapture));
        QCOMPARE(factOf(findings[0], kCapture, u"programs"_s).toArray(),
            QJsonArray({ u"OBS Studio"_s, u"SimpleScreenRecorder"_s }));
        QCOMPARE(resultOf(findings[1], kCapture), u"passed"_s);
    }

    void welcomesAScreenReader()
    {
        const auto findings
            = OwnWorld().running(u"orca"_s).probe({ kCapture }).running(u"obs"_s).probe({ kCapture }).run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kCapture), u"passed"_s);
        QCOMPARE(codeOf(findings[0], kCapture), u"readers"_s);
        QCOMPARE(factOf(findings[0], kCapture, u"programs"_s).toArray(), QJsonArray { u"Orca"_s });
        QCOMPARE(resultOf(findings[1], kCapture), u"warning"_s);
        QCOMPARE(partCodesOf(findings[1], kCapture), QStringList({ u"recorders"_s, u"readers"_s }));
        QCOMPARE(factOf(findings[1], kCapture, u"programs"_s).toArray(), QJsonArray { u"OBS Studio"_s });
    }

    /// As Debian's Orca is one: the script's name is what counts.
    void knowsAProgramThatIsAScript()
    {
        const auto findings
            = OwnWorld()
                  .with(u"mkdir -p /mnt/bin; printf '#!/bin/sh\\necho ready\\nwhile :; do sleep 1; done\\n' > "
                        u"/mnt/bin/kazam; chmod +x /mnt/bin/kazam"_s)
                  .with(u"/mnt/bin/kazam > /mnt/ready & while [ ! -s /mnt/ready ]; do sleep 0.02; done"_s)
                  .probe({ kCapture })
                  .run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(factOf(findings[0], kCapture, u"programs"_s).toArray(), QJsonArray { u"Kazam"_s });
    }

    void asksWhatAToolIsUsedFor()
    {
        const auto findings
            = OwnWorld()
                  .running(u"ffmpeg"_s, { u"-i"_s, u"meeting.mp4"_s, u"out.webm"_s })
                  .probe({ kCapture })
                  .running(
                      u"ffmpeg"_s, { u"-f"_s, u"x11grab"_s, u"-i"_s, u":0"_s, u"rtmp://192.0.2.7/live?key=secret"_s })
                  .probe({ kCapture })
                  .run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kCapture), u"passed"_s);
        QCOMPARE(resultOf(findings[1], kCapture), u"warning"_s);
        QCOMPARE(factOf(findings[1], kCapture, u"programs"_s).toArray(), QJsonArray { u"FFmpeg"_s });
        QVERIFY(!QJsonDocument(findings[1]).toJson().contains("secret"));
    }

    void findsAClipboardManagerAndItsEnd()
    {
        const auto findings = OwnWorld()
                                  .running(u"copyq"_s)
                                  .probe({ kClipboard })
                                  .with(u"kill $pid_copyq; wait $pid_copyq || true"_s)
                                  .probe({ kClipboard })
                                  .run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kClipboard), u"warning"_s);
        QVERIFY(isExplained(findings[0], kClipboard));
        QCOMPARE(factOf(findings[0], kClipboard, u"programs"_s).toArray(), QJsonArray { u"CopyQ"_s });
        QCOMPARE(resultOf(findings[1], kClipboard), u"passed"_s);
    }

    void holdsADesktopsHistoryAgainstNobody()
    {
        const auto findings = OwnWorld().running(u"plasmashell"_s).probe({ kClipboard }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kClipboard), u"passed"_s);
        QCOMPARE(codeOf(findings[0], kClipboard), u"desktop-history"_s);
    }

    void cannotTellWhereTheSystemSaysNothing()
    {
        const auto findings
            = OwnWorld().startProbe({ kCapture, kClipboard }).with(u"mount -t tmpfs none /proc"_s).finishProbe().run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kCapture), u"could-not-tell"_s);
        QCOMPARE(resultOf(findings[0], kClipboard), u"could-not-tell"_s);
        QVERIFY(isExplained(findings[0], kCapture));
        QVERIFY(isExplained(findings[0], kClipboard));
    }

    /// A name that stands for two programs would call one of them by the other's.
    void knowsEachProgramOnce()
    {
        QSet<QString> files;
        for (const auto& program : environment::knownPrograms()) {
            const auto file = QString::fromLatin1(program.file);
            QCOMPARE(file, file.toLower());
            QVERIFY2(!files.contains(file), program.file);
            files.insert(file);
        }
    }

    void knowsWindowsPrograms()
    {
        const auto known = [](const QString& name) {
            const auto* program = environment::knownProgramOf({ 0, name, name });
            return program ? QString::fromUtf8(program->name) : QString();
        };
        QCOMPARE(known(u"OBS64.exe"_s), u"OBS Studio"_s);
        QCOMPARE(known(u"SunloginClient.exe"_s), u"向日葵 (Sunlogin)"_s);
        QCOMPARE(known(u"nvda.exe"_s), u"NVDA"_s);
        QCOMPARE(known(u"Ditto.exe"_s), u"Ditto"_s);
        QCOMPARE(known(u"explorer.exe"_s), QString());
    }
};

QTEST_GUILESS_MAIN(tst_ScreenCapture)
#include "tst_ScreenCapture.moc"
