#pragma once

#include "core/base/Result.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace bidseal::relay {

/// JSON without what docs/relay-protocol.md, 5 forbids in every message: repeated members, anything in front of or
/// behind the value, and deeper nesting than any message has. Errors: PhoneMessageInvalid.
[[nodiscard]] Result<nlohmann::json> parseStrictly(const QByteArray& text);

/// Takes values out of parsed JSON and remembers the first violation: whatever is read after one is a harmless default,
/// so that a message is read from top to bottom and asked once, at its end.
class StrictReader {
public:
    using Json = nlohmann::json;
    struct Range {
        qint64 least = 0, most = 0;
    };

    /// Exactly these members, no more and no fewer.
    void expectMembers(const Json& value, std::initializer_list<const char*> names);
    [[nodiscard]] qint64 number(const Json& object, const char* name, Range range);
    [[nodiscard]] qint64 number(const Json& value, Range range);
    /// Its length in code points is in `range`, and it holds none of the forbidden characters.
    [[nodiscard]] QString text(const Json& object, const char* name, Range range);
    /// base64url of as many bytes.
    [[nodiscard]] QByteArray bytes(const Json& object, const char* name, Range range);
    [[nodiscard]] QByteArray bytes(const Json& value, Range range);
    [[nodiscard]] const Json& list(const Json& object, const char* name, Range range);
    [[nodiscard]] std::string word(const Json& object, const char* name);
    [[nodiscard]] const Json& member(const Json& object, const char* name);

    void require(bool holds, const char* what);
    /// What was violated first, without a word of the message itself; null where nothing was.
    [[nodiscard]] const char* violation() const { return m_violation; }

private:
    const char* m_violation = nullptr;
};

/// Characters that no text of a message may hold: they would change how the rest of the line looks.
[[nodiscard]] bool isForbiddenCharacter(char32_t character);

} // namespace bidseal::relay
