#include "core/cms/SignedData.h"
