#include "core/environment/interference/LibraryOrigin.h"

#include "core/base/platform/MemoryMaps.h"

#include "tests/core/environment/interference/FindingQuestions.h"
#include "tests/core/environment/interference/Probe.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;

namespace {

const auto kCheck = u"injected-libraries"_s;

/// What puts itself into programs, where no program of ours is.
QString library() { return u"/mnt/strange/libstrange.so"_s; }

OwnWorld worldWithLibrary(const QString& path = library())
{
    OwnWorld world;
    const auto built = QCoreApplication::applicationDirPath() + u"/bidseal-sample-injected.so"_s;
    world.with(u"mkdir -p \"$(dirname %2)\"; cp %1 %2"_s.arg(quoted(built), quoted(path)));
    return world;
}

} // namespace

class tst_InjectedLibraries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!OwnWorld::isPossible())
            QSKIP("no namespaces here");
    }

    void passesOnAPlainSystem()
    {
        const auto findings = OwnWorld().probe({ kCheck }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kCheck), u"passed"_s);
        QCOMPARE(codeOf(findings[0], kCheck), u"none"_s);
    }

    void passesForAnOrdinaryUser()
    {
        const auto asNobody = u"setpriv --reuid=65534 --regid=65534 --clear-groups test -x \"$1\" || exit 77\n"_s
                              u"set -- setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\""_s;
        const auto findings = OwnWorld().with(asNobody).probe({ kCheck, u"tracer"_s }).run();
        if (findings.empty())
            QSKIP("another user may not run this build here");
        QCOMPARE(resultOf(findings[0], kCheck), u"passed"_s);
        QCOMPARE(resultOf(findings[0], u"tracer"_s), u"passed"_s);
    }

    void findsAPreloadedLibrary()
    {
        const auto findings = worldWithLibrary()
                                  .with(u"export LD_PRELOAD=%1"_s.arg(library()))
                                  .probe({ kCheck })
                                  .with(u"unset LD_PRELOAD"_s)
                                  .probe({ kCheck })
                                  .run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kCheck), u"warning"_s);
        QCOMPARE(codeOf(findings[0], kCheck), u"loaded-first"_s);
        QVERIFY(isExplained(findings[0], kCheck));
        QCOMPARE(factOf(findings[0], kCheck, u"libraries"_s).toArray(), QJsonArray { u"libstrange.so"_s });
        QCOMPARE(factOf(findings[0], kCheck, u"paths"_s).toArray(), QJsonArray { library() });
        QCOMPARE(resultOf(findings[1], kCheck), u"passed"_s);
    }

    /// Where it lies makes it no better: the system's folders hold libraries that read along, too.
    void findsAPreloadedLibraryInASystemFolder()
    {
        const auto findings = worldWithLibrary()
                                  .with(u"mkdir -p /mnt/lib /usr/local/lib"_s)
                                  .with(u"mount --bind /mnt/lib /usr/local/lib"_s)
                                  .with(u"cp %1 /usr/local/lib/libstrange.so.1.2.3"_s.arg(library()))
                                  .with(u"ln -s libstrange.so.1.2.3 /usr/local/lib/libstrange.so.1"_s)
                                  .with(u"export LD_LIBRARY_PATH=/usr/local/lib LD_PRELOAD=libstrange.so.1"_s)
                                  .probe({ kCheck })
                                  .run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(codeOf(findings[0], kCheck), u"loaded-first"_s);
        QCOMPARE(factOf(findings[0], kCheck, u"libraries"_s).toArray(), QJsonArray { u"libstrange.so.1.2.3"_s });
    }

    void findsALibraryPreloadedIntoAllPrograms()
    {
        const auto findings = worldWithLibrary()
                                  .with(u"cp -r /etc /mnt/etc 2> /dev/null || true; mount --bind /mnt/etc /etc"_s)
                                  .with(u"echo %1 > /etc/ld.so.preload"_s.arg(library()))
                                  .probe({ kCheck })
                                  .run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(codeOf(findings[0], kCheck), u"loaded-first"_s);
    }

    void findsALibraryThatSomethingLoaded()
    {
        const auto findings = worldWithLibrary().probe({ u"--load"_s, library(), kCheck }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(codeOf(findings[0], kCheck), u"foreign"_s);
        QVERIFY(isExplained(findings[0], kCheck));
        QCOMPARE(factOf(findings[0], kCheck, u"libraries"_s).toArray(), QJsonArray { u"libstrange.so"_s });
    }

    void findsALibraryThatWasDeletedAfterwards()
    {
        const auto findings = worldWithLibrary()
                                  .startProbe({ u"--load"_s, library(), kCheck })
                                  .with(u"rm "_s + library())
                                  .finishProbe()
                                  .run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(codeOf(findings[0], kCheck), u"foreign"_s);
        QCOMPARE(factOf(findings[0], kCheck, u"paths"_s).toArray(), QJsonArray { library() });
    }

    void findsALibraryThatWasNeverAFile()
    {
        const auto findings = worldWithLibrary().probe({ u"--load-from-memory"_s, library(), kCheck }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(codeOf(findings[0], kCheck), u"foreign"_s);
        QCOMPARE(factOf(findings[0], kCheck, u"libraries"_s).toArray(), QJsonArray { u"unseen"_s });
    }

    void isNotAlarmedByAJustInTimeCompiler()
    {
        const auto findings = OwnWorld().probe({ u"--compile"_s, kCheck }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(codeOf(findings[0], kCheck), u"none"_s);
    }

    /// The updates of a running system: the new library has the old one's name.
    void tellsAnUpdateApart()
    {
        const auto own = u"/usr/local/lib/libours.so"_s;
        const auto findings = worldWithLibrary()
                                  .with(u"mkdir -p /mnt/lib && mount --bind /mnt/lib /usr/local/lib"_s)
                                  .with(u"cp %1 %2"_s.arg(library(), own))
                                  .startProbe({ u"--load"_s, own, kCheck })
                                  .with(u"cp %1 %2.new; mv %2.new %2"_s.arg(library(), own))
                                  .finishProbe()
                                  .run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kCheck), u"warning"_s);
        QCOMPARE(codeOf(findings[0], kCheck), u"replaced"_s);
        QVERIFY(isExplained(findings[0], kCheck));
    }

    void namesAKnownInputMethodWithoutAlarm()
    {
        if (::geteuid() != 0)
            QSKIP("only root can install an input method for all");
        const auto installed = u"/opt/sogoupinyin/files/lib/libhelper.so"_s;
        auto world = OwnWorld();
        const auto built = QCoreApplication::applicationDirPath() + u"/bidseal-sample-injected.so"_s;
        world.with(u"mkdir -p /opt; mount -t tmpfs -o mode=755 none /opt"_s)
            .with(u"mkdir -p /opt/sogoupinyin/files/lib && cp %1 %2"_s.arg(quoted(built), installed));
        const auto findings = world.probe({ u"--load"_s, installed, kCheck })
                                  .with(u"chmod 777 /opt/sogoupinyin/files/lib"_s)
                                  .probe({ u"--load"_s, installed, kCheck })
                                  .run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kCheck), u"passed"_s);
        QCOMPARE(factOf(findings[0], kCheck, u"companions"_s).toArray(), QJsonArray { u"Sogou Pinyin"_s });
        // Where everybody may put libraries, the folder's name proves nothing.
        QCOMPARE(codeOf(findings[1], kCheck), u"foreign"_s);
    }

    void isNotAlarmedByQtsPlugins()
    {
        const QDir platforms(QLibraryInfo::path(QLibraryInfo::PluginsPath) + u"/platforms"_s);
        const auto plugins = platforms.entryList({ u"*.so"_s }, QDir::Files);
        if (plugins.isEmpty())
            QSKIP("no platform plugins here");
        OwnWorld world;
        for (const auto& plugin : plugins)
            world.probe({ u"--load"_s, platforms.filePath(plugin), kCheck });
        const auto findings = world.run();
        QCOMPARE(findings.size(), static_cast<std::size_t>(plugins.size()));
        for (const auto& finding : findings)
            QCOMPARE(codeOf(finding, kCheck), u"none"_s);
    }

    void readsMapsOfMemory()
    {
        const QByteArray maps = "55d0-55d1 r--p 00000000 fe:01 11    /opt/bidseal/bin/bidseal\n"
                                "55d1-55d2 r-xp 00001000 fe:01 11    /opt/bidseal/bin/bidseal\n"
                                "7f00-7f01 r-xp 00000000 00:00 0 \n"
                                "7f10-7f11 r--p 00000000 fe:01 12    /home/zhang san/lib (deleted)\n"
                                "7f11-7f12 r-xp 00001000 fe:01 12    /home/zhang san/lib (deleted)\n"
                                "7f12-7f13 r-xp 00001000 fe:01 13    /tmp/without-beginning (deleted)\n"
                                "7f20-7f21 r--s 00000000 fe:01 14    /usr/share/fonts/a.ttf\n"
                                "7fff-8000 r-xp 00000000 00:00 0     [vdso]\n";
        const auto code = platform::mappedCode(maps);
        QCOMPARE(code.size(), 3U);
        QCOMPARE(code[0].path, u"/opt/bidseal/bin/bidseal"_s);
        QVERIFY(!code[0].isGone);
        QCOMPARE(code[1].path, u"/home/zhang san/lib"_s);
        QVERIFY(code[1].isGone);
        QCOMPARE(code[1].beginning, std::optional<quint64>(0x7f10));
        QVERIFY(!code[2].beginning);
    }

    void knowsWindowsPathsWhateverTheirCase()
    {
        const environment::LibraryPlaces places { { u"C:/Windows/System32"_s, u"C:/Program Files/BidSeal"_s }, {} };
        const auto origin = [&places](const QString& path) { return environment::originOf({ path }, places); };
        QCOMPARE(origin(u"c:/windows/SYSTEM32/ntdll.dll"_s), environment::LibraryOrigin::Usual);
        QCOMPARE(origin(u"C:/Program Files/BidSeal/Qt6Core.dll"_s), environment::LibraryOrigin::Usual);
        QCOMPARE(origin(u"C:/Program Files/BidSealing/evil.dll"_s), environment::LibraryOrigin::Foreign);
        QCOMPARE(environment::companionOf(u"C:/Program Files (x86)/360/360Safe/safemon/safemon.dll"_s), u"360"_s);
        QCOMPARE(environment::companionOf(u"D:/Downloads/360Safe/safemon.dll"_s), QString());
    }
};

QTEST_GUILESS_MAIN(tst_InjectedLibraries)
#include "tst_InjectedLibraries.moc"
