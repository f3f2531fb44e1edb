// What comes through the pipe between client and token host: the other side may be a driver gone wild.
#include "core/key/pkcs11/HostMessages.h"

#include <cstdlib>

using namespace bidseal::key::host;

namespace {

/// What could be read must come out again as it went in: nothing is taken twice, skipped or made up.
void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Text that is not UTF-8 is repaired while reading, so only from the second round on everything stays as it is.
template <class Decode> void checkBody(const QByteArray& body, Decode decode)
{
    const auto first = decode(body);
    if (!first)
        return;
    const auto written = encode(*first);
    const auto second = decode(written);
    require(second && encode(*second) == written);
}

template <std::size_t size, class Decode> void checkHeader(const QByteArray& bytes, Decode decode)
{
    if (bytes.size() < static_cast<qsizetype>(size))
        return;
    const auto part = std::as_bytes(std::span(bytes.constData(), size)).template first<size>();
    const auto header = decode(part);
    if (!header)
        return;
    const auto again = encode(*header);
    require(header->bodySize <= kMaximumBody && std::equal(again.begin(), again.end(), part.begin()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    checkBody(body, decodeTokens);
    checkBody(body, decodeSignCall);
    checkBody(body, decodeError);
    checkHeader<CallHeader::kSize>(body, decodeCallHeader);
    checkHeader<AnswerHeader::kSize>(body, decodeAnswerHeader);
    return 0;
}
