#pragma once

#include "core/environment/Report.h"

namespace bidseal::environment {

/// "fit", "undecided", "unfit".
[[nodiscard]] QString wordFor(Verdict verdict);

/// Every check with id, result, facts, meaning, remedy and its time in ms. Redacted it names no person, company,
/// computer or folder.
[[nodiscard]] QJsonObject toJson(const Report& report, Disclosure disclosure);

/// SHA-256 of the full report as compact JSON: what the journal keeps of it.
[[nodiscard]] QByteArray fullText(const Report& report);
[[nodiscard]] QByteArray digestOf(const Report& report);

/// The same as a page for a support hotline: UTF-8, complete in itself, no script, nothing loaded from anywhere.
[[nodiscard]] QByteArray toHtml(const Report& report, Disclosure disclosure);

/// Writes toHtml() (or toJson() for a name that ends in .json) whole or not at all. Errors: OutputNotWritable,
/// DiskFull.
[[nodiscard]] Status exportReport(const Report& report, Disclosure disclosure, const QString& file);

} // namespace bidseal::environment
