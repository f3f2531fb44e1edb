#include "ui/document/PageItem.h"
