#pragma once

#include "core/pdf/Document.h"
#include "core/pdf/FormFields.h"

namespace bidseal::pdf {

/// A signature dictionary as it stands, with everything that limits what may be done to the document after it.
struct SignatureDictionary {
    ExistingSignature signature;
    std::vector<FieldLock> locks; ///< by FieldMDP
};

/// Reads the signature that is the value of `field`. Throws Fault (DocumentDamaged).
[[nodiscard]] SignatureDictionary readSignature(ObjectStore& store, const SignatureField& field);

/// /P of the first DocMDP among the signature's references (12.8.2.2), 0 without one.
[[nodiscard]] int certificationLevelOf(ObjectStore& store, const PoDoFo::PdfDictionary& signature);

} // namespace bidseal::pdf
