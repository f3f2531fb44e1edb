#include "tests/ui/document/DocumentFixture.h"
#include "ui/document/DocumentView.h"

#include <QAccessible>
#include <QTest>

using namespace bidseal;
using namespace bidseal::document;
using namespace Qt::StringLiterals;

namespace {

QList<std::pair<QAccessible::Event, QString>> events; // Qt's handler takes no context

void noteEvent(QAccessibleEvent* event)
{
    const QAccessibleInterface* const interface = event->accessibleInterface();
    events += std::pair(event->type(), interface ? interface->text(QAccessible::Name) : QString());
}

} // namespace

/// What assistive technology is told of pages and marks.
class tst_AccessibleDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void namesPagesAndMarks();
    void knowsWhereThingsAreOnTheScreen();
    void saysWhichMarkIsFocused();
    void letsAReaderSelectAMark();
    void forgetsMarksThatAreGone();
    void leavesNothingUnnamed();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DocumentSession> m_session;
    std::unique_ptr<DocumentView> m_view;
    QAccessibleInterface* m_root = nullptr;
};

void tst_AccessibleDocument::initTestCase()
{
    testing::writeManyPages(m_folder.filePath(u"sample.pdf"_s), 12);
    QAccessible::setActive(true);
}

void tst_AccessibleDocument::init()
{
    m_session = testing::openSession(m_folder.filePath(u"sample.pdf"_s));
    QVERIFY(m_session);
    m_view = std::make_unique<DocumentView>();
    m_view->resize(800, 600);
    m_view->setSession(m_session.get());
    m_view->show();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_root = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(m_root);
}

void tst_AccessibleDocument::cleanup()
{
    QAccessible::installUpdateHandler(nullptr);
    m_view.reset();
    m_session.reset();
}

void tst_AccessibleDocument::namesPagesAndMarks()
{
    QCOMPARE(m_root->role(), QAccessible::Document);
    QCOMPARE(m_root->childCount(), 12);
    QAccessibleInterface* const page = m_root->child(2);
    QCOMPARE(page->text(QAccessible::Name), u"page 3 of 12"_s);
    QCOMPARE(page->parent(), m_root);
    QCOMPARE(m_root->indexOfChild(page), 2);
    QCOMPARE(page->childCount(), 0);

    m_session->placeSeal(testing::squareSeal(40, u"公章"_s), { 2, QPointF(120, 230), QSizeF(40, 40), 0 });
    QCOMPARE(page->childCount(), 1);
    QAccessibleInterface* const mark = page->child(0);
    QCOMPARE(mark->text(QAccessible::Name), u"seal 公章, page 3, 120 mm from left, 230 mm from top"_s);
    QCOMPARE(mark->role(), QAccessible::Graphic);
    QCOMPARE(mark->parent(), page);
    QCOMPARE(page->indexOfChild(mark), 0);
}

void tst_AccessibleDocument::knowsWhereThingsAreOnTheScreen()
{
    const auto id = m_session->placeInMiddle(testing::squareSeal(40), 0);
    m_view->goToMark(*id);
    QAccessibleInterface* const page = m_root->child(0);
    QAccessibleInterface* const mark = page->child(0);
    QVERIFY(page->rect().contains(mark->rect()));
    QCOMPARE(m_root->childAt(mark->rect().center().x(), mark->rect().center().y()), page);
    QCOMPARE(page->childAt(mark->rect().center().x(), mark->rect().center().y()), mark);
    QVERIFY(m_root->child(11)->state().offscreen);
    QVERIFY(!page->state().offscreen);
}

void tst_AccessibleDocument::saysWhichMarkIsFocused()
{
    m_session->placeSeal(testing::squareSeal(20, u"甲"_s), { 0, QPointF(50, 50), QSizeF(20, 20), 0 });
    m_session->placeSeal(testing::squareSeal(20, u"乙"_s), { 0, QPointF(50, 100), QSizeF(20, 20), 0 });
    events.clear();
    QAccessible::installUpdateHandler(noteEvent);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    if (QAccessible::isActive()) // not on a platform without assistive technology
        QVERIFY(events.contains(std::pair(QAccessible::Focus, u"seal 甲, page 1, 50 mm from left, 50 mm from top"_s)));
    QCOMPARE(m_root->focusChild(), m_root->child(0)->child(0));
    QVERIFY(m_root->focusChild()->state().focused);
    events.clear();
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_root->focusChild()->text(QAccessible::Name), u"seal 甲, page 1, 51 mm from left, 50 mm from top"_s);
    if (QAccessible::isActive())
        QVERIFY(events.contains(
            std::pair(QAccessible::NameChanged, u"seal 甲, page 1, 51 mm from left, 50 mm from top"_s)));
}

void tst_AccessibleDocument::letsAReaderSelectAMark()
{
    m_session->placeInMiddle(testing::squareSeal(20), 3);
    QAccessibleInterface* const mark = m_root->child(3)->child(0);
    QVERIFY(mark->actionInterface());
    mark->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(m_session->marks().selected());
    QVERIFY(mark->state().selected);
    QCOMPARE(m_view->currentPage(), 3);
}

void tst_AccessibleDocument::forgetsMarksThatAreGone()
{
    const auto id = m_session->placeInMiddle(testing::squareSeal(20), 0);
    QAccessibleInterface* const mark = m_root->child(0)->child(0);
    m_session->removeMark(*id);
    QVERIFY(!mark->isValid());
    QCOMPARE(m_root->child(0)->childCount(), 0);
    m_view->setSession(nullptr);
    QCOMPARE(m_root->childCount(), 0);
}

void tst_AccessibleDocument::leavesNothingUnnamed()
{
    const auto id = m_session->placeInMiddle(testing::squareSeal(20), 0);
    m_view->goToMark(*id); // brings the tool strip
    QList<QAccessibleInterface*> open { m_root };
    int visited = 0;
    while (!open.isEmpty()) {
        QAccessibleInterface* const interface = open.takeLast();
        ++visited;
        QVERIFY(interface->isValid());
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), qPrintable(QString::number(interface->role())));
        for (int index = 0; index < interface->childCount(); ++index) {
            QVERIFY(interface->child(index));
            open += interface->child(index);
        }
    }
    QVERIFY(visited >= 12 + 1 + 1 + 3);
}

QTEST_MAIN(tst_AccessibleDocument)
#include "tst_AccessibleDocument.moc"
