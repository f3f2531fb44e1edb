#include "core/pdf/Document.h"
