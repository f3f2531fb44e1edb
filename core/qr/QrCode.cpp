#include "core/qr/QrCode.h"
