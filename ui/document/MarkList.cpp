#include "ui/document/MarkList.h"
