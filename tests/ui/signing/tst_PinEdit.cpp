#include "ui/signing/PinEdit.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using bidseal::signing::PinEdit;

class tst_PinEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsWhatIsTyped();
    void handsOverOnce();
    void backspaceTakesAWholeCharacter();
    void offersNoClipboard();
    void offersNoInputMethodNoMenuNoDrop();
    void shortcutsDoNotStealItsKeys();
    void screenReadersLearnNothing();
    void suspectsCapsLock();
    void returnGoesOn();

private:
    std::unique_ptr<PinEdit> m_edit;
};

void tst_PinEdit::init()
{
    m_edit = std::make_unique<PinEdit>();
    m_edit->show();
    m_edit->setFocus();
}

void tst_PinEdit::keepsWhatIsTyped()
{
    QTest::keyClicks(m_edit.get(), u"a1B 2"_s);
    QCOMPARE(m_edit->take().view(), std::string_view("a1B 2"));
}

void tst_PinEdit::handsOverOnce()
{
    QSignalSpy edited(m_edit.get(), &PinEdit::edited);
    QTest::keyClicks(m_edit.get(), u"1234"_s);
    QCOMPARE(edited.count(), 4);
    QCOMPARE(m_edit->take().characterCount(), 4);
    QVERIFY(m_edit->isEmpty());
    QVERIFY(m_edit->take().isEmpty());
}

void tst_PinEdit::backspaceTakesAWholeCharacter()
{
    QTest::sendKeyEvent(QTest::Click, m_edit.get(), Qt::Key_unknown, u"密"_s, Qt::NoModifier);
    QTest::sendKeyEvent(QTest::Click, m_edit.get(), Qt::Key_unknown, u"码"_s, Qt::NoModifier);
    QTest::keyClick(m_edit.get(), Qt::Key_Backspace);
    QCOMPARE(m_edit->take().view(), std::string_view("密"));
    QTest::keyClicks(m_edit.get(), u"123"_s);
    QTest::keyClick(m_edit.get(), Qt::Key_Delete);
    QVERIFY(m_edit->isEmpty());
}

void tst_PinEdit::offersNoClipboard()
{
    QGuiApplication::clipboard()->setText(u"pasted"_s);
    QTest::keyClick(m_edit.get(), Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(m_edit.get(), Qt::Key_Insert, Qt::ShiftModifier);
    QVERIFY(m_edit->isEmpty());
    QTest::keyClicks(m_edit.get(), u"1234"_s);
    QTest::keyClick(m_edit.get(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_edit.get(), Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(m_edit.get(), Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"pasted"_s);
    QCOMPARE(m_edit->take().characterCount(), 4);
}

void tst_PinEdit::offersNoInputMethodNoMenuNoDrop()
{
    QVERIFY(!m_edit->testAttribute(Qt::WA_InputMethodEnabled));
    QVERIFY(m_edit->inputMethodHints().testFlag(Qt::ImhHiddenText));
    QCOMPARE(m_edit->contextMenuPolicy(), Qt::NoContextMenu);
    QVERIFY(!m_edit->acceptDrops());
    QVERIFY2(m_edit->findChildren<QLineEdit*>().isEmpty(), "a line edit's text would stay in memory");
}

void tst_PinEdit::shortcutsDoNotStealItsKeys()
{
    QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_1, Qt::NoModifier, u"1"_s);
    override.ignore();
    QCoreApplication::sendEvent(m_edit.get(), &override);
    QVERIFY(override.isAccepted());
}

void tst_PinEdit::screenReadersLearnNothing()
{
    m_edit->setAccessibleName(u"PIN"_s);
    QTest::keyClicks(m_edit.get(), u"1234"_s);
    auto* accessible = QAccessible::queryAccessibleInterface(m_edit.get());
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::EditableText);
    QVERIFY(accessible->state().passwordEdit);
    QCOMPARE(accessible->text(QAccessible::Name), u"PIN"_s);
    for (const auto text :
        { QAccessible::Value, QAccessible::Description, QAccessible::Help, QAccessible::DebugDescription })
        QVERIFY(!accessible->text(text).contains(u"1234"_s));
    QVERIFY(!accessible->textInterface());
}

void tst_PinEdit::suspectsCapsLock()
{
    QSignalSpy suspected(m_edit.get(), &PinEdit::capsLockSuspected);
    QTest::sendKeyEvent(QTest::Click, m_edit.get(), Qt::Key_A, u"A"_s, Qt::NoModifier);
    QCOMPARE(suspected.last().first().toBool(), true);
    QTest::sendKeyEvent(QTest::Click, m_edit.get(), Qt::Key_A, u"A"_s, Qt::ShiftModifier);
    QCOMPARE(suspected.last().first().toBool(), false);
}

void tst_PinEdit::returnGoesOn()
{
    QSignalSpy returned(m_edit.get(), &PinEdit::returnPressed);
    QTest::keyClick(m_edit.get(), Qt::Key_Return);
    QCOMPARE(returned.count(), 1);
    QVERIFY(m_edit->isEmpty());
}

QTEST_MAIN(tst_PinEdit)
#include "tst_PinEdit.moc"
