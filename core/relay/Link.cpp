#include "core/relay/Link.h"
