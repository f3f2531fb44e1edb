#include "core/pdf/SignatureWriter.h"
