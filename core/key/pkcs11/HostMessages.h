#pragma once

#include "core/key/pkcs11/KeyUri.h"
#include "core/key/pkcs11/TokenState.h"

#include <array>
#include <span>

/// What passes between the client and bidseal-token-host, the same in both. A call is a header, a body and, apart from
/// the body so that it never enters a buffer, the PIN; an answer is a header and a body. A call has one answer; a call
/// to sign has one for each document, as soon as it is signed, up to the first that failed: so each signature has a
/// time limit of its own. Numbers are little-endian, every length is checked against what is left before anything is
/// taken. The other side may be a driver gone wild.
namespace bidseal::key::host {

enum class Call : quint32 { ListTokens = 1, ListKeys = 2, Sign = 3 };
enum class Outcome : quint32 { Done = 1, Failed = 2 };

/// More than any token holds; less than a length gone wrong would ask for.
inline constexpr quint32 kMaximumBody = 8 * 1024 * 1024;

struct CallHeader {
    static constexpr std::size_t kSize = 16; ///< bytes: version, call, body's size, PIN's size
    Call call = Call::ListTokens;
    quint32 bodySize = 0;
    quint32 pinSize = 0;
};

struct AnswerHeader {
    static constexpr std::size_t kSize = 12; ///< bytes: version, outcome, body's size
    Outcome outcome = Outcome::Failed;
    quint32 bodySize = 0;
};

/// A public object of a token: a certificate, or a public key (then without `der`).
struct ListedObject {
    QString label; ///< CKA_LABEL
    QByteArray id; ///< CKA_ID
    QByteArray der; ///< CKA_VALUE of a certificate
};

struct ListedToken {
    TokenState state;
    std::vector<ListedObject> certificates; ///< empty when only tokens were asked for
    std::vector<ListedObject> publicKeys;
};

struct SignCall {
    KeyUri uri;
    cms::SignatureAlgorithm algorithm;
    std::vector<QByteArray> documents; ///< the bytes to be signed of each; never none
};

[[nodiscard]] std::array<std::byte, CallHeader::kSize> encode(const CallHeader& header);
[[nodiscard]] std::array<std::byte, AnswerHeader::kSize> encode(const AnswerHeader& header);
[[nodiscard]] QByteArray encode(const std::vector<ListedToken>& tokens);
[[nodiscard]] QByteArray encode(const SignCall& call);
[[nodiscard]] QByteArray encode(const Error& error);

/// Empty where the bytes are none of ours: too short, too long, of another version, with an unknown number in them.
[[nodiscard]] std::optional<CallHeader> decodeCallHeader(std::span<const std::byte, CallHeader::kSize> bytes);
[[nodiscard]] std::optional<AnswerHeader> decodeAnswerHeader(std::span<const std::byte, AnswerHeader::kSize> bytes);
[[nodiscard]] std::optional<std::vector<ListedToken>> decodeTokens(const QByteArray& body);
[[nodiscard]] std::optional<SignCall> decodeSignCall(const QByteArray& body);
[[nodiscard]] std::optional<Error> decodeError(const QByteArray& body);

} // namespace bidseal::key::host
