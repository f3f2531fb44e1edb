#include "core/relay/Conversation.h"

#include "core/relay/Wire.h"

using namespace Qt::StringLiterals;

namespace bidseal::relay {

Conversation::Conversation(Mailbox& mailbox, Side ownSide)
    : m_mailbox(mailbox)
    , m_channel(mailbox, ownSide)
{
}

Status Conversation::send(const Message& message, std::stop_token stop)
{
    if (m_end)
        return failure(*m_end);
    const auto text = write(message);
    if (const auto readBack = read(text); !readBack)
        return failure(ErrorCode::InternalFault, u"a message that nobody may take: "_s + readBack.error().detail);
    if (auto sent = m_channel.send(text, stop); !sent)
        return failure(ended(sent.error()));
    m_said.push_back(text);
    return {};
}

Result<Message> Conversation::receive(std::stop_token stop)
{
    if (m_end)
        return failure(*m_end);
    const auto text = m_channel.receive(stop);
    if (!text)
        return failure(ended(text.error()));
    auto message = read(*text);
    if (!message)
        return failure(endBecauseOf(message.error()));
    m_said.push_back(*text);
    return message;
}

Status Conversation::sendLast(const Message& message, std::stop_token stop)
{
    auto sent = send(message, stop);
    if (!m_end)
        m_end = Error { ErrorCode::InternalFault, u"the last word has been said"_s, {} };
    return sent;
}

void Conversation::sendLastBriefly(const Message& message)
{
    if (m_end)
        return;
    m_end = Error { ErrorCode::InternalFault, u"the last word has been said"_s, {} };
    if (!m_channel.sendBriefly(write(message)))
        m_mailbox.end();
}

Error Conversation::ended(const Error& error)
{
    return error.code == ErrorCode::PhoneMessageInvalid ? endBecauseOf(error) : error;
}

Error Conversation::endBecauseOf(Error error)
{
    end();
    m_end = error;
    return error;
}

Error Conversation::endBecauseOf(ErrorCode code, const QString& detail) { return endBecauseOf({ code, detail, {} }); }

void Conversation::end()
{
    if (!m_end)
        m_mailbox.end();
    m_end = Error { ErrorCode::InternalFault, u"the session has been ended"_s, {} };
}

QByteArray Conversation::transcript() const { return transcriptDigest(m_said); }

std::optional<int> commonVersion(const QByteArray& a, const QByteArray& b)
{
    std::optional<int> highest;
    for (const auto version : a) {
        if (b.contains(version)) // both ascend
            highest = static_cast<uchar>(version);
    }
    return highest;
}

QByteArray ownVersions() { return QByteArray(1, static_cast<char>(wire::kVersion)); }

} // namespace bidseal::relay
