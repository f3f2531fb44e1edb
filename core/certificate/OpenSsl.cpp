#include "core/certificate/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/provider.h>

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::openssl {

QString takeErrors()
{
    QStringList texts;
    while (const auto code = ERR_get_error()) {
        std::array<char, 256> text {};
        ERR_error_string_n(code, text.data(), text.size());
        texts += QString::fromUtf8(text.data());
    }
    return texts.join(u"; "_s);
}

bool loadLegacyAlgorithms()
{
    static const bool loaded = [] {
        const bool standard = OSSL_PROVIDER_load(nullptr, "default") != nullptr;
        const bool legacy = OSSL_PROVIDER_load(nullptr, "legacy") != nullptr;
        ERR_clear_error();
        return standard && legacy;
    }();
    return loaded;
}

} // namespace bidseal::openssl
