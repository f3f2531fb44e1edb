#include "core/plan/DateSeal.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QRawFont>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

constexpr double kPixelsPerMm = 600 / 25.4;
constexpr double kSmallestMm = 2;
constexpr double kLargestMm = 20;
constexpr int kOutlinePixels = 500; // so large that hinting moves nothing that could be seen

/// 1 to 99, as dates are written: 十, 十一, 二十, 二十六.
QString chineseNumber(int number)
{
    static const QString digits = u"〇一二三四五六七八九"_s;
    QString text;
    if (number >= 20)
        text += digits[number / 10];
    if (number >= 10)
        text += u'十';
    if (number % 10 != 0)
        text += digits[number % 10];
    return text;
}

/// Years are read out digit by digit.
QString chineseYear(int year)
{
    static const QString digits = u"〇一二三四五六七八九"_s;
    QString text;
    for (const QChar digit : QString::number(year))
        text += digits[digit.digitValue()];
    return text;
}

bool shows(const QFont& font, const QString& text)
{
    const auto raw = QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese);
    return raw.isValid() && std::all_of(text.begin(), text.end(), [&](QChar c) { return raw.supportsCharacter(c); });
}

/// The first family that has every character of the text: those that dates are printed with, then any.
std::optional<QFont> fontFor(const QString& text)
{
    const QStringList usual { u"KaiTi"_s, u"楷体"_s, u"Kaiti SC"_s, u"FangSong"_s, u"仿宋"_s, u"STFangsong"_s,
        u"SimSun"_s, u"宋体"_s, u"Songti SC"_s, u"Noto Serif CJK SC"_s, u"Source Han Serif SC"_s, u"Noto Sans CJK SC"_s,
        u"Source Han Sans SC"_s, u"Microsoft YaHei"_s, u"PingFang SC"_s };
    const QStringList chinese = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    QStringList families;
    for (const auto& family : usual) {
        if (QFontDatabase::hasFamily(family))
            families += family;
    }
    for (const auto& family : families + chinese) {
        QFont font(family);
        font.setStyleStrategy(QFont::NoFontMerging); // a font that has not all of them shows boxes, not another's
        font.setPixelSize(kOutlinePixels);
        if (shows(font, text))
            return font;
    }
    return {};
}

/// The text's outline with its upper left corner at the origin, `height` pixels high.
QPainterPath outline(const QString& text, const QFont& font, double height)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addText(0, 0, font, text);
    const QRectF bounds = path.boundingRect();
    if (bounds.isEmpty())
        return {};
    const double scale = height / bounds.height();
    return QTransform::fromTranslate(-bounds.left(), -bounds.top()).map(path) * QTransform::fromScale(scale, scale);
}

QImage picture(const QPainterPath& text)
{
    const QSizeF size = text.boundingRect().size();
    QImage image(
        static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height())), QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setDotsPerMeterX(qRound(kPixelsPerMm * 1000));
    image.setDotsPerMeterY(qRound(kPixelsPerMm * 1000));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(text, Qt::black);
    return image;
}

} // namespace

QString dateStyleName(DateStyle style)
{
    switch (style) {
    case DateStyle::Digits:
        return u"digits"_s;
    case DateStyle::Chinese:
        return u"chinese"_s;
    }
    Q_UNREACHABLE();
}

DateStyle dateStyleNamed(const QString& name)
{
    return name == dateStyleName(DateStyle::Chinese) ? DateStyle::Chinese : DateStyle::Digits;
}

QString dateText(const QDate& day, DateStyle style)
{
    if (!day.isValid())
        return {};
    if (style == DateStyle::Digits)
        return u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day());
    return u"%1年%2月%3日"_s.arg(chineseYear(day.year()), chineseNumber(day.month()), chineseNumber(day.day()));
}

Result<seal::Seal> dateSeal(const QDate& day, DateStyle style, double heightMm)
{
    const QString text = dateText(day, style);
    const ErrorFacts facts { text, {}, {}, {} };
    if (!(heightMm >= kSmallestMm && heightMm <= kLargestMm))
        return failure(ErrorCode::SealSizeInvalid, u"characters of %1 mm"_s.arg(heightMm), facts);
    if (text.isEmpty() || day.year() < 1)
        return failure(ErrorCode::SealPictureUnreadable, u"a date seal without a day"_s, facts);
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return failure(ErrorCode::SealPictureUnreadable, u"nothing can draw without a QGuiApplication"_s, facts);
    const auto font = fontFor(text);
    const auto shape = font ? outline(text, *font, heightMm * kPixelsPerMm) : QPainterPath();
    if (shape.isEmpty())
        return failure(ErrorCode::SealPictureUnreadable, u"no font shows \"%1\""_s.arg(text), facts);

    seal::Seal seal { {}, text, seal::Kind::Date, picture(shape), {} };
    seal.sizeMm = QSizeF(seal.picture.size()) / kPixelsPerMm;
    seal.day = day;
    return seal;
}

} // namespace bidseal::plan
