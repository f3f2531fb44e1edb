#include "core/pdf/SecondReader.h"
