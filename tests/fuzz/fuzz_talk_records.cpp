// Records from a counterpart that has the right keys and says what it likes, and from a relay that has none.
#include "core/relay/TalkChannel.h"

#include <algorithm>
#include <cstdlib>
#include <map>

using namespace bidseal;
using namespace bidseal::relay;

namespace {

class Shelf : public Mailbox {
public:
    std::map<int, QByteArray> records;
    const QByteArray& session() const override { return m_session; }
    Status put(int number, const QByteArray& record, std::stop_token) override
    {
        records[number] = record;
        return {};
    }
    Result<QByteArray> take(int number, std::stop_token) override
    {
        const auto found = records.find(number);
        return found == records.end() ? Result<QByteArray>(failure(ErrorCode::PhoneSessionExpired)) : found->second;
    }
    void end() override { }

private:
    QByteArray m_session { "c2FtcGxlIHNlc3Npb24gIQ" };
};

Secret sampleKey()
{
    const std::string bytes(32, 'k');
    return Secret::fromUtf8(bytes);
}

const SessionKeys& sampleKeys()
{
    static const auto keys = SessionKeys::derive(sampleKey(), KeyPair::fromPrivateKey(sampleKey()), Side::Phone,
        { "session", "https://relay.example.com", "\1", "\1", KeyPair::fromPrivateKey(sampleKey()).publicKey(), {} });
    return *keys;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    Shelf shelf;
    TalkChannel phone(shelf, Side::Phone);
    phone.setHelloKey(sampleKey());
    phone.setSessionKeys(sampleKeys());

    // Each stretch of at most 200 bytes becomes a record: its first byte says of which size, and whether it is sealed.
    constexpr qsizetype kSizes[] { 1024, 4096, 16384, 65536, 262144, 1000, 2048, 0 };
    auto rest = QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (int number = 1; !rest.isEmpty() && number < 40; ++number) {
        const auto kind = static_cast<uint8_t>(rest.front());
        const auto stretch = rest.mid(1, 200);
        rest.remove(0, 201);
        const auto recordSize = std::max<qsizetype>(kSizes[kind & 7] - kTagBytes, 0);
        const auto plaintext = stretch.leftJustified(recordSize, '\0', true);
        shelf.records[number] = kind & 0x80 ? plaintext + QByteArray(kTagBytes, '\0')
                                            : sealRecord(sampleKeys().recordKey(Side::Desktop), shelf.session(),
                                                Side::Desktop, static_cast<std::uint32_t>(number), plaintext);
    }
    for (;;) {
        const auto message = phone.receive({});
        if (!message)
            return 0;
        if (message->size() > TalkChannel::kMostTalk)
            std::abort();
        // What was received can be sent on, and arrives as it was.
        Shelf other;
        TalkChannel sender(other, Side::Desktop);
        TalkChannel receiver(other, Side::Phone);
        sender.setSessionKeys(sampleKeys());
        receiver.setSessionKeys(sampleKeys());
        if (!sender.send(*message, {}) || receiver.receive({}).value_or("?!") != *message)
            std::abort();
    }
}
