#include "app/bidseal-phone/Session.h"

#include <QJsonArray>
#include <QSysInfo>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace bidseal::phone {

namespace {

constexpr int kMostAtOnce = 500; // docs/relay-protocol.md, 5.3

QString deviceName()
{
    const auto name = QSysInfo::machineHostName();
    return name.isEmpty() ? u"bidseal-phone"_s : name;
}

QJsonObject jsonOf(const relay::Request& request, const KnownComputers& computers)
{
    QJsonArray documents;
    for (const auto& document : request.documents) {
        QJsonArray marks;
        for (const auto& mark : document.marks) {
            QJsonArray pages;
            for (const int page : mark.pages)
                pages.append(page);
            marks.append(QJsonObject { { u"seal"_s, mark.seal }, { u"pages"_s, pages } });
        }
        documents.append(QJsonObject { { u"name"_s, document.name }, { u"pages"_s, document.pages },
            { u"bytes"_s, document.bytes }, { u"sha256"_s, QString::fromLatin1(document.sha256.toHex()) },
            { u"marks"_s, marks }, { u"previews"_s, static_cast<int>(document.previews.size()) } });
    }
    const QJsonObject computer { { u"id"_s, QString::fromLatin1(request.computerId.toHex()) },
        { u"name"_s, request.computerName }, { u"isNew"_s, !computers.contains(request.computerId) } };
    return { { u"client"_s, request.client }, { u"computer"_s, computer }, { u"project"_s, request.project },
        { u"documents"_s, documents } };
}

Status waitFor(std::chrono::seconds time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, time, [] { return false; });
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    return {};
}

} // namespace

Session::Session(relay::Mailbox& mailbox, relay::Link link, const Wallet& wallet, Owner& owner,
    KnownComputers& computers, std::chrono::seconds delay)
    : m_relay(link.origin.shown())
    , m_talk(mailbox, std::move(link))
    , m_wallet(wallet)
    , m_owner(owner)
    , m_computers(computers)
    , m_delay(delay)
{
    m_json[u"relay"_s] = m_relay;
}

Result<Session::Ending> Session::lead(std::stop_token stop)
{
    auto ending = untilTheEnd(stop);
    if (!ending && ending.error().code == ErrorCode::Cancelled)
        return giveUp(ending.error());
    return ending;
}

Result<Session::Ending> Session::untilTheEnd(const std::stop_token& stop)
{
    if (const auto said = m_talk.hello(u"bidseal-phone"_s, deviceName(), stop); !said)
        return failure(said.error());
    const auto request = readRequest(stop);
    if (!request)
        return failure(request.error());

    const auto chosen = m_owner.choose(m_wallet.entries());
    if (!chosen)
        return giveUp(chosen.error());
    if (!*chosen)
        return refuse(relay::RefusalReason::Declined, Ending::Declined, stop);
    const auto& chain = (*chosen)->chain;
    const auto algorithm = relayAlgorithm(chain.front());
    if (!algorithm)
        return refuse(relay::RefusalReason::NoCertificate, Ending::Declined, stop);
    m_json[u"signer"_s] = chain.front().holder().displayName;
    m_json[u"serial"_s] = chain.front().serialNumber();
    if (const auto sent = m_talk.choose(chain, *algorithm, kMostAtOnce, stop); !sent)
        return failure(sent.error());

    const auto confirmation = m_talk.waitForToSign(stop);
    if (!confirmation)
        return failure(confirmation.error());
    m_json[u"compareCode"_s] = confirmation->compareCode;
    m_owner.showCode(confirmation->compareCode);
    if (const auto waited = waitFor(m_delay, stop); !waited)
        return failure(waited.error());
    const auto isEqual = m_owner.findsCodeEqual();
    if (!isEqual)
        return giveUp(isEqual.error());
    if (!*isEqual)
        return refuse(relay::RefusalReason::CodeDiffers, Ending::CodeDiffers, stop);
    // Only now: an owner who was warned and did not go on is warned again the next time.
    if (const auto kept = m_computers.remember(request->computerId); !kept)
        m_json[u"computerNotRemembered"_s] = errorCodeName(kept.error().code);
    return signAndTell(**chosen, confirmation->documents, stop);
}

Result<relay::Request> Session::readRequest(const std::stop_token& stop)
{
    auto request = m_talk.waitForRequest(stop);
    if (!request)
        return request;
    const auto learned = jsonOf(*request, m_computers);
    for (auto member = learned.begin(); member != learned.end(); ++member)
        m_json[member.key()] = member.value();
    m_owner.show({ m_relay, !m_computers.contains(request->computerId), *request });
    return request;
}

Result<Session::Ending> Session::signAndTell(
    const Wallet::Entry& with, const std::vector<relay::DocumentToSign>& documents, const std::stop_token& stop)
{
    const auto made = signatures(with, documents, stop);
    if (!made && made.error().code == ErrorCode::KeyFilePasswordWrong)
        return refuse(relay::RefusalReason::PinLocked, Ending::PinLocked, stop);
    if (!made)
        return giveUp(made.error());
    if (const auto sent = m_talk.sendSignatures(*made, stop); !sent)
        return failure(sent.error());

    const auto outcome = m_talk.waitForOutcome(stop);
    if (!outcome)
        return Ending::OutcomeUnknown;
    switch (*outcome) {
    case relay::OutcomeResult::Signed:
        return Ending::Signed;
    case relay::OutcomeResult::Failed:
        return Ending::Failed;
    case relay::OutcomeResult::Cancelled:
        return Ending::Cancelled;
    }
    Q_UNREACHABLE();
}

Result<std::vector<QByteArray>> Session::signatures(
    const Wallet::Entry& with, const std::vector<relay::DocumentToSign>& documents, const std::stop_token& stop)
{
    for (int left = m_owner.pinTries(); left > 1; --left) {
        auto made = Wallet::sign(with, documents, m_owner.pinSource(), stop);
        if (made || made.error().code != ErrorCode::KeyFilePasswordWrong)
            return made;
    }
    return Wallet::sign(with, documents, m_owner.pinSource(), stop);
}

tl::unexpected<Error> Session::giveUp(const Error& error)
{
    (void)m_talk.refuse(relay::RefusalReason::Declined, {});
    return failure(error);
}

Result<Session::Ending> Session::refuse(relay::RefusalReason reason, Ending ending, const std::stop_token& stop)
{
    if (const auto sent = m_talk.refuse(reason, stop); !sent)
        return failure(sent.error());
    return ending;
}

} // namespace bidseal::phone
