#include "core/key/pkcs11/DriverHost.h"
#include "tests/support/ForeignTools.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace bidseal;
using namespace Qt::StringLiterals;

namespace {

/// No more than the header of a Windows program or library for this machine (PE format, "COFF File Header").
QByteArray windowsFile(int bits, quint16 machine)
{
    QByteArray bytes(1024, '\0');
    bytes.replace(0, 2, "MZ");
    qToLittleEndian<quint32>(0x80, bytes.data() + 0x3C);
    bytes.replace(0x80, 4, QByteArray("PE\0\0", 4));
    qToLittleEndian<quint16>(machine, bytes.data() + 0x84);
    qToLittleEndian<quint16>(bits == 64 ? 240 : 224, bytes.data() + 0x94); // size of the optional header
    qToLittleEndian<quint16>(bits == 64 ? 0x20B : 0x10B, bytes.data() + 0x98);
    return bytes;
}

constexpr quint16 kX86 = 0x14C, kX64 = 0x8664;

} // namespace

/// Which process holds which driver.
class tst_DriverHost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_hosts = { file(u"host.exe"_s, windowsFile(64, kX64)), file(u"host32.exe"_s, windowsFile(32, kX86)) };
    }

    void eachDriverGetsTheHostOfItsMachine()
    {
        QCOMPARE(key::hostAmong(m_hosts, file(u"64.dll"_s, windowsFile(64, kX64))), m_hosts[0]);
        QCOMPARE(key::hostAmong(m_hosts, file(u"32.dll"_s, windowsFile(32, kX86))), m_hosts[1]);
    }

    /// It says what is wrong with such a file.
    void theFirstGetsWhatNoneCanHold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("no library");
        QTest::newRow("ARM") << windowsFile(64, 0xAA64);
    }
    void theFirstGetsWhatNoneCanHold()
    {
        QFETCH(QByteArray, content);
        QCOMPARE(key::hostAmong(m_hosts, file(u"odd.dll"_s, content)), m_hosts[0]);
        QCOMPARE(key::hostAmong(m_hosts, m_folder.filePath(u"nowhere.dll"_s)), m_hosts[0]);
    }

    void withoutTheOtherHostThereIsOneForAll()
    {
        const QStringList hosts { m_hosts[0], m_folder.filePath(u"missing.exe"_s) };
        QCOMPARE(key::hostAmong(hosts, file(u"32.dll"_s, windowsFile(32, kX86))), hosts[0]);
    }

    void aDriverForAnotherMachineIsForNoHost()
    {
        QVERIFY(key::isForAHost(QCoreApplication::applicationFilePath()));
        QVERIFY(!key::isForAHost(file(u"arm.dll"_s, windowsFile(64, 0xAA64))));
        QVERIFY(key::isForAHost(file(u"text"_s, "no library"))); // it is asked, and says what is wrong
    }

private:
    QString file(const QString& name, const QByteArray& content) const
    {
        const auto path = m_folder.filePath(name);
        return testing::writeFile(path, content) ? path : QString();
    }

    QTemporaryDir m_folder;
    QStringList m_hosts;
};

QTEST_GUILESS_MAIN(tst_DriverHost)
#include "tst_DriverHost.moc"
