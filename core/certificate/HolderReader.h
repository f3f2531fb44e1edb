#pragma once

#include "core/certificate/Certificate.h"

typedef struct X509_name_st X509_NAME;

namespace bidseal::certificate {

/// Who holds the certificate: from its name and from the extensions in which Chinese authorities put identity numbers.
[[nodiscard]] Holder readHolder(const X509* certificate);

/// A whole name in RFC 4514 order, fit to be shown.
[[nodiscard]] QString shownName(const X509_NAME* name);

/// CN, else O, else the whole name; fit to be shown.
[[nodiscard]] QString shortName(const X509_NAME* name);

} // namespace bidseal::certificate
