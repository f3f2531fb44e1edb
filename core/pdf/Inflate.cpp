#include "core/pdf/Inflate.h"

#include "core/pdf/Fault.h"
#include "core/pdf/Values.h"

#include <zlib.h>

#include <cstdlib>

using namespace Qt::StringLiterals;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

constexpr std::size_t kBlock = 64 * 1024;
constexpr qint64 kLargestRow = 64 * 1024;

class Inflater {
public:
    Inflater()
    {
        if (inflateInit(&m_stream) != Z_OK)
            throw std::bad_alloc();
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    std::string run(const std::string& bytes, std::size_t limit)
    {
        std::string out;
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib never writes here
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        std::string block(kBlock, '\0');
        for (int result = Z_OK; result != Z_STREAM_END;) {
            m_stream.next_out = reinterpret_cast<Bytef*>(block.data());
            m_stream.avail_out = static_cast<uInt>(block.size());
            result = inflate(&m_stream, Z_NO_FLUSH);
            if (result != Z_OK && result != Z_STREAM_END)
                damaged(u"a compressed stream is broken (zlib %1)"_s.arg(result));
            out.append(block, 0, block.size() - m_stream.avail_out);
            if (out.size() > limit)
                fail(ErrorCode::DocumentTooComplex, u"a compressed stream holds more than %1 bytes"_s.arg(limit));
        }
        return out;
    }

private:
    z_stream m_stream {};
};

unsigned char paeth(int left, int up, int upLeft)
{
    const int estimate = left + up - upLeft;
    const int dLeft = std::abs(estimate - left);
    const int dUp = std::abs(estimate - up);
    const int dUpLeft = std::abs(estimate - upLeft);
    if (dLeft <= dUp && dLeft <= dUpLeft)
        return static_cast<unsigned char>(left);
    return static_cast<unsigned char>(dUp <= dUpLeft ? up : upLeft);
}

/// ISO 32000-2, 7.4.4.4: each row opens with the PNG filter that was applied to it.
std::string undoPngPrediction(const std::string& bytes, std::size_t rowLength, std::size_t pixelLength)
{
    std::string out;
    out.reserve(bytes.size());
    std::string previous(rowLength, '\0');
    std::string row(rowLength, '\0');
    for (std::size_t at = 0; at + 1 < bytes.size(); at += rowLength + 1) {
        const char filter = bytes[at];
        const std::size_t length = std::min(rowLength, bytes.size() - at - 1);
        for (std::size_t i = 0; i < length; ++i) {
            const auto byteAt
                = [](const std::string& from, std::size_t k) { return static_cast<unsigned char>(from[k]); };
            const int left = i >= pixelLength ? byteAt(row, i - pixelLength) : 0;
            const int up = byteAt(previous, i);
            const int upLeft = i >= pixelLength ? byteAt(previous, i - pixelLength) : 0;
            int predicted = 0;
            switch (filter) {
            case 0:
                break;
            case 1:
                predicted = left;
                break;
            case 2:
                predicted = up;
                break;
            case 3:
                predicted = (left + up) / 2;
                break;
            case 4:
                predicted = paeth(left, up, upLeft);
                break;
            default:
                damaged(u"an unknown PNG predictor"_s);
            }
            row[i] = static_cast<char>(byteAt(bytes, at + 1 + i) + predicted);
        }
        out.append(row, 0, length);
        previous = row;
    }
    return out;
}

/// The value, or the only element where it is an array of one. Null elements count as missing.
const PdfVariant* single(const PdfVariant* value)
{
    const auto* array = arrayOf(value);
    if (!array)
        return value;
    if (array->GetSize() > 1)
        damaged(u"a structural stream with a chain of filters"_s);
    return array->GetSize() == 1 ? &(*array)[0] : nullptr;
}

std::string undoPrediction(std::string bytes, const PdfDictionary* parameters)
{
    const qint64 predictor = parameters ? integerOf(parameters->GetKey("Predictor")).value_or(1) : 1;
    if (predictor <= 1)
        return bytes;
    if (predictor < 10)
        damaged(u"a structural stream with predictor %1"_s.arg(predictor));
    const qint64 colours = integerOf(parameters->GetKey("Colors")).value_or(1);
    const qint64 bits = integerOf(parameters->GetKey("BitsPerComponent")).value_or(8);
    const qint64 columns = integerOf(parameters->GetKey("Columns")).value_or(1);
    if (colours < 1 || colours > 32 || bits < 1 || bits > 16 || columns < 1 || columns > kLargestRow)
        damaged(u"impossible predictor parameters"_s);
    const qint64 pixelLength = std::max<qint64>(1, colours * bits / 8);
    const qint64 rowLength = (colours * bits * columns + 7) / 8;
    return undoPngPrediction(bytes, static_cast<std::size_t>(rowLength), static_cast<std::size_t>(pixelLength));
}

} // namespace

std::string decodeStream(std::string bytes, const PdfDictionary& dictionary, std::size_t limit)
{
    const PdfVariant* filter = single(dictionary.GetKey("Filter"));
    if (!filter || filter->IsNull())
        return bytes;
    const std::string name = nameOf(filter);
    if (name != "FlateDecode" && name != "Fl")
        damaged(u"a structural stream with the filter %1"_s.arg(QString::fromLatin1(name.c_str())));
    return undoPrediction(Inflater().run(bytes, limit), dictionaryOf(single(dictionary.GetKey("DecodeParms"))));
}

} // namespace bidseal::pdf
