#include "tests/support/Judges.h"
#include "tests/support/OpenGate.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/ScriptedModule.h"
#include "tests/support/SoftHsmTokens.h"
#include "ui/signing/KeyCard.h"
#include "ui/signing/MoreFiles.h"
#include "ui/signing/PinEdit.h"
#include "ui/signing/SigningSheet.h"
#include "ui/style/Notice.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::signing;
using demonstration::CertificateMint;
using demonstration::CertificateOrder;
using demonstration::KeyUse;
using demonstration::Validity;
using test::ScriptedModule;
using test::SoftHsmTokens;

namespace {

constexpr int kLong = 30000; // ms
constexpr std::string_view kPin = "482913";
const QString kPinText = u"482913"_s;

demonstration::TokenKeyOrder keyOrder(const CertificateMint& mint, const CertificateOrder& order, const char* id)
{
    auto key = mint.issue(order);
    if (!key)
        qFatal("no key");
    return { .key = *key, .label = QString::fromLatin1(id), .id = id };
}

} // namespace

/// The real sheet with a real token, as a person would use it.
class tst_SigningSheet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void offersOnlyWhatCanSign();
    void signsWithThePinAndShowsTheResult();
    void aWrongPinComesBackToThePin();
    void theLastTryIsAskedFor();
    void aLockedPinSaysWhatToDo();
    void putAwaySheetForgetsThePin();
    void leavingWhileSigningAsks();
    void aWaitingDriverCanBeCancelled();
    void anotherHoldersSealWantsAClick();
    void anotherHoldersSealCanWaitForAnotherCertificate();
    void theHolderQuestionCanBeCancelled();
    void severalFilesTakeOnePin();
    void whatStandsInTheWayIsSaidBeforeThePin();
    void aComputerThatWasMendedSigns();
    void whatCannotBeToldWantsAClick();
    void whatCannotBeToldCanEndIt();

private:
    void placeSealOf(const QString& holder);
    style::Notice* holderQuestion() const { return m_sheet->findChild<style::Notice*>(u"holderQuestion"_s); }
    style::Notice* unknownQuestion() const { return m_sheet->findChild<style::Notice*>(u"unknownQuestion"_s); }
    style::Notice* fitness() const { return m_sheet->findChild<style::Notice*>(u"fitnessNotice"_s); }
    static QList<QPushButton*> answersOf(const style::Notice* notice)
    {
        return notice->findChildren<QPushButton*>(u"noticeAction"_s);
    }
    QList<QPushButton*> answers() const { return answersOf(holderQuestion()); }
    void signUntilUnknown();
    void signUntilAsked();
    void makeSheet(const QString& module);
    QList<KeyCard*> cards() const; ///< of tokens
    KeyCard* usableCard() const;
    void chooseKey();
    PinEdit* pin() const { return m_sheet->findChild<PinEdit*>(u"pin"_s); }
    QPushButton* button(const char* name) const { return m_sheet->findChild<QPushButton*>(QString::fromLatin1(name)); }
    style::Notice* notice() const { return m_sheet->findChild<style::Notice*>(u"signingNotice"_s); }

    QTemporaryDir m_folder;
    std::unique_ptr<SoftHsmTokens> m_tokens;
    std::shared_ptr<testing::OpenGate> m_gate = std::make_shared<testing::OpenGate>();
    std::unique_ptr<KeyWatch> m_watch;
    std::unique_ptr<document::DocumentSession> m_session;
    std::unique_ptr<SigningSheet> m_sheet;
};

void tst_SigningSheet::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    const auto mint = CertificateMint::create();
    QVERIFY(mint);
    m_tokens = std::make_unique<SoftHsmTokens>();
    m_tokens->add(u"示例UKey"_s, kPin,
        { keyOrder(*mint, {}, "1"), keyOrder(*mint, { .keyUse = KeyUse::Encryption }, "2"),
            keyOrder(*mint, { .validity = Validity::years(2021, 2023) }, "3") });
}

void tst_SigningSheet::init()
{
    m_gate->answer(environment::Report());
    m_gate->setSealOfAnotherHolder(environment::AnotherHoldersSeal::Refuse);
    QSettings().clear();
    const auto path = m_folder.filePath(u"样章文件.pdf"_s);
    QFile::remove(m_folder.filePath(u"样章文件_已签章.pdf"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(testing::samples::twoPages());
    file.close();
    m_session = std::make_unique<document::DocumentSession>();
    QSignalSpy opened(m_session.get(), &document::DocumentSession::opened);
    m_session->open(path);
    QVERIFY(opened.wait(kLong));
}

void tst_SigningSheet::cleanup()
{
    m_sheet.reset();
    m_watch.reset();
    m_session.reset();
}

void tst_SigningSheet::makeSheet(const QString& module)
{
    m_watch = std::make_unique<KeyWatch>(QString(), [module] { return QStringList { module }; });
    m_sheet = std::make_unique<SigningSheet>(*m_watch,
        SigningSurroundings { std::make_shared<const FixedClock>(QDateTime({ 2026, 5, 1 }, { 8, 0 }, Qt::UTC)),
            m_folder.filePath(u"journal.sqlite"_s), m_gate });
    m_sheet->resize(480, 720);
    m_sheet->show();
    m_sheet->activateWindow();
    m_sheet->begin(*m_session); // before anyone knows a key: it must not wait
    m_watch->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_watch->hasLooked(), kLong);
}

QList<KeyCard*> tst_SigningSheet::cards() const
{
    auto cards = m_sheet->findChildren<KeyCard*>(u"keyCard"_s);
    erase_if(cards, [](const KeyCard* card) { return card->id().startsWith("mobile:"_L1); });
    return cards;
}

KeyCard* tst_SigningSheet::usableCard() const
{
    for (KeyCard* card : cards())
        if (card->isEnabled())
            return card;
    return nullptr;
}

void tst_SigningSheet::chooseKey()
{
    QVERIFY(usableCard());
    usableCard()->click();
    QTRY_VERIFY(!m_sheet->findChild<QLabel*>(u"outputName"_s)->text().isEmpty());
}

void tst_SigningSheet::offersOnlyWhatCanSign()
{
    makeSheet(SoftHsmTokens::module());
    QCOMPARE(cards().size(), 2); // the encryption certificate is not there
    const auto all = cards();
    const auto expired = std::find_if(all.begin(), all.end(), [](const KeyCard* card) { return !card->isEnabled(); });
    QVERIFY(expired != all.end());
    QVERIFY((*expired)->cardText().state.contains(u"Expired"_s));
    QVERIFY(usableCard()->cardText().lines.join(u' ').contains(u"示例UKey"_s));
    QVERIFY(!button("signNow")->isEnabled()); // no PIN yet
}

void tst_SigningSheet::signsWithThePinAndShowsTheResult()
{
    makeSheet(SoftHsmTokens::module());
    chooseKey();
    QSignalSpy documentSigned(m_sheet.get(), &SigningSheet::documentSigned);
    QTest::keyClicks(pin(), kPinText);
    QTRY_VERIFY(button("signNow")->isEnabled());
    QTest::keyClick(pin(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(documentSigned.count(), 1, kLong);

    const auto output = m_folder.filePath(u"样章文件_已签章.pdf"_s);
    QVERIFY(testing::pdfsig(output).at(0).isValid);
    QCOMPARE(m_sheet->findChild<QLabel*>(u"signedFileName"_s)->text(), u"样章文件_已签章.pdf"_s);
    const auto* verdict = m_sheet->findChild<style::Notice*>(u"resultVerdict"_s);
    QVERIFY(verdict->text().tone != style::Tone::Good);
    QSignalSpy open(m_sheet.get(), &SigningSheet::openRequested);
    button("openSigned")->click();
    QCOMPARE(open.first().first().toString(), output);
}

void tst_SigningSheet::aWrongPinComesBackToThePin()
{
    makeSheet(SoftHsmTokens::module());
    chooseKey();
    QTest::keyClicks(pin(), u"000000"_s);
    QTest::keyClick(pin(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_sheet->isSigning() && notice()->isVisible(), kLong);
    QVERIFY(notice()->text().smallPrint.contains(u"pin-wrong"_s));
    QVERIFY(pin()->isEmpty());
    QVERIFY(pin()->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), pin());
    // Still said after the token has told that a wrong PIN was entered.
    QTRY_VERIFY_WITH_TIMEOUT(!usableCard()->cardText().state.isEmpty(), kLong);
    QVERIFY(notice()->isVisible());
    QVERIFY(!QFile::exists(m_folder.filePath(u"样章文件_已签章.pdf"_s)));
}

void tst_SigningSheet::theLastTryIsAskedFor()
{
    ScriptedModule script;
    script.set("tries", "2");
    makeSheet(ScriptedModule::path());
    chooseKey();
    QTest::keyClicks(pin(), u"000000"_s);
    QTest::keyClick(pin(), Qt::Key_Return);
    auto* agree = m_sheet->findChild<QCheckBox*>(u"useLastTry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(agree->isVisible(), kLong);
    QCOMPARE(script.counted("logins"), 1);
    QTest::keyClicks(pin(), kPinText);
    QVERIFY2(!button("signNow")->isEnabled(), "the last try must be agreed to first");
    QTest::keyClick(pin(), Qt::Key_Return);
    QCOMPARE(script.counted("logins"), 1);
    agree->click();
    QVERIFY(button("signNow")->isEnabled());
    QSignalSpy documentSigned(m_sheet.get(), &SigningSheet::documentSigned);
    button("signNow")->click();
    QTRY_COMPARE_WITH_TIMEOUT(documentSigned.count(), 1, kLong);
}

void tst_SigningSheet::aLockedPinSaysWhatToDo()
{
    ScriptedModule script;
    script.set("tries", "1");
    makeSheet(ScriptedModule::path());
    chooseKey();
    if (auto* agree = m_sheet->findChild<QCheckBox*>(u"useLastTry"_s); agree->isVisible())
        agree->click();
    QTest::keyClicks(pin(), u"000000"_s);
    QTest::keyClick(pin(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_sheet->isSigning() && notice()->isVisible(), kLong);
    QVERIFY(notice()->text().smallPrint.contains(u"pin-locked"_s));
    QVERIFY(!notice()->text().text.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!pin()->isVisible(), kLong); // nothing to type any more
    QVERIFY(!button("signNow")->isEnabled());
}

void tst_SigningSheet::putAwaySheetForgetsThePin()
{
    makeSheet(SoftHsmTokens::module());
    chooseKey();
    QTest::keyClicks(pin(), kPinText);
    QVERIFY(!pin()->isEmpty());
    m_sheet->hide();
    QVERIFY(pin()->isEmpty());
}

void tst_SigningSheet::leavingWhileSigningAsks()
{
    ScriptedModule script;
    script.set("sign", "hang");
    makeSheet(ScriptedModule::path());
    chooseKey();
    QTest::keyClicks(pin(), kPinText);
    QTest::keyClick(pin(), Qt::Key_Return);
    QVERIFY(m_sheet->isSigning());
    QSignalSpy leave(m_sheet.get(), &SigningSheet::leaveConfirmed);
    m_sheet->askBeforeLeaving();
    QVERIFY(m_sheet->isSigning()); // asking does not stop anything
    const auto answers = m_sheet->findChildren<QPushButton*>(u"noticeAction"_s);
    QCOMPARE(answers.size(), 2);
    answers.last()->click();
    QTRY_COMPARE_WITH_TIMEOUT(leave.count(), 1, kLong);
    QVERIFY(!m_sheet->isSigning());
    QVERIFY(!QFile::exists(m_folder.filePath(u"样章文件_已签章.pdf"_s)));
}

void tst_SigningSheet::aWaitingDriverCanBeCancelled()
{
    ScriptedModule script;
    script.set("sign", "hang");
    makeSheet(ScriptedModule::path());
    chooseKey();
    QTest::keyClicks(pin(), kPinText);
    QTest::keyClick(pin(), Qt::Key_Return);
    auto* cancel = button("cancelSigning");
    QTRY_VERIFY(cancel->isVisible());
    cancel->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_sheet->isSigning(), kLong);
    QVERIFY(notice()->isVisible());
    QCOMPARE(notice()->text().tone, style::Tone::Neutral); // somebody wanted it: no alarm
    QVERIFY(pin()->isEmpty());
}

void tst_SigningSheet::placeSealOf(const QString& holder)
{
    QImage picture(200, 200, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    QVERIFY(m_session->placeInMiddle({ u"1"_s, u"样章"_s, seal::Kind::Company, picture, { 42, 42 }, holder }, 1));
}

void tst_SigningSheet::signUntilAsked()
{
    m_gate->setSealOfAnotherHolder(environment::AnotherHoldersSeal::Ask);
    placeSealOf(u"另一家示例公司"_s);
    makeSheet(SoftHsmTokens::module());
    chooseKey();
    QTest::keyClicks(pin(), kPinText);
    QTRY_VERIFY(button("signNow")->isEnabled());
    QTest::keyClick(pin(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(holderQuestion()->isVisible(), kLong);
    QVERIFY(holderQuestion()->text().text.contains(u"另一家示例公司"_s));
    QVERIFY(holderQuestion()->text().text.contains(usableCard()->cardText().holder));
    QCOMPARE(answers().size(), 2);
    QTRY_VERIFY(answers().first()->hasFocus()); // Return alone signs nothing
    QVERIFY(m_sheet->isSigning());
}

void tst_SigningSheet::anotherHoldersSealWantsAClick()
{
    signUntilAsked();
    QSignalSpy documentSigned(m_sheet.get(), &SigningSheet::documentSigned);
    answers().last()->click();
    QVERIFY(!holderQuestion()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(documentSigned.count(), 1, kLong);
}

void tst_SigningSheet::anotherHoldersSealCanWaitForAnotherCertificate()
{
    signUntilAsked();
    answers().first()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_sheet->isSigning() && notice()->isVisible(), kLong);
    QVERIFY(notice()->text().smallPrint.contains(u"holder-differs"_s));
    QVERIFY(!QFile::exists(m_folder.filePath(u"样章文件_已签章.pdf"_s)));
}

void tst_SigningSheet::theHolderQuestionCanBeCancelled()
{
    signUntilAsked();
    QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!m_sheet->isSigning(), kLong);
    QVERIFY(!holderQuestion()->isVisible());
    QCOMPARE(notice()->text().tone, style::Tone::Neutral);
}

void tst_SigningSheet::severalFilesTakeOnePin()
{
    ScriptedModule script;
    placeSealOf({});
    makeSheet(ScriptedModule::path());
    chooseKey();
    QStringList more;
    for (int i = 1; i <= 3; ++i) {
        QFile file(m_folder.filePath(u"附件%1.pdf"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(testing::samples::twoPages());
        more << file.fileName();
    }
    m_sheet->findChild<MoreFiles*>()->add(more);
    QTest::keyClicks(pin(), kPinText);
    QTRY_VERIFY_WITH_TIMEOUT(button("signNow")->isEnabled(), kLong);
    QSignalSpy documentSigned(m_sheet.get(), &SigningSheet::documentSigned);
    QTest::keyClick(pin(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(documentSigned.count(), 1, kLong);
    QCOMPARE(script.counted("logins"), 1);

    auto* list = m_sheet->findChild<QListWidget*>(u"signedFiles"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 4);
    for (int i = 1; i <= 3; ++i) {
        const auto output = m_folder.filePath(u"附件%1_已签章.pdf"_s.arg(i));
        QVERIFY(testing::pdfsig(output).at(0).isValid);
        QVERIFY(QFile::remove(output));
    }
    QSignalSpy open(m_sheet.get(), &SigningSheet::openRequested);
    list->setCurrentRow(2);
    button("openSigned")->click();
    QCOMPARE(open.first().first().toString(), m_folder.filePath(u"附件2_已签章.pdf"_s));
}

void tst_SigningSheet::whatStandsInTheWayIsSaidBeforeThePin()
{
    m_gate->answer(environment::failed("full", u"The folder {folder} is full."_s)
                       .means(u"A signed file would be cut off."_s)
                       .todo(u"Make room."_s)
                       .with({ u"folder"_s, u"out"_s, environment::Privacy::Personal }));
    makeSheet(SoftHsmTokens::module());
    chooseKey();
    QTRY_VERIFY_WITH_TIMEOUT(fitness()->isVisible(), kLong);
    QCOMPARE(fitness()->text().title, u"The folder out is full."_s);
    QVERIFY(fitness()->text().text.contains(u"Make room."_s));
    QTest::keyClicks(pin(), kPinText);
    QVERIFY(!button("signNow")->isEnabled());
    QSignalSpy wanted(m_sheet.get(), &SigningSheet::selfCheckRequested);
    answersOf(fitness()).last()->click();
    QCOMPARE(wanted.count(), 1);
}

void tst_SigningSheet::aComputerThatWasMendedSigns()
{
    m_gate->answer(environment::failed("full", u"Full."_s).means(u"Cut off."_s).todo(u"Make room."_s));
    makeSheet(SoftHsmTokens::module());
    chooseKey();
    QTRY_VERIFY_WITH_TIMEOUT(fitness()->isVisible(), kLong);
    m_gate->answer(environment::Report());
    answersOf(fitness()).first()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!fitness()->isVisible(), kLong);
    QTest::keyClicks(pin(), kPinText);
    QTRY_VERIFY(button("signNow")->isEnabled());
    QSignalSpy documentSigned(m_sheet.get(), &SigningSheet::documentSigned);
    QTest::keyClick(pin(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(documentSigned.count(), 1, kLong);
}

/// Until somebody signs nothing is said of it.
void tst_SigningSheet::signUntilUnknown()
{
    m_gate->answer(environment::couldNotTell("silent", u"Nobody told the time."_s).todo(u"Compare the clock."_s));
    makeSheet(SoftHsmTokens::module());
    chooseKey();
    QTest::keyClicks(pin(), kPinText);
    QTRY_VERIFY(button("signNow")->isEnabled());
    QVERIFY(!fitness()->isVisible());
    QTest::keyClick(pin(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(unknownQuestion()->isVisible(), kLong);
    QCOMPARE(unknownQuestion()->text().title, u"Nobody told the time."_s);
    QTRY_VERIFY(answersOf(unknownQuestion()).first()->hasFocus()); // Return alone signs nothing
}

void tst_SigningSheet::whatCannotBeToldWantsAClick()
{
    signUntilUnknown();
    QSignalSpy documentSigned(m_sheet.get(), &SigningSheet::documentSigned);
    answersOf(unknownQuestion()).last()->click();
    QVERIFY(!unknownQuestion()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(documentSigned.count(), 1, kLong);
    const auto journal = journal::Journal::open(m_folder.filePath(u"journal.sqlite"_s));
    QVERIFY(journal);
    QCOMPARE((*journal)->entries()->front().agreedUnknown, QStringList { u"sample"_s });
}

void tst_SigningSheet::whatCannotBeToldCanEndIt()
{
    signUntilUnknown();
    answersOf(unknownQuestion()).first()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_sheet->isSigning() && notice()->isVisible(), kLong);
    QVERIFY(notice()->text().smallPrint.contains(u"environment-unclear"_s));
    QVERIFY(!QFile::exists(m_folder.filePath(u"样章文件_已签章.pdf"_s)));
}

QTEST_MAIN(tst_SigningSheet)
#include "tst_SigningSheet.moc"
