#include "tests/support/ForeignTools.h"
#include "tests/support/SamplePdfs.h"
#include "tests/ui/document/DocumentFixture.h"
#include "ui/document/DocumentView.h"
#include "ui/document/PageImages.h"
#include "ui/seal/SealMime.h"

#include <QAbstractSpinBox>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace bidseal;
using namespace bidseal::document;
using namespace Qt::StringLiterals;

namespace {

/// What the window system sends while a seal from the palette is over the view.
class SealDrag {
public:
    SealDrag(DocumentView& view, const QString& sealId)
        : m_view(view)
    {
        m_data.setData(seal::kSealMimeType, sealId.toUtf8());
    }

    bool enter(QPoint at)
    {
        QDragEnterEvent event(at, Qt::CopyAction, &m_data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view.viewport(), &event);
        return event.isAccepted();
    }
    bool move(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QDragMoveEvent event(at, Qt::CopyAction, &m_data, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(m_view.viewport(), &event);
        return event.isAccepted();
    }
    bool drop(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QDropEvent event(at, Qt::CopyAction, &m_data, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(m_view.viewport(), &event);
        return event.isAccepted();
    }
    void leave()
    {
        QDragLeaveEvent event;
        QCoreApplication::sendEvent(m_view.viewport(), &event);
    }

private:
    DocumentView& m_view;
    QMimeData m_data;
};

double distance(QPointF left, QPointF right) { return std::hypot(left.x() - right.x(), left.y() - right.y()); }

bool isNear(const pdf::Placement& placement, const pdf::Placement& expected)
{
    return placement.page == expected.page && distance(placement.centreMm, expected.centreMm) < 0.1
        && std::abs(placement.sizeMm.width() - expected.sizeMm.width()) < 0.01
        && std::abs(placement.sizeMm.height() - expected.sizeMm.height()) < 0.01
        && placement.rotationDegrees == expected.rotationDegrees;
}

} // namespace

/// The view as a person meets it: by mouse, by keyboard, by drag and drop.
class tst_DocumentView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void keepsFewItemsHoweverLongTheDocument();
    void showsTheFirstPageAndThenThoseInSight();
    void goesToPages();
    void zoomsByKeyWheelAndFit();
    void keepsThePlaceUnderThePointerWhileZooming();

    void dropsASealWhereItIsLetGo();
    void refusesASealBesideThePage();
    void forgetsASealThatLeavesAgain();
    void takesDroppedDocuments();

    void movesAMarkByMouseToAnotherPage();
    void cancelsADragByEscape();
    void resizesByAGripWithinTheLimits();
    void turnsByTheRotationGrip();
    void doesTheWholeJobByKeyboard();
    void visitsMarksByTabAndLetsGoBehindTheLast();
    void asksForThePagesToCopyTo();
    void takesPlaceAndSizeAsNumbers();
    void placesANewMarkByKeyboardAlone();
    void linesUpWithTheMarkBefore();
    void saysWhatACarriedSealCovers();
    void saysWhereItHoldsASealOnThePage();
    void tellsWhereThePointerIs();

    void showsMarksWhereTheyWillBeSigned_data();
    void showsMarksWhereTheyWillBeSigned();
    void keepsTheTextUnderASealReadable();
    void showsAStripAsItsPartOfTheSeal();
    void staysWithinItsCache();
    void survivesTheEndOfItsSession();

private:
    MarkId place(int page, QPointF centre, double side = 40);
    const pdf::Placement& placementOf(MarkId id) const { return m_session->marks().find(id)->placed.placement; }
    QPoint at(int page, double x, double y) const { return m_view->viewportPositionOf(page, QPointF(x, y)); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    QTemporaryDir m_folder;
    std::unique_ptr<DocumentSession> m_session;
    std::unique_ptr<DocumentView> m_view;
};

void tst_DocumentView::initTestCase() { testing::writeManyPages(m_folder.filePath(u"sample.pdf"_s), 60); }

void tst_DocumentView::init()
{
    m_session = testing::openSession(m_folder.filePath(u"sample.pdf"_s));
    QVERIFY(m_session);
    m_view = std::make_unique<DocumentView>();
    m_view->resize(900, 800);
    m_view->setSealLookup([](const QString& id) -> std::optional<seal::Seal> {
        return id == u"样章"_s ? std::optional(testing::squareSeal(40)) : std::nullopt;
    });
    m_view->setSession(m_session.get());
    m_view->show();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void tst_DocumentView::cleanup()
{
    m_view.reset();
    m_session.reset();
}

MarkId tst_DocumentView::place(int page, QPointF centre, double side)
{
    const auto id = m_session->placeSeal(testing::squareSeal(side), { page, centre, QSizeF(side, side), 0 });
    m_session->marks().select(id);
    return *id;
}

void tst_DocumentView::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, modifiers, from);
    for (int step = 1; step <= 5; ++step) {
        QMouseEvent move(QEvent::MouseMove, from + (to - from) * step / 5,
            m_view->viewport()->mapToGlobal(from + (to - from) * step / 5), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(m_view->viewport(), &move);
    }
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, modifiers, to);
}

// ---- what is in sight

void tst_DocumentView::keepsFewItemsHoweverLongTheDocument()
{
    std::vector<pdf::PageGeometry> pages;
    for (const int target : { 0, 30, 59, 5 }) {
        m_view->goToPage(target);
        QVERIFY2(m_view->liveItemCount() <= 8, qPrintable(QString::number(m_view->liveItemCount())));
        QVERIFY(m_view->scene()->items().size() <= 8);
    }
}

void tst_DocumentView::showsTheFirstPageAndThenThoseInSight()
{
    QSignalSpy shown(m_view.get(), &DocumentView::firstPageShown);
    QTRY_VERIFY(m_session->images()->page(0));
    QTRY_COMPARE(shown.count(), 1);
    m_view->goToPage(40);
    QTRY_VERIFY(m_session->images()->page(40));
    const PageImage* const image = m_session->images()->page(40);
    QCOMPARE(image->whole.width(), m_view->viewportRectOf(40).width() - 1);
    QVERIFY(!m_session->images()->page(20));
    QCOMPARE(shown.count(), 1);
    // Black ink on white paper.
    const QImage grabbed = m_view->viewport()->grab().toImage();
    QVERIFY(!testing::findColour(grabbed, Qt::black).isEmpty());
}

void tst_DocumentView::goesToPages()
{
    QSignalSpy changed(m_view.get(), &DocumentView::pageChanged);
    m_view->goToPage(17);
    QCOMPARE(m_view->currentPage(), 17);
    QCOMPARE(changed.back().front().toInt(), 17);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(m_view->currentPage(), 18);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(m_view->currentPage(), 17);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentPage(), 59);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentPage(), 0);
    const int before = m_view->verticalScrollBar()->value();
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QTRY_VERIFY(m_view->verticalScrollBar()->value() >= before + m_view->viewport()->height() * 85 / 100);
    m_view->goToPage(-1);
    m_view->goToPage(60);
    QVERIFY(m_view->currentPage() < 60);
}

void tst_DocumentView::zoomsByKeyWheelAndFit()
{
    QSignalSpy zoomed(m_view.get(), &DocumentView::zoomChanged);
    m_view->setZoom(1.0);
    QCOMPARE(m_view->zoomMode(), DocumentView::ZoomMode::Free);
    QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 1.1);
    QTest::keyClick(m_view.get(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 0.9);
    QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 1.0);
    QVERIFY(zoomed.count() >= 4);
    m_view->setZoom(100);
    QCOMPARE(m_view->zoom(), DocumentView::kLargestZoom);
    m_view->setZoom(0.0001);
    QCOMPARE(m_view->zoom(), DocumentView::kSmallestZoom);

    m_view->fitWidth();
    const QRect page = m_view->viewportRectOf(0);
    QVERIFY(std::abs(page.width() - (m_view->viewport()->width() - 24)) <= 2);
    m_view->resize(700, 800);
    QVERIFY(std::abs(m_view->viewportRectOf(0).width() - (m_view->viewport()->width() - 24)) <= 2);
    m_view->fitPage();
    QVERIFY(m_view->viewport()->rect().contains(m_view->viewportRectOf(m_view->currentPage()).adjusted(1, 1, -1, -1)));
}

void tst_DocumentView::keepsThePlaceUnderThePointerWhileZooming()
{
    m_view->setZoom(1.5);
    m_view->goToPage(4);
    const QPoint pointer(333, 222);
    const auto before = m_view->pagePointAt(pointer);
    QVERIFY(before);
    QWheelEvent wheel(pointer, m_view->viewport()->mapToGlobal(pointer), {}, QPoint(0, 240), Qt::NoButton,
        Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &wheel);
    QVERIFY(m_view->zoom() > 1.9);
    const auto after = m_view->pagePointAt(pointer);
    QVERIFY(after);
    QCOMPARE(after->page, before->page);
    QVERIFY(distance(after->mm, before->mm) < 1);
}

// ---- drag and drop

void tst_DocumentView::dropsASealWhereItIsLetGo()
{
    m_view->setZoom(0.8);
    m_view->goToPage(3);
    SealDrag drag(*m_view, u"样章"_s);
    QVERIFY(drag.enter(at(3, 30, 30)));
    QVERIFY(drag.move(at(3, 60, 100)));
    QVERIFY(m_session->marks().isEmpty()); // nothing before the drop
    QVERIFY(drag.drop(at(3, 70, 120)));
    QCOMPARE(m_session->marks().count(), 1);
    const PlacedMark mark = m_session->marks().marks().front();
    QCOMPARE(mark.page(), 3);
    QVERIFY(distance(mark.placed.placement.centreMm, QPointF(70, 120)) < 0.3);
    QCOMPARE(mark.placed.placement.sizeMm, QSizeF(40, 40));
    QCOMPARE(m_session->marks().selected(), std::optional(mark.id));

    // At the edge it is kept on the page, near the middle it snaps to it unless Ctrl is held.
    QVERIFY(drag.enter(at(3, 30, 30)));
    QVERIFY(drag.drop(at(3, 2, 200)));
    QCOMPARE(m_session->marks().marks().back().placed.placement.centreMm.x(), 20.0);
    QVERIFY(drag.enter(at(3, 30, 30)));
    QVERIFY(drag.drop(at(3, 104, 50)));
    QCOMPARE(m_session->marks().marks().back().placed.placement.centreMm.x(),
        m_session->page(3).visibleSizeMm().width() / 2);
    QVERIFY(drag.enter(at(3, 30, 30)));
    QVERIFY(drag.drop(at(3, 103.5, 90), Qt::ControlModifier));
    QVERIFY(std::abs(m_session->marks().marks().back().placed.placement.centreMm.x() - 103.5) < 0.3);
    m_session->undoStack().undo();
    QCOMPARE(m_session->marks().count(), 3);
}

void tst_DocumentView::refusesASealBesideThePage()
{
    m_view->setZoom(0.5);
    QSignalSpy said(m_view.get(), &DocumentView::statusText);
    SealDrag drag(*m_view, u"样章"_s);
    QVERIFY(drag.enter(at(0, 50, 50)));
    QVERIFY(!drag.move(QPoint(5, 300)));
    QCOMPARE(said.back().front().toString(), u"A seal can only be put on a page."_s);
    QVERIFY(!drag.drop(QPoint(5, 300)));
    QVERIFY(m_session->marks().isEmpty());
    SealDrag unknown(*m_view, u"unknown"_s);
    QVERIFY(!unknown.enter(at(0, 50, 50)));
}

void tst_DocumentView::forgetsASealThatLeavesAgain()
{
    const auto items = m_view->scene()->items().size();
    SealDrag drag(*m_view, u"样章"_s);
    QVERIFY(drag.enter(at(0, 50, 50)));
    QCOMPARE(m_view->scene()->items().size(), items + 1);
    drag.leave();
    QCOMPARE(m_view->scene()->items().size(), items);
    QVERIFY(m_session->marks().isEmpty());
}

void tst_DocumentView::takesDroppedDocuments()
{
    QSignalSpy dropped(m_view.get(), &DocumentView::filesDropped);
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(u"/sample/投标.PDF"_s), QUrl::fromLocalFile(u"/sample/notes.txt"_s) });
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &drop);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.front().front().toStringList(), QStringList(u"/sample/投标.PDF"_s));
}

// ---- marks

void tst_DocumentView::movesAMarkByMouseToAnotherPage()
{
    m_view->setZoom(0.35);
    const MarkId id = place(0, QPointF(60, 200));
    drag(at(0, 65, 205), at(1, 135, 85)); // held 5 mm right of and below its centre
    QCOMPARE(placementOf(id).page, 1);
    QVERIFY(distance(placementOf(id).centreMm, QPointF(130, 80)) < 1.5);
    QCOMPARE(m_session->undoStack().count(), 2);
    m_session->undoStack().undo();
    QCOMPARE(placementOf(id).centreMm, QPointF(60, 200));
}

void tst_DocumentView::cancelsADragByEscape()
{
    const MarkId id = place(0, QPointF(60, 60));
    const QPoint from = at(0, 60, 60);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + QPoint(80, 80), m_view->viewport()->mapToGlobal(from + QPoint(80, 80)),
        Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(80, 80));
    QCOMPARE(placementOf(id).centreMm, QPointF(60, 60));
    QCOMPARE(m_session->undoStack().count(), 1);
    QCOMPARE(m_session->marks().selected(), std::optional(id));
}

void tst_DocumentView::resizesByAGripWithinTheLimits()
{
    m_view->setZoom(1);
    const MarkId id = place(0, QPointF(100, 60));
    drag(at(0, 120, 80), at(0, 118, 78));
    QVERIFY(std::abs(placementOf(id).sizeMm.width() - 38) < 0.4);
    QVERIFY(std::abs(placementOf(id).boundsMm().left() - 80) < 0.4); // the opposite corner stayed
    const double right = placementOf(id).boundsMm().right();
    const double bottom = placementOf(id).boundsMm().bottom();
    drag(at(0, right, bottom), at(0, right + 90, bottom + 90));
    QCOMPARE(placementOf(id).sizeMm.width(), std::max(40.0, seal::sizeLimits(seal::Kind::Company).largest));
}

void tst_DocumentView::turnsByTheRotationGrip()
{
    m_view->setZoom(1);
    const MarkId id = place(0, QPointF(100, 60));
    const QPoint grip = at(0, 100, 40) - QPoint(0, 26);
    drag(grip, at(0, 150, 60));
    QCOMPARE(placementOf(id).rotationDegrees, 90.0);
    QCOMPARE(placementOf(id).centreMm, QPointF(100, 60));
}

void tst_DocumentView::doesTheWholeJobByKeyboard()
{
    m_view->goToPage(2);
    m_view->placeInMiddle(testing::squareSeal(40));
    QCOMPARE(m_session->marks().count(), 1);
    const MarkId id = m_session->marks().marks().front().id;
    const QSizeF page = m_session->page(2).visibleSizeMm();
    const QPointF middle(page.width() / 2, page.height() / 2);
    QVERIFY(distance(placementOf(id).centreMm, middle) < 0.01);
    QCOMPARE(placementOf(id).page, 2);

    const auto press = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_view.get(), key, modifiers);
    };
    press(Qt::Key_Right);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(distance(placementOf(id).centreMm, middle + QPointF(1, 10)) < 0.01);
    press(Qt::Key_Plus);
    QCOMPARE(placementOf(id).sizeMm, QSizeF(41, 41));
    press(Qt::Key_Minus);
    press(Qt::Key_Minus);
    QCOMPARE(placementOf(id).sizeMm, QSizeF(39, 39));
    press(Qt::Key_BracketRight);
    QCOMPARE(placementOf(id).rotationDegrees, 15.0);
    press(Qt::Key_BracketLeft);
    press(Qt::Key_BracketLeft);
    QCOMPARE(placementOf(id).rotationDegrees, 345.0);
    for (int step = 0; step < 40; ++step)
        press(Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(liesOnPage(placementOf(id), m_session->page(2))); // the edge holds it

    press(Qt::Key_Delete);
    QVERIFY(m_session->marks().isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_session->marks().count(), 1);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_session->marks().isEmpty());
}

void tst_DocumentView::visitsMarksByTabAndLetsGoBehindTheLast()
{
    const MarkId low = place(0, QPointF(60, 200));
    const MarkId high = place(0, QPointF(60, 60));
    const MarkId far = place(30, QPointF(60, 60));
    m_session->marks().select(std::nullopt);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(m_session->marks().selected(), std::optional(high));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(m_session->marks().selected(), std::optional(low));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(m_session->marks().selected(), std::optional(far));
    QCOMPARE(m_view->currentPage(), 30);
    QVERIFY(m_view->viewport()->rect().contains(m_view->viewportRectOf(placementOf(far))));
    QTest::keyClick(m_view.get(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(m_session->marks().selected(), std::optional(low));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_session->marks().selected());
    m_session->marks().select(far);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(!m_session->marks().selected());
}

void tst_DocumentView::asksForThePagesToCopyTo()
{
    const MarkId id = place(2, QPointF(60, 60));
    m_view->goToPage(2);
    QSignalSpy asked(m_view.get(), &DocumentView::copyToPagesRequested);
    auto* const button = m_view->findChild<QToolButton*>(u"markCopyToPages"_s);
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.front().front().value<MarkId>(), id);
}

void tst_DocumentView::takesPlaceAndSizeAsNumbers()
{
    const MarkId id = place(0, QPointF(60, 60));
    auto* const fields = m_view->findChild<QWidget*>(u"markFields"_s);
    const auto field
        = [&](const char* name) { return fields->findChild<QAbstractSpinBox*>(QString::fromLatin1(name)); };
    QVERIFY(!fields->isVisible());
    QTest::keyClick(m_view.get(), Qt::Key_F2);
    QVERIFY(fields->isVisible());
    QVERIFY(!m_view->findChild<QWidget*>(u"markToolStrip"_s)->isVisible());
    QVERIFY(field("markLeft")->hasFocus());
    const auto enter = [](QWidget* into, const QString& text) {
        QTest::keyClick(into, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(into, text);
    };
    const int before = m_session->undoStack().count();
    enter(field("markLeft"), u"101.5"_s);
    QCOMPARE(placementOf(id).centreMm.x(), 60.0); // half typed
    QTest::keyClick(field("markLeft"), Qt::Key_Tab);
    QCOMPARE(placementOf(id).centreMm, QPointF(101.5, 60));
    QVERIFY(field("markTop")->hasFocus());
    enter(field("markTop"), u"200"_s);
    QTest::keyClick(field("markTop"), Qt::Key_Tab);
    QVERIFY(field("markWidth")->hasFocus());
    enter(field("markWidth"), u"42"_s);
    QTest::keyClick(field("markWidth"), Qt::Key_Backtab);
    QCOMPARE(placementOf(id).sizeMm, QSizeF(42, 42)); // proportions are kept
    field("markRotation")->setFocus();
    enter(field("markRotation"), u"-90"_s);
    QTest::keyClick(field("markRotation"), Qt::Key_Backtab);
    QVERIFY(field("markPage")->hasFocus());
    enter(field("markPage"), u"4"_s);
    QTest::keyClick(field("markPage"), Qt::Key_Return);
    QVERIFY(!fields->isVisible());
    QVERIFY(m_view->hasFocus());
    QVERIFY(isNear(placementOf(id), { 3, QPointF(101.5, 200), QSizeF(42, 42), 270 }));
    QCOMPARE(m_session->undoStack().count(), before + 5); // each its own step

    QTest::keyClick(m_view.get(), Qt::Key_Return); // Enter opens them too
    enter(field("markLeft"), u"1"_s);
    QTest::keyClick(field("markLeft"), Qt::Key_Escape); // never mind
    QCOMPARE(placementOf(id).centreMm.x(), 101.5);
    QTest::keyClick(m_view.get(), Qt::Key_F2);
    enter(field("markLeft"), u"1"_s);
    QTest::keyClick(field("markLeft"), Qt::Key_Return);
    QCOMPARE(placementOf(id).centreMm.x(), 21.0); // held on the page
    m_session->undoStack().undo();
    QCOMPARE(placementOf(id).centreMm.x(), 101.5);
}

void tst_DocumentView::placesANewMarkByKeyboardAlone()
{
    m_view->goToPage(1);
    m_view->placeInMiddle(testing::squareSeal(40)); // Enter in the palette
    QVERIFY(m_view->hasFocus());
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    const MarkId id = *m_session->marks().selected();
    QVERIFY(isNear(placementOf(id), { 1, QPointF(115, 149.5), QSizeF(40, 40), 0 }));
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QVERIFY(m_session->marks().isEmpty());
}

void tst_DocumentView::linesUpWithTheMarkBefore()
{
    place(1, QPointF(150, 60), 30);
    const MarkId id = place(1, QPointF(60, 200), 20);
    m_view->alignSelectedMark(Alignment::Left);
    QCOMPARE(placementOf(id).centreMm, QPointF(145, 200));
    m_view->alignSelectedMark(Alignment::Middle);
    QCOMPARE(placementOf(id).centreMm, QPointF(145, 60));
    m_session->undoStack().undo();
    QCOMPARE(placementOf(id).centreMm, QPointF(145, 200));
    auto* const align = m_view->findChild<QToolButton*>(u"markAlign"_s);
    m_view->goToMark(id);
    QVERIFY(align->isVisible());
    QCOMPARE(align->menu()->actions().size(), 6);
    place(2, QPointF(60, 60)); // alone on its page
    QVERIFY(!align->isVisible());
}

void tst_DocumentView::saysWhatACarriedSealCovers()
{
    m_view->fitPage();
    QSignalSpy said(m_view.get(), &DocumentView::statusText);
    place(0, QPointF(60, 60));
    SealDrag drag(*m_view, u"样章"_s);
    QVERIFY(drag.enter(at(0, 150, 200)));
    QVERIFY(!said.back().front().toString().contains(u"covers"_s));
    QVERIFY(drag.move(at(0, 75, 65), Qt::ControlModifier));
    QVERIFY(said.back().front().toString().endsWith(u"It covers seal 样章."_s));
    QVERIFY(drag.drop(at(0, 75, 65), Qt::ControlModifier)); // a caution, no refusal
    QCOMPARE(m_session->marks().count(), 2);
    QVERIFY(said.back().front().toString().endsWith(u"It covers seal 样章."_s));
    for (int times = 0; times < 4; ++times)
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(!said.back().front().toString().contains(u"covers"_s));
}

void tst_DocumentView::saysWhereItHoldsASealOnThePage()
{
    m_view->fitPage();
    QSignalSpy said(m_view.get(), &DocumentView::statusText);
    SealDrag drag(*m_view, u"样章"_s);
    QVERIFY(drag.enter(at(0, 5, 100)));
    QVERIFY(said.back().front().toString().contains(u"held on the page"_s));
    drag.leave();
}

void tst_DocumentView::tellsWhereThePointerIs()
{
    QSignalSpy said(m_view.get(), &DocumentView::statusText);
    m_view->setZoom(1);
    QMouseEvent move(QEvent::MouseMove, at(0, 100, 50), m_view->viewport()->mapToGlobal(at(0, 100, 50)), Qt::NoButton,
        Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QCOMPARE(said.back().front().toString(), u"page 1: 100 mm from left, 50 mm from top"_s);
    place(0, QPointF(60, 60));
    QCOMPARE(said.back().front().toString(), u"seal 样章, page 1, 60 mm from left, 60 mm from top, 40 mm"_s);
}

// ---- what is shown is what is signed

void tst_DocumentView::showsMarksWhereTheyWillBeSigned_data()
{
    QTest::addColumn<QByteArray>("document");
    for (const int rotation : { 0, 90, 180, 270 })
        QTest::addRow("rotated by %d", rotation) << testing::samples::onePage(testing::samples::rotatedBy(rotation));
    QTest::newRow("cropped") << testing::samples::onePage(testing::samples::croppedTo(QRectF(50, 100, 400, 600), 90));
    QTest::newRow("user unit") << testing::samples::onePage(testing::samples::withUserUnit(2));
}

void tst_DocumentView::showsMarksWhereTheyWillBeSigned()
{
    QFETCH(QByteArray, document);
    const QString path = m_folder.filePath(u"shape.pdf"_s);
    QVERIFY(testing::writeFile(path, document));
    m_view->setSession(nullptr);
    m_session = testing::openSession(path);
    QVERIFY(m_session);
    m_view->setSession(m_session.get());
    m_view->fitPage();
    const QPointF centre(70, 55);
    place(0, centre, 30);
    m_session->marks().select(std::nullopt);

    QTRY_VERIFY(m_session->images()->page(0));
    const QImage picture = m_view->viewport()->grab().toImage();
    const QRect found = testing::findColour(picture);
    const QRect paper = m_view->viewportRectOf(0);
    const double pixelsPerMm = m_view->pixelsPerMm();
    const QPointF foundMm = (QRectF(found).center() - QPointF(paper.topLeft())) / pixelsPerMm;
    QVERIFY2(distance(foundMm, centre) < 0.5, qPrintable(u"%1, %2"_s.arg(foundMm.x()).arg(foundMm.y())));
    QVERIFY(std::abs(found.width() / pixelsPerMm - 30) < 0.6);
    QVERIFY(std::abs(found.height() / pixelsPerMm - 30) < 0.6);
    // The page under it has the proportions that its reader sees.
    const PageImage* const image = m_session->images()->page(0);
    const QSizeF sizeMm = m_session->page(0).visibleSizeMm();
    QVERIFY(std::abs(double(image->whole.width()) / image->whole.height() - sizeMm.width() / sizeMm.height()) < 0.01);
}

void tst_DocumentView::keepsTheTextUnderASealReadable()
{
    m_view->fitWidth();
    QTRY_VERIFY(m_session->images()->page(0));
    const QRect line(at(0, 24, 18), at(0, 90, 28));
    const auto darkest = [&] {
        const QImage picture = m_view->viewport()->grab().toImage();
        int least = 255;
        for (int y = line.top(); y <= line.bottom(); ++y) {
            for (int x = line.left(); x <= line.right(); ++x)
                least = std::min(least, qRed(picture.pixel(x, y)));
        }
        return least;
    };
    QTRY_VERIFY(darkest() < 60); // "sample page 1"
    place(0, QPointF(50, 40), 60); // opaque and red, over all of it
    m_session->marks().select(std::nullopt);
    QVERIFY(darkest() < 60);
}

void tst_DocumentView::showsAStripAsItsPartOfTheSeal()
{
    seal::Seal seal = testing::squareSeal(40);
    for (int y = 0; y < 200; ++y) {
        for (int x = 100; x < 200; ++x)
            seal.picture.setPixelColor(x, y, QColor(0, 150, 0));
    }
    m_view->fitPage();
    m_session->placeByRule(
        { {}, plan::AlongSeam {} }, { { seal, { 0, QPointF(200, 148), QSizeF(20, 40), 0 }, QRectF(0, 0, 0.5, 1) } });
    QImage picture = m_view->viewport()->grab().toImage();
    const QRect red = testing::findColour(picture);
    QVERIFY(std::abs(red.width() / m_view->pixelsPerMm() - 20) < 0.6);
    QVERIFY(std::abs(red.height() / m_view->pixelsPerMm() - 40) < 0.6);
    QVERIFY(testing::findColour(picture, QColor(0, 150, 0)).isEmpty());
    m_session->undoStack().undo();
    m_session->placeByRule(
        { {}, plan::AlongSeam {} }, { { seal, { 0, QPointF(200, 148), QSizeF(20, 40), 0 }, QRectF(0.5, 0, 0.5, 1) } });
    picture = m_view->viewport()->grab().toImage();
    QVERIFY(testing::findColour(picture).isEmpty());
    QVERIFY(!testing::findColour(picture, QColor(0, 150, 0)).isEmpty());
}

void tst_DocumentView::staysWithinItsCache()
{
    m_view->setZoom(2);
    for (int page = 0; page < 30; page += 3) {
        m_view->goToPage(page);
        QTRY_VERIFY(m_session->images()->page(page));
    }
    QVERIFY(m_session->images()->cachedKiB() <= PageImages::kPageCacheKiB + PageImages::kThumbnailCacheKiB);
    QVERIFY(!m_session->images()->page(0));
}

void tst_DocumentView::survivesTheEndOfItsSession()
{
    place(0, QPointF(60, 60));
    m_session.reset();
    QCOMPARE(m_view->pageCount(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(100, 100));
    m_view->viewport()->grab();
}

QTEST_MAIN(tst_DocumentView)
#include "tst_DocumentView.moc"
