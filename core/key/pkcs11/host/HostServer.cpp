#include "core/key/pkcs11/host/HostServer.h"

#include "core/base/platform/Process.h"
#include "core/key/pkcs11/host/Listing.h"
#include "core/key/pkcs11/host/Signing.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace bidseal::key::host {

namespace {

using platform::InheritedPipe;

struct ReceivedCall {
    Call call;
    QByteArray body;
    Secret pin;
};

/// The PIN goes from the pipe into one locked page and from there into another; neither outlives its use.
std::optional<Secret> receiveSecret(InheritedPipe& pipe, quint32 size)
{
    Secret secret;
    if (size == 0)
        return secret;
    auto* page = static_cast<char*>(platform::allocateLockedPage(size));
    const auto received = pipe.read(std::as_writable_bytes(std::span(page, size)));
    const auto kept = received && secret.append({ page, size });
    platform::freeLockedPage(page, size);
    if (!kept)
        return {};
    return secret;
}

/// Empty at the end of the client, and when it sends what no client of ours does.
std::optional<ReceivedCall> receive(InheritedPipe& pipe)
{
    std::array<std::byte, CallHeader::kSize> bytes {};
    if (!pipe.read(bytes))
        return {};
    const auto header = decodeCallHeader(bytes);
    if (!header)
        return {};
    QByteArray body(header->bodySize, Qt::Uninitialized);
    if (!pipe.read(std::as_writable_bytes(std::span(body.data(), header->bodySize))))
        return {};
    auto pin = receiveSecret(pipe, header->pinSize);
    if (!pin)
        return {};
    return ReceivedCall { header->call, std::move(body), std::move(*pin) };
}

bool send(InheritedPipe& pipe, const Result<QByteArray>& answer)
{
    const auto body = answer ? *answer : encode(answer.error());
    if (std::cmp_greater(body.size(), kMaximumBody))
        return send(pipe, failure(ErrorCode::TokenFailed, u"the token holds more than can be told"_s));
    const auto header
        = encode(AnswerHeader { answer ? Outcome::Done : Outcome::Failed, static_cast<quint32>(body.size()) });
    return pipe.write(header) && pipe.write(std::as_bytes(std::span(body.constData(), body.size())));
}

Result<QByteArray> listed(const Module& module, ListingDepth depth)
{
    const auto tokens = listTokens(module, depth);
    if (!tokens)
        return failure(tokens.error());
    return encode(*tokens);
}

/// One answer for each signature, and one for the error that ends them. False: the client is gone.
bool answerSignCall(InheritedPipe& pipe, ReceivedCall received, const Module& module)
{
    const auto call = decodeSignCall(received.body);
    if (!call)
        return send(pipe, failure(ErrorCode::InternalFault, u"a call to sign that cannot be read"_s));
    bool isClientThere = true;
    const auto done = sign(module, *call, std::move(received.pin),
        [&](const QByteArray& signature) { return isClientThere = send(pipe, signature); });
    return isClientThere && (done || send(pipe, failure(done.error())));
}

bool answer(InheritedPipe& pipe, ReceivedCall received, const Result<Module>& module)
{
    if (!module)
        return send(pipe, failure(module.error()));
    switch (received.call) {
    case Call::ListTokens:
        return send(pipe, listed(*module, ListingDepth::Tokens));
    case Call::ListKeys:
        return send(pipe, listed(*module, ListingDepth::TokensAndObjects));
    case Call::Sign:
        return answerSignCall(pipe, std::move(received), *module);
    }
    Q_UNREACHABLE();
}

} // namespace

void serve(InheritedPipe& pipe, const QString& modulePath)
{
    std::optional<Result<Module>> module;
    while (auto received = receive(pipe)) {
        if (!module)
            module = Module::load(modulePath);
        if (!answer(pipe, std::move(*received), *module))
            return;
    }
}

} // namespace bidseal::key::host
