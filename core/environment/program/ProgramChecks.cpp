#include "core/environment/program/ProgramChecks.h"

#include "core/environment/program/NewestVersionCheck.h"
#include "core/environment/program/PolicyFileCheck.h"
#include "core/environment/program/ProgramFilesCheck.h"
#include "core/environment/program/ProgramInstanceCheck.h"

namespace bidseal::environment {

Checks programChecks()
{
    Checks checks;
    checks.push_back(std::make_unique<ProgramFilesCheck>());
    checks.push_back(std::make_unique<ProgramInstanceCheck>());
    checks.push_back(std::make_unique<PolicyFileCheck>());
    checks.push_back(std::make_unique<NewestVersionCheck>());
    return checks;
}

} // namespace bidseal::environment
