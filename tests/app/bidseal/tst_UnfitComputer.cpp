#include "tests/app/bidseal/RealWindow.h"
#include "tests/support/ForeignTools.h"
#include "ui/style/Theme.h"

#include <QDir>
#include <QGuiApplication>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::test;

namespace {

const style::Colours& colours() { return style::colours(style::Appearance::Light); }

/// In the toolbar, once it is known that all is well: the only green there.
std::optional<QPoint> greenShield()
{
    const auto image = shot();
    for (int x = 700; x < kWindow.width(); ++x)
        for (int y = 10; y < 40; ++y)
            if (image.pixelColor(x, y) == colours().good.text)
                return QPoint(x, y);
    return {};
}

} // namespace

/// The client in a real window on a computer that is fit to sign on, and on one that is not.
class tst_UnfitComputer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_workplace.prepare()); }
    void cleanup() { m_workplace.stopClient(); }
    void theShieldOpensTheSelfCheck();
    void nobodySignsOnAComputerThatIsNotFit();

private:
    test::Workplace m_workplace;
};

void tst_UnfitComputer::theShieldOpensTheSelfCheck()
{
    QVERIFY(m_workplace.startClient({}));
    QTRY_VERIFY_WITH_TIMEOUT(greenShield(), kLong);
    QTest::qWait(3000); // the keys are known then, and nothing moves any more
    constexpr int kButtonX = 282; // in "Check everything", before its words
    QVERIFY(middlesOfRuns(kButtonX, 150, 20, colours().accent).isEmpty());
    click(*greenShield());
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(kButtonX, 150, 20, colours().accent).isEmpty(), kLong);
    press(u"Return"_s);
    QTest::qWait(9000); // no check takes longer
    keepPicture(u"6-self-check"_s);
    QVERIFY(!middlesOfRuns(kButtonX, 150, 20, colours().accent).isEmpty()); // it is done, and could be done again
    press(u"Escape"_s);
    QTRY_VERIFY_WITH_TIMEOUT(middlesOfRuns(kButtonX, 150, 20, colours().accent).isEmpty(), kLong);
}

/// The user asks for more space than there is: whatever is typed then, nothing is signed.
void tst_UnfitComputer::nobodySignsOnAComputerThatIsNotFit()
{
    QDir().mkpath(m_workplace.file(u"data"_s));
    QVERIFY(testing::writeFile(
        m_workplace.file(u"data/policy.json"_s), R"({ "thresholds": { "spaceReserveMegabytes": 999000000 } })"));
    QVERIFY(m_workplace.startClient({ m_workplace.bid() }));
    QTRY_COMPARE_WITH_TIMEOUT(sealsInPalette().size(), 3, kLong);
    press(u"ctrl+s"_s);
    const int noticeX = kWindow.width() - 40;
    QTRY_VERIFY_WITH_TIMEOUT(middlesOfRuns(noticeX, 200, 60, colours().surface).size() >= 2, kLong);
    click(middlesOfRuns(noticeX, 200, 60, colours().surface).first());
    type(u"123456"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(noticeX, 200, 20, colours().bad.ground).isEmpty(), kLong);
    keepPicture(u"7-not-fit"_s);
    press(u"Return"_s);
    QTest::qWait(3000);
    QVERIFY(!QFile::exists(m_workplace.signedBid()));
    QVERIFY(middlesOfRuns(kWindow.width() - 400, 400, 20, colours().accent).isEmpty()); // nothing can be pressed
}

int main(int argc, char* argv[])
{
    test::Screen screen;
    if (!screen.start())
        qFatal("Xvfb does not start");
    qputenv("DISPLAY", screen.name());
    qputenv("QT_QPA_PLATFORM", "xcb");
    QGuiApplication application(argc, argv);
    tst_UnfitComputer computer;
    return QTest::qExec(&computer, argc, argv);
}

#include "tst_UnfitComputer.moc"
