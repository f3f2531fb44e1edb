#include "tests/app/bidseal-cli/Workplace.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/MemoryScan.h"
#include "tests/support/ProcessControl.h"
#include "tests/support/ScriptedModule.h"
#include "tests/support/SoftHsmTokens.h"

#include <QDirIterator>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

QString randomPin()
{
    const QString letters = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"_s;
    QString pin;
    for (int i = 0; i < 12; ++i)
        pin.append(letters[QRandomGenerator::system()->bounded(int(letters.size()))]);
    return pin;
}

bool holds(const QByteArray& content, const QString& secret)
{
    const auto utf16 = QByteArray(reinterpret_cast<const char*>(secret.utf16()), secret.size() * 2);
    return content.contains(secret.toUtf8()) || content.contains(utf16);
}

/// Files below the folder in which the secret stands, but for those that are meant to hold it.
QStringList filesWith(const QString& folder, const QString& secret, const QStringList& meant)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (!meant.contains(QFileInfo(file).fileName()) && holds(readFile(file), secret))
            found.append(file);
    }
    return found;
}

} // namespace

/// A random PIN is found in nothing that bidseal-cli leaves behind, and not in its memory while the driver works with
/// it.
class tst_SecretsStayAway : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void afterSuccess_data();
    void afterSuccess();
    void afterAWrongPin();
    void whileTheDriverHangsAndAfterCancel();

private:
    QStringList arguments(const QString& pinFile)
    {
        return m_place->signArguments(
            u"pkcs11:token=Sample;object=key"_s, pinFile, { u"--module"_s, ScriptedModule::path() });
    }
    void expectNowhere(const CliRun& run, const QString& pin)
    {
        QVERIFY(!holds(run.output + run.errors, pin));
        QCOMPARE(filesWith(m_place->path(QString()), pin, { u"pin.txt"_s }), QStringList());
        QCOMPARE(filesWith(m_temporary->path(), pin, {}), QStringList());
        QVERIFY(QFile::exists(m_place->path(u"data/bidseal.log"_s))); // there was something to search
    }

    QString m_pin;
    std::unique_ptr<SoftHsmTokens> m_tokens;
    std::unique_ptr<ScriptedModule> m_driver;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QTemporaryDir> m_temporary; ///< where the process puts temporary files, if it does
};

void tst_SecretsStayAway::initTestCase()
{
    if (demonstration::softHsmModule().isEmpty())
        QSKIP("SoftHSM is not installed");
    m_pin = randomPin();
    m_tokens = std::make_unique<SoftHsmTokens>();
    const auto mint = demonstration::CertificateMint::create();
    m_tokens->add(u"Sample"_s, m_pin.toStdString(),
        { { .key = *mint->issue({ .keyType = demonstration::KeyType::P256 }), .label = u"key"_s, .id = "\x01" } });

    QVERIFY(holds("a PIN x1y2 planted", u"x1y2"_s));
    QVERIFY(holds(QByteArray("x\0001\0y\0002\0", 8), u"x1y2"_s));
}

void tst_SecretsStayAway::init()
{
    m_driver.reset(); // there is one at a time
    m_driver = std::make_unique<ScriptedModule>();
    m_place = std::make_unique<Workplace>();
    m_temporary = std::make_unique<QTemporaryDir>();
    m_place->setEnvironment(u"TMPDIR"_s, m_temporary->path());
}

void tst_SecretsStayAway::afterSuccess_data()
{
    QTest::addColumn<bool>("byFile");
    QTest::newRow("PIN from a file") << true;
    QTest::newRow("PIN from standard input") << false;
}

void tst_SecretsStayAway::afterSuccess()
{
    QFETCH(bool, byFile);
    const QString pinFile = byFile ? m_place->secretFile(u"pin.txt"_s, m_pin.toStdString()) : u"-"_s;
    const auto run = m_place->run(arguments(pinFile), byFile ? QByteArray() : m_pin.toUtf8() + '\n');
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(run.exitCode, 0);
    QVERIFY(QFile::exists(m_place->output()) && QFile::exists(m_place->path(u"data/journal.sqlite"_s)));
    expectNowhere(run, m_pin);
}

void tst_SecretsStayAway::afterAWrongPin()
{
    const QString wrong = randomPin();
    const auto run = m_place->run(arguments(u"-"_s), wrong.toUtf8() + '\n');
    m_place->expectFailure(run, ErrorCode::PinWrong);
    expectNowhere(run, wrong);
}

void tst_SecretsStayAway::whileTheDriverHangsAndAfterCancel()
{
    m_driver->set("sign", "hang");
    const auto process = m_place->start(withoutTerminal(), arguments(u"-"_s));
    process->write(m_pin.toUtf8() + '\n');
    process->closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->counted("signatures"), 1, 20000);

    // The PIN has gone to the driver's process; the client itself needs it no longer than its signature takes.
    const auto inMemory = occurrencesInMemory(process->processId(), m_pin);
    if (inMemory)
        QVERIFY2(*inMemory <= 1, "beside the one locked page there is a copy of the PIN");
    askToEnd(*process);
    const auto run = Workplace::finish(*process);
    m_place->expectFailure(run, ErrorCode::Cancelled);
    expectNowhere(run, m_pin);
}

QTEST_GUILESS_MAIN(tst_SecretsStayAway)
#include "tst_SecretsStayAway.moc"
