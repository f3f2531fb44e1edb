#include "core/certificate/OpenSsl.h"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/provider.h>

#include <array>
#include <ctime>

using namespace Qt::StringLiterals;

namespace bidseal::openssl {

QDateTime toUtc(const ASN1_TIME* time)
{
    std::tm parts {};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1) {
        ERR_clear_error();
        return {};
    }
    const QDate date(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    return QDateTime(date, { parts.tm_hour, parts.tm_min, parts.tm_sec }, Qt::UTC);
}

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
