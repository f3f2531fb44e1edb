#include "core/verification/SignedRange.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bidseal::verification {

namespace {

/// `startxref`, its number and `%%EOF` with generous white space.
constexpr qint64 kLongestTail = 128;

using Finding = tl::expected<SignedRange, QString>;

tl::unexpected<QString> malformed(const QString& problem) { return tl::unexpected<QString>(problem); }

QByteArray bytesAt(QFile& file, qint64 offset, qint64 length)
{
    return file.seek(offset) ? file.read(length) : QByteArray();
}

Finding fromNumbers(const std::vector<qint64>& numbers, qint64 fileSize)
{
    if (numbers.size() != 4)
        return malformed(u"/ByteRange has %1 numbers instead of 4"_s.arg(numbers.size()));
    const SignedRange range { numbers[1], numbers[2], numbers[2] };
    if (numbers[0] != 0)
        return malformed(u"/ByteRange does not begin at the file's first byte"_s);
    if (range.gapBegin <= 0 || range.gapEnd <= range.gapBegin)
        return malformed(u"/ByteRange leaves no room for /Contents"_s);
    // Compared so that nothing can overflow.
    if (range.gapEnd > fileSize || numbers[3] <= 0 || numbers[3] > fileSize - range.gapEnd)
        return malformed(u"/ByteRange reaches beyond the end of the file"_s);
    return SignedRange { range.gapBegin, range.gapEnd, range.gapEnd + numbers[3] };
}

/// The gap must be `<`, hexadecimal digits, `>`: this signature's /Contents as the parser read it, and nothing else.
QString problemWithGap(const SignedRange& range, const pdf::ExistingSignature& signature, QFile& file)
{
    if (signature.contentsOffset < 0)
        return u"/Contents is not where it can be left out of what is signed"_s;
    if (range.gapBegin != signature.contentsOffset || range.gapEnd != signature.contentsEnd)
        return u"the gap in /ByteRange is not the place of this signature's /Contents"_s;
    const QByteArray gap = bytesAt(file, range.gapBegin, range.gapEnd - range.gapBegin);
    if (gap.size() < 4 || gap.front() != '<' || gap.back() != '>')
        return u"the gap in /ByteRange is no hexadecimal string"_s;
    const QByteArray digits = gap.mid(1, gap.size() - 2);
    if (QByteArray::fromHex(digits).toHex() != digits.toLower())
        return u"/Contents has characters in it that are no hexadecimal digits"_s;
    if (QByteArray::fromHex(digits) != signature.contents)
        return u"/Contents reads differently in its place"_s;
    return {};
}

/// What was signed must be a complete file by itself: its end is `startxref`, an offset inside it, and `%%EOF`.
QString problemWithEnd(const SignedRange& range, QFile& file)
{
    static const QRegularExpression tail(uR"([\r\n]startxref[ \t]*[\r\n]+[ \t]*(\d{1,18})\s+%%EOF[\r\n \t]*\z)"_s);
    const qint64 length = std::min(kLongestTail, range.end - range.gapEnd);
    const auto end = QString::fromLatin1(bytesAt(file, range.end - length, length));
    const QRegularExpressionMatch match = tail.match(end);
    if (!match.hasMatch())
        return u"what was signed does not end where a revision of the document ends"_s;
    const qint64 crossReference = match.captured(1).toLongLong();
    const bool inGap = crossReference >= range.gapBegin && crossReference < range.gapEnd;
    if (crossReference <= 0 || crossReference >= range.end || inGap)
        return u"the signed revision's cross-references lie outside what was signed"_s;
    return {};
}

} // namespace

tl::expected<SignedRange, QString> signedRange(const pdf::ExistingSignature& signature, QFile& file)
{
    const Finding range = fromNumbers(signature.byteRange, file.size());
    if (!range)
        return range;
    if (signature.contents.isEmpty())
        return malformed(u"/Contents is missing or empty"_s);
    if (const QString problem = problemWithGap(*range, signature, file); !problem.isEmpty())
        return malformed(problem);
    if (const QString problem = problemWithEnd(*range, file); !problem.isEmpty())
        return malformed(problem);
    return range;
}

} // namespace bidseal::verification
