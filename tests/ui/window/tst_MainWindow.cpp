#include "tests/support/AccessibilityWalk.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/SoftHsmTokens.h"
#include "tests/ui/environment/ScriptedComputer.h"
#include "ui/document/DocumentView.h"
#include "ui/seal/SealModel.h"
#include "ui/signing/KeyWatch.h"
#include "ui/signing/PinEdit.h"
#include "ui/start/RecentFiles.h"
#include "ui/style/Notice.h"
#include "ui/style/Theme.h"
#include "ui/window/HelpDialog.h"
#include "ui/window/MainWindow.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace Qt::StringLiterals;
using namespace bidseal;

namespace {
constexpr int kLong = 20000; // ms
} // namespace

class tst_MainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyControlHasAName();
    void aFileThatIsNoPdfSaysWhy();
    void aPasswordIsAskedForInPlace();
    void leavingUnsignedSealsAsksOnce();
    void everythingCanHaveTheFocus();
    void theShieldSaysWhatIsKnown();
    void theShieldLeadsToTheSelfCheckAndBack();
    void aFileThatIsOpenedLeavesTheSelfCheck();
    void whatIsAboutTheDocumentLeadsBackToIt();
    void theSelfCheckKnowsWhereTheDocumentGoes();
    void aKeyThatComesLaterIsLookedAt();
    void theSmallestWindowKeepsWhatMatters();

private:
    QAbstractButton* shield() const { return m_window->findChild<QAbstractButton*>(u"shield"_s); }
    QWidget* selfCheckPage() const { return m_window->findChild<QWidget*>(u"selfCheckPage"_s); }
    void lookAndWait();
    void openSample();
    QString write(const QString& name, const QByteArray& content);

    QTemporaryDir m_folder;
    std::unique_ptr<signing::KeyWatch> m_keys;
    std::unique_ptr<seal::SealModel> m_seals;
    std::unique_ptr<start::RecentFiles> m_recent;
    testing::ScriptedComputer m_computer;
    std::unique_ptr<environment::SelfCheckModel> m_selfCheck;
    std::unique_ptr<window::MainWindow> m_window;
};

void tst_MainWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    style::applyTheme(*qApp, style::Appearance::Light);
}

void tst_MainWindow::init()
{
    QSettings().clear();
    m_keys = std::make_unique<signing::KeyWatch>(QString(), [] { return QStringList(); });
    m_seals = std::make_unique<seal::SealModel>(seal::SealLibrary(m_folder.filePath(u"seals"_s)));
    m_recent = std::make_unique<start::RecentFiles>();
    m_computer = testing::ScriptedComputer();
    m_computer.set({ "first", environment::Group::System, environment::Requirement::MustPass,
        testing::always(environment::passed("well", u"All is well."_s)) });
    const auto sources = m_computer.sources();
    m_selfCheck = std::make_unique<environment::SelfCheckModel>(sources);
    m_window = std::make_unique<window::MainWindow>(window::WindowServices { *m_keys, *m_seals, *m_recent,
        { std::make_shared<const SystemClock>(), m_folder.filePath(u"journal.sqlite"_s), sources.readiness },
        *m_selfCheck, m_folder.filePath(u"plans"_s) });
    m_window->show();
    m_keys->start();
    m_seals->load();
}

void tst_MainWindow::cleanup()
{
    m_window.reset();
    m_selfCheck.reset();
    m_recent.reset();
    m_seals.reset();
    m_keys.reset();
}

QString tst_MainWindow::write(const QString& name, const QByteArray& content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the sample");
    return file.fileName();
}

void tst_MainWindow::openSample()
{
    m_window->open(write(u"样章文件.pdf"_s, testing::samples::twoPages()));
    auto* view = m_window->findChild<document::DocumentView*>(u"view"_s);
    QTRY_VERIFY_WITH_TIMEOUT(view->pageCount() == 2, kLong);
}

void tst_MainWindow::lookAndWait()
{
    QSignalSpy finished(m_selfCheck.get(), &environment::SelfCheckModel::finished);
    m_selfCheck->lookAtStart();
    QVERIFY(finished.wait(kLong));
}

void tst_MainWindow::everyControlHasAName()
{
    QPushButton unnamed(m_window.get()); // the walk finds what it looks for
    unnamed.show();
    QCOMPARE(testing::unnamedControls(*m_window).size(), 1);
    unnamed.hide();
    QCOMPARE(testing::unnamedControls(*m_window), QStringList()); // the start page
    openSample();
    QCOMPARE(testing::unnamedControls(*m_window), QStringList());
    m_window->findChild<QPushButton*>(u"sign"_s)->click();
    QTRY_VERIFY(m_window->findChild<QPushButton*>(u"signNow"_s)->isVisible());
    QCOMPARE(testing::unnamedControls(*m_window), QStringList());
    auto* help = new window::HelpDialog;
    help->show();
    QCOMPARE(testing::unnamedControls(*help), QStringList());
    help->close();
}

void tst_MainWindow::aFileThatIsNoPdfSaysWhy()
{
    m_window->open(write(u"不是.pdf"_s, "This is a letter.\n"));
    auto* notice = m_window->findChild<style::Notice*>(u"startNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kLong);
    QVERIFY(notice->text().title.contains(u"不是.pdf"_s));
    QVERIFY(notice->text().smallPrint.contains(u"not-a-pdf"_s));
    QVERIFY(!notice->text().text.isEmpty());
    openSample(); // and the program goes on
}

void tst_MainWindow::aPasswordIsAskedForInPlace()
{
    const auto plain = write(u"明文.pdf"_s, testing::samples::twoPages());
    const auto locked = m_folder.filePath(u"加密.pdf"_s);
    QVERIFY(testing::qpdfConverts(plain, { u"--encrypt"_s, u"sample"_s, u"owner"_s, u"256"_s, u"--"_s }, locked));
    m_window->open(locked);
    const auto field = [this] { return m_window->findChildren<signing::PinEdit*>(u"documentPassword"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(!field().isEmpty(), kLong);
    QVERIFY(!QApplication::activeModalWidget());
    QTest::keyClicks(field().last(), u"wrong"_s);
    QTest::keyClick(field().last(), Qt::Key_Return);
    auto* notice = m_window->findChild<style::Notice*>(u"startNotice"_s);
    QTRY_COMPARE_WITH_TIMEOUT(notice->text().tone, style::Tone::Caution, kLong);
    QTest::keyClicks(field().last(), u"sample"_s);
    QTest::keyClick(field().last(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->findChild<document::DocumentView*>(u"view"_s)->pageCount(), 2, kLong);
}

void tst_MainWindow::leavingUnsignedSealsAsksOnce()
{
    openSample();
    auto* view = m_window->findChild<document::DocumentView*>(u"view"_s);
    QImage picture(100, 100, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    view->placeInMiddle({ u"1"_s, u"样章"_s, seal::Kind::Company, picture, { 42, 42 } });
    m_window->close();
    QVERIFY(m_window->isVisible());
    auto* question = m_window->findChild<QMessageBox*>();
    QVERIFY(question && question->isVisible());
    QCOMPARE(testing::unnamedControls(*question), QStringList());
    for (auto* button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    QTRY_VERIFY(!m_window->isVisible());
}

void tst_MainWindow::everythingCanHaveTheFocus()
{
    openSample();
    for (auto* button : m_window->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->isEnabled() && !button->objectName().startsWith("qt_"_L1)
            && !button->objectName().startsWith("Scroll"_L1))
            QVERIFY2(button->focusPolicy() & Qt::TabFocus,
                qPrintable(button->text() + button->objectName() + button->toolTip()));
    }
}

void tst_MainWindow::theShieldSaysWhatIsKnown()
{
    using environment::Requirement;
    QCOMPARE(shield()->text(), u"Looking…"_s);
    lookAndWait();
    QTRY_COMPARE_WITH_TIMEOUT(shield()->text(), u"Ready"_s, kLong);
    m_computer.set({ "second", environment::Group::Clock, Requirement::MustPass,
        testing::always(environment::couldNotTell("unclear", u"Nobody knows."_s).todo(u"Ask."_s)) });
    m_selfCheck->runAgain({ u"second"_s });
    // A rule that was not there when the computer was looked at is advisory; a new look goes by it.
    m_selfCheck->renewDrivers();
    lookAndWait();
    QTRY_COMPARE_WITH_TIMEOUT(shield()->text(), u"Attention"_s, kLong);
    m_computer.set({ "first", environment::Group::System, Requirement::MustPass,
        testing::always(environment::failed("broken", u"It is broken."_s).todo(u"Mend it."_s)) });
    m_selfCheck->runAgain({ u"first"_s });
    QTRY_COMPARE_WITH_TIMEOUT(shield()->text(), u"Not fit"_s, kLong);
    QVERIFY(shield()->accessibleName().contains(u"not fit to sign on"_s)); // not by colour alone
}

void tst_MainWindow::theShieldLeadsToTheSelfCheckAndBack()
{
    lookAndWait();
    shield()->setFocus();
    QTest::keyClick(shield(), Qt::Key_Return);
    QVERIFY(selfCheckPage()->isVisible());
    QCOMPARE(testing::unnamedControls(*m_window), QStringList());
    QTest::keyClick(selfCheckPage(), Qt::Key_Escape);
    QVERIFY(!selfCheckPage()->isVisible());
    m_window->findChild<QPushButton*>(u"fitness"_s)->click(); // the start page's line
    QVERIFY(selfCheckPage()->isVisible());
    m_window->findChild<QPushButton*>(u"selfCheckBack"_s)->click();

    openSample();
    auto* view = m_window->findChild<document::DocumentView*>(u"view"_s);
    view->goToPage(1);
    QImage picture(100, 100, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    view->placeInMiddle({ u"1"_s, u"样章"_s, seal::Kind::Company, picture, { 42, 42 } });
    view->setFocus();
    QTest::mouseClick(shield(), Qt::LeftButton);
    QVERIFY(selfCheckPage()->isVisible());
    QVERIFY(!view->isVisible());
    QVERIFY(!m_window->findChild<QPushButton*>(u"sign"_s)->isEnabled()); // of a document that nobody sees
    QTest::keyClick(selfCheckPage(), Qt::Key_Escape);
    QVERIFY(view->isVisible());
    QVERIFY(view->hasFocus());
    QVERIFY(m_window->findChild<QPushButton*>(u"sign"_s)->isEnabled());
    QCOMPARE(view->pageCount(), 2);
    QCOMPARE(view->currentPage(), 1);
    m_window->close();
    auto* question = m_window->findChild<QMessageBox*>(); // about the seal, which still stands there
    QVERIFY(question && question->isVisible());
    question->close();
}

void tst_MainWindow::aFileThatIsOpenedLeavesTheSelfCheck()
{
    m_window->openSelfCheck();
    QVERIFY(selfCheckPage()->isVisible());
    m_window->open(write(u"不是.pdf"_s, "This is a letter.\n"));
    auto* notice = m_window->findChild<style::Notice*>(u"startNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kLong); // where somebody sees it
    m_window->openSelfCheck();
    openSample();
    QVERIFY(m_window->findChild<document::DocumentView*>(u"view"_s)->isVisible());
    QVERIFY(!selfCheckPage()->isVisible());
}

void tst_MainWindow::whatIsAboutTheDocumentLeadsBackToIt()
{
    openSample();
    m_window->openSelfCheck();
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<QPushButton*>(u"signNow"_s)->isVisible());
    QVERIFY(!selfCheckPage()->isVisible());
    m_window->openSelfCheck();
    QTest::keySequence(m_window.get(), QKeySequence::Close);
    QTRY_VERIFY(m_window->findChild<QPushButton*>(u"fitness"_s)->isVisible());
}

void tst_MainWindow::theSelfCheckKnowsWhereTheDocumentGoes()
{
    m_computer.set({ "first", environment::Group::Place, environment::Requirement::MustPass,
        [folder = m_folder.path()](const environment::Situation& situation, const std::stop_token&) {
            if (situation.outputs.empty())
                return environment::notApplicable("none", u"No document is open."_s);
            const auto& output = situation.outputs.front();
            return output.folder == folder && output.documentBytes > 100
                ? environment::failed("full", u"Full."_s).todo(u"Make room."_s)
                : environment::passed("well", u"Well."_s);
        } });
    lookAndWait();
    QCOMPARE(shield()->text(), u"Ready"_s);
    openSample();
    QTRY_COMPARE_WITH_TIMEOUT(shield()->text(), u"Not fit"_s, kLong);
    QTest::keySequence(m_window.get(), QKeySequence::Close);
    QTRY_COMPARE_WITH_TIMEOUT(shield()->text(), u"Ready"_s, kLong);
}

void tst_MainWindow::aKeyThatComesLaterIsLookedAt()
{
    if (test::SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const auto mint = demonstration::CertificateMint::create();
    const auto key = mint->issue({});
    QVERIFY(key);
    test::SoftHsmTokens tokens;
    tokens.add(u"示例UKey"_s, "482913", { { .key = *key, .label = u"1"_s, .id = "1" } });
    m_computer.set({ "certificate", environment::Group::Keys, environment::Requirement::MustPass,
        testing::always(environment::notApplicable("no-key", u"No key is plugged in."_s)) });
    QTRY_VERIFY_WITH_TIMEOUT(m_keys->hasLooked(), kLong);
    lookAndWait();
    QCOMPARE(m_computer.runs("certificate"), 1);
    m_computer.set({ "certificate", environment::Group::Keys, environment::Requirement::MustPass,
        testing::always(environment::failed("expired", u"Expired."_s).todo(u"Renew it."_s)) });
    m_keys->addModule(test::SoftHsmTokens::module());
    QTRY_COMPARE_WITH_TIMEOUT(shield()->text(), u"Not fit"_s, kLong);
}

void tst_MainWindow::theSmallestWindowKeepsWhatMatters()
{
    openSample();
    const auto* toolBar = m_window->findChild<QToolBar*>(u"toolBar"_s);
    const auto isThere = [toolBar](const QWidget* widget) {
        return widget->isVisible() && toolBar->rect().contains(widget->geometry());
    };
    const auto* sign = m_window->findChild<QPushButton*>(u"sign"_s);
    const auto countVisible = [toolBar] {
        const auto actions = toolBar->actions();
        return std::count_if(actions.begin(), actions.end(), [](const QAction* action) { return action->isVisible(); });
    };
    m_window->resize(1280, 820);
    QTRY_VERIFY(isThere(sign) && isThere(shield()));
    const auto all = countVisible();
    m_window->resize(m_window->minimumSize());
    QTRY_VERIFY(isThere(sign) && isThere(shield()));
    QVERIFY(isThere(m_window->findChild<QWidget*>(u"searchBar"_s)));
    m_window->resize(1280, 820);
    QTRY_COMPARE(countVisible(), all); // what made room is back
}

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
