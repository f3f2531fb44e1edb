#include "core/base/WholeFile.h"
#include "tests/support/OtherThread.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace bidseal;
using namespace Qt::StringLiterals;

class tst_WholeFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesThePlaceOfWhatWasThere()
    {
        const auto path = m_folder.filePath(u"示例.json"_s);
        QVERIFY(writeWhole(path, "first", Readers::Everybody));
        QVERIFY(writeWhole(path, "second", Readers::Everybody));
        QCOMPARE(contentOf(path), "second");
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"示例.json"_s));
    }

    /// A virus scanner, or a reader of our own: some systems replace nothing that is open.
    void waitsForWhoReadsForAMoment()
    {
        const auto path = m_folder.filePath(u"read.json"_s);
        QVERIFY(writeWhole(path, "first", Readers::Everybody));
        QFile reader(path);
        QVERIFY(reader.open(QIODevice::ReadOnly));
        const test::OtherThread closing([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            reader.close();
        });
        QVERIFY(writeWhole(path, "second", Readers::Everybody));
        QCOMPARE(contentOf(path), "second");
    }

    void canBeForItsOwnerAlone()
    {
        const auto path = m_folder.filePath(u"private"_s);
        QVERIFY(writeWhole(path, "mine", Readers::OwnerOnly));
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    }

    void namesTheFileThatCannotBeWritten()
    {
        const auto written = writeWhole(m_folder.filePath(u"no/such/folder/plan.json"_s), "text", Readers::Everybody);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::OutputNotWritable);
        QCOMPARE(written.error().facts.name, u"plan.json"_s);
    }

    void makesAFolderPrivateThatWasThere()
    {
        const auto folder = m_folder.filePath(u"open"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x7755)));
        QVERIFY(makePrivateFolder(folder));
        QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ExeOther), QFile::Permissions());
        const auto blocked = m_folder.filePath(u"示例.json/below"_s); // below a file
        QVERIFY(!makePrivateFolder(blocked));
    }

private:
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_WholeFile)
#include "tst_WholeFile.moc"
