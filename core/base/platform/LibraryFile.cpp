#include "core/base/platform/LibraryFile.h"

#include <QFile>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

constexpr qint64 kHead = 64 * 1024; // bytes; headers lie in the first of them
constexpr qint64 kMostSearched = 64 * 1024 * 1024; // bytes

using ByteOrder = LibraryFormat::ByteOrder;
using Extent = LibraryFormat::Extent;

/// Numbers at places of a file's beginning. What is not there is nothing.
class Head {
public:
    Head(QByteArrayView bytes, ByteOrder order)
        : m_bytes(bytes)
        , m_order(order)
    {
    }

    template <class Number> std::optional<Number> at(quint64 offset) const
    {
        const auto size = static_cast<quint64>(m_bytes.size());
        if (offset > size || size - offset < sizeof(Number))
            return {};
        const auto* place = m_bytes.data() + offset;
        return m_order == ByteOrder::LittleEndian ? qFromLittleEndian<Number>(place) : qFromBigEndian<Number>(place);
    }

    /// A number of 64 bits, or of 32 in a file for such machines.
    std::optional<quint64> wordAt(quint64 offset, int bits) const
    {
        if (bits == 64)
            return at<quint64>(offset);
        const auto word = at<quint32>(offset);
        return word ? std::optional<quint64>(*word) : std::nullopt;
    }

private:
    QByteArrayView m_bytes;
    ByteOrder m_order;
};

bool liesWithin(quint64 offset, quint64 size, qint64 fileSize)
{
    const auto end = static_cast<quint64>(fileSize);
    return offset <= end && size <= end - offset;
}

/// Where the fields of ELF's headers are (gABI, chapters 4 and 5).
struct ElfLayout {
    int bits;
    quint64 headerSize, segmentsAt, sectionsAt, segmentSize, segmentCount, sectionSize, sectionCount;
    quint64 offsetInSegment, bytesInSegment; ///< p_offset, p_filesz
};
constexpr ElfLayout kElf32 { 32, 52, 28, 32, 42, 44, 46, 48, 4, 16 };
constexpr ElfLayout kElf64 { 64, 64, 32, 40, 54, 56, 58, 60, 8, 32 };

Extent extentOfElf(const Head& head, const ElfLayout& layout, qint64 fileSize)
{
    const auto segments = head.wordAt(layout.segmentsAt, layout.bits);
    const auto sections = head.wordAt(layout.sectionsAt, layout.bits);
    const auto segmentSize = head.at<quint16>(layout.segmentSize);
    const auto segmentCount = head.at<quint16>(layout.segmentCount);
    const auto sectionSize = head.at<quint16>(layout.sectionSize);
    const auto sectionCount = head.at<quint16>(layout.sectionCount);
    if (!segments || !sections || !segmentSize || !segmentCount || !sectionSize || !sectionCount)
        return Extent::CutOff;
    if (!liesWithin(*segments, quint64(*segmentSize) * *segmentCount, fileSize)
        || !liesWithin(*sections, quint64(*sectionSize) * *sectionCount, fileSize))
        return Extent::CutOff;
    for (quint64 i = 0; i < *segmentCount; ++i) {
        const auto segment = *segments + i * *segmentSize;
        const auto offset = head.wordAt(segment + layout.offsetInSegment, layout.bits);
        const auto bytes = head.wordAt(segment + layout.bytesInSegment, layout.bits);
        if (!offset || !bytes)
            break; // beyond what was read: not known
        if (!liesWithin(*offset, *bytes, fileSize))
            return Extent::CutOff;
    }
    return Extent::Whole;
}

std::optional<LibraryFormat> elfFormat(QByteArrayView bytes, qint64 fileSize)
{
    constexpr qsizetype kClass = 4;
    constexpr qsizetype kData = 5;
    constexpr quint64 kMachine = 18;
    if (bytes.size() <= kData || bytes[kClass] < 1 || bytes[kClass] > 2 || bytes[kData] < 1 || bytes[kData] > 2)
        return {};
    const auto& layout = bytes[kClass] == 1 ? kElf32 : kElf64;
    const Head head(bytes, bytes[kData] == 1 ? ByteOrder::LittleEndian : ByteOrder::BigEndian);
    const auto machine = head.at<quint16>(kMachine);
    if (!machine)
        return {};
    return LibraryFormat { LibraryFormat::Kind::Elf, layout.bits,
        bytes[kData] == 1 ? ByteOrder::LittleEndian : ByteOrder::BigEndian, *machine,
        extentOfElf(head, layout, fileSize) };
}

/// Where the fields are that follow "PE\0\0" (PE Format, "COFF File Header", "Section Table").
namespace pe {
constexpr quint64 kPlaceOfSignature = 0x3C;
constexpr quint32 kSignature = 0x00004550;
constexpr quint64 kMachine = 4, kSectionCount = 6, kOptionalHeaderSize = 20, kOptionalHeader = 24;
constexpr quint16 kMagic32 = 0x10B, kMagic64 = 0x20B;
constexpr quint64 kSection = 40, kSizeInSection = 16, kOffsetInSection = 20;
} // namespace pe

Extent extentOfPe(const Head& head, quint64 signature, qint64 fileSize)
{
    const auto count = head.at<quint16>(signature + pe::kSectionCount);
    const auto optionalSize = head.at<quint16>(signature + pe::kOptionalHeaderSize);
    if (!count || !optionalSize)
        return Extent::CutOff;
    for (quint64 i = 0; i < *count; ++i) {
        const auto section = signature + pe::kOptionalHeader + *optionalSize + i * pe::kSection;
        if (!liesWithin(section, pe::kSection, fileSize))
            return Extent::CutOff;
        const auto bytes = head.at<quint32>(section + pe::kSizeInSection);
        const auto offset = head.at<quint32>(section + pe::kOffsetInSection);
        if (!bytes || !offset)
            break; // beyond what was read: not known
        if (*bytes > 0 && !liesWithin(*offset, *bytes, fileSize))
            return Extent::CutOff;
    }
    return Extent::Whole;
}

std::optional<LibraryFormat> peFormat(QByteArrayView bytes, qint64 fileSize)
{
    const Head head(bytes, ByteOrder::LittleEndian);
    const auto signature = head.at<quint32>(pe::kPlaceOfSignature);
    if (!signature || head.at<quint32>(*signature) != pe::kSignature)
        return {};
    const auto machine = head.at<quint16>(*signature + pe::kMachine);
    const auto magic = head.at<quint16>(*signature + pe::kOptionalHeader);
    if (!machine || (magic != pe::kMagic32 && magic != pe::kMagic64))
        return {};
    return LibraryFormat { LibraryFormat::Kind::Pe, magic == pe::kMagic64 ? 64 : 32, ByteOrder::LittleEndian, *machine,
        extentOfPe(head, *signature, fileSize) };
}

struct MachineName {
    LibraryFormat::Kind kind;
    quint16 number;
    const char* name;
};
constexpr MachineName kMachineNames[] {
    { LibraryFormat::Kind::Elf, 3, "x86" },
    { LibraryFormat::Kind::Elf, 62, "x86-64" },
    { LibraryFormat::Kind::Elf, 40, "ARM" },
    { LibraryFormat::Kind::Elf, 183, "ARM64" },
    { LibraryFormat::Kind::Elf, 8, "MIPS" },
    { LibraryFormat::Kind::Elf, 258, "LoongArch" },
    { LibraryFormat::Kind::Elf, 243, "RISC-V" },
    { LibraryFormat::Kind::Pe, 0x014C, "x86" },
    { LibraryFormat::Kind::Pe, 0x8664, "x86-64" },
    { LibraryFormat::Kind::Pe, 0xAA64, "ARM64" },
};

} // namespace

QString LibraryFormat::machineName() const
{
    for (const auto& known : kMachineNames)
        if (known.kind == kind && known.number == machine)
            return QString::fromLatin1(known.name);
    return u"0x%1"_s.arg(static_cast<uint>(machine), 4, 16, QChar(u'0'));
}

std::optional<LibraryFormat> libraryFormat(QByteArrayView head, qint64 fileSize)
{
    if (head.startsWith("\x7F"
                        "ELF"))
        return elfFormat(head, fileSize);
    if (head.startsWith("MZ"))
        return peFormat(head, fileSize);
    return {};
}

std::optional<LibraryFormat> libraryFormatOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return libraryFormat(file.read(kHead), file.size());
}

bool isForSameMachine(const LibraryFormat& library, const LibraryFormat& program)
{
    return library.kind == program.kind && library.bits == program.bits && library.byteOrder == program.byteOrder
        && library.machine == program.machine;
}

bool namesFunction(const QString& path, const QByteArray& function)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto mapped = std::min(file.size(), kMostSearched);
    const auto* bytes = mapped > 0 ? file.map(0, mapped) : nullptr;
    // Names in both kinds' tables end with a zero, and stand behind one or behind another name's.
    return bytes && QByteArrayView(bytes, mapped).contains(QByteArrayView('\0' + function + '\0'));
}

} // namespace bidseal::platform
