#include "core/base/platform/ChildProcess.h"
#include "core/base/platform/Process.h"
#include "core/certificate/OpenSsl.h"
#include "core/environment/Catalogue.h"
#include "core/environment/CheckHost.h"
#include "translations/OwnTranslation.h"

#include <QGuiApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace bidseal;

namespace {

/// Fonts are known to applications with a GUI only, and a screen is not needed for that.
std::unique_ptr<QCoreApplication> applicationFor(const environment::Check& check, int& argc, char* argv[])
{
    if (check.traits().group != environment::Group::Display)
        return std::make_unique<QCoreApplication>(argc, argv);
    platform::needNoScreen();
    return std::make_unique<QGuiApplication>(argc, argv);
}

int run(int argc, char* argv[])
{
    platform::hardenProcess();
    (void)openssl::prepareProcess(); // where it came too late, the check is none the worse
    const auto pipe = platform::InheritedPipe::open();
    const auto wanted = pipe ? environment::receiveHostedCheck(**pipe) : std::nullopt;
    auto checks = wanted ? environment::checksNamed({ wanted->id }) : std::nullopt;
    if (!checks || checks->empty()) {
        qCritical("bidseal-check-host is started by BidSeal itself.");
        return 2;
    }
    // What libraries have to say reaches nobody: standard error is the person's.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    auto& check = *checks->front();
    const auto application = applicationFor(check, argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(BIDSEAL_VERSION));
    const QLocale language(wanted->language);
    QLocale::setDefault(language);
    installOwnTranslation(*application, language);
    environment::answerHostedCheck(**pipe, check.measure(wanted->situation, wanted->policy, {}));
    return 0;
}

} // namespace

/// The process in which one check of the environment runs that may hang or crash.
int main(int argc, char* argv[]) { return platform::leave(run(argc, argv)); }
