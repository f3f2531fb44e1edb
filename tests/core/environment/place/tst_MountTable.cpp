#include "core/base/platform/MountTable.h"

#include <QtTest>

using namespace bidseal::platform;
using namespace Qt::StringLiterals;

namespace {

/// As proc(5) describes it; of a desktop with a stick, a share, and somebody's notebook mounted over SSH.
const QByteArray kDesktop = "22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw\n"
                            "23 22 0:21 / /proc rw,nosuid - proc proc rw\n"
                            "40 22 8:17 / /media/clerk/BID\\040STICK rw,nosuid shared:7 master:3 - vfat /dev/sdb1 rw\n"
                            "41 22 0:50 / /srv/bids rw,relatime - nfs4 server:/bids rw,vers=4.2\n"
                            "42 22 0:51 / /data/clerk/notebook rw - fuse.sshfs notebook: rw\n"
                            "43 22 8:3 / /data rw - ext4 /dev/sda3 rw\n"
                            "44 43 8:3 /clerk /data/clerk rw - ext4 /dev/sda3 rw\n"
                            "45 41 0:52 / /srv/bids rw - tmpfs tmpfs rw\n";

} // namespace

class tst_MountTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNearestMount_data();
    void findsTheNearestMount();
    void saysNothingWithoutATable();
    void knowsNetworkFileSystems_data();
    void knowsNetworkFileSystems();
};

void tst_MountTable::findsTheNearestMount_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("point");
    QTest::addColumn<QString>("fileSystem");
    QTest::newRow("root") << u"/"_s << u"/"_s << u"ext4"_s;
    QTest::newRow("below the root") << u"/opt/bids"_s << u"/"_s << u"ext4"_s;
    QTest::newRow("with a space") << u"/media/clerk/BID STICK/out"_s << u"/media/clerk/BID STICK"_s << u"vfat"_s;
    QTest::newRow("inside another") << u"/data/clerk/notebook/out"_s << u"/data/clerk/notebook"_s << u"fuse.sshfs"_s;
    QTest::newRow("a name that only begins so") << u"/data/clerk/notebooks"_s << u"/data/clerk"_s << u"ext4"_s;
    QTest::newRow("covered by a later one") << u"/srv/bids/out"_s << u"/srv/bids"_s << u"tmpfs"_s;
}

void tst_MountTable::findsTheNearestMount()
{
    QFETCH(const QString, path);
    const auto mount = mountOf(path, kDesktop);
    QVERIFY(mount);
    QTEST(mount->point, "point");
    QTEST(mount->fileSystem, "fileSystem");
}

void tst_MountTable::saysNothingWithoutATable()
{
    QVERIFY(!mountOf(u"/data"_s, {}));
    QVERIFY(!mountOf(u"/data"_s, "no table\n1 2 3 4 5 6 -\n"));
}

void tst_MountTable::knowsNetworkFileSystems_data()
{
    QTest::addColumn<bool>("isNetwork");
    for (const auto* name : { "nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "ceph" })
        QTest::newRow(name) << true;
    for (const auto* name : { "ext4", "xfs", "btrfs", "tmpfs", "vfat", "overlay", "fuseblk", "ecryptfs", "zfs", "9p" })
        QTest::newRow(name) << false;
}

void tst_MountTable::knowsNetworkFileSystems()
{
    QFETCH(const bool, isNetwork);
    QCOMPARE(isNetworkFileSystem(QString::fromLatin1(QTest::currentDataTag())), isNetwork);
}

QTEST_GUILESS_MAIN(tst_MountTable)
#include "tst_MountTable.moc"
