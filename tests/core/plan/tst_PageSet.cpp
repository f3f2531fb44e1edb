#include "core/plan/PageSet.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace bidseal;
using namespace Qt::StringLiterals;
using plan::PageSet;

namespace {

QList<int> pagesOf(const QString& text, int pageCount)
{
    const auto set = PageSet::parse(text);
    const auto pages = set ? set->in(pageCount) : Result<std::vector<int>>(failure(set.error()));
    return pages ? QList<int>(pages->begin(), pages->end()) : QList<int>();
}

QString randomSet(QRandomGenerator& random)
{
    const auto number
        = [&] { return (random.bounded(3) == 0 ? u"r"_s : QString()) + QString::number(random.bounded(1, 40)); };
    QStringList parts;
    if (random.bounded(4) == 0)
        parts += random.bounded(2) ? u"odd"_s : u"even"_s;
    for (int i = random.bounded(5); i > 0; --i) {
        const int form = random.bounded(3);
        parts += form == 0 ? number() : form == 1 ? number() + u'-' : number() + u'-' + number();
    }
    return parts.isEmpty() ? u"all"_s : parts.join(u',');
}

} // namespace

class tst_PageSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("pages");
        QTest::newRow("one") << u"8"_s << QList<int> { 7 };
        QTest::newRow("range and one") << u"1-3,8"_s << QList<int> { 0, 1, 2, 7 };
        QTest::newRow("blanks") << u" 1 - 3 , 8 "_s << QList<int> { 0, 1, 2, 7 };
        QTest::newRow("Chinese comma and dash") << u"1－3，8"_s << QList<int> { 0, 1, 2, 7 };
        QTest::newRow("enumeration comma, until") << u"1至3、8"_s << QList<int> { 0, 1, 2, 7 };
        QTest::newRow("long dash") << u"1—3"_s << QList<int> { 0, 1, 2 };
        QTest::newRow("full width digits") << u"１～３"_s << QList<int> { 0, 1, 2 };
        QTest::newRow("doubles and disorder") << u"8,2-3,3"_s << QList<int> { 1, 2, 7 };
        QTest::newRow("to the end") << u"10-"_s << QList<int> { 9, 10, 11 };
        QTest::newRow("from the end") << u"r3-r2"_s << QList<int> { 9, 10 };
        QTest::newRow("to the last but one") << u"10-r2"_s << QList<int> { 9, 10 };
        QTest::newRow("last page") << u"r1"_s << QList<int> { 11 };
        QTest::newRow("last page in words") << u"末页"_s << QList<int> { 11 };
        QTest::newRow("until the last page in words") << u"11到末页"_s << QList<int> { 10, 11 };
        QTest::newRow("odd") << u"odd"_s << QList<int> { 0, 2, 4, 6, 8, 10 };
        QTest::newRow("even in words") << u"偶数页"_s << QList<int> { 1, 3, 5, 7, 9, 11 };
        QTest::newRow("odd ones of some") << u"奇数页，1-4"_s << QList<int> { 0, 2 };
        QTest::newRow("all in words") << u"全部"_s << QList<int> { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
    }
    void understandsWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, pages);
        QCOMPARE(pagesOf(text, 12), pages);
    }

    void refusesWhatNobodyMeans_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : { "", " ", ",", "0", "r0", "3-1", "a", "1--3", "1-2-3", "-3", "999999999999",
                 "odd,even", "all,3", "1.5", "1-x", "oddly" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesWhatNobodyMeans()
    {
        QFETCH(QString, text);
        const auto set = PageSet::parse(text);
        QVERIFY(!set);
        QCOMPARE(set.error().code, ErrorCode::PageSetInvalid);
        QCOMPARE(set.error().facts.name, text);
    }

    void refusesPagesThatTheDocumentDoesNotHave()
    {
        for (const auto& text : { u"13"_s, u"1-13"_s, u"13-"_s, u"r13"_s, u"r2-3"_s, u"even,3"_s }) {
            const auto set = PageSet::parse(text);
            QVERIFY2(set, qPrintable(text));
            const auto pages = set->in(12);
            QVERIFY2(!pages, qPrintable(text));
            QCOMPARE(pages.error().code, ErrorCode::PageSetInvalid);
        }
        QVERIFY(!PageSet().in(0));
    }

    void meansAllWhereNobodySaysMore()
    {
        QVERIFY(PageSet().isAll());
        QCOMPARE(PageSet().text(), u"all"_s);
        QCOMPARE(PageSet::parse(u"all"_s).value(), PageSet());
        QVERIFY(!PageSet::parse(u"odd"_s)->isAll());
    }

    void readsItsOwnText()
    {
        QRandomGenerator random(20261126);
        int read = 0;
        for (int i = 0; i < 3000; ++i) {
            const auto set = PageSet::parse(randomSet(random));
            if (!set)
                continue; // a random range may run backwards
            ++read;
            QCOMPARE(PageSet::parse(set->text()).value(), *set);
            const auto pages = set->in(40);
            if (pages) {
                QVERIFY(std::is_sorted(pages->begin(), pages->end()));
                QVERIFY(std::adjacent_find(pages->begin(), pages->end()) == pages->end());
                QVERIFY(pages->front() >= 0 && pages->back() < 40);
            }
        }
        QVERIFY(read > 1000);
    }

    void namesExactlyThePagesItIsMadeOf()
    {
        QCOMPARE(PageSet::of({ 0, 1, 2, 4, 7, 8 }).text(), u"1-3,5,8-9"_s);
        QRandomGenerator random(7);
        for (int i = 0; i < 200; ++i) {
            std::vector<int> pages;
            for (int page = 0; page < 60; ++page) {
                if (random.bounded(3) == 0)
                    pages.push_back(page);
            }
            if (!pages.empty())
                QCOMPARE(PageSet::of(pages).in(60).value(), pages);
        }
    }
};

QTEST_GUILESS_MAIN(tst_PageSet)
#include "tst_PageSet.moc"
