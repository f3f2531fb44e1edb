#pragma once

#include "core/cms/SignedData.h"

namespace bidseal::cms {

/// What a phone may sign and nothing else (docs/relay-protocol.md, 5.4): the signed attributes of one document for one
/// certificate, in DER. No bare hash, no certification request, no challenge of a log-in passes, so that whoever asks a
/// phone for a signature can make nothing else of what it gives.
/// `attributes` is the SET OF that is to be signed. Errors: RequestNotADocument, whose detail says where it differs.
[[nodiscard]] Status checkSignedAttributes(
    const QByteArray& attributes, const DocumentDigest& digest, const certificate::Certificate& certificate);

} // namespace bidseal::cms
