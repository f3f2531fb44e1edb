#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace bidseal::tasks {

/// One thread that does one thing at a time, for a library that may be touched by one thread only. Jobs of a higher
/// priority go first; those of the same one in their order. When the worker goes, what still waits is dropped, and
/// nobody waits for the job under way.
class SerialWorker {
public:
    enum class Priority { Background, Soon, Now };

    SerialWorker();
    ~SerialWorker();
    SerialWorker(const SerialWorker&) = delete;
    SerialWorker& operator=(const SerialWorker&) = delete;

    /// `done` takes what `work` returned, on the GUI thread, only while `guard` lives.
    template <class Work, class Done> void run(Priority priority, QObject* guard, Work work, Done done)
    {
        using Value = std::invoke_result_t<Work&>;
        auto value = std::make_shared<std::unique_ptr<Value>>();
        start(
            priority, guard, [value, work = std::move(work)]() mutable { *value = std::make_unique<Value>(work()); },
            [value, done = std::move(done)]() mutable { done(std::move(**value)); });
    }

    /// Work whose end nobody waits for.
    void run(Priority priority, std::function<void()> work);

    /// The end: drops what waits and lets `last` run on the thread behind the job under way, to take down what lives
    /// there. Returns at once.
    void finish(std::function<void()> last);

private:
    void start(Priority priority, QObject* guard, std::function<void()> work, std::function<void()> done);

    class Courier;
    class Queue;
    std::shared_ptr<Courier> m_courier;
    std::shared_ptr<Queue> m_queue;
    std::unique_ptr<QThreadPool> m_thread;
};

} // namespace bidseal::tasks
