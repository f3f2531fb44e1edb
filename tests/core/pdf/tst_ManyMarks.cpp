#include "core/pdf/FlatPages.h"
#include "core/pdf/SecondReader.h"
#include "core/verification/Verification.h"
#include "tests/core/pdf/MarkedFile.h"
#include "tests/support/ForeignProcess.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::pdf;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPages = 1000;
constexpr int kStripsOfASeal = 20; ///< 2 mm each
constexpr qint64 kMostAddedBytes = 100 * 1024; ///< beside the pictures
/// Where nothing may be packed: a changed page and two stamps take 60 bytes in the table alone.
constexpr qint64 kMostAddedBytesByTable = 600 * 1024;
constexpr int kDotsPerInch = 72;

QByteArray reference(int number) { return QByteArray::number(number) + " 0 R"; }

/// What claims to be PDF/A, to the part that is given.
QByteArray metadata(int part)
{
    return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
           "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>"
        + QByteArray::number(part)
        + "</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket "
          "end=\"w\"?>";
}

/// Bookmarks, links, text fields and a claim of PDF/A: everything that a signature must leave as it is.
QByteArray richBid(Layout layout, int pageCount, int archivePart)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfBuilder builder(buffer, layout, "1.7");
    std::vector<int> pages;
    for (int i = 0; i < pageCount; ++i)
        pages.push_back(builder.reserve());
    QByteArray fields;
    for (int i = 0; i < pageCount; ++i) {
        QByteArray annotations;
        if (i % 3 == 0) {
            const int next = pages[std::size_t((i + 1) % pageCount)];
            annotations += reference(builder.add(
                "<</Type/Annot/Subtype/Link/Rect[50 50 90 70]/Border[0 0 0]/Dest[" + reference(next) + "/Fit]>>"));
        }
        if (i % 50 == 0) {
            const int field = builder.add("<</Type/Annot/Subtype/Widget/FT/Tx/T(text " + QByteArray::number(i)
                + ")/V(sample \\(text\\))/Rect[100 50 200 70]/F 4/P " + reference(pages[std::size_t(i)]) + ">>");
            annotations += ' ' + reference(field);
            fields += reference(field) + ' ';
        }
        const QByteArray entry = annotations.isEmpty() ? QByteArray() : "/Annots[" + annotations + "]";
        builder.setPage(pages[std::size_t(i)], samplePageContent({ 0, 0, 595, 842 }, i + 1), {}, entry);
    }
    const int outlines = builder.reserve();
    const int first = builder.add(
        "<</Title(first)/Parent " + reference(outlines) + "/Dest[" + reference(pages.front()) + "/Fit]>>");
    builder.set(outlines, "<</Type/Outlines/Count 1/First " + reference(first) + "/Last " + reference(first) + ">>");
    builder.addToCatalog("/Outlines " + reference(outlines) + "/AcroForm<</Fields[" + fields.trimmed() + "]>>/Metadata "
        + reference(builder.addStream("/Type/Metadata/Subtype/XML", metadata(archivePart))));
    builder.finish();
    return buffer.data();
}

/// A cross-page seal, a seal on every page, and a date.
std::vector<Mark> everyKindOfMark(int pageCount)
{
    const QImage seal = discPicture(400), date = discPicture(60);
    std::vector<Mark> marks { markAt(date, pageCount - 1, { 60, 250 }, { 20, 5 }) };
    marks.front().name = u"bidseal:date"_s;
    for (int page = 0; page < pageCount; ++page) {
        marks.push_back(markAt(seal, page, { 150, 240 }));
        Mark strip = markAt(seal, page, { 595 / 72.0 * 25.4 - 1, 150 }, { 2, 40 });
        strip.part = QRectF(double(page % kStripsOfASeal) / kStripsOfASeal, 0, 1.0 / kStripsOfASeal, 1);
        marks.push_back(strip);
    }
    return marks;
}

MarkedFile::Wish wishFor(std::vector<Mark> marks)
{
    return { .marks = std::move(marks),
        .carryingNote = u"%1 — 承载签名"_s,
        .coveredNote = u"%1 — 印章图片，由签名域“%2”中的签名覆盖"_s };
}

/// Bytes of picture data in what was added to a file.
qint64 bytesOfPictures(const QByteArray& added)
{
    static const QRegularExpression pattern(u"/Subtype/Image[^>]*/Length (\\d+)"_s);
    qint64 bytes = 0;
    for (auto it = pattern.globalMatch(QString::fromLatin1(added)); it.hasNext();)
        bytes += it.next().captured(1).toLongLong();
    return bytes;
}

/// By PDFium, which finds pages and pictures by its own reading of the cross-references.
QImage shownByPdfium(const QString& file, int page)
{
    QPdfDocument document;
    if (document.load(file) != QPdfDocument::Error::None)
        return {};
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    QImage white(document.pagePointSize(page).toSize(), QImage::Format_RGB32);
    white.fill(Qt::white);
    QPainter(&white).drawImage(0, 0, document.render(page, white.size(), options));
    return white;
}

/// The objects of a document as qpdf sees them, streams by their dictionaries.
QJsonObject objectsOf(const QString& file)
{
    ForeignProcess qpdf;
    qpdf.start(u"qpdf"_s, { u"--json=2"_s, u"--json-key=qpdf"_s, u"--json-stream-data=none"_s, file });
    qpdf.waitForEnd(60'000);
    const QJsonDocument json = QJsonDocument::fromJson(qpdf.takeOutput());
    return json.object().value(u"qpdf"_s).toArray().at(1).toObject();
}

QJsonObject valueOf(const QJsonValue& object) { return object.toObject().value(u"value"_s).toObject(); }

/// The keys whose values differ.
QStringList differences(const QJsonObject& before, const QJsonObject& after)
{
    QStringList keys;
    for (const QString& key : before.keys() + after.keys()) {
        if (before.value(key) != after.value(key) && !keys.contains(key))
            keys.append(key);
    }
    return keys;
}

/// What a signature may do to an object that was there before: empty where it kept to that.
QString forbiddenChange(const QJsonValue& before, const QJsonValue& after)
{
    if (before == after)
        return {};
    const QJsonObject was = valueOf(before), is = valueOf(after);
    const QString type = was.value(u"/Type"_s).toString();
    QStringList changed = differences(was, is);
    if (type == u"/Page") {
        // What was on the page still is, in front of what came.
        const QJsonArray old = was.value(u"/Annots"_s).toArray(), now = is.value(u"/Annots"_s).toArray();
        for (int i = 0; i < old.size(); ++i) {
            if (now.at(i) != old.at(i))
                return u"an annotation of the page has gone"_s;
        }
        changed.removeAll(u"/Annots"_s);
    } else if (type == u"/Catalog") {
        const QJsonObject old = was.value(u"/AcroForm"_s).toObject(), now = is.value(u"/AcroForm"_s).toObject();
        QStringList inForm = differences(old, now);
        inForm.removeAll(u"/Fields"_s);
        inForm.removeAll(u"/SigFlags"_s);
        changed.removeAll(u"/AcroForm"_s);
        changed += inForm;
    }
    return changed.join(u' ');
}

} // namespace

class tst_ManyMarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onEachOfAThousandPages_data();
    void onEachOfAThousandPages();
    void changeNothingOfTheAuthors_data();
    void changeNothingOfTheAuthors();
    void secondSignerKeepsTheFirstValid_data();
    void secondSignerKeepsTheFirstValid();
    void fieldsOfALaterSignerArePackedToo();
    void encrypted_data();
    void encrypted();
    void arePackedWhereThatMayBe_data();
    void arePackedWhereThatMayBe();
    void areDrawnByEveryReader_data();
    void areDrawnByEveryReader();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString written(const QString& name, const QByteArray& content) const
    {
        return writeFile(path(name), content) ? path(name) : QString();
    }
    [[nodiscard]] QString source(Layout layout);
    [[nodiscard]] QString signedOnce(Layout layout);

    QTemporaryDir m_folder;
    std::map<Layout, QString> m_sources, m_signed; ///< made when they are asked for: a thousand pages take a while
};

Q_DECLARE_METATYPE(bidseal::testing::Layout)

QString tst_ManyMarks::source(Layout layout)
{
    QString& file = m_sources[layout];
    if (file.isEmpty())
        file = written(u"bid %1.pdf"_s.arg(int(layout)), richBid(layout, kPages, 2));
    return file;
}

QString tst_ManyMarks::signedOnce(Layout layout)
{
    QString& file = m_signed[layout];
    if (file.isEmpty()) {
        file = path(u"signed %1.pdf"_s.arg(int(layout)));
        if (!MarkedFile::sign(source(layout), wishFor(everyKindOfMark(kPages)), file))
            file.clear();
    }
    return file;
}

void tst_ManyMarks::onEachOfAThousandPages_data()
{
    QTest::addColumn<Layout>("layout");
    QTest::newRow("streams") << Layout::Streams;
    QTest::newRow("table") << Layout::Table;
}

void tst_ManyMarks::onEachOfAThousandPages()
{
    QFETCH(Layout, layout);
    const QString file = signedOnce(layout);
    QVERIFY(!file.isEmpty());
    QCOMPARE(complaintOfReaders(file, 1), QString());
    const Status second = checkWithSecondReader(file, nullptr);
    QVERIFY2(second, problemOf(second).constData());

    const QByteArray added = readFile(file).mid(QFileInfo(source(layout)).size());
    const qint64 pictures = bytesOfPictures(added);
    qInfo("%d marks: %lld bytes and %lld of pictures", 2 * kPages + 1, added.size() - pictures, pictures);
    const qint64 most = layout == Layout::Streams ? kMostAddedBytes : kMostAddedBytesByTable;
    QVERIFY2(added.size() - pictures <= most, qPrintable(QString::number(added.size() - pictures)));
    QVERIFY(added.contains("/Type/Sig/Filter")); // by itself: a ByteRange counts on where it is

    const auto document = Document::open(file);
    QVERIFY(document);
    const auto marks = (*document)->marks();
    QVERIFY2(marks, problemOf(marks).constData());
    QCOMPARE(marks->size(), std::size_t(2 * kPages + 1));
    QCOMPARE(std::count_if(marks->begin(), marks->end(), [](const MarkInFile& mark) { return mark.isStrip; }), kPages);
    QVERIFY(std::all_of(marks->begin(), marks->end(),
        [](const MarkInFile& mark) { return mark.standing != MarkInFile::Standing::UncoveredPicture; }));
}

void tst_ManyMarks::changeNothingOfTheAuthors_data()
{
    QTest::addColumn<Layout>("layout");
    QTest::newRow("streams") << Layout::Streams;
    QTest::newRow("table") << Layout::Table;
}

void tst_ManyMarks::changeNothingOfTheAuthors()
{
    QFETCH(Layout, layout);
    const QString file = signedOnce(layout);
    const QJsonObject before = objectsOf(source(layout)), after = objectsOf(file);
    QVERIFY(before.size() > 3 * kPages / 2 && after.size() > before.size());
    int changed = 0;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (it.key() == u"trailer")
            continue;
        const QString forbidden = forbiddenChange(it.value(), after.value(it.key()));
        QVERIFY2(forbidden.isEmpty(), qPrintable(it.key() + u": "_s + forbidden));
        changed += it.value() == after.value(it.key()) ? 0 : 1;
    }
    QCOMPARE(changed, kPages + 1); // the pages, and the catalog with its form
}

void tst_ManyMarks::secondSignerKeepsTheFirstValid_data() { onEachOfAThousandPages_data(); }

void tst_ManyMarks::secondSignerKeepsTheFirstValid()
{
    QFETCH(Layout, layout);
    const QString once = signedOnce(layout), twice = path(u"twice.pdf"_s);
    QVERIFY(!once.isEmpty());
    std::vector<Mark> marks;
    for (const int page : { 0, 499, 999 })
        marks.push_back(markAt(discPicture(), page, { 60, 60 }));
    QVERIFY(MarkedFile::sign(once, wishFor(marks), twice));
    QCOMPARE(complaintOfReaders(twice, 4), QString());
    const auto report = verification::verify(twice, nullptr, {}, {});
    QVERIFY2(report, problemOf(report).constData());
    QCOMPARE(report->signatures.size(), std::size_t(2));
    QVERIFY(report->isIntact());
    // Fields and nothing else.
    const auto document = Document::open(twice);
    QVERIFY(document);
    const auto all = (*document)->marks();
    QVERIFY(all);
    QCOMPARE(std::count_if(all->begin(), all->end(),
                 [](const MarkInFile& mark) { return mark.standing == MarkInFile::Standing::CarriesSignature; }),
        4);
    QCOMPARE(all->size(), std::size_t(2 * kPages + 1 + 3));
}

void tst_ManyMarks::fieldsOfALaterSignerArePackedToo()
{
    const QString source = written(u"short.pdf"_s, richBid(Layout::Streams, 10, 2));
    const QString once = path(u"short-once.pdf"_s), twice = path(u"short-twice.pdf"_s);
    const QImage seal = discPicture(60);
    QVERIFY(MarkedFile::sign(source, wishFor({ markAt(seal, 0, { 60, 60 }) }), once));
    std::vector<Mark> marks;
    for (int i = 0; i < 70; ++i)
        marks.push_back(markAt(seal, i % 10, { 30.0 + 20 * (i / 10), 150 }, { 15, 15 }));
    QVERIFY(MarkedFile::sign(once, wishFor(marks), twice));
    const QByteArray added = readFile(twice).mid(QFileInfo(once).size());
    QVERIFY(added.contains("/Type/ObjStm") && !added.contains("/Subtype/Stamp"));
    QCOMPARE(complaintOfReaders(twice, 71), QString());
    const auto report = verification::verify(twice, nullptr, {}, {});
    QVERIFY(report && report->isIntact());
}

void tst_ManyMarks::encrypted_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("RC4-128") << QStringList { u"128"_s };
    QTest::newRow("AES-128") << QStringList { u"128"_s, u"--use-aes=y"_s };
    QTest::newRow("AES-256") << QStringList { u"256"_s };
}

void tst_ManyMarks::encrypted()
{
    QFETCH(QStringList, options);
    const QString clear = written(u"clear.pdf"_s, richBid(Layout::Streams, 60, 2));
    const QString source = path(u"encrypted.pdf"_s), file = path(u"encrypted-signed.pdf"_s);
    QVERIFY(qpdfConverts(clear,
        QStringList { u"--allow-weak-crypto"_s, u"--object-streams=generate"_s, u"--encrypt"_s, u"user"_s, u"owner"_s }
            + options + QStringList { u"--"_s },
        source));
    MarkedFile::Wish wish = wishFor(everyKindOfMark(60));
    wish.password = "user";
    QVERIFY(MarkedFile::sign(source, wish, file));
    QCOMPARE(complaintOfReaders(file, 1, "user"), QString());
    QVERIFY(readFile(file).mid(QFileInfo(source).size()).contains("/Type/ObjStm"));
    const Secret password = Secret::fromUtf8("user");
    const auto document = Document::open(file, &password);
    QVERIFY(document);
    const auto marks = (*document)->marks();
    QVERIFY2(marks, problemOf(marks).constData());
    QCOMPARE(marks->size(), std::size_t(121));
    QVERIFY(marks->back().description.startsWith(u"公章 — "_s));
    for (const Renderer renderer : { Renderer::Poppler, Renderer::Mupdf })
        QCOMPARE(redShapes(render(renderer, file, 10, kDotsPerInch, "user"), kDotsPerInch).size(), std::size_t(2));
    // The text fields' values, which went from one object stream into another, or were left where they are.
    const ToolRun json = runTool(
        u"qpdf"_s, { u"--password=user"_s, u"--json=2"_s, u"--json-key=qpdf"_s, u"--json-stream-data=none"_s, file });
    QVERIFY(json.output.contains(u"sample (text)"_s));
}

void tst_ManyMarks::arePackedWhereThatMayBe_data()
{
    QTest::addColumn<Layout>("layout");
    QTest::addColumn<int>("archivePart");
    QTest::addColumn<bool>("packed");
    QTest::newRow("streams") << Layout::Streams << 2 << true;
    QTest::newRow("streams, claims PDF/A-1") << Layout::Streams << 1 << false;
    QTest::newRow("hybrid") << Layout::Hybrid << 2 << false;
    QTest::newRow("table") << Layout::Table << 2 << false;
    QTest::newRow("table, PDF/A-1") << Layout::Table << 1 << false;
}

void tst_ManyMarks::arePackedWhereThatMayBe()
{
    QFETCH(Layout, layout);
    QFETCH(int, archivePart);
    QFETCH(bool, packed);
    const QByteArray content = richBid(layout, 60, archivePart);
    const QString few = path(u"few.pdf"_s), many = path(u"many.pdf"_s);
    QVERIFY(MarkedFile::sign(written(u"some.pdf"_s, content), wishFor({ markAt(discPicture(), 3, { 60, 60 }) }), few));
    QVERIFY(MarkedFile::sign(written(u"some.pdf"_s, content), wishFor(everyKindOfMark(60)), many));
    QCOMPARE(readFile(many).mid(content.size()).contains("/Type/ObjStm"), packed);
    QVERIFY(!readFile(many).mid(content.size()).contains("/XRefStm")); // PDFium would not find the changed pages
    QVERIFY(!readFile(few).mid(content.size()).contains("/Type/ObjStm"));
    QCOMPARE(complaintOfReaders(few, 1), QString());
    QCOMPARE(complaintOfReaders(many, 1), QString());
}

void tst_ManyMarks::areDrawnByEveryReader_data() { onEachOfAThousandPages_data(); }

void tst_ManyMarks::areDrawnByEveryReader()
{
    QFETCH(Layout, layout);
    const QString file = signedOnce(layout);
    const auto flat = FlatPages::open(file, nullptr);
    QVERIFY2(flat, problemOf(flat).constData());
    for (const int page : { 9, 999 }) {
        const std::size_t shapes = page == 999 ? 3 : 2; // the last one has the date
        for (const Renderer renderer : { Renderer::Poppler, Renderer::Mupdf })
            QCOMPARE(redShapes(render(renderer, file, page, kDotsPerInch), kDotsPerInch).size(), shapes);
        QCOMPARE(redShapes(renderByQtPdf((*flat)->page(page).value(), 0, kDotsPerInch), kDotsPerInch).size(), shapes);
        QCOMPARE(redShapes(shownByPdfium(file, page), kDotsPerInch).size(), std::size_t(2)); // no signature's field
    }
}

QTEST_MAIN(tst_ManyMarks)
#include "tst_ManyMarks.moc"
