#include "core/environment/place/PlaceChecks.h"

#include "core/environment/place/DiskSpaceCheck.h"
#include "core/environment/place/OutputFolderCheck.h"
#include "core/environment/place/OutputPlaceCheck.h"
#include "core/environment/place/TemporaryFolderCheck.h"

namespace bidseal::environment {

Checks placeChecks()
{
    Checks checks;
    checks.push_back(std::make_unique<DiskSpaceCheck>());
    checks.push_back(std::make_unique<OutputFolderCheck>());
    checks.push_back(std::make_unique<OutputPlaceCheck>());
    checks.push_back(std::make_unique<TemporaryFolderCheck>());
    return checks;
}

} // namespace bidseal::environment
