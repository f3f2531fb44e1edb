#include "core/base/Secret.h"

#include "core/base/platform/Files.h"
#include "core/base/platform/Process.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace bidseal {

namespace {
bool isContinuationByte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }
} // namespace

Secret::~Secret() { clear(); }

Secret::Secret(Secret&& other) noexcept
    : m_page(std::exchange(other.m_page, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        clear();
        m_page = std::exchange(other.m_page, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::fromUtf8(std::string_view utf8)
{
    Secret secret;
    if (!secret.append(utf8))
        qFatal("a secret longer than its page");
    return secret;
}

bool Secret::append(std::string_view utf8)
{
    if (m_size + utf8.size() > kCapacity)
        return false;
    if (!m_page)
        m_page = static_cast<char*>(platform::allocateLockedPage(kCapacity));
    std::memcpy(m_page + m_size, utf8.data(), utf8.size());
    m_size += utf8.size();
    return true;
}

void Secret::removeLastCharacter()
{
    if (m_size == 0)
        return;
    std::size_t start = m_size - 1;
    while (start > 0 && isContinuationByte(m_page[start]))
        --start;
    platform::wipe(m_page + start, m_size - start);
    m_size = start;
}

void Secret::clear()
{
    if (m_page)
        platform::freeLockedPage(std::exchange(m_page, nullptr), kCapacity);
    m_size = 0;
}

Secret Secret::clone() const
{
    Secret copy;
    if (!isEmpty() && !copy.append(view()))
        qFatal("a secret longer than its page");
    return copy;
}

int Secret::characterCount() const
{
    const auto text = view();
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return !isContinuationByte(c); }));
}

std::string_view Secret::view() const { return { m_page, m_size }; }

Result<Secret> readSecretFile(const QString& path)
{
    Secret secret;
    auto fits = true;
    const auto read = platform::readPrivateLine(path, [&](char byte) { return fits = secret.append({ &byte, 1 }); });
    if (!read)
        return failure(read.error());
    if (!fits || secret.isEmpty())
        return failure(ErrorCode::PinLengthInvalid, u"the first line is empty or longer than a secret may be"_s);
    return secret;
}

} // namespace bidseal
