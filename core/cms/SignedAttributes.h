#pragma once

#include "core/certificate/Certificate.h"

#include <optional>

typedef struct CMS_SignerInfo_st CMS_SignerInfo;
typedef struct asn1_object_st ASN1_OBJECT;

/// What a SignerInfo says under its signature. Nothing here is verified by being read.
namespace bidseal::cms {

enum class AttributeOrder { AsDer, AsWritten };

/// What the key signs: the attributes as an explicit SET OF (RFC 5652, 5.4). DER sorts them by their encodings; some
/// signers hash them in the order in which they wrote them.
[[nodiscard]] QByteArray attributesAsSet(const CMS_SignerInfo* signer, AttributeOrder order);

/// Whether there is exactly one content-type and it is the encapsulated content's (RFC 5652, 11.1).
[[nodiscard]] bool contentTypeAgrees(const CMS_SignerInfo* signer, const ASN1_OBJECT* contentType);
/// Nothing unless there is exactly one, with one value (RFC 5652, 11.2).
[[nodiscard]] std::optional<QByteArray> messageDigest(const CMS_SignerInfo* signer);
[[nodiscard]] std::optional<QDateTime> signingTime(const CMS_SignerInfo* signer); ///< UTC

enum class SignerBinding { Absent, Agrees, NamesAnother };
/// What signing-certificate-v2 (RFC 5035), or the first version with its SHA-1, says about who signed.
[[nodiscard]] SignerBinding signerBinding(const CMS_SignerInfo* signer, const certificate::Certificate& certificate);

} // namespace bidseal::cms
