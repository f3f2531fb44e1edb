#include "core/environment/program/ProgramChecks.h"

#include "core/environment/program/NewestVersionCheck.h"

namespace bidseal::environment {

Checks programChecks()
{
    Checks checks;
    checks.push_back(std::make_unique<NewestVersionCheck>());
    return checks;
}

} // namespace bidseal::environment
