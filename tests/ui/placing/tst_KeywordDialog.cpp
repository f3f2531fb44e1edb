#include "tests/ui/placing/PlacingFixture.h"
#include "ui/placing/KeywordDialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

using namespace bidseal;
using namespace bidseal::placing;
using namespace Qt::StringLiterals;
using testing::DialogDriver;

class tst_KeywordDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void asksForATextFirst();
    void countsWhileTheTextIsTyped();
    void saysWhatToDoWhereTheTextIsNotFound();
    void saysHowOftenItIsFoundWhereTheNumberIsTooLarge();
    void takesWhichHitAndTheOffsetByKeyboard();
    void takesEverythingByMouse();
    void searchesOnlyThePagesThatAreAskedFor();
    void putsTheSealOnTheText();
    void goesFromHitToHit();
    void remembersForEachKindOfSeal();

private:
    DialogDriver open(const seal::Seal& seal = testing::squareSeal(40));
    static plan::AtKeyword ruleOf(const DialogDriver& driver)
    {
        return std::get<plan::AtKeyword>(driver.chosen()->rule);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<document::DocumentSession> m_session;
    std::shared_ptr<SharedPaper> m_paper;
};

void tst_KeywordDialog::initTestCase()
{
    testing::useOwnSettings(m_folder);
    QStringList lines;
    for (int page = 0; page < 12; ++page)
        lines += page % 4 == 1 ? u"投标人（盖章）：示例公司"_s : u"第%1页 正文"_s.arg(page + 1);
    testing::writePages(m_folder.filePath(u"sample.pdf"_s), lines);
    m_session = testing::openSession(m_folder.filePath(u"sample.pdf"_s));
    QVERIFY(m_session);
    m_paper = std::make_shared<SharedPaper>(*m_session);
}

void tst_KeywordDialog::init() { QSettings().clear(); }

DialogDriver tst_KeywordDialog::open(const seal::Seal& seal)
{
    return DialogDriver(std::make_unique<KeywordDialog>(seal, *m_session, m_paper));
}

void tst_KeywordDialog::asksForATextFirst()
{
    DialogDriver driver = open();
    QVERIFY(driver.part<QLineEdit>("keyword")->hasFocus());
    QVERIFY(driver.notice().contains(u"Type a text"_s));
    QVERIFY(!driver.canPlace());
    driver.key(Qt::Key_Return);
    QVERIFY(driver.dialog().isVisible());
}

void tst_KeywordDialog::countsWhileTheTextIsTyped()
{
    DialogDriver driver = open();
    driver.type(u"投标人"_s);
    QTRY_COMPARE(driver.count(), u"Found: 3 · pages: 3 · seals: 3"_s);
    driver.type(u"(盖章)"_s); // brackets as they come
    QTRY_COMPARE(driver.count(), u"Found: 3 · pages: 3 · seals: 3"_s);
    QVERIFY(driver.notice().isEmpty());
    driver.photograph(u"keyword"_s);
}

void tst_KeywordDialog::saysWhatToDoWhereTheTextIsNotFound()
{
    DialogDriver driver = open();
    driver.type(u"招标人"_s);
    QTRY_VERIFY(driver.notice().contains(u"“招标人” is not on these pages"_s));
    QVERIFY(driver.notice().contains(u"place the seal by hand"_s));
    QVERIFY(!driver.canPlace());
    driver.photograph(u"keyword-not-found"_s);
}

void tst_KeywordDialog::saysHowOftenItIsFoundWhereTheNumberIsTooLarge()
{
    DialogDriver driver = open();
    driver.part<QComboBox>("whichHit")->setCurrentIndex(3);
    driver.part<QSpinBox>("hitNumber")->setValue(5);
    driver.type(u"投标人"_s);
    QTRY_VERIFY(driver.notice().contains(u"It is found 3 time(s) only."_s));
    driver.part<QSpinBox>("hitNumber")->setValue(3);
    QTRY_COMPARE(driver.count(), u"Found: 3 · pages: 3 · seals: 1"_s);
}

void tst_KeywordDialog::takesWhichHitAndTheOffsetByKeyboard()
{
    DialogDriver driver = open();
    driver.type(u"投标人"_s);
    driver.key(Qt::Key_Tab);
    driver.key(Qt::Key_Down);
    driver.key(Qt::Key_Down); // the last one
    QVERIFY(driver.tabTo("rightMm"));
    driver.type(u"12.5"_s);
    QVERIFY(driver.tabTo("downMm"));
    driver.type(u"-4"_s);
    QTRY_COMPARE(driver.count(), u"Found: 3 · pages: 3 · seals: 1"_s);
    driver.key(Qt::Key_Return);
    QTRY_VERIFY(driver.chosen());
    QCOMPARE(ruleOf(driver).text, u"投标人"_s);
    QCOMPARE(ruleOf(driver).nth, -1);
    QCOMPARE(ruleOf(driver).offsetMm, QPointF(12.5, -4));
    QVERIFY(ruleOf(driver).pages.isAll());
}

void tst_KeywordDialog::takesEverythingByMouse()
{
    DialogDriver driver = open();
    QTest::mouseClick(driver.part<QLineEdit>("keyword"), Qt::LeftButton);
    driver.type(u"投标人"_s);
    driver.clickChoice("whichHit", 1);
    QTRY_COMPARE(driver.count(), u"Found: 3 · pages: 3 · seals: 1"_s);
    QTest::mouseClick(driver.part<QPushButton>("placingAccept"), Qt::LeftButton);
    QVERIFY(driver.chosen());
    QCOMPARE(ruleOf(driver).nth, 1);
}

void tst_KeywordDialog::searchesOnlyThePagesThatAreAskedFor()
{
    DialogDriver driver = open();
    driver.type(u"投标人"_s);
    driver.part<QComboBox>("pageChoice")->setCurrentIndex(3);
    driver.part<QLineEdit>("pageNumbers")->setFocus();
    driver.type(u"1-5"_s);
    QTRY_COMPARE(driver.count(), u"Found: 1 · pages: 1 · seals: 1"_s);
    driver.type(u"-"_s); // no longer pages
    QTRY_VERIFY(driver.notice().contains(u"Write page numbers"_s));
}

void tst_KeywordDialog::putsTheSealOnTheText()
{
    const auto outcome = m_paper->place(
        testing::squareSeal(40), plan::AtKeyword { u"投标人（盖章）"_s, 1, QPointF(10, 0), {} }, {}, {});
    QVERIFY(outcome.placed);
    const pdf::Placement placement = outcome.placed->marks.front().placement;
    QCOMPARE(placement.page, 1);
    // The line begins 25.4 mm from the left, its letters stand on 25.4 mm from the top.
    QVERIFY(placement.centreMm.x() > 45 && placement.centreMm.x() < 70);
    QVERIFY(std::abs(placement.centreMm.y() - 23.5) < 3);
}

void tst_KeywordDialog::goesFromHitToHit()
{
    DialogDriver driver = open();
    QSignalSpy looked(&driver.dialog(), &PlacingDialog::lookedAt);
    driver.type(u"投标人"_s);
    QTRY_COMPARE(driver.count(), u"Found: 3 · pages: 3 · seals: 3"_s);
    driver.part<QToolButton>("previewNext")->click();
    QCOMPARE(looked.back().front().toInt(), 5);
    driver.part<QToolButton>("previewNext")->click();
    QCOMPARE(looked.back().front().toInt(), 9);
}

void tst_KeywordDialog::remembersForEachKindOfSeal()
{
    {
        DialogDriver driver = open();
        driver.type(u"投标人"_s);
        QTRY_VERIFY(!driver.count().isEmpty());
        driver.key(Qt::Key_Return);
        QTRY_VERIFY(driver.chosen());
    }
    QCOMPARE(open().part<QLineEdit>("keyword")->text(), u"投标人"_s);
    const auto another = open(testing::squareSeal(20, u"名章"_s, seal::Kind::Personal));
    QVERIFY(another.part<QLineEdit>("keyword")->text().isEmpty());
}

QTEST_MAIN(tst_KeywordDialog)
#include "tst_KeywordDialog.moc"
