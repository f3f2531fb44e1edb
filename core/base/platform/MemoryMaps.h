#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace bidseal::platform {

/// A file of which code is mapped into a process, as Linux tells in /proc/PID/maps (proc(5)).
struct MappedCode {
    QString path; ///< also "/memfd:name" of one that never was in a folder
    bool isGone = false; ///< the file has no name any more: deleted, or replaced by another
    std::optional<quint64> beginning; ///< where the file's first byte lies in memory, if it does
};

/// Each file once, in the order of the addresses. Code without a file ([vdso], what a just-in-time compiler made) is
/// left out.
[[nodiscard]] std::vector<MappedCode> mappedCode(const QByteArray& maps);

} // namespace bidseal::platform
