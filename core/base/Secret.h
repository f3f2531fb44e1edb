#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <string_view>

namespace bidseal {

/// A PIN or password in UTF-8. It lives in one page of memory that is locked against swapping where the system allows,
/// left out of core dumps, wiped when it goes, and never moves: there is no second copy to forget.
/// It cannot be copied by accident, printed, or turned into a QString.
class Secret {
public:
    static constexpr std::size_t kCapacity = 1024; ///< bytes

    Secret() = default;
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    /// For tests and for bytes that came from a pipe. Wipes nothing of the source.
    [[nodiscard]] static Secret fromUtf8(std::string_view utf8);

    /// False (and nothing appended) when the page is full.
    [[nodiscard]] bool append(std::string_view utf8);
    /// Removes the last character, not only its last byte.
    void removeLastCharacter();
    void clear();
    /// A deliberate second copy, in a page of its own.
    [[nodiscard]] Secret clone() const;

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; } ///< bytes
    [[nodiscard]] int characterCount() const;
    /// Points into the locked page; do not keep it, do not copy it into a string.
    [[nodiscard]] std::string_view view() const;

private:
    char* m_page = nullptr;
    std::size_t m_size = 0;
};

/// Reads a secret's first line from a file that only its owner may read, without going through a buffer that stays
/// behind. `-` means standard input. Errors: PinFileUnsafe, FileNotFound, FileNotReadable, PinLengthInvalid.
[[nodiscard]] Result<Secret> readSecretFile(const QString& path);

} // namespace bidseal
