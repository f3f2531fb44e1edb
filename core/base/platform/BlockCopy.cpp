#include "core/base/platform/BlockCopy.h"

#include "core/base/platform/Files.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {
constexpr std::size_t kBlock = 1024 * 1024; // bytes
}

Status copyByBlocks(QFile& from, QFile& to, qint64 done, const ProgressCallback& progress, std::stop_token stop)
{
    const qint64 total = from.size();
    std::vector<char> block(kBlock);
    from.seek(done);
    to.seek(done);
    while (done < total) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, u"while copying"_s);
        const qint64 read = from.read(block.data(), static_cast<qint64>(block.size()));
        if (read <= 0)
            return failure(ErrorCode::FileNotReadable, from.errorString());
        if (to.write(block.data(), read) != read || !to.flush())
            return failure(writeError(to));
        done += read;
        if (progress)
            progress({ Stage::Preparing, done, total });
    }
    return {};
}

} // namespace bidseal::platform
