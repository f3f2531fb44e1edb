#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

namespace bidseal::signing {

/// Where the flow is, who is told about it, and whether it shall stop.
class FlowSteps {
public:
    FlowSteps(ProgressCallback progress, std::stop_token stop);

    /// Tells of the next stage. Cancelled where the person wants no more, also while being told.
    [[nodiscard]] Status begin(Stage stage);
    /// For a call that is the given one of `count` equally long parts of this stage. The first part is 1.
    [[nodiscard]] ProgressCallback part(int number, int count) const;
    [[nodiscard]] const std::stop_token& stop() const { return m_stop; }

private:
    ProgressCallback m_progress;
    std::stop_token m_stop;
    Stage m_stage = Stage::Checking;
};

} // namespace bidseal::signing
