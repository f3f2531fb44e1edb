#pragma once

#include <QFile>
#include <QSet>
#include <QString>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/fanotify.h>
#include <unistd.h>

namespace bidseal::testing {

/// Looks into each new file of a folder before whoever makes it goes on, as virus scanners do: by fanotify(7), for
/// which one has to be root.
class NosyProgram {
public:
    enum class Holds { AMoment, Forever };

    NosyProgram(const QString& folder, Holds holds)
        : m_holds(holds)
        , m_events(::fanotify_init(FAN_CLASS_CONTENT | FAN_CLOEXEC | FAN_NONBLOCK, O_RDONLY | O_CLOEXEC))
        , m_isReady(m_events >= 0
              && ::fanotify_mark(m_events, FAN_MARK_ADD, FAN_OPEN_PERM | FAN_EVENT_ON_CHILD, AT_FDCWD,
                     QFile::encodeName(folder).constData())
                  == 0)
    {
        if (m_isReady)
            m_watcher = std::jthread([this](const std::stop_token& stop) { watch(stop); });
    }
    ~NosyProgram()
    {
        m_watcher = {};
        if (m_events >= 0)
            ::close(m_events);
        for (const auto& held : m_held)
            ::close(held.descriptor);
    }
    Q_DISABLE_COPY_MOVE(NosyProgram)

    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] bool hasHeld() const { return m_hasHeld; }

private:
    using Clock = std::chrono::steady_clock;
    struct Held {
        int descriptor;
        Clock::time_point until;
    };

    void watch(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            pollfd waiting { m_events, POLLIN, 0 };
            ::poll(&waiting, 1, 5);
            answerAll();
            std::erase_if(m_held, [](const Held& held) {
                const bool isOver = Clock::now() >= held.until;
                if (isOver)
                    ::close(held.descriptor);
                return isOver;
            });
        }
    }

    void answerAll()
    {
        alignas(fanotify_event_metadata) char buffer[4096];
        auto size = ::read(m_events, buffer, sizeof buffer);
        for (auto* event = reinterpret_cast<fanotify_event_metadata*>(buffer); FAN_EVENT_OK(event, size);
             event = FAN_EVENT_NEXT(event, size))
            look(event->fd);
    }

    /// Holds it, and lets the other go on. A scanner knows a file the second time.
    void look(int descriptor)
    {
        const auto name = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(descriptor));
        const bool isNew = !m_known.contains(name);
        m_known.insert(name);
        if (isNew) {
            m_held.push_back({ descriptor,
                m_holds == Holds::Forever ? Clock::time_point::max() : Clock::now() + std::chrono::milliseconds(60) });
            m_hasHeld = true;
        } else {
            ::close(descriptor); // before the other goes on: the answer needs only its number
        }
        const fanotify_response answer { descriptor, FAN_ALLOW };
        if (::write(m_events, &answer, sizeof answer) < 0)
            qWarning("nobody waited for the answer");
    }

    const Holds m_holds;
    const int m_events;
    const bool m_isReady;
    std::vector<Held> m_held;
    QSet<QString> m_known;
    std::atomic_bool m_hasHeld = false;
    std::jthread m_watcher;
};

} // namespace bidseal::testing
