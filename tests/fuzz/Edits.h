#pragma once

#include <QByteArray>

#include <span>

namespace bidseal::fuzz {

/// `sample` with changes that the fuzzer's bytes describe, four for each: so that what needs to be nearly right is.
inline QByteArray edited(QByteArray sample, std::span<const uint8_t> edits)
{
    for (; edits.size() >= 4; edits = edits.subspan(4)) {
        const auto at = (edits[0] << 8 | edits[1]) % (sample.size() + 1);
        const auto byte = static_cast<char>(edits[3]);
        switch (edits[2] % 4) {
        case 0:
            sample.insert(at, byte);
            break;
        case 1:
            sample.remove(at, 1 + edits[3] % 8);
            break;
        case 2:
            sample.insert(at, sample.mid(edits[3], 16));
            break;
        default:
            if (at < sample.size())
                sample[at] = byte;
        }
    }
    return sample;
}

} // namespace bidseal::fuzz
