#pragma once

#include "core/pdf/ObjectStore.h"

#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

namespace bidseal::pdf {

/// Which fields a signature locks (12.7.5.5 SigFieldLock, 12.8.2.4 FieldMDP).
struct FieldLock {
    enum class Action { All, Include, Exclude };
    Action action = Action::All;
    QStringList fields;
    int certificationLevel = 0; ///< /P of a SigFieldLock, 0 without

    [[nodiscard]] bool covers(const QString& fieldName) const;
};

/// /Action and /Fields of a lock or of a FieldMDP's parameters; empty where `value` is neither.
[[nodiscard]] std::optional<FieldLock> readLock(ObjectStore& store, const PoDoFo::PdfVariant& value);

struct SignatureField {
    PoDoFo::PdfReference reference;
    QString name; ///< fully qualified
    PoDoFo::PdfVariant value; ///< /V as it stands: null, a reference, a dictionary
    std::vector<PoDoFo::PdfReference> widgets; ///< the field itself where the two are merged
    std::optional<FieldLock> lock;

    [[nodiscard]] bool isSigned() const { return !value.IsNull(); }
};

/// What the document's form has to say about signatures.
struct Form {
    std::vector<SignatureField> signatureFields; ///< in the form's order
    QSet<QString> rootNames; ///< of all fields at the top

    [[nodiscard]] const SignatureField* find(const QString& name) const;
    [[nodiscard]] bool hasSignatures() const;
};

/// Walks the form's fields (12.7.4). Throws Fault (DocumentDamaged, DocumentTooComplex).
[[nodiscard]] Form readForm(ObjectStore& store);

} // namespace bidseal::pdf
