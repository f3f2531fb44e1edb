#include "core/certificate/OpenSsl.h"

#include <openssl/asn1.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/provider.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>

using namespace Qt::StringLiterals;

namespace bidseal::openssl {

namespace {

/// Each block is preceded by its size, because nobody says it again when the block is given back.
constexpr std::size_t kSizeSpace = alignof(std::max_align_t);

void* allocate(std::size_t size, const char*, int)
{
    if (size == 0 || size > SIZE_MAX - kSizeSpace)
        return nullptr;
    auto* start = static_cast<char*>(std::malloc(size + kSizeSpace));
    if (!start)
        return nullptr;
    std::memcpy(start, &size, sizeof size);
    return start + kSizeSpace;
}

std::size_t sizeOf(const void* block)
{
    std::size_t size = 0;
    std::memcpy(&size, static_cast<const char*>(block) - kSizeSpace, sizeof size);
    return size;
}

void wipeAndFree(void* block, const char*, int)
{
    if (!block)
        return;
    OPENSSL_cleanse(block, sizeOf(block));
    std::free(static_cast<char*>(block) - kSizeSpace);
}

void* reallocate(void* block, std::size_t size, const char* file, int line)
{
    auto* larger = allocate(size, file, line);
    if (block && larger)
        std::memcpy(larger, block, std::min(size, sizeOf(block)));
    if (larger || size == 0)
        wipeAndFree(block, file, line);
    return larger;
}

} // namespace

bool prepareProcess()
{
    return CRYPTO_set_mem_functions(allocate, reallocate, wipeAndFree) == 1
        && OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;
}

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
