#include "ui/document/MarkToolStrip.h"
