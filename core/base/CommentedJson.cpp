#include "core/base/CommentedJson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bidseal {

namespace {

/// Spaces in place of comments, so that every position stays what it was.
QByteArray withoutComments(QByteArray text)
{
    enum class Place { Text, String, LineComment, BlockComment };
    auto place = Place::Text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        switch (place) {
        case Place::Text:
            if (text[i] == '"')
                place = Place::String;
            else if (text[i] == '/' && (next == '/' || next == '*')) {
                place = next == '/' ? Place::LineComment : Place::BlockComment;
                text[i] = text[i + 1] = ' ';
                ++i;
            }
            break;
        case Place::String:
            if (text[i] == '\\')
                ++i;
            else if (text[i] == '"')
                place = Place::Text;
            break;
        case Place::LineComment:
            if (text[i] == '\n')
                place = Place::Text;
            else
                text[i] = ' ';
            break;
        case Place::BlockComment:
            if (text[i] == '*' && next == '/') {
                place = Place::Text;
                text[i] = text[i + 1] = ' ';
                ++i;
            } else if (text[i] != '\n') {
                text[i] = ' ';
            }
            break;
        }
    }
    return text;
}

} // namespace

tl::expected<QJsonObject, JsonFault> parseCommentedJson(const QByteArray& utf8)
{
    const auto text = withoutComments(utf8);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const int line = 1 + static_cast<int>(text.left(error.offset).count('\n'));
        return tl::unexpected(JsonFault { line, error.errorString() });
    }
    if (!document.isObject())
        return tl::unexpected(JsonFault { 1, u"not an object"_s });
    return document.object();
}

} // namespace bidseal
