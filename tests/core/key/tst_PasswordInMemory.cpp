#include "resources/demonstration/CertificateMint.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/MemoryScan.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

namespace {

QString randomPassword()
{
    const auto letters = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"_s;
    QString password;
    while (password.size() < 12)
        password += letters[QRandomGenerator::system()->bounded(letters.size())];
    return password;
}

/// A client that has opened a key file, or tried to, and waits to be looked at.
class Probe {
public:
    Probe(const QString& file, const QString& password, const QString& option = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u"/bidseal-keyfile-probe"_s, { file, option });
        m_process.write(password.toUtf8() + '\n');
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20000)) { }
        m_outcome = QString::fromUtf8(m_process.readLine()).section(u' ', 0, 0);
    }
    ~Probe()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

    QString outcome() const { return m_outcome; }
    std::optional<int> occurrences(const QString& text) const
    {
        return test::occurrencesInMemory(m_process.processId(), text);
    }

private:
    QProcess m_process;
    QString m_outcome;
};

} // namespace

/// Nowhere in the client, once the key file is open or refused, is a trace of the password.
class tst_PasswordInMemory : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_password = randomPassword();

    MintedKey m_key;

    /// Empty where it cannot be made.
    QString file(KeyFileKind kind) const
    {
        const auto path = m_folder.filePath(kind == KeyFileKind::Modern ? u"modern.p12"_s : u"legacy.p12"_s);
        const bool isThere
            = QFile::exists(path) || testing::writeFile(path, *keyFile(m_key, m_password.toStdString(), kind));
        return isThere ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto mint = CertificateMint::create();
        QVERIFY(mint);
        const auto key = mint->issue();
        QVERIFY(key);
        m_key = *key;
        if (!Probe(file(KeyFileKind::Modern), m_password).occurrences(m_password))
            QSKIP("other processes show their memory to root only: run this test as root");
    }

    void findsAPlantedPassword()
    {
        const Probe probe(file(KeyFileKind::Modern), m_password, u"--plant"_s);
        QCOMPARE(probe.outcome(), u"signed"_s);
        QVERIFY(probe.occurrences(m_password).value_or(0) > 0);
    }

    void staysNowhere_data()
    {
        QTest::addColumn<KeyFileKind>("kind");
        QTest::addColumn<QString>("added");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("new file, signed") << KeyFileKind::Modern << QString() << u"signed"_s;
        QTest::newRow("new file, wrong password") << KeyFileKind::Modern << u"x"_s << u"key-file-password-wrong"_s;
        QTest::newRow("old file, signed") << KeyFileKind::Legacy << QString() << u"signed"_s;
        QTest::newRow("old file, wrong password") << KeyFileKind::Legacy << u"x"_s << u"key-file-password-wrong"_s;
    }
    void staysNowhere()
    {
        QFETCH(KeyFileKind, kind);
        QFETCH(QString, added);
        QFETCH(QString, outcome);
        const auto password = m_password + added;
        const Probe probe(file(kind), password);
        QCOMPARE(probe.outcome(), outcome);
        QCOMPARE(probe.occurrences(password), std::optional(0));
    }
};

QTEST_GUILESS_MAIN(tst_PasswordInMemory)
#include "tst_PasswordInMemory.moc"
