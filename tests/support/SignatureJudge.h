#pragma once

#include "core/cms/SignedData.h"

namespace bidseal::test {

/// OpenSSL's word on whether a signature over these bytes was made by the key of this certificate (DER).
[[nodiscard]] bool signatureHolds(const QByteArray& certificate, const QByteArray& bytes, const QByteArray& signature,
    cms::SignatureAlgorithm algorithm);

} // namespace bidseal::test
