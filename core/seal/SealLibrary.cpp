#include "core/seal/SealLibrary.h"
