#include "tests/support/ForeignTools.h"
#include "ui/seal/SealMime.h"
#include "ui/seal/SealPalette.h"
#include "ui/style/Notice.h"

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace bidseal;
using namespace bidseal::seal;
using namespace Qt::StringLiterals;

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

private:
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
    m_model = std::make_unique<SealModel>(SealLibrary(m_folder->filePath(u"seals"_s)));
    m_palette = std::make_unique<SealPalette>(*m_model);
    m_palette->resize(300, 500);
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
    QVERIFY(!m_palette->findChild<QPushButton*>(u"sealPlace"_s)->isEnabled());
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

QTEST_MAIN(tst_SealPalette)
#include "tst_SealPalette.moc"
