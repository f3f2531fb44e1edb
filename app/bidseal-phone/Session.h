#pragma once

#include "app/bidseal-phone/KnownComputers.h"
#include "app/bidseal-phone/Owner.h"
#include "core/relay/PhoneTalk.h"

#include <chrono>

namespace bidseal::phone {

/// One session from the hello to the outcome, as an honest app leads it: the owner reads, chooses, compares, and only
/// then gives the PIN. For app makers to read.
class Session {
public:
    enum class Ending { Signed, Failed, Cancelled, Declined, CodeDiffers, PinLocked, OutcomeUnknown };

    Session(relay::Mailbox& mailbox, relay::Link link, const Wallet& wallet, Owner& owner, KnownComputers& computers,
        std::chrono::seconds delay);

    /// Errors: those of relay::PhoneTalk, of the questions, and of the key.
    [[nodiscard]] Result<Ending> lead(std::stop_token stop);

    /// What has been learned so far, for programs.
    [[nodiscard]] const QJsonObject& json() const { return m_json; }

private:
    [[nodiscard]] Result<Ending> untilTheEnd(const std::stop_token& stop);
    [[nodiscard]] Result<relay::Request> readRequest(const std::stop_token& stop);
    [[nodiscard]] Result<Ending> signAndTell(
        const Wallet::Entry& with, const std::vector<relay::DocumentToSign>& documents, const std::stop_token& stop);
    [[nodiscard]] Result<std::vector<QByteArray>> signatures(
        const Wallet::Entry& with, const std::vector<relay::DocumentToSign>& documents, const std::stop_token& stop);
    /// Something on the owner's side stands in the way: the desktop is told, so that nobody waits there.
    [[nodiscard]] tl::unexpected<Error> giveUp(const Error& error);
    [[nodiscard]] Result<Ending> refuse(relay::RefusalReason reason, Ending ending, const std::stop_token& stop);

    QString m_relay;
    relay::PhoneTalk m_talk;
    const Wallet& m_wallet;
    Owner& m_owner;
    KnownComputers& m_computers;
    std::chrono::seconds m_delay;
    QJsonObject m_json;
};

} // namespace bidseal::phone
