#include "core/relay/Messages.h"

#include "core/relay/JpegSize.h"
#include "core/relay/Link.h"
#include "core/relay/StrictJson.h"
#include "core/relay/Wire.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace bidseal::relay {

namespace {

using Json = nlohmann::json;
using WrittenJson = nlohmann::ordered_json; // as the protocol's page writes them
using Range = StrictReader::Range;

// docs/relay-protocol.md, 5.1 to 5.8
constexpr auto kSign = "sign"; // "log-in" and "decrypt" are reserved
constexpr Range kVersion { 0, 255 };
constexpr Range kVersionCount { 1, 8 };
constexpr Range kKey { wire::kKeyBytes, wire::kKeyBytes };
constexpr Range kShortName { 1, 64 };
constexpr Range kComputerId { 16, 16 };
constexpr Range kProject { 0, 200 };
constexpr Range kDocumentCount { 1, kMostDocuments };
constexpr Range kDocumentName { 1, 255 };
constexpr Range kPage { 1, 1'000'000 };
constexpr Range kFileSize { 1, qint64(1) << 40 };
constexpr Range kMarkCount { 0, 200 };
constexpr Range kMarkPages { 1, 10'000 };
constexpr Range kPreviewCount { 0, 4 };
constexpr Range kPreviewBytes { 1, 32768 };
constexpr int kPreviewPixels = 160;
constexpr auto kMostRequest = qsizetype(4) * 1024 * 1024;
constexpr Range kChainLength { 1, 8 };
constexpr Range kCertificate { 1, 16384 };
constexpr Range kDigest { 32, 48 };
constexpr Range kAttributes { 1, 65536 };
constexpr Range kSignature { 1, 2048 };

template <class Value> struct Word {
    Value value;
    const char* text;
};
constexpr Word<KeyAlgorithm> kAlgorithms[] {
    { KeyAlgorithm::RsaPkcs1Sha256, "rsa-pkcs1-sha256" },
    { KeyAlgorithm::EcdsaSha256, "ecdsa-sha256" },
    { KeyAlgorithm::EcdsaSha384, "ecdsa-sha384" },
};
constexpr Word<RefusalReason> kReasons[] {
    { RefusalReason::Declined, "declined" },
    { RefusalReason::CodeDiffers, "code-differs" },
    { RefusalReason::PinLocked, "pin-locked" },
    { RefusalReason::NoCertificate, "no-certificate" },
    { RefusalReason::TooMany, "too-many" },
    { RefusalReason::NotADocument, "not-a-document" },
    { RefusalReason::NotSupported, "not-supported" },
};
constexpr Word<OutcomeResult> kResults[] {
    { OutcomeResult::Signed, "signed" },
    { OutcomeResult::Failed, "failed" },
    { OutcomeResult::Cancelled, "cancelled" },
};

template <class Value, std::size_t count> const char* wordOf(const Word<Value> (&words)[count], Value value)
{
    return std::find_if(std::begin(words), std::end(words), [&](const auto& word) {
        return word.value == value;
    })->text;
}

// Writing

std::string textOf(const QString& text, Range length)
{
    auto characters = text.toUcs4();
    std::replace_if(characters.begin(), characters.end(), isForbiddenCharacter, QChar::ReplacementCharacter);
    if (characters.size() > length.most)
        characters.resize(length.most);
    if (characters.size() < length.least)
        characters.append(QChar::ReplacementCharacter);
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()), characters.size())
        .toStdString();
}

std::string bytesOf(const QByteArray& bytes) { return toBase64Url(bytes).toStdString(); }

WrittenJson listOf(const std::vector<QByteArray>& values)
{
    auto list = WrittenJson::array();
    for (const auto& value : values)
        list.push_back(bytesOf(value));
    return list;
}

WrittenJson jsonOf(const Hello& hello)
{
    return { { "type", "hello" }, { "versions", hello.versions }, { "key", bytesOf(hello.key) },
        { "commitment", bytesOf(hello.commitment) }, { "app", textOf(hello.app, kShortName) },
        { "device", textOf(hello.device, kShortName) } };
}

/// More pages than a mark may hold are several marks of the same seal.
WrittenJson jsonOf(const std::vector<Mark>& marks)
{
    auto list = WrittenJson::array();
    for (const auto& mark : marks) {
        for (auto from = mark.pages.begin(); from != mark.pages.end();) {
            const auto until = from + std::min<qint64>(kMarkPages.most, mark.pages.end() - from);
            list.push_back({ { "seal", textOf(mark.seal, kShortName) }, { "pages", std::vector<int>(from, until) } });
            from = until;
        }
    }
    return list;
}

WrittenJson withoutPreviews(const DocumentSummary& document)
{
    return { { "name", textOf(document.name, kDocumentName) }, { "pages", document.pages }, { "bytes", document.bytes },
        { "sha256", bytesOf(document.sha256) }, { "marks", jsonOf(document.marks) },
        { "previews", WrittenJson::array() } };
}

bool isPreview(QByteArrayView jpeg)
{
    const auto size = jpegSize(jpeg);
    return jpeg.size() <= kPreviewBytes.most && size && !size->isEmpty() && size->width() <= kPreviewPixels
        && size->height() <= kPreviewPixels;
}

/// As far as there is room: the first of each document before the second of any.
void addPreviews(WrittenJson& request, const std::vector<DocumentSummary>& documents)
{
    auto room = kMostRequest - static_cast<qsizetype>(request.dump().size());
    for (std::size_t rank = 0; rank < static_cast<std::size_t>(kPreviewCount.most); ++rank) {
        for (std::size_t i = 0; i < documents.size(); ++i) {
            if (rank >= documents[i].previews.size() || !isPreview(documents[i].previews[rank].jpeg))
                continue;
            const auto& preview = documents[i].previews[rank];
            const WrittenJson written { { "page", preview.page }, { "jpeg", bytesOf(preview.jpeg) } };
            const auto size = static_cast<qsizetype>(written.dump().size()) + 1; // and a comma
            if (size > room)
                return;
            request["documents"][i]["previews"].push_back(written);
            room -= size;
        }
    }
}

WrittenJson jsonOf(const Request& request)
{
    auto documents = WrittenJson::array();
    for (const auto& document : request.documents)
        documents.push_back(withoutPreviews(document));
    WrittenJson json { { "type", "request" }, { "version", wire::kVersion }, { "action", kSign },
        { "client", textOf(request.client, kShortName) },
        { "computer", { { "id", bytesOf(request.computerId) }, { "name", textOf(request.computerName, kShortName) } } },
        { "project", textOf(request.project, kProject) }, { "documents", documents } };
    addPreviews(json, request.documents);
    return json;
}

WrittenJson jsonOf(const ChosenCertificate& certificate)
{
    return { { "type", "certificate" }, { "chain", listOf(certificate.chain) },
        { "algorithm", wordOf(kAlgorithms, certificate.algorithm) }, { "atOnce", certificate.atOnce } };
}

WrittenJson jsonOf(const ToSign& toSign)
{
    auto documents = WrittenJson::array();
    for (const auto& document : toSign.documents) {
        documents.push_back({ { "digest", bytesOf(document.digest) }, { "attributes", bytesOf(document.attributes) } });
    }
    return { { "type", "toSign" }, { "nonce", bytesOf(toSign.nonce) }, { "documents", documents } };
}

WrittenJson jsonOf(const Reveal& reveal) { return { { "type", "reveal" }, { "nonce", bytesOf(reveal.nonce) } }; }

WrittenJson jsonOf(const Signatures& signatures)
{
    return { { "type", "signatures" }, { "signatures", listOf(signatures.signatures) } };
}

WrittenJson jsonOf(const Refusal& refusal)
{
    return { { "type", "refusal" }, { "reason", wordOf(kReasons, refusal.reason) } };
}

WrittenJson jsonOf(const Outcome& outcome)
{
    return { { "type", "outcome" }, { "result", wordOf(kResults, outcome.result) } };
}

// Reading

template <class Value, std::size_t count>
Value valueOf(StrictReader& reader, const Json& object, const char* name, const Word<Value> (&words)[count])
{
    const auto text = reader.word(object, name);
    const auto* found
        = std::find_if(std::begin(words), std::end(words), [&](const auto& word) { return text == word.text; });
    reader.require(found != std::end(words), name);
    return found == std::end(words) ? words[0].value : found->value;
}

template <class Value> bool isAscending(const std::vector<Value>& values)
{
    return std::adjacent_find(values.begin(), values.end(), std::greater_equal()) == values.end();
}

std::vector<int> numbersOf(StrictReader& reader, const Json& object, const char* name, Range count, Range each)
{
    std::vector<int> numbers;
    for (const auto& value : reader.list(object, name, count))
        numbers.push_back(static_cast<int>(reader.number(value, each)));
    reader.require(isAscending(numbers), name);
    return numbers;
}

std::vector<QByteArray> listOfBytes(StrictReader& reader, const Json& object, const char* name, Range count, Range each)
{
    std::vector<QByteArray> values;
    for (const auto& value : reader.list(object, name, count))
        values.push_back(reader.bytes(value, each));
    return values;
}

Message readHello(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "type", "versions", "key", "commitment", "app", "device" });
    Hello hello;
    hello.versions = numbersOf(reader, json, "versions", kVersionCount, kVersion);
    hello.key = reader.bytes(json, "key", kKey);
    hello.commitment = reader.bytes(json, "commitment", kKey);
    hello.app = reader.text(json, "app", kShortName);
    hello.device = reader.text(json, "device", kShortName);
    return hello;
}

Mark readMark(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "seal", "pages" });
    return { reader.text(json, "seal", kShortName), numbersOf(reader, json, "pages", kMarkPages, kPage) };
}

Preview readPreview(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "page", "jpeg" });
    Preview preview { static_cast<int>(reader.number(json, "page", kPage)), reader.bytes(json, "jpeg", kPreviewBytes) };
    reader.require(isPreview(preview.jpeg), "jpeg");
    return preview;
}

DocumentSummary readSummary(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "name", "pages", "bytes", "sha256", "marks", "previews" });
    DocumentSummary summary;
    summary.name = reader.text(json, "name", kDocumentName);
    summary.pages = static_cast<int>(reader.number(json, "pages", kPage));
    summary.bytes = reader.number(json, "bytes", kFileSize);
    summary.sha256 = reader.bytes(json, "sha256", kKey);
    for (const auto& mark : reader.list(json, "marks", kMarkCount))
        summary.marks.push_back(readMark(reader, mark));
    for (const auto& preview : reader.list(json, "previews", kPreviewCount))
        summary.previews.push_back(readPreview(reader, preview));
    return summary;
}

Message readRequest(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "type", "version", "action", "client", "computer", "project", "documents" });
    Request request;
    (void)reader.number(json, "version", { wire::kVersion, wire::kVersion });
    reader.require(reader.word(json, "action") == kSign, "action");
    request.client = reader.text(json, "client", kShortName);
    const auto& computer = reader.member(json, "computer");
    reader.expectMembers(computer, { "id", "name" });
    request.computerId = reader.bytes(computer, "id", kComputerId);
    request.computerName = reader.text(computer, "name", kShortName);
    request.project = reader.text(json, "project", kProject);
    for (const auto& document : reader.list(json, "documents", kDocumentCount))
        request.documents.push_back(readSummary(reader, document));
    return request;
}

Message readCertificate(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "type", "chain", "algorithm", "atOnce" });
    ChosenCertificate certificate;
    certificate.chain = listOfBytes(reader, json, "chain", kChainLength, kCertificate);
    certificate.algorithm = valueOf(reader, json, "algorithm", kAlgorithms);
    certificate.atOnce = static_cast<int>(reader.number(json, "atOnce", kDocumentCount));
    return certificate;
}

DocumentToSign readDocumentToSign(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "digest", "attributes" });
    DocumentToSign document { reader.bytes(json, "digest", kDigest), reader.bytes(json, "attributes", kAttributes) };
    reader.require(document.digest.size() == kDigest.least || document.digest.size() == kDigest.most, "digest");
    return document;
}

Message readToSign(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "type", "nonce", "documents" });
    ToSign toSign;
    toSign.nonce = reader.bytes(json, "nonce", kKey);
    for (const auto& document : reader.list(json, "documents", kDocumentCount))
        toSign.documents.push_back(readDocumentToSign(reader, document));
    return toSign;
}

Message readReveal(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "type", "nonce" });
    return Reveal { reader.bytes(json, "nonce", kKey) };
}

Message readSignatures(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "type", "signatures" });
    return Signatures { listOfBytes(reader, json, "signatures", kDocumentCount, kSignature) };
}

Message readRefusal(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "type", "reason" });
    return Refusal { valueOf(reader, json, "reason", kReasons) };
}

Message readOutcome(StrictReader& reader, const Json& json)
{
    reader.expectMembers(json, { "type", "result" });
    return Outcome { valueOf(reader, json, "result", kResults) };
}

struct MessageType {
    const char* name;
    Message (*read)(StrictReader&, const Json&);
};
constexpr std::array kTypes {
    MessageType { "hello", readHello },
    MessageType { "request", readRequest },
    MessageType { "certificate", readCertificate },
    MessageType { "toSign", readToSign },
    MessageType { "reveal", readReveal },
    MessageType { "signatures", readSignatures },
    MessageType { "refusal", readRefusal },
    MessageType { "outcome", readOutcome },
};

} // namespace

QByteArray write(const Message& message)
{
    const auto json = std::visit([](const auto& one) { return jsonOf(one); }, message);
    return QByteArray::fromStdString(json.dump());
}

Result<Message> read(const QByteArray& text)
{
    const auto json = parseStrictly(text);
    if (!json)
        return failure(json.error());
    StrictReader reader;
    const auto name = reader.word(*json, "type");
    const auto* type = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& one) { return name == one.name; });
    if (type == kTypes.end())
        return failure(ErrorCode::PhoneMessageInvalid, u"no type of a talk message"_s);
    auto message = type->read(reader, *json);
    if (reader.violation()) {
        return failure(ErrorCode::PhoneMessageInvalid,
            u"%1: %2"_s.arg(QLatin1String(type->name), QLatin1String(reader.violation())));
    }
    return message;
}

} // namespace bidseal::relay
