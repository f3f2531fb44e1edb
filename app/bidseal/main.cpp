#include "Language.h"
#include "SingleInstance.h"
#include "StartOptions.h"

#include "core/base/Log.h"
#include "core/base/UserFolder.h"
#include "core/base/platform/Process.h"
#include "core/certificate/OpenSsl.h"
#include "ui/environment/SelfCheckModel.h"
#include "ui/environment/ThisComputer.h"
#include "ui/platform/SystemAppearance.h"
#include "ui/seal/SealModel.h"
#include "ui/signing/KeyWatch.h"
#include "ui/start/RecentFiles.h"
#include "ui/style/Icons.h"
#include "ui/style/Theme.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace bidseal;

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(u"BidSeal"_s);
    QCoreApplication::setOrganizationName(u"BidSeal"_s);
    QCoreApplication::setApplicationVersion(BIDSEAL_VERSION);
    platform::nameForTaskbar();
    // Settings lie with everything else of this user, so that a second data folder is a second, separate BidSeal.
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, userFolder());
}

int run(int argc, char* argv[])
{
    platform::hardenProcess(platform::ProgramKind::WithWindows);
    const bool wipesFreedMemory = openssl::prepareProcess();
    const auto arguments = platform::takeArguments(argc, argv);
    QApplication application(argc, argv);
    nameApplication();
    const auto options = app::readStartOptions(arguments);
    // Started by a shortcut: people look for files where their documents are, not beside the program.
    if (QDir::current() == QDir(QCoreApplication::applicationDirPath()))
        QDir::setCurrent(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));

    app::SingleInstance instance(app::SingleInstance::nameForThisUser());
    if (instance.start(options.paths) == app::SingleInstance::Role::HandedOver)
        return 0;

    QDir().mkpath(userFolder());
    if (const auto log = startLogFile(userFolder()); !log)
        qCWarning(logUi).noquote() << "no log file:" << logText(log.error());
    if (!wipesFreedMemory)
        qCWarning(logKey) << "OpenSSL was in use before main(): what it frees is not overwritten";
    app::installLanguage(application, options.language);
    style::applyTheme(application);
    QApplication::setWindowIcon(style::applicationIcon());

    signing::KeyWatch keys({}, key::installedModules);
    seal::SealModel seals(seal::SealLibrary(QDir(userFolder()).filePath(u"seals"_s)));
    start::RecentFiles recent;
    const auto readiness = std::make_shared<environment::DeferredReadiness>(environment::readinessHere);
    environment::SelfCheckModel selfCheck({ readiness, environment::serversHere });
    window::MainWindow window(
        { keys, seals, recent, { std::make_shared<const SystemClock>(), journalFile(), readiness }, selfCheck,
            QDir(userFolder()).filePath(u"plans"_s) });
    QObject::connect(&instance, &app::SingleInstance::openRequested, &window, &window::MainWindow::openPaths);
    window.show();
    seals.load();
    keys.start();
    selfCheck.lookAtStart();
    if (!options.paths.isEmpty())
        window.openPaths(options.paths);
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[]) { return platform::leave(run(argc, argv)); }
