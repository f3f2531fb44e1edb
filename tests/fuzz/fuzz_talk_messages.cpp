// Talk messages from a counterpart that has the right keys and says what it likes.
#include "Edits.h"

#include "core/relay/Messages.h"

#include <cstdlib>

using namespace bidseal::relay;
using namespace Qt::StringLiterals;

namespace {

const std::vector<QByteArray>& samples()
{
    static const auto written = [] {
        const auto jpeg = QByteArray::fromHex("ffd8ffc0000b080008000801011100");
        const Request request { u"BidSeal"_s, QByteArray(16, 'i'), u"示例电脑"_s, {},
            { { u"投标文件.pdf"_s, 12, 482113, QByteArray(32, 's'), { { u"公章"_s, { 3, 6 } } }, { { 3, jpeg } } } } };
        std::vector<QByteArray> texts;
        for (const Message& message : std::vector<Message> {
                 Hello { { 1, 2 }, QByteArray(32, 'k'), QByteArray(32, 'c'), u"Sample"_s, u"Sample"_s }, request,
                 ChosenCertificate { { "x", "y" }, KeyAlgorithm::EcdsaSha256, 7 },
                 ToSign { QByteArray(32, 'n'), { { QByteArray(32, 'd'), "attributes" } } },
                 Reveal { QByteArray(32, 'n') }, Signatures { { "x", "y" } }, Refusal {}, Outcome {} })
            texts.push_back(write(message));
        return texts;
    }();
    return written;
}

/// What could be read is within every limit: it can be written, and is the same when it is read again.
void check(const QByteArray& text)
{
    const auto message = read(text);
    if (!message)
        return;
    const auto written = write(*message);
    const auto again = read(written);
    if (!again || write(*again) != written || again->index() != message->index())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    check(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (size > 0)
        check(bidseal::fuzz::edited(samples()[data[0] % samples().size()], { data + 1, size - 1 }));
    return 0;
}
