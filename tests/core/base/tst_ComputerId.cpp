#include "core/base/ComputerId.h"
#include "tests/support/OtherThread.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace bidseal;
using namespace Qt::StringLiterals;

class tst_ComputerId : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameEachTime();
    void isPrivateToItsUser();
    void differsBetweenUsers();
    void isTheSameForProgramsThatMakeItAtOnce();
    void whatIsNoIdIsReplaced();
    void isThereEvenWhereNothingCanBeKept();
};

void tst_ComputerId::isTheSameEachTime()
{
    const QTemporaryDir folder;
    const auto first = computerId(folder.filePath(u"data"_s));
    QCOMPARE(first.size(), 16);
    QCOMPARE(computerId(folder.filePath(u"data"_s)), first);
    QCOMPARE(QDir(folder.filePath(u"data"_s)).entryList(QDir::Files).size(), 1);
}

void tst_ComputerId::isPrivateToItsUser()
{
    const QTemporaryDir folder;
    QVERIFY(!computerId(folder.path()).isEmpty());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(folder.filePath(u"computer-id"_s)) & others));
}

void tst_ComputerId::differsBetweenUsers()
{
    const QTemporaryDir one;
    const QTemporaryDir another;
    QVERIFY(computerId(one.path()) != computerId(another.path()));
}

void tst_ComputerId::isTheSameForProgramsThatMakeItAtOnce()
{
    const QTemporaryDir folder;
    std::array<QByteArray, 8> ids;
    {
        std::vector<test::OtherThread> programs;
        for (auto& id : ids)
            programs.emplace_back([&] { id = computerId(folder.path()); });
    }
    QCOMPARE(std::set<QByteArray>(ids.begin(), ids.end()).size(), std::size_t(1));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void tst_ComputerId::whatIsNoIdIsReplaced()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"computer-id"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("half");
    file.close();
    const auto id = computerId(folder.path());
    QCOMPARE(id.size(), 16);
    QCOMPARE(computerId(folder.path()), id);
}

void tst_ComputerId::isThereEvenWhereNothingCanBeKept()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be kept"_s));
    QCOMPARE(computerId(u"/proc/nowhere"_s).size(), 16);
}

QTEST_GUILESS_MAIN(tst_ComputerId)
#include "tst_ComputerId.moc"
