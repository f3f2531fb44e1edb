#pragma once

#include <QDateTime>
#include <QString>

#include <podofo/podofo-base.h>

#include <optional>
#include <string_view>

/// PoDoFo's values, read without its exceptions: a wrong type is simply not there.
namespace bidseal::pdf {

/// One value from its raw text, which Syntax has measured before. Throws PdfError.
[[nodiscard]] PoDoFo::PdfVariant parseValue(std::string_view text);

[[nodiscard]] const PoDoFo::PdfDictionary* dictionaryOf(const PoDoFo::PdfVariant* value);
[[nodiscard]] const PoDoFo::PdfArray* arrayOf(const PoDoFo::PdfVariant* value);
[[nodiscard]] std::optional<PoDoFo::PdfReference> referenceOf(const PoDoFo::PdfVariant* value);
[[nodiscard]] std::optional<qint64> integerOf(const PoDoFo::PdfVariant* value);
[[nodiscard]] std::optional<double> numberOf(const PoDoFo::PdfVariant* value); ///< finite
[[nodiscard]] std::string nameOf(const PoDoFo::PdfVariant* value); ///< empty where it is none
[[nodiscard]] std::string bytesOf(const PoDoFo::PdfVariant* value); ///< of a string
[[nodiscard]] bool isTrue(const PoDoFo::PdfVariant* value);

/// A text string (ISO 32000-2, 7.9.2.2): UTF-16BE, UTF-8 or PDFDocEncoding.
[[nodiscard]] QString textOf(const PoDoFo::PdfVariant* value);
/// A date (7.9.4): "D:20260102030405+08'00'".
[[nodiscard]] std::optional<QDateTime> dateOf(const PoDoFo::PdfVariant* value);

} // namespace bidseal::pdf
