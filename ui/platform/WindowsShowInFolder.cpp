#include "ui/platform/ShowInFolder.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

void showInFolder(const QString& path)
{
    QProcess explorer;
    explorer.setProgram(QDir(qEnvironmentVariable("SystemRoot")).filePath(u"explorer.exe"_s));
    explorer.setNativeArguments(uR"(/select,"%1")"_s.arg(QDir::toNativeSeparators(path)));
    if (!explorer.startDetached())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace bidseal::platform
