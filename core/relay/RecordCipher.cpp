#include "core/relay/RecordCipher.h"
