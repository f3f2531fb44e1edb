#include "core/relay/DesktopTalk.h"
