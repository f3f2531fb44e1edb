#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

namespace bidseal::signing {

/// Where the flow is, who is told about it, and whether it shall stop.
class FlowSteps {
public:
    struct Extent {
        int documents = 1, turns = 1;
    };
    FlowSteps(Extent extent, ProgressCallback progress, std::stop_token stop);

    /// Tells of the next stage. Cancelled where the person wants no more, also while being told.
    [[nodiscard]] Status begin(Stage stage);
    /// The next signer's turn; it begins with checking. Cancelled as above.
    [[nodiscard]] Status beginTurn();

    /// One document's part of the stage, in bytes or steps of the whole stage.
    struct Part {
        int document = 0; ///< the first is 1
        qint64 begin = 0, size = 0, whole = 0;
    };
    /// Tells that this part begins. Cancelled as above.
    [[nodiscard]] Status reach(const Part& part) const;
    /// For a call that is this part of the stage, and counts in units of its own.
    [[nodiscard]] ProgressCallback part(const Part& part) const;
    [[nodiscard]] const std::stop_token& stop() const { return m_stop; }

private:
    [[nodiscard]] Progress at(const Part& part) const;
    [[nodiscard]] Status tell(const Progress& progress) const;

    Extent m_extent;
    ProgressCallback m_progress;
    std::stop_token m_stop;
    Stage m_stage = Stage::Checking;
    int m_turn = 1;
};

} // namespace bidseal::signing
