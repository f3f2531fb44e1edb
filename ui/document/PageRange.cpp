#include "ui/document/PageRange.h"

#include <QRegularExpression>

#include <set>

namespace bidseal::document {

using namespace Qt::StringLiterals;

std::optional<std::vector<int>> parsePageRange(const QString& text, int pageCount)
{
    static const QRegularExpression separators(u"[,，、;；]"_s);
    static const QRegularExpression part(
        u"^(\\d{1,6})\\s*(?:[-–—－~～至]\\s*(\\d{1,6}))?$"_s, QRegularExpression::UseUnicodePropertiesOption);

    std::set<int> pages;
    // Full-width digits, as Chinese input methods write them, are normalised to ASCII ones.
    const QString plain = text.normalized(QString::NormalizationForm_KC);
    for (const QString& piece : plain.split(separators, Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = part.match(piece.trimmed());
        if (!match.hasMatch())
            return std::nullopt;
        const int first = match.captured(1).toInt();
        const int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
        if (first < 1 || last < first || last > pageCount)
            return std::nullopt;
        for (int page = first; page <= last; ++page)
            pages.insert(page - 1);
    }
    if (pages.empty())
        return std::nullopt;
    return std::vector<int>(pages.begin(), pages.end());
}

} // namespace bidseal::document
