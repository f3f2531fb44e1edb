#include "ui/document/ThumbnailList.h"
