#include "tests/support/AccessibilityWalk.h"
#include "ui/mobile/RelaysDialog.h"
#include "ui/style/Notice.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using mobile::RelayBook;
using mobile::RelaysDialog;

class tst_RelaysDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void beginsWithAnEmptyOneWhereThereIsNone();
    void addsAndChooses();
    void removes();
    void refusesWhatIsNoAddress();
    void cancelChangesNothing();
    void testsOffTheGuiThreadAndSaysWhatCameBack();
    void everyControlHasAName();

private:
    template <class Part> Part* part(const char* name) const
    {
        return m_dialog->findChild<Part*>(QString::fromLatin1(name));
    }
    void open();
    void enter(const QString& name, const QString& address);

    QTemporaryDir m_folder;
    std::unique_ptr<RelaysDialog> m_dialog;
};

void tst_RelaysDialog::initTestCase()
{
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QCoreApplication::setApplicationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(u"user"_s));
    QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, m_folder.filePath(u"system"_s));
    style::applyTheme(*qApp, style::Appearance::Light);
}

void tst_RelaysDialog::init()
{
    QSettings().clear();
    open();
}

void tst_RelaysDialog::open()
{
    m_dialog = std::make_unique<RelaysDialog>();
    m_dialog->show();
    m_dialog->activateWindow();
}

void tst_RelaysDialog::enter(const QString& name, const QString& address)
{
    part<QLineEdit>("relayName")->setText(name);
    part<QLineEdit>("relayAddress")->setText(address);
}

void tst_RelaysDialog::beginsWithAnEmptyOneWhereThereIsNone()
{
    QCOMPARE(part<QListWidget>("relayList")->count(), 1);
    QVERIFY(!part<QPushButton>("useRelay")->isEnabled());
    QVERIFY(!part<QPushButton>("testRelay")->isEnabled());
    QTRY_VERIFY(part<QLineEdit>("relayName")->hasFocus());
}

void tst_RelaysDialog::addsAndChooses()
{
    QSignalSpy chosen(m_dialog.get(), &RelaysDialog::relayChosen);
    enter(u"示例平台"_s, u"https://relay.example.com"_s);
    part<QPushButton>("addRelay")->click();
    enter({}, u"https://other.example.com"_s);
    QCOMPARE(part<QListWidget>("relayList")->item(1)->text(), u"other.example.com"_s);
    part<QPushButton>("addRelay")->click(); // left empty: not kept
    part<QListWidget>("relayList")->setCurrentRow(1);
    part<QPushButton>("useRelay")->click();
    QCOMPARE(chosen.count(), 1);
    const auto book = RelayBook::load();
    QCOMPARE(book.relays().size(), std::size_t(2));
    QCOMPARE(book.chosen()->address.origin.ascii(), QByteArray("https://other.example.com"));
    open();
    QCOMPARE(part<QListWidget>("relayList")->currentRow(), 1);
    const auto folder = qEnvironmentVariable("BIDSEAL_SCREENSHOTS");
    if (!folder.isEmpty())
        m_dialog->grab().save(QDir(folder).filePath(u"relays.png"_s));
}

void tst_RelaysDialog::removes()
{
    enter(u"示例平台"_s, u"https://relay.example.com"_s);
    part<QPushButton>("addRelay")->click();
    enter(u"另一平台"_s, u"https://other.example.com"_s);
    part<QListWidget>("relayList")->setCurrentRow(0);
    part<QPushButton>("removeRelay")->click();
    QCOMPARE(part<QLineEdit>("relayName")->text(), u"另一平台"_s);
    part<QPushButton>("useRelay")->click();
    QCOMPARE(RelayBook::load().relays().size(), std::size_t(1));
    QCOMPARE(RelayBook::load().chosen()->name, u"另一平台"_s);
}

void tst_RelaysDialog::refusesWhatIsNoAddress()
{
    enter(u"示例平台"_s, u"http://relay.example.com"_s);
    QVERIFY(!part<style::Notice>("relayNotice")->isVisible()); // not while it is being typed
    part<QPushButton>("useRelay")->click();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(part<style::Notice>("relayNotice")->text().smallPrint.contains(u"relay-address-invalid"_s));
    QVERIFY(RelayBook::load().relays().empty());
}

void tst_RelaysDialog::cancelChangesNothing()
{
    enter(u"示例平台"_s, u"https://relay.example.com"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(RelayBook::load().relays().empty());
}

void tst_RelaysDialog::testsOffTheGuiThreadAndSaysWhatCameBack()
{
    QTcpServer silent; // takes the connection and never says a word
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    enter(u"沉默"_s, u"https://127.0.0.1:%1"_s.arg(silent.serverPort()));
    auto* notice = part<style::Notice>("relayNotice");
    part<QPushButton>("testRelay")->click();
    QVERIFY(notice->isVisible()); // at once: asking
    QCOMPARE(notice->text().tone, style::Tone::Neutral);
    QVERIFY(!part<QPushButton>("testRelay")->isEnabled());
    // Another address: what the first one answers is of no interest any more.
    part<QLineEdit>("relayAddress")->setText(u"https://127.0.0.1:9"_s);
    QVERIFY(!notice->isVisible());
    QVERIFY(part<QPushButton>("testRelay")->isEnabled());
    part<QPushButton>("testRelay")->click();
    QTRY_COMPARE_WITH_TIMEOUT(notice->text().tone, style::Tone::Bad, 15000);
    QVERIFY(notice->text().smallPrint.contains(u"relay-unreachable"_s));
    QVERIFY(!notice->text().text.isEmpty());
    QVERIFY(part<QPushButton>("testRelay")->isEnabled());
}

void tst_RelaysDialog::everyControlHasAName() { QCOMPARE(testing::unnamedControls(*m_dialog), QStringList()); }

QTEST_MAIN(tst_RelaysDialog)
#include "tst_RelaysDialog.moc"
