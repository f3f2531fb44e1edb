#include "core/base/Result.h"
#include "ui/tasks/BackgroundTask.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace bidseal;
using tasks::BackgroundTask;

/// Work off the GUI thread, and who hears of its end.
class tst_BackgroundTask : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void worksElsewhereAndReportsHere();
    void keepsQuietOnceTheGuardIsGone();
    void asksTheWorkToStopWhenTheGuardGoes();
    void stopsOnRequestAndStillReports();
    void deliversTheLatestProgressOnly();
    void takesWorkThatCannotBeCopied();
};

void tst_BackgroundTask::worksElsewhereAndReportsHere()
{
    QThread* workedOn = nullptr;
    QThread* toldOn = nullptr;
    int answer = 0;
    const BackgroundTask task = BackgroundTask::run(
        this,
        [&workedOn](std::stop_token) {
            workedOn = QThread::currentThread();
            return 42;
        },
        [&](int value) {
            toldOn = QThread::currentThread();
            answer = value;
        });
    QVERIFY(task.isRunning());
    QTRY_COMPARE(answer, 42);
    QVERIFY(workedOn != thread());
    QCOMPARE(toldOn, thread());
    QVERIFY(!task.isRunning());
}

void tst_BackgroundTask::keepsQuietOnceTheGuardIsGone()
{
    QSemaphore mayEnd;
    std::atomic_bool ended = false;
    bool told = false;
    auto guard = std::make_unique<QObject>();
    const BackgroundTask task = BackgroundTask::run(
        guard.get(),
        [&](std::stop_token) {
            mayEnd.acquire();
            ended = true;
        },
        [&] { told = true; });
    guard.reset();
    mayEnd.release();
    QTRY_VERIFY(ended);
    QTRY_VERIFY(!task.isRunning());
    QVERIFY(!told);
}

void tst_BackgroundTask::asksTheWorkToStopWhenTheGuardGoes()
{
    std::atomic_bool sawStop = false;
    auto guard = std::make_unique<QObject>();
    BackgroundTask::run(
        guard.get(),
        [&](std::stop_token stop) {
            while (!stop.stop_requested())
                QThread::msleep(1);
            sawStop = true;
        },
        [] {});
    guard.reset();
    QTRY_VERIFY(sawStop);
}

void tst_BackgroundTask::stopsOnRequestAndStillReports()
{
    QString told;
    BackgroundTask task = BackgroundTask::run(
        this,
        [](std::stop_token stop) -> Result<int> {
            while (!stop.stop_requested())
                QThread::msleep(1);
            return failure(ErrorCode::Cancelled);
        },
        [&](const Result<int>& result) { told = result ? QString() : errorCodeName(result.error().code); });
    task.requestStop();
    QTRY_COMPARE(told, errorCodeName(ErrorCode::Cancelled));
}

void tst_BackgroundTask::deliversTheLatestProgressOnly()
{
    std::vector<qint64> seen;
    bool done = false;
    QSemaphore reported;
    BackgroundTask::run(
        this,
        [&](std::stop_token, const ProgressCallback& report) {
            for (qint64 step = 1; step <= 1000; ++step)
                report({ Stage::Preparing, step, 1000 });
            reported.release();
        },
        [&] { done = true; },
        [&](const Progress& progress) {
            QCOMPARE(QThread::currentThread(), thread());
            seen.push_back(progress.done);
        });
    reported.acquire(); // all of them while this thread was busy
    QTRY_VERIFY(done);
    QCOMPARE(seen.size(), std::size_t(1));
    QCOMPARE(seen.back(), 1000);
}

void tst_BackgroundTask::takesWorkThatCannotBeCopied()
{
    auto secret = std::make_unique<int>(7);
    int answer = 0;
    BackgroundTask::run(
        this, [secret = std::move(secret)](std::stop_token) { return std::make_unique<int>(*secret); },
        [&](std::unique_ptr<int> value) { answer = *value; });
    QTRY_COMPARE(answer, 7);
}

QTEST_GUILESS_MAIN(tst_BackgroundTask)
#include "tst_BackgroundTask.moc"
