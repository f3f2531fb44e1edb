#include "core/environment/place/PlaceChecks.h"

namespace bidseal::environment {

Checks placeChecks() { return {}; }

} // namespace bidseal::environment
