#include "ui/document/TextFolding.h"
