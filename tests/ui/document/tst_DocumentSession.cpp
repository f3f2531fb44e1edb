#include "tests/support/ForeignTools.h"
#include "tests/support/SamplePdfs.h"
#include "tests/ui/document/DocumentFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace bidseal;
using namespace bidseal::document;
using namespace Qt::StringLiterals;

/// Opening, placing, and that everything can be undone.
class tst_DocumentSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();

    void tellsWhyItCannotOpen_data();
    void tellsWhyItCannotOpen();
    void asksForThePasswordAndTakesIt();
    void undoesAndRedoesEveryChange();
    void givesARemovedMarkItsNameBack();
    void keepsMarksOnThePage();
    void makesOneStepOfAKeyThatIsHeldDown();
    void placesASecondSealBesideTheFirst();
    void copiesToPagesAndLeavesOutTheSmallOnes();
    void selectsOnlyWhatIsThere();

private:
    QTemporaryDir m_folder;
    QString m_document;
};

void tst_DocumentSession::initTestCase()
{
    m_document = m_folder.filePath(u"sample.pdf"_s);
    testing::writeManyPages(m_document, 12);
}

void tst_DocumentSession::tellsWhyItCannotOpen_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << errorCodeName(ErrorCode::FileEmpty);
    QTest::newRow("not a PDF") << QByteArray(2000, 'x') << errorCodeName(ErrorCode::NotAPdf);
}

void tst_DocumentSession::tellsWhyItCannotOpen()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, code);
    const QString path = m_folder.filePath(u"bad.pdf"_s);
    QVERIFY(testing::writeFile(path, content));
    DocumentSession session;
    QString reported;
    connect(
        &session, &DocumentSession::failed, this, [&](const Error& error) { reported = errorCodeName(error.code); });
    session.open(path);
    QTRY_COMPARE(reported, code);
    QCOMPARE(session.state(), DocumentSession::State::Failed);
}

void tst_DocumentSession::asksForThePasswordAndTakesIt()
{
    const QString locked = m_folder.filePath(u"locked.pdf"_s);
    QVERIFY(testing::qpdfConverts(m_document, { u"--encrypt"_s, u"sample"_s, u"owner"_s, u"256"_s, u"--"_s }, locked));
    DocumentSession session;
    QStringList reported;
    connect(
        &session, &DocumentSession::failed, this, [&](const Error& error) { reported += errorCodeName(error.code); });
    session.open(locked);
    QTRY_COMPARE(reported, QStringList(errorCodeName(ErrorCode::DocumentPasswordNeeded)));
    session.open(locked, Secret::fromUtf8("wrong"));
    QTRY_COMPARE(reported.size(), 2);
    QCOMPARE(reported.back(), errorCodeName(ErrorCode::DocumentPasswordWrong));
    session.open(locked, Secret::fromUtf8("sample"));
    QTRY_VERIFY(session.isOpen());
    QCOMPARE(session.pageCount(), 12);
    QVERIFY(session.isEncrypted());
    QVERIFY(session.password());
}

void tst_DocumentSession::undoesAndRedoesEveryChange()
{
    const auto session = testing::openSession(m_document);
    QVERIFY(session);
    const pdf::Placement first { 2, QPointF(100, 150), QSizeF(40, 40), 0 };
    const std::optional<MarkId> id = session->placeSeal(testing::squareSeal(40), first);
    QVERIFY(id);
    pdf::Placement second = first;
    second.centreMm = QPointF(60, 70);
    session->changeMark(*id, second);
    pdf::Placement third = second;
    third.sizeMm = QSizeF(42, 42);
    session->changeMark(*id, third);
    pdf::Placement fourth = third;
    fourth.rotationDegrees = 90;
    fourth.page = 3;
    session->changeMark(*id, fourth);
    session->removeMark(*id);
    QVERIFY(session->marks().isEmpty());

    QUndoStack& undo = session->undoStack();
    QCOMPARE(undo.count(), 5);
    const auto placement = [&] { return session->marks().find(*id)->placed.placement; };
    undo.undo();
    QCOMPARE(placement(), fourth);
    undo.undo();
    QCOMPARE(placement(), third);
    undo.undo();
    QCOMPARE(placement(), second);
    undo.undo();
    QCOMPARE(placement(), first);
    undo.undo();
    QVERIFY(session->marks().isEmpty());
    while (undo.canRedo())
        undo.redo();
    QVERIFY(session->marks().isEmpty());
    undo.undo();
    QCOMPARE(placement(), fourth);
}

void tst_DocumentSession::givesARemovedMarkItsNameBack()
{
    const auto session = testing::openSession(m_document);
    const seal::Seal seal = testing::squareSeal(20);
    const auto first = session->placeInMiddle(seal, 0);
    const auto second = session->placeInMiddle(seal, 1);
    session->removeMark(*first);
    session->undoStack().undo();
    QCOMPARE(session->marks().marks().front().id, *first);
    QCOMPARE(session->marks().marks().back().id, *second);
}

void tst_DocumentSession::keepsMarksOnThePage()
{
    const auto session = testing::openSession(m_document);
    const auto id = session->placeSeal(testing::squareSeal(40), { 0, QPointF(1, 1), QSizeF(40, 40), 0 });
    QVERIFY(id);
    QCOMPARE(session->marks().find(*id)->placed.placement.centreMm, QPointF(20, 20));
    QVERIFY(!session->placeSeal(testing::squareSeal(200), { 7, QPointF(1, 1), QSizeF(400, 400), 0 }));
    QCOMPARE(session->undoStack().count(), 1);
}

void tst_DocumentSession::makesOneStepOfAKeyThatIsHeldDown()
{
    const auto session = testing::openSession(m_document);
    const auto id = session->placeInMiddle(testing::squareSeal(40), 0);
    pdf::Placement placement = session->marks().find(*id)->placed.placement;
    for (int repeat = 0; repeat < 5; ++repeat) {
        placement.centreMm.rx() += 1;
        session->changeMark(*id, placement, repeat == 0 ? UndoStep::New : UndoStep::Continued);
    }
    QCOMPARE(session->undoStack().count(), 2);
}

void tst_DocumentSession::placesASecondSealBesideTheFirst()
{
    const auto session = testing::openSession(m_document);
    const auto first = session->placeInMiddle(testing::squareSeal(40), 0);
    const auto second = session->placeInMiddle(testing::squareSeal(20), 0);
    const QPointF distance = session->marks().find(*second)->placed.placement.centreMm
        - session->marks().find(*first)->placed.placement.centreMm;
    QCOMPARE(distance, QPointF(10, 10));
}

void tst_DocumentSession::copiesToPagesAndLeavesOutTheSmallOnes()
{
    const QString mixed = m_folder.filePath(u"mixed.pdf"_s);
    QFile file(mixed);
    QVERIFY(file.open(QIODevice::WriteOnly));
    testing::PdfBuilder builder(file);
    const QList<QRectF> boxes { QRectF(0, 0, 595, 842), QRectF(0, 0, 100, 100), QRectF(0, 0, 842, 595) };
    for (const QRectF& box : boxes) {
        testing::PageShape shape;
        shape.mediaBox = box;
        builder.addPage(shape);
    }
    builder.finish();
    file.close();

    const auto session = testing::openSession(mixed);
    QVERIFY(session);
    const auto id = session->placeSeal(testing::squareSeal(40), { 0, QPointF(150, 260), QSizeF(40, 40), 0 });
    QCOMPARE(session->copyMarkToPages(*id, { 0, 1, 2 }), 1); // 100 points are 35 mm
    QCOMPARE(session->marks().count(), 2);
    const PlacedMark copy = session->marks().onPage(2).front();
    QVERIFY(liesOnPage(copy.placed.placement, session->page(2))); // landscape is lower: moved up
    QCOMPARE(copy.placed.placement.centreMm.x(), 150.0);
    QCOMPARE(session->copyMarkToPages(*id, { 0 }), 0);
    QCOMPARE(session->marks().count(), 2);
    session->undoStack().undo();
    QCOMPARE(session->marks().count(), 1);
}

void tst_DocumentSession::selectsOnlyWhatIsThere()
{
    const auto session = testing::openSession(m_document);
    const auto id = session->placeInMiddle(testing::squareSeal(40), 0);
    session->marks().select(id);
    QCOMPARE(session->marks().selected(), id);
    session->removeMark(*id);
    QVERIFY(!session->marks().selected());
    session->marks().select(id);
    QVERIFY(!session->marks().selected());
}

QTEST_MAIN(tst_DocumentSession)
#include "tst_DocumentSession.moc"
