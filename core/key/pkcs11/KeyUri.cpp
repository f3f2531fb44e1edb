#include "core/key/pkcs11/KeyUri.h"
