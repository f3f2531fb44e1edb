#include "ui/document/PageLayout.h"
