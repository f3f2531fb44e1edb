#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/SignedSample.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal::testing;

/// The samples are what their names say; otherwise the tests that use them would prove nothing.
class tst_SamplePdfs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void soundSamplesAreSoundToOthers_data();
    void soundSamplesAreSoundToOthers();
    void manyObjectsAreAsManyAsAsked();
    void scanHasTheSizeAndPagesAskedFor();
    void foreignSignersSign();
    void judgesSeeWhatIsWrong();

private:
    QTemporaryDir m_folder;
};

void tst_SamplePdfs::initTestCase()
{
    for (const QString& program : { u"qpdf"_s, u"pdfsig"_s, u"mutool"_s, u"pdftoppm"_s, u"certutil"_s, u"pk12util"_s })
        QVERIFY2(isInstalled(program), qPrintable(program));
}

void tst_SamplePdfs::soundSamplesAreSoundToOthers_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("pages");
    QTest::addColumn<QSize>("size"); // in points, as shown
    const QSize a4(595, 842);
    QTest::newRow("table") << samples::twoPages() << 2 << a4;
    QTest::newRow("streams") << samples::twoPages(Layout::Streams) << 2 << a4;
    QTest::newRow("hybrid") << samples::twoPages(Layout::Hybrid) << 2 << a4;
    QTest::newRow("PDF 2.0") << samples::twoPages(Layout::Table, "2.0") << 2 << a4;
    QTest::newRow("no final end of line")
        << samples::twoPages(Layout::Table, "1.7", { .noFinalEndOfLine = true }) << 2 << a4;
    QTest::newRow("wide object headers") << samples::twoPages(Layout::Table, "1.7", { .wideObjectHeaders = true }) << 2
                                         << a4;
    QTest::newRow("rotated") << samples::onePage(samples::rotatedBy(90)) << 1 << a4.transposed();
    QTest::newRow("inherited rotation") << samples::onePage(samples::rotatedBy(270, RotationKey::Inherited)) << 1
                                        << a4.transposed();
    QTest::newRow("cropped") << samples::onePage(samples::croppedTo({ 50, 60, 400, 500 })) << 1 << QSize(400, 500);
    QTest::newRow("user unit") << samples::onePage(samples::withUserUnit(2)) << 1 << QSize(1190, 1684);
    QTest::newRow("empty signature field") << samples::emptySignatureField("Company") << 2 << a4;
    QTest::newRow("form without signature field") << samples::formWithoutSignatureField() << 2 << a4;
    QTest::newRow("annotations") << samples::annotations() << 1 << a4;
    QTest::newRow("shared pictures") << samples::sharedPictures(3, 5000) << 3 << a4;
}

void tst_SamplePdfs::soundSamplesAreSoundToOthers()
{
    QFETCH(QByteArray, pdf);
    QFETCH(int, pages);
    QFETCH(QSize, size);
    const QString file = m_folder.filePath(u"sample.pdf"_s);
    QVERIFY(writeFile(file, pdf));
    QCOMPARE(qpdfComplaint(file), QString());
    QCOMPARE(render(Renderer::Mupdf, file, 0, 72).size(), size);
    QVERIFY(!render(Renderer::Poppler, file, pages - 1, 36).isNull());
    QVERIFY(!runTool(u"pdftoppm"_s, { u"-r"_s, u"9"_s, u"-f"_s, QString::number(pages + 1), file }).output.isEmpty());
}

void tst_SamplePdfs::manyObjectsAreAsManyAsAsked()
{
    const QString path = m_folder.filePath(u"many.pdf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    samples::writeManyObjects(file, 5000);
    file.close();
    QCOMPARE(qpdfComplaint(path), QString());
    const ToolRun xref = runTool(u"qpdf"_s, { u"--show-xref"_s, path });
    QVERIFY2(xref.output.count(u'\n') >= 5000, qPrintable(xref.output.right(200)));
}

void tst_SamplePdfs::scanHasTheSizeAndPagesAskedFor()
{
    const QString path = m_folder.filePath(u"scan.pdf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    samples::writeScan(file, 10, 2'000'000);
    file.close();
    QCOMPARE(qpdfComplaint(path), QString());
    QVERIFY2(qAbs(QFileInfo(path).size() - 2'000'000) < 20'000, qPrintable(QString::number(QFileInfo(path).size())));
    QCOMPARE(runTool(u"qpdf"_s, { u"--show-npages"_s, path }).output.trimmed(), u"10"_s);
    const QImage page = render(Renderer::Poppler, path, 9, 36);
    QVERIFY(!page.isNull());
    QVERIFY(page.pixelColor(5, 5).lightness() > 200);
}

void tst_SamplePdfs::foreignSignersSign()
{
    const ForeignSigner signer(m_folder.path());
    QVERIFY(signer.isReady());
    const QString source = m_folder.filePath(u"source.pdf"_s);
    const QString byPoppler = m_folder.filePath(u"poppler.pdf"_s);
    const QString byMupdf = m_folder.filePath(u"mupdf.pdf"_s);
    QVERIFY(writeFile(source, samples::emptySignatureField("Company")));
    QVERIFY(signer.signByMupdf(source, byMupdf));
    QVERIFY(signer.signByPoppler(byMupdf, byPoppler, u"Second"_s));

    const std::vector<PdfsigVerdict> verdicts = pdfsig(byPoppler);
    QCOMPARE(verdicts.size(), 2U);
    for (const PdfsigVerdict& verdict : verdicts) {
        QVERIFY2(verdict.isValid, qPrintable(verdict.fieldName));
        QCOMPARE(verdict.signer, u"Foreign Signer"_s);
    }
    const MutoolVerdict first = mutoolVerify(byMupdf);
    QVERIFY2(first.unchanged == 1 && first.continued == 0 && first.broken == 0, qPrintable(first.text));
}

void tst_SamplePdfs::judgesSeeWhatIsWrong()
{
    const SampleSigner signer;
    SignedSample sample;
    sample.sign(signer, "Company");
    const QString file = m_folder.filePath(u"judged.pdf"_s);
    QVERIFY(writeFile(file, sample.bytes()));
    QVERIFY(pdfsig(file).at(0).isValid);
    QCOMPARE(mutoolVerify(file).unchanged, 1);
    QVERIFY(mupdfFindsOnlySignatures(file));
    QCOMPARE(qpdfComplaint(file), QString());

    SignedSample changed;
    SignatureShape certifying;
    certifying.certificationLevel = 2; // MuPDF compares revisions only where a signature limits changes
    changed.sign(signer, "Company", certifying);
    changed.changeFirstPage();
    QVERIFY(writeFile(file, changed.bytes()));
    QVERIFY(!pdfsig(file).at(0).coversWholeDocument);
    QCOMPARE(mutoolVerify(file).continued, 1);
    QVERIFY(!mupdfFindsOnlySignatures(file));

    QByteArray altered = sample.bytes();
    QVERIFY(writeFile(file, altered.replace("sample page 1", "sample page 7")));
    QVERIFY(!pdfsig(file).at(0).isValid);
    QCOMPARE(mutoolVerify(file).broken, 1);
    QVERIFY(writeFile(file, altered.replace("endobj\n", "endob \n")));
    QVERIFY(!qpdfComplaint(file).isEmpty());
}

QTEST_GUILESS_MAIN(tst_SamplePdfs)
#include "tst_SamplePdfs.moc"
