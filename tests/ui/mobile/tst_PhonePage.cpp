#include "tests/support/AccessibilityWalk.h"
#include "ui/mobile/CompareCode.h"
#include "ui/mobile/PhonePage.h"
#include "ui/mobile/QrView.h"
#include "ui/style/Notice.h"
#include "ui/style/StepList.h"
#include "ui/style/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using mobile::PhonePage;
using Step = key::MobileProgress::Step;

namespace {

const QString kLink = u"https://relay.example.com/s/Zk3u1vWQ0yJq7o2XbN5r9A#"_s + QString(88, u'A');

/// What a key tells, step after step, as a phone that does everything right makes it.
key::MobileProgress told(Step step)
{
    key::MobileProgress progress;
    progress.step = step;
    progress.relay = u"relay.example.com"_s;
    progress.expires = std::chrono::steady_clock::now() + std::chrono::seconds(100);
    if (step == Step::WaitingForScan)
        progress.link = kLink;
    if (step >= Step::Scanned) {
        progress.device = u"示例手机"_s;
        progress.app = u"示例证书应用"_s;
    }
    if (step >= Step::CertificateChosen)
        progress.holder = u"示例建设工程有限公司"_s;
    if (step >= Step::Comparing)
        progress.compareCode = u"042917"_s;
    return progress;
}

/// For people, where a folder is named.
void keepPicture(QWidget& page, const QString& name)
{
    const auto folder = qEnvironmentVariable("BIDSEAL_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QTest::qWait(50); // laid out
    QDir().mkpath(folder), page.grab().save(QDir(folder).filePath(u"page-"_s + name + u".png"_s));
}

} // namespace

class tst_PhonePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsTheCodeUntilItIsScanned();
    void saysWhatThePhoneDoesAtEachStep();
    void showsTheCompareCodeInPlaceOfTheQrCode();
    void theCompareCodeIsReadable_data();
    void theCompareCodeIsReadable();
    void countsDown();
    void anExpiredCodeIsRenewedByOneButton();
    void aCodeCanBeRenewedBefore();
    void theCopiedLinkComesWithAWarningAndGoesAgain();
    void anInterruptedNetworkIsSaid();
    void canBeCancelledAtEachStep();
    void keepsNothingOfASession();
    void everyControlHasANameAtEachStep();
    void isOperatedByKeyboardAlone();

private:
    template <class Part> Part* part(const char* name) const
    {
        return m_page->findChild<Part*>(QString::fromLatin1(name));
    }
    QString shownText(const char* name) const
    {
        const auto* label = part<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    bool isShown(const char* name) const { return part<QWidget>(name)->isVisible(); }
    void show(const key::MobileProgress& progress) { m_page->show(progress); }

    std::unique_ptr<PhonePage> m_page;
};

void tst_PhonePage::init()
{
    style::applyTheme(*qApp, style::Appearance::Light);
    m_page = std::make_unique<PhonePage>();
    m_page->resize(500, 740);
    m_page->start(u"示例投标文件.pdf"_s, u"relay.example.com"_s);
    static_cast<QWidget&>(*m_page).show();
    m_page->activateWindow();
}

void tst_PhonePage::showsTheCodeUntilItIsScanned()
{
    QVERIFY(!isShown("phoneCode"));
    QVERIFY(!shownText("phoneNow").isEmpty());
    keepPicture(*m_page, u"1-connecting"_s);
    show(told(Step::WaitingForScan));
    QVERIFY(isShown("phoneCode"));
    QCOMPARE(part<mobile::QrView>("phoneCode")->text(), kLink);
    QVERIFY(shownText("phoneRelay").contains(u"relay.example.com"_s));
    keepPicture(*m_page, u"2-code"_s);
    show(told(Step::Scanned));
    QVERIFY(!isShown("phoneCode"));
    QVERIFY(part<mobile::QrView>("phoneCode")->text().isEmpty());
}

void tst_PhonePage::saysWhatThePhoneDoesAtEachStep()
{
    auto* steps = part<style::StepList>("phoneSteps");
    QStringList said;
    for (const Step step : { Step::Connecting, Step::WaitingForScan, Step::CodeExpired, Step::Scanned,
             Step::CertificateChosen, Step::Comparing, Step::Confirmed }) {
        show(told(step));
        QVERIFY(!shownText("phoneNow").isEmpty());
        QVERIFY(!said.contains(shownText("phoneNow")));
        said << shownText("phoneNow");
        keepPicture(*m_page, u"step-%1"_s.arg(static_cast<int>(step)));
    }
    show(told(Step::Scanned));
    QCOMPARE(steps->current(), 1);
    QVERIFY(steps->steps().at(0).contains(u"示例手机"_s));
    show(told(Step::CertificateChosen));
    QCOMPARE(steps->current(), 2);
    QVERIFY(steps->steps().at(1).contains(u"示例建设工程有限公司"_s));
    show(told(Step::Comparing));
    QCOMPARE(steps->current(), 2);
    show(told(Step::Confirmed));
    QCOMPARE(steps->current(), 4);
    // Another run begins with the first step, and knows nothing of this phone.
    m_page->start(u"样章文件.pdf"_s, u"relay.example.com"_s);
    QCOMPARE(steps->current(), 0);
    QVERIFY(!steps->steps().join(u' ').contains(u"示例手机"_s));
}

void tst_PhonePage::showsTheCompareCodeInPlaceOfTheQrCode()
{
    show(told(Step::WaitingForScan));
    QVERIFY(!isShown("compareCode"));
    show(told(Step::Comparing));
    QVERIFY(isShown("compareCode"));
    QVERIFY(!isShown("phoneCode"));
    auto* code = part<mobile::CompareCode>("compareCode");
    QCOMPARE(code->shownText(), u"042 917"_s);
    const auto spoken = QAccessible::queryAccessibleInterface(code)->text(QAccessible::Name);
    QVERIFY2(spoken.contains(u"0 4 2 9 1 7"_s), qPrintable(spoken));
}

void tst_PhonePage::theCompareCodeIsReadable_data()
{
    QTest::addColumn<style::Appearance>("appearance");
    QTest::newRow("light") << style::Appearance::Light;
    QTest::newRow("dark") << style::Appearance::Dark;
}

/// Across a desk: figures of at least 12 mm at 96 dpi, and a contrast that needs no good light.
void tst_PhonePage::theCompareCodeIsReadable()
{
    QFETCH(style::Appearance, appearance);
    style::applyTheme(*qApp, appearance);
    show(told(Step::Comparing));
    auto* code = part<mobile::CompareCode>("compareCode");
    const auto image = code->grab().toImage();
    const QRect inside = image.rect().adjusted(6, 6, -6, -6);
    const QColor ground = image.pixelColor(inside.topLeft());
    double best = 0;
    int top = -1, bottom = -1;
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x) {
            const double contrast = style::contrast(image.pixelColor(x, y), ground);
            best = std::max(best, contrast);
            if (contrast > 4.5) {
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
    QVERIFY2(best >= 7, qPrintable(QString::number(best)));
    QVERIFY2(bottom - top >= 45, qPrintable(QString::number(bottom - top)));
    keepPicture(*m_page, u"compare-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
}

void tst_PhonePage::countsDown()
{
    auto progress = told(Step::WaitingForScan);
    progress.expires = std::chrono::steady_clock::now() + std::chrono::milliseconds(61'500);
    show(progress);
    QVERIFY2(shownText("phoneCountdown").contains(u"1:02"_s), qPrintable(shownText("phoneCountdown")));
    QTRY_VERIFY_WITH_TIMEOUT(shownText("phoneCountdown").contains(u"1:01"_s), 5000);
    progress = told(Step::Comparing);
    progress.expires = std::chrono::steady_clock::now() + std::chrono::milliseconds(599'900);
    show(progress);
    QVERIFY(shownText("phoneCountdown").contains(u"10:00"_s));
    show(told(Step::Confirmed));
    QVERIFY(!isShown("phoneCountdown"));
}

void tst_PhonePage::anExpiredCodeIsRenewedByOneButton()
{
    QSignalSpy wanted(m_page.get(), &PhonePage::newCodeRequested);
    show(told(Step::WaitingForScan));
    QVERIFY(!isShown("renewCode"));
    show(told(Step::CodeExpired));
    QVERIFY(part<mobile::QrView>("phoneCode")->text().isEmpty()); // nobody scans a code in vain
    QVERIFY(isShown("renewCode"));
    QVERIFY(!isShown("newCode"));
    QTRY_VERIFY(part<QPushButton>("renewCode")->hasFocus());
    keepPicture(*m_page, u"3-expired"_s);
    QTest::keyClick(part<QPushButton>("renewCode"), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!isShown("renewCode"));
    show(told(Step::WaitingForScan));
    QVERIFY(isShown("phoneCode"));
}

void tst_PhonePage::aCodeCanBeRenewedBefore()
{
    QSignalSpy wanted(m_page.get(), &PhonePage::newCodeRequested);
    show(told(Step::WaitingForScan));
    part<QPushButton>("newCode")->click();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(part<mobile::QrView>("phoneCode")->text().isEmpty());
}

void tst_PhonePage::theCopiedLinkComesWithAWarningAndGoesAgain()
{
    QGuiApplication::clipboard()->setText(u"something else"_s);
    show(told(Step::WaitingForScan));
    QVERIFY(shownText("copyWarning").contains(u"nobody"_s));
    part<QPushButton>("copyLink")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), kLink);
#ifdef Q_OS_WIN
    const auto format = u"application/x-qt-windows-mime;value=\"%1\""_s;
    for (const auto& name : { u"CanIncludeInClipboardHistory"_s, u"CanUploadToCloudClipboard"_s })
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(format.arg(name)), QByteArray(4, '\0'));
#else
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
#endif
    QVERIFY(shownText("copyWarning").contains(u"nobody"_s));
    keepPicture(*m_page, u"4-copied"_s);
    show(told(Step::Scanned));
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void tst_PhonePage::anInterruptedNetworkIsSaid()
{
    auto* notice = part<style::Notice>("phoneNotice");
    for (const Step step : { Step::WaitingForScan, Step::Scanned, Step::Comparing }) {
        auto progress = told(step);
        progress.isInterrupted = true;
        show(progress);
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->text().tone, style::Tone::Caution);
        keepPicture(*m_page, u"interrupted-%1"_s.arg(static_cast<int>(step)));
        progress.isInterrupted = false;
        show(progress);
        QVERIFY(!notice->isVisible());
    }
}

void tst_PhonePage::canBeCancelledAtEachStep()
{
    auto* cancel = part<QPushButton>("cancelPhone");
    for (const Step step : { Step::Connecting, Step::WaitingForScan, Step::CodeExpired, Step::Scanned,
             Step::CertificateChosen, Step::Comparing, Step::Confirmed }) {
        m_page->start(u"样章文件.pdf"_s, u"relay.example.com"_s);
        show(told(step));
        QSignalSpy cancelled(m_page.get(), &PhonePage::cancelRequested);
        QVERIFY(cancel->isVisible() && cancel->isEnabled());
        cancel->click();
        QCOMPARE(cancelled.count(), 1);
        m_page->showCancelling();
        QVERIFY(!cancel->isEnabled());
        QVERIFY(!isShown("phoneCode"));
        QVERIFY(!isShown("compareCode"));
        // What was under way may still be told; it must not come back.
        show(told(step));
        QVERIFY(!isShown("phoneCode"));
        QVERIFY(!isShown("renewCode"));
    }
    keepPicture(*m_page, u"5-cancelling"_s);
}

void tst_PhonePage::keepsNothingOfASession()
{
    show(told(Step::WaitingForScan));
    part<QPushButton>("copyLink")->click();
    m_page->forget();
    QVERIFY(part<mobile::QrView>("phoneCode")->text().isEmpty());
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void tst_PhonePage::everyControlHasANameAtEachStep()
{
    for (const Step step : { Step::Connecting, Step::WaitingForScan, Step::CodeExpired, Step::Scanned,
             Step::CertificateChosen, Step::Comparing, Step::Confirmed }) {
        show(told(step));
        QCOMPARE(testing::unnamedControls(*m_page), QStringList());
    }
}

void tst_PhonePage::isOperatedByKeyboardAlone()
{
    show(told(Step::WaitingForScan));
    QTRY_VERIFY(part<QPushButton>("cancelPhone")->hasFocus());
    QStringList reached;
    for (int i = 0; i < 4; ++i) {
        reached << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const auto* name : { "cancelPhone", "newCode", "copyLink" })
        QVERIFY2(reached.contains(QString::fromLatin1(name)), qPrintable(reached.join(u' ')));
}

QTEST_MAIN(tst_PhonePage)
#include "tst_PhonePage.moc"
