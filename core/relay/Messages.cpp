#include "core/relay/Messages.h"
