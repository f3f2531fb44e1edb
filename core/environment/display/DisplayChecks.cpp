#include "core/environment/display/DisplayChecks.h"

#include "core/environment/display/ChineseFontsCheck.h"
#include "core/environment/display/DisplayScaleCheck.h"

namespace bidseal::environment {

Checks displayChecks()
{
    Checks checks;
    checks.push_back(std::make_unique<ChineseFontsCheck>());
    checks.push_back(std::make_unique<DisplayScaleCheck>());
    return checks;
}

} // namespace bidseal::environment
