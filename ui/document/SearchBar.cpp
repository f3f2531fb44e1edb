#include "ui/document/SearchBar.h"
