#pragma once

#include <QThread>

#include <memory>
#include <optional>
#include <type_traits>

namespace bidseal {

/// A thread for work that uses Qt. It is Qt's own kind, because the C++ runtime of MinGW takes away what Qt keeps for
/// each std::thread before Qt has used it for the last time. Not started yet; its owner waits for it before it goes.
template <class Work> [[nodiscard]] std::unique_ptr<QThread> threadFor(Work work)
{
    return std::unique_ptr<QThread>(QThread::create(std::move(work)));
}

/// One value that is computed beside the caller's own work: std::async's place. Waits for it where it is given up.
template <class Value> class Beside {
public:
    template <class Work>
    explicit Beside(Work work)
        : m_value(std::make_unique<std::optional<Value>>())
        , m_thread(threadFor([work = std::move(work), value = m_value.get()]() mutable { value->emplace(work()); }))
    {
        m_thread->start();
    }
    ~Beside()
    {
        if (m_thread)
            m_thread->wait();
    }
    Beside(Beside&&) noexcept = default;
    Beside& operator=(Beside&&) = delete;

    /// Once.
    [[nodiscard]] Value get()
    {
        m_thread->wait();
        return std::move(**m_value);
    }

private:
    std::unique_ptr<std::optional<Value>> m_value;
    std::unique_ptr<QThread> m_thread;
};

template <class Work> Beside(Work) -> Beside<std::invoke_result_t<Work&>>;

} // namespace bidseal
