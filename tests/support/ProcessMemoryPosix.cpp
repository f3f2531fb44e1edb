// Linux: /proc/PID/maps and /proc/PID/mem, proc(5).
#include "tests/support/ProcessMemory.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

class LinuxMemory : public ProcessMemory {
public:
    explicit LinuxMemory(qint64 processId)
        : m_folder(u"/proc/%1"_s.arg(processId))
        , m_memory(m_folder + u"/mem"_s)
    {
    }

    [[nodiscard]] bool isOpen() { return m_memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

    /// From lines like "7f12a000-7f12b000 rw-p …".
    [[nodiscard]] QList<Region> regions() const override
    {
        QFile maps(m_folder + u"/maps"_s);
        if (!maps.open(QIODevice::ReadOnly))
            return {};
        QList<Region> regions;
        for (const auto& line : maps.readAll().split('\n')) {
            const auto words = line.split(' ');
            const auto range = words.value(0).split('-');
            if (range.size() == 2 && words.value(1).startsWith('r') && !line.endsWith("[vvar]")
                && !line.endsWith("[vsyscall]"))
                regions.append({ range[0].toULongLong(nullptr, 16), range[1].toULongLong(nullptr, 16) });
        }
        return regions;
    }

    [[nodiscard]] QByteArray read(quint64 from, qsizetype size) override
    {
        return m_memory.seek(static_cast<qint64>(from)) ? m_memory.read(size) : QByteArray();
    }

private:
    QString m_folder;
    QFile m_memory;
};

} // namespace

std::unique_ptr<ProcessMemory> ProcessMemory::open(qint64 processId)
{
    auto memory = std::make_unique<LinuxMemory>(processId);
    return memory->isOpen() ? std::move(memory) : nullptr;
}

} // namespace bidseal::test
