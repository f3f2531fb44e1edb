#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/verification/SignedRange.h"

#include <map>

namespace bidseal::verification {

/// Digests over signed ranges, each computed in one pass over the file and remembered: signatures of several fields,
/// and a second question, cost nothing.
class RangeDigests {
public:
    RangeDigests(QFile& file, ProgressCallback progress, std::stop_token stop);

    /// `name` as EVP_MD_fetch takes it. Errors: FileNotReadable, Cancelled, InternalFault (no such digest here).
    [[nodiscard]] Result<QByteArray> digest(const SignedRange& range, const QString& name);

private:
    [[nodiscard]] Result<QByteArray> compute(const SignedRange& range, const QString& name);

    QFile& m_file;
    ProgressCallback m_progress;
    std::stop_token m_stop;
    std::map<std::pair<SignedRange, QString>, QByteArray> m_known;
};

} // namespace bidseal::verification
