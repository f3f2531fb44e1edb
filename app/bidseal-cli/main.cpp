#include "app/bidseal-cli/CheckCommand.h"
#include "app/bidseal-cli/ChecklistCommand.h"
#include "app/bidseal-cli/ExtractCommand.h"
#include "app/bidseal-cli/KeysCommand.h"
#include "app/bidseal-cli/SignCommand.h"
#include "app/bidseal-cli/VerifyCommand.h"
#include "core/base/Log.h"
#include "core/base/UserFolder.h"
#include "core/base/platform/Process.h"
#include "core/certificate/OpenSsl.h"
#include "translations/OwnTranslation.h"

#include <QGuiApplication>
#include <QLocale>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace bidseal;

namespace {

cli::Answer versionAnswer()
{
    const auto version = QStringLiteral(BIDSEAL_VERSION);
    return { cli::ExitCode::Done, u"bidseal-cli %1\n"_s.arg(version), { { u"version"_s, version } } };
}

/// A name that nobody answers for, asked by a check that was given up, keeps nobody waiting.
[[noreturn]] void endAtOnce(int exitCode)
{
    std::fflush(stdout);
    std::fflush(stderr);
    platform::endNow(exitCode);
}

/// A plan may hold date seals, and fonts are known to applications with a GUI only; a screen is not needed for that.
std::unique_ptr<QCoreApplication> applicationFor(const QStringList& arguments, int& argc, char* argv[])
{
    if (!arguments.contains(u"plan"_s))
        return std::make_unique<QCoreApplication>(argc, argv);
    platform::needNoScreen();
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// Carries out one command; each overload is one of them.
struct Run {
    std::stop_token stop;

    cli::Answer operator()(const cli::SignArguments& arguments) const { return cli::signFiles(arguments, stop); }
    cli::Answer operator()(const cli::CheckArguments& arguments) const
    {
        return cli::checkEnvironment(arguments, stop);
    }
    cli::Answer operator()(const cli::KeysArguments& arguments) const { return cli::listKeys(arguments, stop); }
    cli::Answer operator()(const cli::VerifyArguments& arguments) const { return cli::verifyFile(arguments, stop); }
    cli::Answer operator()(const cli::ChecklistArguments& arguments) const
    {
        return cli::checkAgainstChecklist(arguments, stop);
    }
    cli::Answer operator()(const cli::ExtractArguments& arguments) const { return cli::extractSeal(arguments, stop); }
    cli::Answer operator()(const cli::VersionArguments&) const { return versionAnswer(); }
    cli::Answer operator()(const cli::HelpArguments& help) const { return { cli::ExitCode::Done, help.text, {} }; }
};

int run(int argc, char* argv[])
{
    platform::hardenProcess();
    const bool wipesFreedMemory = openssl::prepareProcess();
    std::stop_source stop;
    platform::onInterrupt([&stop] { stop.request_stop(); });

    const auto arguments = platform::takeArguments(argc, argv);
    const auto application = applicationFor(arguments, argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(BIDSEAL_VERSION));
    installOwnTranslation(*application, QLocale());
    // Without a log the command still does its work; what it cannot do it says itself.
    (void)startLogFile(userFolder(), LogEcho::None);
    if (!wipesFreedMemory)
        qCWarning(logKey) << "OpenSSL was in use before main(): what it frees is not overwritten";

    const auto command = cli::parseCommandLine(arguments);
    const auto answer
        = command ? std::visit(Run { stop.get_token() }, *command) : cli::usedWrongly(command.error().message);
    const int exitCode = cli::give(answer, cli::wantedForm(arguments));
    if (command && std::holds_alternative<cli::CheckArguments>(*command))
        endAtOnce(exitCode);
    return exitCode;
}

} // namespace

int main(int argc, char* argv[]) { return platform::leave(run(argc, argv)); }
