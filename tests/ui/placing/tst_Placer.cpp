#include "tests/support/ForeignTools.h"
#include "tests/ui/placing/PlacingFixture.h"
#include "ui/document/DocumentView.h"
#include "ui/placing/Placer.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

using namespace bidseal;
using namespace bidseal::placing;
using namespace Qt::StringLiterals;

/// From the dialogs to the marks on the pages.
class tst_Placer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void placesOnPagesInOneStep();
    void placesAtATextInOneStep();
    void placesAlongTheSeamInOneStep();
    void copiesAMarkToOtherPages();
    void saysWhatANewSealCovers();
    void saysWhyNothingWasPlaced();
    void appliesAWholePlanInOneStep();
    void placesNothingOfAPlanThatFailsHalfWay();
    void readsAnEncryptedDocument();
    void hasOneDialogAtATimeAndClosesItWithTheDocument();
    void leavesAnotherDocumentAlone();

private:
    template <class Widget> Widget* part(const char* name) const
    {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    void accept(const char* button = "placingAccept");
    [[nodiscard]] int count() const { return m_session->marks().count(); }

    QTemporaryDir m_folder;
    QString m_document;
    std::unique_ptr<document::DocumentSession> m_session;
    std::unique_ptr<QWidget> m_window;
    Placer* m_placer = nullptr;
};

void tst_Placer::initTestCase()
{
    testing::useOwnSettings(m_folder);
    m_document = m_folder.filePath(u"sample.pdf"_s);
    QStringList lines;
    for (int page = 0; page < 10; ++page)
        lines += page % 4 == 1 ? u"投标人（盖章）：示例公司"_s : u"正文"_s;
    testing::writePages(m_document, lines);
}

void tst_Placer::init()
{
    QSettings().clear();
    m_session = testing::openSession(m_document);
    QVERIFY(m_session);
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_placer = new Placer(m_window.get());
    m_placer->setSession(m_session.get());
}

void tst_Placer::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void tst_Placer::accept(const char* button)
{
    QTRY_VERIFY(part<QPushButton>(button) && part<QPushButton>(button)->isEnabled());
    part<QPushButton>(button)->click();
}

void tst_Placer::placesOnPagesInOneStep()
{
    QSignalSpy placed(m_placer, &Placer::placed);
    m_placer->placeOnPages(testing::squareSeal(40));
    accept();
    QTRY_COMPARE(placed.count(), 1);
    QCOMPARE(placed.front().front().toInt(), 10);
    QCOMPARE(count(), 10);
    const auto& mark = m_session->marks().marks().front();
    QVERIFY(mark.entry && std::holds_alternative<plan::OnPages>(mark.entry->rule));
    QCOMPARE(m_session->marks().marks().back().entry, mark.entry);
    QCOMPARE(m_session->undoStack().count(), 1);
    m_session->undoStack().undo();
    QCOMPARE(count(), 0);
}

void tst_Placer::placesAtATextInOneStep()
{
    m_placer->placeAtKeyword(testing::squareSeal(40));
    part<QLineEdit>("keyword")->setText(u"投标人"_s);
    accept();
    QTRY_COMPARE(count(), 3);
    QCOMPARE(m_session->undoStack().count(), 1);
    QCOMPARE(m_session->marks().marks().back().page(), 9);
}

void tst_Placer::placesAlongTheSeamInOneStep()
{
    m_placer->placeAlongSeam(testing::squareSeal(40));
    accept();
    QTRY_COMPARE(count(), 10);
    QCOMPARE(m_session->undoStack().count(), 1);
    double whole = 0;
    for (const auto& mark : m_session->marks().marks()) {
        QVERIFY(mark.placed.isStrip());
        whole += mark.placed.part.width();
    }
    QCOMPARE(whole, 1.0);
}

void tst_Placer::copiesAMarkToOtherPages()
{
    document::DocumentView view;
    view.setSession(m_session.get());
    connect(&view, &document::DocumentView::copyToPagesRequested, m_placer, &Placer::copyToPages);
    const auto seal = testing::squareSeal(40);
    m_session->marks().select(m_session->placeSeal(seal, { 2, QPointF(60, 60), seal.sizeMm, 30 }));
    view.copySelectedMarkToPages();
    QVERIFY(part<QDialog>("copyToPagesDialog"));
    auto* const copy = part<QPushButton>("copyToPagesAccept");
    auto* const numbers = part<QLineEdit>("pageNumbers");
    part<QComboBox>("pageChoice")->setCurrentIndex(3);
    QVERIFY(!copy->isEnabled());
    QTest::keyClicks(numbers, u"3"_s);
    QVERIFY(!copy->isEnabled()); // it stands there already
    numbers->clear();
    QTest::keyClicks(numbers, u"1-3,99"_s);
    QVERIFY(!copy->isEnabled());
    numbers->clear();
    QTest::keyClicks(numbers, u"1-3,9"_s);
    QVERIFY(copy->isEnabled());
    QSignalSpy placed(m_placer, &Placer::placed);
    copy->click();
    QCOMPARE(placed.back().front().toInt(), 3);
    QCOMPARE(count(), 4);
    const document::PlacedMark last = m_session->marks().onPage(8).front();
    QCOMPARE(last.placed.placement.centreMm, QPointF(60, 60));
    // A plan that is made of them puts the copies where they stand.
    const auto rule = std::get<plan::OnPages>(last.entry->rule);
    QCOMPARE(rule.pages.text(), u"1,2,9"_s);
    QCOMPARE(rule.centreMm, QPointF(60, 60));
    QCOMPARE(rule.rotationDegrees, 30.0);
    m_session->undoStack().undo();
    QCOMPARE(count(), 1);
}

void tst_Placer::saysWhatANewSealCovers()
{
    const auto seal = testing::squareSeal(40);
    const auto other = testing::squareSeal(40, u"合同章"_s, seal::Kind::Contract);
    QVERIFY(m_session->placeSeal(seal, { 4, QPointF(60, 60), seal.sizeMm, 0 }));
    QVERIFY(m_session->placeSeal(seal, { 4, QPointF(65, 60), seal.sizeMm, 0 })); // they cover each other already
    QSignalSpy noticed(m_placer, &Placer::noticed);
    QSignalSpy placed(m_placer, &Placer::placed);
    const plan::OnPages far { *plan::PageSet::parse(u"5"_s), QPointF(160, 200), plan::Corner::TopLeft, 0 };
    m_placer->place({ {}, far }, other);
    QTRY_COMPARE(placed.count(), 1);
    QCOMPARE(noticed.count(), 0); // nothing that is new
    const plan::OnPages near { {}, QPointF(70, 60), plan::Corner::TopLeft, 0 };
    m_placer->place({ {}, near }, other);
    QTRY_COMPARE(placed.count(), 2);
    QCOMPARE(noticed.count(), 1);
    QVERIFY(noticed.front().front().toString().contains(u"covers another one"_s));
    QVERIFY(noticed.front().front().toString().contains(u": 5."_s));
}

void tst_Placer::saysWhyNothingWasPlaced()
{
    QSignalSpy failed(m_placer, &Placer::failed);
    m_placer->place({ {}, plan::AtKeyword { u"招标人"_s, 0, {}, {} } }, testing::squareSeal(40));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::KeywordNotFound);
    QCOMPARE(m_session->undoStack().count(), 0);
}

void tst_Placer::appliesAWholePlanInOneStep()
{
    const std::vector<seal::Seal> seals { testing::squareSeal(40),
        testing::squareSeal(20, u"名章"_s, seal::Kind::LegalRepresentative) };
    plan::Plan plan;
    plan.title = u"投标文件"_s;
    plan.entries = { { { {}, {}, seal::Kind::Company, {} }, plan::AtKeyword { u"投标人"_s, 0, {}, {} } },
        { { {}, {}, seal::Kind::LegalRepresentative, QSizeF(18, 18) },
            plan::OnPages { *plan::PageSet::parse(u"r1"_s), QPointF(50, 100), plan::Corner::TopLeft, 0 } },
        { { {}, {}, seal::Kind::Date, {}, u"chinese"_s },
            plan::OnPages { *plan::PageSet::parse(u"r1"_s), QPointF(100, 200), plan::Corner::TopLeft, 0 } } };
    m_placer->apply(plan, seals, QDate(2026, 11, 26));
    QTRY_COMPARE(count(), 5);
    QCOMPARE(m_session->undoStack().count(), 1);
    QVERIFY(m_session->undoStack().undoText().contains(u"投标文件"_s));
    QCOMPARE(m_session->marks().marks()[3].placed.placement.sizeMm, QSizeF(18, 18));
    QCOMPARE(m_session->marks().marks()[4].placed.seal.name, u"二〇二六年十一月二十六日"_s);
    m_session->undoStack().undo();
    QCOMPARE(count(), 0);
    m_session->undoStack().redo();
    QCOMPARE(count(), 5);
}

void tst_Placer::placesNothingOfAPlanThatFailsHalfWay()
{
    plan::Plan plan;
    plan.entries = { { { {}, {}, seal::Kind::Company, {} }, plan::AtKeyword { u"投标人"_s, 0, {}, {} } },
        { { {}, u"财务章"_s, seal::Kind::Finance, {} }, plan::OnPages {} } };
    QSignalSpy failed(m_placer, &Placer::failed);
    m_placer->apply(plan, { testing::squareSeal(40) }, QDate(2026, 11, 26));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::SealNotFound);
    QCOMPARE(count(), 0);
    QCOMPARE(m_session->undoStack().count(), 0);
}

void tst_Placer::readsAnEncryptedDocument()
{
    const QString locked = m_folder.filePath(u"locked.pdf"_s);
    QVERIFY(testing::qpdfConverts(m_document, { u"--encrypt"_s, u"sample"_s, u"owner"_s, u"256"_s, u"--"_s }, locked));
    const auto session = testing::openSession(locked, Secret::fromUtf8("sample"));
    QVERIFY(session);
    m_placer->setSession(session.get());
    m_placer->place({ {}, plan::AtKeyword { u"投标人"_s, 0, {}, {} } }, testing::squareSeal(40));
    QTRY_COMPARE(session->marks().count(), 3);
}

void tst_Placer::hasOneDialogAtATimeAndClosesItWithTheDocument()
{
    m_placer->placeOnPages(testing::squareSeal(40));
    QVERIFY(part<QDialog>("pagesDialog"));
    QVERIFY(!part<QDialog>("pagesDialog")->isModal());
    m_placer->placeAlongSeam(testing::squareSeal(40));
    QVERIFY(!part<QDialog>("pagesDialog"));
    QVERIFY(part<QDialog>("seamDialog"));
    m_placer->setSession(nullptr);
    QVERIFY(!part<QDialog>("seamDialog"));
    m_placer->placeOnPages(testing::squareSeal(40));
    QVERIFY(!part<QDialog>("pagesDialog"));
}

void tst_Placer::leavesAnotherDocumentAlone()
{
    const auto another = testing::openSession(m_document);
    QSignalSpy placed(m_placer, &Placer::placed);
    m_placer->place({ {}, plan::OnPages {} }, testing::squareSeal(40));
    m_placer->setSession(another.get()); // before the work is done
    m_placer->place(
        { {}, plan::OnPages { *plan::PageSet::parse(u"1"_s), QPointF(50, 50), {}, 0 } }, testing::squareSeal(40));
    QTRY_VERIFY(placed.count() > 0);
    QTest::qWait(50);
    QCOMPARE(placed.count(), 1);
    QCOMPARE(another->marks().count(), 1);
    QCOMPARE(count(), 0);
    m_placer->place({ {}, plan::OnPages {} }, testing::squareSeal(40));
    m_window.reset(); // with the work still under way
    QTest::qWait(50);
    QCOMPARE(another->marks().count(), 1);
}

QTEST_MAIN(tst_Placer)
#include "tst_Placer.moc"
