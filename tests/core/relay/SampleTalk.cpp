#include "SampleTalk.h"

#include "core/relay/Wire.h"
#include "tests/support/OtherThread.h"

using namespace Qt::StringLiterals;
using namespace bidseal::relay;

namespace bidseal::test {

namespace {

/// As small as a JPEG's head can be; what follows it is not looked at.
QByteArray jpegOf(int bytes)
{
    auto jpeg = QByteArray::fromHex("ffd8ffc0000b080008000801011100");
    jpeg += randomBytes(std::max(0, bytes - static_cast<int>(jpeg.size())));
    return jpeg;
}

template <class T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *std::move(result);
}

void runDesktop(MemoryRelay& relay, DesktopTalk::Invitation invitation, const TestSigner& signer,
    const TalkOrder& order, TalkReport& report)
{
    DesktopTalk talk(relay.mailboxOf(Side::Desktop), std::move(invitation), sampleOrigin());
    const auto talked = [&]() -> Status {
        if (const auto hello = talk.waitForPhone({}); !hello)
            return failure(hello.error());
        if (const auto chosen = talk.request(sampleRequest(order.documents, order.previewBytes), {}); !chosen)
            return failure(chosen.error());
        report.desktopCode
            = talk.present(order.toSign.empty() ? sampleDocuments(signer, order.documents) : order.toSign, {});
        if (!report.desktopCode)
            return failure(report.desktopCode.error());
        report.signatures = talk.waitForSignatures({});
        return report.signatures ? Status() : failure(report.signatures.error());
    }();
    if (!talked) {
        if (report.desktopCode.has_value() == false)
            report.desktopCode = failure(talked.error());
        report.signatures = failure(talked.error());
    }
    talk.tellOutcome(talked ? OutcomeResult::Signed : OutcomeResult::Failed);
}

void runPhone(MemoryRelay& relay, Link link, const TestSigner& signer, const TalkOrder& order, TalkReport& report)
{
    PhoneTalk talk(relay.mailboxOf(Side::Phone), std::move(link));
    const auto algorithm = signer.certificate().keyKind() == certificate::KeyKind::Rsa ? KeyAlgorithm::RsaPkcs1Sha256
        : signer.certificate().keyKind() == certificate::KeyKind::EcP256               ? KeyAlgorithm::EcdsaSha256
                                                                                       : KeyAlgorithm::EcdsaSha384;
    const auto talked = [&]() -> Status {
        if (auto said = talk.hello(u"Sample phone 1.0"_s, u"示例手机"_s, {}); !said)
            return said;
        if (const auto request = talk.waitForRequest({}); !request)
            return failure(request.error());
        if (auto said = talk.choose(signer.chain(), algorithm, kMostDocuments, {}); !said)
            return said;
        const auto confirmation = talk.waitForToSign({});
        if (!confirmation)
            return failure(confirmation.error());
        report.phoneCode = confirmation->compareCode;
        report.isPinAsked = true;
        if (order.refusal)
            return talk.refuse(*order.refusal, {});
        std::vector<QByteArray> signatures;
        for (const auto& document : confirmation->documents)
            signatures.push_back(signer.sign(document.attributes, signatureAlgorithm(algorithm)));
        return talk.sendSignatures(signatures, {});
    }();
    if (!talked && !report.phoneCode)
        report.phoneCode = failure(talked.error());
    report.outcome
        = talked && !order.refusal ? talk.waitForOutcome({}) : Result<OutcomeResult>(failure(ErrorCode::Cancelled));
    if (!talked)
        report.outcome = failure(talked.error());
}

} // namespace

QByteArray newSession() { return toBase64Url(randomBytes(wire::kSessionBytes)); }

Origin sampleOrigin() { return valueOf(Origin::parse(u"https://relay.example.com"_s)); }

Request sampleRequest(int count, int previewBytes)
{
    Request request { u"BidSeal 0.1.0"_s, QByteArray(16, '\x07'), u"示例电脑"_s, u"示例市某工程施工招标"_s, {} };
    for (int i = 0; i < count; ++i) {
        DocumentSummary summary;
        summary.name = u"投标文件%1.pdf"_s.arg(i);
        summary.pages = 12;
        summary.bytes = 482113;
        summary.sha256 = digestOf("source " + QByteArray::number(i), u"SHA256"_s);
        summary.marks = { { u"公章"_s, { 3, 6 } } };
        if (previewBytes > 0)
            summary.previews = { { 3, jpegOf(previewBytes) } };
        request.documents.push_back(summary);
    }
    return request;
}

std::vector<DocumentToSign> sampleDocuments(
    const TestSigner& signer, int count, cms::Profile profile, const QByteArray& seed)
{
    const auto algorithm = valueOf(cms::algorithmFor(signer.certificate()));
    std::vector<DocumentToSign> documents;
    for (int i = 0; i < count; ++i) {
        const auto digest
            = digestOf(seed + QByteArray::number(i), QString::fromLatin1(cms::digestName(algorithm.digest)));
        const auto pending = valueOf(cms::PendingSignedData::create(signer.chain(), algorithm,
            { algorithm.digest, digest }, profile, QDateTime({ 2026, 6, 1 }, { 12, 0 }, Qt::UTC)));
        documents.push_back({ digest, pending.signedAttributes() });
    }
    return documents;
}

TalkReport talkThrough(
    MemoryRelay& relay, DesktopTalk::Invitation invitation, const TestSigner& signer, const TalkOrder& order)
{
    TalkReport report;
    auto link = invitation.linkFor(sampleOrigin(), relay.mailboxOf(Side::Desktop).session());
    OtherThread phone([&] { runPhone(relay, std::move(link), signer, order, report); });
    runDesktop(relay, std::move(invitation), signer, order, report);
    phone.join();
    return report;
}

TalkReport talkThrough(MemoryRelay& relay, const TestSigner& signer, const TalkOrder& order)
{
    return talkThrough(relay, DesktopTalk::Invitation::make(), signer, order);
}

} // namespace bidseal::test
