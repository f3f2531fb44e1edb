#include "ui/signing/SigningJob.h"

#include "core/environment/RelayServer.h"
#include "core/key/mobile/MobileKey.h"
#include "core/key/pkcs11/Pkcs11Key.h"
#include "core/key/pkcs12/Pkcs12Key.h"
#include "ui/mobile/PhoneOptions.h"
#include "ui/signing/SigningLine.h"

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

/// The servers that a key is reached through.
std::vector<environment::Server> serversFor(const KeyChoice& key)
{
    const auto* phone = key.as<PhoneRoute>();
    if (!phone)
        return {};
    return { environment::relayServer(phone->relay.address) };
}

} // namespace

Result<std::vector<SignedDocument>> carryOut(SigningOrder order, const SigningSurroundings& surroundings,
    SigningLine& line, const ProgressCallback& progress, std::stop_token stop)
{
    const auto journal = journal::Journal::open(surroundings.journalFile);
    if (!journal)
        return failure(journal.error());
    const auto signWith = [&](key::SigningKey& key) {
        const SigningServices services { *surroundings.clock, **journal, *surroundings.gate, line.confirmHolder(stop),
            line.confirmUnknown(stop), serversFor(order.key) };
        return signAll(order.requests, key, services, progress, stop);
    };
    const auto& choice = order.key;
    if (const auto* token = choice.as<TokenRoute>()) {
        key::Pkcs11Key key(token->host, token->uri, pinSource(order));
        return signWith(key);
    }
    if (const auto* file = choice.as<KeyFileRoute>()) {
        key::Pkcs12Key key(file->path, pinSource(order));
        return signWith(key);
    }
    key::MobileKey key(choice.as<PhoneRoute>()->relay.address, mobile::phoneOptions(), line.phoneObserver());
    const tasks::Lent<key::MobileKey>::Loan loan(line.mobileKey(), key);
    return signWith(key);
}

} // namespace bidseal::signing
