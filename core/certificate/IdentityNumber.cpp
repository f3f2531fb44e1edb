#include "core/certificate/IdentityNumber.h"
