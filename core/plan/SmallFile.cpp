#include "core/plan/SmallFile.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

Result<QByteArray> readSmallFile(const QString& path, ErrorCode tooLarge)
{
    const ErrorFacts facts { QFileInfo(path).fileName(), {}, {}, {} };
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return failure(ErrorCode::FileNotFound, u"no such file"_s, facts);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotReadable, file.errorString(), facts);
    const QByteArray content = file.read(kLargestFile + 1);
    if (content.size() > kLargestFile)
        return failure(tooLarge, u"larger than %1 bytes"_s.arg(kLargestFile), facts);
    return content;
}

} // namespace bidseal::plan
