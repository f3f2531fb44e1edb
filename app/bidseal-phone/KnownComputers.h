#pragma once

#include "core/base/Result.h"

#include <QSet>

namespace bidseal::phone {

/// The computers whose requests this owner has confirmed: a foreign one is the first sign of phishing
/// (docs/relay-protocol.md, 6). Kept as ids, without names, in a small file in the user's folder.
class KnownComputers {
public:
    explicit KnownComputers(QString file);

    [[nodiscard]] bool contains(const QByteArray& id) const { return m_ids.contains(id); }
    /// Errors: OutputNotWritable, DiskFull.
    [[nodiscard]] Status remember(const QByteArray& id);

private:
    QString m_file;
    QSet<QByteArray> m_ids;
};

} // namespace bidseal::phone
