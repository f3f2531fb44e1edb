#include "app/bidseal-cli/SealArguments.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::cli;
using namespace Qt::StringLiterals;

class tst_SealArguments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAPlace();
    void namesWhatIsWrongWithAPlace_data();
    void namesWhatIsWrongWithAPlace();
    void readsSizes();
    void refusesSizes_data();
    void refusesSizes();
    void givesEachSealWhatFollowsIt();
    void putsASealOnSeveralPages();
    void readsKeywords();
    void refusesKeywords_data();
    void refusesKeywords();
    void readsASeam();
    void namesWhatASealLacks_data();
    void namesWhatASealLacks();
};

void tst_SealArguments::readsAPlace()
{
    const auto place = parsePlace(u"y=230.5mm,page=3,x=120mm,rotate=-15"_s);
    QVERIFY(place);
    QCOMPARE(place->page, 3);
    QCOMPARE(place->centreMm, QPointF(120, 230.5));
    QCOMPARE(place->rotationDegrees, -15.0);
    QCOMPARE(parsePlace(u"page=1,x=0mm,y=0mm"_s)->rotationDegrees, 0.0);
}

void tst_SealArguments::namesWhatIsWrongWithAPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("no page") << u"x=1mm,y=2mm"_s << u"“page” is missing"_s;
    QTest::newRow("page 0") << u"page=0,x=1mm,y=2mm"_s << u"“0” is not a page"_s;
    QTest::newRow("half a page") << u"page=1.5,x=1mm,y=2mm"_s << u"“1.5” is not a page"_s;
    QTest::newRow("no unit") << u"page=1,x=1,y=2mm"_s << u"millimetres"_s;
    QTest::newRow("another unit") << u"page=1,x=1cm,y=2mm"_s << u"millimetres"_s;
    QTest::newRow("a decimal comma") << u"page=1,x=1,5mm,y=2mm"_s << u"“5mm”"_s;
    QTest::newRow("twice") << u"page=1,page=2,x=1mm,y=2mm"_s << u"“page” stands twice"_s;
    QTest::newRow("unknown") << u"page=1,x=1mm,y=2mm,z=3mm"_s << u"“z=3mm”"_s;
    QTest::newRow("infinite") << u"page=1,x=infmm,y=2mm"_s << u"millimetres"_s;
    QTest::newRow("turned too far") << u"page=1,x=1mm,y=2mm,rotate=361"_s << u"“361” is not an angle"_s;
    QTest::newRow("nothing") << QString() << u"“”"_s;
}

void tst_SealArguments::namesWhatIsWrongWithAPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    const auto place = parsePlace(text);
    QVERIFY(!place);
    QVERIFY2(place.error().message.contains(named), qPrintable(place.error().message));
}

void tst_SealArguments::readsSizes()
{
    QCOMPARE(*parseSealSize(u"42mm"_s), QSizeF(42, 0));
    QCOMPARE(*parseSealSize(u"40.5x30mm"_s), QSizeF(40.5, 30));
}

void tst_SealArguments::refusesSizes_data()
{
    QTest::addColumn<QString>("text");
    for (const auto* text : { "", "42", "mm", "-42mm", "0mm", "40x", "40xmm", "40x0mm", "1x2x3mm", "nanmm", "42 cm" })
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void tst_SealArguments::refusesSizes()
{
    QFETCH(QString, text);
    QVERIFY(!parseSealSize(text));
}

void tst_SealArguments::givesEachSealWhatFollowsIt()
{
    const auto seals = parseSeals({
        { SealOption::Seal, u"company.png"_s },
        { SealOption::Size, u"42mm"_s },
        { SealOption::At, u"page=1,x=10mm,y=20mm"_s },
        { SealOption::At, u"page=2,x=30mm,y=40mm"_s },
        { SealOption::Seal, u"person.png"_s },
        { SealOption::At, u"page=3,x=50mm,y=60mm"_s },
        { SealOption::Size, u"20mm"_s },
    });
    QVERIFY(seals);
    QCOMPARE(seals->size(), std::size_t(2));
    QCOMPARE(seals->at(0).file, u"company.png"_s);
    QCOMPARE(seals->at(0).sizeMm, QSizeF(42, 0));
    QCOMPARE(seals->at(0).places.size(), std::size_t(2));
    QCOMPARE(seals->at(0).places[1].page, 2);
    QCOMPARE(seals->at(1).sizeMm, QSizeF(20, 0));
    QCOMPARE(seals->at(1).places.size(), std::size_t(1));
    QVERIFY(parseSeals({})->empty());
}

void tst_SealArguments::putsASealOnSeveralPages()
{
    const auto seals = parseSeals({
        { SealOption::Seal, u"company.png"_s },
        { SealOption::Size, u"42mm"_s },
        { SealOption::At, u"x=10mm,y=20mm,rotate=5"_s },
        { SealOption::At, u"page=2,x=30mm,y=40mm"_s },
        { SealOption::Keyword, u"投标人"_s },
        { SealOption::Pages, u"1-3,5"_s },
        { SealOption::By, u"2"_s },
    });
    QVERIFY(seals);
    const auto& seal = seals->front();
    QCOMPARE(seal.signer, 1);
    QCOMPARE(seal.places.size(), std::size_t(1)); // the one that names its page itself
    const auto pages = *plan::PageSet::parse(u"1-3,5"_s);
    QVERIFY(seal.rules[0] == plan::Rule(plan::AtKeyword { u"投标人"_s, 0, {}, pages }));
    QVERIFY(seal.rules[1] == plan::Rule(plan::OnPages { pages, { 10, 20 }, plan::Corner::TopLeft, 5 }));
}

void tst_SealArguments::readsKeywords()
{
    QVERIFY(
        *parseKeyword(u"法定代表人（签字或盖章）"_s) == (plan::AtKeyword { u"法定代表人（签字或盖章）"_s, 0, {}, {} }));
    QVERIFY(*parseKeyword(u"a, b,nth=-1,dx=10mm,dy=-5.5mm"_s) == (plan::AtKeyword { u"a, b"_s, -1, { 10, -5.5 }, {} }));
    QCOMPARE(parseKeyword(u"x,nth=all"_s)->nth, 0);
}

void tst_SealArguments::refusesKeywords_data()
{
    QTest::addColumn<QString>("text");
    for (const auto* text : { "", ",nth=1", "x,nth=0", "x,nth=second", "x,dx=10", "x,dy=mm" })
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void tst_SealArguments::refusesKeywords()
{
    QFETCH(QString, text);
    QVERIFY(!parseKeyword(text));
}

void tst_SealArguments::readsASeam()
{
    const auto seals = parseSeals({
        { SealOption::Seam, u"company.png"_s },
        { SealOption::SeamSize, u"42mm"_s },
        { SealOption::SeamEdge, u"left"_s },
        { SealOption::SeamPages, u"2-"_s },
        { SealOption::SeamGroup, u"20"_s },
        { SealOption::Holder, u"示例公司"_s },
    });
    QVERIFY(seals);
    plan::AlongSeam seam;
    seam.edge = plan::Edge::Left;
    seam.pages = *plan::PageSet::parse(u"2-"_s);
    seam.pagesPerSeal = 20;
    QVERIFY(seals->front().rules == std::vector { plan::Rule(seam) });
    QCOMPARE(seals->front().holder, u"示例公司"_s);
}

void tst_SealArguments::namesWhatASealLacks_data()
{
    QTest::addColumn<std::vector<SealToken>>("tokens");
    QTest::addColumn<QString>("named");
    const SealToken seal { SealOption::Seal, u"company.png"_s };
    const SealToken size { SealOption::Size, u"42mm"_s };
    const SealToken at { SealOption::At, u"page=1,x=10mm,y=20mm"_s };
    const SealToken seam { SealOption::Seam, u"company.png"_s };
    const SealToken spot { SealOption::At, u"x=10mm,y=20mm"_s };
    const SealToken group { SealOption::SeamGroup, u"1"_s };
    QTest::newRow("no seal") << std::vector { at, seal, size } << u"behind its --seal"_s;
    QTest::newRow("no page") << std::vector { seal, size, spot } << u"“page” is missing"_s;
    QTest::newRow("no size of a seam") << std::vector { seam } << u"--seam-size"_s;
    QTest::newRow("a place for a seam") << std::vector { seam, at } << u"belong to a --seal"_s;
    QTest::newRow("a seam's option for a seal") << std::vector { seal, group } << u"belong to a --seam"_s;
    QTest::newRow("a group of one") << std::vector { seam, group } << u"from 2"_s;
    QTest::newRow("no such pages") << std::vector { seal, size, SealToken { SealOption::Pages, u"3-1"_s } } << u"3-1"_s;
    QTest::newRow("no such key") << std::vector { seal, SealToken { SealOption::By, u"0"_s } } << u"“0”"_s;
    QTest::newRow("no size") << std::vector { seal, at } << u"company.png has no size"_s;
    QTest::newRow("no place") << std::vector { seal, size } << u"company.png has no place"_s;
    QTest::newRow("two sizes") << std::vector { seal, size, at, size } << u"company.png has two sizes"_s;
}

void tst_SealArguments::namesWhatASealLacks()
{
    QFETCH(std::vector<SealToken>, tokens);
    QFETCH(QString, named);
    const auto seals = parseSeals(tokens);
    QVERIFY(!seals);
    QVERIFY2(seals.error().message.contains(named), qPrintable(seals.error().message));
}

QTEST_GUILESS_MAIN(tst_SealArguments)
#include "tst_SealArguments.moc"
