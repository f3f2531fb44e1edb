#include "tests/support/AccessibilityWalk.h"
#include "tests/support/SamplePdfs.h"
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
#include <QTemporaryDir>
#include <QTest>

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

private:
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
        *m_selfCheck });
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
    QCOMPARE(
        QProcess::execute(u"qpdf"_s, { u"--encrypt"_s, u"sample"_s, u"owner"_s, u"256"_s, u"--"_s, plain, locked }), 0);
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

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
