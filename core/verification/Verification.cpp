#include "core/verification/Verification.h"
