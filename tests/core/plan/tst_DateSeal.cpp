#include "core/plan/DateSeal.h"
#include "core/plan/Placing.h"
#include "tests/core/plan/RandomPages.h"

#include <QTest>

using namespace bidseal;
using namespace Qt::StringLiterals;
using plan::DateStyle;

namespace {

bool hasInk(const QImage& picture, const QRect& where)
{
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            if (qAlpha(picture.pixel(x, y)) > 0)
                return true;
        }
    }
    return false;
}

} // namespace

class tst_DateSeal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesDaysAsPeopleDo_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("usual") << QDate(2026, 11, 26) << u"2026年11月26日"_s << u"二〇二六年十一月二十六日"_s;
        QTest::newRow("tens") << QDate(2030, 10, 30) << u"2030年10月30日"_s << u"二〇三〇年十月三十日"_s;
        QTest::newRow("ones") << QDate(2027, 1, 1) << u"2027年1月1日"_s << u"二〇二七年一月一日"_s;
        QTest::newRow("teens") << QDate(2026, 12, 19) << u"2026年12月19日"_s << u"二〇二六年十二月十九日"_s;
        QTest::newRow("ten") << QDate(2028, 2, 10) << u"2028年2月10日"_s << u"二〇二八年二月十日"_s;
        QTest::newRow("twenty") << QDate(2028, 2, 20) << u"2028年2月20日"_s << u"二〇二八年二月二十日"_s;
        QTest::newRow("last of the year")
            << QDate(2100, 12, 31) << u"2100年12月31日"_s << u"二一〇〇年十二月三十一日"_s;
        QTest::newRow("no day") << QDate() << QString() << QString();
    }
    void writesDaysAsPeopleDo()
    {
        QFETCH(QDate, day);
        QFETCH(QString, digits);
        QFETCH(QString, chinese);
        QCOMPARE(plan::dateText(day, DateStyle::Digits), digits);
        QCOMPARE(plan::dateText(day, DateStyle::Chinese), chinese);
    }

    void knowsItsStylesByName()
    {
        for (const auto style : { DateStyle::Digits, DateStyle::Chinese })
            QCOMPARE(plan::dateStyleNamed(plan::dateStyleName(style)), style);
        QCOMPARE(plan::dateStyleNamed(u"roman"_s), DateStyle::Digits);
    }

    void isCroppedToItsCharactersAtItsTrueSize_data()
    {
        QTest::addColumn<int>("style");
        QTest::addColumn<double>("heightMm");
        for (const double height : { 2.0, 5.0, 20.0 }) {
            QTest::addRow("digits, %.0f mm", height) << int(DateStyle::Digits) << height;
            QTest::addRow("chinese, %.0f mm", height) << int(DateStyle::Chinese) << height;
        }
    }
    void isCroppedToItsCharactersAtItsTrueSize()
    {
        QFETCH(int, style);
        QFETCH(double, heightMm);
        const QDate day(2026, 11, 26);
        const auto seal = plan::dateSeal(day, DateStyle(style), heightMm);
        QVERIFY2(seal, seal ? "" : qPrintable(seal.error().detail));
        QCOMPARE(seal->kind, seal::Kind::Date);
        QCOMPARE(seal->day, day);
        QCOMPARE(seal->name, plan::dateText(day, DateStyle(style)));
        QVERIFY(std::abs(seal->sizeMm.height() - heightMm) < 0.1);
        QVERIFY(std::abs(seal->sizeMm.width() * 600 / 25.4 - seal->picture.width()) < 1e-6);

        const QRect all = seal->picture.rect();
        QCOMPARE(seal->picture.format(), QImage::Format_ARGB32);
        for (const QRect& border : { QRect(0, 0, all.width(), 2), QRect(0, all.height() - 2, all.width(), 2),
                 QRect(0, 0, 2, all.height()), QRect(all.width() - 2, 0, 2, all.height()) })
            QVERIFY(hasInk(seal->picture, border));
        // Every character has its place: no tofu-wide gap without ink.
        const int characters = static_cast<int>(seal->name.size());
        for (int i = 0; i < characters; ++i)
            QVERIFY(
                hasInk(seal->picture, QRect(all.width() * i / characters, 0, all.width() / characters, all.height())));
        if (const auto folder = qEnvironmentVariable("BIDSEAL_SCREENSHOTS"); !folder.isEmpty())
            seal->picture.save(folder + u"/date-%1-%2.png"_s.arg(style).arg(heightMm));
    }

    void looksDifferentEveryDay()
    {
        const auto today = plan::dateSeal(QDate(2026, 11, 26), DateStyle::Chinese, 5);
        const auto tomorrow = plan::dateSeal(QDate(2026, 11, 27), DateStyle::Chinese, 5);
        QVERIFY(today && tomorrow);
        QVERIFY(today->picture != tomorrow->picture);
    }

    void refusesWhatCannotBeShown()
    {
        QCOMPARE(plan::dateSeal({}, DateStyle::Digits, 5).error().code, ErrorCode::SealPictureUnreadable);
        QCOMPARE(
            plan::dateSeal(QDate(-44, 3, 15), DateStyle::Chinese, 5).error().code, ErrorCode::SealPictureUnreadable);
        for (const double height : { 0.0, -1.0, 1.9, 21.0, 1e9, qQNaN() })
            QCOMPARE(plan::dateSeal(QDate(2026, 11, 26), DateStyle::Digits, height).error().code,
                ErrorCode::SealSizeInvalid);
    }

    void isMadeForTheDayOfSigningByAPlan()
    {
        const auto pages = a4Pages(1);
        const QDate day(2026, 11, 26);
        const plan::OnPages corner { {}, { 50, 30 }, plan::Corner::BottomRight, 0 };
        const plan::SealWish wish { {}, {}, seal::Kind::Date, QSizeF(-1, 7), u"chinese"_s };
        const auto placed = plan::apply({ {}, { { wish, corner } } }, {}, { pages }, day);
        QVERIFY(placed);
        QCOMPARE(placed->marks.front().seal.day, day);
        QCOMPARE(placed->marks.front().seal.name, u"二〇二六年十一月二十六日"_s);
        QVERIFY(std::abs(placed->marks.front().placement.sizeMm.height() - 7) < 0.1);
    }

    void isThePictureOfTheLibraryWhereAPlanNamesOne()
    {
        auto stamp = sealOf(40, 10, seal::Kind::Date);
        stamp.name = u"日期章"_s;
        const auto named = plan::sealFor({ {}, u"日期章"_s, seal::Kind::Date, {} }, { stamp }, QDate(2026, 11, 26));
        QVERIFY(named);
        QCOMPARE(named->sizeMm, stamp.sizeMm);
        QVERIFY(!named->day.isValid());
        const auto any = plan::sealFor({ {}, {}, seal::Kind::Date, {} }, { stamp }, QDate(2026, 11, 26));
        QVERIFY(any);
        QCOMPARE(any->name, u"2026年11月26日"_s);
    }
};

QTEST_MAIN(tst_DateSeal)
#include "tst_DateSeal.moc"
