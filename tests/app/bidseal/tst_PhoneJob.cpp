#include "core/qr/QrCode.h"
#include "tests/app/bidseal/RealWindow.h"
#include "tests/support/Judges.h"
#include "tests/support/RelayProcess.h"
#include "ui/style/Theme.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::test;

namespace {

const style::Colours& colours() { return style::colours(style::Appearance::Light); }

} // namespace

/// Signing with a phone in a real window: a real relay, and a phone that reads the code from what the screen shows.
class tst_PhoneJob : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aPhoneReadsTheScreenAndSigns();
    void aRefusalOnThePhoneIsSaidAndTriedAgain();
    void cancellingEndsItOnThePhoneToo();
    void aRelayThatIsGoneIsSaidAndWaitedFor();

private:
    void enterRelay();
    void placeASealAndAskForTheCode();
    [[nodiscard]] bool waitForCode();
    void startPhone(const QStringList& wishes);
    QJsonObject phoneAnswer();

    test::Workplace m_workplace;
    test::RelayProcess m_relay;
    std::unique_ptr<QProcess> m_phone;
};

void tst_PhoneJob::initTestCase()
{
    if (!RelayProcess::isBuilt())
        QSKIP("the relay was not built");
    QVERIFY(m_workplace.prepare());
    QVERIFY(m_relay.start());
    enterRelay();
}

void tst_PhoneJob::init() { QFile::remove(m_workplace.signedBid()); }

void tst_PhoneJob::cleanup()
{
    if (m_phone) {
        m_phone->kill();
        m_phone->waitForFinished(5000);
        m_phone.reset();
    }
    m_workplace.stopClient();
}

/// As somebody has entered and used it before.
void tst_PhoneJob::enterRelay()
{
    QSettings settings(m_workplace.file(u"data/BidSeal/BidSeal.ini"_s), QSettings::IniFormat);
    settings.beginWriteArray(u"relays"_s, 1);
    settings.setArrayIndex(0);
    settings.setValue(u"name"_s, u"示例平台"_s);
    settings.setValue(u"address"_s, m_relay.origin());
    settings.setValue(u"ca"_s, m_relay.caFile());
    settings.endArray();
    settings.setValue(u"signing/lastKey"_s, u"mobile:"_s + m_relay.origin());
}

void tst_PhoneJob::placeASealAndAskForTheCode()
{
    QVERIFY(m_workplace.startClient({ m_workplace.bid() }));
    QTRY_COMPARE_WITH_TIMEOUT(sealsInPalette().size(), 3, kLong);
    press(u"ctrl+g"_s);
    type(u"3"_s);
    press(u"Return"_s);
    QTest::qWait(1500);
    const QRect place(470, 520, 160, 160);
    drag(sealsInPalette()[0], place.center());
    QTRY_VERIFY_WITH_TIMEOUT(redPixels(place) > 500, kLong);
    press(u"ctrl+s"_s);
    // The key used last is chosen already: its button is the only thing in the accent's colour.
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(kWindow.width() - 400, 400, 20, colours().accent).isEmpty(), kLong);
    QTest::qWait(1000);
    keepPicture(u"phone-choose"_s);
    press(u"Return"_s);
    QVERIFY(waitForCode());
}

bool tst_PhoneJob::waitForCode()
{
    for (int tries = 0; tries < 60; ++tries) {
        if (qr::readQrCode(shot()))
            return true;
        QTest::qWait(500);
    }
    return false;
}

void tst_PhoneJob::startPhone(const QStringList& wishes)
{
    const auto picture = m_workplace.file(u"screen.png"_s);
    QVERIFY(shot().save(picture));
    m_phone = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BIDSEAL_DATA_DIR"_s, m_workplace.file(u"phone"_s));
    m_phone->setProcessEnvironment(environment);
    m_phone->start(program(u"bidseal-phone"_s),
        QStringList { u"--qr"_s, picture, u"--p12"_s, m_workplace.file(u"company.p12"_s), u"--pin-file"_s,
            m_workplace.file(u"pin.txt"_s), u"--ca"_s, m_relay.caFile(), u"--json"_s }
            + wishes);
    QVERIFY(m_phone->waitForStarted());
}

QJsonObject tst_PhoneJob::phoneAnswer()
{
    if (m_phone->state() != QProcess::NotRunning && !m_phone->waitForFinished(kLong))
        return {};
    return QJsonDocument::fromJson(m_phone->readAllStandardOutput()).object();
}

void tst_PhoneJob::aPhoneReadsTheScreenAndSigns()
{
    placeASealAndAskForTheCode();
    keepPicture(u"phone-code"_s);
    startPhone({ u"--confirm"_s, u"--delay"_s, u"5"_s });
    QTRY_VERIFY_WITH_TIMEOUT(!qr::readQrCode(shot()), kLong); // scanned: nobody else scans it
    QTest::qWait(3000);
    keepPicture(u"phone-compare"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_workplace.signedBid()), kLong);
    QTest::qWait(1500);
    keepPicture(u"phone-signed"_s);

    const auto verdicts = testing::pdfsig(m_workplace.signedBid());
    QVERIFY(!verdicts.empty());
    for (const auto& verdict : verdicts)
        QVERIFY(verdict.isValid);
    QCOMPARE(testing::qpdfComplaint(m_workplace.signedBid()), QString());
    const auto page = testing::render(testing::Renderer::Poppler, m_workplace.signedBid(), 2, 100);
    QVERIFY2(!testing::redShapes(page, 100).empty(), "the seal is not on the page");
    const auto answer = phoneAnswer();
    QCOMPARE(m_phone->exitCode(), 0);
    QCOMPARE(answer.value(u"outcome"_s).toString(), u"signed"_s);
}

void tst_PhoneJob::aRefusalOnThePhoneIsSaidAndTriedAgain()
{
    placeASealAndAskForTheCode();
    startPhone({ u"--refuse"_s });
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(kWindow.width() - 40, 300, 20, colours().bad.ground).isEmpty(), kLong);
    QTest::qWait(500);
    keepPicture(u"phone-refused"_s);
    QVERIFY(!QFile::exists(m_workplace.signedBid()));
    press(u"Return"_s); // the button has the focus: a new code at once
    QVERIFY(waitForCode());
    startPhone({ u"--confirm"_s });
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_workplace.signedBid()), kLong);
}

void tst_PhoneJob::cancellingEndsItOnThePhoneToo()
{
    placeASealAndAskForTheCode();
    startPhone({ u"--confirm"_s, u"--delay"_s, u"30"_s });
    QTRY_VERIFY_WITH_TIMEOUT(!qr::readQrCode(shot()), kLong);
    QTest::qWait(2000);
    press(u"Escape"_s);
    // Somebody wanted it: a quiet notice in the form, no alarm.
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(kWindow.width() - 40, 300, 20, colours().neutral.ground).isEmpty(), kLong);
    QVERIFY(middlesOfRuns(kWindow.width() - 40, 300, 20, colours().bad.ground).isEmpty());
    QCOMPARE(phoneAnswer().value(u"outcome"_s).toString(), u"cancelled"_s);
    QVERIFY(!QFile::exists(m_workplace.signedBid()));
}

void tst_PhoneJob::aRelayThatIsGoneIsSaidAndWaitedFor()
{
    placeASealAndAskForTheCode();
    m_relay.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!middlesOfRuns(kWindow.width() - 60, 100, 20, colours().caution.ground).isEmpty(), kLong);
    keepPicture(u"phone-interrupted"_s);
    QVERIFY(m_relay.restart()); // it has forgotten the session: another code is shown by itself
    QTRY_VERIFY_WITH_TIMEOUT(middlesOfRuns(kWindow.width() - 60, 100, 20, colours().caution.ground).isEmpty(), kLong);
    QVERIFY(waitForCode());
    startPhone({ u"--confirm"_s });
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_workplace.signedBid()), kLong);
}

int main(int argc, char* argv[])
{
    test::Screen screen;
    if (!screen.start())
        qFatal("Xvfb does not start");
    qputenv("DISPLAY", screen.name());
    qputenv("QT_QPA_PLATFORM", "xcb");
    QGuiApplication application(argc, argv);
    tst_PhoneJob job;
    return QTest::qExec(&job, argc, argv);
}

#include "tst_PhoneJob.moc"
