#include "core/signing/SigningFlow.h"
