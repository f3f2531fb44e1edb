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
    /// Tells how much of the stage is done. Cancelled as above.
    [[nodiscard]] Status reach(qint64 done, qint64 total) const;

    /// A part of the stage, in bytes or steps of the whole stage.
    struct Part {
        qint64 begin = 0, size = 0, whole = 0;
    };
    /// For a call that is this part of the stage, and counts in units of its own.
    [[nodiscard]] ProgressCallback part(Part part) const;
    [[nodiscard]] const std::stop_token& stop() const { return m_stop; }

private:
    ProgressCallback m_progress;
    std::stop_token m_stop;
    Stage m_stage = Stage::Checking;
};

} // namespace bidseal::signing
