#include "core/seal/Seal.h"
