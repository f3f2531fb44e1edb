#pragma once

#include "MemoryRelay.h"
#include "core/relay/DesktopTalk.h"
#include "core/relay/PhoneTalk.h"
#include "tests/core/cms/TestSigner.h"

namespace bidseal::test {

[[nodiscard]] QByteArray newSession();
[[nodiscard]] relay::Origin sampleOrigin(); ///< https://relay.example.com

/// What a desktop asks for: `count` documents of a sample tender, with a preview where `previewBytes` is not 0.
[[nodiscard]] relay::Request sampleRequest(int count, int previewBytes = 0);
/// The DER that is to be signed for each of `count` sample documents, as the flow makes it.
[[nodiscard]] std::vector<relay::DocumentToSign> sampleDocuments(const TestSigner& signer, int count,
    cms::Profile profile = cms::Profile::PadesBaseline, const QByteArray& seed = "sample");

/// What each side has seen of one session when it was over.
struct TalkReport {
    Result<QString> desktopCode = failure(ErrorCode::InternalFault);
    Result<std::vector<QByteArray>> signatures = failure(ErrorCode::InternalFault);
    Result<QString> phoneCode = failure(ErrorCode::InternalFault);
    Result<relay::OutcomeResult> outcome = failure(ErrorCode::InternalFault);
    bool isPinAsked = false; ///< the phone had nothing more to check
};

struct TalkOrder {
    int documents = 1;
    int previewBytes = 0;
    /// What the desktop presents; empty: sampleDocuments().
    std::vector<relay::DocumentToSign> toSign {};
    /// What the owner says at the code; nothing: that it is right.
    std::optional<relay::RefusalReason> refusal {};
};

/// A whole talk between the two halves, the phone on a thread of its own. Each side stops at its first error; the
/// desktop tells the outcome in any case.
[[nodiscard]] TalkReport talkThrough(
    MemoryRelay& relay, relay::DesktopTalk::Invitation invitation, const TestSigner& signer, const TalkOrder& order);
[[nodiscard]] TalkReport talkThrough(MemoryRelay& relay, const TestSigner& signer, const TalkOrder& order = {});

} // namespace bidseal::test
