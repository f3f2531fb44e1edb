#define OPENSSL_SUPPRESS_DEPRECATED // the only SHA-256 whose state can be copied without an allocation

#include "MiddleAttack.h"

#include "core/relay/Frame.h"
#include "tests/support/OtherThread.h"

#include <openssl/sha.h>

#include <atomic>
#include <thread>

using namespace bidseal::relay;
using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

SHA256_CTX hashOf(const QByteArray& start)
{
    SHA256_CTX state;
    SHA256_Init(&state);
    SHA256_Update(&state, start.constData(), static_cast<std::size_t>(start.size()));
    return state;
}

Digest finish(SHA256_CTX state, const void* rest, std::size_t size)
{
    Digest digest;
    SHA256_Update(&state, rest, size);
    SHA256_Final(digest.data(), &state);
    return digest;
}

/// HMAC-SHA-256 with the work that is the same for all nonces done once.
class CodeSearch {
public:
    CodeSearch(const QByteArray& prk, const std::vector<QByteArray>& said)
    {
        QByteArray inner(64, '\x36');
        QByteArray outer(64, '\x5c');
        for (qsizetype i = 0; i < prk.size(); ++i) {
            inner[i] = static_cast<char>(inner[i] ^ prk[i]);
            outer[i] = static_cast<char>(outer[i] ^ prk[i]);
        }
        m_inner = hashOf(inner + frame("bidseal 1 compare") + bigEndian(quint32(SHA256_DIGEST_LENGTH)));
        m_outer = hashOf(outer);
        auto transcript = frame("bidseal 1 transcript");
        for (const auto& message : said)
            transcript += frame(message);
        const auto reveal = write(Reveal { nonceOf(0) });
        m_transcript = hashOf(transcript + bigEndian(static_cast<quint32>(reveal.size())) + reveal.chopped(kVaried));
    }

    /// Differs from the others in its last 8 bytes, and so in the last characters of its reveal.
    [[nodiscard]] static QByteArray nonceOf(quint64 number) { return QByteArray(24, '\0') + bigEndian(number); }

    [[nodiscard]] quint64 codeWith(quint64 number) const
    {
        const auto end = toBase64Url(bigEndian(number)) + "\"}";
        const auto transcript = finish(m_transcript, end.constData(), static_cast<std::size_t>(end.size()));
        std::array<unsigned char, SHA256_DIGEST_LENGTH + 1> text {};
        std::copy(transcript.begin(), transcript.end(), text.begin());
        text.back() = 1;
        const auto inner = finish(m_inner, text.data(), text.size());
        return qFromBigEndian<quint64>(finish(m_outer, inner.data(), inner.size()).data()) % 1'000'000;
    }

private:
    static constexpr int kVaried = 11 + 2; ///< 8 bytes in base64url, and what closes the text and the object
    SHA256_CTX m_inner, m_outer, m_transcript;
};

} // namespace

QByteArray nonceForCode(const QByteArray& prk, const std::vector<QByteArray>& said, const QString& code)
{
    constexpr quint64 kMost = quint64(1) << 26;
    const CodeSearch search(prk, said);
    const auto wanted = code.toULongLong();
    std::atomic<quint64> next = 0;
    std::mutex mutex;
    QByteArray found;
    const auto work = [&] {
        for (auto number = next.fetch_add(1); number < kMost; number = next.fetch_add(1)) {
            if (search.codeWith(number) != wanted)
                continue;
            const std::lock_guard lock(mutex);
            found = CodeSearch::nonceOf(number);
            next = kMost;
        }
    };
    std::vector<OtherThread> threads;
    for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    threads.clear();
    return found;
}

MiddleAttack::MiddleAttack(const TestSigner& phoneOwner)
    : m_owner(phoneOwner)
    , m_documents(sampleDocuments(phoneOwner, 1))
{
}

MiddleAttack::Codes MiddleAttack::run(LastMove lastMove, Nonce nonce)
{
    Codes codes;
    MemoryRelay toDesktop(newSession(), std::chrono::seconds(60));
    MemoryRelay toPhone(newSession(), std::chrono::seconds(60));
    auto invitation = DesktopTalk::Invitation::make();
    const auto photographed = invitation.linkFor(sampleOrigin(), toDesktop.mailboxOf(Side::Desktop).session());
    const auto ownInvitation = DesktopTalk::Invitation::make();
    RawSide asPhone(toDesktop.mailboxOf(Side::Phone), photographed);
    RawSide asDesktop(toPhone.mailboxOf(Side::Desktop), ownInvitation);

    OtherThread honestDesktop([&] {
        DesktopTalk talk(toDesktop.mailboxOf(Side::Desktop), std::move(invitation), sampleOrigin());
        const auto hello = talk.waitForPhone({});
        const auto chosen = hello ? talk.request(sampleRequest(1), {}) : failure(hello.error());
        codes.onDesktop = chosen ? talk.present(m_documents, {}) : failure(chosen.error());
    });
    PhoneTalk phone(toPhone.mailboxOf(Side::Phone),
        ownInvitation.linkFor(sampleOrigin(), toPhone.mailboxOf(Side::Phone).session()));
    const auto orDie = [](const auto& result) {
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
    };

    // Everything is passed on, so that the phone's owner sees the honest desktop's request.
    asPhone.sayHello();
    orDie(phone.hello(u"Sample phone"_s, u"Sample device"_s, {}));
    (void)asDesktop.hearHello();
    asDesktop.say(asPhone.hear<Request>());
    orDie(phone.waitForRequest({}));
    orDie(phone.choose(m_owner.chain(), KeyAlgorithm::EcdsaSha256, 500, {}));
    asPhone.say(asDesktop.hear<ChosenCertificate>());
    const auto toSign = asPhone.hear<ToSign>();

    const auto talkToPhone = [&] {
        asDesktop.say(ToSign { randomBytes(32), toSign.documents });
        const auto confirmation = phone.waitForToSign({});
        orDie(confirmation);
        codes.onPhone = confirmation->compareCode;
        (void)asDesktop.hear<Reveal>();
    };
    const auto talkToDesktop = [&] {
        auto revealed = asPhone.nonce();
        if (nonce == Nonce::Another)
            revealed = randomBytes(32);
        else if (nonce == Nonce::Searched)
            revealed = nonceForCode(asPhone.prk(), asPhone.said(), *codes.onPhone);
        asPhone.say(Reveal { revealed });
        honestDesktop.join();
    };
    if (lastMove == LastMove::RevealToDesktop) {
        talkToPhone();
        talkToDesktop();
    } else {
        talkToDesktop();
        talkToPhone();
    }
    return codes;
}

} // namespace bidseal::test
