#include "core/base/platform/ProcessTree.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

std::optional<qint64> parentOf(qint64 processId)
{
    QFile file(u"/proc/%1/stat"_s.arg(processId));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // "1234 (a (strange) name) S 1 …": whatever the name holds, its closing bracket is the last one.
    const auto line = file.readAll();
    bool isNumber = false;
    const auto parent = line.mid(line.lastIndexOf(')') + 2).split(' ').value(1).toLongLong(&isNumber);
    return isNumber && parent > 0 ? std::optional<qint64>(parent) : std::nullopt;
}

} // namespace bidseal::platform
