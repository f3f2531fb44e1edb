#include "core/signing/SourceVersion.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

SourceVersion::SourceVersion(const QString& path)
    : m_path(path)
    , m_size(QFileInfo(path).size())
    , m_modified(QFileInfo(path).lastModified())
{
}

Status SourceVersion::checkUnchanged() const
{
    const QFileInfo now(m_path);
    if (now.exists() && now.size() == m_size && now.lastModified() == m_modified)
        return {};
    return failure(ErrorCode::FileChangedMeanwhile, u"size or time is another"_s, { now.fileName(), {}, {}, {} });
}

} // namespace bidseal::signing
