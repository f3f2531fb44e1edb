#include "tests/support/PdfBuilder.h"

#include <QtEndian>

namespace bidseal::testing {

namespace {

constexpr int kFont = 3;
constexpr std::size_t kObjectsPerStream = 200;

QByteArray number(double value) { return QByteArray::number(value, 'f', 4).replace(".0000", ""); }

QByteArray reference(int object) { return QByteArray::number(object) + " 0 R"; }

QByteArray deflated(const QByteArray& data)
{
    return qCompress(data).mid(4); // without Qt's own four bytes of length
}

QByteArray shapeEntries(const PageShape& shape)
{
    QByteArray entries = "/MediaBox " + pdfRectangle(shape.mediaBox);
    if (shape.cropBox)
        entries += "/CropBox " + pdfRectangle(*shape.cropBox);
    if (shape.rotation && shape.rotationKey == RotationKey::OnPage)
        entries += "/Rotate " + QByteArray::number(shape.rotation);
    if (shape.userUnit != 1)
        entries += "/UserUnit " + number(shape.userUnit);
    return entries;
}

void appendBigEndian(QByteArray& row, quint64 value, int width)
{
    for (int byte = width - 1; byte >= 0; --byte)
        row += static_cast<char>(value >> (8 * byte));
}

} // namespace

QByteArray pdfRectangle(const QRectF& r)
{
    return "[" + number(r.left()) + " " + number(r.top()) + " " + number(r.right()) + " " + number(r.bottom()) + "]";
}

QByteArray samplePageContent(const QRectF& box, int pageNumber)
{
    return "0.6 G 0.6 g 1 w " + number(box.left() + 10) + " " + number(box.top() + 10) + " " + number(box.width() - 20)
        + " " + number(box.height() - 20) + " re S BT /F1 12 Tf " + number(box.left() + 30) + " "
        + number(box.top() + 30) + " Td (sample page " + QByteArray::number(pageNumber) + ") Tj ET\n";
}

PdfBuilder::PdfBuilder(QIODevice& device, Layout layout, const QByteArray& version)
    : PdfBuilder(device, layout, version, {})
{
}

PdfBuilder::PdfBuilder(QIODevice& device, Layout layout, const QByteArray& version, Oddities oddities)
    : m_device(device)
    , m_layout(layout)
    , m_oddities(oddities)
{
    m_device.write("%PDF-" + version + "\n%\xe2\xe3\xcf\xd3\n");
    put(kFont, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", false);
}

int PdfBuilder::reserve() { return m_next++; }

void PdfBuilder::set(int number, const QByteArray& body) { put(number, body, false); }

int PdfBuilder::add(const QByteArray& body)
{
    const int number = reserve();
    set(number, body);
    return number;
}

int PdfBuilder::addStream(const QByteArray& entries, const QByteArray& data)
{
    const int number = reserve();
    writeObject(
        number, "<<" + entries + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data + "\nendstream");
    return number;
}

int PdfBuilder::addPage(const PageShape& shape, const QByteArray& entries)
{
    return addPageWith(samplePageContent(shape.cropBox.value_or(shape.mediaBox), m_pageCount + 1), shape, entries);
}

int PdfBuilder::addPageWith(const QByteArray& content, const PageShape& shape, const QByteArray& entries)
{
    const int page = reserve();
    setPage(page, content, shape, entries);
    return page;
}

void PdfBuilder::setPage(int page, const QByteArray& content, const PageShape& shape, const QByteArray& entries)
{
    const bool ownNode = shape.rotationKey == RotationKey::Inherited;
    const int parent = ownNode ? reserve() : kPageTree;
    const int stream = addStream({}, content);
    QByteArray resources
        = entries.contains("/Resources") ? QByteArray() : "/Resources<</Font<</F1 " + reference(kFont) + ">>>>";
    put(page,
        "<</Type/Page/Parent " + reference(parent) + "/Contents " + reference(stream) + shapeEntries(shape) + resources
            + entries + ">>",
        true);
    if (ownNode) {
        put(parent,
            "<</Type/Pages/Parent " + reference(kPageTree) + "/Kids[" + reference(page) + "]/Count 1/Rotate "
                + QByteArray::number(shape.rotation) + ">>",
            true);
    }
    m_topNodes.push_back(ownNode ? parent : page);
    ++m_pageCount;
}

void PdfBuilder::addToCatalog(const QByteArray& entries) { m_catalogEntries += entries; }

void PdfBuilder::addToTrailer(const QByteArray& entries) { m_trailerEntries += entries; }

void PdfBuilder::replacePageTree(const QByteArray& body) { m_pageTree = body; }

void PdfBuilder::finish()
{
    if (m_pageTree.isEmpty()) {
        QByteArray kids;
        for (const int node : m_topNodes)
            kids += reference(node) + " ";
        m_pageTree = "<</Type/Pages/Kids[" + kids.trimmed() + "]/Count " + QByteArray::number(m_pageCount) + ">>";
    }
    put(kPageTree, m_pageTree, false);
    put(kCatalog, "<</Type/Catalog/Pages " + reference(kPageTree) + m_catalogEntries + ">>", false);
    flushObjectStream();

    if (m_layout == Layout::Streams)
        writeEnd(writeCrossReferenceStream());
    else
        writeCrossReferenceTable();
}

bool PdfBuilder::goesIntoStream(bool isPage) const
{
    return m_layout == Layout::Streams || (m_layout == Layout::Hybrid && isPage);
}

void PdfBuilder::put(int number, const QByteArray& body, bool isPage)
{
    if (!goesIntoStream(isPage))
        return writeObject(number, body);
    m_waiting.emplace_back(number, body);
    if (m_waiting.size() == kObjectsPerStream)
        flushObjectStream();
}

void PdfBuilder::writeObject(int number, const QByteArray& body)
{
    m_places[number] = { m_device.pos(), -1 };
    const char* header = m_oddities.wideObjectHeaders ? "  0  obj\r\n" : " 0 obj\n";
    m_device.write(QByteArray::number(number) + header + body + "\nendobj\n");
}

void PdfBuilder::flushObjectStream()
{
    if (m_waiting.empty())
        return;
    QByteArray index, bodies;
    const int stream = reserve();
    for (std::size_t i = 0; i < m_waiting.size(); ++i) {
        const auto& [number, body] = m_waiting[i];
        index += QByteArray::number(number) + " " + QByteArray::number(bodies.size()) + " ";
        bodies += body + "\n";
        m_places[number] = { stream, static_cast<int>(i) };
    }
    const QByteArray data = deflated(index + bodies);
    writeObject(stream,
        "<</Type/ObjStm/N " + QByteArray::number(m_waiting.size()) + "/First " + QByteArray::number(index.size())
            + "/Filter/FlateDecode/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data + "\nendstream");
    m_waiting.clear();
}

void PdfBuilder::writeCrossReferenceTable()
{
    QByteArray hybridEntry;
    if (m_layout == Layout::Hybrid)
        hybridEntry = "/XRefStm " + QByteArray::number(writeCrossReferenceStream());

    const qint64 offset = m_device.pos();
    QByteArray table = "xref\n0 1\n0000000000 65535 f \n";
    for (auto first = m_places.begin(); first != m_places.end();) {
        // One subsection per run of numbers. What stands in object streams is left out: old readers cannot see it.
        QByteArray rows;
        int next = first->first;
        auto place = first;
        for (; place != m_places.end() && place->first == next && place->second.indexInStream < 0; ++place, ++next)
            rows += QByteArray::number(place->second.offset).rightJustified(10, '0') + " 00000 n \n";
        if (rows.isEmpty())
            ++place;
        else
            table += QByteArray::number(first->first) + " " + QByteArray::number(next - first->first) + "\n" + rows;
        first = place;
    }
    table += "trailer\n<</Size " + QByteArray::number(m_next) + "/Root " + reference(kCatalog)
        + "/ID[<31415926535897932384626433832795><31415926535897932384626433832795>]" + hybridEntry + m_trailerEntries
        + ">>\n";
    m_device.write(table);
    writeEnd(offset);
}

qint64 PdfBuilder::writeCrossReferenceStream()
{
    const int self = reserve();
    const qint64 offset = m_device.pos();
    m_places[self] = { offset, -1 };
    QByteArray rows;
    for (int number = 0; number < m_next; ++number) {
        const auto found = m_places.find(number);
        const bool known = found != m_places.end();
        const Place place = known ? found->second : Place {};
        appendBigEndian(rows, !known ? 0 : place.indexInStream < 0 ? 1 : 2, 1);
        appendBigEndian(rows, static_cast<quint64>(place.offset), 5);
        appendBigEndian(rows, number == 0 ? 65535 : place.indexInStream < 0 ? 0 : place.indexInStream, 2);
    }
    const QByteArray data = deflated(rows);
    const QByteArray trailer = m_layout == Layout::Hybrid ? QByteArray()
                                                          : "/ID[<31415926535897932384626433832795>"
                                                            "<31415926535897932384626433832795>]"
            + m_trailerEntries;
    m_device.write(QByteArray::number(self) + " 0 obj\n<</Type/XRef/W[1 5 2]/Size " + QByteArray::number(m_next)
        + "/Root " + reference(kCatalog) + trailer + "/Filter/FlateDecode/Length " + QByteArray::number(data.size())
        + ">>\nstream\n" + data + "\nendstream\nendobj\n");
    return offset;
}

void PdfBuilder::writeEnd(qint64 crossReferenceOffset)
{
    m_device.write("startxref\n" + QByteArray::number(crossReferenceOffset) + "\n%%EOF");
    if (!m_oddities.noFinalEndOfLine)
        m_device.write("\n");
}

} // namespace bidseal::testing
