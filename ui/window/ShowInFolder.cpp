#include "ui/window/ShowInFolder.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace bidseal::window {

void showInFolder(const QString& path)
{
#ifdef Q_OS_WIN
    QProcess explorer;
    explorer.setProgram(QDir(qEnvironmentVariable("SystemRoot")).filePath(u"explorer.exe"_s));
    explorer.setNativeArguments(uR"(/select,"%1")"_s.arg(QDir::toNativeSeparators(path)));
    if (explorer.startDetached())
        return;
#endif
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace bidseal::window
