#include "tests/support/MemoryScan.h"

#include "tests/support/ProcessMemory.h"

#include <algorithm>

namespace bidseal::test {

namespace {

constexpr quint64 kBlock = 4 * 1024 * 1024; // bytes

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
    const auto memory = ProcessMemory::open(processId);
    if (!memory)
        return {};
    const auto utf8 = text.toUtf8();
    const QByteArray utf16(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    const auto overlap = utf16.size() - 1;

    auto count = 0;
    qint64 bytesRead = 0;
    for (const auto& region : memory->regions()) {
        QByteArray block;
        for (auto at = region.from; at < region.to; at += kBlock) {
            const auto next = memory->read(at, static_cast<qsizetype>(std::min(kBlock, region.to - at)));
            if (next.isEmpty())
                break; // a guard page, or unmapped meanwhile
            bytesRead += next.size();
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
