#include "core/environment/clock/ClockChecks.h"

#include "core/environment/clock/ClockCheck.h"

namespace bidseal::environment {

Checks clockChecks()
{
    Checks checks;
    checks.push_back(std::make_unique<ClockCheck>());
    return checks;
}

} // namespace bidseal::environment
