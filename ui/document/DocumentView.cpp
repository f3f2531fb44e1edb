#include "ui/document/DocumentView.h"
