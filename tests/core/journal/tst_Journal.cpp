#include "core/base/Log.h"
#include "core/journal/Journal.h"
#include "tests/support/ForeignProcess.h"
#include "tests/support/OtherThread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::journal;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kMorning(QDate(2026, 3, 2), QTime(9, 30), Qt::UTC);

Entry sample(const QString& name, const QDateTime& signedAt = kMorning)
{
    return { 0, signedAt, u"/bids/"_s + name, u"/bids/signed-"_s + name, u"SHA-256"_s, QByteArray(32, '\x2a'),
        u"示例建设工程有限公司"_s, u"示例根证书"_s, u"0A0B"_s, u"pkcs11:token=Sample;id=%01"_s,
        { u"公章, page 3, 120.0 mm from left, 230.0 mm from top"_s }, R"({"verdict":"fit"})", QByteArray(32, '\x2b'),
        { u"clock"_s } };
}

/// Everything that lies in a folder, as bytes.
QByteArray contentOf(const QString& folder)
{
    QByteArray all;
    for (const auto& name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

ErrorCode codeOf(const Result<std::unique_ptr<Journal>>& journal)
{
    return journal ? ErrorCode::InternalFault : journal.error().code;
}

} // namespace

class tst_Journal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasRecordedNewestFirst();
    void erasedEntriesAreNotInTheFilesAnyMore();
    void retentionErasesWhatIsOlder();
    void exportsEverythingReadably();
    void manyThreadsRecordAtOnce();
    void waitsForAnotherProcess();
    void leavesADamagedFileAsItIs_data();
    void leavesADamagedFileAsItIs();
    void leavesALaterVersionAsItIs();
    void takesOverAnEarlierVersion();
    void isPrivateToItsUser();
};

void tst_Journal::givesBackWhatWasRecordedNewestFirst()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"deeper/journal.sqlite"_s);
    auto journal = *Journal::open(file);
    const auto first = journal->record(sample(u"one.pdf"_s));
    const auto second = journal->record(sample(u"two.pdf"_s, kMorning.addSecs(60)));
    QVERIFY(first && second);

    journal = *Journal::open(file); // it is on the disk
    const auto entries = *journal->entries();
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(entries[0].id, *second);
    const auto& entry = entries[1];
    const auto expected = sample(u"one.pdf"_s);
    QCOMPARE(entry.id, *first);
    QCOMPARE(entry.signedAt, expected.signedAt);
    QCOMPARE(entry.source, expected.source);
    QCOMPARE(entry.output, expected.output);
    QCOMPARE(entry.digestName, expected.digestName);
    QCOMPARE(entry.documentDigest, expected.documentDigest);
    QCOMPARE(entry.holder, expected.holder);
    QCOMPARE(entry.issuer, expected.issuer);
    QCOMPARE(entry.certificateSerial, expected.certificateSerial);
    QCOMPARE(entry.key, expected.key);
    QCOMPARE(entry.marks, expected.marks);
    QCOMPARE(entry.environmentReport, expected.environmentReport);
    QCOMPARE(entry.environmentDigest, expected.environmentDigest);
    QCOMPARE(entry.agreedUnknown, expected.agreedUnknown);
    QCOMPARE(journal->entries(1)->size(), std::size_t(1));
}

void tst_Journal::erasedEntriesAreNotInTheFilesAnyMore()
{
    const QTemporaryDir folder;
    auto journal = *Journal::open(folder.filePath(u"journal.sqlite"_s));
    const auto kept = *journal->record(sample(u"kept.pdf"_s));
    QList<qint64> ids;
    for (int number = 0; number < 12; ++number)
        ids.append(*journal->record(sample(u"confidential-%1.pdf"_s.arg(number))));
    QVERIFY(contentOf(folder.path()).contains("confidential"));

    QVERIFY(journal->erase(ids));
    QVERIFY(!contentOf(folder.path()).contains("confidential"));
    QCOMPARE(journal->entries()->size(), std::size_t(1));
    QCOMPARE(journal->entries()->front().id, kept);

    QVERIFY(journal->eraseAll());
    QVERIFY(journal->entries()->empty());
    QVERIFY(!contentOf(folder.path()).contains("kept.pdf"));
}

void tst_Journal::retentionErasesWhatIsOlder()
{
    const QTemporaryDir folder;
    auto journal = *Journal::open(folder.filePath(u"journal.sqlite"_s));
    QVERIFY(journal->record(sample(u"old.pdf"_s, kMorning.addDays(-31))));
    QVERIFY(journal->record(sample(u"new.pdf"_s, kMorning.addDays(-29))));
    QVERIFY(journal->applyRetention(0, kMorning));
    QCOMPARE(journal->entries()->size(), std::size_t(2));
    QVERIFY(journal->applyRetention(30, kMorning));
    QCOMPARE(journal->entries()->size(), std::size_t(1));
    QCOMPARE(journal->entries()->front().source, u"/bids/new.pdf"_s);
    QVERIFY(!contentOf(folder.path()).contains("old.pdf"));
}

void tst_Journal::exportsEverythingReadably()
{
    const QTemporaryDir folder;
    auto journal = *Journal::open(folder.filePath(u"journal.sqlite"_s));
    for (int number = 0; number < 205; ++number)
        QVERIFY(journal->record(sample(u"%1.pdf"_s.arg(number), kMorning.addSecs(number))));
    const QString path = folder.filePath(u"export.json"_s);
    QVERIFY(journal->exportTo(path));

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto array = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(array.size(), 205);
    const auto newest = array.first().toObject();
    QCOMPARE(newest[u"source"_s].toString(), u"/bids/204.pdf"_s);
    QCOMPARE(newest[u"signedAt"_s].toString(), u"2026-03-02T09:33:24.000Z"_s);
    QCOMPARE(newest[u"documentDigest"_s].toString(), u"2a"_s.repeated(32));
    QCOMPARE(newest[u"marks"_s].toArray().size(), 1);
}

void tst_Journal::manyThreadsRecordAtOnce()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.sqlite"_s);
    std::array<QString, 4> problems;
    {
        std::vector<test::OtherThread> threads;
        for (std::size_t thread = 0; thread < problems.size(); ++thread) {
            threads.emplace_back([&, thread] {
                const auto journal = Journal::open(file); // the first one makes it
                problems[thread] = journal ? QString() : journal.error().detail;
                for (int number = 0; journal && number < 10; ++number) {
                    const auto recorded = (*journal)->record(sample(u"%1-%2.pdf"_s.arg(thread).arg(number)));
                    problems[thread] += recorded ? QString() : recorded.error().detail;
                }
            });
        }
    }
    for (const auto& problem : problems)
        QCOMPARE(problem, QString());
    QCOMPARE((*Journal::open(file))->entries()->size(), std::size_t(40));
}

void tst_Journal::waitsForAnotherProcess()
{
    if (!testing::ForeignProcess::isInstalled(u"python3"_s))
        QSKIP("python3 is not installed");
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.sqlite"_s);
    auto journal = *Journal::open(file);
    // Another program holds the file exclusively for a second.
    testing::ForeignProcess other;
    other.start(u"python3"_s,
        { u"-c"_s,
            u"import sqlite3, sys, time\n"
            "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "c.execute('BEGIN EXCLUSIVE'); print('held', flush=True)\n"
            "time.sleep(1); c.execute('ROLLBACK')"_s,
            file });
    QVERIFY(other.waitForOutput(30'000));
    QVERIFY(journal->record(sample(u"waited.pdf"_s)));
    QVERIFY(other.waitForEnd(30'000));
    QCOMPARE(journal->entries()->size(), std::size_t(1));
}

void tst_Journal::leavesADamagedFileAsItIs_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("size"); // 0: to the end
    QTest::newRow("not a database") << 0 << 100;
    QTest::newRow("a damaged page") << 4096 << 4096;
}

void tst_Journal::leavesADamagedFileAsItIs()
{
    QFETCH(int, from);
    QFETCH(int, size);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"journal.sqlite"_s);
    {
        const auto journal = Journal::open(path);
        QVERIFY((*journal)->record(sample(u"one.pdf"_s)));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(QByteArray(size, 'x')), qint64(size));
    file.close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray damaged = file.readAll();
    file.close();

    QCOMPARE(codeOf(Journal::open(path)), ErrorCode::JournalUnavailable);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == damaged);
}

void tst_Journal::leavesALaterVersionAsItIs()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"journal.sqlite"_s);
    QVERIFY(Journal::open(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60)); // user_version, big-endian (SQLite file format, 1.3)
    QCOMPARE(file.write(QByteArray::fromHex("00000063")), qint64(4));
    file.close();
    QCOMPARE(codeOf(Journal::open(path)), ErrorCode::JournalUnavailable);
}

/// As version 0.1 before the self-check wrote it.
void tst_Journal::takesOverAnEarlierVersion()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"journal.sqlite"_s);
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"earlier"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const auto& statement :
            { u"CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT, signed_at TEXT NOT NULL,"
              " source TEXT NOT NULL, output TEXT NOT NULL, digest_name TEXT NOT NULL, document_digest BLOB NOT NULL,"
              " holder TEXT NOT NULL, issuer TEXT NOT NULL, certificate_serial TEXT NOT NULL,"
              " key TEXT NOT NULL, marks TEXT NOT NULL)"_s,
                u"INSERT INTO entries VALUES (7, '2026-03-02T09:30:00.000Z', '/a.pdf', '/b.pdf', 'SHA-256', x'2a',"
                " '示例公司', '示例根证书', '0A', 'p12:a', '[\"公章\"]')"_s,
                u"PRAGMA user_version=1"_s }) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(u"earlier"_s);

    auto journal = *Journal::open(path);
    QVERIFY(journal->record(sample(u"new.pdf"_s, kMorning.addDays(1))));
    const auto entries = *journal->entries();
    QCOMPARE(entries.size(), 2u);
    QCOMPARE(entries[0].agreedUnknown, QStringList { u"clock"_s });
    QCOMPARE(entries[1].id, 7);
    QCOMPARE(entries[1].holder, u"示例公司"_s);
    QVERIFY(entries[1].environmentReport.isEmpty());
    QVERIFY(entries[1].agreedUnknown.isEmpty());
}

void tst_Journal::isPrivateToItsUser()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"data"_s);
    auto journal = *Journal::open(place + u"/journal.sqlite"_s);
    QVERIFY(journal->record(sample(u"one.pdf"_s)));
    QVERIFY(journal->exportTo(place + u"/export.json"_s));
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(place) & others));
    const auto files = QDir(place).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 2);
    for (const auto& file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

QTEST_GUILESS_MAIN(tst_Journal)
#include "tst_Journal.moc"
