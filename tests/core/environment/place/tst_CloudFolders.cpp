#include "core/environment/place/CloudFolders.h"
#include "tests/support/ForeignTools.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal::environment;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

/// A home, and the settings in it, while this lives.
class Home {
public:
    Home()
    {
        qputenv("HOME", path().toUtf8());
        for (const char* name : { "XDG_CONFIG_HOME", "APPDATA" }) // Linux', Windows'
            qputenv(name, file(u".config"_s).toUtf8());
        for (const char* name : { "OneDrive", "OneDriveConsumer", "OneDriveCommercial" })
            qunsetenv(name);
    }
    [[nodiscard]] QString path() const { return QFileInfo(m_folder.path()).canonicalFilePath(); }
    [[nodiscard]] QString file(const QString& name) const { return path() + u'/' + name; }
    [[nodiscard]] QString folder(const QString& name) const
    {
        QDir().mkpath(file(name));
        return file(name);
    }
    [[nodiscard]] bool write(const QString& name, const QByteArray& content) const
    {
        return QDir().mkpath(QFileInfo(file(name)).path()) && writeFile(file(name), content);
    }

private:
    QTemporaryDir m_folder;
};

std::optional<QString> cloudHere(const QString& folder) { return cloudOf(folder, CloudClients::ofThisComputer()); }

} // namespace

class tst_CloudFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatClientsLeaveInTheirFolders_data();
    void findsWhatClientsLeaveInTheirFolders();
    void findsFoldersByTheirNames_data();
    void findsFoldersByTheirNames();
    void readsTheClientsSettings_data();
    void readsTheClientsSettings();
    void readsOneDrivesVariables();
    void followsLinks();
    void leavesOtherFoldersAlone_data();
    void leavesOtherFoldersAlone();
    void takesNoHomeForDropboxs();
};

void tst_CloudFolders::findsWhatClientsLeaveInTheirFolders_data()
{
    QTest::addColumn<QString>("marker");
    QTest::addColumn<QString>("service");
    QTest::newRow("Nextcloud") << u".sync_0a1b2c3d4e5f.db"_s << u"Nextcloud"_s;
    QTest::newRow("ownCloud") << u"._sync_0a1b2c3d4e5f.db"_s << u"ownCloud"_s;
    QTest::newRow("Dropbox") << u".dropbox"_s << u"Dropbox"_s;
    QTest::newRow("OneDrive") << u".849C9593-D756-4E56-8D6E-42412F2A707B"_s << u"OneDrive"_s;
    QTest::newRow("Google Drive") << u".tmp.driveupload"_s << u"Google Drive"_s;
}

void tst_CloudFolders::findsWhatClientsLeaveInTheirFolders()
{
    QFETCH(const QString, marker);
    QFETCH(const QString, service);
    const Home home;
    QVERIFY(home.write(u"bids/"_s + marker, {}));
    QCOMPARE(cloudHere(home.folder(u"bids"_s)), service);
    QCOMPARE(cloudHere(home.folder(u"bids/bids/2026"_s)), service);
}

void tst_CloudFolders::findsFoldersByTheirNames_data()
{
    QTest::addColumn<QString>("service");
    QTest::newRow("OneDrive") << u"OneDrive"_s;
    QTest::newRow("OneDrive - 示例公司") << u"OneDrive"_s;
    QTest::newRow("Dropbox") << u"Dropbox"_s;
    QTest::newRow("我的坚果云") << u"坚果云"_s;
    QTest::newRow("Nutstore") << u"坚果云"_s;
    QTest::newRow("BaiduSyncdisk") << u"百度网盘"_s;
    QTest::newRow("WPS云盘") << u"WPS"_s;
    QTest::newRow("iCloudDrive") << u"iCloud"_s;
}

void tst_CloudFolders::findsFoldersByTheirNames()
{
    QFETCH(const QString, service);
    const Home home;
    const auto name = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(cloudHere(home.folder(name + u"/投标文件"_s)), service);
}

void tst_CloudFolders::readsTheClientsSettings_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("service");
    QTest::newRow("Nextcloud") << u".config/Nextcloud/nextcloud.cfg"_s
                               << QByteArray("[Accounts]\n0\\Folders\\1\\localPath=HOME/bids/\n0\\url=https://x\n")
                               << u"Nextcloud"_s;
    QTest::newRow("ownCloud") << u".config/ownCloud/owncloud.cfg"_s
                              << QByteArray("[Accounts]\n0\\Folders\\1\\localPath=HOME/bids/\n") << u"ownCloud"_s;
    QTest::newRow("Dropbox") << u".dropbox/info.json"_s
                             << QByteArray(R"({"personal": {"path": "HOME/bids", "host": 1}})") << u"Dropbox"_s;
}

void tst_CloudFolders::readsTheClientsSettings()
{
    QFETCH(const QString, file);
    QFETCH(QByteArray, content);
    QFETCH(const QString, service);
    const Home home;
    QVERIFY(!cloudHere(home.folder(u"bids/bids"_s)));
    QVERIFY(home.write(file, content.replace("HOME", home.path().toUtf8())));
    QCOMPARE(cloudHere(home.folder(u"bids/bids"_s)), service);
    QVERIFY(!cloudHere(home.folder(u"bidsshop"_s)));
}

void tst_CloudFolders::readsOneDrivesVariables()
{
    const Home home;
    qputenv("OneDriveCommercial", home.folder(u"company"_s).toUtf8());
    QCOMPARE(cloudHere(home.folder(u"company/bids"_s)), u"OneDrive"_s);
    qunsetenv("OneDriveCommercial");
}

void tst_CloudFolders::followsLinks()
{
    const Home home;
    QVERIFY(home.write(u"hidden/.sync_0a1b2c3d4e5f.db"_s, {}));
    QVERIFY(QFile::link(home.file(u"hidden"_s), home.file(u"bids"_s)));
    QCOMPARE(cloudHere(home.file(u"bids"_s)), u"Nextcloud"_s);
}

void tst_CloudFolders::leavesOtherFoldersAlone_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("documents") << u"Documents/投标文件"_s;
    QTest::newRow("about a cloud") << u"坚果云采购项目"_s;
    QTest::newRow("a name that only begins so") << u"DropboxBackup"_s;
}

void tst_CloudFolders::leavesOtherFoldersAlone()
{
    QFETCH(const QString, folder);
    const Home home;
    QCOMPARE(cloudHere(home.folder(folder)), std::nullopt);
}

void tst_CloudFolders::takesNoHomeForDropboxs()
{
    const Home home;
    QVERIFY(home.write(u".dropbox/host.db"_s, {})); // Dropbox's settings lie in a folder of that name
    QCOMPARE(cloudHere(home.folder(u"bids"_s)), std::nullopt);
}

QTEST_GUILESS_MAIN(tst_CloudFolders)
#include "tst_CloudFolders.moc"
