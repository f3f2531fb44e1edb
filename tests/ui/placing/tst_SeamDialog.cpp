#include "tests/ui/placing/PlacingFixture.h"
#include "ui/placing/SeamDialog.h"
#include "ui/placing/SeamPreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
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

class tst_SeamDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void cutsAsManyPagesAsCanBeRecognised();
    void takesEverythingByKeyboard();
    void takesEverythingByMouse();
    void needsTwoPages();
    void saysWhereStripsWouldBeTooNarrow();
    void givesBothSidesOfASheetOneStrip();
    void cutsByChanceTheSameWayAgain();
    void showsTheWholeSealOverTheFannedPages_data();
    void showsTheWholeSealOverTheFannedPages();
    void goesFromSealToSeal();
    void remembersForEachKindOfSeal();

private:
    DialogDriver open(const seal::Seal& seal = testing::squareSeal(42));
    static plan::AlongSeam ruleOf(const DialogDriver& driver)
    {
        return std::get<plan::AlongSeam>(driver.chosen()->rule);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<document::DocumentSession> m_session;
    std::shared_ptr<SharedPaper> m_paper;
};

void tst_SeamDialog::initTestCase()
{
    testing::useOwnSettings(m_folder);
    testing::writePages(m_folder.filePath(u"sample.pdf"_s), QStringList(60, u"正文"_s));
    m_session = testing::openSession(m_folder.filePath(u"sample.pdf"_s));
    QVERIFY(m_session);
    m_paper = std::make_shared<SharedPaper>(*m_session);
}

void tst_SeamDialog::init() { QSettings().clear(); }

DialogDriver tst_SeamDialog::open(const seal::Seal& seal)
{
    return DialogDriver(std::make_unique<SeamDialog>(seal, *m_session, m_paper));
}

void tst_SeamDialog::cutsAsManyPagesAsCanBeRecognised()
{
    const DialogDriver driver = open();
    QTRY_COMPARE(driver.count(), u"Seals: 3 · strips: 60 · the narrowest: 2.1 mm"_s); // 42 mm over 20 pages each
    QVERIFY(driver.notice().isEmpty());
    driver.photograph(u"seam"_s);
}

void tst_SeamDialog::takesEverythingByKeyboard()
{
    DialogDriver driver = open();
    QVERIFY(driver.tabTo("seamEdge"));
    driver.key(Qt::Key_Down); // left
    QVERIFY(driver.tabTo("pageChoice"));
    driver.key(Qt::Key_End);
    driver.type(u"2-11"_s);
    QVERIFY(driver.tabTo("seamDuplex"));
    driver.key(Qt::Key_Space);
    QVERIFY(driver.tabTo("pagesPerSeal"));
    driver.type(u"10"_s);
    QVERIFY(driver.tabTo("seamCut"));
    driver.key(Qt::Key_Down);
    QVERIFY(driver.tabTo("seamOffset"));
    driver.type(u"-30"_s);
    driver.key(Qt::Key_Return);
    QTRY_VERIFY(driver.chosen());
    QCOMPARE(ruleOf(driver).edge, plan::Edge::Left);
    QCOMPARE(ruleOf(driver).pages.text(), u"2-11"_s);
    QCOMPARE(ruleOf(driver).sides, plan::Sides::Duplex);
    QCOMPARE(ruleOf(driver).pagesPerSeal, 10);
    QCOMPARE(ruleOf(driver).cut, plan::Cut::Random);
    QCOMPARE(ruleOf(driver).offsetMm, -30.0);
}

void tst_SeamDialog::takesEverythingByMouse()
{
    DialogDriver driver = open();
    driver.clickChoice("seamEdge", 3);
    driver.clickChoice("pageChoice", 1);
    driver.clickChoice("seamCut", 1);
    auto* const duplex = driver.part<QCheckBox>("seamDuplex");
    QTest::mouseClick(duplex, Qt::LeftButton, {}, QPoint(12, duplex->height() / 2));
    QVERIFY(duplex->isChecked());
    QTRY_VERIFY(driver.count().startsWith(u"Seals: 2 · strips: 30"_s));
    QTest::mouseClick(driver.part<QPushButton>("placingAccept"), Qt::LeftButton);
    QVERIFY(driver.chosen());
    QCOMPARE(ruleOf(driver).edge, plan::Edge::Bottom);
    QCOMPARE(ruleOf(driver).pages.text(), u"odd"_s);
}

void tst_SeamDialog::needsTwoPages()
{
    DialogDriver driver = open();
    driver.part<QComboBox>("pageChoice")->setCurrentIndex(3);
    driver.part<QLineEdit>("pageNumbers")->setFocus();
    driver.type(u"5"_s);
    QTRY_VERIFY(driver.notice().contains(u"at least two pages"_s));
    QVERIFY(!driver.canPlace());
}

void tst_SeamDialog::saysWhereStripsWouldBeTooNarrow()
{
    const DialogDriver driver = open();
    driver.part<QSpinBox>("pagesPerSeal")->setValue(60);
    QTRY_VERIFY(driver.notice().contains(u"narrower than 2 mm"_s));
    QVERIFY(driver.count().startsWith(u"Seals: 3"_s));
    QVERIFY(driver.canPlace());
    driver.photograph(u"seam-caution"_s);
}

void tst_SeamDialog::givesBothSidesOfASheetOneStrip()
{
    const DialogDriver driver = open();
    driver.part<QCheckBox>("seamDuplex")->setChecked(true);
    QTRY_COMPARE(driver.count(), u"Seals: 2 · strips: 60 · the narrowest: 2.8 mm"_s); // 30 sheets
    driver.photograph(u"seam-duplex"_s);
}

void tst_SeamDialog::cutsByChanceTheSameWayAgain()
{
    const DialogDriver driver = open();
    driver.part<QComboBox>("seamCut")->setCurrentIndex(1);
    QTRY_VERIFY(driver.count().contains(u"strips: 60"_s));
    driver.photograph(u"seam-random"_s);
    driver.part<QPushButton>("placingAccept")->click();
    QTRY_VERIFY(driver.chosen());
    const auto parts = [&] {
        const auto outcome = m_paper->place(testing::squareSeal(42), driver.chosen()->rule, {}, {});
        std::vector<QRectF> parts;
        for (const auto& mark : outcome.placed->marks)
            parts.push_back(mark.part);
        return parts;
    };
    QVERIFY(ruleOf(driver).seed != 0);
    QVERIFY(parts() == parts());
}

void tst_SeamDialog::showsTheWholeSealOverTheFannedPages_data()
{
    QTest::addColumn<int>("edge");
    QTest::addColumn<bool>("duplex");
    for (const bool duplex : { false, true }) {
        QTest::addRow("right%s", duplex ? ", both sides" : "") << static_cast<int>(plan::Edge::Right) << duplex;
        QTest::addRow("left%s", duplex ? ", both sides" : "") << static_cast<int>(plan::Edge::Left) << duplex;
        QTest::addRow("top%s", duplex ? ", both sides" : "") << static_cast<int>(plan::Edge::Top) << duplex;
        QTest::addRow("bottom%s", duplex ? ", both sides" : "") << static_cast<int>(plan::Edge::Bottom) << duplex;
    }
}

void tst_SeamDialog::showsTheWholeSealOverTheFannedPages()
{
    QFETCH(int, edge);
    QFETCH(bool, duplex);
    seal::Seal seal = testing::squareSeal(42);
    seal.picture.fill(QColor(200, 0, 0)); // left half red, right half green: strips in a wrong order would show
    for (int y = 0; y < seal.picture.height(); ++y) {
        for (int x = 0; x < seal.picture.width(); ++x) {
            const bool second
                = edge == static_cast<int>(plan::Edge::Left) || edge == static_cast<int>(plan::Edge::Right)
                ? x >= seal.picture.width() / 2
                : y >= seal.picture.height() / 2;
            if (second)
                seal.picture.setPixelColor(x, y, QColor(0, 150, 0));
        }
    }
    plan::AlongSeam rule;
    rule.edge = static_cast<plan::Edge>(edge);
    rule.sides = duplex ? plan::Sides::Duplex : plan::Sides::Simplex;
    const auto outcome = m_paper->place(seal, rule, {}, {});
    QVERIFY(outcome.placed);
    SeamPreview preview;
    preview.resize(700, 800);
    preview.showStrips(outcome.placed->marks, rule, m_session->pages());
    preview.show();
    const QImage picture = preview.grab().toImage();
    const QRect red = testing::findColour(picture);
    const QRect green = testing::findColour(picture, QColor(0, 150, 0));
    const QRect whole = red | green;
    QVERIFY(!red.isEmpty() && !green.isEmpty());
    QVERIFY2(
        std::abs(whole.width() - whole.height()) <= 4, qPrintable(u"%1 × %2"_s.arg(whole.width()).arg(whole.height())));
    const bool upright = rule.edge == plan::Edge::Left || rule.edge == plan::Edge::Right;
    QVERIFY(upright ? red.right() < green.left() + 3 : red.bottom() < green.top() + 3);
}

void tst_SeamDialog::goesFromSealToSeal()
{
    const DialogDriver driver = open();
    QSignalSpy looked(&driver.dialog(), &PlacingDialog::lookedAt);
    QTRY_COMPARE(driver.part<QLabel>("seamNumber")->text(), u"seal 1 of 3, from page 1"_s);
    driver.part<QToolButton>("seamNext")->click();
    QCOMPARE(driver.part<QLabel>("seamNumber")->text(), u"seal 2 of 3, from page 21"_s);
    QCOMPARE(looked.back().front().toInt(), 20);
}

void tst_SeamDialog::remembersForEachKindOfSeal()
{
    {
        const DialogDriver driver = open();
        driver.part<QComboBox>("seamEdge")->setCurrentIndex(2);
        driver.part<QDoubleSpinBox>("seamOffset")->setValue(20);
        QTRY_VERIFY(!driver.count().isEmpty());
        driver.part<QPushButton>("placingAccept")->click();
        QTRY_VERIFY(driver.chosen());
    }
    QCOMPARE(open().part<QComboBox>("seamEdge")->currentIndex(), 2);
    QCOMPARE(open().part<QDoubleSpinBox>("seamOffset")->value(), 20.0);
    QCOMPARE(
        open(testing::squareSeal(42, u"合同章"_s, seal::Kind::Contract)).part<QComboBox>("seamEdge")->currentIndex(),
        0);
}

QTEST_MAIN(tst_SeamDialog)
#include "tst_SeamDialog.moc"
