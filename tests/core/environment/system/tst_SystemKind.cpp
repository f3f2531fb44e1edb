#include "core/base/platform/BinaryFormats.h"

#include "tests/core/environment/interference/FindingQuestions.h"
#include "tests/core/environment/interference/Probe.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;

namespace {

const auto kArchitecture = u"system-architecture"_s;
const auto kVirtual = u"system-virtual"_s;

QByteArray startOfTheProbe()
{
    QFile program(probeProgram());
    return program.open(QIODevice::ReadOnly) ? program.read(20) : QByteArray();
}

/// As Debian's qemu-user-static and box64 register themselves.
QByteArray registration(const QByteArray& magic, const QByteArray& state = "enabled")
{
    return state + "\ninterpreter /usr/libexec/qemu-binfmt/sample-binfmt-P\nflags: POCF\noffset 0\nmagic "
        + magic.toHex() + "\nmask fffffffffffefe00fffffffffffffffffeffffff\n";
}

/// Firmware that says it is this product.
OwnWorld computerCalled(const QByteArray& maker, const QByteArray& model)
{
    OwnWorld world;
    world.with(u"mount -t tmpfs none /sys/class"_s)
        .file(u"/sys/class/dmi/id/sys_vendor"_s, maker + '\n')
        .file(u"/sys/class/dmi/id/product_name"_s, model + '\n');
    return world;
}

} // namespace

/// What the program was built for, and what it runs on.
class tst_SystemKind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!OwnWorld::isPossible())
            QSKIP("no namespaces here");
    }

    void passesAProgramOnItsOwnProcessor()
    {
        const auto findings = OwnWorld().probe({ kArchitecture }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kArchitecture), u"passed"_s);
        QCOMPARE(factOf(findings[0], kArchitecture, u"programBits"_s), static_cast<int>(sizeof(void*) * 8));
    }

    void findsAnEmulator()
    {
        if (!QFile::exists(u"/proc/sys/fs/binfmt_misc"_s))
            QSKIP("this system runs no programs for other processors");
        const auto findings = OwnWorld()
                                  .file(u"/mnt/formats/qemu-sample"_s, registration(startOfTheProbe()))
                                  .with(u"mount --bind /mnt/formats /proc/sys/fs/binfmt_misc"_s)
                                  .probe({ kArchitecture })
                                  .file(u"/mnt/formats/qemu-sample"_s, registration(startOfTheProbe(), "disabled"))
                                  .probe({ kArchitecture })
                                  .run();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(resultOf(findings[0], kArchitecture), u"warning"_s);
        QCOMPARE(codeOf(findings[0], kArchitecture), u"emulated"_s);
        QVERIFY(isExplained(findings[0], kArchitecture));
        QCOMPARE(factOf(findings[0], kArchitecture, u"emulator"_s), u"sample-binfmt-P"_s);
        QCOMPARE(resultOf(findings[1], kArchitecture), u"passed"_s);
    }

    void readsRegistrationsOfOtherProcessors()
    {
        auto other = startOfTheProbe();
        other[18] = static_cast<char>(other[18] ^ 0x7f); // e_machine
        QCOMPARE(platform::interpreterFor(startOfTheProbe(), registration(other)), QString());
        QVERIFY(!platform::interpreterFor(startOfTheProbe(), registration(startOfTheProbe())).isEmpty());
        QCOMPARE(platform::interpreterFor(startOfTheProbe(), "enabled\ninterpreter /usr/bin/jexec\nextension .jar\n"),
            QString());
        QCOMPARE(platform::interpreterFor(startOfTheProbe(), "enabled\n"), QString());
    }

    void tellsAVirtualMachine_data()
    {
        QTest::addColumn<QByteArray>("maker");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QString>("product");
        QTest::newRow("VMware") << QByteArray("VMware, Inc.") << QByteArray("VMware Virtual Platform") << u"VMware"_s;
        QTest::newRow("VirtualBox") << QByteArray("innotek GmbH") << QByteArray("VirtualBox") << u"VirtualBox"_s;
        QTest::newRow("Hyper-V") << QByteArray("Microsoft Corporation") << QByteArray("Virtual Machine")
                                 << u"Hyper-V"_s;
        QTest::newRow("a cloud") << QByteArray("Alibaba Cloud") << QByteArray("Alibaba Cloud ECS")
                                 << u"Alibaba Cloud"_s;
    }

    void tellsAVirtualMachine()
    {
        QFETCH(const QByteArray, maker);
        QFETCH(const QByteArray, model);
        QFETCH(const QString, product);
        const auto findings = computerCalled(maker, model).probe({ kVirtual }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kVirtual), u"passed"_s);
        QCOMPARE(factOf(findings[0], kVirtual, u"product"_s), product);
        QVERIFY(findings[0][kVirtual][u"meaning"_s].toString().contains(u"passed through"_s));
    }

    void tellsAContainer()
    {
        const auto findings
            = OwnWorld().file(u"/run/systemd/container"_s, "systemd-nspawn\n").probe({ kVirtual }).run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kVirtual), u"passed"_s);
        QCOMPARE(codeOf(findings[0], kVirtual), u"container"_s);
        QCOMPARE(factOf(findings[0], kVirtual, u"container"_s), u"systemd-nspawn"_s);
        QVERIFY(!findings[0][kVirtual][u"meaning"_s].toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_SystemKind)
#include "tst_SystemKind.moc"
