#include "core/environment/interference/InterferenceChecks.h"

#include "core/environment/interference/ClipboardWatchersCheck.h"
#include "core/environment/interference/InjectedLibrariesCheck.h"
#include "core/environment/interference/RemoteSessionCheck.h"
#include "core/environment/interference/ScreenCaptureCheck.h"
#include "core/environment/interference/TracerCheck.h"

namespace bidseal::environment {

Checks interferenceChecks()
{
    Checks checks;
    checks.push_back(std::make_unique<TracerCheck>());
    checks.push_back(std::make_unique<InjectedLibrariesCheck>());
    checks.push_back(std::make_unique<RemoteSessionCheck>());
    checks.push_back(std::make_unique<ScreenCaptureCheck>());
    checks.push_back(std::make_unique<ClipboardWatchersCheck>());
    return checks;
}

} // namespace bidseal::environment
