#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>

namespace bidseal::key {

/// A stop of its own that comes with another one at the latest.
class LinkedStop {
public:
    explicit LinkedStop(const std::stop_token& other)
        : m_follow(other, [this] { m_source.request_stop(); })
    {
    }
    LinkedStop(const LinkedStop&) = delete;
    LinkedStop& operator=(const LinkedStop&) = delete;

    void request() { m_source.request_stop(); }
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_follow;
};

/// Asks for a stop when the time has come, in which the computer may have slept; not any more once this object is gone.
class StopLater {
public:
    StopLater(LinkedStop& stop, std::chrono::milliseconds delay);

private:
    std::jthread m_thread;
};

} // namespace bidseal::key
