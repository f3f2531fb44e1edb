#include "app/bidseal-relay/Bytes.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace bidseal::relay::service {

namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string digestOf(std::string_view bytes, const EVP_MD* type)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest {};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, type, nullptr) != 1)
        throw std::runtime_error("no digest");
    return { reinterpret_cast<const char*>(digest.data()), size };
}

} // namespace

std::string toBase64Url(std::string_view bytes)
{
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = (held << 8) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 6; bits -= 6)
            text += kAlphabet[(held >> (bits - 6)) & 63];
    }
    if (bits > 0)
        text += kAlphabet[(held << (6 - bits)) & 63];
    return text;
}

std::optional<std::string> fromBase64Url(std::string_view text)
{
    if (text.size() % 4 == 1)
        return {};
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char character : text) {
        const auto value = kAlphabet.find(character);
        if (value == std::string_view::npos)
            return {};
        held = (held << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((held >> bits) & 255);
        }
    }
    const bool restIsZero = (held & ((1U << bits) - 1)) == 0;
    return restIsZero ? std::optional(bytes) : std::nullopt;
}

std::optional<std::string> fromBase64Url(std::string_view text, std::size_t count)
{
    auto bytes = fromBase64Url(text);
    return bytes && bytes->size() == count ? bytes : std::nullopt;
}

std::string randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        throw std::runtime_error("no random numbers");
    return bytes;
}

std::string sha256(std::string_view bytes) { return digestOf(bytes, EVP_sha256()); }

std::string sha1Hex(std::string_view bytes)
{
    std::string hex;
    for (const char byte : digestOf(bytes, EVP_sha1())) {
        hex += "0123456789abcdef"[(static_cast<unsigned char>(byte) >> 4) & 15];
        hex += "0123456789abcdef"[static_cast<unsigned char>(byte) & 15];
    }
    return hex;
}

bool equalInConstantTime(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace bidseal::relay::service
