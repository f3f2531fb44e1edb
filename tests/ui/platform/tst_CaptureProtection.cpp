#include "ui/platform/ScreenCapture.h"
#include "ui/signing/PinEdit.h"

#include <QTest>
#include <QVBoxLayout>

using bidseal::platform::Capture;
using bidseal::platform::captureOf;
using bidseal::signing::PinEdit;

class tst_CaptureProtection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWindowIsProtectedWhileItAsksForAPin();
    void oneOfTwoFieldsIsEnough();
    void theSystemRefusesPictures();

private:
    static bool systemCanRefuse(QWidget& window)
    {
        bidseal::platform::setCapture(window, Capture::Refused);
        const bool can = captureOf(window) == Capture::Refused;
        bidseal::platform::setCapture(window, Capture::Allowed);
        return can;
    }
};

void tst_CaptureProtection::aWindowIsProtectedWhileItAsksForAPin()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* field = new PinEdit;
    layout->addWidget(field);
    field->hide();
    window.show();
    QVERIFY(!PinEdit::isShownIn(window));
    field->show();
    QVERIFY(PinEdit::isShownIn(window));
    field->hide();
    QVERIFY(!PinEdit::isShownIn(window));
}

void tst_CaptureProtection::oneOfTwoFieldsIsEnough()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* first = new PinEdit;
    auto* again = new PinEdit;
    layout->addWidget(first);
    layout->addWidget(again);
    window.show();
    first->hide();
    QVERIFY(PinEdit::isShownIn(window));
    again->hide();
    QVERIFY(!PinEdit::isShownIn(window));
    first->show();
    window.hide();
    QVERIFY(!PinEdit::isShownIn(window));
    window.show();
    QVERIFY(PinEdit::isShownIn(window));
}

void tst_CaptureProtection::theSystemRefusesPictures()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* field = new PinEdit;
    layout->addWidget(field);
    field->hide();
    window.show();
    if (!systemCanRefuse(window))
        QSKIP("this system (Linux, Wine) keeps no window out of pictures");
    field->show();
    QCOMPARE(captureOf(window), Capture::Refused);
    field->hide();
    QCOMPARE(captureOf(window), Capture::Allowed);
}

QTEST_MAIN(tst_CaptureProtection)
#include "tst_CaptureProtection.moc"
