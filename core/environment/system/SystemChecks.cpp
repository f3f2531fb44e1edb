#include "core/environment/system/SystemChecks.h"

#include "core/environment/system/SystemArchitectureCheck.h"
#include "core/environment/system/SystemProtectionCheck.h"
#include "core/environment/system/SystemUpdatesCheck.h"
#include "core/environment/system/SystemVersionCheck.h"
#include "core/environment/system/SystemVirtualCheck.h"

namespace bidseal::environment {

Checks systemChecks()
{
    Checks checks;
    checks.push_back(std::make_unique<SystemVersionCheck>());
    checks.push_back(std::make_unique<SystemUpdatesCheck>());
    checks.push_back(std::make_unique<SystemProtectionCheck>());
    checks.push_back(std::make_unique<SystemArchitectureCheck>());
    checks.push_back(std::make_unique<SystemVirtualCheck>());
    return checks;
}

} // namespace bidseal::environment
