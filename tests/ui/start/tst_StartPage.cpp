#include "tests/ui/environment/ScriptedComputer.h"
#include "ui/signing/KeyWatch.h"
#include "ui/start/DropArea.h"
#include "ui/start/RecentFiles.h"
#include "ui/start/StartPage.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using start::RecentFiles;
using start::StartPage;

class tst_StartPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void showsRecentFilesAndWhetherTheyAreThere();
    void takesADroppedFile();
    void refusesWhatIsNoFile();
    void neverWaitsForADriver();
    void remembersTheNewestFirst();
    void saysWhetherThisComputerIsFit();

private:
    QTemporaryDir m_folder;
    testing::ScriptedComputer m_computer;
    environment::SelfCheckModel m_selfCheck { m_computer.sources() };
};

void tst_StartPage::initTestCase()
{
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void tst_StartPage::init() { QSettings().clear(); }

void tst_StartPage::showsRecentFilesAndWhetherTheyAreThere()
{
    const auto there = m_folder.filePath(u"在.pdf"_s);
    QFile file(there);
    QVERIFY(file.open(QIODevice::WriteOnly));
    RecentFiles recent;
    recent.add(m_folder.filePath(u"不在.pdf"_s));
    recent.add(there);
    signing::KeyWatch keys({}, [] { return QStringList(); });
    StartPage page(recent, keys, m_selfCheck);
    recent.check();
    const auto rows = [&] { return page.findChildren<QPushButton*>(u"recentRow"_s); };
    QTRY_VERIFY(rows().size() >= 2 && rows().last()->accessibleName().contains(u"not there"_s));
    QTRY_COMPARE(recent.entries().at(0).presence, RecentFiles::Presence::There);
    QSignalSpy open(&page, &StartPage::openRequested);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    rows().first()->click();
    QCOMPARE(open.first().first().toString(), there);
}

void tst_StartPage::takesADroppedFile()
{
    start::DropArea area;
    QSignalSpy dropped(&area, &start::DropArea::dropped);
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(u"/somewhere/投标文件.pdf"_s) });
    QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(&area, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&area, &drop);
    QCOMPARE(dropped.first().first().toStringList(), QStringList { u"/somewhere/投标文件.pdf"_s });
}

void tst_StartPage::refusesWhatIsNoFile()
{
    start::DropArea area;
    QMimeData data;
    data.setUrls({ QUrl(u"https://example.org/bid.pdf"_s) });
    QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(&area, &enter);
    QVERIFY(!enter.isAccepted());
}

void tst_StartPage::neverWaitsForADriver()
{
    RecentFiles recent;
    signing::KeyWatch keys({}, [] {
        QThread::msleep(400); // a slow disk
        return QStringList();
    });
    QElapsedTimer time;
    time.start();
    StartPage page(recent, keys, m_selfCheck);
    keys.start();
    QVERIFY(time.elapsed() < 300);
    auto* text = page.findChild<QLabel*>(u"keyText"_s);
    const auto looking = text->text();
    QTRY_VERIFY_WITH_TIMEOUT(text->text() != looking, 10000);
}

void tst_StartPage::remembersTheNewestFirst()
{
    {
        RecentFiles recent;
        for (int i = 0; i < 12; ++i)
            recent.add(u"/bids/%1.pdf"_s.arg(i));
        recent.add(u"/bids/9.pdf"_s);
    }
    const RecentFiles again;
    QCOMPARE(again.entries().size(), 8);
    QCOMPARE(again.entries().first().path, u"/bids/9.pdf"_s);
    QCOMPARE(again.entries().at(1).path, u"/bids/11.pdf"_s);
}

void tst_StartPage::saysWhetherThisComputerIsFit()
{
    RecentFiles recent;
    signing::KeyWatch keys({}, [] { return QStringList(); });
    StartPage page(recent, keys, m_selfCheck);
    auto* line = page.findChild<QPushButton*>(u"fitness"_s);
    QVERIFY(line->text().startsWith(u"Looking"_s));
    m_computer.set({ "disk", environment::Group::Place, environment::Requirement::MustPass,
        testing::always(environment::failed("full", u"Full."_s).todo(u"Make room."_s)) });
    QSignalSpy finished(&m_selfCheck, &environment::SelfCheckModel::finished);
    m_selfCheck.lookAtStart();
    QVERIFY(finished.wait(20000));
    QCOMPARE(line->text(), u"This computer is not fit to sign on."_s);
    QSignalSpy requested(&page, &StartPage::selfCheckRequested);
    line->click();
    QCOMPARE(requested.count(), 1);
}

QTEST_MAIN(tst_StartPage)
#include "tst_StartPage.moc"
