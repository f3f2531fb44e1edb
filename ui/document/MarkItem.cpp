#include "ui/document/MarkItem.h"
