#include "core/key/mobile/MobileKey.h"

#include "core/base/Beside.h"
#include "core/base/Log.h"
#include "core/key/mobile/StopSignals.h"
#include "core/relay/DesktopTalk.h"

#include <QScopeGuard>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bidseal::key {

namespace {

using certificate::Certificate;
using relay::DesktopTalk;
using Step = MobileProgress::Step;
using Clock = std::chrono::steady_clock;

relay::DocumentSummary summaryOf(DocumentDescription description)
{
    relay::DocumentSummary summary;
    summary.name = std::move(description.name);
    summary.pages = description.pages;
    summary.bytes = description.bytes;
    summary.sha256 = std::move(description.sha256);
    for (auto& mark : description.marks)
        summary.marks.push_back({ std::move(mark.seal), std::move(mark.pages) });
    for (auto& preview : description.previews)
        summary.previews.push_back({ preview.page, std::move(preview.jpeg) });
    return summary;
}

bool isTheSame(relay::KeyAlgorithm phones, cms::SignatureAlgorithm asked)
{
    using cms::DigestAlgorithm;
    using cms::SignatureScheme;
    switch (phones) {
    case relay::KeyAlgorithm::RsaPkcs1Sha256:
        return asked.scheme == SignatureScheme::RsaPkcs1 && asked.digest == DigestAlgorithm::Sha256;
    case relay::KeyAlgorithm::EcdsaSha256:
        return asked.scheme == SignatureScheme::Ecdsa && asked.digest == DigestAlgorithm::Sha256;
    case relay::KeyAlgorithm::EcdsaSha384:
        return asked.scheme == SignatureScheme::Ecdsa && asked.digest == DigestAlgorithm::Sha384;
    }
    return false;
}

relay::OutcomeResult resultOf(SigningOutcome outcome)
{
    switch (outcome) {
    case SigningOutcome::Signed:
        return relay::OutcomeResult::Signed;
    case SigningOutcome::Failed:
        return relay::OutcomeResult::Failed;
    case SigningOutcome::Cancelled:
        return relay::OutcomeResult::Cancelled;
    }
    Q_UNREACHABLE();
}

Result<std::vector<Certificate>> readChain(const std::vector<QByteArray>& ders)
{
    std::vector<Certificate> all;
    for (const auto& der : ders) {
        auto certificate = Certificate::fromDer(der);
        if (!certificate)
            return failure(certificate.error());
        all.push_back(std::move(*certificate));
    }
    if (all.empty())
        return failure(ErrorCode::KeyWithoutCertificate, u"no certificate from the phone"_s);
    return certificate::chainOf(all.front(), all);
}

/// How long before its end a code is replaced: whoever is just scanning should still come through with it.
std::chrono::milliseconds renewedBefore(std::chrono::milliseconds life)
{
    return std::min<decltype(life)>(10s, life / 8);
}

} // namespace

struct MobileKey::Inside {
    relay::RelayAddress address;
    MobileOptions options;
    MobileObserver observer;
    MobileProgress progress {};

    // In the order in which they need each other.
    std::unique_ptr<relay::RelayClient> client {};
    std::unique_ptr<relay::RelayMailbox> mailbox {};
    std::optional<DesktopTalk> talk {};
    std::chrono::milliseconds codeLife {};
    std::optional<relay::KeyAlgorithm> algorithm {};

    // What renewCode() reaches from other threads.
    std::mutex renewal {};
    std::condition_variable_any renewalWanted {};
    LinkedStop* shownCode = nullptr; ///< ends the wait for a scan
    bool isRenewalWanted = false;

    void tell(Step step);
    void tellConnection(relay::Connection state);

    [[nodiscard]] Status showCode(const std::stop_token& stop);
    enum class CodeEnd { RenewedInTime, WithItsLife };
    /// Nothing where the code ended without a phone.
    [[nodiscard]] Result<std::optional<relay::Hello>> waitForPhone(CodeEnd end, const std::stop_token& stop);
    [[nodiscard]] Result<relay::Hello> waitForScan(const std::stop_token& stop);

    void beginCode(LinkedStop* code);
    [[nodiscard]] bool takeRenewalWish();
    [[nodiscard]] Status waitForRenewalWish(const std::stop_token& stop);

    [[nodiscard]] relay::Request requestFor(std::vector<DocumentDescription> documents) const;
};

void MobileKey::Inside::tell(Step step)
{
    progress.step = step;
    if (observer)
        observer(progress);
}

void MobileKey::Inside::tellConnection(relay::Connection state)
{
    progress.isInterrupted = state == relay::Connection::Interrupted;
    tell(progress.step);
}

/// Opens a session and shows what a phone needs to join it. What was shown before is not valid any more.
Status MobileKey::Inside::showCode(const std::stop_token& stop)
{
    progress.step
        = Step::Connecting; // told only where that takes long: a new code replaces the old one without a blink
    progress.link.clear();
    auto invitation = DesktopTalk::Invitation::make();
    auto opened = client->open(invitation.joinVerifier(), stop);
    if (!opened)
        return failure(opened.error());
    const auto link = invitation.linkFor(opened->origin, opened->mailbox->session());
    talk.reset();
    mailbox = std::move(opened->mailbox);
    talk.emplace(*mailbox, std::move(invitation), opened->origin);
    codeLife = opened->life;
    progress.link = link.text();
    progress.relay = opened->origin.shown();
    progress.expires = Clock::now() + opened->life;
    (void)takeRenewalWish(); // this is the new code; a wish from now on is for another
    tell(Step::WaitingForScan);
    return {};
}

Result<std::optional<relay::Hello>> MobileKey::Inside::waitForPhone(CodeEnd end, const std::stop_token& stop)
{
    const auto hello = [&] {
        LinkedStop code(stop);
        beginCode(&code);
        const auto tidy = qScopeGuard([this] { beginCode(nullptr); });
        std::optional<StopLater> timer;
        if (end == CodeEnd::RenewedInTime)
            timer.emplace(code, codeLife - renewedBefore(codeLife));
        return talk->waitForPhone(code.token());
    }();
    if (hello)
        return *hello;
    // A computer that slept wakes up without a network: whether there is one, opening the next session tells.
    const bool isOver = mailbox->timeLeft() <= 0ms;
    if (hello.error().code == ErrorCode::PhoneSessionExpired
        || (hello.error().code == ErrorCode::RelayUnreachable && isOver))
        return std::nullopt;
    if (hello.error().code != ErrorCode::Cancelled || stop.stop_requested())
        return failure(hello.error());

    const auto ended = mailbox->endIfWaiting(stop);
    if (!ended)
        return failure(ended.error());
    if (*ended)
        return std::nullopt;
    auto late = talk->waitForPhone(stop); // a phone has joined in this moment
    if (!late)
        return failure(late.error());
    return std::move(*late);
}

Result<relay::Hello> MobileKey::Inside::waitForScan(const std::stop_token& stop)
{
    for (int number = 1;; ++number) {
        if (const auto shown = showCode(stop); !shown)
            return failure(shown.error());
        const bool isLast = number >= options.codes;
        const auto hello = waitForPhone(isLast ? CodeEnd::WithItsLife : CodeEnd::RenewedInTime, stop);
        if (!hello)
            return failure(hello.error());
        if (*hello)
            return **hello;

        if (takeRenewalWish()) {
            number = 0; // somebody is there
        } else if (isLast && options.afterLastCode == MobileOptions::AfterLastCode::End) {
            return failure(ErrorCode::PhoneCodeExpired);
        } else if (isLast) {
            progress.link.clear();
            tell(Step::CodeExpired);
            if (const auto wished = waitForRenewalWish(stop); !wished)
                return failure(wished.error());
            number = 0;
        }
    }
}

/// `code` is what renewCode() ends from now on, at once where it was called since the code is shown; null: no code is.
void MobileKey::Inside::beginCode(LinkedStop* code)
{
    const std::scoped_lock lock(renewal);
    shownCode = code;
    if (code && isRenewalWanted)
        code->request();
}

bool MobileKey::Inside::takeRenewalWish()
{
    const std::scoped_lock lock(renewal);
    return std::exchange(isRenewalWanted, false);
}

Status MobileKey::Inside::waitForRenewalWish(const std::stop_token& stop)
{
    std::unique_lock lock(renewal);
    renewalWanted.wait(lock, stop, [this] { return isRenewalWanted; });
    if (!std::exchange(isRenewalWanted, false))
        return failure(ErrorCode::Cancelled);
    return {};
}

relay::Request MobileKey::Inside::requestFor(std::vector<DocumentDescription> documents) const
{
    relay::Request request;
    request.client = options.client;
    request.computerId = options.computerId;
    request.computerName = options.computerName;
    request.project = options.project;
    for (auto& document : documents)
        request.documents.push_back(summaryOf(std::move(document)));
    return request;
}

MobileKey::MobileKey(relay::RelayAddress address, MobileOptions options, MobileObserver observer)
    : m_inside(new Inside { std::move(address), std::move(options), std::move(observer) })
{
}

MobileKey::~MobileKey() = default;

Result<std::vector<Certificate>> MobileKey::certificateChain(const DescribeDocuments& describe, std::stop_token stop)
{
    auto& in = *m_inside;
    in.client = std::make_unique<relay::RelayClient>(
        in.address, [&in](relay::Connection state) { in.tellConnection(state); });
    in.progress.relay = in.address.origin.shown();
    in.tell(Step::Connecting);

    // Hashes and previews of large files take as long as finding the phone does.
    LinkedStop describing(stop);
    Beside<Result<std::vector<DocumentDescription>>> described([&] { return describe(describing.token()); });
    const auto tidy = qScopeGuard([&] { describing.request(); });

    const auto hello = in.waitForScan(stop);
    if (!hello)
        return failure(hello.error());
    in.progress.link.clear();
    in.progress.app = hello->app;
    in.progress.device = hello->device;
    in.progress.expires = Clock::now() + in.mailbox->timeLeft();
    in.tell(Step::Scanned);
    qCInfo(logKey).noquote() << "a phone has joined through" << in.progress.relay;

    auto documents = described.get();
    if (!documents)
        return failure(documents.error());
    const auto chosen = in.talk->request(in.requestFor(std::move(*documents)), stop);
    if (!chosen)
        return failure(chosen.error());
    auto chain = readChain(chosen->chain);
    if (!chain)
        return failure(chain.error());
    in.algorithm = chosen->algorithm;
    in.progress.holder = chain->front().holder().displayName;
    in.tell(Step::CertificateChosen);
    return chain;
}

Result<std::vector<QByteArray>> MobileKey::sign(
    const std::vector<ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop)
{
    auto& in = *m_inside;
    if (!in.talk || !in.algorithm)
        return failure(ErrorCode::InternalFault, u"no phone was asked for its certificate"_s);
    if (!isTheSame(*in.algorithm, algorithm))
        return failure(ErrorCode::KeyUnsupported, u"the phone does not sign in the way that was asked for"_s);

    std::vector<relay::DocumentToSign> toSign;
    for (const auto& document : documents)
        toSign.push_back({ document.digest.value, document.signedAttributes });
    auto compareCode = in.talk->present(toSign, stop);
    if (!compareCode)
        return failure(compareCode.error());
    in.progress.compareCode = std::move(*compareCode);
    in.tell(Step::Comparing);
    auto signatures = in.talk->waitForSignatures(stop);
    if (signatures)
        in.tell(Step::Confirmed);
    return signatures;
}

void MobileKey::tellOutcome(SigningOutcome outcome)
{
    auto& in = *m_inside;
    if (in.talk)
        in.talk->tellOutcome(resultOf(outcome));
    in.algorithm.reset();
    in.talk.reset();
    in.mailbox.reset();
    in.client.reset(); // on the thread on which it has worked
}

QString MobileKey::description() const { return u"mobile:"_s + QString::fromLatin1(m_inside->address.origin.ascii()); }

void MobileKey::renewCode()
{
    auto& in = *m_inside;
    const std::scoped_lock lock(in.renewal);
    in.isRenewalWanted = true;
    if (in.shownCode)
        in.shownCode->request();
    in.renewalWanted.notify_all();
}

Result<relay::RelayAddress> parseMobileAddress(const QString& text)
{
    static const QString scheme = u"mobile:"_s;
    static const QString authorities = u"ca="_s;
    if (!text.startsWith(scheme))
        return failure(ErrorCode::RelayAddressInvalid, u"no mobile: address"_s);
    const auto parts = QStringView(text).sliced(scheme.size());
    const auto semicolon = parts.indexOf(u';');
    auto origin = relay::Origin::parse(parts.first(semicolon < 0 ? parts.size() : semicolon).toString());
    if (!origin)
        return failure(origin.error());
    if (semicolon < 0)
        return relay::RelayAddress { std::move(*origin), {} };
    const auto option = parts.sliced(semicolon + 1);
    if (!option.startsWith(authorities) || option.size() == authorities.size())
        return failure(ErrorCode::RelayAddressInvalid, u"something else than ca=FILE behind the address"_s);
    return relay::RelayAddress { std::move(*origin), option.sliced(authorities.size()).toString() };
}

} // namespace bidseal::key
