#include "core/relay/RelayClient.h"
