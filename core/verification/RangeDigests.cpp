#include "core/verification/RangeDigests.h"

#include <openssl/evp.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace bidseal::verification {

namespace {

constexpr qint64 kBlock = 1 << 20;

using Digest = std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

} // namespace

RangeDigests::RangeDigests(QFile& file, ProgressCallback progress, std::stop_token stop)
    : m_file(file)
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
{
}

Result<QByteArray> RangeDigests::digest(const SignedRange& range, const QString& name)
{
    const auto key = std::make_pair(range, name);
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    auto computed = compute(range, name);
    if (computed)
        m_known.emplace(key, *computed);
    return computed;
}

Result<QByteArray> RangeDigests::compute(const SignedRange& range, const QString& name)
{
    const Digest digest(EVP_MD_fetch(nullptr, name.toLatin1().constData(), nullptr), EVP_MD_free);
    const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!digest || EVP_DigestInit_ex2(context.get(), digest.get(), nullptr) != 1)
        return failure(ErrorCode::InternalFault, u"no digest "_s + name);

    const qint64 total = range.end - (range.gapEnd - range.gapBegin);
    qint64 done = 0;
    QByteArray block(kBlock, Qt::Uninitialized);
    for (const auto& [begin, end] : { std::pair(qint64(0), range.gapBegin), std::pair(range.gapEnd, range.end) }) {
        if (!m_file.seek(begin))
            return failure(ErrorCode::FileNotReadable, m_file.errorString());
        for (qint64 left = end - begin; left > 0;) {
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            const qint64 read = m_file.read(block.data(), std::min(left, kBlock));
            if (read <= 0)
                return failure(ErrorCode::FileNotReadable, m_file.errorString());
            EVP_DigestUpdate(context.get(), block.constData(), size_t(read));
            left -= read;
            done += read;
            if (m_progress)
                m_progress({ Stage::Verifying, done, total });
        }
    }
    QByteArray value(EVP_MD_get_size(digest.get()), Qt::Uninitialized);
    if (EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(value.data()), nullptr) != 1)
        return failure(ErrorCode::InternalFault, u"EVP_DigestFinal_ex"_s);
    return value;
}

} // namespace bidseal::verification
