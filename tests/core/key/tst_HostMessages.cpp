#include "core/key/pkcs11/HostMessages.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::key;
using namespace bidseal::key::host;
using namespace Qt::StringLiterals;

class tst_HostMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokensArriveAsTheyWereSent();
    void callToSignArrivesAsItWasSent();
    void everyErrorArrivesWithItsCode();
    void headersArriveAsTheyWereSent();
    void refusesEveryTruncation();
    void refusesMoreThanWasMeant();
    void refusesLengthsBeyondTheBody();
    void refusesUnknownNumbers();
    void refusesHeadersThatAskForTooMuch();
};

namespace {

std::vector<ListedToken> sampleTokens()
{
    ListedToken token;
    token.state = { u"示例公司"_s, u"Sample Maker"_s, u"Model"_s, u"0001"_s, PinState::LastTry, true, true };
    token.certificates = { { u"签章"_s, "\x01", "certificate" }, { u"CA"_s, {}, "issuer" } };
    token.publicKeys = { { u"签章"_s, "\x01", {} } };
    return { token, ListedToken { { u"empty"_s, {}, {}, {}, PinState::Normal, false, false }, {}, {} } };
}

SignCall sampleCall()
{
    return { { u"T"_s, u"M"_s, u"D"_s, u"S"_s, u"O"_s, "\x02\x00" },
        { cms::SignatureScheme::RsaPss, cms::DigestAlgorithm::Sha384 },
        { QByteArray("bytes\0to sign", 13), "others" } };
}

} // namespace

void tst_HostMessages::tokensArriveAsTheyWereSent()
{
    const auto tokens = decodeTokens(encode(sampleTokens()));
    QVERIFY(tokens);
    QCOMPARE(tokens->size(), std::size_t(2));
    const auto& first = tokens->front();
    QCOMPARE(first.state.label, u"示例公司"_s);
    QCOMPARE(first.state.serial, u"0001"_s);
    QCOMPARE(first.state.pinState, PinState::LastTry);
    QVERIFY(first.state.onTokensOwnPad);
    QVERIFY(first.state.isPinToBeChanged);
    QCOMPARE(first.certificates.size(), std::size_t(2));
    QCOMPARE(first.certificates[0].id, QByteArray("\x01"));
    QCOMPARE(first.certificates[1].der, QByteArray("issuer"));
    QCOMPARE(first.publicKeys.size(), std::size_t(1));
    QCOMPARE(tokens->back().state.pinState, PinState::Normal);
    QVERIFY(!tokens->back().state.onTokensOwnPad);
    QVERIFY(!tokens->back().state.isPinToBeChanged);
}

void tst_HostMessages::callToSignArrivesAsItWasSent()
{
    const auto call = decodeSignCall(encode(sampleCall()));
    QVERIFY(call);
    QVERIFY(call->uri == sampleCall().uri);
    QCOMPARE(call->algorithm.scheme, cms::SignatureScheme::RsaPss);
    QCOMPARE(call->algorithm.digest, cms::DigestAlgorithm::Sha384);
    QCOMPARE(call->documents, sampleCall().documents);
}

void tst_HostMessages::everyErrorArrivesWithItsCode()
{
    for (const auto code : allErrorCodes()) {
        const auto error = decodeError(encode(Error { code, u"C_Login: CKR_…"_s, { .name = u"示例"_s } }));
        QVERIFY(error);
        QCOMPARE(error->code, code);
        QCOMPARE(error->detail, u"C_Login: CKR_…"_s);
        QCOMPARE(error->facts.name, u"示例"_s);
    }
}

void tst_HostMessages::headersArriveAsTheyWereSent()
{
    const auto call = decodeCallHeader(encode(CallHeader { Call::Sign, 1234, 12 }));
    QVERIFY(call);
    QCOMPARE(call->call, Call::Sign);
    QCOMPARE(call->bodySize, 1234u);
    QCOMPARE(call->pinSize, 12u);
    const auto answer = decodeAnswerHeader(encode(AnswerHeader { Outcome::Done, 77 }));
    QVERIFY(answer);
    QCOMPARE(answer->outcome, Outcome::Done);
    QCOMPARE(answer->bodySize, 77u);
}

void tst_HostMessages::refusesEveryTruncation()
{
    const auto tokens = encode(sampleTokens());
    for (auto size = 0; size < tokens.size(); ++size)
        QVERIFY(!decodeTokens(tokens.first(size)));
    const auto call = encode(sampleCall());
    for (auto size = 0; size < call.size(); ++size)
        QVERIFY(!decodeSignCall(call.first(size)));
    const auto error = encode(Error { ErrorCode::PinWrong, u"detail"_s, {} });
    for (auto size = 0; size < error.size(); ++size)
        QVERIFY(!decodeError(error.first(size)));
}

void tst_HostMessages::refusesMoreThanWasMeant()
{
    QVERIFY(!decodeTokens(encode(sampleTokens()) + '\0'));
    QVERIFY(!decodeSignCall(encode(sampleCall()) + '\0'));
    QVERIFY(!decodeError(encode(Error { ErrorCode::PinWrong, {}, {} }) + '\0'));
}

void tst_HostMessages::refusesLengthsBeyondTheBody()
{
    auto call = encode(sampleCall());
    call.replace(0, 4, "\xff\xff\xff\xff");
    QVERIFY(!decodeSignCall(call));
    // As many documents, too.
    SignCall one = sampleCall();
    one.documents.resize(1);
    call = encode(one);
    call.replace(call.size() - 4 - one.documents[0].size() - 4, 4, "\xff\xff\xff\xff");
    QVERIFY(!decodeSignCall(call));
    // Four thousand million tokens in eight bytes.
    QVERIFY(!decodeTokens("\xff\xff\xff\xff\x01\x00\x00\x00"_ba));
}

void tst_HostMessages::refusesUnknownNumbers()
{
    SignCall call = sampleCall();
    call.algorithm.scheme = static_cast<cms::SignatureScheme>(9);
    QVERIFY(!decodeSignCall(encode(call)));
    call = sampleCall();
    call.documents.clear();
    QVERIFY(!decodeSignCall(encode(call)));
    auto tokens = sampleTokens();
    tokens[0].state.pinState = static_cast<PinState>(9);
    QVERIFY(!decodeTokens(encode(tokens)));
    QVERIFY(!decodeError(encode(Error { ErrorCode::PinWrong, {}, {} }).replace("pin-wrong", "pin-wrung")));
}

void tst_HostMessages::refusesHeadersThatAskForTooMuch()
{
    QVERIFY(!decodeCallHeader(encode(CallHeader { Call::Sign, kMaximumBody + 1, 0 })));
    QVERIFY(!decodeCallHeader(encode(CallHeader { Call::Sign, 0, Secret::kCapacity + 1 })));
    QVERIFY(!decodeCallHeader(encode(CallHeader { static_cast<Call>(0), 0, 0 })));
    QVERIFY(!decodeCallHeader(encode(CallHeader { static_cast<Call>(4), 0, 0 })));
    QVERIFY(!decodeAnswerHeader(encode(AnswerHeader { Outcome::Done, kMaximumBody + 1 })));
    auto otherVersion = encode(CallHeader { Call::ListKeys, 0, 0 });
    otherVersion[0] = std::byte { 200 };
    QVERIFY(!decodeCallHeader(otherVersion));
}

QTEST_GUILESS_MAIN(tst_HostMessages)
#include "tst_HostMessages.moc"
