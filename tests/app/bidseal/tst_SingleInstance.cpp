#include "app/bidseal/SingleInstance.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using bidseal::app::SingleInstance;

namespace {

QByteArray somePath() { return (QDir::rootPath() + u"a.pdf"_s).toUtf8(); }
QByteArray openSomePath() { return "{\"open\":[\"" + somePath() + "\"]}\n"; }

QByteArray talk(const QString& name, const QByteArray& message)
{
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(2000))
        return "not connected";
    socket.write(message);
    QByteArray answer;
    for (int i = 0; i < 40 && socket.state() == QLocalSocket::ConnectedState; ++i) {
        QTest::qWait(20);
        answer += socket.readAll();
    }
    return answer;
}

QString program() { return QDir(QCoreApplication::applicationDirPath()).filePath(u"bidseal"_s); }

QByteArray everythingIn(const QString& folder)
{
    QByteArray content;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            content += file.readAll();
    }
    return content;
}

} // namespace

class tst_SingleInstance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aSecondProcessHandsItsFilesOver();
    void aLinkRaisesTheFirstWindowAndNoMore();
    void aLinkStartsTheProgramAndNoMore();
    void onlyOpenThesePathsIsUnderstood_data();
    void onlyOpenThesePathsIsUnderstood();
    void aLongMessageIsCutOff();
    void whatAKilledProcessLeftIsNoObstacle();
    void othersMayNotConnect();

private:
    QTemporaryDir m_folder;
};

void tst_SingleInstance::initTestCase()
{
    qputenv("BIDSEAL_DATA_DIR", m_folder.filePath(u"data"_s).toUtf8());
    QDir(m_folder.path()).mkdir(u"run"_s);
    QFile::setPermissions(m_folder.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", m_folder.filePath(u"run"_s).toUtf8());
}

void tst_SingleInstance::aSecondProcessHandsItsFilesOver()
{
    SingleInstance first(SingleInstance::nameForThisUser());
    QCOMPARE(first.start({}), SingleInstance::Role::First);
    QSignalSpy open(&first, &SingleInstance::openRequested);

    QProcess second;
    second.setWorkingDirectory(m_folder.path());
    second.start(program(), { u"投标文件.pdf"_s });
    QTRY_COMPARE_WITH_TIMEOUT(open.count(), 1, 20000);
    QCOMPARE(open.first().first().toStringList(), QStringList { m_folder.filePath(u"投标文件.pdf"_s) });
    QVERIFY(second.state() == QProcess::NotRunning || second.waitForFinished(10000));
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 0);
}

void tst_SingleInstance::aLinkRaisesTheFirstWindowAndNoMore()
{
    SingleInstance first(SingleInstance::nameForThisUser());
    QCOMPARE(first.start({}), SingleInstance::Role::First);
    QSignalSpy open(&first, &SingleInstance::openRequested);

    QProcess second;
    second.start(program(), { u"bidseal:sign?file=/etc/hostname"_s, m_folder.filePath(u"a.pdf"_s) });
    QTRY_COMPARE_WITH_TIMEOUT(open.count(), 1, 20000);
    QCOMPARE(open.first().first().toStringList(), QStringList());
    QVERIFY(second.state() == QProcess::NotRunning || second.waitForFinished(10000));
    QCOMPARE(second.exitCode(), 0);
}

void tst_SingleInstance::aLinkStartsTheProgramAndNoMore()
{
    const auto document = m_folder.filePath(u"beside-a-link.pdf"_s);
    QFile file(document);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QProcess first;
    first.start(program(), { u"bidseal:x"_s, document });
    // It is there, and listens.
    const auto name = SingleInstance::nameForThisUser();
    QTRY_COMPARE_WITH_TIMEOUT(talk(name, "{\"open\":[]}\n"), QByteArray("taken\n"), 60000);
    first.terminate();
    if (!first.waitForFinished(5000))
        first.kill();
    first.waitForFinished(5000);
    // What was opened would be in the log, and among the files that were opened last.
    QVERIFY(!everythingIn(m_folder.filePath(u"data"_s)).contains("beside-a-link"));
}

void tst_SingleInstance::onlyOpenThesePathsIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("nonsense") << QByteArray("hello\n");
    QTest::newRow("another command") << openSomePath().replace("open", "sign");
    QTest::newRow("more than asked") << openSomePath().replace("]}", "],\"pin\":\"1\"}");
    QTest::newRow("relative path") << QByteArray("{\"open\":[\"a.pdf\"]}\n");
    QTest::newRow("no text") << QByteArray("{\"open\":[1]}\n");
    QTest::newRow("too many") << openSomePath().replace("]", QByteArray(",\"" + somePath() + '"').repeated(64) + ']');
}

void tst_SingleInstance::onlyOpenThesePathsIsUnderstood()
{
    QFETCH(QByteArray, message);
    SingleInstance first(SingleInstance::nameForThisUser());
    QCOMPARE(first.start({}), SingleInstance::Role::First);
    QSignalSpy open(&first, &SingleInstance::openRequested);
    QCOMPARE(talk(SingleInstance::nameForThisUser(), message), QByteArray());
    QCOMPARE(open.count(), 0);
    QCOMPARE(talk(SingleInstance::nameForThisUser(), openSomePath()), QByteArray("taken\n"));
    QCOMPARE(open.count(), 1);
}

void tst_SingleInstance::aLongMessageIsCutOff()
{
    SingleInstance first(SingleInstance::nameForThisUser());
    QCOMPARE(first.start({}), SingleInstance::Role::First);
    QSignalSpy open(&first, &SingleInstance::openRequested);
    const auto message = openSomePath().replace(".pdf", QByteArray(SingleInstance::kLargestMessage, 'a'));
    QCOMPARE(talk(SingleInstance::nameForThisUser(), message), QByteArray());
    QCOMPARE(open.count(), 0);
}

void tst_SingleInstance::whatAKilledProcessLeftIsNoObstacle()
{
    QFile left(SingleInstance::nameForThisUser()); // on Windows a pipe goes with its process
    if (!QDir::isAbsolutePath(left.fileName()))
        QSKIP("no file is left here");
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    SingleInstance first(SingleInstance::nameForThisUser());
    QCOMPARE(first.start({}), SingleInstance::Role::First);
    QSignalSpy open(&first, &SingleInstance::openRequested);
    QCOMPARE(talk(SingleInstance::nameForThisUser(), "{\"open\":[]}\n"), QByteArray("taken\n"));
    QCOMPARE(open.count(), 1);
}

void tst_SingleInstance::othersMayNotConnect()
{
    SingleInstance first(SingleInstance::nameForThisUser());
    QCOMPARE(first.start({}), SingleInstance::Role::First);
    const auto permissions = QFile::permissions(SingleInstance::nameForThisUser());
    QVERIFY(!(permissions & (QFile::WriteGroup | QFile::WriteOther | QFile::ReadGroup | QFile::ReadOther)));
}

QTEST_GUILESS_MAIN(tst_SingleInstance)
#include "tst_SingleInstance.moc"
