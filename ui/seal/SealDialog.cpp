#include "ui/seal/SealDialog.h"
