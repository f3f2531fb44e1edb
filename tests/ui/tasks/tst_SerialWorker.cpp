#include "ui/tasks/SerialWorker.h"

#include <QMutex>
#include <QSemaphore>
#include <QTest>
#include <QThread>

using bidseal::tasks::SerialWorker;

/// One thing at a time, on one thread.
class tst_SerialWorker : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void staysOnOneThread();
    void letsUrgentWorkGoFirst();
    void keepsTheOrderOfEqualsAlsoWhenItWasIdle();
    void dropsWhatWaitsAndTakesDownOnItsThread();
};

void tst_SerialWorker::staysOnOneThread()
{
    SerialWorker worker;
    QSet<QThread*> threads;
    int told = 0;
    for (int job = 0; job < 50; ++job)
        worker.run(
            SerialWorker::Priority::Now, this, [] { return QThread::currentThread(); },
            [&](QThread* thread) {
                threads.insert(thread);
                ++told;
            });
    QTRY_COMPARE(told, 50);
    QCOMPARE(threads.size(), 1);
    QVERIFY(!threads.contains(thread()));
}

void tst_SerialWorker::letsUrgentWorkGoFirst()
{
    SerialWorker worker;
    QSemaphore mayStart;
    QStringList order;
    const auto note = [&order](const QString& name) { return [&order, name] { order += name; }; };
    worker.run(SerialWorker::Priority::Now, [&] { mayStart.acquire(); });
    worker.run(SerialWorker::Priority::Background, note(QStringLiteral("sweep")));
    worker.run(SerialWorker::Priority::Soon, note(QStringLiteral("thumbnail")));
    bool done = false;
    worker.run(
        SerialWorker::Priority::Now, this,
        [&order] {
            order += QStringLiteral("page");
            return 0;
        },
        [](int) {});
    worker.run(
        SerialWorker::Priority::Background, this, [] { return 0; }, [&done](int) { done = true; });
    mayStart.release();
    QTRY_VERIFY(done);
    QCOMPARE(order, QStringList({ QStringLiteral("page"), QStringLiteral("thumbnail"), QStringLiteral("sweep") }));
}

void tst_SerialWorker::keepsTheOrderOfEqualsAlsoWhenItWasIdle()
{
    SerialWorker worker;
    bool idle = false;
    worker.run(
        SerialWorker::Priority::Now, this, [] { return 0; }, [&idle](int) { idle = true; });
    QTRY_VERIFY(idle);
    for (int round = 0; round < 30; ++round) {
        QTest::qWait(0);
        int first = 0, second = 0, clock = 0;
        bool done = false;
        worker.run(SerialWorker::Priority::Now, [&] { first = ++clock; });
        worker.run(SerialWorker::Priority::Now, [&] { second = ++clock; });
        worker.run(
            SerialWorker::Priority::Background, this, [] { return 0; }, [&done](int) { done = true; });
        QTRY_VERIFY(done);
        QCOMPARE(first, 1);
        QCOMPARE(second, 2);
    }
}

void tst_SerialWorker::dropsWhatWaitsAndTakesDownOnItsThread()
{
    auto worker = std::make_unique<SerialWorker>();
    QSemaphore mayEnd;
    QSemaphore started;
    std::atomic<QThread*> workedOn = nullptr;
    std::atomic<QThread*> takenDownOn = nullptr;
    std::atomic_bool waitingRan = false;
    worker->run(SerialWorker::Priority::Now, [&] {
        workedOn = QThread::currentThread();
        started.release();
        mayEnd.acquire();
    });
    started.acquire();
    worker->run(SerialWorker::Priority::Now, [&] { waitingRan = true; });
    worker->finish([&] { takenDownOn = QThread::currentThread(); });
    worker.reset(); // does not wait for the job under way
    QVERIFY(!takenDownOn);
    mayEnd.release();
    QTRY_VERIFY(takenDownOn.load());
    QCOMPARE(takenDownOn.load(), workedOn.load());
    QVERIFY(!waitingRan);
}

QTEST_GUILESS_MAIN(tst_SerialWorker)
#include "tst_SerialWorker.moc"
