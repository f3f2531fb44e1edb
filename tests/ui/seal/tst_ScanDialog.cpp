#include "tests/core/seal/extraction/SampleSheet.h"
#include "tests/support/AccessibilityWalk.h"
#include "tests/support/ForeignTools.h"
#include "ui/seal/LiftedSealView.h"
#include "ui/seal/ScanDialog.h"
#include "ui/seal/ScanView.h"
#include "ui/style/Notice.h"
#include "ui/style/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace bidseal;
using namespace bidseal::seal;
using namespace bidseal::test;
using namespace Qt::StringLiterals;

/// A sheet with impressions in a file, and the dialog that lifts one of them off.
class tst_ScanDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_dialog.reset(); }

    void handsOverTheBestImpressionWithItsSize();
    void asksForTheResolutionThatTheFileDoesNotSay();
    void takesAnotherImpressionByClickAndByKeyboard();
    void looksOnlyIntoADrawnFrame();
    void followsItsSettings();
    void saysWhatWasNotFoundAndLetsOneTryOn();
    void saysWhyAFileIsNoScan();
    void canBeClosedWhileItWorks();
    void namesAllItsControls();
    void pictures();

private:
    template <class Widget> Widget* find(const char* name) const
    {
        return m_dialog->findChild<Widget*>(QLatin1StringView(name));
    }
    void open(const QString& path);
    [[nodiscard]] bool isReady() const { return find<QPushButton>("scanAccept")->isEnabled(); }
    [[nodiscard]] QImage result() const { return find<LiftedSealView>("scanResult")->seal(); }
    /// Where a place on the scan is in the view.
    [[nodiscard]] QPoint inView(QPointF pixel) const;

    QTemporaryDir m_folder;
    QString m_single, m_form, m_silent;
    SampleSheet m_formSheet;
    QSize m_formSize;
    std::unique_ptr<ScanDialog> m_dialog;
};

void tst_ScanDialog::initTestCase()
{
    SheetPlan plan;
    plan.dpi = 150;
    plan.seal = SampleSeal::Square;
    const auto write = [this](const QString& name, const QByteArray& file) {
        const QString path = m_folder.filePath(name);
        return testing::writeFile(path, file) ? path : QString();
    };
    const QByteArray single = drawSheet(plan).file;
    m_single = write(u"single.png"_s, single);
    QByteArray silent = single;
    silent.remove(silent.indexOf("pHYs") - 4, 21);
    m_silent = write(u"silent.png"_s, silent);
    plan.seal = SampleSeal::Star;
    plan.impressions = 4;
    plan.paper = SamplePaper::Yellowed;
    m_formSheet = drawSheet(plan);
    m_form = write(u"form.png"_s, m_formSheet.file);
    m_formSize = QImage(m_form).size();
}

void tst_ScanDialog::open(const QString& path)
{
    m_dialog = std::make_unique<ScanDialog>(path);
    m_dialog->show();
}

QPoint tst_ScanDialog::inView(QPointF pixel) const
{
    constexpr int kMargin = 8;
    const QRectF room = QRectF(find<ScanView>("scanSheet")->rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const double scale = std::min(room.width() / m_formSize.width(), room.height() / m_formSize.height());
    const QPointF middle(m_formSize.width() / 2.0, m_formSize.height() / 2.0);
    return (room.center() + (pixel - middle) * scale).toPoint();
}

void tst_ScanDialog::handsOverTheBestImpressionWithItsSize()
{
    open(m_form);
    QSignalSpy extracted(m_dialog.get(), &ScanDialog::sealExtracted);
    QVERIFY(!isReady());
    QTRY_VERIFY(isReady());
    QCOMPARE(find<QSpinBox>("scanDpi")->value(), 150);
    QVERIFY(find<QLabel>("scanSize")->text().contains(u"42"_s));
    find<QPushButton>("scanAccept")->click();
    QCOMPARE(extracted.count(), 1);
    QVERIFY(!m_dialog->isVisible());
    const auto picture = extracted[0][0].value<QImage>();
    QCOMPARE(picture.format(), QImage::Format_ARGB32);
    QCOMPARE(qAlpha(picture.pixel(2, 2)), 0);
    const auto size = extracted[0][1].value<std::optional<QSizeF>>();
    QVERIFY(size && std::abs(size->width() - 42) < 0.8);
}

void tst_ScanDialog::asksForTheResolutionThatTheFileDoesNotSay()
{
    open(m_silent);
    QTRY_VERIFY(isReady());
    auto* const dpi = find<QSpinBox>("scanDpi");
    QCOMPARE(dpi->text(), dpi->specialValueText());
    QTRY_VERIFY(dpi->hasFocus() || !m_dialog->isActiveWindow());
    const QString question = find<QLabel>("scanSize")->text();
    QVERIFY(question.contains(u"dots per inch"_s));
    dpi->setFocus();
    dpi->selectAll();
    QTest::keyClicks(dpi, u"150"_s);
    QVERIFY(!isReady()); // until it is worked out
    QTRY_VERIFY(isReady());
    QVERIFY2(find<QLabel>("scanSize")->text().contains(u"20"_s), qPrintable(find<QLabel>("scanSize")->text()));
}

void tst_ScanDialog::takesAnotherImpressionByClickAndByKeyboard()
{
    open(m_form);
    QTRY_VERIFY(isReady());
    auto* const sheet = find<ScanView>("scanSheet");
    const QImage best = result();
    const QString description = sheet->accessibleDescription();
    QTest::keyClick(sheet, Qt::Key_Right);
    QVERIFY(sheet->accessibleDescription() != description);
    QTRY_VERIFY(isReady());
    QVERIFY(result() != best);
    QTest::mouseClick(sheet, Qt::LeftButton, {}, inView(m_formSheet.goodPixel));
    QTRY_VERIFY(isReady());
    QCOMPARE(result(), best);
}

void tst_ScanDialog::looksOnlyIntoADrawnFrame()
{
    open(m_form);
    QTRY_VERIFY(isReady());
    auto* const sheet = find<ScanView>("scanSheet");
    auto* const whole = find<QPushButton>("scanWholeSheet");
    const QImage best = result();
    QVERIFY(!whole->isVisible());
    // The good one is in the second quarter: the frame is drawn around another.
    const QPoint from = inView({ 5, m_formSize.height() / 2.0 }),
                 to = inView({ m_formSize.width() / 2.0, m_formSize.height() - 5.0 });
    QTest::mousePress(sheet, Qt::LeftButton, {}, from);
    QTest::mouseMove(sheet, (from + to) / 2);
    QTest::mouseMove(sheet, to);
    QTest::mouseRelease(sheet, Qt::LeftButton, {}, to);
    QTRY_VERIFY(isReady());
    QVERIFY(result() != best);
    QVERIFY(whole->isVisible());
    whole->click();
    QTRY_VERIFY(isReady());
    QCOMPARE(result(), best);
    QVERIFY(!whole->isVisible());
}

void tst_ScanDialog::followsItsSettings()
{
    open(m_single);
    QTRY_VERIFY(isReady());
    for (const char* name : { "scanBackground", "scanSoftness", "scanCleaning" }) {
        const QImage before = result();
        auto* const slider = find<QSlider>(name);
        const Qt::Key key = slider->value() > 50 ? Qt::Key_PageDown : Qt::Key_PageUp;
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(slider, key);
        QTRY_VERIFY(isReady());
        QVERIFY2(result() != before, name);
    }
}

void tst_ScanDialog::saysWhatWasNotFoundAndLetsOneTryOn()
{
    open(m_single);
    QTRY_VERIFY(isReady());
    auto* const ink = find<QComboBox>("scanInk");
    auto* const notice = find<style::Notice>("scanNotice");
    ink->setCurrentIndex(2); // blue; the seal is red
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().title.contains(u"single.png"_s));
    QVERIFY(!isReady());
    ink->setCurrentIndex(1);
    QTRY_VERIFY(isReady());
    QVERIFY(!notice->isVisible());
}

void tst_ScanDialog::saysWhyAFileIsNoScan()
{
    const QString path = m_folder.filePath(u"notes.png"_s);
    QVERIFY(testing::writeFile(path, "not a picture"));
    open(path);
    auto* const notice = find<style::Notice>("scanNotice");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().title.contains(u"notes.png"_s));
    QVERIFY(!find<QPushButton>("scanAccept")->isVisible());
    QVERIFY(!find<ScanView>("scanSheet")->isVisible());
}

void tst_ScanDialog::canBeClosedWhileItWorks()
{
    open(m_form);
    m_dialog.reset();
    open(m_form);
    QTRY_VERIFY(isReady());
    find<QCheckBox>("scanStraighten")->toggle();
    QTest::qWait(130); // it has begun
    m_dialog.reset();
    QTest::qWait(200); // and nobody is called back
}

void tst_ScanDialog::namesAllItsControls()
{
    open(m_single);
    QTRY_VERIFY(isReady());
    QCOMPARE(testing::unnamedControls(*m_dialog), QStringList());
}

/// For a look: BIDSEAL_SCREENSHOTS names a folder, BIDSEAL_TRANSLATION a translation.
void tst_ScanDialog::pictures()
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
    open(m_form);
    QTRY_VERIFY(isReady());
    QTest::qWait(100);
    QVERIFY(m_dialog->grab().save(folder + u"/scan.png"_s));
    auto* const ground = find<QComboBox>("scanGround");
    ground->setCurrentIndex(2);
    find<QComboBox>("scanScale")->setCurrentIndex(1);
    find<QComboBox>("scanInk")->setCurrentIndex(2);
    QTRY_VERIFY(find<style::Notice>("scanNotice")->isVisible());
    QVERIFY(m_dialog->grab().save(folder + u"/scan-nothing.png"_s));
    open(m_silent);
    QTRY_VERIFY(isReady());
    find<QComboBox>("scanGround")->setCurrentIndex(2);
    find<QComboBox>("scanScale")->setCurrentIndex(1);
    QTest::qWait(100);
    QVERIFY(m_dialog->grab().save(folder + u"/scan-silent.png"_s));
}

QTEST_MAIN(tst_ScanDialog)
#include "tst_ScanDialog.moc"
