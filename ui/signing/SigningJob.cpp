#include "ui/signing/SigningJob.h"

#include "core/key/pkcs11/Pkcs11Key.h"
#include "core/key/pkcs12/Pkcs12Key.h"

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

/// Gives the PIN away once; it is not there for a second time.
key::PinSource pinSource(SigningOrder& order)
{
    return [&order](const key::PinQuestion& question) -> Result<Secret> {
        if (question.state == key::PinState::LastTry && order.lastTry == LastTry::AskFirst)
            return failure(ErrorCode::PinLastTry, u"nobody has agreed to use the last try"_s);
        if (order.pin.isEmpty() && !question.onTokensOwnPad)
            return failure(ErrorCode::PinNeeded, u"the PIN was used already"_s);
        return std::move(order.pin);
    };
}

std::unique_ptr<key::SigningKey> keyFor(const KeyChoice& choice, key::PinSource pin)
{
    if (choice.isKeyFile())
        return std::make_unique<key::Pkcs12Key>(choice.keyFile, std::move(pin));
    return std::make_unique<key::Pkcs11Key>(choice.host, choice.uri, std::move(pin));
}

} // namespace

Result<SignedDocument> carryOut(
    SigningOrder order, const SigningSurroundings& surroundings, const ProgressCallback& progress, std::stop_token stop)
{
    const auto journal = journal::Journal::open(surroundings.journalFile);
    if (!journal)
        return failure(journal.error());
    const auto key = keyFor(order.key, pinSource(order));
    return sign(order.request, *key, { *surroundings.clock, **journal }, progress, stop);
}

} // namespace bidseal::signing
