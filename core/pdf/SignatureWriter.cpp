#include "core/pdf/SignatureWriter.h"

#include "core/base/platform/Files.h"
#include "core/pdf/DocumentInternals.h"
#include "core/pdf/Fault.h"
#include "core/pdf/OutputFile.h"
#include "core/pdf/SignatureUpdate.h"

#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace bidseal::pdf {

namespace {

constexpr qint64 kBlock = 1024 * 1024;

} // namespace

struct PreparedSignature::State {
    explicit State(const QString& finalName)
        : output(finalName)
    {
    }

    mutable OutputFile output;
    std::array<qint64, 4> byteRange {};
};

PreparedSignature::PreparedSignature(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

PreparedSignature::~PreparedSignature() = default;
PreparedSignature::PreparedSignature(PreparedSignature&&) noexcept = default;
PreparedSignature& PreparedSignature::operator=(PreparedSignature&&) noexcept = default;

Result<PreparedSignature> PreparedSignature::prepare(const Document& document, const SignatureRequest& request,
    const QString& output, const ProgressCallback& progress, std::stop_token stop)
{
    return guarded([&] {
        Document::Internals& source = document.internals();
        source.store.renewBudget();
        source.requireMaySign(request.fieldName);
        source.requireUnchanged();
        if (platform::isSameFile(document.path(), output))
            fail(ErrorCode::OutputIsSource, output);
        const SignatureUpdate::Result update = SignatureUpdate(source, request).build();

        auto state = std::make_unique<State>(output);
        QFile& copy = state->output.file();
        orThrow(platform::copyContents(source.source.file(), copy, progress, stop));
        source.requireCopyOf(copy);
        source.requireUnchanged();
        state->output.write(document.size(), update.bytes);
        state->byteRange = update.byteRange;
        return PreparedSignature(std::move(state));
    });
}

QString PreparedSignature::temporaryPath() const { return m_state->output.path(); }

std::array<qint64, 4> PreparedSignature::byteRange() const { return m_state->byteRange; }

Result<QByteArray> PreparedSignature::digest(
    const char* name, const ProgressCallback& progress, std::stop_token stop) const
{
    return guarded([&] {
        const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm(
            EVP_MD_fetch(nullptr, name, nullptr), &EVP_MD_free);
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        if (!algorithm || !context || EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) != 1)
            fail(ErrorCode::InternalFault, u"no digest %1"_s.arg(QString::fromLatin1(name)));

        const auto& range = m_state->byteRange;
        const qint64 total = range[1] + range[3];
        qint64 done = 0;
        QFile& file = m_state->output.file();
        std::vector<char> block(kBlock);
        for (std::size_t part = 0; part < 4; part += 2) {
            file.seek(range[part]);
            for (qint64 left = range[part + 1]; left > 0;) {
                if (stop.stop_requested())
                    fail(ErrorCode::Cancelled, u"while hashing"_s);
                const qint64 read = file.read(block.data(), std::min(left, kBlock));
                if (read <= 0)
                    fail(ErrorCode::FileNotReadable, file.errorString());
                EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(read));
                left -= read;
                done += read;
                if (progress)
                    progress({ Stage::Preparing, done, total });
            }
        }
        QByteArray result(EVP_MAX_MD_SIZE, '\0');
        unsigned int length = 0;
        if (EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(result.data()), &length) != 1)
            fail(ErrorCode::InternalFault, u"the digest cannot be finished"_s);
        result.resize(static_cast<qsizetype>(length));
        return result;
    });
}

void PreparedSignature::rest() { m_state->output.rest(); }

Status PreparedSignature::embed(const QByteArray& cms)
{
    return guarded([&] {
        const auto& range = m_state->byteRange;
        const qint64 capacity = range[2] - range[1] - 2; // hexadecimal digits between the angle brackets
        if (cms.size() * 2 > capacity)
            fail(ErrorCode::SignatureTooLarge, u"%1 bytes for %2"_s.arg(cms.size()).arg(capacity / 2),
                { {}, {}, cms.size(), {} });
        const QByteArray digits = cms.toHex().leftJustified(static_cast<qsizetype>(capacity), '0');
        m_state->output.write(
            range[1] + 1, std::string_view(digits.constData(), static_cast<std::size_t>(digits.size())));
        orThrow(platform::sync(m_state->output.file()));
    });
}

Status PreparedSignature::publish(bool overwrite) { return m_state->output.publish(overwrite); }

} // namespace bidseal::pdf
