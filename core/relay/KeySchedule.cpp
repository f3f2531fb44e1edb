#include "core/relay/KeySchedule.h"
