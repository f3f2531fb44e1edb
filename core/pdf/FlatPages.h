#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QByteArray>

#include <memory>

namespace bidseal::pdf {

/// Pages with the appearances of their widgets and annotations drawn into them, for a viewer that does not draw
/// signature widgets. Each page comes as a small PDF in memory, never encrypted and never on disk. Keeps the file open;
/// not for two threads. Errors: DocumentRefusedBySecondReader, PageNotFound, DocumentTooComplex.
class FlatPages {
public:
    [[nodiscard]] static Result<std::unique_ptr<FlatPages>> open(const QString& path, const Secret* password);
    virtual ~FlatPages() = default;
    [[nodiscard]] virtual Result<QByteArray> page(int index) = 0; ///< the first is 0
};

} // namespace bidseal::pdf
