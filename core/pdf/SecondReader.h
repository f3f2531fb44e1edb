#pragma once

#include "core/base/Secret.h"
#include "core/pdf/SignatureWriter.h"

namespace bidseal::pdf {

/// The document once more, by libqpdf: what another parser cannot open, nobody is asked to sign.
/// Errors: DocumentRefusedBySecondReader, with libqpdf's own words in the detail.
[[nodiscard]] Status checkWithSecondReader(const QString& path, const Secret* password);

/// Pages with the appearances of their widgets and annotations drawn into them, for a viewer that does not draw
/// signature widgets. Each page comes as a small PDF in memory, never on disk. Keeps the file open; not for two threads.
class FlatPages {
public:
    [[nodiscard]] static Result<std::unique_ptr<FlatPages>> open(const QString& path, const Secret* password);
    virtual ~FlatPages() = default;
    [[nodiscard]] virtual Result<QByteArray> page(int index) = 0;
};

} // namespace bidseal::pdf
