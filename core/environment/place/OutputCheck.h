#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// What the checks of output folders have in common: each folder of the situation is looked at, and the worst counts.
class OutputCheck : public Check {
public:
    [[nodiscard]] Finding measure(const Situation& situation, const Policy& policy, const std::stop_token& stop) final;

protected:
    [[nodiscard]] virtual Finding measureOne(const OutputPlace& output, const Policy& policy) = 0;
};

} // namespace bidseal::environment
