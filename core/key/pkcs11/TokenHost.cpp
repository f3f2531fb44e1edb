#include "core/key/pkcs11/TokenHost.h"
