#include "core/certificate/IdentityNumber.h"

#include <QDate>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::certificate {

namespace {

constexpr qsizetype kNumberLength = 18; // of both kinds of number

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool areDigits(QStringView text) { return std::all_of(text.begin(), text.end(), isDigit); }

/// GB 32100-2015, 5: the letters that look like digits (I, O, S, V, Z) are not used.
int creditCodeValue(QChar c) { return static_cast<int>(QStringView(u"0123456789ABCDEFGHJKLMNPQRTUWXY").indexOf(c)); }

} // namespace

bool isCreditCode(QStringView text)
{
    constexpr int kModulus = 31;
    if (text.size() != kNumberLength || !areDigits(text.mid(2, 6)))
        return false;
    int sum = 0;
    int weight = 1;
    for (const QChar c : text.first(kNumberLength - 1)) {
        const int value = creditCodeValue(c);
        if (value < 0)
            return false;
        sum += value * weight;
        weight = weight * 3 % kModulus;
    }
    return creditCodeValue(text.back()) == (kModulus - sum % kModulus) % kModulus;
}

bool isPersonalId(QStringView text)
{
    if (text.size() != kNumberLength || !areDigits(text.first(kNumberLength - 1)))
        return false;
    const QDate birth(text.mid(6, 4).toInt(), text.mid(10, 2).toInt(), text.mid(12, 2).toInt());
    if (!birth.isValid() || birth.year() < 1800 || birth.year() > 2099)
        return false;
    static constexpr std::array kWeights { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += (text[static_cast<qsizetype>(i)].unicode() - u'0') * kWeights[i];
    return text.back().toUpper() == QStringView(u"10X98765432")[sum % 11];
}

// A number is found wherever it stands, even glued to other digits: certificates carry it behind prefixes such as "SF"
// or "0", and hiding one digit string too many does less harm than showing one person's number.
QString maskPersonalIds(const QString& text)
{
    constexpr qsizetype kShownBefore = 4;
    constexpr qsizetype kShownAfter = 3;
    QString masked = text;
    for (qsizetype at = 0; at + kNumberLength <= text.size(); ++at) {
        if (isPersonalId(QStringView(text).mid(at, kNumberLength)))
            masked.replace(at + kShownBefore, kNumberLength - kShownBefore - kShownAfter,
                QString(kNumberLength - kShownBefore - kShownAfter, u'*'));
    }
    return masked;
}

} // namespace bidseal::certificate
