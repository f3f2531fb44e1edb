#include "ui/document/PageRange.h"
