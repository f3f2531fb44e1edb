#include "ui/document/MarkGesture.h"
