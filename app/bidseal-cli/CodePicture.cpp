#include "app/bidseal-cli/CodePicture.h"

#include "core/base/WholeFile.h"

#include <QBuffer>
#include <QFileInfo>

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
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "png");
    if (const auto written = writeWhole(m_path, png, Readers::OwnerOnly); !written)
        return written;
    m_isShown = true;
    return {};
}

void CodePicture::remove()
{
    if (std::exchange(m_isShown, false))
        QFile::remove(m_path);
}

} // namespace bidseal::cli
