#pragma once

#include "core/base/Progress.h"

#include <QObject>

#include <memory>
#include <stop_token>
#include <type_traits>

namespace bidseal::tasks {

/// One piece of core work on a thread of its own, and the handle to stop it.
///
///     m_task = BackgroundTask::run(this,
///         [request](std::stop_token stop, const ProgressCallback& report) { return sign(request, report, stop); },
///         [this](Result<SignedDocument> signedDocument) { show(signedDocument); },
///         [this](const Progress& progress) { m_bar->setProgress(progress); });
///
/// The work takes a std::stop_token and, where it has something to tell, a ProgressCallback. What it captures must
/// belong to it: the window may be gone before it ends. `done` takes what the work returned, on the GUI thread, exactly
/// once, but only while `guard` lives; when the guard goes, the work is asked to stop. Progress arrives on the GUI
/// thread too, coalesced to the latest. Call run() on the GUI thread.
class BackgroundTask {
public:
    using ProgressReceiver = std::function<void(const Progress&)>;

    BackgroundTask() = default; ///< nothing runs

    template <class Work, class Done>
    static BackgroundTask run(QObject* guard, Work work, Done done, ProgressReceiver onProgress = {});

    /// Asks the work to stop; `done` still arrives, with whatever the work makes of it.
    void requestStop();
    [[nodiscard]] bool isRunning() const;

private:
    struct State;
    using Erased = std::function<void(std::stop_token, const ProgressCallback&)>;
    static BackgroundTask start(QObject* guard, Erased work, std::function<void()> done, ProgressReceiver onProgress);

    template <class Work> static auto call(Work& work, std::stop_token stop, const ProgressCallback& report)
    {
        if constexpr (std::is_invocable_v<Work&, std::stop_token, const ProgressCallback&>)
            return work(stop, report);
        else
            return work(stop);
    }

    std::shared_ptr<State> m_state;
};

template <class Work, class Done>
BackgroundTask BackgroundTask::run(QObject* guard, Work work, Done done, ProgressReceiver onProgress)
{
    using Value = decltype(call(work, std::stop_token(), ProgressCallback()));
    // std::function wants copies, the work may own what cannot be copied (a Secret): share it instead.
    auto sharedWork = std::make_shared<Work>(std::move(work));
    auto sharedDone = std::make_shared<Done>(std::move(done));
    if constexpr (std::is_void_v<Value>) {
        return start(
            guard,
            [sharedWork](std::stop_token stop, const ProgressCallback& report) { call(*sharedWork, stop, report); },
            [sharedDone] { (*sharedDone)(); }, std::move(onProgress));
    } else {
        auto value = std::make_shared<std::unique_ptr<Value>>();
        return start(
            guard,
            [sharedWork, value](std::stop_token stop, const ProgressCallback& report) {
                *value = std::make_unique<Value>(call(*sharedWork, stop, report));
            },
            [sharedDone, value] { (*sharedDone)(std::move(**value)); }, std::move(onProgress));
    }
}

} // namespace bidseal::tasks
