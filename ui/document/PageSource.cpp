#include "ui/document/PageSource.h"
