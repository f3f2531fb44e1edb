#include "core/key/pkcs11/TokenHost.h"

#include "core/base/Log.h"
#include "core/base/platform/ChildProcess.h"
#include "core/key/pkcs11/HostMessages.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <openssl/x509v3.h>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace bidseal::key {

namespace {

using platform::ChildProcess;
using std::chrono::steady_clock;

QString defaultProgram()
{
    auto program = QCoreApplication::applicationDirPath() + u"/bidseal-token-host"_s;
#ifdef Q_OS_WIN
    program += u".exe"_s;
#endif
    return program;
}

struct Answer {
    host::Outcome outcome;
    QByteArray body;
};

std::span<const std::byte> bytesOf(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// What only a host whose memory the driver has overwritten would say.
tl::unexpected<Error> nonsense() { return failure(ErrorCode::DriverCrashed, u"an answer that cannot be read"_s); }

Result<Answer> exchange(ChildProcess& child, host::Call call, const QByteArray& body, const Secret& pin,
    ChildProcess::Deadline deadline, const std::stop_token& stop)
{
    const auto header
        = host::encode(host::CallHeader { call, static_cast<quint32>(body.size()), static_cast<quint32>(pin.size()) });
    for (const auto part :
        { std::span<const std::byte>(header), bytesOf(body), std::as_bytes(std::span(pin.view())) }) {
        if (const auto written = child.write(part, deadline, stop); !written)
            return failure(written.error());
    }
    std::array<std::byte, host::AnswerHeader::kSize> answerBytes {};
    if (const auto received = child.read(answerBytes, deadline, stop); !received)
        return failure(received.error());
    const auto answer = host::decodeAnswerHeader(answerBytes);
    if (!answer)
        return nonsense();
    QByteArray answerBody(answer->bodySize, Qt::Uninitialized);
    const auto received
        = child.read(std::as_writable_bytes(std::span(answerBody.data(), answer->bodySize)), deadline, stop);
    if (!received)
        return failure(received.error());
    return Answer { answer->outcome, std::move(answerBody) };
}

/// A key as it was listed, and every label by which people know it.
struct Candidate {
    TokenKey key;
    QStringList labels;
};

bool isCertificateAuthority(const certificate::Certificate& certificate)
{
    return X509_check_ca(certificate.handle()) > 0;
}

bool belongTogether(const host::ListedObject& first, const host::ListedObject& second)
{
    return first.id.isEmpty() ? second.id.isEmpty() && first.label == second.label : first.id == second.id;
}

/// Where a certificate was renewed for the same key, both may still be on the token: the newer one counts.
bool isRenewed(const Candidate& older, const Candidate& newer)
{
    const auto sameKey = older.key.uri.id == newer.key.uri.id && !older.key.uri.id.isEmpty()
        && EVP_PKEY_eq(
               X509_get0_pubkey(older.key.certificate->handle()), X509_get0_pubkey(newer.key.certificate->handle()))
            == 1;
    return sameKey && older.key.certificate->validFrom() < newer.key.certificate->validFrom();
}

KeyUri uriOf(const TokenState& token, const host::ListedObject& object)
{
    return { token.label, token.manufacturer, token.model, token.serial, object.label, object.id };
}

std::vector<Candidate> keysOn(const host::ListedToken& token)
{
    std::vector<certificate::Certificate> all;
    std::vector<Candidate> keys;
    for (const auto& object : token.certificates) {
        const auto certificate = certificate::Certificate::fromDer(object.der);
        if (!certificate) {
            qCWarning(logKey) << "a certificate on the token was left out:" << logText(certificate.error());
            continue;
        }
        all.push_back(*certificate);
        Candidate candidate { { uriOf(token.state, object), token.state, *certificate, {} }, { object.label } };
        auto hasPublicKey = false;
        for (const auto& publicKey : token.publicKeys) {
            if (belongTogether(publicKey, object)) {
                hasPublicKey = true;
                candidate.labels.append(publicKey.label);
            }
        }
        if (hasPublicKey || !isCertificateAuthority(*certificate))
            keys.push_back(std::move(candidate));
    }
    std::erase_if(keys, [listed = keys](const Candidate& older) {
        return std::any_of(
            listed.begin(), listed.end(), [&](const Candidate& newer) { return isRenewed(older, newer); });
    });
    for (auto& key : keys)
        key.key.others = all;
    for (const auto& object : token.publicKeys) {
        const auto hasCertificate = std::any_of(token.certificates.begin(), token.certificates.end(),
            [&](const host::ListedObject& certificate) { return belongTogether(certificate, object); });
        if (!hasCertificate)
            keys.push_back({ { uriOf(token.state, object), token.state, {}, all }, { object.label } });
    }
    return keys;
}

bool matches(const KeyUri& uri, const TokenState& token)
{
    const auto fits = [](const QString& wanted, const QString& is) { return wanted.isEmpty() || wanted == is; };
    return fits(uri.token, token.label) && fits(uri.manufacturer, token.manufacturer) && fits(uri.model, token.model)
        && fits(uri.serial, token.serial);
}

bool matches(const KeyUri& uri, const Candidate& candidate)
{
    return (uri.id.isEmpty() || uri.id == candidate.key.uri.id)
        && (uri.object.isEmpty() || candidate.labels.contains(uri.object));
}

bool isForEncryption(const Candidate& candidate)
{
    return candidate.key.certificate && candidate.key.certificate->purpose() == certificate::Purpose::Encryption;
}

} // namespace

/// The driver's process and the turn of who may talk to it.
class TokenHost::Connection {
public:
    Connection(QString modulePath, QString program, Limits limits)
        : m_modulePath(std::move(modulePath))
        , m_program(program.isEmpty() ? defaultProgram() : std::move(program))
        , m_limits(limits)
    {
    }

    const QString& modulePath() const { return m_modulePath; }
    const Limits& limits() const { return m_limits; }

    std::optional<qint64> processId()
    {
        const std::lock_guard turn(m_turn);
        return m_child && m_child->isRunning() ? std::optional(m_child->processId()) : std::nullopt;
    }

    Result<QByteArray> ask(host::Call call, const QByteArray& body, const Secret& pin, std::chrono::seconds limit,
        const std::stop_token& stop)
    {
        const auto deadline = steady_clock::now() + limit;
        std::unique_lock turn(m_turn, std::defer_lock);
        while (!turn.try_lock_for(std::chrono::milliseconds(25))) {
            if (stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            if (steady_clock::now() > deadline)
                return failed({ ErrorCode::DriverNotResponding, u"another call takes too long"_s, {} });
        }
        if (const auto running = ensureRunning(); !running)
            return failed(running.error());
        const auto answer = exchange(*m_child, call, body, pin, deadline, stop);
        if (!answer) {
            // Whatever the driver was doing ends with its process; the next call finds a fresh one.
            m_child.reset();
            return failed(answer.error());
        }
        if (answer->outcome == host::Outcome::Done)
            return answer->body;
        const auto error = host::decodeError(answer->body);
        if (!error) {
            m_child.reset();
            return nonsense();
        }
        return failed(*error);
    }

private:
    Status ensureRunning()
    {
        const QFileInfo module(m_modulePath);
        if (!module.isAbsolute() || !module.isFile())
            return failure(ErrorCode::ModuleNotFound, u"no file of this absolute path: "_s + m_modulePath);
        if (m_child && m_child->isRunning())
            return {};
        auto child = ChildProcess::start(m_program, { m_modulePath });
        if (!child)
            return failure(child.error());
        m_child = std::move(*child);
        return {};
    }

    /// Errors about a driver name it, so that the sentence can.
    tl::unexpected<Error> failed(Error error) const
    {
        if (error.facts.name.isEmpty())
            error.facts.name = QFileInfo(m_modulePath).fileName();
        return failure(std::move(error));
    }

    QString m_modulePath;
    QString m_program;
    Limits m_limits;
    std::timed_mutex m_turn;
    std::unique_ptr<ChildProcess> m_child;
};

TokenHost::TokenHost(QString modulePath, QString program)
    : TokenHost(std::move(modulePath), std::move(program), Limits())
{
}

TokenHost::TokenHost(QString modulePath, QString program, Limits limits)
    : m_connection(std::make_unique<Connection>(std::move(modulePath), std::move(program), limits))
{
}

TokenHost::~TokenHost() = default;

const QString& TokenHost::modulePath() const { return m_connection->modulePath(); }

std::optional<qint64> TokenHost::processId() const { return m_connection->processId(); }

Result<std::vector<TokenState>> TokenHost::tokens(std::stop_token stop)
{
    const auto listed = list(host::Call::ListTokens, stop);
    if (!listed)
        return failure(listed.error());
    std::vector<TokenState> states;
    for (const auto& token : *listed)
        states.push_back(token.state);
    return states;
}

Result<std::vector<TokenKey>> TokenHost::keys(std::stop_token stop)
{
    const auto listed = list(host::Call::ListKeys, stop);
    if (!listed)
        return failure(listed.error());
    std::vector<TokenKey> keys;
    for (const auto& token : *listed) {
        for (auto& candidate : keysOn(token))
            keys.push_back(std::move(candidate.key));
    }
    return keys;
}

Result<TokenKey> TokenHost::find(const KeyUri& uri, std::stop_token stop)
{
    auto tokens = list(host::Call::ListKeys, stop);
    if (!tokens)
        return failure(tokens.error());
    std::erase_if(*tokens, [&](const host::ListedToken& token) { return !matches(uri, token.state); });
    if (tokens->empty())
        return failure(ErrorCode::TokenAbsent, u"no token matches "_s + uri.toString(), { .name = uri.token });

    std::vector<Candidate> found;
    for (const auto& token : *tokens) {
        for (auto& candidate : keysOn(token)) {
            if (matches(uri, candidate))
                found.push_back(std::move(candidate));
        }
    }
    if (found.empty())
        return failure(ErrorCode::KeyNotFound, u"no key matches "_s + uri.toString(), { .name = uri.object });
    if (found.size() > 1 && !std::all_of(found.begin(), found.end(), isForEncryption))
        std::erase_if(found, isForEncryption);
    if (found.size() > 1)
        return failure(ErrorCode::KeyAmbiguous, u"%1 keys match %2"_s.arg(found.size()).arg(uri.toString()));
    if (!found.front().key.certificate)
        return failure(
            ErrorCode::KeyWithoutCertificate, u"no certificate has the same CKA_ID"_s, { .name = uri.object });
    return std::move(found.front().key);
}

Result<QByteArray> TokenHost::sign(const KeyUri& uri, const Secret& pin, const QByteArray& bytes,
    cms::SignatureAlgorithm algorithm, std::stop_token stop)
{
    return m_connection->ask(host::Call::Sign, host::encode(host::SignCall { uri, algorithm, bytes }), pin,
        m_connection->limits().sign, stop);
}

Result<std::vector<host::ListedToken>> TokenHost::list(host::Call call, const std::stop_token& stop)
{
    const auto body = m_connection->ask(call, {}, {}, m_connection->limits().list, stop);
    if (!body)
        return failure(body.error());
    auto tokens = host::decodeTokens(*body);
    if (!tokens)
        return nonsense();
    return std::move(*tokens);
}

} // namespace bidseal::key
