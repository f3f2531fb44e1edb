#include "core/base/platform/ChildProcess.h"
#include "tests/support/OtherThread.h"

#include <QtEndian>
#include <QtTest>

#include <thread>

using namespace bidseal;
using namespace bidseal::platform;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

class tst_ChildProcess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesEveryByteBothWays();
    void handsArgumentsOnAsTheyAre();
    void inheritsNothingElse();
    void talkingChildDisturbsNobody();
    void tellsThatTheChildHasEnded();
    void waitsNoLongerThanTheDeadline();
    void stopsWaitingWhenAsked();
    void stopsWritingToAChildThatDoesNotRead();
    void killIsHarmlessTwice();
    void missingProgramIsToldByItsName();
    void standingAloneThereIsNoPipe();
    void idleChildEndsWithTheLastHandle();
};

namespace {

QString childProgram()
{
    const auto program = QCoreApplication::applicationDirPath() + u"/bidseal-pipe-child"_s;
#ifdef Q_OS_WIN
    return program + u".exe"_s;
#else
    return program;
#endif
}

std::span<const std::byte> spanOf(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// A child to talk to, with a deadline that only a fault would reach.
class Child {
public:
    explicit Child(const QStringList& arguments = {})
        : m_process(ChildProcess::start(childProgram(), arguments))
    {
        if (!m_process)
            qFatal("the child did not start: %s", qUtf8Printable(m_process.error().detail));
    }
    ChildProcess& operator*() { return **m_process; }
    ChildProcess* operator->() { return m_process->get(); }

    Status write(const QByteArray& bytes) { return (*m_process)->write(spanOf(bytes), inTime(), {}); }
    QByteArray read(qsizetype size)
    {
        QByteArray bytes(size, '\0');
        const auto received
            = (*m_process)
                  ->read(std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(size))), inTime(), {});
        return received ? bytes : QByteArray();
    }
    QByteArray readSized()
    {
        const auto size = read(4);
        return size.isEmpty() ? QByteArray() : read(qFromLittleEndian<qint32>(size.constData()));
    }
    Status readOne(ChildProcess::Deadline deadline, std::stop_token stop)
    {
        std::byte byte {};
        return (*m_process)->read({ &byte, 1 }, deadline, std::move(stop));
    }
    void destroy() { m_process->reset(); }

    static ChildProcess::Deadline inTime() { return steady_clock::now() + std::chrono::seconds(20); }

private:
    Result<std::unique_ptr<ChildProcess>> m_process;
};

QByteArray sized(const QByteArray& bytes)
{
    QByteArray size(4, '\0');
    qToLittleEndian(static_cast<quint32>(bytes.size()), size.data());
    return size + bytes;
}

} // namespace

void tst_ChildProcess::carriesEveryByteBothWays()
{
    Child child;
    // More than any pipe holds at once.
    QByteArray much(3'000'000, '\0');
    for (qsizetype i = 0; i < much.size(); ++i)
        much[i] = static_cast<char>(i * 31 + i / 251);
    QVERIFY(child.write('e' + sized(much)));
    QCOMPARE(child.readSized(), much);
    QVERIFY(child.write('e' + sized("again")));
    QCOMPARE(child.readSized(), QByteArray("again"));
}

void tst_ChildProcess::handsArgumentsOnAsTheyAre()
{
    const QStringList arguments { u"/opt/示例 公司/driver.so"_s, u"C:\\dir\\"_s, u"a \"quoted\" word"_s,
        u"\\\\server\\\"x\\"_s, u""_s, u"trailing\\\\"_s };
    Child child(arguments);
    for (auto i = 0; i < arguments.size(); ++i) {
        QVERIFY(child.write(QByteArray("a").append(static_cast<char>(i + 1))));
        QCOMPARE(QString::fromUtf8(child.readSized()), arguments[i]);
    }
}

void tst_ChildProcess::inheritsNothingElse()
{
#ifdef Q_OS_LINUX
    // A file that somebody opened without closing it for children, as many libraries do.
    const auto* careless = std::fopen("/dev/null", "r");
    QVERIFY(careless);
    Child other;
    Child child;
    QVERIFY(child.write("i"));
    QCOMPARE(child.read(1), QByteArray(1, '\0'));
    std::fclose(const_cast<FILE*>(careless));
#else
    QSKIP("there is no list of a process's files to look at");
#endif
}

void tst_ChildProcess::talkingChildDisturbsNobody()
{
    Child child;
    QVERIFY(child.write("t"));
    // Its standard input is at its end: whatever a driver reads there, it is not our bytes.
    QCOMPARE(child.read(1), QByteArray(1, '\xff'));
    QVERIFY(child.write('e' + sized("still here")));
    QCOMPARE(child.readSized(), QByteArray("still here"));
}

void tst_ChildProcess::tellsThatTheChildHasEnded()
{
    Child child;
    QVERIFY(child->isRunning());
    QVERIFY(child.write("x"));
    const auto received = child.readOne(Child::inTime(), {});
    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::DriverCrashed);
    QVERIFY2(received.error().detail.contains(u'3'), qPrintable(received.error().detail));
    QVERIFY(!child->isRunning());
    // Writing to it is an error as well, not a signal that ends this process.
    const auto written = child.write("e");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DriverCrashed);
}

void tst_ChildProcess::waitsNoLongerThanTheDeadline()
{
    Child child;
    QVERIFY(child.write("h"));
    const auto begin = steady_clock::now();
    const auto received = child.readOne(begin + milliseconds(300), {});
    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::DriverNotResponding);
    const auto waited = steady_clock::now() - begin;
    QVERIFY(waited >= milliseconds(250) && waited < milliseconds(1000));
}

void tst_ChildProcess::stopsWaitingWhenAsked()
{
    Child child;
    QVERIFY(child.write("h"));
    std::stop_source stop;
    std::atomic<steady_clock::time_point> stopped {};
    const test::OtherThread impatient([&] {
        std::this_thread::sleep_for(milliseconds(100));
        stopped = steady_clock::now();
        stop.request_stop();
    });
    const auto received = child.readOne(Child::inTime(), stop.get_token());
    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::Cancelled);
    QVERIFY(steady_clock::now() - stopped.load() < milliseconds(200));
}

void tst_ChildProcess::stopsWritingToAChildThatDoesNotRead()
{
    Child child;
    QVERIFY(child.write("h"));
    const QByteArray much(10'000'000, 'x');
    const auto written = child->write(spanOf(much), steady_clock::now() + milliseconds(300), {});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DriverNotResponding);
}

void tst_ChildProcess::killIsHarmlessTwice()
{
    Child child;
    QVERIFY(child->processId() > 0);
    child->kill();
    QVERIFY(!child->isRunning());
    child->kill();
    QVERIFY(!child->isRunning());
}

void tst_ChildProcess::missingProgramIsToldByItsName()
{
    const auto child = ChildProcess::start(u"/nowhere/program"_s, {});
    QVERIFY(!child);
    QCOMPARE(child.error().code, ErrorCode::TokenHostMissing);
    QVERIFY(child.error().detail.contains(u"/nowhere/program"_s));
}

void tst_ChildProcess::standingAloneThereIsNoPipe()
{
    QProcess alone;
    alone.setStandardInputFile(QProcess::nullDevice());
    alone.start(childProgram(), {});
    QVERIFY(alone.waitForFinished());
    QCOMPARE(alone.exitCode(), 2);
}

void tst_ChildProcess::idleChildEndsWithTheLastHandle()
{
    Child child;
    QVERIFY(child.write('e' + sized("hello")));
    QCOMPARE(child.readSized(), QByteArray("hello"));
    child.destroy();
#ifdef Q_OS_LINUX
    QVERIFY(QDir(u"/proc/self/task"_s).exists());
    QFile children(u"/proc/self/task/%1/children"_s.arg(QCoreApplication::applicationPid()));
    QVERIFY(children.open(QIODevice::ReadOnly));
    QCOMPARE(children.readAll().trimmed(), QByteArray());
#endif
}

QTEST_GUILESS_MAIN(tst_ChildProcess)
#include "tst_ChildProcess.moc"
