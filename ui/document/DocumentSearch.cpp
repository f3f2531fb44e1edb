#include "ui/document/DocumentSearch.h"
