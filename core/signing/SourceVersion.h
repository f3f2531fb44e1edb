#pragma once

#include "core/base/Result.h"

#include <QDateTime>

namespace bidseal::signing {

/// The original as it was when the flow began: what a person looked at is what must be signed, however long the PIN
/// takes.
class SourceVersion {
public:
    explicit SourceVersion(const QString& path);
    /// Errors: FileChangedMeanwhile.
    [[nodiscard]] Status checkUnchanged() const;

private:
    QString m_path;
    qint64 m_size; ///< bytes
    QDateTime m_modified;
};

} // namespace bidseal::signing
