#include "ui/document/MarkCommands.h"
