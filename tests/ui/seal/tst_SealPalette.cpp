#include "tests/support/ForeignTools.h"
#include "ui/seal/HandwritingDialog.h"
#include "ui/seal/ScanDialog.h"
#include "ui/seal/SealMime.h"
#include "ui/seal/SealPalette.h"
#include "ui/seal/SealTransferDialogs.h"
#include "ui/style/Notice.h"
#include "ui/style/Theme.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace bidseal;
using namespace bidseal::seal;
using namespace Qt::StringLiterals;

namespace {

const QStringList kWays { u"sealPlace"_s, u"sealPlaceOnPages"_s, u"sealPlaceAtKeyword"_s, u"sealPlaceAlongSeam"_s };

} // namespace

/// The palette over a real library in a real folder.
class tst_SealPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void invitesToAddAFirstSeal();
    void addsASealFromAFile();
    void offersTheKindThatTheNameSuggestsAndItsUsualSize();
    void saysWhyAFileIsNoSeal();
    void editsAndRemoves();
    void placesByEnterOnlyWhereThereIsAPage();
    void carriesOnlyTheIdWhenDragged();
    void showsSealsInTrueProportion();
    void eachWayOfPlacingIsOneButton();
    void saysWhoseASealIsAndThatItHasExpired();
    void makesADateSealOfToday();
    void keepsTheDateSealForNextTime();
    void describesASealThatWasMadeElsewhere();
    void takesSealsFromScansAndDrawings();
    void carriesSealsToAnotherComputer();
    void aWrongPasswordCanBeTypedAgain();
    void returnInTheNameAddsTheSeal();
    void pictures();

private:
    void makePalette();
    QAction* action(const QString& name) const { return m_palette->findChild<QAction*>(name); }
    void type(QWidget* field, const char* text) const
    {
        field->setFocus();
        QTest::keyClicks(field, QString::fromLatin1(text));
    }
    QString writePicture(const QString& name, QSize size, QColor colour = QColor(200, 0, 0));
    QDialog* dialog() const { return m_palette->findChild<QDialog*>(u"sealDialog"_s); }
    void add(const QString& path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SealModel> m_model;
    std::unique_ptr<SealPalette> m_palette;
};

void tst_SealPalette::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath(u"settings"_s));
    QCoreApplication::setOrganizationName(u"BidSeal"_s);
    QCoreApplication::setApplicationName(u"BidSeal"_s);
    QSettings().clear();
    makePalette();
}

void tst_SealPalette::makePalette()
{
    m_palette.reset();
    m_model = std::make_unique<SealModel>(SealLibrary(m_folder->filePath(u"seals"_s)));
    m_palette = std::make_unique<SealPalette>(*m_model);
    m_palette->resize(300, 560);
    m_palette->show();
    QSignalSpy loaded(m_model.get(), &SealModel::loaded);
    m_model->load();
    QVERIFY(loaded.wait());
}

void tst_SealPalette::cleanup()
{
    m_palette.reset();
    m_model.reset();
}

QString tst_SealPalette::writePicture(const QString& name, QSize size, QColor colour)
{
    QImage picture(size, QImage::Format_ARGB32);
    picture.fill(colour);
    const QString path = m_folder->filePath(name);
    return picture.save(path) ? path : QString();
}

void tst_SealPalette::add(const QString& path)
{
    m_palette->addFromFile(path);
    auto* const accept = dialog()->findChild<QPushButton*>(u"sealAccept"_s);
    QTRY_VERIFY(accept->isEnabled());
    QSignalSpy added(m_model.get(), &SealModel::added);
    accept->click();
    QVERIFY(added.wait());
    QTRY_VERIFY(!dialog());
}

/// While the picture was read there was nothing to press but "Cancel".
void tst_SealPalette::returnInTheNameAddsTheSeal()
{
    m_palette->addFromFile(writePicture(u"公章.png"_s, QSize(200, 200)));
    auto* const name = dialog()->findChild<QLineEdit*>(u"sealName"_s);
    QTRY_VERIFY(name->isEnabled() && name->hasFocus());
    QSignalSpy added(m_model.get(), &SealModel::added);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(added.wait());
}

void tst_SealPalette::invitesToAddAFirstSeal()
{
    QVERIFY(m_palette->findChild<QPushButton*>(u"sealAddFirst"_s)->isVisible());
    QVERIFY(!m_palette->findChild<QListView*>(u"sealList"_s)->isVisible());
}

void tst_SealPalette::addsASealFromAFile()
{
    add(writePicture(u"样章.png"_s, QSize(300, 300)));
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(m_palette->findChild<QListView*>(u"sealList"_s)->isVisible());
    const std::optional<Seal> seal = m_palette->currentSeal();
    QVERIFY(seal);
    QCOMPARE(seal->name, u"样章"_s);

    // Still there for the next start.
    SealModel next(SealLibrary(m_folder->filePath(u"seals"_s)));
    next.load();
    QTRY_COMPARE(next.rowCount(), 1);
    QCOMPARE(next.seal(seal->id)->name, u"样章"_s);
}

void tst_SealPalette::offersTheKindThatTheNameSuggestsAndItsUsualSize()
{
    m_palette->addFromFile(writePicture(u"法人章.png"_s, QSize(200, 200)));
    auto* const width = dialog()->findChild<QDoubleSpinBox*>(u"sealWidth"_s);
    auto* const kind = dialog()->findChild<QComboBox*>(u"sealKind"_s);
    QTRY_VERIFY(width->isEnabled());
    QCOMPARE(static_cast<Kind>(kind->currentData().toInt()), Kind::LegalRepresentative);
    QCOMPARE(width->value(), sizeLimits(Kind::LegalRepresentative).usual);
    kind->setCurrentIndex(kind->findData(static_cast<int>(Kind::Company)));
    Q_EMIT kind->activated(kind->currentIndex());
    QCOMPARE(width->value(), sizeLimits(Kind::Company).usual);
    QCOMPARE(width->maximum(), sizeLimits(Kind::Company).largest);
}

void tst_SealPalette::saysWhyAFileIsNoSeal()
{
    const QString path = m_folder->filePath(u"notes.png"_s);
    QVERIFY(testing::writeFile(path, "not a picture"));
    m_palette->addFromFile(path);
    auto* const notice = dialog()->findChild<style::Notice*>(u"sealDialogNotice"_s);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(!notice->text().title.isEmpty());
    QVERIFY(!dialog()->findChild<QPushButton*>(u"sealAccept"_s)->isEnabled());
}

void tst_SealPalette::editsAndRemoves()
{
    add(writePicture(u"样章.png"_s, QSize(300, 300)));
    m_palette->findChild<QToolButton*>(u"sealEdit"_s)->click();
    dialog()->findChild<QLineEdit*>(u"sealName"_s)->setText(u"公章 样章"_s);
    dialog()->findChild<QLineEdit*>(u"sealHolder"_s)->setText(u" 示例建设工程有限公司 "_s);
    dialog()->findChild<QPushButton*>(u"sealAccept"_s)->click();
    QTRY_COMPARE(m_palette->currentSeal()->name, u"公章 样章"_s);
    QCOMPARE(m_palette->currentSeal()->holder, u"示例建设工程有限公司"_s);
    m_palette->findChild<QToolButton*>(u"sealEdit"_s)->click();
    QCOMPARE(dialog()->findChild<QLineEdit*>(u"sealHolder"_s)->text(), u"示例建设工程有限公司"_s);
    dialog()->close();

    m_palette->findChild<QToolButton*>(u"sealRemove"_s)->click();
    auto* const confirm = m_palette->findChild<QPushButton*>(u"sealRemoveConfirm"_s);
    QVERIFY(confirm && confirm->isVisible());
    QCOMPARE(m_model->rowCount(), 1);
    confirm->click();
    QTRY_COMPARE(m_model->rowCount(), 0);
    QTRY_VERIFY(m_palette->findChild<QPushButton*>(u"sealAddFirst"_s)->isVisible());
}

void tst_SealPalette::placesByEnterOnlyWhereThereIsAPage()
{
    add(writePicture(u"样章.png"_s, QSize(300, 300)));
    QSignalSpy requested(m_palette.get(), &SealPalette::placeRequested);
    auto* const list = m_palette->findChild<QListView*>(u"sealList"_s);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(requested.count(), 0);
    for (const auto& way : kWays)
        QVERIFY(!m_palette->findChild<QPushButton*>(way)->isEnabled());
    m_palette->setPlacingEnabled(true);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.front().front().value<Seal>().name, u"样章"_s);
}

void tst_SealPalette::carriesOnlyTheIdWhenDragged()
{
    add(writePicture(u"样章.png"_s, QSize(300, 300)));
    const std::unique_ptr<QMimeData> data(m_model->mimeData({ m_model->index(0) }));
    QCOMPARE(data->formats(), QStringList(kSealMimeType));
    QCOMPARE(m_model->seal(QString::fromUtf8(data->data(kSealMimeType)))->name, u"样章"_s);
}

void tst_SealPalette::showsSealsInTrueProportion()
{
    add(writePicture(u"公章.png"_s, QSize(300, 300), QColor(200, 0, 0)));
    add(writePicture(u"法人章.png"_s, QSize(300, 300), QColor(0, 0, 200)));
    const double proportion = sizeLimits(Kind::LegalRepresentative).usual / sizeLimits(Kind::Company).usual;
    const auto widthOf = [this](auto isColour) {
        const QImage image = m_palette->findChild<QListView*>(u"sealList"_s)->viewport()->grab().toImage();
        QRect found;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (isColour(image.pixelColor(x, y)))
                    found |= QRect(x, y, 1, 1);
            }
        }
        return found.width();
    };
    const auto red = [](const QColor& c) { return c.red() > 160 && c.green() < 40 && c.blue() < 40; };
    const auto blue = [](const QColor& c) { return c.blue() > 160 && c.green() < 40 && c.red() < 40; };
    QTRY_VERIFY(widthOf(red) > 20);
    QVERIFY(std::abs(widthOf(blue) - widthOf(red) * proportion) <= 2);
}

void tst_SealPalette::eachWayOfPlacingIsOneButton()
{
    add(writePicture(u"样章.png"_s, QSize(300, 300)));
    m_palette->setPlacingEnabled(true);
    QSignalSpy here(m_palette.get(), &SealPalette::placeRequested);
    QSignalSpy pages(m_palette.get(), &SealPalette::placeOnPagesRequested);
    QSignalSpy keyword(m_palette.get(), &SealPalette::placeAtKeywordRequested);
    QSignalSpy seam(m_palette.get(), &SealPalette::placeAlongSeamRequested);
    QList<QSignalSpy*> spies { &here, &pages, &keyword, &seam };
    for (qsizetype i = 0; i < kWays.size(); ++i) {
        auto* const way = m_palette->findChild<QPushButton*>(kWays[i]);
        way->setFocus();
        QTest::keyClick(way, Qt::Key_Space);
        for (qsizetype j = 0; j < spies.size(); ++j)
            QCOMPARE(spies[j]->count(), j <= i ? 1 : 0);
        QCOMPARE(spies[i]->front().front().value<Seal>().name, u"样章"_s);
    }
}

void tst_SealPalette::saysWhoseASealIsAndThatItHasExpired()
{
    add(writePicture(u"样章.png"_s, QSize(300, 300)));
    auto seal = *m_palette->currentSeal();
    seal.holder = u"示例建设工程有限公司"_s;
    const auto description = [this] { return m_model->index(0).data(Qt::AccessibleTextRole).toString(); };
    m_model->update(seal);
    QTRY_VERIFY(description().contains(seal.holder));
    QVERIFY(!description().contains(u"Expired"_s));
    seal.validUntil = QDate::currentDate().addDays(-1);
    m_model->update(seal);
    QTRY_VERIFY(description().contains(u"Expired"_s));
    seal.validUntil = {};
    seal.validFrom = QDate::currentDate().addDays(1);
    m_model->update(seal);
    QTRY_VERIFY(description().contains(u"Valid from"_s));
}

void tst_SealPalette::makesADateSealOfToday()
{
    if (!plan::dateSeal(QDate::currentDate(), plan::DateStyle::Digits, 5))
        QSKIP("no font shows Chinese here");
    QSignalSpy added(m_model.get(), &SealModel::added);
    action(u"sealAddDate-chinese"_s)->trigger();
    QVERIFY(added.wait());
    const auto seal = m_palette->currentSeal();
    QVERIFY(seal);
    QCOMPARE(seal->kind, Kind::Date);
    QCOMPARE(seal->day, QDate::currentDate());
    QCOMPARE(seal->name, plan::dateText(seal->day, plan::DateStyle::Chinese));
    QVERIFY(SealModel::isDateSeal(*m_model->seal(seal->id))); // dragged by its id like any other
    QVERIFY(SealLibrary(m_folder->filePath(u"seals"_s)).seals()->empty());
    QVERIFY(!m_palette->findChild<QToolButton*>(u"sealEdit"_s)->isEnabled());
    QVERIFY(!action(u"sealExport"_s)->isEnabled());

    action(u"sealAddDate-digits"_s)->trigger();
    QTRY_COMPARE(m_palette->currentSeal()->name, plan::dateText(seal->day, plan::DateStyle::Digits));
    QCOMPARE(m_model->rowCount(), 1);
    m_palette->findChild<QToolButton*>(u"sealRemove"_s)->click();
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void tst_SealPalette::keepsTheDateSealForNextTime()
{
    if (!plan::dateSeal(QDate::currentDate(), plan::DateStyle::Digits, 5))
        QSKIP("no font shows Chinese here");
    action(u"sealAddDate-chinese"_s)->trigger();
    QTRY_COMPARE(m_model->rowCount(), 1);
    makePalette();
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_palette->findChild<QToolButton*>(u"sealRemove"_s)->click();
    QTRY_COMPARE(m_model->rowCount(), 0);
    makePalette();
    QCOMPARE(m_model->rowCount(), 0);
}

void tst_SealPalette::describesASealThatWasMadeElsewhere()
{
    QImage picture(120, 60, QImage::Format_ARGB32);
    picture.fill(Qt::black);
    m_palette->addSeal({ {}, u"手写签名"_s, Kind::Handwriting, picture, { 36, 18 } });
    QCOMPARE(dialog()->findChild<QDoubleSpinBox*>(u"sealWidth"_s)->value(), 36.0);
    QSignalSpy added(m_model.get(), &SealModel::added);
    dialog()->findChild<QPushButton*>(u"sealAccept"_s)->click();
    QVERIFY(added.wait());
    QCOMPARE(m_palette->currentSeal()->kind, Kind::Handwriting);
    QCOMPARE(m_palette->currentSeal()->sizeMm, QSizeF(36, 18));
}

void tst_SealPalette::takesSealsFromScansAndDrawings()
{
    QImage picture(120, 60, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    m_palette->addFromScan(m_folder->filePath(u"公章扫描.jpg"_s)); // what is in it is the dialog's own test
    Q_EMIT m_palette->findChild<ScanDialog*>()->sealExtracted(picture, QSizeF(41, 20.5));
    QCOMPARE(dialog()->findChild<QLineEdit*>(u"sealName"_s)->text(), u"公章扫描"_s);
    QCOMPARE(dialog()->findChild<QDoubleSpinBox*>(u"sealWidth"_s)->value(), 41.0);
    QCOMPARE(dialog()->findChild<QComboBox*>(u"sealKind"_s)->currentData().toInt(), int(Kind::Company));
    dialog()->close();
    QTRY_VERIFY(!dialog());

    action(u"sealDraw"_s)->trigger();
    Q_EMIT m_palette->findChild<HandwritingDialog*>()->handwritingDrawn(picture, QSizeF(44, 22));
    QCOMPARE(dialog()->findChild<QDoubleSpinBox*>(u"sealWidth"_s)->value(), 44.0);
    QCOMPARE(dialog()->findChild<QComboBox*>(u"sealKind"_s)->currentData().toInt(), int(Kind::Handwriting));
}

void tst_SealPalette::carriesSealsToAnotherComputer()
{
    add(writePicture(u"公章.png"_s, QSize(30, 30)));
    add(writePicture(u"法人章.png"_s, QSize(30, 30), Qt::blue));
    m_palette->exportSeals();
    auto* const exporting = m_palette->findChild<SealExportDialog*>();
    auto* const accept = exporting->findChild<QPushButton*>(u"sealExportAccept"_s);
    auto* const password = exporting->findChild<QWidget*>(u"sealExportPassword"_s);
    auto* const repeated = exporting->findChild<QWidget*>(u"sealExportRepeated"_s);
    auto* const notice = exporting->findChild<style::Notice*>(u"sealExportNotice"_s);
    QVERIFY(!accept->isEnabled());
    type(password, "sample-Password-1");
    type(repeated, "sample-Password-2");
    accept->click();
    QVERIFY(notice->isVisible()); // they differ
    type(password, "short");
    type(repeated, "short");
    accept->click();
    QVERIFY(notice->isVisible());
    auto* const list = exporting->findChild<QListWidget*>(u"sealExportList"_s);
    QCOMPARE(list->count(), 2);
    list->item(1)->setCheckState(Qt::Unchecked);
    type(password, "sample-Password-1");
    type(repeated, "sample-Password-1");
    const QString file = m_folder->filePath(u"印章.bidseals"_s);
    exporting->exportTo(file);
    QTRY_VERIFY(QFile::exists(file));
    auto* const told = m_palette->findChild<style::Notice*>(u"sealNotice"_s);
    QTRY_VERIFY(told->isVisible() && told->text().text.contains(u"印章.bidseals"_s));
    QTRY_VERIFY(!m_palette->findChild<SealExportDialog*>());

    SealModel there(SealLibrary(m_folder->filePath(u"there"_s)));
    SealPalette palette(there);
    palette.show();
    palette.importFrom(file);
    auto* const importing = palette.findChild<SealImportDialog*>();
    type(importing->findChild<QWidget*>(u"sealImportPassword"_s), "sample-Password-1");
    importing->findChild<QPushButton*>(u"sealImportAccept"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(there.rowCount(), 1, 20'000);
    QTRY_VERIFY(palette.findChild<style::Notice*>(u"sealNotice"_s)->isVisible());
    QCOMPARE(palette.currentSeal()->name, u"公章"_s);
    QCOMPARE(palette.currentSeal()->id, m_model->index(0).data(SealModel::SealRole).value<Seal>().id);
}

void tst_SealPalette::aWrongPasswordCanBeTypedAgain()
{
    SealLibrary there(m_folder->filePath(u"there"_s));
    QImage picture(30, 30, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    const auto seal = *there.add({ {}, u"公章"_s, Kind::Company, picture, { 42, 42 } });
    const QString file = m_folder->filePath(u"印章.bidseals"_s);
    QVERIFY(there.exportTo(file, Secret::fromUtf8("sample-Password-1"), { seal.id }));
    m_palette->importFrom(file);
    auto* const importing = m_palette->findChild<SealImportDialog*>();
    auto* const password = importing->findChild<QWidget*>(u"sealImportPassword"_s);
    auto* const notice = importing->findChild<style::Notice*>(u"sealImportNotice"_s);
    type(password, "sample-Password-2");
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 20'000);
    QVERIFY(notice->text().smallPrint.contains(u"seal-file-password-wrong"_s));
    QCOMPARE(m_model->rowCount(), 0);
    type(password, "sample-Password-1");
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 1, 20'000);
}

/// For a look: BIDSEAL_SCREENSHOTS names a folder, BIDSEAL_LANGUAGE a translation.
void tst_SealPalette::pictures()
{
    const QString folder = qEnvironmentVariable("BIDSEAL_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("BIDSEAL_SCREENSHOTS names no folder");
    QTranslator translator;
    if (const auto file = qEnvironmentVariable("BIDSEAL_TRANSLATION"); !file.isEmpty() && translator.load(file)) {
        QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    }
    style::applyTheme(*qApp,
        qEnvironmentVariable("BIDSEAL_APPEARANCE") == u"dark"_s ? style::Appearance::Dark : style::Appearance::Light);
    makePalette();
    QVERIFY(m_palette->grab().save(folder + u"/seals-empty.png"_s));
    add(writePicture(u"公章.png"_s, QSize(300, 300)));
    auto seal = *m_palette->currentSeal();
    seal.holder = u"示例建设工程有限公司"_s;
    seal.certificates = { { u"a1b2c3d4e5f6"_s, seal.holder } };
    seal.validUntil = QDate::currentDate().addDays(200);
    m_model->update(seal);
    add(writePicture(u"法人章.png"_s, QSize(300, 300), QColor(200, 0, 0)));
    seal = *m_palette->currentSeal();
    seal.holder = u"张三（示例建设工程有限公司）"_s;
    seal.validUntil = QDate::currentDate().addDays(-30);
    m_model->update(seal);
    action(u"sealAddDate-digits"_s)->trigger();
    QTRY_COMPARE(m_model->rowCount(), 3);
    m_palette->setPlacingEnabled(true);
    m_palette->resize(280, 600);
    m_palette->setCurrentSeal(m_model->seals().front().id);
    QTest::qWait(100);
    QVERIFY(m_palette->grab().save(folder + u"/seals.png"_s));
    m_palette->setCertificateSource([] {
        return std::vector<EnrolledCertificate> { { u"a1b2c3d4e5f6"_s, u"示例建设工程有限公司"_s },
            { u"0f9e8d7c6b5a"_s, u"张三（示例建设工程有限公司）"_s } };
    });
    m_palette->findChild<QToolButton*>(u"sealEdit"_s)->click();
    QTest::qWait(100);
    QVERIFY(dialog()->grab().save(folder + u"/seal-dialog.png"_s));
    dialog()->close();
    m_palette->exportSeals();
    QTest::qWait(100);
    QVERIFY(m_palette->findChild<SealExportDialog*>()->grab().save(folder + u"/seal-export.png"_s));
    SealImportDialog importing(*m_model, u"印章.bidseals"_s);
    importing.show();
    QTest::qWait(100);
    QVERIFY(importing.grab().save(folder + u"/seal-import.png"_s));
    for (auto* const button : m_palette->findChildren<QToolButton*>(u"sealAdd"_s)) {
        button->menu()->popup({});
        QTest::qWait(100);
        QVERIFY(button->menu()->grab().save(folder + u"/seal-add-menu.png"_s));
        button->menu()->close();
    }
    QCoreApplication::removeTranslator(&translator);
}

QTEST_MAIN(tst_SealPalette)
#include "tst_SealPalette.moc"
