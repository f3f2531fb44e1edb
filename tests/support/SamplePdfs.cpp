#include "tests/support/SamplePdfs.h"

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>

#include <algorithm>
#include <functional>

namespace bidseal::testing::samples {

namespace {

QByteArray built(
    Layout layout, const QByteArray& version, Oddities oddities, const std::function<void(PdfBuilder&)>& fill)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfBuilder builder(buffer, layout, version, oddities);
    fill(builder);
    builder.finish();
    return buffer.data();
}

QByteArray built(const std::function<void(PdfBuilder&)>& fill) { return built(Layout::Table, "1.7", {}, fill); }

QByteArray reference(int object) { return QByteArray::number(object) + " 0 R"; }

/// A text string in UTF-16 (ISO 32000-2, 7.9.2.2).
QByteArray textString(const QString& text)
{
    QByteArray bytes("\xfe\xff");
    for (const QChar unit : text)
        bytes.append(char(unit.unicode() >> 8)).append(char(unit.unicode() & 0xff));
    return "<" + bytes.toHex() + ">";
}

/// A form XObject that fills its box with one colour ("1 0 0 rg").
int colouredBox(PdfBuilder& pdf, const QSizeF& size, const QByteArray& colour)
{
    const QByteArray box = pdfRectangle({ QPointF(), size });
    return pdf.addStream("/Type/XObject/Subtype/Form/BBox" + box, colour + " " + box.mid(1).replace("]", " re f\n"));
}

/// A grey page as a scanner leaves it: paper noise over lines of "text", in at most `size` bytes where that is
/// possible.
QByteArray scannedJpeg(quint32 seed, qsizetype size)
{
    QImage page(1240, 1754, QImage::Format_Grayscale8);
    QRandomGenerator random(seed);
    for (int y = 0; y < page.height(); ++y) {
        uchar* line = page.scanLine(y);
        const bool textLine = y % 40 < 14 && y > 120 && y < 1640;
        for (int x = 0; x < page.width(); ++x) {
            const bool ink = textLine && x > 120 && x < 1120 && (x / 7 + y / 5 + int(seed)) % 3 == 0;
            line[x] = uchar((ink ? 40 : 228) + random.bounded(16));
        }
    }
    QByteArray jpeg;
    for (int quality = 60; quality > 0 && (jpeg.isEmpty() || jpeg.size() > size); quality -= 10) {
        QBuffer buffer(&jpeg);
        buffer.open(QIODevice::WriteOnly | QIODevice::Truncate);
        page.save(&buffer, "JPEG", quality);
    }
    return jpeg;
}

/// Comment segments (ITU-T T.81, B.2.4.5) behind the start marker, until the picture has at least `size` bytes.
QByteArray paddedJpeg(QByteArray jpeg, qsizetype size, QRandomGenerator& random)
{
    while (jpeg.size() < size) {
        const int payload = int(std::clamp<qsizetype>(size - jpeg.size() - 4, 0, 65000));
        QByteArray segment("\xff\xfe", 2);
        segment += char((payload + 2) >> 8);
        segment += char(payload + 2);
        for (int i = 0; i < payload; i += 4) {
            const quint32 word = random.generate();
            segment.append(reinterpret_cast<const char*>(&word), qMin(4, payload - i));
        }
        jpeg.insert(2, segment);
    }
    return jpeg;
}

} // namespace

PageShape rotatedBy(int degrees, RotationKey key)
{
    PageShape shape;
    shape.rotation = degrees;
    shape.rotationKey = key;
    return shape;
}

PageShape croppedTo(const QRectF& cropBox, int rotation)
{
    PageShape shape;
    shape.cropBox = cropBox;
    shape.rotation = rotation;
    return shape;
}

PageShape withUserUnit(double userUnit, int rotation)
{
    PageShape shape;
    shape.userUnit = userUnit;
    shape.rotation = rotation;
    return shape;
}

QByteArray twoPages(Layout layout, const QByteArray& version, Oddities oddities)
{
    return built(layout, version, oddities, [](PdfBuilder& pdf) {
        pdf.addPage();
        pdf.addPage();
    });
}

QByteArray onePage(const PageShape& shape)
{
    return built([&](PdfBuilder& pdf) { pdf.addPage(shape); });
}

QByteArray pages(int count, Layout layout)
{
    return built(layout, "1.7", {}, [&](PdfBuilder& pdf) {
        for (int i = 0; i < count; ++i)
            pdf.addPage();
    });
}

QByteArray emptySignatureField(const QByteArray& name, const QRectF& box, const QByteArray& lock)
{
    return built([&](PdfBuilder& pdf) {
        const int page = pdf.reserve();
        const QByteArray lockEntry = lock.isEmpty() ? QByteArray() : "/Lock " + lock;
        const int field = pdf.add("<</Type/Annot/Subtype/Widget/FT/Sig/T" + textString(QString::fromUtf8(name))
            + "/F 4/Rect" + pdfRectangle(box) + "/P " + reference(page) + lockEntry + ">>");
        pdf.setPage(page, samplePageContent(PageShape().mediaBox, 1), {}, "/Annots[" + reference(field) + "]");
        pdf.addPage();
        pdf.addToCatalog("/AcroForm<</Fields[" + reference(field) + "]/SigFlags 1>>");
    });
}

QByteArray formWithoutSignatureField()
{
    return built([](PdfBuilder& pdf) {
        const int page = pdf.reserve();
        const int appearance = pdf.addStream("/Type/XObject/Subtype/Form/BBox[0 0 200 20]",
            "/Tx BMC q 0.4 g BT /Helv 11 Tf 2 5 Td (sample) Tj ET Q EMC");
        const int field = pdf.add("<</Type/Annot/Subtype/Widget/FT/Tx/T(projectName)/V(sample)/DA(/Helv 11 Tf 0 g)/F 4"
                                  "/Rect[60 700 260 720]/P "
            + reference(page) + "/AP<</N " + reference(appearance) + ">>>>");
        pdf.setPage(page, samplePageContent(PageShape().mediaBox, 1), {}, "/Annots[" + reference(field) + "]");
        pdf.addPage();
        pdf.addToCatalog(
            "/AcroForm<</Fields[" + reference(field) + "]/DR<</Font<</Helv 3 0 R>>>>/DA(/Helv 11 Tf 0 g)>>");
    });
}

QByteArray annotations(const PageShape& shape)
{
    return built([&](PdfBuilder& pdf) {
        struct Box {
            const char* type;
            const char* colour;
            int flags;
            int x;
        };
        const int page = pdf.reserve();
        QByteArray list;
        for (const Box& box : { Box { "/Widget/FT/Sig/T(seen)", "1 0 0 rg", 4, 100 },
                 Box { "/Square", "0 0 1 rg", 4, 200 }, Box { "/Widget/FT/Sig/T(hidden)", "0 1 0 rg", 2, 300 },
                 Box { "/Widget/FT/Sig/T(noView)", "0 1 0 rg", 32, 400 } }) {
            const int appearance = colouredBox(pdf, { 60, 60 }, box.colour);
            const int annotation = pdf.add("<</Type/Annot/Subtype" + QByteArray(box.type) + "/F "
                + QByteArray::number(box.flags) + "/Rect" + pdfRectangle(QRectF(box.x, 200, 60, 60)) + "/P "
                + reference(page) + "/AP<</N " + reference(appearance) + ">>>>");
            list += reference(annotation) + " ";
        }
        pdf.setPage(page, samplePageContent(shape.mediaBox, 1), shape, "/Annots[" + list.trimmed() + "]");
        pdf.addToCatalog("/AcroForm<</Fields[" + list.trimmed() + "]>>");
    });
}

QByteArray sharedPictures(int pageCount, int pictureBytes)
{
    return built([&](PdfBuilder& pdf) {
        QRandomGenerator random(7);
        QByteArray names;
        for (int i = 0; i < pageCount; ++i) {
            QByteArray pixels(pictureBytes, Qt::Uninitialized);
            for (char& pixel : pixels)
                pixel = char(random.bounded(256));
            names += "/Im" + QByteArray::number(i) + " "
                + reference(pdf.addStream("/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width "
                        + QByteArray::number(pictureBytes / 10) + "/Height 10",
                    pixels))
                + " ";
        }
        const int resources = pdf.add("<</XObject<<" + names + ">>>>");
        for (int i = 0; i < pageCount; ++i)
            pdf.addPageWith("q 200 0 0 200 50 50 cm /Im" + QByteArray::number(i) + " Do Q", {},
                "/Resources " + reference(resources));
    });
}

void writeManyObjects(QIODevice& device, int count, Layout layout)
{
    constexpr int kGroup = 1000;
    PdfBuilder pdf(device, layout);
    pdf.addPage();
    QByteArray groups;
    for (int written = 0; written < count; written += kGroup) {
        QByteArray members;
        for (int i = 0; i < qMin(kGroup, count - written); ++i)
            members += reference(pdf.add("<</Line " + QByteArray::number(written + i) + "/Text(sample line)>>")) + " ";
        groups += reference(pdf.add("[" + members + "]")) + " ";
    }
    pdf.addToCatalog("/SampleLines " + reference(pdf.add("[" + groups + "]")));
    pdf.finish();
}

void writeScan(QIODevice& device, int pageCount, qint64 bytes, const QByteArray& emptyField)
{
    const qsizetype perPage = qsizetype(bytes / pageCount) - 700; // content, page and cross-reference
    std::vector<QByteArray> scans;
    for (quint32 seed = 0; seed < 8; ++seed)
        scans.push_back(scannedJpeg(seed, perPage));

    QRandomGenerator random(2026);
    PdfBuilder pdf(device);
    for (int i = 0; i < pageCount; ++i) {
        const int picture = pdf.addStream("/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8"
                                          "/Width 1240/Height 1754/Filter/DCTDecode",
            paddedJpeg(scans[std::size_t(i) % scans.size()], perPage, random));
        const int page = pdf.reserve();
        QByteArray entries = "/Resources<</XObject<</Im0 " + reference(picture) + ">>>>";
        if (i == 0 && !emptyField.isEmpty()) {
            const int field = pdf.add("<</Type/Annot/Subtype/Widget/FT/Sig/T"
                + textString(QString::fromUtf8(emptyField)) + "/F 4/Rect[0 0 0 0]/P " + reference(page) + ">>");
            entries += "/Annots[" + reference(field) + "]";
            pdf.addToCatalog("/AcroForm<</Fields[" + reference(field) + "]/SigFlags 1>>");
        }
        pdf.setPage(page, "q 595 0 0 842 0 0 cm /Im0 Do Q\n", {}, entries);
    }
    pdf.finish();
}

QByteArray cyclicPageTree()
{
    return built([](PdfBuilder& pdf) {
        const int child = pdf.reserve();
        const int page = pdf.addPage();
        pdf.set(child, "<</Type/Pages/Parent 2 0 R/Count 2/Kids[" + reference(page) + " 2 0 R]>>");
        pdf.replacePageTree("<</Type/Pages/Count 2/Kids[" + reference(child) + "]>>");
    });
}

QByteArray deepPageTree(int depth)
{
    return built([&](PdfBuilder& pdf) {
        int kid = pdf.addPage();
        for (int level = 0; level < depth; ++level)
            kid = pdf.add("<</Type/Pages/Count 1/Kids[" + reference(kid) + "]>>");
        pdf.replacePageTree("<</Type/Pages/Count 1/Kids[" + reference(kid) + "]>>");
    });
}

QByteArray deepDictionaries(int depth)
{
    return built([&](PdfBuilder& pdf) {
        pdf.addPage(
            {}, "/PieceInfo " + QByteArray("<</A ").repeated(depth) + "null" + QByteArray(">>").repeated(depth));
    });
}

QByteArray longReferenceChain(int length)
{
    return built([&](PdfBuilder& pdf) {
        int next = pdf.add("<</End true>>");
        for (int i = 0; i < length; ++i)
            next = pdf.add("<</Next " + reference(next) + ">>");
        pdf.addPage({}, "/Resources<</Properties<</Chain " + reference(next) + ">>/Font<</F1 3 0 R>>>>");
    });
}

QByteArray truncated()
{
    const QByteArray whole = pages(6);
    return whole.left(whole.size() / 2);
}

QByteArray wrongStartOfCrossReferences()
{
    QByteArray pdf = twoPages();
    const qsizetype at = pdf.lastIndexOf("startxref\n") + 10;
    return pdf.replace(at, pdf.indexOf('\n', at) - at, "77");
}

} // namespace bidseal::testing::samples
