#include "ui/seal/SealText.h"
