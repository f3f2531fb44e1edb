#include "tests/ui/placing/PlacingFixture.h"
#include "ui/placing/PagesDialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>

using namespace bidseal;
using namespace bidseal::placing;
using namespace Qt::StringLiterals;
using testing::DialogDriver;

class tst_PagesDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void saysAtOnceHowManySealsOnHowManyPages();
    void takesPagesByKeyboardAlone();
    void takesEverythingByMouse();
    void measuresFromTheCornerThatIsChosen();
    void saysHowPagesAreWritten();
    void saysWhereASealWouldReachOverTheEdge();
    void goesThroughThePages();
    void remembersForEachKindOfSeal();
    void placesTooWhenSomebodyIsQuickerThanTheTrial();
    void changesNothingOnEscape();

private:
    DialogDriver open(const seal::Seal& seal = testing::squareSeal(40));
    static plan::OnPages ruleOf(const DialogDriver& driver) { return std::get<plan::OnPages>(driver.chosen()->rule); }

    QTemporaryDir m_folder;
    std::unique_ptr<document::DocumentSession> m_session;
    std::shared_ptr<SharedPaper> m_paper;
};

void tst_PagesDialog::initTestCase()
{
    testing::useOwnSettings(m_folder);
    testing::writeManyPages(m_folder.filePath(u"sample.pdf"_s), 12);
    m_session = testing::openSession(m_folder.filePath(u"sample.pdf"_s));
    QVERIFY(m_session);
    m_paper = std::make_shared<SharedPaper>(*m_session);
}

void tst_PagesDialog::init() { QSettings().clear(); }

DialogDriver tst_PagesDialog::open(const seal::Seal& seal)
{
    return DialogDriver(std::make_unique<PagesDialog>(seal, *m_session, m_paper));
}

void tst_PagesDialog::saysAtOnceHowManySealsOnHowManyPages()
{
    const DialogDriver driver = open();
    QTRY_COMPARE(driver.count(), u"Seals: 12 · pages: 12"_s);
    QVERIFY(driver.notice().isEmpty());
    driver.part<QComboBox>("pageChoice")->setCurrentIndex(1);
    QTRY_COMPARE(driver.count(), u"Seals: 6 · pages: 6"_s);
    driver.photograph(u"pages"_s);
}

void tst_PagesDialog::takesPagesByKeyboardAlone()
{
    DialogDriver driver = open();
    QVERIFY(driver.tabTo("pageChoice"));
    driver.key(Qt::Key_End); // "These pages"; the field opens and has the focus
    driver.type(u"1-3，5，11-"_s);
    QTRY_COMPARE(driver.count(), u"Seals: 6 · pages: 6"_s);
    QVERIFY(driver.tabTo("acrossMm"));
    driver.type(u"33"_s); // what is there is selected
    driver.key(Qt::Key_Return);
    QTRY_VERIFY(driver.chosen());
    QCOMPARE(ruleOf(driver).pages.text(), u"1-3,5,11-"_s);
    QCOMPARE(ruleOf(driver).centreMm.x(), 33.0);
    QCOMPARE(ruleOf(driver).corner, plan::Corner::BottomRight);
    QCOMPARE(driver.chosen()->seal.name, u"样章"_s);
    QVERIFY(!driver.dialog().isVisible());
}

void tst_PagesDialog::takesEverythingByMouse()
{
    DialogDriver driver = open();
    driver.clickChoice("pageChoice", 2);
    driver.clickChoice("corner", 3);
    QTRY_COMPARE(driver.count(), u"Seals: 6 · pages: 6"_s);
    QTest::mouseClick(driver.part<QPushButton>("placingAccept"), Qt::LeftButton);
    QVERIFY(driver.chosen());
    QCOMPARE(ruleOf(driver).pages.text(), u"even"_s);
    QCOMPARE(ruleOf(driver).corner, plan::Corner::TopLeft);
}

void tst_PagesDialog::measuresFromTheCornerThatIsChosen()
{
    const DialogDriver driver = open();
    QCOMPARE(driver.part<QDoubleSpinBox>("acrossMm")->accessibleName(), u"Middle of the seal from the right edge"_s);
    driver.part<QComboBox>("corner")->setCurrentIndex(3);
    QCOMPARE(driver.part<QDoubleSpinBox>("acrossMm")->accessibleName(), u"Middle of the seal from the left edge"_s);
    QCOMPARE(driver.part<QDoubleSpinBox>("downMm")->accessibleName(), u"Middle of the seal from the upper edge"_s);
}

void tst_PagesDialog::saysHowPagesAreWritten()
{
    DialogDriver driver = open();
    driver.part<QComboBox>("pageChoice")->setCurrentIndex(3);
    QTRY_VERIFY(!driver.canPlace());
    QVERIFY(driver.notice().isEmpty()); // nothing was typed yet
    driver.part<QLineEdit>("pageNumbers")->setFocus();
    driver.type(u"1-99"_s);
    QTRY_VERIFY(driver.notice().contains(u"from 1 to 12"_s));
    QVERIFY(!driver.canPlace());
    driver.photograph(u"pages-wrong"_s);
    driver.key(Qt::Key_Return);
    QVERIFY(!driver.chosen());
    driver.key(Qt::Key_Backspace);
    QTRY_COMPARE(driver.count(), u"Seals: 9 · pages: 9"_s);
    QVERIFY(driver.notice().isEmpty());
}

void tst_PagesDialog::saysWhereASealWouldReachOverTheEdge()
{
    const DialogDriver driver = open();
    driver.part<QDoubleSpinBox>("acrossMm")->setValue(5);
    QTRY_VERIFY(driver.notice().contains(u"reached over the edge"_s));
    QVERIFY(driver.canPlace()); // a caution keeps nobody from it
    driver.photograph(u"pages-caution"_s);
}

void tst_PagesDialog::goesThroughThePages()
{
    const DialogDriver driver = open();
    QSignalSpy looked(&driver.dialog(), &PlacingDialog::lookedAt);
    QTRY_COMPARE(driver.part<QLabel>("previewNumber")->text(), u"page 1 (seal 1 of 12)"_s);
    driver.part<QToolButton>("previewNext")->click();
    QCOMPARE(driver.part<QLabel>("previewNumber")->text(), u"page 2 (seal 2 of 12)"_s);
    QCOMPARE(looked.back().front().toInt(), 1);
    driver.part<QToolButton>("previewPrevious")->click();
    driver.part<QToolButton>("previewPrevious")->click();
    QCOMPARE(looked.back().front().toInt(), 11);
}

void tst_PagesDialog::remembersForEachKindOfSeal()
{
    {
        DialogDriver driver = open();
        driver.part<QComboBox>("pageChoice")->setCurrentIndex(1);
        driver.part<QDoubleSpinBox>("downMm")->setValue(77);
        QTRY_COMPARE(driver.count(), u"Seals: 6 · pages: 6"_s);
        driver.part<QPushButton>("placingAccept")->click();
        QVERIFY(driver.chosen());
    }
    const DialogDriver again = open();
    QCOMPARE(again.part<QComboBox>("pageChoice")->currentIndex(), 1);
    QCOMPARE(again.part<QDoubleSpinBox>("downMm")->value(), 77.0);
    const DialogDriver another = open(testing::squareSeal(20, u"名章"_s, seal::Kind::LegalRepresentative));
    QCOMPARE(another.part<QComboBox>("pageChoice")->currentIndex(), 0);
    QCOMPARE(another.part<QDoubleSpinBox>("downMm")->value(), 50.0);
}

void tst_PagesDialog::placesTooWhenSomebodyIsQuickerThanTheTrial()
{
    DialogDriver driver = open();
    QVERIFY(driver.tabTo("acrossMm"));
    driver.type(u"60"_s);
    driver.key(Qt::Key_Return); // at once
    QVERIFY(!driver.chosen());
    QTRY_VERIFY(driver.chosen());
    QCOMPARE(ruleOf(driver).centreMm.x(), 60.0);
}

void tst_PagesDialog::changesNothingOnEscape()
{
    DialogDriver driver = open();
    driver.key(Qt::Key_Escape);
    QVERIFY(!driver.dialog().isVisible());
    QVERIFY(!driver.chosen());
    QVERIFY(QSettings().allKeys().isEmpty());
}

QTEST_MAIN(tst_PagesDialog)
#include "tst_PagesDialog.moc"
