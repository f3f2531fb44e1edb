#include "ui/seal/SealPalette.h"
