#pragma once

#include <QJsonObject>

#include <tl/expected.hpp>

namespace bidseal {

/// Where a text stops being JSON, for whoever wrote it.
struct JsonFault {
    int line = 0; ///< the first is 1
    QString problem; ///< English
};

/// Reads an object from JSON in which `// …` and `/* … */` are comments, as people write configuration.
[[nodiscard]] tl::expected<QJsonObject, JsonFault> parseCommentedJson(const QByteArray& utf8);

} // namespace bidseal
