#include "core/pdf/FlatPages.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/SamplePdfs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;

namespace {

constexpr int kDotsPerInch = 72;

QImage renderedByQt(const QByteArray& pdf) { return renderByQtPdf(pdf, 0, kDotsPerInch); }

int countPixels(const QImage& image, QRgb colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += (image.pixel(x, y) & RGB_MASK) == (colour & RGB_MASK);
    }
    return count;
}

constexpr QRgb kRed = 0xff0000, kGreen = 0x00ff00, kBlue = 0x0000ff;

} // namespace

class tst_FlatPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWidgetsAndAnnotationsWherePopplerShowsThem_data();
    void showsWidgetsAndAnnotationsWherePopplerShowsThem();
    void showsAForeignSignature();
    void showsFieldsWhoseFontTheFormNames();
    void opensEncryptedDocumentsAndGivesPlainPages();
    void bringsNoOtherPagesPicturesAlong();
    void unbalancedContentDoesNotMoveAppearances();
    void doesNotGrowTheSourceWithEachPage();
    void endlessReferencesAreRefused();
    void pagesThatAreNotThereAreRefused();

private:
    QString written(const QByteArray& pdf)
    {
        const QString file = m_folder.filePath(u"document.pdf"_s);
        return writeFile(file, pdf) ? file : QString();
    }
    QByteArray flatPage(const QString& file, int page = 0, const Secret* password = nullptr)
    {
        const auto pages = pdf::FlatPages::open(file, password);
        if (!pages) {
            qWarning() << pages.error().detail;
            return {};
        }
        const auto flat = (*pages)->page(page);
        if (!flat)
            qWarning() << flat.error().detail;
        return flat.value_or(QByteArray());
    }

    QTemporaryDir m_folder;
};

void tst_FlatPages::showsWidgetsAndAnnotationsWherePopplerShowsThem_data()
{
    QTest::addColumn<PageShape>("shape");
    QTest::newRow("upright") << PageShape();
    for (const int degrees : { 90, 180, 270 })
        QTest::addRow("rotated by %d", degrees) << samples::rotatedBy(degrees);
    QTest::newRow("inherited rotation") << samples::rotatedBy(90, RotationKey::Inherited);
    QTest::newRow("cropped") << samples::croppedTo({ 80, 150, 400, 500 });
}

void tst_FlatPages::showsWidgetsAndAnnotationsWherePopplerShowsThem()
{
    QFETCH(PageShape, shape);
    const QByteArray pdf = samples::annotations(shape);
    const QString file = written(pdf);
    QCOMPARE(countPixels(renderedByQt(pdf), kRed), 0); // the reason why there are flat pages

    const QByteArray flat = flatPage(file);
    const QImage seen = renderedByQt(flat);
    QVERIFY(countPixels(seen, kRed) > 3400); // 60 × 60
    QVERIFY(countPixels(seen, kBlue) > 3400);
    QCOMPARE(countPixels(seen, kGreen), 0); // hidden, and not for the screen

    const std::vector<RedShape> here = redShapes(seen, kDotsPerInch);
    const std::vector<RedShape> poppler = redShapes(render(Renderer::Poppler, file, 0, kDotsPerInch), kDotsPerInch);
    QCOMPARE(here.size(), 1U);
    QCOMPARE(poppler.size(), 1U);
    QVERIFY(QLineF(here[0].centroidMm, poppler[0].centroidMm).length() < 0.4);
    QCOMPARE(qpdfComplaint(written(flat)), QString());
}

void tst_FlatPages::showsAForeignSignature()
{
    const ForeignSigner signer(m_folder.path());
    QVERIFY(signer.isReady());
    const QString signedFile = m_folder.filePath(u"signed.pdf"_s);
    const QRectF box(100, 100, 200, 100);
    QVERIFY(signer.signByMupdf(written(samples::emptySignatureField("Company", box)), signedFile));

    const QRect where(100, 842 - 200, 200, 100);
    const QImage without = renderedByQt(readFile(signedFile)).copy(where);
    const QImage with = renderedByQt(flatPage(signedFile)).copy(where);
    QCOMPARE(countPixels(without, 0xffffff), where.width() * where.height());
    QVERIFY(countPixels(with, 0xffffff) < where.width() * where.height() - 500);
}

void tst_FlatPages::showsFieldsWhoseFontTheFormNames()
{
    const QString file = written(samples::formWithoutSignatureField());
    const QRect field(60, 842 - 720, 200, 20);
    const QImage seen = renderedByQt(flatPage(file)).copy(field);
    QVERIFY(countPixels(seen, 0xffffff) < field.width() * field.height() - 50);
}

void tst_FlatPages::opensEncryptedDocumentsAndGivesPlainPages()
{
    const QString source = written(samples::annotations());
    const QString encrypted = m_folder.filePath(u"encrypted.pdf"_s);
    QVERIFY(qpdfConverts(source, { u"--encrypt"_s, u"open"_s, u"owner"_s, u"256"_s, u"--"_s }, encrypted));
    const Secret password = Secret::fromUtf8("open");
    const QByteArray flat = flatPage(encrypted, 0, &password);
    QVERIFY(!flat.contains("/Encrypt"));
    QVERIFY(countPixels(renderedByQt(flat), kRed) > 3400);

    const auto without = pdf::FlatPages::open(encrypted, nullptr);
    QVERIFY(!without);
    QCOMPARE(without.error().code, ErrorCode::DocumentRefusedBySecondReader);
}

void tst_FlatPages::bringsNoOtherPagesPicturesAlong()
{
    const QString file = written(samples::sharedPictures(40, 20'000));
    const QByteArray flat = flatPage(file, 17);
    QVERIFY2(flat.size() < 30'000, qPrintable(QString::number(flat.size())));
    QVERIFY(countPixels(renderedByQt(flat), 0xffffff) < 595 * 842 - 30'000);
}

void tst_FlatPages::unbalancedContentDoesNotMoveAppearances()
{
    QByteArray pdf = samples::annotations();
    const qsizetype at = pdf.indexOf("0.6 G 0.6 g 1 w");
    pdf.replace(at, 15, "q q .5 0 0 3 9 0 cm"); // grows: the cross-references are repaired below
    const QString broken = written(pdf);
    const QString repaired = m_folder.filePath(u"unbalanced.pdf"_s);
    runTool(u"qpdf"_s, { broken, repaired });
    const std::vector<RedShape> shapes = redShapes(renderedByQt(flatPage(repaired)), kDotsPerInch);
    QCOMPARE(shapes.size(), 1U);
    QVERIFY(qAbs(shapes[0].boundsMm.left() - 100 * 25.4 / 72) < 0.5);
}

void tst_FlatPages::doesNotGrowTheSourceWithEachPage()
{
    const auto pages = pdf::FlatPages::open(written(samples::annotations()), nullptr);
    QVERIFY(pages);
    const auto first = (*pages)->page(0);
    QVERIFY(first);
    for (int i = 0; i < 20; ++i) {
        const auto again = (*pages)->page(0);
        QVERIFY(again);
        QCOMPARE(again->size(), first->size());
    }
}

void tst_FlatPages::endlessReferencesAreRefused()
{
    const auto pages = pdf::FlatPages::open(written(samples::longReferenceChain(50'000)), nullptr);
    QVERIFY(pages);
    const auto page = (*pages)->page(0);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::DocumentTooComplex);
}

void tst_FlatPages::pagesThatAreNotThereAreRefused()
{
    const auto pages = pdf::FlatPages::open(written(samples::twoPages()), nullptr);
    QVERIFY(pages);
    for (const int index : { -1, 2 }) {
        const auto page = (*pages)->page(index);
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::PageNotFound);
    }
}

QTEST_MAIN(tst_FlatPages)
#include "tst_FlatPages.moc"
