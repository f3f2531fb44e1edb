#include "tests/core/environment/interference/FindingQuestions.h"
#include "tests/core/environment/interference/Probe.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal::testing;

namespace {

const auto kTracer = u"tracer"_s;

/// A probe that waits to be asked, as a window of the client waits for its next signature.
class WaitingProbe {
public:
    WaitingProbe()
    {
        m_process.start(probeProgram(), { u"--wait"_s, kTracer });
        (void)readLine();
    }
    ~WaitingProbe()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(WaitingProbe)

    [[nodiscard]] qint64 id() const { return m_process.processId(); }
    [[nodiscard]] QStringList threads() const
    {
        return QDir(u"/proc/%1/task"_s.arg(id())).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QJsonObject ask()
    {
        m_process.write("measure\n");
        return QJsonDocument::fromJson(readLine()).object();
    }

private:
    QByteArray readLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) { }
        return m_process.readLine();
    }

    QProcess m_process;
};

/// A debugger that is attached to a thread for as long as it lives.
class AttachedTracer {
public:
    explicit AttachedTracer(const QString& thread)
    {
        m_process.start(QCoreApplication::applicationDirPath() + u"/bidseal-sample-tracer"_s, { thread });
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) { }
        m_isAttached = m_process.readLine() == "attached\n";
    }
    ~AttachedTracer() { end(); }
    Q_DISABLE_COPY_MOVE(AttachedTracer)

    [[nodiscard]] bool isAttached() const { return m_isAttached; }
    void end()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    bool m_isAttached = false;
};

constexpr auto kNotAllowed = "this machine lets nobody attach to a program that is not dumpable";

} // namespace

class tst_Tracer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesWhereNobodyIsAttached()
    {
        WaitingProbe probe;
        const auto findings = probe.ask();
        QCOMPARE(resultOf(findings, kTracer), u"passed"_s);
    }

    void findsATracerAndItsEnd()
    {
        WaitingProbe probe;
        AttachedTracer tracer(QString::number(probe.id()));
        if (!tracer.isAttached())
            QSKIP(kNotAllowed);

        const auto findings = probe.ask();
        QCOMPARE(resultOf(findings, kTracer), u"failed"_s);
        QVERIFY(isExplained(findings, kTracer));
        QCOMPARE(factOf(findings, kTracer, u"tracer"_s), u"bidseal-sample-"_s); // as long as the system lists it
        QVERIFY(findings[kTracer][u"remedy"_s][u"text"_s].toString().contains(u"bidseal-sample-"_s));

        tracer.end();
        QCOMPARE(resultOf(probe.ask(), kTracer), u"passed"_s);
    }

    void findsATracerOfAnotherThread()
    {
        WaitingProbe probe;
        auto threads = probe.threads();
        threads.removeAll(QString::number(probe.id()));
        QVERIFY(!threads.isEmpty());
        const AttachedTracer tracer(threads.first());
        if (!tracer.isAttached())
            QSKIP(kNotAllowed);
        QCOMPARE(resultOf(probe.ask(), kTracer), u"failed"_s);
    }

    void cannotTellWhereTheSystemSaysNothing()
    {
        if (!OwnWorld::isPossible())
            QSKIP("no namespaces here");
        const auto findings
            = OwnWorld().startProbe({ kTracer }).with(u"mount -t tmpfs none /proc"_s).finishProbe().run();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(resultOf(findings[0], kTracer), u"could-not-tell"_s);
        QVERIFY(isExplained(findings[0], kTracer));
    }
};

QTEST_GUILESS_MAIN(tst_Tracer)
#include "tst_Tracer.moc"
