#include "resources/demonstration/SamplePrices.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace bidseal::demonstration {

namespace {

struct Item {
    QString name, unit;
    qint64 quantity;
    qint64 unitPrice; ///< fen
};

const QList<Item>& items()
{
    static const QList<Item> all {
        { u"拆除及垃圾外运"_s, u"m²"_s, 1260, 68'50 },
        { u"墙体砌筑及抹灰"_s, u"m²"_s, 2340, 142'80 },
        { u"楼地面工程（防滑地砖）"_s, u"m²"_s, 3180, 186'40 },
        { u"吊顶工程"_s, u"m²"_s, 2960, 158'60 },
        { u"门窗工程"_s, u"樘"_s, 186, 1420'00 },
        { u"外立面翻新"_s, u"m²"_s, 1850, 312'00 },
        { u"给排水改造"_s, u"项"_s, 1, 386400'00 },
        { u"电气及照明改造"_s, u"项"_s, 1, 842600'00 },
        { u"消防系统改造"_s, u"项"_s, 1, 615300'00 },
        { u"智能化系统"_s, u"项"_s, 1, 528900'00 },
        { u"措施项目费"_s, u"项"_s, 1, 298000'00 },
        { u"规费"_s, u"项"_s, 1, 156200'00 },
    };
    return all;
}

qint64 netPrice()
{
    qint64 sum = 0;
    for (const auto& item : items())
        sum += item.quantity * item.unitPrice;
    return sum;
}

qint64 tax() { return (netPrice() * 9 + 50) / 100; }

/// The digits of a whole number with 拾佰仟 and 万亿; a run of zeros is said once, and not at the end of a group.
QString wholeInWords(qint64 number)
{
    const QString digits = u"零壹贰叁肆伍陆柒捌玖"_s;
    const QStringList places { {}, u"拾"_s, u"佰"_s, u"仟"_s };
    const QStringList groups { {}, u"万"_s, u"亿"_s, u"万亿"_s };
    const auto figures = QString::number(number);
    QString words;
    bool zeroPending = false, groupHasDigits = false;
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const auto fromRight = figures.size() - 1 - i;
        const int digit = figures.at(i).digitValue();
        if (digit == 0) {
            zeroPending = true;
        } else {
            if (zeroPending && !words.isEmpty())
                words += digits.at(0);
            zeroPending = false;
            groupHasDigits = true;
            words += digits.at(digit) + places.at(fromRight % 4);
        }
        if (fromRight % 4 == 0) {
            if (groupHasDigits)
                words += groups.at(fromRight / 4);
            groupHasDigits = false;
        }
    }
    return words.isEmpty() ? QString(digits.at(0)) : words;
}

} // namespace

QList<QStringList> priceRows()
{
    QList<QStringList> rows;
    for (const auto& item : items())
        rows << QStringList { QString::number(rows.size() + 1), item.name, item.unit, QString::number(item.quantity),
            amountInFigures(item.unitPrice), amountInFigures(item.quantity * item.unitPrice) };
    rows << QStringList { {}, u"税前合计"_s, {}, {}, {}, amountInFigures(netPrice()) };
    rows << QStringList { {}, u"增值税（9 %）"_s, {}, {}, {}, amountInFigures(tax()) };
    rows << QStringList { {}, u"投标总报价"_s, {}, {}, {}, amountInFigures(totalPrice()) };
    return rows;
}

qint64 totalPrice() { return netPrice() + tax(); }

QString amountInFigures(qint64 fen)
{
    return QLocale(QLocale::English).toString(static_cast<double>(fen) / 100, 'f', 2);
}

QString amountInWords(qint64 fen)
{
    const QString digits = u"零壹贰叁肆伍陆柒捌玖"_s;
    const qint64 jiao = fen / 10 % 10, rest = fen % 10;
    QString words = wholeInWords(fen / 100) + u"元"_s;
    if (jiao == 0 && rest == 0)
        return words + u"整"_s;
    words += jiao == 0 ? u"零"_s : digits.at(jiao) + u"角"_s;
    return rest == 0 ? words + u"整"_s : words + digits.at(rest) + u"分"_s;
}

} // namespace bidseal::demonstration
