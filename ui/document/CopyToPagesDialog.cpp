#include "ui/document/CopyToPagesDialog.h"
