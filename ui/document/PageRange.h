#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace bidseal::document {

/// "1-3,8" as people write it, with Chinese commas and dashes too, into sorted page indexes without doubles. Nothing
/// where it cannot be understood or names a page that the document does not have.
[[nodiscard]] std::optional<std::vector<int>> parsePageRange(const QString& text, int pageCount);

} // namespace bidseal::document
