#include "core/key/pkcs11/TokenState.h"

namespace bidseal::key {

bool isNamedBy(const KeyUri& uri, const TokenState& token)
{
    const auto fits = [](const QString& wanted, const QString& is) { return wanted.isEmpty() || wanted == is; };
    return fits(uri.token, token.label) && fits(uri.manufacturer, token.manufacturer) && fits(uri.model, token.model)
        && fits(uri.serial, token.serial);
}

} // namespace bidseal::key
