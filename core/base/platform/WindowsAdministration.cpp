#include "core/base/platform/Administration.h"

#include "core/base/platform/WindowsSecurity.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

constexpr ACCESS_MASK kWriting = FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_WRITE_ATTRIBUTES | DELETE | FILE_DELETE_CHILD
    | WRITE_DAC | WRITE_OWNER | GENERIC_WRITE | GENERIC_ALL;

bool isAdministratorsAlone(const QString& path)
{
    const QFileInfo file(path);
    if (!file.exists() || file.isSymLink() || file.isJunction())
        return false;
    const auto security = securityOf(path);
    return security && isAdministrator(security->owner) && !givesOthers(security->list, kWriting, isAdministrator);
}

} // namespace

QString administratorsFolder()
{
    const auto programData = qEnvironmentVariable("ProgramData", u"C:/ProgramData"_s);
    return QDir(programData).filePath(u"BidSeal"_s);
}

/// %ProgramData% itself lets users make folders of their own, so only BidSeal's folder and what is in it count.
bool isAdministrators(const QString& path)
{
    const QFileInfo file(path);
    return isAdministratorsAlone(file.absoluteFilePath()) && isAdministratorsAlone(file.absolutePath());
}

} // namespace bidseal::platform
