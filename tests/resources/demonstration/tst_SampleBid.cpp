#include "resources/demonstration/SampleBid.h"
#include "resources/demonstration/SamplePrices.h"
#include "resources/demonstration/SealPictures.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

class tst_SampleBid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isACleanDocumentOfTwelvePages()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"投标文件 (示例).pdf"_s);
        const auto written = writeSampleBid({ .date = QDate(2026, 11, 21) }, path);
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        QCOMPARE(testing::qpdfComplaint(path), QString());
        QCOMPARE(testing::runTool(u"qpdf"_s, { u"--show-npages"_s, path }).output.trimmed(), u"12"_s);

        const auto drawing = testing::render(testing::Renderer::Poppler, path, 9, 40);
        QVERIFY2(drawing.width() > drawing.height(), "the drawing's page lies on its side");
        // Extracted text may hold Kangxi radicals (⼯) in place of characters (工).
        const auto text = testing::runTool(u"pdftotext"_s, { u"-f"_s, u"3"_s, u"-l"_s, u"3"_s, path, u"-"_s })
                              .output.normalized(QString::NormalizationForm_KC);
        QVERIFY(text.contains(u"示例建设工程有限公司"_s));
        QVERIFY(text.contains(amountInFigures(totalPrice())));
    }

    void writesAmountsInWords_data()
    {
        QTest::addColumn<qint64>("fen");
        QTest::addColumn<QString>("words");
        QTest::newRow("zero inside") << qint64(5'615'015'10) << u"伍佰陆拾壹万伍仟零壹拾伍元壹角整"_s;
        QTest::newRow("round") << qint64(10'000'00) << u"壹万元整"_s;
        QTest::newRow("zero between groups") << qint64(100'050'00) << u"壹拾万零伍拾元整"_s;
        QTest::newRow("jiao missing") << qint64(1'00'05) << u"壹佰元零伍分"_s;
    }
    void writesAmountsInWords()
    {
        QFETCH(qint64, fen);
        QTEST(amountInWords(fen), "words");
    }

    void sealsHaveTheirTrueSizeAndSeeThroughGround()
    {
        const auto seal = companySeal(u"示例建设工程有限公司"_s);
        QCOMPARE(qRound(seal.width() * 1000.0 / seal.dotsPerMeterX()), 42);
        QCOMPARE(qAlpha(seal.pixel(0, 0)), 0);
        QCOMPARE(qAlpha(seal.pixel(seal.rect().center())), 255); // the star
    }
};

QTEST_MAIN(tst_SampleBid)
#include "tst_SampleBid.moc"
