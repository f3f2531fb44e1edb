#include "core/journal/Journal.h"
