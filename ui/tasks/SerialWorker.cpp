#include "ui/tasks/SerialWorker.h"

#include <QMutex>

#include <array>
#include <deque>

namespace bidseal::tasks {

/// Receives the results on the GUI thread; outlives the worker while an event is under way.
class SerialWorker::Courier : public QObject { };

/// What waits. QThreadPool's own priorities are no order: a job that finds the thread idle is queued without one, and
/// whatever is started before the thread wakes up overtakes it.
class SerialWorker::Queue {
public:
    void put(Priority priority, std::function<void()> work)
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting[static_cast<std::size_t>(priority)].push_back(std::move(work));
    }

    void clear()
    {
        const QMutexLocker lock(&m_mutex);
        for (auto& jobs : m_waiting)
            jobs.clear();
    }

    /// The oldest of the most urgent ones; empty where nothing waits.
    std::function<void()> take()
    {
        const QMutexLocker lock(&m_mutex);
        for (auto jobs = m_waiting.rbegin(); jobs != m_waiting.rend(); ++jobs) {
            if (jobs->empty())
                continue;
            std::function<void()> work = std::move(jobs->front());
            jobs->pop_front();
            return work;
        }
        return {};
    }

private:
    QMutex m_mutex;
    std::array<std::deque<std::function<void()>>, 3> m_waiting; ///< by Priority
};

SerialWorker::SerialWorker()
    : m_courier(new Courier, [](Courier* last) { last->deleteLater(); })
    , m_queue(std::make_shared<Queue>())
    , m_thread(std::make_unique<QThreadPool>())
{
    m_thread->setMaxThreadCount(1);
    m_thread->setExpiryTimeout(-1); // always the same thread
}

SerialWorker::~SerialWorker() { finish({}); }

void SerialWorker::run(Priority priority, std::function<void()> work)
{
    if (!m_thread)
        return;
    m_queue->put(priority, std::move(work));
    m_thread->start([queue = m_queue] {
        if (const auto next = queue->take())
            next();
    });
}

void SerialWorker::finish(std::function<void()> last)
{
    if (!m_thread)
        return;
    m_queue->clear();
    if (last)
        run(Priority::Now, std::move(last));
    // A page may take a second to draw: another thread waits for it, not the one that draws the window.
    std::shared_ptr<QThreadPool> leaving = std::move(m_thread);
    QThreadPool::globalInstance()->start([leaving = std::move(leaving)]() mutable {
        leaving->waitForDone();
        leaving.reset();
    });
}

void SerialWorker::start(Priority priority, QObject* guard, std::function<void()> work, std::function<void()> done)
{
    // A QPointer may be copied on any thread, but only looked into where its object lives.
    run(priority,
        [courier = m_courier, pointer = QPointer<QObject>(guard), work = std::move(work), done = std::move(done)] {
            work();
            QMetaObject::invokeMethod(
                courier.get(),
                [pointer, done] {
                    if (pointer)
                        done();
                },
                Qt::QueuedConnection);
        });
}

} // namespace bidseal::tasks
