#include "core/pdf/FlatPages.h"
#include "core/pdf/MarkName.h"
#include "tests/core/pdf/MarkedFile.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"

#include <QBuffer>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::pdf;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDotsPerInch = 254; // ten pixels a millimetre
constexpr int kPixelsPerMm = 10;

enum class Viewer { Poppler, Mupdf, QtPdf };

QImage shown(Viewer viewer, const QString& file, int page)
{
    switch (viewer) {
    case Viewer::Poppler:
        return render(Renderer::Poppler, file, page, kDotsPerInch).convertToFormat(QImage::Format_RGB32);
    case Viewer::Mupdf:
        return render(Renderer::Mupdf, file, page, kDotsPerInch).convertToFormat(QImage::Format_RGB32);
    case Viewer::QtPdf:
        break;
    }
    const auto flat = FlatPages::open(file, nullptr);
    const auto alone = flat ? (*flat)->page(page) : Result<QByteArray>(failure(flat.error()));
    return alone ? renderByQtPdf(*alone, 0, kDotsPerInch) : QImage();
}

/// No two columns alike, and nothing of it white.
QImage stripedPicture()
{
    QImage picture(400, 400, QImage::Format_ARGB32);
    picture.fill(QColor(150, 40, 40));
    QPainter painter(&picture);
    for (int i = 0; i < 20; ++i)
        painter.fillRect(QRect(i * 20, i * 20, 20, 400 - i * 20), QColor(220 - 8 * i, 10 * i, 60));
    return picture;
}

/// Pages of 100 × 100 mm, so that millimetres, points and pixels meet at whole numbers as far as they can.
QByteArray squarePages(int count, const QByteArray& content = "q Q")
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfBuilder builder(buffer);
    PageShape shape;
    shape.mediaBox = { 0, 0, 100 / 25.4 * 72, 100 / 25.4 * 72 };
    for (int i = 0; i < count; ++i)
        builder.addPageWith(content, shape, {});
    builder.finish();
    return buffer.data();
}

/// How far two pictures are apart on the average, out of 255.
double difference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y), other = b.pixelColor(x, y);
            sum += std::abs(one.red() - other.red()) + std::abs(one.green() - other.green())
                + std::abs(one.blue() - other.blue());
        }
    }
    return sum / 3 / a.width() / a.height();
}

bool hasWhiteColumn(const QImage& picture)
{
    for (int x = 0; x < picture.width(); ++x) {
        const QColor colour = picture.pixelColor(x, picture.height() / 2);
        if (colour.red() > 240 && colour.green() > 240 && colour.blue() > 240)
            return true;
    }
    return false;
}

} // namespace

class tst_Marks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stripsMakeUpTheWholeSeal_data();
    void stripsMakeUpTheWholeSeal();
    void stripsShareOnePicture();
    void stripsMayBeTurned();
    void stripsFillFields();
    void refusesStripsThatAreNone();
    void textUnderASealStaysBlack_data();
    void textUnderASealStaysBlack();
    void sayWhatTheyAre();
    void areReadBack();
    void ofAnotherProgramHaveNoKind();
    void thatCameLaterAreNotCovered();
    void hostileOnesDoNoHarm();
    void namesAreReadStrictly();
    void allowanceIsKnownBeforehand();
    void allowanceInAFieldAlone();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString written(const QString& name, const QByteArray& content) const
    {
        return writeFile(path(name), content) ? path(name) : QString();
    }

    QTemporaryDir m_folder;
};

void tst_Marks::stripsMakeUpTheWholeSeal_data()
{
    QTest::addColumn<int>("viewer");
    QTest::newRow("poppler") << int(Viewer::Poppler);
    QTest::newRow("MuPDF") << int(Viewer::Mupdf);
    QTest::newRow("Qt PDF") << int(Viewer::QtPdf);
}

void tst_Marks::stripsMakeUpTheWholeSeal()
{
    QFETCH(int, viewer);
    const QImage picture = stripedPicture();
    const QSizeF size(40, 40);
    // Where it is cut, in millimetres: whole pixels, so that one page's edge is the next one's.
    const std::vector<double> cuts { 0, 7, 13, 14, 29, 40 };
    std::vector<Mark> marks { markAt(picture, 0, { 50, 50 }, size) };
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const double width = cuts[i + 1] - cuts[i];
        Mark strip = markAt(picture, int(i) + 1, { 30 + cuts[i] + width / 2, 50 }, { width, 40 });
        strip.part = QRectF(cuts[i] / 40, 0, width / 40, 1);
        marks.push_back(strip);
    }
    const QString file = path(u"seam.pdf"_s);
    QVERIFY(MarkedFile::sign(written(u"pages.pdf"_s, squarePages(6)), { .marks = marks }, file));

    const QRect place(30 * kPixelsPerMm, 30 * kPixelsPerMm, 40 * kPixelsPerMm, 40 * kPixelsPerMm);
    const QImage whole = shown(Viewer(viewer), file, 0).copy(place);
    QImage together(place.size(), QImage::Format_RGB32);
    together.fill(Qt::white);
    QPainter painter(&together);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const QImage page = shown(Viewer(viewer), file, int(i) + 1).copy(place);
        QVERIFY(!page.isNull());
        // Beside its strip a page is white: nothing of a neighbour's shows, but for what smoothing leaves.
        const int middle = place.height() / 2;
        if (cuts[i] > 0)
            QCOMPARE(page.pixelColor(int(cuts[i] * kPixelsPerMm) - 3, middle), QColor(Qt::white));
        if (cuts[i + 1] < 40)
            QCOMPARE(page.pixelColor(int(cuts[i + 1] * kPixelsPerMm) + 2, middle), QColor(Qt::white));
        painter.drawImage(0, 0, page);
    }
    painter.end();
    QVERIFY(!hasWhiteColumn(whole.copy(5, 0, whole.width() - 10, whole.height())));
    QVERIFY(!hasWhiteColumn(together.copy(5, 0, whole.width() - 10, whole.height())));
    QVERIFY2(difference(whole, together) < 2, qPrintable(QString::number(difference(whole, together))));
}

void tst_Marks::stripsShareOnePicture()
{
    std::vector<Mark> marks;
    for (int page = 0; page < 40; ++page) {
        Mark strip = markAt(discPicture(), page, { 100 - 2.5, 50 }, { 5, 40 });
        strip.picture = marks.empty() ? strip.picture : marks.front().picture;
        strip.part = QRectF(page % 8 / 8.0, 0, 1 / 8.0, 1);
        marks.push_back(strip);
    }
    const QString file = path(u"shared.pdf"_s);
    QVERIFY(MarkedFile::sign(written(u"pages.pdf"_s, squarePages(40)), { .marks = marks }, file));
    QCOMPARE(readFile(file).count("/Subtype/Image"), 2); // colours and mask
    QCOMPARE(readFile(file).count("/Subtype/Form"), 8); // one for each place in the seal
    QCOMPARE(readFile(file).count("/Width 300"), 2); // as fine as the whole seal needs it
    QCOMPARE(complaintOfReaders(file, 1), QString());
}

void tst_Marks::stripsMayBeTurned()
{
    Mark strip = markAt(discPicture(), 0, { 50, 50 }, { 20, 40 });
    strip.part = QRectF(0, 0, 0.5, 1);
    strip.placement.rotationDegrees = 90; // clockwise: the left half of the disc becomes its upper half
    const QString file = path(u"turned.pdf"_s);
    QVERIFY(MarkedFile::sign(written(u"pages.pdf"_s, squarePages(1)), { .marks = { strip } }, file));
    for (const Viewer viewer : { Viewer::Poppler, Viewer::Mupdf, Viewer::QtPdf }) {
        const auto shapes = redShapes(shown(viewer, file, 0), kDotsPerInch);
        QCOMPARE(shapes.size(), std::size_t(1));
        QVERIFY(QLineF(shapes[0].boundsMm.center(), QPointF(50, 50)).length() < 0.5);
        QVERIFY(std::abs(shapes[0].boundsMm.width() - 40) < 0.8 && std::abs(shapes[0].boundsMm.height() - 20) < 0.8);
        QVERIFY(shapes[0].centroidMm.y() > 51); // a half disc is heavier at its flat side
    }
}

void tst_Marks::stripsFillFields()
{
    Mark strip = markAt(discPicture(), 0, { 50, 50 }, { 20, 40 });
    strip.part = QRectF(0.5, 0, 0.5, 1);
    const QString file = path(u"field.pdf"_s);
    const QString source = written(u"empty.pdf"_s, samples::emptySignatureField("Seal", { 100, 100, 120, 80 }));
    QVERIFY(MarkedFile::sign(source, { .marks = { strip }, .fieldName = u"Seal"_s }, file));
    const auto shapes = redShapes(render(Renderer::Poppler, file, 0, kDotsPerInch), kDotsPerInch);
    QCOMPARE(shapes.size(), std::size_t(1));
    QVERIFY(std::abs(shapes[0].boundsMm.height() - 80 / 72.0 * 25.4) < 1);
    QVERIFY(std::abs(shapes[0].boundsMm.width() - 40 / 72.0 * 25.4) < 1);
    QVERIFY(shapes[0].centroidMm.x() < shapes[0].boundsMm.center().x()); // the right half
    const auto document = Document::open(file);
    const auto marks = (*document)->marks();
    QCOMPARE(marks->size(), std::size_t(1));
    QVERIFY(marks->front().isStrip && marks->front().kind == u"company");
}

void tst_Marks::refusesStripsThatAreNone()
{
    const auto document = Document::open(written(u"pages.pdf"_s, squarePages(1)));
    QVERIFY(document);
    for (const QRectF part : { QRectF(0, 0, 0, 1), QRectF(0.5, 0, 0.6, 1), QRectF(-0.1, 0, 0.5, 1) }) {
        SignatureRequest request;
        request.marks.push_back(markAt(discPicture(), 0, { 50, 50 }));
        request.marks.back().part = part;
        const auto prepared = PreparedSignature::prepare(**document, request, path(u"never.pdf"_s), {}, {});
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().code, ErrorCode::InternalFault);
    }
}

void tst_Marks::textUnderASealStaysBlack_data() { stripsMakeUpTheWholeSeal_data(); }

void tst_Marks::textUnderASealStaysBlack()
{
    QFETCH(int, viewer);
    QImage opaque(200, 200, QImage::Format_ARGB32);
    opaque.fill(QColor(210, 20, 20));
    QImage veil(200, 200, QImage::Format_ARGB32);
    veil.fill(QColor(210, 20, 20, 200));
    // A black bar from left to right at the middle, 10 mm high, and green letters' worth of it below.
    const QByteArray content = "0 g 0 127.56 283.46 28.35 re f 0 0.5 0 rg 0 99.2 283.46 14 re f";
    const std::vector<Mark> marks { markAt(opaque, 0, { 30, 50 }, { 30, 60 }), markAt(veil, 0, { 70, 50 }, { 30, 60 }),
        markAt(opaque, 1, { 50, 50 }, { 30, 60 }) };
    const QString file = path(u"readable.pdf"_s);
    QVERIFY(MarkedFile::sign(written(u"text.pdf"_s, squarePages(2, content)), { .marks = marks }, file));
    const QImage page = shown(Viewer(viewer), file, 0);
    for (const int x : { 30, 70 }) {
        const QColor text = page.pixelColor(x * kPixelsPerMm, 50 * kPixelsPerMm);
        QVERIFY2(text.red() < 8 && text.green() < 8 && text.blue() < 8, qPrintable(text.name()));
        const QColor green = page.pixelColor(x * kPixelsPerMm, 62 * kPixelsPerMm);
        QVERIFY2(green.red() < 40, qPrintable(green.name()));
        const QColor seal = page.pixelColor(x * kPixelsPerMm, 30 * kPixelsPerMm);
        QVERIFY2(seal.red() > 200 && seal.green() < 90, qPrintable(seal.name()));
    }
    QCOMPARE(complaintOfReaders(file, 3), QString());
}

void tst_Marks::sayWhatTheyAre()
{
    MarkedFile::Wish wish;
    const QImage picture = discPicture();
    for (int page = 0; page < 20; ++page)
        wish.marks.push_back(markAt(picture, page, { 50, 50 }));
    wish.carryingNote = u"%1 — carries the signature"_s;
    wish.coveredNote = u"%1 — picture, covered by the signature in field %2"_s;
    const QString file = path(u"notes.pdf"_s);
    QVERIFY(MarkedFile::sign(written(u"pages.pdf"_s, squarePages(20)), wish, file));
    const auto utf16 = [](const QString& text) {
        QByteArray bytes = "feff";
        for (const QChar c : text)
            bytes += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        return bytes;
    };
    const QByteArray content = readFile(file);
    const QByteArray carries = utf16(u"公章 — carries the signature"_s);
    QCOMPARE(content.count("/TU<" + carries + '>'), 1);
    QCOMPARE(content.count("/Contents<" + carries + '>'), 1);
    // The others share it.
    QCOMPARE(content.count(utf16(u"公章 — picture, covered by the signature in field Signature1"_s)), 1);
    const auto document = Document::open(file);
    const auto marks = (*document)->marks();
    QVERIFY2(marks, problemOf(marks).constData());
    QCOMPARE(marks->size(), std::size_t(20));
    QCOMPARE(marks->at(0).description, u"公章 — carries the signature"_s);
    QCOMPARE(marks->at(19).description, u"公章 — picture, covered by the signature in field Signature1"_s);
}

void tst_Marks::areReadBack()
{
    for (const Layout layout : { Layout::Table, Layout::Streams }) {
        MarkedFile::Wish wish;
        const QImage picture = discPicture();
        wish.marks.push_back(markAt(picture, 4, { 60, 70 }));
        for (int page = 0; page < 30; ++page) {
            Mark strip = markAt(picture, page, { 200, 60 }, { 10, 40 });
            strip.part = QRectF(0, 0, 0.25, 1);
            strip.name = u"bidseal:contract"_s;
            wish.marks.push_back(strip);
        }
        wish.marks.push_back(markAt(picture, 29, { 100, 100 }));
        wish.marks.back().name.clear();
        const QString file = path(u"marks.pdf"_s);
        QVERIFY(MarkedFile::sign(written(u"pages.pdf"_s, samples::pages(30, layout)), wish, file));
        const auto document = Document::open(file);
        QVERIFY(document);
        const auto marks = (*document)->marks();
        QVERIFY2(marks, problemOf(marks).constData());
        QCOMPARE(marks->size(), std::size_t(31)); // a picture without our name is anybody's
        QCOMPARE(marks->at(0).page, 0);
        QVERIFY(marks->at(0).isStrip);
        QCOMPARE(marks->at(0).kind, u"contract"_s);
        QCOMPARE(marks->at(0).standing, MarkInFile::Standing::CoveredPicture);
        QCOMPARE(marks->at(0).description, u"公章"_s);
        QVERIFY(QLineF(marks->at(0).rectMm.center(), QPointF(200, 60)).length() < 0.01);
        QVERIFY(std::abs(marks->at(0).rectMm.width() - 10) < 0.01);
        const auto widget = std::find_if(marks->begin(), marks->end(),
            [](const MarkInFile& mark) { return mark.standing == MarkInFile::Standing::CarriesSignature; });
        QVERIFY(widget != marks->end());
        QCOMPARE(widget->page, 4);
        QCOMPARE(widget->kind, u"company"_s);
        QCOMPARE(widget->fieldName, u"Signature1"_s);
        QVERIFY(!widget->isStrip);
    }
}

void tst_Marks::ofAnotherProgramHaveNoKind()
{
    SignedSample foreign("Seal here");
    foreign.sign(SampleSigner(), "Another");
    const auto document = Document::open(written(u"foreign.pdf"_s, foreign.bytes()));
    QVERIFY(document);
    const auto marks = (*document)->marks();
    QVERIFY2(marks, problemOf(marks).constData());
    for (const MarkInFile& mark : *marks) {
        QCOMPARE(mark.kind, QString());
        QCOMPARE(mark.standing, MarkInFile::Standing::CarriesSignature);
    }
}

void tst_Marks::thatCameLaterAreNotCovered()
{
    SignedSample sample;
    sample.sign(SampleSigner(), "First");
    const int stamp = sample.nextNumber();
    // Somebody who cannot sign puts our picture on the page.
    sample.changeFirstPage();
    sample.update(
        { { stamp, "<</Type/Annot/Subtype/Stamp/Rect[100 100 200 200]/F 4/NM(bidseal:company:7)/Contents(seal)>>" } });
    const QByteArray bytes = sample.bytes();
    const int begin = int(bytes.lastIndexOf(" 0 obj\n<</Type/Page/"));
    QVERIFY(begin > 0);
    const int number
        = bytes.mid(bytes.lastIndexOf('\n', begin) + 1, begin - bytes.lastIndexOf('\n', begin) - 1).toInt();
    QByteArray body = bytes.mid(begin + 7, bytes.indexOf("\nendobj", begin) - begin - 7);
    body.chop(2);
    sample.update({ { number, body + "/Annots[" + QByteArray::number(stamp) + " 0 R]>>" } });
    const auto document = Document::open(written(u"later.pdf"_s, sample.bytes()));
    QVERIFY(document);
    const auto marks = (*document)->marks();
    QVERIFY2(marks, problemOf(marks).constData());
    const auto later = std::find_if(marks->begin(), marks->end(),
        [](const MarkInFile& mark) { return mark.standing != MarkInFile::Standing::CarriesSignature; });
    QVERIFY(later != marks->end());
    QCOMPARE(later->standing, MarkInFile::Standing::UncoveredPicture);
    QCOMPARE(later->kind, u"company"_s);
}

void tst_Marks::hostileOnesDoNoHarm()
{
    const QByteArray stamps[] = {
        "<</Subtype/Stamp/NM(bidseal:company:1)/Rect[0 0 nan 5]>>",
        "<</Subtype/Stamp/NM(bidseal:company:1)/Rect[1e30 0 5 1e30]/Contents 9 0 R>>",
        "<</Subtype/Stamp/NM(bidseal:)/Rect[0 0 50 50]/F(none)>>",
        "<</Subtype/Stamp/NM<feff>/Rect[0 0 50 50]>>",
        "<</Subtype/Stamp/NM 12/Rect[0 0 50 50]>>",
        "<</Subtype/Stamp/NM(bidseal:" + QByteArray(100000, 'a') + ")/Rect[0 0 50 50]>>",
        "<</Subtype/Stamp/NM(bidseal:x)/Contents(" + QByteArray(100000, 'a') + ")/Rect[0 0 50 50]>>",
        "[/Subtype/Stamp]",
        "null",
    };
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfBuilder builder(buffer);
    QByteArray annotations = "/Annots[";
    for (const QByteArray& stamp : stamps)
        annotations += QByteArray::number(builder.add(stamp)) + " 0 R ";
    annotations += "999 0 R 1 0 R 17 (text) <</Subtype/Stamp/NM(bidseal:direct)/Rect[0 0 5 5]>>]";
    builder.addPage({}, annotations);
    builder.addPage({}, annotations); // all of them once more
    builder.addPage({}, "/Annots 1 0 R");
    builder.finish();
    const auto document = Document::open(written(u"hostile.pdf"_s, buffer.data()));
    QVERIFY(document);
    const auto marks = (*document)->marks();
    QVERIFY2(marks, problemOf(marks).constData());
    QVERIFY(!marks->empty() && marks->size() <= 5);
    for (const MarkInFile& mark : *marks) {
        QCOMPARE(mark.page, 0);
        QVERIFY(mark.kind.size() <= 40 && mark.description.size() <= 400);
        QCOMPARE(mark.standing, MarkInFile::Standing::UncoveredPicture);
    }
}

void tst_Marks::namesAreReadStrictly()
{
    const auto kindOf = [](const QString& text) {
        const auto name = readMarkName(text);
        return name ? name->kind + (name->isStrip ? u"+"_s : QString()) : u"none"_s;
    };
    QCOMPARE(kindOf(markNameText(u"bidseal:company"_s, false, 3)), u"company"_s);
    QCOMPARE(kindOf(markNameText(u"bidseal:legal-representative"_s, true, 3)), u"legal-representative+"_s);
    QCOMPARE(kindOf(u"bidseal:company"_s), u"company"_s);
    QCOMPARE(kindOf(u"bidseal:"_s), QString());
    QCOMPARE(kindOf(u"bidseal:Company<script>:3"_s), QString());
    QCOMPARE(kindOf(u"company:3"_s), u"none"_s);
    QCOMPARE(kindOf({}), u"none"_s);
}

void tst_Marks::allowanceIsKnownBeforehand()
{
    const QString source = written(u"pages.pdf"_s, squarePages(2));
    const auto first = Document::open(source);
    QVERIFY(first);
    QCOMPARE((*first)->markAllowance()->pictures, MarkAllowance::Pictures::Allowed);
    QVERIFY((*first)->markAllowance()->most >= 20'000);
    QVERIFY((*first)->checkMarks(20'000));
    QCOMPARE((*first)->checkMarks(1'000'000).error().code, ErrorCode::TooManyMarks);

    const QString once = path(u"once.pdf"_s);
    QVERIFY(MarkedFile::sign(source, { .marks = { markAt(discPicture(), 0, { 50, 50 }) } }, once));
    const auto second = Document::open(once);
    QVERIFY(second);
    const auto allowance = (*second)->markAllowance();
    QVERIFY(allowance);
    QCOMPARE(allowance->pictures, MarkAllowance::Pictures::WouldBreakEarlierSignature);
    QCOMPARE(allowance->beyond.code, ErrorCode::TooManyMarks);
    QVERIFY((*second)->checkMarks(allowance->most));
    QCOMPARE((*second)->checkMarks(allowance->most + 1).error().code, ErrorCode::TooManyMarks);
}

void tst_Marks::allowanceInAFieldAlone()
{
    SignedSample certified("Prepared", { 100, 100, 120, 120 });
    SignatureShape shape;
    shape.certificationLevel = 2;
    certified.sign(SampleSigner(), "Author", shape);
    const auto document = Document::open(written(u"certified.pdf"_s, certified.bytes()));
    QVERIFY(document);
    QCOMPARE((*document)->markAllowance().error().code, ErrorCode::DocumentCertified);
    QCOMPARE((*document)->checkMarks(1).error().code, ErrorCode::DocumentCertified);
    const auto allowance = (*document)->markAllowance(u"Prepared"_s);
    QVERIFY2(allowance, problemOf(allowance).constData());
    QCOMPARE(allowance->most, std::size_t(1));
    QCOMPARE(allowance->beyond.code, ErrorCode::DocumentCertified);
    QVERIFY((*document)->checkMarks(1, u"Prepared"_s));
    QCOMPARE((*document)->checkMarks(2, u"Prepared"_s).error().code, ErrorCode::DocumentCertified);
    QCOMPARE((*document)->checkMarks(0, u"Nowhere"_s).error().code, ErrorCode::FieldNotFound);
}

QTEST_MAIN(tst_Marks)
#include "tst_Marks.moc"
