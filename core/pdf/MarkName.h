#pragma once

#include <QString>

#include <optional>

namespace bidseal::pdf {

/// A mark's /NM: "bidseal:company:12", or "bidseal:company:strip:12" for the strip of a cross-page seal.
struct MarkName {
    QString kind; ///< "company"; empty where it could not be one
    bool isStrip = false;
};

/// `name` is "bidseal:company"; `number` makes it the only one on its page (12.5.2).
[[nodiscard]] QString markNameText(const QString& name, bool isStrip, int number);
/// Empty where another program has given the name.
[[nodiscard]] std::optional<MarkName> readMarkName(const QString& text);

} // namespace bidseal::pdf
