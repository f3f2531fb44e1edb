#include "ui/document/PageImages.h"
