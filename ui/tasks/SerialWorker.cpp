#include "ui/tasks/SerialWorker.h"

namespace bidseal::tasks {

/// Receives the results on the GUI thread; outlives the worker while an event is under way.
class SerialWorker::Courier : public QObject { };

SerialWorker::SerialWorker()
    : m_courier(new Courier, [](Courier* last) { last->deleteLater(); })
    , m_thread(std::make_unique<QThreadPool>())
{
    m_thread->setMaxThreadCount(1);
    m_thread->setExpiryTimeout(-1); // always the same thread
}

SerialWorker::~SerialWorker() { finish({}); }

void SerialWorker::run(Priority priority, std::function<void()> work)
{
    if (m_thread)
        m_thread->start(std::move(work), static_cast<int>(priority));
}

void SerialWorker::finish(std::function<void()> last)
{
    if (!m_thread)
        return;
    m_thread->clear();
    if (last)
        m_thread->start(std::move(last), static_cast<int>(Priority::Now));
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
