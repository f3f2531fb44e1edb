#include "core/environment/keys/TrustedRoots.h"

#include <QFile>

#include <iterator>

namespace bidseal::environment {

TrustedRoots readTrustedRoots(const QStringList& files)
{
    constexpr qint64 kMost = 4 * 1024 * 1024; // bytes; a system's whole store has a quarter of it
    TrustedRoots roots;
    for (const auto& path : files) {
        QFile file(path);
        auto certificates = file.open(QIODevice::ReadOnly) ? certificate::certificatesFromPem(file.read(kMost))
                                                           : std::vector<certificate::Certificate>();
        if (certificates.empty())
            roots.unreadable.append(path);
        std::move(certificates.begin(), certificates.end(), std::back_inserter(roots.certificates));
    }
    return roots;
}

} // namespace bidseal::environment
