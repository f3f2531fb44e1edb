#include "core/relay/StrictJson.h"

#include "core/relay/Link.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace bidseal::relay {

namespace {

using Json = nlohmann::json;

/// Watches the parser's events, because the parsed value does not show that a member was repeated.
class EventWatch {
public:
    bool operator()(int depth, Json::parse_event_t event, const Json& parsed)
    {
        constexpr int kDeepest = 8; // a page number of a mark of a document of a request lies 6 deep
        if (m_isViolated || depth > kDeepest)
            m_isViolated = true;
        else if (event == Json::parse_event_t::object_start)
            m_names.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            m_names.pop_back();
        else if (event == Json::parse_event_t::key)
            m_isViolated |= !m_names.back().insert(parsed.get_ref<const std::string&>()).second;
        return !m_isViolated; // nothing more is kept after a violation
    }
    [[nodiscard]] bool isViolated() const { return m_isViolated; }

private:
    std::vector<std::set<std::string>> m_names; ///< of each object that is open
    bool m_isViolated = false;
};

bool isIn(StrictReader::Range range, qint64 value) { return range.least <= value && value <= range.most; }

} // namespace

Result<Json> parseStrictly(const QByteArray& text)
{
    const auto invalid = [](const QString& what) { return failure(ErrorCode::PhoneMessageInvalid, what); };
    // The parser skips a byte order mark, and takes a zero byte for the end whatever follows.
    if (text.startsWith("\xEF\xBB\xBF") || text.contains('\0'))
        return invalid(u"a byte that is none of JSON"_s);
    EventWatch watch;
    auto parsed = Json::parse(text.begin(), text.end(), std::ref(watch), false);
    if (watch.isViolated())
        return invalid(u"a repeated member, or nested too deep"_s);
    if (parsed.is_discarded())
        return invalid(u"no JSON, or something behind it"_s);
    return parsed;
}

void StrictReader::require(bool holds, const char* what)
{
    if (!holds && !m_violation)
        m_violation = what;
}

void StrictReader::expectMembers(const Json& value, std::initializer_list<const char*> names)
{
    const auto isThere = [&](const char* name) { return value.contains(name); };
    require(value.is_object() && value.size() == names.size() && std::all_of(names.begin(), names.end(), isThere),
        "unknown or missing members");
}

const Json& StrictReader::member(const Json& object, const char* name)
{
    static const Json nothing;
    const auto found = object.find(name);
    require(found != object.end(), name);
    return found == object.end() ? nothing : *found;
}

qint64 StrictReader::number(const Json& value, Range range)
{
    const bool isNumber = value.is_number_integer()
        && !(value.is_number_unsigned() && value.get<quint64>() > static_cast<quint64>(range.most));
    const auto number = isNumber ? value.get<qint64>() : range.least;
    require(isNumber && isIn(range, number), "a number");
    return isIn(range, number) ? number : range.least;
}

qint64 StrictReader::number(const Json& object, const char* name, Range range)
{
    return number(member(object, name), range);
}

QString StrictReader::text(const Json& object, const char* name, Range range)
{
    auto text = QString::fromStdString(word(object, name));
    const auto characters = text.toUcs4();
    require(isIn(range, characters.size()), name);
    require(std::none_of(characters.begin(), characters.end(), isForbiddenCharacter), name);
    return text;
}

QByteArray StrictReader::bytes(const Json& value, Range range)
{
    const auto* text = value.get_ptr<const std::string*>();
    const auto decoded = text ? fromBase64Url(*text) : std::nullopt;
    require(decoded && isIn(range, decoded->size()), "base64url of so many bytes");
    return decoded.value_or(QByteArray());
}

QByteArray StrictReader::bytes(const Json& object, const char* name, Range range)
{
    return bytes(member(object, name), range);
}

const Json& StrictReader::list(const Json& object, const char* name, Range range)
{
    static const Json empty = Json::array();
    const auto& found = member(object, name);
    const bool isList = found.is_array() && isIn(range, static_cast<qint64>(found.size()));
    require(isList, name);
    return isList ? found : empty;
}

std::string StrictReader::word(const Json& object, const char* name)
{
    const auto* text = member(object, name).get_ptr<const std::string*>();
    require(text, name);
    return text ? *text : std::string();
}

bool isForbiddenCharacter(char32_t character)
{
    return character <= 0x1F || (character >= 0x7F && character <= 0x9F) // control
        || (character >= 0x2028 && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069)
        || character == 0x200E || character == 0x200F || character == 0x061C; // line and direction
}

} // namespace bidseal::relay
