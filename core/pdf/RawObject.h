#pragma once

#include "core/pdf/SourceFile.h"
#include "core/pdf/Syntax.h"

#include <functional>
#include <optional>

namespace bidseal::pdf {

/// An indirect object as it stands in the file: its bytes, where they are, and how they are protected.
struct RawObject {
    int number = 0;
    int generation = 0;
    std::string text; ///< the value; strings encrypted where the document is and the object is not in a stream
    std::size_t weight = 1; ///< what parsing the text costs
    qint64 offset = -1; ///< of text in the file; -1 for an object in an object stream
    qint64 streamOffset = -1; ///< of the first byte of its stream; -1 without one

    [[nodiscard]] bool hasStream() const { return streamOffset >= 0; }
    [[nodiscard]] bool isInObjectStream() const { return offset < 0; }
};

/// `N G obj value [stream` at `offset`, with any white space and comments between. Throws Fault (DocumentDamaged,
/// DocumentTooComplex).
[[nodiscard]] RawObject readObjectAt(SourceFile& source, qint64 offset);

/// The value that begins at or behind `offset`, wherever it ends: grows the window until it is whole.
struct RawValue {
    std::string text;
    qint64 offset = 0;
};
[[nodiscard]] RawValue readValueAt(SourceFile& source, qint64 offset);

/// The raw bytes of the object's stream, which must be followed by `endstream`.
[[nodiscard]] std::string readStream(SourceFile& source, const RawObject& object, qint64 length);

} // namespace bidseal::pdf
