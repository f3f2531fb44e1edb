#pragma once

#include "core/base/Result.h"
#include "ui/tasks/GuiThread.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace bidseal::tasks {

/// Something that only the person at the screen can answer while a working thread waits. Shared by both threads.
template <class Asked, class Answer> class Question {
public:
    /// `show` puts it on the screen, on the GUI thread, while `guard` lives.
    Question(QObject* guard, std::function<void(const Asked&)> show)
        : m_show(onGuiThread<Asked>(guard, std::move(show)))
    {
    }

    /// On the working thread: returns when answer() was called. Errors: Cancelled, as soon as `stop` says so.
    [[nodiscard]] Result<Answer> ask(const Asked& asked, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        m_answer.reset();
        m_show(asked);
        if (!m_answered.wait(lock, stop, [this] { return m_answer.has_value(); }))
            return failure(ErrorCode::Cancelled, QStringLiteral("while a question stood on the screen"));
        return *m_answer;
    }

    /// On the GUI thread.
    void answer(Answer answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
        m_answered.notify_all();
    }

private:
    std::function<void(const Asked&)> m_show;
    std::mutex m_mutex;
    std::condition_variable_any m_answered;
    std::optional<Answer> m_answer;
};

} // namespace bidseal::tasks
