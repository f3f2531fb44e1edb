#include "core/key/pkcs11/HostMessages.h"

#include <QtEndian>

#include <algorithm>

namespace bidseal::key::host {

namespace {

/// Client and host are installed together; another number means that an update was interrupted.
constexpr quint32 kVersion = 3;

template <std::size_t count> std::array<std::byte, count * 4> numbers(const std::array<quint32, count>& values)
{
    std::array<std::byte, count * 4> bytes {};
    for (std::size_t i = 0; i < count; ++i)
        qToLittleEndian(values[i], bytes.data() + 4 * i);
    return bytes;
}

quint32 number(std::span<const std::byte> bytes, std::size_t index)
{
    return qFromLittleEndian<quint32>(bytes.data() + 4 * index);
}

class Writer {
public:
    void add(quint32 value)
    {
        const auto little = qToLittleEndian(value);
        m_body.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    void add(const QByteArray& bytes)
    {
        add(static_cast<quint32>(bytes.size()));
        m_body.append(bytes);
    }
    void add(const QString& text) { add(text.toUtf8()); }
    const QByteArray& body() const { return m_body; }

private:
    QByteArray m_body;
};

/// Takes values off a body. After the first one that does not fit, everything is empty and finished() is false.
class Reader {
public:
    explicit Reader(QByteArrayView body)
        : m_left(body)
    {
    }

    quint32 takeNumber()
    {
        const auto bytes = take(sizeof(quint32));
        return bytes.isEmpty() ? 0 : qFromLittleEndian<quint32>(bytes.data());
    }
    QByteArray takeBytes() { return take(takeNumber()).toByteArray(); }
    QString takeText() { return QString::fromUtf8(take(takeNumber())); }

    /// A number of at most `last`.
    template <class Enum> Enum takeEnum(Enum last)
    {
        const auto value = takeNumber();
        if (value > static_cast<quint32>(last)) {
            m_failed = true;
            return {};
        }
        return static_cast<Enum>(value);
    }

    /// As many values as the count before them says; no memory is set aside on the count's word.
    template <class Take> auto takeList(Take takeOne)
    {
        std::vector<decltype(takeOne())> list;
        for (auto count = takeNumber(); count > 0 && !m_failed; --count)
            list.push_back(takeOne());
        return list;
    }

    bool isFinished() const { return !m_failed && m_left.isEmpty(); }

private:
    QByteArrayView take(quint32 size)
    {
        if (m_failed || size > static_cast<quint64>(m_left.size())) {
            m_failed = true;
            return {};
        }
        const auto taken = m_left.first(size);
        m_left = m_left.sliced(size);
        return taken;
    }

    QByteArrayView m_left;
    bool m_failed = false;
};

void addObjects(Writer& writer, const std::vector<ListedObject>& objects)
{
    writer.add(static_cast<quint32>(objects.size()));
    for (const auto& object : objects) {
        writer.add(object.label);
        writer.add(object.id);
        writer.add(object.der);
    }
}

std::vector<ListedObject> takeObjects(Reader& reader)
{
    return reader.takeList([&] {
        ListedObject object;
        object.label = reader.takeText();
        object.id = reader.takeBytes();
        object.der = reader.takeBytes();
        return object;
    });
}

ListedToken takeToken(Reader& reader)
{
    ListedToken token;
    token.state.label = reader.takeText();
    token.state.manufacturer = reader.takeText();
    token.state.model = reader.takeText();
    token.state.serial = reader.takeText();
    token.state.pinState = reader.takeEnum(PinState::Locked);
    token.state.onTokensOwnPad = reader.takeNumber() != 0;
    token.state.isPinToBeChanged = reader.takeNumber() != 0;
    token.certificates = takeObjects(reader);
    token.publicKeys = takeObjects(reader);
    return token;
}

} // namespace

std::array<std::byte, CallHeader::kSize> encode(const CallHeader& header)
{
    return numbers<4>({ kVersion, static_cast<quint32>(header.call), header.bodySize, header.pinSize });
}

std::array<std::byte, AnswerHeader::kSize> encode(const AnswerHeader& header)
{
    return numbers<3>({ kVersion, static_cast<quint32>(header.outcome), header.bodySize });
}

QByteArray encode(const std::vector<ListedToken>& tokens)
{
    Writer writer;
    writer.add(static_cast<quint32>(tokens.size()));
    for (const auto& token : tokens) {
        writer.add(token.state.label);
        writer.add(token.state.manufacturer);
        writer.add(token.state.model);
        writer.add(token.state.serial);
        writer.add(static_cast<quint32>(token.state.pinState));
        writer.add(quint32 { token.state.onTokensOwnPad });
        writer.add(quint32 { token.state.isPinToBeChanged });
        addObjects(writer, token.certificates);
        addObjects(writer, token.publicKeys);
    }
    return writer.body();
}

QByteArray encode(const SignCall& call)
{
    Writer writer;
    writer.add(call.uri.token);
    writer.add(call.uri.manufacturer);
    writer.add(call.uri.model);
    writer.add(call.uri.serial);
    writer.add(call.uri.object);
    writer.add(call.uri.id);
    writer.add(static_cast<quint32>(call.algorithm.scheme));
    writer.add(static_cast<quint32>(call.algorithm.digest));
    writer.add(static_cast<quint32>(call.documents.size()));
    for (const auto& document : call.documents)
        writer.add(document);
    return writer.body();
}

QByteArray encode(const Error& error)
{
    Writer writer;
    writer.add(errorCodeName(error.code));
    writer.add(error.detail);
    writer.add(error.facts.name);
    return writer.body();
}

std::optional<CallHeader> decodeCallHeader(std::span<const std::byte, CallHeader::kSize> bytes)
{
    const auto call = number(bytes, 1);
    const CallHeader header { static_cast<Call>(call), number(bytes, 2), number(bytes, 3) };
    const auto known = call >= static_cast<quint32>(Call::ListTokens) && call <= static_cast<quint32>(Call::Sign);
    if (number(bytes, 0) != kVersion || !known || header.bodySize > kMaximumBody || header.pinSize > Secret::kCapacity)
        return {};
    return header;
}

std::optional<AnswerHeader> decodeAnswerHeader(std::span<const std::byte, AnswerHeader::kSize> bytes)
{
    const auto outcome = number(bytes, 1);
    const AnswerHeader header { static_cast<Outcome>(outcome), number(bytes, 2) };
    const auto known = header.outcome == Outcome::Done || header.outcome == Outcome::Failed;
    if (number(bytes, 0) != kVersion || !known || header.bodySize > kMaximumBody)
        return {};
    return header;
}

std::optional<std::vector<ListedToken>> decodeTokens(const QByteArray& body)
{
    Reader reader(body);
    auto tokens = reader.takeList([&] { return takeToken(reader); });
    if (!reader.isFinished())
        return {};
    return tokens;
}

std::optional<SignCall> decodeSignCall(const QByteArray& body)
{
    Reader reader(body);
    SignCall call;
    call.uri.token = reader.takeText();
    call.uri.manufacturer = reader.takeText();
    call.uri.model = reader.takeText();
    call.uri.serial = reader.takeText();
    call.uri.object = reader.takeText();
    call.uri.id = reader.takeBytes();
    call.algorithm.scheme = reader.takeEnum(cms::SignatureScheme::Ecdsa);
    call.algorithm.digest = reader.takeEnum(cms::DigestAlgorithm::Sha512);
    call.documents = reader.takeList([&] { return reader.takeBytes(); });
    if (!reader.isFinished() || call.documents.empty())
        return {};
    return call;
}

std::optional<Error> decodeError(const QByteArray& body)
{
    Reader reader(body);
    const auto name = reader.takeText();
    Error error;
    error.detail = reader.takeText();
    error.facts.name = reader.takeText();
    const auto& codes = allErrorCodes();
    const auto code = std::find_if(codes.begin(), codes.end(), [&](ErrorCode c) { return errorCodeName(c) == name; });
    if (!reader.isFinished() || code == codes.end())
        return {};
    error.code = *code;
    return error;
}

} // namespace bidseal::key::host
