#include "ui/platform/DeviceWatch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_WIN
#include <windows.h>

#include <dbt.h>
#endif

using namespace Qt::StringLiterals;
using bidseal::platform::DeviceWatch;

#ifdef Q_OS_WIN

namespace {

HWND watchWindow() { return FindWindowExW(HWND_MESSAGE, nullptr, L"BidSealDeviceWatch", nullptr); }

/// As the system sends it.
void tell(WPARAM event, DWORD kind)
{
    DEV_BROADCAST_DEVICEINTERFACE_W what {};
    what.dbcc_size = sizeof what;
    what.dbcc_devicetype = kind;
    SendMessageW(watchWindow(), WM_DEVICECHANGE, event, reinterpret_cast<LPARAM>(&what));
}

} // namespace

/// No device comes or goes under a test: the system's messages are sent by the test.
class tst_DeviceWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsOfWhatComesAndGoes()
    {
        int count = 0;
        const auto watch = DeviceWatch::start([&count] { ++count; });
        QVERIFY(watchWindow());
        tell(DBT_DEVICEARRIVAL, DBT_DEVTYP_DEVICEINTERFACE);
        QCOMPARE(count, 1);
        tell(DBT_DEVICEREMOVECOMPLETE, DBT_DEVTYP_DEVICEINTERFACE);
        QCOMPARE(count, 2);
    }

    void otherMessagesAreNoDevices()
    {
        int count = 0;
        const auto watch = DeviceWatch::start([&count] { ++count; });
        tell(DBT_DEVICEARRIVAL, DBT_DEVTYP_VOLUME);
        tell(DBT_DEVICEQUERYREMOVE, DBT_DEVTYP_DEVICEINTERFACE);
        SendMessageW(watchWindow(), WM_DEVICECHANGE, DBT_DEVNODES_CHANGED, 0);
        QCOMPARE(count, 0);
    }

    void nobodyIsToldAfterItsEnd()
    {
        auto watch = DeviceWatch::start([] {});
        watch.reset();
        QVERIFY(!watchWindow());
    }
};

#else

class tst_DeviceWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsOfWhatComesAndGoes()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"001"_s));
        int count = 0;
        const auto watch = DeviceWatch::start([&count] { ++count; }, { m_folder.path() });
        plug(u"001/007"_s);
        QTRY_VERIFY(count >= 1);
        const int before = count;
        QVERIFY(QFile::remove(m_folder.filePath(u"001/007"_s)));
        QTRY_VERIFY(count > before);
    }

    void knowsABusThatCameLater()
    {
        int count = 0;
        const auto watch = DeviceWatch::start([&count] { ++count; }, { m_folder.path() });
        QVERIFY(QDir(m_folder.path()).mkpath(u"002"_s));
        QTRY_VERIFY(count >= 1);
        const int before = count;
        plug(u"002/001"_s);
        QTRY_VERIFY(count > before);
    }

    void aSystemWithoutUsbTellsNothing()
    {
        int count = 0;
        const auto watch = DeviceWatch::start([&count] { ++count; }, { m_folder.filePath(u"none"_s) });
        QTest::qWait(100);
        QCOMPARE(count, 0);
    }

private:
    void plug(const QString& node) const
    {
        QFile file(m_folder.filePath(node));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    QTemporaryDir m_folder;
};

#endif

QTEST_MAIN(tst_DeviceWatch)
#include "tst_DeviceWatch.moc"
