#include "core/pdf/Values.h"

#include "core/pdf/Syntax.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;
using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

/// PDFDocEncoding where it differs from Latin-1 (ISO 32000-2, D.2).
QString fromPdfDocEncoding(std::string_view bytes)
{
    static constexpr char16_t kFrom18[] = u"\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc";
    static constexpr char16_t kFrom80[]
        = u"\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018"
          u"\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e\ufffd\u20ac";
    QString text;
    text.reserve(static_cast<qsizetype>(bytes.size()));
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x18 && byte <= 0x1f)
            text += QChar(kFrom18[byte - 0x18]);
        else if (byte >= 0x80 && byte <= 0xa0)
            text += QChar(kFrom80[byte - 0x80]);
        else
            text += QLatin1Char(c);
    }
    return text;
}

QString fromUtf16BigEndian(std::string_view bytes)
{
    QString text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        text += QChar((static_cast<unsigned char>(bytes[i]) << 8) | static_cast<unsigned char>(bytes[i + 1]));
    return text;
}

} // namespace

PdfVariant parseValue(std::string_view text)
{
    // The tokenizer looks ahead for `G R`: it must find an end.
    std::string bounded(text);
    bounded += " \n";
    PoDoFo::PdfTokenizer tokenizer(bounded.data(), bounded.size());
    PdfVariant value;
    tokenizer.GetNextVariant(value, nullptr);
    return value;
}

const PdfDictionary* dictionaryOf(const PdfVariant* value)
{
    return value && value->IsDictionary() ? &value->GetDictionary() : nullptr;
}

const PdfArray* arrayOf(const PdfVariant* value) { return value && value->IsArray() ? &value->GetArray() : nullptr; }

std::optional<PdfReference> referenceOf(const PdfVariant* value)
{
    if (!value || !value->IsReference())
        return {};
    return value->GetReference();
}

std::optional<qint64> integerOf(const PdfVariant* value)
{
    if (!value || !value->IsNumber())
        return {};
    return value->GetNumber();
}

std::optional<double> numberOf(const PdfVariant* value)
{
    if (!value || !(value->IsNumber() || value->IsReal()))
        return {};
    const double number = value->GetReal();
    if (!std::isfinite(number))
        return {};
    return number;
}

std::string nameOf(const PdfVariant* value)
{
    return value && value->IsName() ? value->GetName().GetName() : std::string();
}

std::string bytesOf(const PdfVariant* value)
{
    if (!value || !(value->IsString() || value->IsHexString()) || !value->GetString().IsValid())
        return {};
    const PoDoFo::PdfString& text = value->GetString();
    return std::string(text.GetString(), static_cast<std::size_t>(text.GetLength()));
}

bool isTrue(const PdfVariant* value) { return value && value->IsBool() && value->GetBool(); }

QString textOf(const PdfVariant* value)
{
    const std::string bytes = bytesOf(value);
    if (bytes.empty())
        return {};
    if (value->GetString().IsUnicode()) // PoDoFo took the byte order mark away
        return fromUtf16BigEndian(bytes);
    if (bytes.starts_with("\xef\xbb\xbf"))
        return QString::fromUtf8(bytes.data() + 3, static_cast<qsizetype>(bytes.size() - 3));
    return fromPdfDocEncoding(bytes);
}

std::optional<QDateTime> dateOf(const PdfVariant* value)
{
    static const QRegularExpression pattern(
        u"^(?:D:)?(\\d{4})(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?(?:(Z)|([+-])(\\d\\d)'?(\\d\\d)?'?)?"_s);
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(bytesOf(value).c_str()));
    if (!match.hasMatch())
        return {};
    const auto part = [&](int group, int missing) {
        return match.capturedLength(group) > 0 ? match.captured(group).toInt() : missing;
    };
    const QDate date(part(1, 0), part(2, 1), part(3, 1));
    const QTime time(part(4, 0), part(5, 0), part(6, 0));
    if (!date.isValid() || !time.isValid())
        return {};
    const int sign = match.captured(8) == u"-"_s ? -1 : 1;
    const int offset = sign * (part(9, 0) * 3600 + part(10, 0) * 60);
    if (match.capturedLength(7) == 0 && match.capturedLength(8) == 0) // 7.9.4: nothing says which zone; the reader's
        return QDateTime(date, time, Qt::LocalTime);
    return QDateTime(date, time, Qt::OffsetFromUTC, offset);
}

} // namespace bidseal::pdf
