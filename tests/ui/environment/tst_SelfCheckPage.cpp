#include "core/base/platform/FolderSafety.h"
#include "tests/support/AccessibilityWalk.h"
#include "tests/support/OpenFolder.h"
#include "tests/support/SoftHsmTokens.h"
#include "tests/ui/environment/ScriptedComputer.h"
#include "ui/environment/CheckRow.h"
#include "ui/environment/KeyTrialArea.h"
#include "ui/environment/SelfCheckPage.h"
#include "ui/mobile/RelaysDialog.h"
#include "ui/signing/KeyWatch.h"
#include "ui/signing/PinEdit.h"
#include "ui/style/Notice.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::environment;
using test::SoftHsmTokens;
using testing::always;
using testing::ScriptedComputer;

namespace {

constexpr int kLong = 30000; // ms
constexpr std::string_view kPin = "482913";
const QString kSecretHolder = u"示例建设工程有限公司"_s;

Finding well() { return passed("well", u"All is well."_s); }

Finding broken()
{
    return failed("broken", u"The disk of {holder} is full."_s)
        .means(u"A signed file could not be written."_s)
        .todo(u"Make room."_s)
        .with({ u"holder"_s, kSecretHolder, Privacy::Personal });
}

/// Measures a real folder, as the checks of folders do.
ScriptedComputer::Measure folderCheck(const QString& folder)
{
    return [folder](const Situation&, const std::stop_token&) {
        if (platform::folderSafety(folder).state == platform::FolderSafety::State::Private)
            return passed("private", u"The folder is yours alone."_s);
        auto finding = failed("open-to-others", u"Others may change what lies there."_s)
                           .means(u"What is signed might be changed."_s)
                           .todo(u"Make the folder private."_s, RemedyAction::MakeFolderPrivate);
        finding.remedy.target = folder;
        return finding;
    };
}

} // namespace

/// The real page as a person would use it, over checks that find what the test says.
class tst_SelfCheckPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysWhatStandsInTheWayAndWhatToDo();
    void staysCalmWhereAllIsWell();
    void foldsWhatIsWellAndUnfoldsByKeyboard();
    void showsEachOfSeveralThings();
    void aLineOnTopLeadsToItsCheck();
    void saysWhetherAFindingStopsASignature_data();
    void saysWhetherAFindingStopsASignature();
    void showsHowFarItIsAndCanBeCancelled();
    void escapeGoesBack();
    void makesAnOpenFolderPrivateAndLooksAgain();
    void aFolderOfOthersSaysWhoCanChangeIt();
    void opensTheSystemsSettingsAndLooksAgainAfterwards();
    void aLinkThatCannotBeOpenedIsShown();
    void choosingARelayLooksAgain();
    void addingADriverLooksAgain();
    void aReportNamesNobodyUnlessSomebodyWantsThat_data();
    void aReportNamesNobodyUnlessSomebodyWantsThat();
    void aReportThatCannotBeWrittenSaysWhy();
    void triesAKeyWithItsPinOnce();
    void everyControlHasAName();
    void nothingIsClipped();

private:
    template <class Part> Part* part(const QString& name) const { return m_page->findChild<Part*>(name); }
    QPushButton* button(const QString& name) const { return part<QPushButton>(name); }
    CheckRow* row(const QString& id) const { return part<CheckRow>(u"check-"_s + id); }
    QString text(const QString& id, const QString& name) const { return row(id)->findChild<QLabel*>(name)->text(); }
    QPushButton* rowButton(const QString& id, const QString& name) const
    {
        return row(id)->findChild<QPushButton*>(name);
    }
    void set(const QByteArray& id, const ScriptedComputer::Measure& measure,
        Requirement requirement = Requirement::MustPass, Group group = Group::Place);
    void showPage(const QStringList& modules = {});
    void runAllAndWait();
    void saveAs(const QString& file);

    QTemporaryDir m_folder;
    std::unique_ptr<ScriptedComputer> m_computer;
    std::unique_ptr<SelfCheckModel> m_model;
    std::unique_ptr<signing::KeyWatch> m_keys;
    std::unique_ptr<SelfCheckPage> m_page;
};

void tst_SelfCheckPage::initTestCase()
{
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QCoreApplication::setApplicationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(u"user"_s));
    QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, m_folder.filePath(u"system"_s));
    style::applyTheme(*qApp, style::Appearance::Light);
}

void tst_SelfCheckPage::init()
{
    QSettings().clear();
    m_computer = std::make_unique<ScriptedComputer>();
}

void tst_SelfCheckPage::cleanup()
{
    m_page.reset();
    m_model.reset();
    m_keys.reset();
}

void tst_SelfCheckPage::set(
    const QByteArray& id, const ScriptedComputer::Measure& measure, Requirement requirement, Group group)
{
    m_computer->set({ id, group, requirement, measure });
}

void tst_SelfCheckPage::showPage(const QStringList& modules)
{
    m_keys = std::make_unique<signing::KeyWatch>(QString(), [modules] { return modules; });
    m_model = std::make_unique<SelfCheckModel>(m_computer->sources());
    m_page = std::make_unique<SelfCheckPage>(*m_model, *m_keys);
    m_page->resize(900, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_keys->start();
    m_page->begin();
    QTRY_VERIFY_WITH_TIMEOUT(m_model->lookedAt().isValid(), kLong);
}

void tst_SelfCheckPage::runAllAndWait()
{
    QSignalSpy finished(m_model.get(), &SelfCheckModel::finished);
    button(u"runAll"_s)->click();
    QVERIFY(finished.wait(kLong));
}

void tst_SelfCheckPage::saysWhatStandsInTheWayAndWhatToDo()
{
    set("disk", always(broken()));
    showPage();
    QVERIFY(part<QLabel>(u"verdict"_s)->text().contains(u"not fit"_s));
    QVERIFY(row(u"disk"_s)->isVisible());
    QCOMPARE(text(u"disk"_s, u"checkTitle"_s), u"Title of disk"_s);
    QCOMPARE(text(u"disk"_s, u"checkWord"_s), u"Failed"_s);
    // On one's own screen names are shown.
    QCOMPARE(text(u"disk"_s, u"checkFound"_s), u"The disk of 示例建设工程有限公司 is full."_s);
    QCOMPARE(text(u"disk"_s, u"checkMeaning"_s), u"A signed file could not be written."_s);
    QCOMPARE(text(u"disk"_s, u"checkTodo"_s), u"Make room."_s);
    QVERIFY(!rowButton(u"disk"_s, u"checkRemedy"_s)->isVisible()); // nothing that the program could do
    // Mended by hand, and looked at again.
    set("disk", always(well()));
    rowButton(u"disk"_s, u"checkAgain"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(text(u"disk"_s, u"checkWord"_s), u"Passed"_s, kLong);
    QVERIFY(row(u"disk"_s)->isVisible()); // one sees that it worked
    QVERIFY(part<QLabel>(u"verdict"_s)->text().contains(u"is fit"_s));
    QVERIFY(!part<QWidget>(u"attention"_s)->isVisible());
}

void tst_SelfCheckPage::staysCalmWhereAllIsWell()
{
    set("disk", always(well()));
    set("mouse", always(notApplicable("none", u"Nothing to look at."_s)), Requirement::Advisory, Group::Display);
    showPage();
    runAllAndWait();
    QVERIFY(part<QLabel>(u"verdict"_s)->text().contains(u"is fit"_s));
    QVERIFY(!part<QWidget>(u"attention"_s)->isVisible());
    QVERIFY(!row(u"disk"_s)->isVisible());
    QVERIFY(!row(u"mouse"_s)->isVisible());
    QVERIFY(!part<style::Notice>(u"selfCheckNotice"_s)->isVisible());
}

void tst_SelfCheckPage::foldsWhatIsWellAndUnfoldsByKeyboard()
{
    set("disk", always(well()));
    set("folder", always(broken()));
    showPage();
    QVERIFY(row(u"folder"_s)->isVisible());
    QVERIFY(!row(u"disk"_s)->isVisible());
    auto* head = part<QFrame>(u"group-place"_s)->findChild<QPushButton*>(u"groupHead"_s);
    QVERIFY(head->accessibleName().contains(u"1 need"_s));
    head->setFocus();
    QTest::keyClick(head, Qt::Key_Space);
    QVERIFY(row(u"disk"_s)->isVisible());
    QVERIFY(row(u"folder"_s)->y() < row(u"disk"_s)->y()); // what needs attention stands first
    QVERIFY(head->hasFocus());
    QTest::keyClick(head, Qt::Key_Space);
    QVERIFY(!row(u"disk"_s)->isVisible());
}

void tst_SelfCheckPage::showsEachOfSeveralThings()
{
    std::vector<Finding> parts;
    parts.push_back(passed("one", u"The first folder is well."_s));
    parts.push_back(broken());
    set("folders", always(worstOf(std::move(parts))));
    showPage();
    QStringList lines;
    for (auto* label : row(u"folders"_s)->findChildren<QLabel*>(u"checkPart"_s))
        lines << label->text();
    QCOMPARE(lines,
        (QStringList {
            u"Passed · The first folder is well."_s, u"Failed · The disk of 示例建设工程有限公司 is full."_s }));
}

void tst_SelfCheckPage::aLineOnTopLeadsToItsCheck()
{
    for (const char* id : { "a", "b", "c", "d", "e", "f" })
        set(id, always(broken()), Requirement::Advisory);
    set("last", always(broken()), Requirement::MustPass, Group::Display);
    showPage();
    runAllAndWait();
    const auto links = [this] {
        auto shown = m_page->findChildren<QPushButton*>(u"attentionLink"_s);
        shown.removeIf([](const QPushButton* link) { return !link->isVisible(); });
        return shown;
    };
    QTRY_COMPARE(links().size(), 7);
    QCOMPARE(links().first()->text(), u"Title of last"_s); // what stands in the way comes first
    links().first()->click();
    QVERIFY(rowButton(u"last"_s, u"checkAgain"_s)->hasFocus());
    QVERIFY(!row(u"last"_s)->visibleRegion().isEmpty());
}

void tst_SelfCheckPage::saysWhetherAFindingStopsASignature_data()
{
    QTest::addColumn<bool>("mustPass");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("effect");
    QTest::newRow("blocks") << true << true << u"Nobody can sign"_s;
    QTest::newRow("asks") << true << false << u"you are asked"_s;
    QTest::newRow("advises") << false << true << QString(); // the finding says itself what it means
}

void tst_SelfCheckPage::saysWhetherAFindingStopsASignature()
{
    QFETCH(bool, mustPass);
    QFETCH(bool, isKnown);
    QFETCH(QString, effect);
    auto finding = isKnown ? broken() : couldNotTell("unclear", u"Nobody knows."_s).todo(u"Ask."_s);
    set("disk", always(std::move(finding)), mustPass ? Requirement::MustPass : Requirement::Advisory);
    showPage();
    runAllAndWait();
    const auto shownEffect = text(u"disk"_s, u"checkEffect"_s);
    QVERIFY2(effect.isEmpty() ? shownEffect.isEmpty() : shownEffect.contains(effect), qPrintable(shownEffect));
}

void tst_SelfCheckPage::showsHowFarItIsAndCanBeCancelled()
{
    set("quick", always(well()));
    set(
        "hangs",
        [](const Situation&, const std::stop_token& stop) {
            while (!stop.stop_requested())
                QThread::msleep(5);
            return well();
        },
        Requirement::Advisory);
    showPage();
    QVERIFY(!button(u"cancelSelfCheck"_s)->isVisible());
    button(u"runAll"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(part<QProgressBar>(u"selfCheckProgress"_s)->value(), 1, kLong);
    QCOMPARE(part<QProgressBar>(u"selfCheckProgress"_s)->maximum(), 2);
    QVERIFY(part<QLabel>(u"selfCheckDetail"_s)->text().contains(u"1 of 2"_s));
    QVERIFY(!button(u"saveReport"_s)->isEnabled());
    QVERIFY(button(u"cancelSelfCheck"_s)->hasFocus());
    QTest::keyClick(button(u"cancelSelfCheck"_s), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"runAll"_s)->isVisible(), kLong);
    QVERIFY(button(u"runAll"_s)->hasFocus());
    QVERIFY(button(u"saveReport"_s)->isEnabled());
    QVERIFY(part<QLabel>(u"verdict"_s)->text().contains(u"is fit"_s));
}

void tst_SelfCheckPage::escapeGoesBack()
{
    set("disk", always(well()));
    showPage();
    QSignalSpy back(m_page.get(), &SelfCheckPage::backRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(back.count(), 1);
    button(u"selfCheckBack"_s)->click();
    QCOMPARE(back.count(), 2);
}

void tst_SelfCheckPage::makesAnOpenFolderPrivateAndLooksAgain()
{
    const auto folder = m_folder.filePath(u"临时"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(testing::openToEverybody(folder));
    set("folder", folderCheck(folder));
    showPage();
    QCOMPARE(text(u"folder"_s, u"checkWord"_s), u"Failed"_s);
    auto* remedy = rowButton(u"folder"_s, u"checkRemedy"_s);
    QCOMPARE(remedy->text(), u"Make private"_s);
    remedy->setFocus();
    QTest::keyClick(remedy, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"folder"_s, u"checkWord"_s), u"Passed"_s, kLong);
    QCOMPARE(platform::folderSafety(folder).state, platform::FolderSafety::State::Private);
    QCOMPARE(m_computer->runs("folder"), 2);
    QVERIFY(part<QLabel>(u"verdict"_s)->text().contains(u"is fit"_s));
}

void tst_SelfCheckPage::aFolderOfOthersSaysWhoCanChangeIt()
{
    set("folder", [](const Situation&, const std::stop_token&) {
        auto finding = failed("open-to-others", u"Others may change what lies there."_s)
                           .todo(u"Make it private."_s, RemedyAction::MakeFolderPrivate);
        finding.remedy.target = QDir::rootPath();
        return finding;
    });
    showPage();
    rowButton(u"folder"_s, u"checkRemedy"_s)->click();
    auto* notice = part<style::Notice>(u"selfCheckNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kLong);
    QVERIFY(notice->text().text.contains(u"administers"_s));
    QVERIFY(notice->text().text.contains(u"may use %1."_s.arg(QDir::toNativeSeparators(QDir::rootPath()))));
}

/// Stands for the system's settings.
class Opener : public QObject {
    Q_OBJECT
public:
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl& url) { opened << url; }
};

void tst_SelfCheckPage::opensTheSystemsSettingsAndLooksAgainAfterwards()
{
    Opener opener;
    QDesktopServices::setUrlHandler(u"bidseal-test-settings"_s, &opener, "open");
    set("clock", [](const Situation&, const std::stop_token&) {
        return failed("wrong", u"The clock is wrong."_s)
            .todoAt(u"Set the clock."_s, QUrl(u"bidseal-test-settings:dateandtime"_s));
    });
    showPage();
    QCOMPARE(rowButton(u"clock"_s, u"checkRemedy"_s)->text(), u"Open settings"_s);
    rowButton(u"clock"_s, u"checkRemedy"_s)->click();
    QCOMPARE(opener.opened.size(), 1);
    QCOMPARE(m_computer->runs("clock"), 1);
    set("clock", always(well()));
    QWidget settings;
    settings.show();
    settings.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&settings));
    settings.hide();
    m_page->activateWindow();
    QTRY_COMPARE_WITH_TIMEOUT(text(u"clock"_s, u"checkWord"_s), u"Passed"_s, kLong);
    QDesktopServices::unsetUrlHandler(u"bidseal-test-settings"_s);
}

void tst_SelfCheckPage::aLinkThatCannotBeOpenedIsShown()
{
    set("clock", [](const Situation&, const std::stop_token&) {
        return failed("wrong", u"The clock is wrong."_s).todoAt(u"Read this."_s, QUrl(u"nobody-opens-this:page"_s));
    });
    showPage();
    rowButton(u"clock"_s, u"checkRemedy"_s)->click();
    QVERIFY(part<style::Notice>(u"selfCheckNotice"_s)->text().text.contains(u"nobody-opens-this:page"_s));
}

void tst_SelfCheckPage::choosingARelayLooksAgain()
{
    set("relay", always(failed("none", u"No relay answers."_s).todo(u"Choose one."_s, RemedyAction::ChooseRelay)));
    showPage();
    rowButton(u"relay"_s, u"checkRemedy"_s)->click();
    auto* dialog = m_page->findChild<mobile::RelaysDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QLineEdit*>(u"relayAddress"_s)->setText(u"https://relay.example.com"_s);
    set("relay", always(well()));
    dialog->findChild<QPushButton*>(u"useRelay"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(text(u"relay"_s, u"checkWord"_s), u"Passed"_s, kLong);
}

void tst_SelfCheckPage::addingADriverLooksAgain()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    SoftHsmTokens tokens;
    set("drivers", always(failed("none", u"No driver."_s).todo(u"Add it."_s, RemedyAction::AddDriver)),
        Requirement::MustPass, Group::Keys);
    showPage();
    rowButton(u"drivers"_s, u"checkRemedy"_s)->click();
    auto* dialog = m_page->findChild<QFileDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    set("drivers", always(well()), Requirement::MustPass, Group::Keys);
    Q_EMIT dialog->fileSelected(SoftHsmTokens::module());
    dialog->close();
    QTRY_COMPARE_WITH_TIMEOUT(text(u"drivers"_s, u"checkWord"_s), u"Passed"_s, kLong);
    QCOMPARE(QSettings().value(u"keys/modules"_s).toStringList(), QStringList { SoftHsmTokens::module() });
}

void tst_SelfCheckPage::saveAs(const QString& file)
{
    auto* dialog = m_page->findChild<QFileDialog*>(u"reportFile"_s);
    QVERIFY(dialog && dialog->isVisible());
    dialog->selectFile(file);
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    QTRY_VERIFY_WITH_TIMEOUT(part<style::Notice>(u"selfCheckNotice"_s)->isVisible(), kLong);
}

void tst_SelfCheckPage::aReportNamesNobodyUnlessSomebodyWantsThat_data()
{
    QTest::addColumn<bool>("json");
    QTest::addColumn<bool>("full");
    QTest::newRow("page") << false << false;
    QTest::newRow("page with names") << false << true;
    QTest::newRow("data") << true << false;
    QTest::newRow("data with names") << true << true;
}

void tst_SelfCheckPage::aReportNamesNobodyUnlessSomebodyWantsThat()
{
    QFETCH(bool, json);
    QFETCH(bool, full);
    set("disk", always(broken()));
    showPage();
    button(u"saveReport"_s)->click();
    auto* dialog = m_page->findChild<ReportDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(testing::unnamedControls(*dialog), QStringList());
    auto* names = dialog->findChild<QCheckBox*>(u"reportFull"_s);
    QVERIFY(!names->isChecked());
    if (full)
        names->click();
    if (json)
        dialog->findChild<QRadioButton*>(u"reportJson"_s)->click();
    dialog->findChild<QPushButton*>(u"reportSave"_s)->click();
    const auto file = m_folder.filePath(u"报告"_s) + (json ? u".json"_s : u".html"_s);
    saveAs(file);

    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const auto content = saved.readAll();
    saved.close(); // what is open cannot be removed on Windows
    QCOMPARE(content.contains(kSecretHolder.toUtf8()), full);
    QVERIFY(content.contains("Title of disk"));
    if (json) {
        const auto report = QJsonDocument::fromJson(content).object();
        QCOMPARE(report[u"redacted"_s].toBool(), !full);
        QCOMPARE(report[u"verdict"_s].toString(), u"unfit"_s);
    } else {
        QVERIFY(content.startsWith("<!DOCTYPE html>"));
    }
    auto* notice = part<style::Notice>(u"selfCheckNotice"_s);
    QCOMPARE(notice->text().tone, style::Tone::Good);
    QCOMPARE(notice->text().text.contains(u"left out"_s), !full);
    QSignalSpy folder(m_page.get(), &SelfCheckPage::showInFolderRequested);
    notice->findChild<QPushButton*>(u"noticeAction"_s)->click();
    QCOMPARE(folder.first().first().toString(), file);
    QVERIFY(QFile::remove(file));
}

void tst_SelfCheckPage::aReportThatCannotBeWrittenSaysWhy()
{
    set("disk", always(well()));
    showPage();
    button(u"saveReport"_s)->click();
    m_page->findChild<ReportDialog*>()->findChild<QPushButton*>(u"reportSave"_s)->click();
    auto* dialog = m_page->findChild<QFileDialog*>(u"reportFile"_s);
    Q_EMIT dialog->fileSelected(m_folder.filePath(u"no-such-folder/report.html"_s));
    dialog->close();
    auto* notice = part<style::Notice>(u"selfCheckNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kLong);
    QCOMPARE(notice->text().tone, style::Tone::Bad);
}

void tst_SelfCheckPage::triesAKeyWithItsPinOnce()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    const auto mint = demonstration::CertificateMint::create();
    const auto key = mint->issue({});
    QVERIFY(key);
    SoftHsmTokens tokens;
    tokens.add(u"示例UKey"_s, kPin, { { .key = *key, .label = u"1"_s, .id = "1" } });
    set("disk", always(well()));
    showPage({ SoftHsmTokens::module() });
    QTRY_VERIFY_WITH_TIMEOUT(m_keys->hasLooked() && !m_keys->keys().empty(), kLong);
    button(u"trialUnfold"_s)->click();
    auto* pin = part<signing::PinEdit>(u"trialPin"_s);
    auto* start = button(u"trialStart"_s);
    QVERIFY(part<QComboBox>(u"trialKey"_s)->currentText().contains(kSecretHolder));
    QVERIFY(!start->isEnabled()); // without a PIN
    QTest::keyClicks(pin, u"000000"_s);
    start->click();
    QVERIFY(pin->isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(row(u"key-trial"_s), kLong);
    QCOMPARE(text(u"key-trial"_s, u"checkWord"_s), u"Failed"_s);
    QVERIFY(row(u"key-trial"_s)->isVisible());
    QVERIFY(!rowButton(u"key-trial"_s, u"checkAgain"_s)->isVisible()); // never again by itself
    QVERIFY(text(u"key-trial"_s, u"checkEffect"_s).isEmpty()); // a key that does not sign here will not sign there
    QVERIFY(part<QLabel>(u"verdict"_s)->text().contains(u"is fit"_s));

    QTest::keyClicks(pin, QString::fromLatin1(kPin.data()));
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"key-trial"_s, u"checkWord"_s), u"Passed"_s, kLong);
    QVERIFY(pin->isEmpty());
    QTest::keyClicks(pin, u"12"_s);
    m_page->hide();
    QVERIFY(pin->isEmpty()); // a page that was put away keeps no PIN
    m_page->show();
    m_page->setKeyTrialAllowed(false);
    QTest::keyClicks(pin, QString::fromLatin1(kPin.data()));
    QVERIFY(!start->isEnabled()); // while somebody signs
}

void tst_SelfCheckPage::everyControlHasAName()
{
    set("disk", always(broken()));
    set("well", always(well()), Requirement::Advisory, Group::Display);
    showPage();
    runAllAndWait();
    for (auto* head : m_page->findChildren<QPushButton*>(u"groupHead"_s))
        head->setChecked(true);
    button(u"trialUnfold"_s)->click();
    QPushButton unnamed(m_page.get()); // the walk finds what it looks for
    unnamed.show();
    QCOMPARE(testing::unnamedControls(*m_page).size(), 1);
    unnamed.hide();
    QCOMPARE(testing::unnamedControls(*m_page), QStringList());
    for (auto* control : m_page->findChildren<QAbstractButton*>())
        if (control->isVisible() && control->isEnabled())
            QVERIFY2(control->focusPolicy() & Qt::TabFocus, qPrintable(control->objectName() + control->text()));
}

/// Also in a narrow window, and with long sentences.
void tst_SelfCheckPage::nothingIsClipped()
{
    const auto sentence
        = u"A sentence of a length that does not fit into one line of a narrow window, and then some. "_s;
    set("disk", [sentence](const Situation&, const std::stop_token&) {
        return failed("long", sentence + sentence).means(sentence + sentence).todoAt(sentence, QUrl(u"https://a.b"_s));
    });
    showPage();
    for (auto* head : m_page->findChildren<QPushButton*>(u"groupHead"_s))
        head->setChecked(true);
    button(u"trialUnfold"_s)->click();
    for (const int width : { 860, 1280 }) {
        m_page->resize(width, 560);
        QTest::qWait(50);
        for (auto* label : m_page->findChildren<QLabel*>()) {
            if (!label->isVisible())
                continue;
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            QVERIFY2(label->height() >= needed, qPrintable(label->text()));
            QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        for (auto* control : m_page->findChildren<QPushButton*>())
            QVERIFY2(!control->isVisible() || control->objectName() == u"groupHead"_s
                    || control->width() >= control->sizeHint().width(),
                qPrintable(control->text()));
    }
}

QTEST_MAIN(tst_SelfCheckPage)
#include "tst_SelfCheckPage.moc"
