#include "core/pdf/Geometry.h"
