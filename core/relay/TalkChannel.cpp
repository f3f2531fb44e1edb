#include "core/relay/TalkChannel.h"

#include "core/relay/Frame.h"
#include "core/relay/Wire.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::relay {

namespace {

constexpr std::array<qsizetype, 5> kRecordSizes { 1024, 4096, 16384, 65536, wire::kLargestRecord };
constexpr qsizetype kHeadBytes = 1 + 4;
constexpr qsizetype kMostInOneRecord = kRecordSizes.back() - kTagBytes - kHeadBytes;

QByteArray padded(const QByteArray& data, bool isContinued)
{
    const auto fits = [&](qsizetype size) { return size >= kHeadBytes + data.size() + kTagBytes; };
    const auto size = *std::find_if(kRecordSizes.begin(), kRecordSizes.end(), fits);
    const auto plaintext
        = QByteArray(1, isContinued ? '\1' : '\0') + bigEndian(static_cast<quint32>(data.size())) + data;
    return plaintext.leftJustified(size - kTagBytes, '\0');
}

bool isOneOfTheSizes(const QByteArray& record)
{
    return std::find(kRecordSizes.begin(), kRecordSizes.end(), record.size()) != kRecordSizes.end();
}

tl::unexpected<Error> invalid(int number, QStringView what)
{
    return failure(ErrorCode::PhoneMessageInvalid, u"record %1: %2"_s.arg(number).arg(what));
}

Side other(Side side) { return side == Side::Desktop ? Side::Phone : Side::Desktop; }

} // namespace

TalkChannel::TalkChannel(Mailbox& mailbox, Side ownSide)
    : m_mailbox(mailbox)
    , m_ownSide(ownSide)
{
}

void TalkChannel::setHelloKey(Secret key) { m_helloKey = std::move(key); }

void TalkChannel::setSessionKeys(const SessionKeys& keys)
{
    m_desktopKey = keys.recordKey(Side::Desktop).clone();
    m_phoneKey = keys.recordKey(Side::Phone).clone();
}

const Secret* TalkChannel::keyFor(Side sender, int number) const
{
    const auto& key = sender == Side::Desktop ? m_desktopKey : number == 1 ? m_helloKey : m_phoneKey;
    return key.isEmpty() ? nullptr : &key;
}

Status TalkChannel::send(const QByteArray& message, std::stop_token stop)
{
    if (auto sealed = seal(message); !sealed)
        return sealed;
    return deliver([&](int number, const QByteArray& record) { return m_mailbox.put(number, record, stop); });
}

Status TalkChannel::sendBriefly(const QByteArray& message)
{
    if (auto sealed = seal(message); !sealed)
        return sealed;
    return deliver([&](int number, const QByteArray& record) { return m_mailbox.putLast(number, record); });
}

Status TalkChannel::seal(const QByteArray& message)
{
    if (message.size() > kMostTalk)
        return failure(ErrorCode::PhoneBatchTooLarge, u"a talk message of %1 bytes"_s.arg(message.size()));
    qsizetype at = 0;
    do {
        const auto data = message.sliced(at, std::min(kMostInOneRecord, message.size() - at));
        at += data.size();
        const int number = m_sealed + 1;
        const auto* key = keyFor(m_ownSide, number);
        if (!key)
            return failure(ErrorCode::InternalFault, u"a record before there is a key for it"_s);
        m_undelivered.push_back(sealRecord(*key, m_mailbox.session(), m_ownSide, static_cast<std::uint32_t>(number),
            padded(data, at < message.size())));
        m_sealed = number;
    } while (at < message.size());
    return {};
}

Status TalkChannel::deliver(const std::function<Status(int, const QByteArray&)>& put)
{
    while (!m_undelivered.empty()) {
        const int number = m_sealed - static_cast<int>(m_undelivered.size()) + 1;
        if (auto kept = put(number, m_undelivered.front()); !kept)
            return kept;
        m_undelivered.pop_front();
    }
    return {};
}

Result<QByteArray> TalkChannel::receive(std::stop_token stop)
{
    for (;;) {
        const int number = m_received + 1;
        const auto record = m_mailbox.take(number, stop);
        if (!record)
            return failure(record.error());
        m_received = number;
        const auto part = open(*record, number);
        if (!part)
            return failure(part.error());
        if (part->data.isEmpty() && (part->isContinued || !m_begun.isEmpty()))
            return invalid(number, u"an empty continuation");
        m_begun += part->data;
        if (m_begun.size() > kMostTalk)
            return invalid(number, u"a talk message that is too long");
        if (!part->isContinued)
            return std::exchange(m_begun, {});
    }
}

Result<TalkChannel::Part> TalkChannel::open(const QByteArray& record, int number) const
{
    const auto sender = other(m_ownSide);
    const auto* key = keyFor(sender, number);
    if (!key)
        return invalid(number, u"before there is a key for it");
    if (!isOneOfTheSizes(record))
        return invalid(number, u"another size");
    const auto plaintext = openRecord(*key, m_mailbox.session(), sender, static_cast<std::uint32_t>(number), record);
    if (!plaintext)
        return invalid(number, u"not sealed by the other side for this place");
    return unpadded(*plaintext, number);
}

Result<TalkChannel::Part> TalkChannel::unpadded(const QByteArray& plaintext, int number)
{
    const auto first = plaintext.front();
    const auto length = qFromBigEndian<quint32>(plaintext.constData() + 1);
    if (first != '\0' && first != '\1')
        return invalid(number, u"another first byte");
    if (length > plaintext.size() - kHeadBytes)
        return invalid(number, u"longer than itself");
    const auto data = plaintext.sliced(kHeadBytes, length);
    const auto padding = QByteArrayView(plaintext).sliced(kHeadBytes + length);
    if (std::any_of(padding.begin(), padding.end(), [](char byte) { return byte != '\0'; }))
        return invalid(number, u"padding that is not zero");
    return Part { data, first == '\1' };
}

} // namespace bidseal::relay
