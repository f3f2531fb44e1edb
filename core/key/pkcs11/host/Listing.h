#pragma once

#include "core/key/pkcs11/HostMessages.h"
#include "core/key/pkcs11/host/Module.h"

namespace bidseal::key::host {

enum class ListingDepth { Tokens, TokensAndObjects };

/// What a module shows to somebody who has not logged in.
[[nodiscard]] Result<std::vector<ListedToken>> listTokens(const Module& module, ListingDepth depth);

} // namespace bidseal::key::host
