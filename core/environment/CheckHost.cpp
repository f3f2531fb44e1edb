#include "core/environment/CheckHost.h"

#include "core/base/HostProgram.h"
#include "core/environment/FindingJson.h"
#include "core/environment/PolicyFile.h"

#include <QJsonDocument>
#include <QLocale>
#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using platform::ChildProcess;
using platform::InheritedPipe;

// What passes between the two is one JSON object each way, behind its length in bytes (32 bits, little-endian).
constexpr quint32 kLargestMessage = 4 * 1024 * 1024;
using Length = std::array<std::byte, 4>;

QByteArray framed(const QJsonObject& json)
{
    const auto body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray message(4, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(body.size()), message.data());
    return message + body;
}

std::span<const std::byte> bytesOf(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// `read` fills what it is given, or gives false.
template <class Read> std::optional<QJsonObject> receive(Read read)
{
    Length length {};
    if (!read(std::span<std::byte>(length)))
        return {};
    const auto size = qFromLittleEndian<quint32>(length.data());
    if (size > kLargestMessage)
        return {};
    QByteArray body(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (!read(std::as_writable_bytes(std::span(body.data(), static_cast<std::size_t>(size)))))
        return {};
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return {};
    return document.object();
}

} // namespace

Result<Finding> measureInHost(const QString& program, const QString& checkId, const Situation& situation,
    const Policy& policy, ChildProcess::Deadline deadline, const std::stop_token& stop)
{
    const auto host = ChildProcess::start(program.isEmpty() ? hostProgram(u"bidseal-check-host"_s) : program, {});
    if (!host)
        return failure(host.error());
    const auto request = framed({ { u"check"_s, checkId }, { u"language"_s, QLocale().name() },
        { u"situation"_s, situation.toJson() }, { u"policy"_s, policy.toJson() } });
    if (const auto written = (*host)->write(bytesOf(request), deadline, stop); !written)
        return failure(written.error());
    Status received;
    const auto answer = receive([&](std::span<std::byte> buffer) {
        received = (*host)->read(buffer, deadline, stop);
        return received.has_value();
    });
    if (!received)
        return failure(received.error());
    if (!answer)
        return failure(ErrorCode::DriverCrashed, u"an answer that cannot be read"_s);
    return findingFromRawJson(*answer);
}

std::optional<HostedCheck> receiveHostedCheck(InheritedPipe& pipe)
{
    const auto request = receive([&pipe](std::span<std::byte> buffer) { return pipe.read(buffer); });
    if (!request)
        return {};
    auto policy = policyFrom((*request)[u"policy"_s].toObject());
    if (!policy)
        return {};
    return HostedCheck { (*request)[u"check"_s].toString(), (*request)[u"language"_s].toString(),
        Situation::fromJson((*request)[u"situation"_s].toObject()), std::move(*policy) };
}

void answerHostedCheck(InheritedPipe& pipe, const Finding& finding)
{
    (void)pipe.write(bytesOf(framed(toRawJson(finding)))); // where nobody reads any more there is nobody to tell
}

} // namespace bidseal::environment
