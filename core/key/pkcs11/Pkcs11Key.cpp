#include "core/key/pkcs11/Pkcs11Key.h"
