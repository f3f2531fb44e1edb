#include "core/relay/TalkChannel.h"
