#include "core/base/ErrorSentence.h"
#include "tests/support/AccessibilityWalk.h"
#include "tests/support/OpenGate.h"
#include "tests/support/SamplePdfs.h"
#include "ui/mobile/PhoneOptions.h"
#include "ui/mobile/RelayBook.h"
#include "ui/mobile/RelaysDialog.h"
#include "ui/signing/KeyCard.h"
#include "ui/signing/KeyChooser.h"
#include "ui/signing/MoreFiles.h"
#include "ui/signing/PinEdit.h"
#include "ui/signing/SigningForm.h"
#include "ui/style/Notice.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::signing;

namespace {

constexpr int kLong = 20000; // ms

void enterRelay(const QString& name, const QString& address)
{
    auto book = mobile::RelayBook::load();
    book.setOwn({ { name, { relay::Origin::parse(address).value(), {} } } });
}

} // namespace

/// The form without a token: the phone's card, what it asks for, and what is said after an attempt.
class tst_SigningForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void thePhoneIsAlwaysOffered();
    void withoutARelayThePhonesCardAsksForOne();
    void choosingThePhoneExplainsInPlaceOfThePin();
    void thePhoneUsedLastIsChosenNextTime();
    void aPhoneIsNotChosenByItself();
    void theOrderNamesTheRelayAndNoPin();
    void aPhoneKnowsThisComputerAgain();
    void everyPhoneErrorStandsInItsPlace_data();
    void everyPhoneErrorStandsInItsPlace();
    void aNewCodeIsOneButtonAway();
    void anotherRelayIsOneButtonAway();
    void droppedFilesAreSignedToo();
    void aFileThatCannotBeSignedKeepsTheButtonOff();
    void theErrorOfOneOfSeveralFilesNamesIt();
    void everyControlHasANameWithThePhone();

private:
    void makeForm();
    KeyCard* phoneCard() const;
    QPushButton* button(const char* name) const { return m_form->findChild<QPushButton*>(QString::fromLatin1(name)); }
    style::Notice* notice() const { return m_form->findChild<style::Notice*>(u"signingNotice"_s); }
    QStringList actions() const;
    QString write(const QString& name, const QByteArray& content);

    QTemporaryDir m_folder;
    std::unique_ptr<KeyWatch> m_watch;
    std::unique_ptr<document::DocumentSession> m_session;
    std::unique_ptr<SigningForm> m_form;
};

void tst_SigningForm::initTestCase()
{
    qputenv("BIDSEAL_DATA_DIR", m_folder.filePath(u"data"_s).toUtf8());
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QCoreApplication::setApplicationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(u"user"_s));
    QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, m_folder.filePath(u"system"_s));
    style::applyTheme(*qApp, style::Appearance::Light);
}

void tst_SigningForm::init()
{
    QSettings().clear();
    m_watch = std::make_unique<KeyWatch>(QString(), [] { return QStringList(); });
    m_session = std::make_unique<document::DocumentSession>();
    QSignalSpy opened(m_session.get(), &document::DocumentSession::opened);
    m_session->open(write(u"样章文件.pdf"_s, testing::samples::twoPages()));
    QVERIFY(opened.wait(kLong));
}

void tst_SigningForm::cleanup()
{
    m_form.reset();
    m_session.reset();
    m_watch.reset();
}

void tst_SigningForm::makeForm()
{
    m_form = std::make_unique<SigningForm>(*m_watch,
        SigningSurroundings { std::make_shared<const FixedClock>(QDateTime({ 2026, 5, 1 }, { 8, 0 }, Qt::UTC)), {},
            std::make_shared<testing::OpenGate>() });
    m_form->resize(500, 740);
    m_form->show();
    m_form->activateWindow();
    m_form->begin(*m_session);
    QTRY_VERIFY_WITH_TIMEOUT(!m_form->findChild<QLabel*>(u"outputName"_s)->text().isEmpty(), kLong);
}

KeyCard* tst_SigningForm::phoneCard() const
{
    for (auto* card : m_form->findChildren<KeyCard*>(u"keyCard"_s))
        if (card->isVisible() && card->id().startsWith("mobile:"_L1))
            return card;
    return nullptr;
}

QStringList tst_SigningForm::actions() const
{
    QStringList texts;
    for (const auto* action : notice()->findChildren<QPushButton*>(u"noticeAction"_s))
        if (action->isVisible())
            texts << action->text();
    return texts;
}

QString tst_SigningForm::write(const QString& name, const QByteArray& content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the sample");
    return file.fileName();
}

void tst_SigningForm::thePhoneIsAlwaysOffered()
{
    makeForm();
    QVERIFY(phoneCard());
    QVERIFY(phoneCard()->isEnabled());
    enterRelay(u"示例平台"_s, u"https://relay.example.com"_s);
    makeForm();
    QVERIFY(phoneCard());
    QVERIFY(phoneCard()->cardText().lines.join(u' ').contains(u"示例平台"_s));
    QVERIFY(phoneCard()->cardText().lines.join(u' ').contains(u"relay.example.com"_s));
}

void tst_SigningForm::withoutARelayThePhonesCardAsksForOne()
{
    makeForm();
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    auto* dialog = m_form->findChild<mobile::RelaysDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!m_form->keys().choice());
    QVERIFY(!phoneCard()->isChecked());
    dialog->findChild<QLineEdit*>(u"relayAddress"_s)->setText(u"https://relay.example.com"_s);
    dialog->findChild<QPushButton*>(u"useRelay"_s)->click();
    QTRY_VERIFY(phoneCard());
    QVERIFY(phoneCard()->isChecked());
    QVERIFY(m_form->keys().choice() && m_form->keys().choice()->as<PhoneRoute>());
    QVERIFY(button("signNow")->isEnabled());
}

void tst_SigningForm::choosingThePhoneExplainsInPlaceOfThePin()
{
    enterRelay({}, u"https://relay.example.com"_s);
    makeForm();
    auto* explanation = m_form->findChild<QWidget*>(u"phoneIntroduction"_s);
    QVERIFY(!explanation->isVisible());
    QVERIFY(!button("signNow")->isEnabled());
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    QVERIFY(explanation->isVisible());
    QVERIFY(!m_form->findChild<PinEdit*>(u"pin"_s)->isVisible());
    QVERIFY(button("signNow")->isEnabled());
    QVERIFY(button("signNow")->text().contains(u"phone"_s));
    QTRY_VERIFY(button("signNow")->hasFocus()); // Return goes on
}

void tst_SigningForm::thePhoneUsedLastIsChosenNextTime()
{
    enterRelay({}, u"https://relay.example.com"_s);
    makeForm();
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    m_form->keys().rememberChoice();
    makeForm();
    QVERIFY(phoneCard()->isChecked());
    QVERIFY(button("signNow")->isEnabled());
}

void tst_SigningForm::aPhoneIsNotChosenByItself()
{
    enterRelay({}, u"https://relay.example.com"_s);
    makeForm();
    QVERIFY(!phoneCard()->isChecked());
    QVERIFY(!m_form->keys().choice());
}

void tst_SigningForm::theOrderNamesTheRelayAndNoPin()
{
    enterRelay({}, u"https://relay.example.com:8443"_s);
    makeForm();
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    const auto order = m_form->takeOrder();
    QCOMPARE(order.signers.size(), std::size_t(1));
    QCOMPARE(order.signers[0].requests.size(), std::size_t(1));
    QVERIFY(order.signers[0].pin.isEmpty());
    QCOMPARE(order.signers[0].key.as<PhoneRoute>()->relay.address.origin.ascii(), QByteArray("https://relay.example.com:8443"));
}

void tst_SigningForm::aPhoneKnowsThisComputerAgain()
{
    const auto options = mobile::phoneOptions();
    QCOMPARE(options.computerId.size(), 16);
    QCOMPARE(mobile::phoneOptions().computerId, options.computerId);
    QCOMPARE(options.afterLastCode, key::MobileOptions::AfterLastCode::Wait);
}

void tst_SigningForm::everyPhoneErrorStandsInItsPlace_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("buttons");
    using enum ErrorCode;
    for (const auto code : { PhoneCodeExpired, PhoneSessionExpired, PhoneCodeUsed, PhoneRefused, PhoneCodeDiffers,
             PhoneMessageInvalid, RelayUntrusted, RelayUnsuitable, RelayAddressInvalid, PhoneBatchTooLarge })
        QTest::newRow(errorCodeName(code).toUtf8().constData()) << code << 1;
    for (const auto code : { RelayUnreachable, RelayBusy })
        QTest::newRow(errorCodeName(code).toUtf8().constData()) << code << 2;
    for (const auto code : { PhoneTooOld, ClientTooOld, PhoneCannotSign, RequestNotADocument, HolderDiffers,
             CertificateExpired, PinLocked })
        QTest::newRow(errorCodeName(code).toUtf8().constData()) << code << 0;
}

void tst_SigningForm::everyPhoneErrorStandsInItsPlace()
{
    QFETCH(ErrorCode, code);
    QFETCH(int, buttons);
    enterRelay({}, u"https://relay.example.com"_s);
    makeForm();
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    const Error error { code, u"for the log"_s, {} };
    m_form->resume(error);
    QVERIFY(notice()->isVisible());
    QCOMPARE(notice()->text().title, errorSentence(error).happened);
    QVERIFY(!notice()->text().text.isEmpty());
    QVERIFY(notice()->text().smallPrint.contains(errorCodeName(code)));
    QCOMPARE(actions().size(), buttons);
    QVERIFY2(!notice()->visibleRegion().isEmpty(), "the notice is out of sight");
    QCOMPARE(testing::unnamedControls(*m_form), QStringList());
}

void tst_SigningForm::aNewCodeIsOneButtonAway()
{
    enterRelay({}, u"https://relay.example.com"_s);
    makeForm();
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    m_form->resume({ ErrorCode::PhoneSessionExpired, {}, {} });
    QSignalSpy again(m_form.get(), &SigningForm::signRequested);
    notice()->findChild<QPushButton*>(u"noticeAction"_s)->click();
    QCOMPARE(again.count(), 1);
}

void tst_SigningForm::anotherRelayIsOneButtonAway()
{
    enterRelay({}, u"https://relay.example.com"_s);
    makeForm();
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    m_form->resume({ ErrorCode::RelayUntrusted, {}, {} });
    notice()->findChild<QPushButton*>(u"noticeAction"_s)->click();
    QVERIFY(m_form->findChild<mobile::RelaysDialog*>()->isVisible());
}

void tst_SigningForm::droppedFilesAreSignedToo()
{
    enterRelay({}, u"https://relay.example.com"_s);
    makeForm();
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(write(u"附件.pdf"_s, testing::samples::twoPages())),
        QUrl::fromLocalFile(write(u"说明.txt"_s, "text")) });
    QDragEnterEvent enter({ 100, 100 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_form.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({ 100, 100 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_form.get(), &drop);
    QCOMPARE(m_form->moreFiles().rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(button("signNow")->isEnabled(), kLong);
    QVERIFY2(button("signNow")->text().contains(u'2'), qPrintable(button("signNow")->text()));
    const auto order = m_form->takeOrder();
    QCOMPARE(order.signers[0].requests.size(), std::size_t(2));
    QVERIFY(order.signers[0].requests[1].output.endsWith(u"附件_已签章.pdf"_s));
}

void tst_SigningForm::aFileThatCannotBeSignedKeepsTheButtonOff()
{
    enterRelay({}, u"https://relay.example.com"_s);
    makeForm();
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    m_form->moreFiles().add({ write(u"残缺.pdf"_s, testing::samples::truncated()) });
    QTRY_COMPARE_WITH_TIMEOUT(m_form->moreFiles().unfitCount(), 1, kLong);
    QVERIFY(!button("signNow")->isEnabled());
    button("removeUnfitFiles")->click();
    QVERIFY(button("signNow")->isEnabled());
}

void tst_SigningForm::theErrorOfOneOfSeveralFilesNamesIt()
{
    makeForm();
    m_form->moreFiles().add({ write(u"附件.pdf"_s, testing::samples::twoPages()) });
    Error error { ErrorCode::DocumentRefusedBySecondReader, {}, {} };
    error.facts.name = u"附件.pdf"_s;
    m_form->resume(error);
    QVERIFY2(notice()->text().title.contains(u"附件.pdf"_s), qPrintable(notice()->text().title));
}

void tst_SigningForm::everyControlHasANameWithThePhone()
{
    enterRelay({}, u"https://relay.example.com"_s);
    makeForm();
    QTest::mouseClick(phoneCard(), Qt::LeftButton);
    m_form->moreFiles().add({ write(u"附件.pdf"_s, testing::samples::twoPages()) });
    QCOMPARE(testing::unnamedControls(*m_form), QStringList());
}

QTEST_MAIN(tst_SigningForm)
#include "tst_SigningForm.moc"
