#include "ui/document/AccessibleDocument.h"
