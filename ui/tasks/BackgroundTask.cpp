#include "ui/tasks/BackgroundTask.h"

#include <QMutex>
#include <QPointer>
#include <QThread>
#include <QThreadPool>

namespace bidseal::tasks {

namespace {

// Most of this work waits for tokens, disks and people rather than computing.
constexpr int kThreads = 16;

QThreadPool* pool()
{
    // Qt's own pool: QCoreApplication waits for it before it goes.
    QThreadPool* const global = QThreadPool::globalInstance();
    if (global->maxThreadCount() < kThreads)
        global->setMaxThreadCount(kThreads);
    return global;
}

} // namespace

/// Lives on the GUI thread, shared by the handle and the working thread; results reach the GUI as events to it.
struct BackgroundTask::State : QObject {
    QPointer<QObject> guard;
    std::stop_source stop;
    std::atomic_bool running = true;
    std::function<void()> done;
    ProgressReceiver onProgress;

    QMutex mutex;
    Progress latest;
    bool progressUnderWay = false;

    void post(const Progress& progress, const std::shared_ptr<State>& self)
    {
        const QMutexLocker lock(&mutex);
        latest = progress;
        if (std::exchange(progressUnderWay, true))
            return;
        QMetaObject::invokeMethod(
            this, [self] { self->deliverProgress(); }, Qt::QueuedConnection);
    }

    void deliverProgress()
    {
        Progress progress;
        {
            const QMutexLocker lock(&mutex);
            progressUnderWay = false;
            progress = latest;
        }
        if (guard && running && onProgress)
            onProgress(progress);
    }

    void deliverDone()
    {
        running = false;
        onProgress = {};
        const auto deliver = std::exchange(done, {});
        if (guard)
            deliver();
    }
};

BackgroundTask BackgroundTask::start(
    QObject* guard, Erased work, std::function<void()> done, ProgressReceiver onProgress)
{
    Q_ASSERT(guard);
    // The last reference may fall on the working thread, the object belongs to this one. Here it must go at once: an
    // event that was never delivered is destroyed with the application, which cannot take another event then.
    std::shared_ptr<State> state(new State, [](State* last) {
        if (last->thread() == QThread::currentThread())
            delete last;
        else
            last->deleteLater();
    });
    state->guard = guard;
    state->done = std::move(done);
    state->onProgress = std::move(onProgress);
    QObject::connect(guard, &QObject::destroyed, state.get(), [raw = state.get()] { raw->stop.request_stop(); });

    pool()->start([state, work = std::move(work)]() mutable {
        const ProgressCallback report = [state](const Progress& progress) { state->post(progress, state); };
        work(state->stop.get_token(), report);
        work = {}; // what the work owned goes before anyone hears that it is done
        QMetaObject::invokeMethod(
            state.get(), [state] { state->deliverDone(); }, Qt::QueuedConnection);
    });

    BackgroundTask task;
    task.m_state = std::move(state);
    return task;
}

void BackgroundTask::requestStop()
{
    if (m_state)
        m_state->stop.request_stop();
}

bool BackgroundTask::isRunning() const { return m_state && m_state->running; }

} // namespace bidseal::tasks
