#include "core/base/Log.h"
#include "tests/support/MemoryScan.h"
#include "tests/support/ScriptedModule.h"
#include "tests/support/SoftHsmTokens.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace Qt::StringLiterals;

/// Nowhere in client and token host, once the call is over, is a trace of the PIN.
class tst_PinInMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsAPlantedPin();
    void staysNowhere_data();
    void staysNowhere();
    void neitherProcessCanLeaveACore();

private:
    std::unique_ptr<SoftHsmTokens> m_tokens;
    QString m_pin;
};

namespace {

const auto kToken = u"memory-probe"_s;

/// Long enough that twelve characters in a row are no accident.
QString randomPin()
{
    const auto letters = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"_s;
    QString pin;
    while (pin.size() < 12)
        pin += letters[QRandomGenerator::system()->bounded(letters.size())];
    return pin;
}

/// A client that has signed, or tried to, and waits to be looked at.
class Probe {
public:
    Probe(const QString& pin, const QStringList& options)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u"/bidseal-pin-probe"_s,
            QStringList { ScriptedModule::path(), u"pkcs11:token="_s + kToken } + options);
        m_process.write(pin.toUtf8() + '\n');
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20000)) { }
        m_words = QString::fromUtf8(m_process.readLine()).trimmed().split(u' ');
    }
    ~Probe()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

    QString outcome() const { return m_words.value(0); }
    qint64 client() const { return m_process.processId(); }
    qint64 host() const { return m_words.value(1).toLongLong(); }

private:
    QProcess m_process;
    QStringList m_words;
};

} // namespace

void tst_PinInMemory::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer's shadow memory is too large to look through");
#endif
    m_pin = randomPin();
    const auto mint = demonstration::CertificateMint::create();
    QVERIFY(mint);
    m_tokens = std::make_unique<SoftHsmTokens>();
    m_tokens->add(kToken, m_pin.toStdString(), { { *mint->issue(), u"key"_s, "\x01" } });

    ScriptedModule script;
    const Probe probe(m_pin, {});
    if (!occurrencesInMemory(probe.client(), m_pin))
        QSKIP("processes that are not dumpable show their memory to root only: run this test as root");
}

void tst_PinInMemory::findsAPlantedPin()
{
    ScriptedModule script;
    const Probe probe(m_pin, { u"--plant"_s });
    QCOMPARE(probe.outcome(), u"signed"_s);
    const auto found = occurrencesInMemory(probe.client(), m_pin);
    QVERIFY(found);
    QVERIFY(*found > 0);
}

void tst_PinInMemory::staysNowhere_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("sign");
    QTest::addColumn<bool>("rightPin");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("after a signature") << QStringList() << QByteArray() << true << u"signed"_s;
    QTest::newRow("after a wrong PIN") << QStringList() << QByteArray() << false << errorCodeName(ErrorCode::PinWrong);
    QTest::newRow("after a failed signature")
        << QStringList() << QByteArray("fail") << true << errorCodeName(ErrorCode::TokenFailed);
    QTest::newRow("after cancelling") << QStringList { u"--cancel"_s } << QByteArray("hang") << true
                                      << errorCodeName(ErrorCode::Cancelled);
}

void tst_PinInMemory::staysNowhere()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, sign);
    QFETCH(bool, rightPin);
    QFETCH(QString, outcome);
    ScriptedModule script;
    script.set("sign", sign);
    const auto pin = rightPin ? m_pin : randomPin();
    const Probe probe(pin, options);
    QCOMPARE(probe.outcome(), outcome);

    QCOMPARE(occurrencesInMemory(probe.client(), pin), std::optional(0));
    // A cancelled host is gone, and its memory with it.
    QCOMPARE(probe.host() == 0, outcome == errorCodeName(ErrorCode::Cancelled));
    if (probe.host() == 0)
        return;
    QVERIFY(occurrencesInMemory(probe.host(), kToken).value_or(0) > 0);
    QCOMPARE(occurrencesInMemory(probe.host(), pin), std::optional(0));
}

void tst_PinInMemory::neitherProcessCanLeaveACore()
{
    ScriptedModule script;
    const Probe probe(m_pin, {});
    for (const qint64 process : { probe.client(), probe.host() }) {
        QFile limits(u"/proc/%1/limits"_s.arg(process));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        const auto line
            = QString::fromLatin1(limits.readAll()).section(u"Max core file size"_s, 1).section(u'\n', 0, 0);
        QCOMPARE(line.simplified(), u"0 0 bytes"_s);
    }
}

QTEST_GUILESS_MAIN(tst_PinInMemory)
#include "tst_PinInMemory.moc"
