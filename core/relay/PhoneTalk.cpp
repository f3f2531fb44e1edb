#include "core/relay/PhoneTalk.h"
