#pragma once

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

/// Readers that this project did not write, as judges of what it writes. `password` opens encrypted documents.
namespace bidseal::testing {

/// What poppler's pdfsig says of one signature.
struct PdfsigVerdict {
    QString fieldName;
    bool isValid = false;
    bool coversWholeDocument = false;
    QString signer; ///< common name
    QString subFilter;
};
[[nodiscard]] std::vector<PdfsigVerdict> pdfsig(const QString& file, const QByteArray& password = {});

/// What `mutool sign -v` says of all signature fields together.
struct MutoolVerdict {
    int unchanged = 0; ///< "unchanged since signing": the newest one
    int continued = 0; ///< "valid but there have been edits", which it says of every signature that another one follows
    int broken = 0;
    QString text;
};
[[nodiscard]] MutoolVerdict mutoolVerify(const QString& file, const QByteArray& password = {});

/// MuPDF's comparison of each revision with the one before (PDFDocument.validateChangeHistory): true where nothing was
/// changed after a signature but what signing again needs.
[[nodiscard]] bool mupdfFindsOnlySignatures(const QString& file, const QByteArray& password = {});

/// What `qpdf --check` complains of; empty where it is content.
[[nodiscard]] QString qpdfComplaint(const QString& file, const QByteArray& password = {});

enum class Renderer { Poppler, Mupdf };

/// One page (the first is 0) on white; null where the program gave none.
[[nodiscard]] QImage render(
    Renderer renderer, const QString& file, int page, int dotsPerInch, const QByteArray& password = {});

/// The same by Qt PDF, as the client sees a document: without annotations and widgets.
[[nodiscard]] QImage renderByQtPdf(const QByteArray& pdf, int page, int dotsPerInch);

/// A connected red shape of a rendered page, in millimetres from the picture's top left corner.
struct RedShape {
    QRectF boundsMm;
    QPointF centroidMm;
};
/// The red shapes of at least 1 mm², from left to right.
[[nodiscard]] std::vector<RedShape> redShapes(const QImage& page, double dotsPerInch);

} // namespace bidseal::testing
