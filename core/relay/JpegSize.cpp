#include "core/relay/JpegSize.h"

#include <QtEndian>

namespace bidseal::relay {

namespace {

constexpr qsizetype kMarker = 2; ///< 0xFF and the kind
constexpr qsizetype kLength = 2; ///< counts itself, not the marker

bool isFrameHeader(uchar kind)
{
    constexpr uchar kHuffmanTables = 0xC4;
    constexpr uchar kReserved = 0xC8;
    constexpr uchar kArithmeticTables = 0xCC;
    return kind >= 0xC0 && kind <= 0xCF && kind != kHuffmanTables && kind != kReserved && kind != kArithmeticTables;
}

/// Markers that come in front of a frame header with a length: tables, applications' data, comments.
bool isSegment(uchar kind) { return kind == 0xC4 || kind == 0xCC || kind == 0xDB || kind == 0xDD || kind >= 0xE0; }

quint16 numberAt(QByteArrayView jpeg, qsizetype at) { return qFromBigEndian<quint16>(jpeg.data() + at); }

} // namespace

std::optional<QSize> jpegSize(QByteArrayView jpeg)
{
    constexpr qsizetype kHeader = kMarker + kLength + 1 + 2 + 2; // precision, lines, samples a line
    if (!jpeg.startsWith("\xFF\xD8"))
        return std::nullopt;
    for (qsizetype at = kMarker; at + kHeader <= jpeg.size() && jpeg[at] == '\xFF';) {
        const auto kind = static_cast<uchar>(jpeg[at + 1]);
        if (isFrameHeader(kind))
            return QSize(numberAt(jpeg, at + kHeader - 2), numberAt(jpeg, at + kHeader - 4));
        if (!isSegment(kind) || numberAt(jpeg, at + kMarker) < kLength)
            return std::nullopt;
        at += kMarker + numberAt(jpeg, at + kMarker);
    }
    return std::nullopt;
}

} // namespace bidseal::relay
