#include "app/bidseal-phone/AnswerCode.h"
#include "core/base/Log.h"
#include "core/base/UserFolder.h"
#include "core/base/platform/Process.h"
#include "core/certificate/OpenSsl.h"
#include "translations/OwnTranslation.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace bidseal;

namespace {

cli::Answer carryOut(const QStringList& arguments, std::stop_token stop)
{
    const auto command = phone::parseCommandLine(arguments);
    if (!command)
        return cli::usedWrongly(command.error().message);
    if (const auto* help = std::get_if<phone::HelpArguments>(&*command))
        return { cli::ExitCode::Done, help->text, {} };
    return phone::answerCode(
        std::get<phone::PhoneArguments>(*command), phone::wantedForm(arguments), userFolder(), std::move(stop));
}

} // namespace

int main(int argc, char* argv[])
{
    platform::hardenProcess();
    const bool wipesFreedMemory = openssl::prepareProcess();
    std::stop_source stop;
    platform::onInterrupt([&stop] { stop.request_stop(); });

    QCoreApplication application(argc, argv);
    installOwnTranslation(application, QLocale());
    (void)startLogFile(userFolder(), LogEcho::None); // what it cannot do it says itself
    if (!wipesFreedMemory)
        qCWarning(logKey) << "OpenSSL was in use before main(): what it frees is not overwritten";

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    return cli::give(carryOut(arguments, stop.get_token()), phone::wantedForm(arguments));
}
