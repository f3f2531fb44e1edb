#include "app/bidseal-cli/KeyChoice.h"

#include "app/bidseal-cli/PhoneKey.h"
#include "core/base/Log.h"
#include "core/base/platform/Process.h"
#include "core/key/pkcs11/Pkcs11Key.h"
#include "core/key/pkcs12/Pkcs12Key.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

using key::PinQuestion;
using key::PinState;

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Typed in full, without an input method: the same in every language.
const auto kWordForLastTry = u"yes"_s;

QString pinPrompt(const PinQuestion& question)
{
    if (question.state == PinState::SomeWrong)
        return Words::tr("A wrong PIN was entered before. PIN of %1 (%2): ").arg(question.tokenLabel, question.holder);
    return Words::tr("PIN of %1 (%2): ").arg(question.tokenLabel, question.holder);
}

/// A last try is never used unasked: without a person at a terminal there is nobody to ask.
Status agreeToLastTry(const PinQuestion& question, const QString& pinFile)
{
    if (!pinFile.isEmpty())
        return failure(ErrorCode::PinLastTry, u"a PIN file cannot agree"_s);
    const auto agreed = platform::confirmOnTerminal(
        Words::tr("Only one try is left for %1: one more wrong PIN locks it. Type %2 to use it: ")
            .arg(question.tokenLabel, kWordForLastTry),
        kWordForLastTry);
    if (!agreed)
        return failure(ErrorCode::PinLastTry, u"nobody could be asked"_s);
    if (!*agreed)
        return failure(ErrorCode::Cancelled, u"the last try was kept"_s);
    return {};
}

Result<Secret> tokenPin(const PinQuestion& question, const QString& pinFile)
{
    if (question.state == PinState::LastTry) {
        if (const auto agreed = agreeToLastTry(question, pinFile); !agreed)
            return failure(agreed.error());
    }
    if (question.onTokensOwnPad)
        return Secret();
    return pinFile.isEmpty() ? platform::askOnTerminal(pinPrompt(question)) : readSecretFile(pinFile);
}

Result<Secret> keyFilePassword(const PinQuestion& question, const QString& pinFile)
{
    if (!pinFile.isEmpty())
        return readSecretFile(pinFile);
    return platform::askOnTerminal(Words::tr("Password of the key file %1: ").arg(question.tokenLabel));
}

/// How much an error of one module says about the key: a token without the key more than no token at all.
int weight(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ModuleNotFound:
        return 0;
    case ErrorCode::TokenAbsent:
        return 1;
    case ErrorCode::KeyNotFound:
        return 3;
    default:
        return 2;
    }
}

/// The first module that has the key. An ambiguous or unusable key on one of them is the answer too: the next module
/// may be another road to the same token.
Result<std::shared_ptr<key::TokenHost>> hostWith(const key::KeyUri& uri, const QString& module, std::stop_token stop)
{
    Error closest { ErrorCode::ModuleNotFound, u"no PKCS#11 module is installed"_s, {} };
    for (const auto& path : modulesToAsk(module)) {
        auto host = std::make_shared<key::TokenHost>(path);
        const auto found = host->find(uri, stop);
        if (found)
            return host;
        const auto& error = found.error();
        qCInfo(logKey).noquote() << path << logText(error);
        if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::KeyAmbiguous
            || error.code == ErrorCode::KeyWithoutCertificate)
            return failure(error);
        if (weight(error.code) >= weight(closest.code))
            closest = error;
    }
    return failure(closest);
}

Result<std::unique_ptr<key::SigningKey>> tokenKey(
    const KeyArguments& arguments, ErrorOutput& output, std::stop_token stop)
{
    const auto uri = key::KeyUri::parse(arguments.key);
    if (!uri)
        return failure(uri.error());
    auto host = hostWith(*uri, arguments.module, stop);
    if (!host)
        return failure(host.error());
    return std::make_unique<key::Pkcs11Key>(
        std::move(*host), *uri, [&output, pinFile = arguments.pinFile](const PinQuestion& question) {
            output.clearLine();
            return tokenPin(question, pinFile);
        });
}

std::unique_ptr<key::SigningKey> fileKey(const QString& file, const QString& pinFile, ErrorOutput& output)
{
    return std::make_unique<key::Pkcs12Key>(
        QFileInfo(file).absoluteFilePath(), [&output, pinFile](const PinQuestion& question) {
            output.clearLine();
            return keyFilePassword(question, pinFile);
        });
}

Result<std::unique_ptr<key::SigningKey>> phoneKey(const KeyArguments& arguments, ErrorOutput& output)
{
    auto address = key::parseMobileAddress(arguments.key);
    if (!address)
        return failure(address.error());
    return std::make_unique<PhoneKey>(
        std::move(*address), PhoneWishes { arguments.pictureFile, arguments.timeout }, output);
}

} // namespace

Result<std::unique_ptr<key::SigningKey>> chooseKey(
    const KeyArguments& arguments, ErrorOutput& output, std::stop_token stop)
{
    const auto filePrefix = "p12:"_L1;
    if (arguments.key.startsWith(filePrefix))
        return fileKey(arguments.key.mid(filePrefix.size()), arguments.pinFile, output);
    return arguments.isPhone() ? phoneKey(arguments, output) : tokenKey(arguments, output, stop);
}

QStringList modulesToAsk(const QString& module)
{
    return module.isEmpty() ? key::installedModules() : QStringList { QFileInfo(module).absoluteFilePath() };
}

} // namespace bidseal::cli
