#include "tests/support/AccessibilityWalk.h"
#include "ui/seal/HandwritingDialog.h"
#include "ui/seal/HandwritingPad.h"
#include "ui/style/Theme.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>
#include <QTranslator>

using namespace bidseal;
using namespace bidseal::seal;
using namespace Qt::StringLiterals;

/// The dialog, and a hand that writes.
class tst_HandwritingDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }

    void handsOverWhatWasWrittenAtItsTrueSize();
    void offersNothingBeforeThereIsAStroke();
    void takesStrokesBackOneByOneAndAll();
    void writesInTheChosenInk();
    void writesBroaderWhereThePenIsPressed();
    void aLongerLineMakesALargerSignature();
    void evenADotCanBeASeal();
    void namesAllItsControls();
    void pictures();

private:
    template <class Widget> Widget* find(const char* name) const
    {
        return m_dialog->findChild<Widget*>(QLatin1StringView(name));
    }
    HandwritingPad* pad() const { return find<HandwritingPad>("handwritingPad"); }
    void write(const QList<QPoint>& points);
    void writeWithPen(const QList<QPoint>& points, double pressure);

    std::unique_ptr<HandwritingDialog> m_dialog;
};

void tst_HandwritingDialog::init()
{
    m_dialog = std::make_unique<HandwritingDialog>();
    m_dialog->show();
}

void tst_HandwritingDialog::write(const QList<QPoint>& points)
{
    QTest::mousePress(pad(), Qt::LeftButton, {}, points.front());
    for (const QPoint& point : points.mid(1))
        QTest::mouseMove(pad(), point);
    QTest::mouseRelease(pad(), Qt::LeftButton, {}, points.back());
}

#if QT_CONFIG(tabletevent)
void tst_HandwritingDialog::writeWithPen(const QList<QPoint>& points, double pressure)
{
    const auto send = [this, pressure](QEvent::Type type, const QPoint& at, Qt::MouseButtons buttons) {
        QTabletEvent event(type, QPointingDevice::primaryPointingDevice(), at, pad()->mapToGlobal(at), pressure, 0, 0,
            0, 0, 0, {}, Qt::LeftButton, buttons);
        QCoreApplication::sendEvent(pad(), &event);
    };
    send(QEvent::TabletPress, points.front(), Qt::LeftButton);
    for (const QPoint& point : points.mid(1))
        send(QEvent::TabletMove, point, Qt::LeftButton);
    send(QEvent::TabletRelease, points.back(), {});
}
#endif

/// How many pixels of a picture's middle column are inked.
int breadth(const QImage& picture)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        count += qAlpha(picture.pixel(picture.width() / 2, y)) > 127;
    return count;
}

void tst_HandwritingDialog::handsOverWhatWasWrittenAtItsTrueSize()
{
    QSignalSpy drawn(m_dialog.get(), &HandwritingDialog::handwritingDrawn);
    const int left = pad()->width() / 4, right = pad()->width() * 3 / 4; // half of the pad is 60 / 0.86 / 2 mm
    write({ { left, 60 }, { (left + right) / 2, 140 }, { right, 60 } });
    QVERIFY(find<QLabel>("handwritingSize")->text().contains(u"mm"_s));
    find<QPushButton>("handwritingAccept")->click();
    QCOMPARE(drawn.count(), 1);
    QVERIFY(!m_dialog->isVisible());
    const auto picture = drawn[0][0].value<QImage>();
    const auto size = drawn[0][1].toSizeF();
    QVERIFY2(std::abs(size.width() - 34.9) < 2, qPrintable(QString::number(size.width())));
    QCOMPARE(picture.format(), QImage::Format_ARGB32);
    QVERIFY(std::abs(picture.width() / size.width() - 600 / 25.4) < 0.1);
    QVERIFY(std::abs(picture.height() / size.height() - 600 / 25.4) < 0.1);
    QCOMPARE(qAlpha(picture.pixel(picture.width() / 2, 2)), 0); // between the arms of the V
    QVERIFY(breadth(picture) > 4);
}

void tst_HandwritingDialog::offersNothingBeforeThereIsAStroke()
{
    for (const char* name : { "handwritingAccept", "handwritingUndo", "handwritingClear" })
        QVERIFY2(!find<QPushButton>(name)->isEnabled(), name);
    write({ { 60, 60 }, { 120, 90 } });
    for (const char* name : { "handwritingAccept", "handwritingUndo", "handwritingClear" })
        QVERIFY2(find<QPushButton>(name)->isEnabled(), name);
}

void tst_HandwritingDialog::takesStrokesBackOneByOneAndAll()
{
    write({ { 60, 60 }, { 120, 90 } });
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    const QSizeF one = pad()->sizeMm();
    write({ { 160, 60 }, { 220, 90 } });
    QVERIFY(pad()->sizeMm().width() > one.width());
    QTest::keyClick(m_dialog.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(pad()->sizeMm(), one);
    write({ { 160, 60 }, { 220, 90 } });
    find<QPushButton>("handwritingUndo")->click();
    QCOMPARE(pad()->sizeMm(), one);
    find<QPushButton>("handwritingClear")->click();
    QVERIFY(pad()->isEmpty());
    QVERIFY(pad()->picture().isNull());
}

void tst_HandwritingDialog::writesInTheChosenInk()
{
    write({ { 60, 60 }, { 300, 60 } });
    const auto colour = [this] {
        const QImage picture = pad()->picture();
        return picture.pixelColor(picture.width() / 2, picture.height() / 2);
    };
    QVERIFY(colour().lightness() < 40);
    find<QComboBox>("handwritingInk")->setCurrentIndex(1);
    QVERIFY(colour().blue() > 2 * colour().red());
    QCOMPARE(colour().alpha(), 255);
}

void tst_HandwritingDialog::writesBroaderWhereThePenIsPressed()
{
#if QT_CONFIG(tabletevent)
    QList<QPoint> line;
    for (int x = 60; x <= 400; x += 10)
        line << QPoint(x, 100);
    writeWithPen(line, 0.1);
    const int light = breadth(pad()->picture());
    pad()->clear();
    writeWithPen(line, 0.9);
    const int heavy = breadth(pad()->picture());
    QVERIFY2(heavy > 2 * light && light > 2, qPrintable(u"%1, %2"_s.arg(light).arg(heavy)));
#else
    QSKIP("this Qt was built without events of pens");
#endif
}

void tst_HandwritingDialog::aLongerLineMakesALargerSignature()
{
    write({ { 60, 60 }, { 300, 120 } });
    const QSizeF before = pad()->sizeMm();
    find<QDoubleSpinBox>("handwritingLine")->setValue(120);
    QVERIFY(std::abs(pad()->sizeMm().width() - 2 * before.width()) < 0.01);
}

void tst_HandwritingDialog::evenADotCanBeASeal()
{
    write({ { 60, 60 } });
    QVERIFY(pad()->sizeMm().width() >= 3 && pad()->sizeMm().height() >= 3); // the library takes no smaller ones
    QVERIFY(breadth(pad()->picture()) > 4);
}

void tst_HandwritingDialog::namesAllItsControls() { QCOMPARE(testing::unnamedControls(*m_dialog), QStringList()); }

/// For a look: BIDSEAL_SCREENSHOTS names a folder, BIDSEAL_TRANSLATION a translation.
void tst_HandwritingDialog::pictures()
{
    const QString folder = qEnvironmentVariable("BIDSEAL_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("BIDSEAL_SCREENSHOTS names no folder");
    QDir().mkpath(folder);
    QTranslator translator;
    if (const auto file = qEnvironmentVariable("BIDSEAL_TRANSLATION"); !file.isEmpty() && translator.load(file))
        QCoreApplication::installTranslator(&translator);
    style::applyTheme(*qApp,
        qEnvironmentVariable("BIDSEAL_APPEARANCE") == u"dark"_s ? style::Appearance::Dark : style::Appearance::Light);
    init();
    QTest::qWait(50);
    QVERIFY(m_dialog->grab().save(folder + u"/handwriting-empty.png"_s));
    QList<QPoint> wave;
    for (int x = 0; x <= 240; x += 6)
        wave << QPoint(90 + x, qRound(130 + 60 * std::sin(x / 26.0) - x / 8.0));
    write(wave);
    write({ { 380, 80 }, { 400, 140 }, { 430, 170 }, { 470, 120 }, { 520, 90 }, { 560, 140 } });
    QTest::qWait(50);
    QVERIFY(m_dialog->grab().save(folder + u"/handwriting.png"_s));
}

QTEST_MAIN(tst_HandwritingDialog)
#include "tst_HandwritingDialog.moc"
