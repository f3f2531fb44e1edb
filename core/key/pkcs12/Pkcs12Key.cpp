#include "core/key/pkcs12/Pkcs12Key.h"
