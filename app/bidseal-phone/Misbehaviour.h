#pragma once

#include "app/bidseal-phone/Wallet.h"
#include "core/relay/Link.h"
#include "core/relay/Mailbox.h"

#include <optional>
#include <string>

namespace bidseal::phone {

/// What a phone must not do: so that tests can show how a desktop meets it. Nothing of it stands in the way of the
/// honest path (Session.cpp).
enum class Misbehaviour {
    VanishAfterHello,
    VanishAfterRequest,
    VanishAfterCertificate,
    VanishAfterToSign,
    VanishAtCode,
    VanishAfterSignatures,

    WrongCommitment,
    EarlyReveal,
    EarlySignatures,
    Malformed,
    UnknownMember,
    GarbageRecord,
    OddRecord,
    Oversized,
    OtherCertificate,
    WrongSignature,
    TooFewSignatures,

    RefuseDeclined,
    RefuseCodeDiffers,
    RefusePinLocked,
    RefuseNoCertificate,
    RefuseTooMany,
    RefuseNotSupported,
};

/// The two options that ask for it.
enum class MisbehaviourOption { Vanish, Misbehave };
[[nodiscard]] std::string misbehaviourNames(MisbehaviourOption option); ///< "hello|request|…"
[[nodiscard]] std::optional<Misbehaviour> findMisbehaviour(MisbehaviourOption option, const QString& name);

/// Plays a whole session without asking anybody, and does the one thing. `OtherCertificate` shows the wallet's second
/// key file and signs with the first one.
[[nodiscard]] Status misbehave(Misbehaviour how, relay::Mailbox& mailbox, const relay::Link& link, const Wallet& wallet,
    const key::PinSource& pin, std::stop_token stop);

} // namespace bidseal::phone
