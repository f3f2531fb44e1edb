#include "ui/document/DocumentSession.h"
