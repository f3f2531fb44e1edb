#include "RawSide.h"

#include <QMessageAuthenticationCode>

using namespace bidseal::relay;

namespace bidseal::test {

namespace {

void orDie(const Status& status)
{
    if (!status)
        qFatal("%s", qPrintable(status.error().detail));
}

} // namespace

RawSide::RawSide(Mailbox& mailbox, const Link& link)
    : m_channel(mailbox, Side::Phone)
    , m_side(Side::Phone)
    , m_secret(link.secret.clone())
    , m_keys(KeyPair::generate())
    , m_context { link.session, link.origin.ascii(), link.versions, "\1", link.desktopKey, m_keys.publicKey() }
    , m_nonce(randomBytes(32))
{
}

RawSide::RawSide(Mailbox& mailbox, const DesktopTalk::Invitation& invitation)
    : m_channel(mailbox, Side::Desktop)
    , m_side(Side::Desktop)
    , m_secret(invitation.secret.clone())
    , m_keys(invitation.keys.clone())
    , m_context { mailbox.session(), sampleOrigin().ascii(), "\1", {}, invitation.keys.publicKey(), {} }
    , m_nonce(randomBytes(32))
{
}

void RawSide::derive()
{
    auto keys = SessionKeys::derive(m_secret, m_keys, m_side, m_context);
    if (!keys)
        qFatal("%s", qPrintable(keys.error().detail));
    m_sessionKeys = std::move(*keys);
    m_channel.setSessionKeys(*m_sessionKeys);
}

void RawSide::sayHello(const std::vector<int>& versions)
{
    m_context.phoneVersions.clear();
    for (const int version : versions)
        m_context.phoneVersions += static_cast<char>(version);
    m_channel.setHelloKey(helloKey(m_secret, m_context));
    derive();
    say(Hello { versions, m_keys.publicKey(), commitment(m_context.session, m_keys.publicKey(), m_nonce),
        QStringLiteral("Sample phone"), QStringLiteral("Sample device") });
}

Hello RawSide::hearHello()
{
    m_channel.setHelloKey(helloKey(m_secret, m_context));
    auto hello = hear<Hello>();
    m_context.phoneVersions = "\1";
    m_context.phoneKey = hello.key;
    derive();
    return hello;
}

void RawSide::sayText(const QByteArray& text)
{
    m_said.push_back(text);
    orDie(m_channel.send(text, {}));
}

Message RawSide::hearAny()
{
    const auto text = m_channel.receive({});
    if (!text)
        qFatal("%s", qPrintable(text.error().detail));
    m_said.push_back(*text);
    auto message = read(*text);
    if (!message)
        qFatal("%s", qPrintable(message.error().detail));
    return *message;
}

QString RawSide::compareCode() const { return m_sessionKeys->compareCode(transcriptDigest(m_said)); }

QByteArray RawSide::prk() const
{
    const auto shared = m_keys.agree(m_side == Side::Desktop ? m_context.phoneKey : m_context.desktopKey);
    if (!shared)
        qFatal("%s", qPrintable(shared.error().detail));
    const auto bytesOf
        = [](const Secret& secret) { return QByteArray(secret.view().data(), static_cast<qsizetype>(secret.size())); };
    return QMessageAuthenticationCode::hash(bytesOf(*shared), bytesOf(m_secret), QCryptographicHash::Sha256);
}

} // namespace bidseal::test
