#pragma once

#include "core/base/Result.h"

#include <p11-kit/pkcs11.h>

namespace bidseal::key::host {

/// "CKR_PIN_INCORRECT", or the number in hex for a vendor's own.
[[nodiscard]] QString returnValueName(CK_RV value);

/// What a PKCS#11 return value means to the person. `function` names the call for the log.
[[nodiscard]] tl::unexpected<Error> failed(const char* function, CK_RV value);

/// Return values with which modules tell that the token went away; some tell it by a general failure instead.
[[nodiscard]] bool maySayTokenRemoved(CK_RV value);

} // namespace bidseal::key::host
