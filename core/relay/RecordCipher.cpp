#include "core/relay/RecordCipher.h"

#include "core/certificate/AesGcm.h"
#include "core/relay/Frame.h"

namespace bidseal::relay {

namespace {

QByteArray nonceOf(std::uint32_t number) { return QByteArray(4, '\0') + bigEndian(static_cast<quint64>(number)); }

QByteArray additionalData(const QByteArray& session, Side sender, std::uint32_t number)
{
    return frame("bidseal record") + frame(session) + frame(sender == Side::Desktop ? "desktop" : "phone")
        + bigEndian(static_cast<quint32>(number));
}

} // namespace

QByteArray sealRecord(
    const Secret& key, const QByteArray& session, Side sender, std::uint32_t number, const QByteArray& plaintext)
{
    Q_ASSERT(key.size() == openssl::kGcmKeySize);
    auto record = openssl::sealGcm(key, nonceOf(number), additionalData(session, sender, number), plaintext);
    if (!record)
        qFatal("AES-256-GCM is not available");
    return std::move(*record);
}

std::optional<QByteArray> openRecord(
    const Secret& key, const QByteArray& session, Side sender, std::uint32_t number, const QByteArray& record)
{
    Q_ASSERT(key.size() == openssl::kGcmKeySize);
    return openssl::openGcm(key, nonceOf(number), additionalData(session, sender, number), record);
}

} // namespace bidseal::relay
