#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/OpenGate.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/SoftHsmTokens.h"
#include "ui/signing/KeyCard.h"
#include "ui/signing/KeyWatch.h"
#include "ui/signing/PinArea.h"
#include "ui/signing/PinEdit.h"
#include "ui/signing/SignerSection.h"
#include "ui/signing/SigningSheet.h"
#include "ui/style/Notice.h"
#include "ui/style/Theme.h"

#include "translations/OwnTranslation.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::signing;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using demonstration::CertificateMint;

namespace {

constexpr int kLong = 30'000; // ms
const QByteArray kPin = "739154";

seal::Seal sealOf(const QString& name, const QString& holder, double sideMm)
{
    QImage picture(300, 300, QImage::Format_ARGB32);
    picture.fill(qRgba(200, 30, 40, 255));
    seal::Seal seal { name, name, seal::Kind::Company, picture, { sideMm, sideMm } };
    seal.certificates = { { u"00"_s, holder } };
    return seal;
}

} // namespace

/// Seals of two holders on one document: two key cards, two PINs, one run.
class tst_TwoSigners : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void oneHolderNeedsOneKey();
    void bothSignInOneRun();
    void aKeyOfAnotherHolderIsNotChosenByItself();
    void nothingIsSignedWhileAChecklistMissesSomething();
    void looksWell();

private:
    SignerSection* further() const
    {
        auto* section = m_sheet->findChild<SignerSection*>(u"furtherSigner"_s);
        return section && section->isVisibleTo(m_sheet.get()) ? section : nullptr;
    }
    /// The card of that holder, below `part`.
    static KeyCard* cardOf(const QWidget* part, const QString& holder)
    {
        for (auto* card : part->findChildren<KeyCard*>()) {
            if (card->cardText().holder == holder)
                return card;
        }
        return nullptr;
    }
    /// The chooser of the first signer: what is not in the section of the second.
    KeyCard* firstCard(const QString& holder) const
    {
        for (auto* card : m_sheet->findChildren<KeyCard*>()) {
            if (card->cardText().holder == holder && !(further() && further()->isAncestorOf(card)))
                return card;
        }
        return nullptr;
    }
    PinEdit* firstPin() const
    {
        for (auto* pin : m_sheet->findChildren<PinEdit*>(u"pin"_s)) {
            if (!further() || !further()->isAncestorOf(pin))
                return pin;
        }
        return nullptr;
    }
    QPushButton* signButton() const { return m_sheet->findChild<QPushButton*>(u"signNow"_s); }
    void place(const seal::Seal& seal, double x)
    {
        QVERIFY(m_session->placeSeal(seal, { 0, { x, 100 }, seal.sizeMm, 0 }));
    }
    void makeSheet();

    const QString m_company = demonstration::sampleSupplier().name;
    const QString m_person = demonstration::samplePurchaser().name;
    QTemporaryDir m_folder;
    std::unique_ptr<SoftHsmTokens> m_tokens;
    std::shared_ptr<testing::OpenGate> m_gate = std::make_shared<testing::OpenGate>();
    std::unique_ptr<KeyWatch> m_watch;
    std::unique_ptr<document::DocumentSession> m_session;
    std::unique_ptr<SigningSheet> m_sheet;
};

void tst_TwoSigners::initTestCase()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    style::applyTheme(*qApp);
    const auto mint = CertificateMint::create();
    QVERIFY(mint);
    m_tokens = std::make_unique<SoftHsmTokens>();
    m_tokens->add(u"示例公司UKey"_s, kPin.constData(), { { .key = *mint->issue(), .label = u"1"_s, .id = "\x01" } });
    m_tokens->add(u"示例个人UKey"_s, kPin.constData(),
        { { .key = *mint->issue({ .company = demonstration::samplePurchaser() }), .label = u"2"_s, .id = "\x02" } });
}

void tst_TwoSigners::init()
{
    m_gate->answer(environment::Report());
    QSettings().clear();
    m_sheet.reset();
    m_watch.reset();
    const auto path = m_folder.filePath(u"样章文件.pdf"_s);
    QFile::remove(m_folder.filePath(u"样章文件_已签章.pdf"_s));
    QVERIFY(testing::writeFile(path, testing::samples::twoPages()));
    m_session = std::make_unique<document::DocumentSession>();
    QSignalSpy opened(m_session.get(), &document::DocumentSession::opened);
    m_session->open(path);
    QVERIFY(opened.wait(kLong));
}

void tst_TwoSigners::makeSheet()
{
    m_watch = std::make_unique<KeyWatch>(QString(), [] { return QStringList { SoftHsmTokens::module() }; });
    m_sheet = std::make_unique<SigningSheet>(*m_watch,
        SigningSurroundings { std::make_shared<const FixedClock>(QDateTime({ 2026, 5, 1 }, { 8, 0 }, Qt::UTC)),
            m_folder.filePath(u"journal.sqlite"_s), m_gate });
    m_sheet->resize(480, 1100);
    m_sheet->show();
    m_sheet->begin(*m_session);
    m_watch->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_watch->hasLooked(), kLong);
    QTRY_VERIFY(!m_sheet->findChild<QLabel*>(u"outputName"_s)->text().isEmpty());
}

void tst_TwoSigners::oneHolderNeedsOneKey()
{
    place(sealOf(u"公章"_s, m_company, 42), 60);
    place(sealOf(u"合同专用章"_s, m_company, 40), 120);
    makeSheet();
    QVERIFY(!further());
}

void tst_TwoSigners::bothSignInOneRun()
{
    place(sealOf(u"公章"_s, m_company, 42), 60);
    place(sealOf(u"公章"_s, m_company, 42), 110);
    place(sealOf(u"法定代表人章"_s, m_person, 20), 160);
    makeSheet();
    QVERIFY(further());
    // Each has chosen the only certificate that fits by itself.
    QVERIFY(firstCard(m_company)->isChecked());
    QVERIFY(cardOf(further(), m_person)->isChecked());
    QTest::keyClicks(firstPin(), QString::fromLatin1(kPin));
    QVERIFY2(!signButton()->isEnabled(), "the second PIN is missing");
    QTest::keyClicks(&further()->pinArea().pin(), QString::fromLatin1(kPin));
    QTRY_VERIFY(signButton()->isEnabled());
    QSignalSpy documentSigned(m_sheet.get(), &SigningSheet::documentSigned);
    signButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(documentSigned.count(), 1, kLong);

    const auto verdicts = testing::pdfsig(m_folder.filePath(u"样章文件_已签章.pdf"_s));
    QCOMPARE(verdicts.size(), std::size_t(3)); // two fields of the company's signature, one of the person's
    for (const auto& verdict : verdicts)
        QVERIFY(verdict.isValid);
    QCOMPARE(verdicts.back().signer, m_person);
    QVERIFY(testing::mupdfFindsOnlySignatures(m_folder.filePath(u"样章文件_已签章.pdf"_s)));
}

void tst_TwoSigners::aKeyOfAnotherHolderIsNotChosenByItself()
{
    place(sealOf(u"公章"_s, u"另一示例公司"_s, 42), 60);
    makeSheet();
    QVERIFY(!firstCard(m_company)->isChecked());
    QVERIFY(!firstCard(m_person)->isChecked());
    QCOMPARE(firstCard(m_company)->cardText().stateTone, style::Tone::Caution);
}

void tst_TwoSigners::nothingIsSignedWhileAChecklistMissesSomething()
{
    place(sealOf(u"公章"_s, m_company, 42), 60);
    makeSheet();
    QTest::keyClicks(firstPin(), QString::fromLatin1(kPin));
    QTRY_VERIFY(signButton()->isEnabled());
    m_sheet->setChecklistMissing({ u"投标函"_s });
    QVERIFY(!signButton()->isEnabled());
    const auto* notice = m_sheet->findChild<style::Notice*>(u"checklistNotice"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().title.contains(u"投标函"_s));
    m_sheet->setChecklistMissing({});
    QVERIFY(signButton()->isEnabled());
    QVERIFY(!notice->isVisible());
}

void tst_TwoSigners::looksWell()
{
    const QString folder = qEnvironmentVariable("BIDSEAL_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("BIDSEAL_SCREENSHOTS names no folder");
    place(sealOf(u"公章"_s, m_company, 42), 60);
    place(sealOf(u"法定代表人章"_s, m_person, 20), 160);
    makeSheet();
    QTest::qWait(200);
    QVERIFY(m_sheet->grab().save(folder + u"/two-signers.png"_s));
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    if (qEnvironmentVariable("BIDSEAL_LANGUAGE") == u"zh_CN"_s)
        installOwnTranslation(application, QLocale(QLocale::Chinese, QLocale::China));
    tst_TwoSigners test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_TwoSigners.moc"
