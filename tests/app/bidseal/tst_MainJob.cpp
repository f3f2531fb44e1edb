#include "tests/app/bidseal/RealWindow.h"
#include "tests/support/Judges.h"
#include "tests/support/MemoryScan.h"
#include "ui/style/Theme.h"

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::test;

namespace {
const QString kPin = u"123456"_s; // of the demonstration's token
} // namespace

/// The client's main job in a real window: by mouse, and once more by keyboard alone.
class tst_MainJob : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void byMouse();
    void byKeyboardAlone();
    void aTypedPinStaysNowhere();

private:
    void checkSignedFile(int marks);
    void checkPlaces(QPoint company, QPoint person);

    test::Workplace m_workplace;
};

void tst_MainJob::initTestCase() { QVERIFY(m_workplace.prepare()); }

void tst_MainJob::init() { QFile::remove(m_workplace.signedBid()); }

void tst_MainJob::cleanup() { m_workplace.stopClient(); }

void tst_MainJob::checkSignedFile(int marks)
{
    const auto verdicts = testing::pdfsig(m_workplace.signedBid());
    QVERIFY(!verdicts.empty());
    for (const auto& verdict : verdicts)
        QVERIFY(verdict.isValid);
    QCOMPARE(testing::qpdfComplaint(m_workplace.signedBid()), QString());
    const auto page = testing::render(testing::Renderer::Poppler, m_workplace.signedBid(), 2, 100);
    const auto shapes = testing::redShapes(page, 100);
    QVERIFY2(static_cast<int>(shapes.size()) >= marks, "the seals are not on the page");
}

/// On the page they stand to each other as they were dropped on the screen, in their true sizes.
void tst_MainJob::checkPlaces(QPoint company, QPoint person)
{
    const auto page = testing::render(testing::Renderer::Poppler, m_workplace.signedBid(), 2, 100);
    const auto centreOf = [shapes = testing::redShapes(page, 100)](double widthMm) {
        for (const auto& shape : shapes)
            if (std::abs(shape.boundsMm.width() - widthMm) < 1.5)
                return shape.boundsMm.center();
        return QPointF();
    };
    const auto companyMm = centreOf(42), personMm = centreOf(20);
    QVERIFY2(!companyMm.isNull() && !personMm.isNull(), "a seal has another size");
    const QPointF onScreen = person - company, onPage = personMm - companyMm;
    QVERIFY2(std::abs(std::atan2(onPage.y(), onPage.x()) - std::atan2(onScreen.y(), onScreen.x())) < 0.03,
        "the seals are not where they were dropped");
}

void tst_MainJob::byMouse()
{
    QVERIFY(m_workplace.startClient({}));
    QTest::qWait(2500);
    keepPicture(u"1-start"_s);
    // A second start hands the file to the first window.
    QProcess second;
    second.setProcessEnvironment(m_workplace.client().processEnvironment());
    second.start(program(u"bidseal"_s), { m_workplace.bid() });
    QVERIFY(second.waitForFinished(kLong));
    QCOMPARE(second.exitCode(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(sealsInPalette().size(), 3, kLong);
    press(u"ctrl+g"_s);
    type(u"3"_s);
    press(u"Return"_s);
    QTest::qWait(1500);

    const QRect companyPlace(470, 520, 160, 160), personPlace(660, 600, 80, 80);
    QCOMPARE(redPixels(companyPlace), 0);
    const auto seals = sealsInPalette();
    drag(seals[0], companyPlace.center());
    QTRY_VERIFY_WITH_TIMEOUT(redPixels(companyPlace) > 500, kLong);
    drag(seals[1], personPlace.center());
    QTRY_VERIFY_WITH_TIMEOUT(redPixels(personPlace) > 200, kLong);
    keepPicture(u"2-seals-placed"_s);

    const auto& colours = style::colours(style::Appearance::Light);
    click({ kWindow.width() - 46, 25 }); // "Sign", at the end of the toolbar
    const int cardsX = kWindow.width() - 40;
    QList<QPoint> cards;
    QTRY_VERIFY_WITH_TIMEOUT((cards = middlesOfRuns(cardsX, 200, 60, colours.surface)).size() >= 2, kLong);
    QTest::qWait(500);
    cards = middlesOfRuns(cardsX, 200, 60, colours.surface);
    click(cards[0]); // the cursor is in the PIN field now
    type(kPin);
    QTest::qWait(300);
    keepPicture(u"3-sign"_s);
    const int buttonX = kWindow.width() - 400;
    QList<QPoint> buttons;
    QTRY_VERIFY_WITH_TIMEOUT(!(buttons = middlesOfRuns(buttonX, 400, 20, colours.accent)).isEmpty(), kLong);
    click(buttons.last());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_workplace.signedBid()), kLong);
    QTest::qWait(1500);
    keepPicture(u"4-signed"_s);
    checkSignedFile(2);
    checkPlaces(companyPlace.center(), personPlace.center());

    press(u"Return"_s); // "Open signed file" has the focus
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(600, 50, 20, colours.neutral.ground).isEmpty(), kLong);
    QTest::qWait(1500);
    press(u"ctrl+g"_s);
    type(u"3"_s);
    press(u"Return"_s);
    QTRY_VERIFY_WITH_TIMEOUT(redPixels({ 400, 400, 400, 400 }) > 700, kLong); // its seals are shown
    QVERIFY2(middlesOfRuns(600, 50, 20, colours.good.ground).isEmpty(), "green before anyone checked who signed");
    QTest::qWait(500);
    keepPicture(u"5-signed-file"_s);
}

void tst_MainJob::byKeyboardAlone()
{
    QVERIFY(m_workplace.startClient({ m_workplace.bid() }));
    QTRY_COMPARE_WITH_TIMEOUT(sealsInPalette().size(), 3, kLong);
    moveTo({ 1350, 890 });
    press(u"ctrl+g"_s);
    type(u"3"_s);
    press(u"Return"_s);
    QTest::qWait(1000);
    press(u"F6"_s); // thumbnails
    press(u"F6"_s); // pages
    press(u"F6"_s); // seals
    press(u"Home"_s);
    press(u"Return"_s);
    press(u"F6"_s);
    press(u"F6"_s);
    press(u"Down"_s); // the seal that was just placed goes down by a millimetre
    press(u"F6"_s);
    press(u"Down"_s);
    press(u"Return"_s);
    QTRY_VERIFY_WITH_TIMEOUT(redPixels({ 170, 60, 750, 720 }) > 1000, kLong);
    press(u"ctrl+s"_s);
    const auto& colours = style::colours(style::Appearance::Light);
    QTRY_VERIFY_WITH_TIMEOUT(middlesOfRuns(kWindow.width() - 40, 200, 60, colours.surface).size() >= 2, kLong);
    QTest::qWait(800);
    press(u"Return"_s); // the key used last is chosen already, or the first card has the focus
    QTest::qWait(300);
    type(kPin);
    press(u"Return"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_workplace.signedBid()), kLong);
    QTest::qWait(800);
    checkSignedFile(2);
}

/// In UTF-8 or in UTF-16, in the memory of the client that took the keys one by one.
void tst_MainJob::aTypedPinStaysNowhere()
{
    QString pin;
    for (int i = 0; i < 12; ++i)
        pin += QChar(u'a' + QRandomGenerator::global()->bounded(26));
    QVERIFY(m_workplace.startClient({ m_workplace.bid() }));
    QTRY_COMPARE_WITH_TIMEOUT(sealsInPalette().size(), 3, kLong);
    press(u"ctrl+s"_s);
    const auto& colours = style::colours(style::Appearance::Light);
    QList<QPoint> cards;
    QTRY_VERIFY_WITH_TIMEOUT(
        (cards = middlesOfRuns(kWindow.width() - 40, 200, 60, colours.surface)).size() >= 2, kLong);
    QTest::qWait(800);
    click(middlesOfRuns(kWindow.width() - 40, 200, 60, colours.surface).first());
    type(pin);
    press(u"Return"_s);
    // Wrong: the red notice is there.
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(kWindow.width() - 40, 300, 20, colours.bad.ground).isEmpty(), kLong);
    const auto found = test::occurrencesInMemory(m_workplace.client().processId(), pin);
    if (!found)
        QSKIP("only root may look into a process that is not dumpable");
    QCOMPARE(*found, 0);
    QVERIFY(!QFile::exists(m_workplace.signedBid()));
}

int main(int argc, char* argv[])
{
    test::Screen screen;
    if (!screen.start())
        qFatal("Xvfb does not start");
    qputenv("DISPLAY", screen.name());
    qputenv("QT_QPA_PLATFORM", "xcb");
    QGuiApplication application(argc, argv);
    tst_MainJob job;
    return QTest::qExec(&job, argc, argv);
}

#include "tst_MainJob.moc"
