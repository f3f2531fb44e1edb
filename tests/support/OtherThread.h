#pragma once

#include "core/base/Beside.h"

namespace bidseal::test {

/// std::jthread's place in tests: what it runs uses Qt (see threadFor). Waits for its end before it goes.
class OtherThread {
public:
    template <class Work>
    explicit OtherThread(Work work)
        : m_thread(threadFor(std::move(work)))
    {
        m_thread->start();
    }
    ~OtherThread() { join(); }
    OtherThread(OtherThread&&) noexcept = default;
    OtherThread& operator=(OtherThread&&) noexcept = delete;

    void join()
    {
        if (m_thread)
            m_thread->wait();
    }

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace bidseal::test
