#include "core/base/WholeFile.h"

#include "core/base/platform/Files.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bidseal {

namespace {

Status tryToWrite(const QString& path, const QByteArray& content, Readers readers)
{
    QSaveFile file(path);
    const bool isWhole = file.open(QIODevice::WriteOnly)
        && (readers == Readers::Everybody || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        && file.write(content) == content.size() && file.commit();
    if (isWhole)
        return {};
    auto error = platform::writeError(file);
    error.facts.name = QFileInfo(path).fileName();
    return failure(std::move(error));
}

} // namespace

Status writeWhole(const QString& path, const QByteArray& content, Readers readers)
{
    return platform::whileHeldElsewhere({ path }, [&] { return tryToWrite(path, content, readers); });
}

Status makePrivateFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        return failure(
            ErrorCode::OutputNotWritable, u"cannot make a folder"_s, { QFileInfo(folder).fileName(), {}, {}, {} });
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

} // namespace bidseal
