#include "core/environment/network/NetworkChecks.h"

#include "core/environment/network/ServerConnectionCheck.h"
#include "core/environment/network/ServerNamesCheck.h"
#include "core/environment/network/ServerProxyCheck.h"

namespace bidseal::environment {

Checks networkChecks()
{
    Checks checks;
    checks.push_back(std::make_unique<ServerNamesCheck>());
    checks.push_back(std::make_unique<ServerProxyCheck>());
    checks.push_back(std::make_unique<ServerConnectionCheck>());
    return checks;
}

} // namespace bidseal::environment
