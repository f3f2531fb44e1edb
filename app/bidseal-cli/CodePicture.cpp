#include "app/bidseal-cli/CodePicture.h"

#include "core/base/platform/Files.h"

#include <QFileInfo>
#include <QSaveFile>

namespace bidseal::cli {

CodePicture::CodePicture(QString path)
    : m_path(std::move(path))
{
}

CodePicture::~CodePicture() { remove(); }

Status CodePicture::checkFree() const
{
    const QFileInfo file(m_path);
    if (!isWanted() || (!file.exists() && !file.isSymLink()))
        return {};
    return failure(ErrorCode::OutputExists, {}, { file.fileName(), {}, {}, {} });
}

Status CodePicture::show(const QImage& picture)
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || !picture.save(&file, "png") || !file.commit()) {
        const bool isFull = file.error() == QFileDevice::ResourceError;
        return failure(isFull ? ErrorCode::DiskFull : ErrorCode::OutputNotWritable, file.errorString(),
            { QFileInfo(m_path).fileName(), {}, {}, {} });
    }
    m_isShown = true;
    return {};
}

void CodePicture::remove()
{
    if (std::exchange(m_isShown, false))
        QFile::remove(m_path);
}

} // namespace bidseal::cli
