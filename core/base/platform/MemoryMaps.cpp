#include "core/base/platform/MemoryMaps.h"

#include <QFile>
#include <QList>

#include <algorithm>

namespace bidseal::platform {

namespace {

/// "7f…-7f… r-xp 00001000 fe:01 1234   /usr/lib/libc.so.6 (deleted)"
struct Mapping {
    quint64 start = 0, offset = 0;
    bool isCode = false;
    QByteArray device, inode, path;
};

std::optional<Mapping> mappingIn(const QByteArray& line)
{
    Mapping mapping;
    const auto pathStart = line.indexOf('/');
    const auto fields = line.left(pathStart).simplified().split(' ');
    if (pathStart < 0 || fields.size() != 5 || fields[1].size() < 4)
        return {};
    mapping.start = fields[0].left(fields[0].indexOf('-')).toULongLong(nullptr, 16);
    mapping.offset = fields[2].toULongLong(nullptr, 16);
    mapping.isCode = fields[1][2] == 'x';
    mapping.device = fields[3];
    mapping.inode = fields[4];
    mapping.path = line.mid(pathStart);
    mapping.path.replace("\\012", "\n");
    return mapping;
}

bool isSameFile(const Mapping& first, const Mapping& second)
{
    return first.path == second.path && first.inode == second.inode && first.device == second.device;
}

MappedCode codeOf(const Mapping& code, const std::vector<Mapping>& mappings)
{
    MappedCode result;
    QByteArray path = code.path;
    if (path.endsWith(" (deleted)")) {
        path.chop(10);
        result.isGone = true;
    }
    result.path = QFile::decodeName(path);
    for (const auto& mapping : mappings)
        if (isSameFile(mapping, code) && mapping.offset == 0 && !result.beginning)
            result.beginning = mapping.start;
    return result;
}

} // namespace

std::vector<MappedCode> mappedCode(const QByteArray& maps)
{
    std::vector<Mapping> mappings;
    for (const auto& line : maps.split('\n'))
        if (auto mapping = mappingIn(line))
            mappings.push_back(std::move(*mapping));

    std::vector<MappedCode> files;
    for (auto at = mappings.begin(); at != mappings.end(); ++at) {
        const auto isSeen = std::any_of(
            mappings.begin(), at, [&at](const Mapping& earlier) { return earlier.isCode && isSameFile(earlier, *at); });
        if (at->isCode && !isSeen)
            files.push_back(codeOf(*at, mappings));
    }
    return files;
}

} // namespace bidseal::platform
