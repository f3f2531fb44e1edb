#include "tests/support/MemoryScan.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

constexpr qint64 kBlock = 4 * 1024 * 1024;

struct Region {
    qint64 from = 0;
    qint64 to = 0;
};

/// Readable regions of "/proc/PID/maps": "7f12a000-7f12b000 rw-p …".
std::optional<QList<Region>> regionsOf(const QString& folder)
{
    QFile maps(folder + u"/maps"_s);
    if (!maps.open(QIODevice::ReadOnly))
        return {};
    QList<Region> regions;
    for (const auto& line : maps.readAll().split('\n')) {
        const auto words = line.split(' ');
        const auto range = words.value(0).split('-');
        if (range.size() == 2 && words.value(1).startsWith('r') && !line.endsWith("[vvar]")
            && !line.endsWith("[vsyscall]"))
            regions.append({ range[0].toLongLong(nullptr, 16), range[1].toLongLong(nullptr, 16) });
    }
    return regions;
}

int occurrences(const QByteArray& block, const QByteArray& wanted)
{
    auto count = 0;
    for (auto at = block.indexOf(wanted); at >= 0; at = block.indexOf(wanted, at + 1))
        ++count;
    return count;
}

} // namespace

std::optional<int> occurrencesInMemory(qint64 processId, const QString& text)
{
    const auto folder = u"/proc/%1"_s.arg(processId);
    const auto regions = regionsOf(folder);
    QFile memory(folder + u"/mem"_s);
    if (!regions || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    const auto utf8 = text.toUtf8();
    const QByteArray utf16(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    const auto overlap = utf16.size() - 1;

    auto count = 0;
    qint64 bytesRead = 0;
    for (const auto& region : *regions) {
        QByteArray block;
        for (auto at = region.from; at < region.to; at += kBlock) {
            QByteArray next(std::min(kBlock, region.to - at), Qt::Uninitialized);
            const auto size = memory.seek(at) ? memory.read(next.data(), next.size()) : -1;
            if (size <= 0)
                break; // a guard page, or unmapped meanwhile
            next.truncate(size);
            bytesRead += size;
            // What stands across two blocks counts once: the overlap is too short for a whole one.
            const auto both = block.right(overlap) + next;
            const auto countedTwice = occurrences(block.right(overlap), utf8);
            count += occurrences(both, utf8) - countedTwice + occurrences(both, utf16);
            block = next;
        }
    }
    // A process whose memory could be opened but not read has not been looked at.
    return bytesRead > 0 ? std::optional(count) : std::nullopt;
}

} // namespace bidseal::test
