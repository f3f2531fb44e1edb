#include "core/base/platform/Assignments.h"

namespace bidseal::platform {

namespace {

/// What a shell would make of the right side: quotes go, a backslash keeps what follows.
QString unquoted(const QString& text)
{
    QString value;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto letter = text[i];
        if (letter == u'\\' && quote != u'\'' && i + 1 < text.size())
            value += text[++i];
        else if (letter == quote)
            quote = {};
        else if (quote.isNull() && (letter == u'"' || letter == u'\''))
            quote = letter;
        else
            value += letter;
    }
    return value;
}

} // namespace

QMap<QString, QString> assignments(const QByteArray& text)
{
    QMap<QString, QString> values;
    for (const auto& line : QString::fromUtf8(text).split(u'\n')) {
        const auto equals = line.indexOf(u'=');
        if (equals > 0 && !line.startsWith(u'#'))
            values[line.left(equals).trimmed()] = unquoted(line.mid(equals + 1).trimmed());
    }
    return values;
}

} // namespace bidseal::platform
