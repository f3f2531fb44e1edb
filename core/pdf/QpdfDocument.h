#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <qpdf/QPDF.hh>

#include <map>
#include <memory>
#include <vector>

/// The document as libqpdf sees it. For this room only: nobody else includes qpdf.
namespace bidseal::pdf::qpdf {

/// Deeper page trees, and longer chains of references, are no document's; libqpdf follows them by recursion.
inline constexpr int kDeepest = 500;

[[nodiscard]] tl::unexpected<Error> refused(const QString& detail);

/// Runs `work` and turns libqpdf's exceptions into errors.
template <class Work> auto withoutExceptions(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception& e) {
        return refused(QString::fromUtf8(e.what()));
    }
}

/// Says nothing on standard output or error.
void silence(QPDF& document);

/// Opens `path` and repairs nothing: what needs a repair is refused.
[[nodiscard]] Result<std::shared_ptr<QPDF>> open(const QString& path, const Secret* password);

/// A page with what it takes over from the nodes above it (ISO 32000-2, 7.7.3.4).
struct Page {
    QPDFObjectHandle dictionary;
    std::map<std::string, QPDFObjectHandle> inherited; ///< Resources, MediaBox, CropBox, Rotate; the page's own first
};

/// The leaves of the page tree in their order.
[[nodiscard]] Result<std::vector<Page>> pagesOf(QPDF& document);

} // namespace bidseal::pdf::qpdf
