#pragma once

#include <QByteArray>
#include <QList>

#include <memory>

namespace bidseal::test {

/// The readable memory of another process.
class ProcessMemory {
public:
    struct Region {
        quint64 from = 0;
        quint64 to = 0;
    };

    virtual ~ProcessMemory() = default;
    /// Null where the system does not allow it.
    [[nodiscard]] static std::unique_ptr<ProcessMemory> open(qint64 processId);

    [[nodiscard]] virtual QList<Region> regions() const = 0;
    /// Shorter, or empty, where there is nothing to be read (any more).
    [[nodiscard]] virtual QByteArray read(quint64 from, qsizetype size) = 0;
};

} // namespace bidseal::test
