#pragma once

#include <QtGlobal>

#include <functional>
#include <stop_token>

namespace bidseal {

/// The steps of the flow that a person is told about, in their order.
enum class Stage {
    Checking,
    Preparing,
    WaitingForKey,
    Completing,
    Verifying,
    Publishing,
};

struct Progress {
    Stage stage = Stage::Checking;
    qint64 done = 0; ///< bytes or steps
    qint64 total = 0; ///< 0 where nobody can know
    int document = 0; ///< of several, the one at hand; the first is 1, 0 where the step is about all of them
    int documents = 1;
    int turn = 1, turns = 1; ///< signers of a run, one after the other; the first is 1
};

/// Called on the working thread; must be quick and must not throw. May be empty.
using ProgressCallback = std::function<void(const Progress&)>;

} // namespace bidseal
