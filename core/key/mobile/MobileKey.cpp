#include "core/key/mobile/MobileKey.h"
