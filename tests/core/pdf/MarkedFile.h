#pragma once

#include "core/pdf/SignatureWriter.h"
#include "tests/support/SignedSample.h"

namespace bidseal::testing {

[[nodiscard]] pdf::Mark markAt(const QImage& picture, int page, QPointF centreMm, QSizeF sizeMm = { 40, 40 });
/// A red disc on transparent ground.
[[nodiscard]] QImage discPicture(int pixels = 300);

/// The whole way from marks to a signed file, with a made-up company's key.
class MarkedFile {
public:
    struct Wish {
        std::vector<pdf::Mark> marks;
        QString fieldName {};
        QString carryingNote {}, coveredNote {};
        QByteArray password {};
    };
    /// False (with a warning) where a step fails, or the source is no prefix of `output`.
    [[nodiscard]] static bool sign(const QString& source, const Wish& wish, const QString& output);
};

/// Each signature by pdfsig and mutool, the structure by qpdf: what they complain of, empty where they are content.
[[nodiscard]] QString complaintOfReaders(const QString& file, int signatureFields, const QByteArray& password = {});

} // namespace bidseal::testing
