#include "core/base/platform/MountTable.h"

#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

/// proc(5): spaces and the like stand as "\040".
QString unescaped(const QByteArray& text)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool isOctal = false;
        const int code = text.at(i) == '\\' ? text.mid(i + 1, 3).toInt(&isOctal, 8) : 0;
        result.append(isOctal ? static_cast<char>(code) : text.at(i));
        i += isOctal ? 3 : 0;
    }
    return QFile::decodeName(result);
}

/// "36 35 98:0 /inside /mnt/point rw,noatime master:1 - ext4 /dev/root rw"
std::optional<Mount> mountIn(const QByteArray& line)
{
    const auto fields = line.split(' ');
    const auto separator = fields.indexOf("-");
    if (separator < 6 || fields.size() <= separator + 1)
        return {};
    return Mount { unescaped(fields.at(4)), QString::fromLatin1(fields.at(separator + 1)),
        QString::fromLatin1(fields.at(2)) };
}

bool liesOn(const QString& path, const QString& point)
{
    return point == u"/"_s || path == point || path.startsWith(point + u'/');
}

} // namespace

std::optional<Mount> mountOf(const QString& path, const QByteArray& mountInfo)
{
    std::optional<Mount> nearest;
    for (const auto& line : mountInfo.split('\n')) {
        auto mount = mountIn(line);
        // Of two at the same place the later one covers the other.
        if (mount && liesOn(path, mount->point) && (!nearest || mount->point.size() >= nearest->point.size()))
            nearest = std::move(mount);
    }
    return nearest;
}

bool isNetworkFileSystem(const QString& fileSystem)
{
    static const QStringList kKinds { u"nfs"_s, u"nfs4"_s, u"cifs"_s, u"smb3"_s, u"smbfs"_s, u"ncpfs"_s, u"afs"_s,
        u"ceph"_s, u"lustre"_s, u"davfs"_s, u"fuse.sshfs"_s, u"fuse.davfs2"_s, u"fuse.davfs"_s, u"fuse.rclone"_s,
        u"fuse.glusterfs"_s, u"fuse.ceph"_s, u"fuse.s3fs"_s, u"fuse.gvfsd-fuse"_s, u"fuse.kio-fuse"_s,
        u"fuse.smbnetfs"_s, u"fuse.curlftpfs"_s };
    return kKinds.contains(fileSystem);
}

} // namespace bidseal::platform
