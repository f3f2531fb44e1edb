#include "core/certificate/Certificate.h"
