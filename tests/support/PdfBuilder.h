#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QRectF>

#include <map>
#include <optional>
#include <vector>

namespace bidseal::testing {

/// How a file tells where its objects are (ISO 32000-2, 7.5.4 and 7.5.8).
enum class Layout {
    Table, ///< a cross-reference table, every object by itself
    Streams, ///< a cross-reference stream, objects without a stream in object streams
    Hybrid, ///< a table for old readers and /XRefStm for the pages, which only new readers find
};

/// Departures that the standard allows and writers in the field make.
struct Oddities {
    bool wideObjectHeaders = false; ///< "12  0  obj" and CR LF
    bool noFinalEndOfLine = false; ///< the file ends with the F of %%EOF
};

enum class RotationKey { OnPage, Inherited };

struct PageShape {
    QRectF mediaBox { 0, 0, 595, 842 };
    std::optional<QRectF> cropBox;
    int rotation = 0;
    RotationKey rotationKey = RotationKey::OnPage; ///< Inherited: a page tree node of its own carries it
    double userUnit = 1;
};

/// Writes a PDF object by object, so that its shape is exactly the one that a test is about. What is added is written
/// at once: a file of 1 GB needs no memory. Bodies are PDF syntax, given as they shall stand in the file.
class PdfBuilder {
public:
    explicit PdfBuilder(QIODevice& device, Layout layout = Layout::Table, const QByteArray& version = "1.7");
    PdfBuilder(QIODevice& device, Layout layout, const QByteArray& version, Oddities oddities);

    [[nodiscard]] int reserve(); ///< a number for set()
    void set(int number, const QByteArray& body);
    int add(const QByteArray& body);
    int addStream(const QByteArray& entries, const QByteArray& data);
    /// A page with a frame and its number in grey; `entries` go into its dictionary. Gives its object number.
    int addPage(const PageShape& shape = {}, const QByteArray& entries = {});
    /// A page whose content is `content`.
    int addPageWith(const QByteArray& content, const PageShape& shape, const QByteArray& entries);
    /// A page under an object number that reserve() gave, for annotations that must know it.
    void setPage(int number, const QByteArray& content, const PageShape& shape, const QByteArray& entries);
    /// More entries for the catalog: "/AcroForm 7 0 R".
    void addToCatalog(const QByteArray& entries);
    /// More entries for the trailer.
    void addToTrailer(const QByteArray& entries);
    /// Another body for the root of the page tree; the pages that were added are forgotten.
    void replacePageTree(const QByteArray& body);

    /// Catalog, page tree, cross-references, end.
    void finish();

    static constexpr int kCatalog = 1;
    static constexpr int kPageTree = 2;

private:
    struct Place {
        qint64 offset = 0; ///< or the object stream's number
        int indexInStream = -1; ///< -1: an object by itself
    };

    [[nodiscard]] bool goesIntoStream(bool isPage) const;
    void put(int number, const QByteArray& body, bool isPage);
    void writeObject(int number, const QByteArray& body);
    void flushObjectStream();
    void writeCrossReferenceTable();
    qint64 writeCrossReferenceStream();
    void writeEnd(qint64 crossReferenceOffset);

    QIODevice& m_device;
    Layout m_layout;
    Oddities m_oddities;
    int m_next = 4;
    std::map<int, Place> m_places;
    std::vector<std::pair<int, QByteArray>> m_waiting; ///< for the next object stream
    std::vector<int> m_topNodes; ///< kids of the page tree's root
    int m_pageCount = 0;
    QByteArray m_catalogEntries, m_trailerEntries, m_pageTree;
};

/// PDF numbers of a rectangle: "[0 0 595 842]".
[[nodiscard]] QByteArray pdfRectangle(const QRectF& rectangle);

/// A page's content: a thin grey frame inside `box` and "sample page N"; nothing in it is coloured.
[[nodiscard]] QByteArray samplePageContent(const QRectF& box, int number);

} // namespace bidseal::testing
