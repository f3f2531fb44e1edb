#include "ui/platform/ShowInFolder.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace bidseal::platform {

void showInFolder(const QString& path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace bidseal::platform
