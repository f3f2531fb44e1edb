#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

namespace bidseal::pdf {

/// The document once more, by libqpdf: what another parser cannot open, nobody is asked to sign. Reads the
/// cross-references, every page's dictionary and the form's fields, but no stream: 1 GB costs no more than its pages.
/// What could only be read after a repair is refused. Errors: DocumentRefusedBySecondReader, with libqpdf's own words
/// in the detail.
[[nodiscard]] Status checkWithSecondReader(const QString& path, const Secret* password);

} // namespace bidseal::pdf
