#include "core/key/pkcs11/TokenHost.h"

#include "core/base/platform/ChildProcess.h"
#include "core/key/pkcs11/DriverHost.h"
#include "core/key/pkcs11/HostMessages.h"
#include "core/key/pkcs11/ListedKeys.h"

#include <QFileInfo>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace bidseal::key {

namespace {

using platform::ChildProcess;
using std::chrono::steady_clock;

struct Answer {
    host::Outcome outcome;
    QByteArray body;
};

std::span<const std::byte> bytesOf(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// What only a host whose memory the driver has overwritten would say.
Error nonsense() { return { ErrorCode::DriverCrashed, u"an answer that cannot be read"_s, {} }; }

Status send(ChildProcess& child, host::Call call, const QByteArray& body, const Secret& pin,
    ChildProcess::Deadline deadline, const std::stop_token& stop)
{
    const auto header
        = host::encode(host::CallHeader { call, static_cast<quint32>(body.size()), static_cast<quint32>(pin.size()) });
    for (const auto part :
        { std::span<const std::byte>(header), bytesOf(body), std::as_bytes(std::span(pin.view())) }) {
        if (const auto written = child.write(part, deadline, stop); !written)
            return written;
    }
    return {};
}

Result<Answer> receive(ChildProcess& child, ChildProcess::Deadline deadline, const std::stop_token& stop)
{
    std::array<std::byte, host::AnswerHeader::kSize> answerBytes {};
    if (const auto received = child.read(answerBytes, deadline, stop); !received)
        return failure(received.error());
    const auto answer = host::decodeAnswerHeader(answerBytes);
    if (!answer)
        return failure(nonsense());
    QByteArray answerBody(answer->bodySize, Qt::Uninitialized);
    const auto received
        = child.read(std::as_writable_bytes(std::span(answerBody.data(), answer->bodySize)), deadline, stop);
    if (!received)
        return failure(received.error());
    return Answer { answer->outcome, std::move(answerBody) };
}

} // namespace

/// The driver's process and the turn of who may talk to it.
class TokenHost::Connection {
public:
    Connection(QString modulePath, QString program, Limits limits)
        : m_modulePath(std::move(modulePath))
        , m_program(program.isEmpty() ? driverHostFor(m_modulePath) : std::move(program))
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

    /// A call and its one answer.
    Result<QByteArray> ask(host::Call call, std::chrono::seconds limit, const std::stop_token& stop)
    {
        auto answers = ask(call, {}, {}, 1, limit, stop);
        if (!answers)
            return failure(answers.error());
        return std::move(answers->front());
    }

    /// A call and `count` answers, each of which may take as long as `limit`.
    Result<std::vector<QByteArray>> ask(host::Call call, const QByteArray& body, const Secret& pin, std::size_t count,
        std::chrono::seconds limit, const std::stop_token& stop)
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
        // Whatever the driver was doing ends with its process; the next call finds a fresh one.
        const auto abandoned = [this](Error error) {
            m_child.reset();
            return failed(std::move(error));
        };
        if (const auto sent = send(*m_child, call, body, pin, deadline, stop); !sent)
            return abandoned(sent.error());
        std::vector<QByteArray> answers;
        while (answers.size() < count) {
            const auto answer = receive(*m_child, answers.empty() ? deadline : steady_clock::now() + limit, stop);
            if (!answer)
                return abandoned(answer.error());
            if (answer->outcome == host::Outcome::Done) {
                answers.push_back(answer->body);
                continue;
            }
            const auto error = host::decodeError(answer->body);
            return error ? failed(*error) : abandoned(nonsense());
        }
        return answers;
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
    return host::keysIn(*listed);
}

Result<std::vector<TokenContents>> TokenHost::contents(std::stop_token stop)
{
    const auto listed = list(host::Call::ListKeys, stop);
    if (!listed)
        return failure(listed.error());
    std::vector<TokenContents> contents;
    for (const auto& token : *listed)
        contents.push_back({ token.state, host::keysIn({ token }) });
    return contents;
}

Result<TokenKey> TokenHost::find(const KeyUri& uri, std::stop_token stop)
{
    const auto listed = list(host::Call::ListKeys, stop);
    if (!listed)
        return failure(listed.error());
    return host::findKey(*listed, uri);
}

Result<std::vector<QByteArray>> TokenHost::sign(const KeyUri& uri, const Secret& pin,
    const std::vector<QByteArray>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop)
{
    if (documents.empty())
        return std::vector<QByteArray>();
    return m_connection->ask(host::Call::Sign, host::encode(host::SignCall { uri, algorithm, documents }), pin,
        documents.size(), m_connection->limits().sign, stop);
}

Result<std::vector<host::ListedToken>> TokenHost::list(host::Call call, const std::stop_token& stop)
{
    const auto body = m_connection->ask(call, m_connection->limits().list, stop);
    if (!body)
        return failure(body.error());
    auto tokens = host::decodeTokens(*body);
    if (!tokens)
        return failure(nonsense());
    return std::move(*tokens);
}

} // namespace bidseal::key
