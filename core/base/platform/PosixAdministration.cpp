#include "core/base/platform/Administration.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

/// A folder above with the sticky bit (/tmp) is no better: others can put a file of that name there first.
bool isRootsAlone(const QString& path)
{
    struct stat status { };
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return false;
    return !S_ISLNK(status.st_mode) && status.st_uid == 0 && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

} // namespace

QString administratorsFolder() { return u"/etc/bidseal"_s; }

bool isAdministrators(const QString& path)
{
    auto at = QFileInfo(path).absoluteFilePath();
    while (isRootsAlone(at)) {
        if (at == u"/"_s)
            return true;
        at = QFileInfo(at).path();
    }
    return false;
}

} // namespace bidseal::platform
