#include "app/bidseal-phone/Misbehaviour.h"

#include "core/relay/KeySchedule.h"
#include "core/relay/RecordCipher.h"
#include "core/relay/TalkChannel.h"
#include "core/relay/Wire.h"

#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::phone {

namespace {

using enum Misbehaviour;

struct Named {
    Misbehaviour misbehaviour;
    MisbehaviourOption option;
    const char* name;
};

constexpr std::array kNames {
    Named { VanishAfterHello, MisbehaviourOption::Vanish, "hello" },
    Named { VanishAfterRequest, MisbehaviourOption::Vanish, "request" },
    Named { VanishAfterCertificate, MisbehaviourOption::Vanish, "certificate" },
    Named { VanishAfterToSign, MisbehaviourOption::Vanish, "toSign" },
    Named { VanishAtCode, MisbehaviourOption::Vanish, "code" },
    Named { VanishAfterSignatures, MisbehaviourOption::Vanish, "signatures" },
    Named { WrongCommitment, MisbehaviourOption::Misbehave, "wrong-commitment" },
    Named { EarlyReveal, MisbehaviourOption::Misbehave, "early-reveal" },
    Named { EarlySignatures, MisbehaviourOption::Misbehave, "early-signatures" },
    Named { Malformed, MisbehaviourOption::Misbehave, "malformed" },
    Named { UnknownMember, MisbehaviourOption::Misbehave, "unknown-member" },
    Named { GarbageRecord, MisbehaviourOption::Misbehave, "garbage-record" },
    Named { OddRecord, MisbehaviourOption::Misbehave, "odd-record" },
    Named { Oversized, MisbehaviourOption::Misbehave, "oversized" },
    Named { OtherCertificate, MisbehaviourOption::Misbehave, "other-certificate" },
    Named { WrongSignature, MisbehaviourOption::Misbehave, "wrong-signature" },
    Named { TooFewSignatures, MisbehaviourOption::Misbehave, "too-few-signatures" },
    Named { RefuseDeclined, MisbehaviourOption::Misbehave, "declined" },
    Named { RefuseCodeDiffers, MisbehaviourOption::Misbehave, "code-differs" },
    Named { RefusePinLocked, MisbehaviourOption::Misbehave, "pin-locked" },
    Named { RefuseNoCertificate, MisbehaviourOption::Misbehave, "no-certificate" },
    Named { RefuseTooMany, MisbehaviourOption::Misbehave, "too-many" },
    Named { RefuseNotSupported, MisbehaviourOption::Misbehave, "not-supported" },
};

constexpr int kMostAtOnce = 500;

/// The session's steps, straight and without PhoneTalk, which would not do such things.
class DishonestPhone {
public:
    DishonestPhone(Misbehaviour how, relay::Mailbox& mailbox, const relay::Link& link, const Wallet& wallet,
        const key::PinSource& pin, std::stop_token stop)
        : m_how(how)
        , m_mailbox(mailbox)
        , m_link(link)
        , m_wallet(wallet)
        , m_pin(pin)
        , m_stop(std::move(stop))
        , m_channel(mailbox, relay::Side::Phone)
    {
    }

    Status play();

private:
    struct Step {
        Status (DishonestPhone::*carryOut)();
        std::optional<Misbehaviour> endsAfter;
    };

    Status sendHello();
    Status takeRequest();
    Status sendCertificate();
    Status takeToSign();
    Status sendReveal();
    Status sendSignatures();
    Status takeOutcome();
    Status sendTooMuch();

    Status send(const relay::Message& message) { return m_channel.send(relay::write(message), m_stop); }
    Status refuse(relay::RefusalReason reason) { return send(relay::Refusal { reason }); }
    template <class T> Result<T> take();

    Misbehaviour m_how;
    relay::Mailbox& m_mailbox;
    const relay::Link& m_link;
    const Wallet& m_wallet;
    const key::PinSource& m_pin;
    std::stop_token m_stop;
    relay::TalkChannel m_channel;
    relay::KeyPair m_keys = relay::KeyPair::generate();
    std::optional<relay::SessionKeys> m_sessionKeys;
    QByteArray m_nonce = relay::randomBytes(32);
    std::vector<relay::DocumentToSign> m_documents;
    bool m_isOver = false; ///< the one thing was done, and there is nothing left to say
};

Status DishonestPhone::play()
{
    for (const auto& step : {
             Step { &DishonestPhone::sendHello, VanishAfterHello },
             Step { &DishonestPhone::takeRequest, VanishAfterRequest },
             Step { &DishonestPhone::sendCertificate, VanishAfterCertificate },
             Step { &DishonestPhone::takeToSign, VanishAfterToSign },
             Step { &DishonestPhone::sendReveal, VanishAtCode },
             Step { &DishonestPhone::sendSignatures, VanishAfterSignatures },
             Step { &DishonestPhone::takeOutcome, {} },
         }) {
        if (auto done = (this->*step.carryOut)(); !done)
            return done;
        if (m_isOver || step.endsAfter == m_how)
            return {};
    }
    return {};
}

Status DishonestPhone::sendHello()
{
    const QByteArray versions("\x01");
    const relay::KeyContext context { m_link.session, m_link.origin.ascii(), m_link.versions, versions,
        m_link.desktopKey, m_keys.publicKey() };
    m_channel.setHelloKey(relay::helloKey(m_link.secret, context));
    const QByteArray committed = m_how == WrongCommitment ? relay::randomBytes(32) : m_nonce;
    const relay::Hello hello { { 1 }, m_keys.publicKey(),
        relay::commitment(m_link.session, m_keys.publicKey(), committed), u"bidseal-phone"_s, u"示例手机"_s };
    if (auto sent = send(hello); !sent)
        return sent;
    auto keys = relay::SessionKeys::derive(m_link.secret, m_keys, relay::Side::Phone, context);
    if (!keys)
        return failure(keys.error());
    m_channel.setSessionKeys(*keys);
    m_sessionKeys = std::move(*keys);
    return {};
}

/// More than a talk message may hold, in records that are right by themselves: TalkChannel would not send them.
Status DishonestPhone::sendTooMuch()
{
    constexpr qsizetype plainBytes = qsizetype(relay::wire::kLargestRecord) - 16;
    QByteArray plaintext(plainBytes, ' ');
    plaintext[0] = '\1'; // to be continued
    qToBigEndian(static_cast<quint32>(plainBytes - 5), plaintext.data() + 1);
    for (int number = 2; (number - 2) * plainBytes <= relay::TalkChannel::kMostTalk; ++number) {
        const auto record = relay::sealRecord(m_sessionKeys->recordKey(relay::Side::Phone), m_link.session,
            relay::Side::Phone, static_cast<std::uint32_t>(number), plaintext);
        if (auto sent = m_mailbox.put(number, record, m_stop); !sent)
            return sent;
    }
    return {};
}

Status DishonestPhone::takeRequest()
{
    const auto request = take<relay::Request>();
    if (!request)
        return failure(request.error());
    return {};
}

Status DishonestPhone::sendCertificate()
{
    m_isOver = true;
    switch (m_how) {
    case RefuseDeclined:
        return refuse(relay::RefusalReason::Declined);
    case RefuseNoCertificate:
        return refuse(relay::RefusalReason::NoCertificate);
    case RefuseTooMany:
        return refuse(relay::RefusalReason::TooMany);
    case RefuseNotSupported:
        return refuse(relay::RefusalReason::NotSupported);
    case EarlyReveal:
        return send(relay::Reveal { m_nonce });
    case EarlySignatures:
        return send(relay::Signatures { { relay::randomBytes(256) } });
    case Malformed:
        return m_channel.send("{\"type\":\"certificate\",", m_stop);
    case GarbageRecord:
        return m_mailbox.put(2, relay::randomBytes(1024), m_stop);
    case OddRecord:
        return m_mailbox.put(2, relay::randomBytes(2000), m_stop);
    case Oversized:
        return sendTooMuch();
    default:
        m_isOver = false;
    }

    const auto& entries = m_wallet.entries();
    const auto& shown = m_how == OtherCertificate ? entries.back() : entries.front();
    const auto algorithm = relayAlgorithm(shown.chain.front());
    if (!algorithm)
        return failure(algorithm.error());
    relay::ChosenCertificate chosen { {}, *algorithm, kMostAtOnce };
    for (const auto& certificate : shown.chain)
        chosen.chain.push_back(certificate.der());
    auto message = relay::write(chosen);
    if (m_how == UnknownMember)
        message.insert(message.size() - 1, ",\"more\":1");
    return m_channel.send(message, m_stop);
}

Status DishonestPhone::takeToSign()
{
    auto toSign = take<relay::ToSign>();
    if (!toSign)
        return failure(toSign.error());
    m_documents = std::move(toSign->documents);
    return {};
}

Status DishonestPhone::sendReveal() { return send(relay::Reveal { m_nonce }); }

Status DishonestPhone::sendSignatures()
{
    if (m_how == RefuseCodeDiffers)
        return refuse(relay::RefusalReason::CodeDiffers);
    if (m_how == RefusePinLocked)
        return refuse(relay::RefusalReason::PinLocked);
    auto signatures = Wallet::sign(m_wallet.entries().front(), m_documents, m_pin, m_stop);
    if (!signatures)
        return failure(signatures.error());
    if (m_how == WrongSignature)
        signatures->back().back() = static_cast<char>(signatures->back().back() ^ 1);
    if (m_how == TooFewSignatures)
        signatures->pop_back();
    return send(relay::Signatures { std::move(*signatures) });
}

Status DishonestPhone::takeOutcome()
{
    const auto outcome = take<relay::Outcome>();
    if (!outcome)
        return failure(outcome.error());
    return {};
}

template <class T> Result<T> DishonestPhone::take()
{
    const auto text = m_channel.receive(m_stop);
    if (!text)
        return failure(text.error());
    auto message = relay::read(*text);
    if (!message)
        return failure(message.error());
    if (auto* wanted = std::get_if<T>(&*message))
        return std::move(*wanted);
    return failure(ErrorCode::PhoneMessageInvalid, u"another message than was due"_s);
}

} // namespace

std::string misbehaviourNames(MisbehaviourOption option)
{
    std::string names;
    for (const auto& named : kNames) {
        if (named.option == option)
            names += (names.empty() ? "" : "|") + std::string(named.name);
    }
    return names;
}

std::optional<Misbehaviour> findMisbehaviour(MisbehaviourOption option, const QString& name)
{
    for (const auto& named : kNames) {
        if (named.option == option && name == QLatin1StringView(named.name))
            return named.misbehaviour;
    }
    return {};
}

Status misbehave(Misbehaviour how, relay::Mailbox& mailbox, const relay::Link& link, const Wallet& wallet,
    const key::PinSource& pin, std::stop_token stop)
{
    return DishonestPhone(how, mailbox, link, wallet, pin, std::move(stop)).play();
}

} // namespace bidseal::phone
