#include "app/bidseal-cli/KeysCommand.h"

#include "app/bidseal-cli/KeyChoice.h"
#include "core/base/Clock.h"
#include "core/base/ErrorSentence.h"
#include "core/base/ShownTime.h"
#include "core/key/pkcs11/TokenHost.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

using key::PinState;
using key::TokenKey;

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString pinStateName(PinState state)
{
    switch (state) {
    case PinState::Unknown:
        return u"unknown"_s;
    case PinState::Normal:
        return u"normal"_s;
    case PinState::SomeWrong:
        return u"some-wrong"_s;
    case PinState::LastTry:
        return u"last-try"_s;
    case PinState::Locked:
        return u"locked"_s;
    }
    Q_UNREACHABLE();
}

QString pinStateText(PinState state)
{
    switch (state) {
    case PinState::Unknown:
        return {};
    case PinState::Normal:
        return Words::tr("PIN: no wrong entries");
    case PinState::SomeWrong:
        return Words::tr("PIN: entered wrongly before");
    case PinState::LastTry:
        return Words::tr("PIN: only one try left");
    case PinState::Locked:
        return Words::tr("PIN: locked");
    }
    Q_UNREACHABLE();
}

/// Why the key may not sign now; nothing where it may.
std::optional<Error> obstacle(const TokenKey& key, const QDateTime& now)
{
    if (!key.certificate)
        return Error { ErrorCode::KeyWithoutCertificate, {}, {} };
    if (const auto may = certificate::checkMaySign(*key.certificate, now); !may)
        return may.error();
    if (key.token.pinState == PinState::Locked)
        return Error { ErrorCode::PinLocked, {}, {} };
    return {};
}

QJsonObject jsonOf(const TokenKey& key, const QString& module, const std::optional<Error>& obstacle)
{
    QJsonObject object {
        { u"uri"_s, key.uri.toString() },
        { u"module"_s, module },
        { u"token"_s, key.token.label },
        { u"pin"_s, pinStateName(key.token.pinState) },
        { u"maySign"_s, !obstacle },
    };
    if (obstacle)
        object[u"obstacle"_s] = errorCodeName(obstacle->code);
    if (key.certificate) {
        object[u"holder"_s] = key.certificate->holder().displayName;
        object[u"issuer"_s] = key.certificate->issuer();
        object[u"serial"_s] = key.certificate->serialNumber();
        object[u"validFrom"_s] = key.certificate->validFrom().toString(Qt::ISODate);
        object[u"validUntil"_s] = key.certificate->validUntil().toString(Qt::ISODate);
    }
    return object;
}

QString textOf(const TokenKey& key, const QString& module, const std::optional<Error>& obstacle)
{
    QStringList lines { key.uri.toString() };
    if (key.certificate) {
        lines
            << Words::tr("Holder: %1").arg(key.certificate->holder().displayName)
            << Words::tr("Issuer: %1, serial number %2").arg(key.certificate->issuer(), key.certificate->serialNumber())
            << Words::tr("Valid until: %1").arg(shownDay(key.certificate->validUntil()));
    }
    lines << Words::tr("UKey: %1, driver %2").arg(key.token.label, module);
    if (const auto pin = pinStateText(key.token.pinState); !pin.isEmpty())
        lines << pin;
    if (obstacle)
        lines << Words::tr("Cannot sign: %1").arg(errorSentence(*obstacle).happened);
    return lines.join(u"\n  "_s) + u"\n"_s;
}

/// Encryption certificates are not offered: they would only be chosen by mistake.
bool isOffered(const TokenKey& key)
{
    return !key.certificate || key.certificate->purpose() != certificate::Purpose::Encryption;
}

} // namespace

Answer listKeys(const KeysArguments& arguments, std::stop_token stop)
{
    const auto now = SystemClock().nowUtc();
    QJsonArray found;
    QJsonArray problems;
    QString text;
    for (const auto& module : modulesToAsk(arguments.module)) {
        const auto keys = key::TokenHost(module).keys(stop);
        if (!keys && (!arguments.module.isEmpty() || keys.error().code == ErrorCode::Cancelled))
            return notDone(keys.error());
        if (!keys) {
            problems.append(QJsonObject { { u"module"_s, module }, { u"code"_s, errorCodeName(keys.error().code) } });
            text += u"%1\n  %2\n"_s.arg(module, errorSentence(keys.error()).happened);
            continue;
        }
        for (const auto& key : *keys) {
            if (!isOffered(key))
                continue;
            const auto why = obstacle(key, now);
            found.append(jsonOf(key, module, why));
            text += textOf(key, module, why);
        }
    }
    if (found.isEmpty())
        text += Words::tr("No key was found. Is the UKey plugged in and its driver installed?") + u"\n"_s;
    return { ExitCode::Done, text, { { u"keys"_s, found }, { u"problems"_s, problems } } };
}

} // namespace bidseal::cli
