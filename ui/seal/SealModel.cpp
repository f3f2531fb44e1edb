#include "ui/seal/SealModel.h"
