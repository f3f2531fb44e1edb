#pragma once

#include "core/key/pkcs11/TokenState.h"

#include <p11-kit/pkcs11.h>

namespace bidseal::key::host {

/// A token that is plugged in now.
struct PresentToken {
    CK_SLOT_ID slot = 0;
    CK_TOKEN_INFO info {};
    TokenState state;
};

/// A driver's PKCS#11 module, loaded and initialised. Never unloaded: the process ends instead.
class Module {
public:
    /// Errors: ModuleNotFound, ModuleUnusable.
    [[nodiscard]] static Result<Module> load(const QString& absolutePath);

    [[nodiscard]] CK_FUNCTION_LIST& functions() const { return *m_functions; }
    /// Initialised tokens only.
    [[nodiscard]] Result<std::vector<PresentToken>> tokens() const;
    /// As it is at this moment: flags about the PIN change with every try.
    [[nodiscard]] Result<PresentToken> tokenIn(CK_SLOT_ID slot) const;
    [[nodiscard]] bool hasToken(CK_SLOT_ID slot) const;

private:
    explicit Module(CK_FUNCTION_LIST* functions)
        : m_functions(functions)
    {
    }
    CK_FUNCTION_LIST* m_functions;
};

/// The text of a label. PKCS#11 asks for UTF-8; older drivers of Chinese UKeys write the system's code page (GBK).
[[nodiscard]] QString textOf(QByteArrayView bytes);

} // namespace bidseal::key::host
