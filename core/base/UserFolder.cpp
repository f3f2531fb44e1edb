#include "core/base/UserFolder.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace bidseal {

QString userFolder()
{
    const QString chosen = qEnvironmentVariable("BIDSEAL_DATA_DIR");
    if (!chosen.isEmpty())
        return QDir(chosen).absolutePath();
    // Independent of the application's name: the client and the command line share it.
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"BidSeal"_s);
}

QString journalFile() { return QDir(userFolder()).filePath(u"journal.sqlite"_s); }

} // namespace bidseal
