#include "core/pdf/MarkName.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bidseal::pdf {

QString markNameText(const QString& name, bool isStrip, int number)
{
    return name + (isStrip ? u":strip:"_s : u":"_s) + QString::number(number);
}

std::optional<MarkName> readMarkName(const QString& text)
{
    // Anybody can write such a name: what goes on is a short word, or nothing.
    static const QRegularExpression pattern(u"^bidseal:(?:([a-z][a-z0-9-]{0,39})(:strip)?(?::|$))?"_s);
    const QRegularExpressionMatch match = pattern.match(text.left(80));
    if (!match.hasMatch())
        return {};
    return MarkName { match.captured(1), match.capturedLength(2) > 0 };
}

} // namespace bidseal::pdf
