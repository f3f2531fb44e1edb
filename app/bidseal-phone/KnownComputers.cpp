#include "app/bidseal-phone/KnownComputers.h"

#include "core/base/platform/Files.h"

#include <QDir>
#include <QFileInfo>

namespace bidseal::phone {

KnownComputers::KnownComputers(QString file)
    : m_file(std::move(file))
{
    QFile known(m_file);
    if (!known.open(QIODevice::ReadOnly))
        return; // none yet
    while (!known.atEnd())
        m_ids.insert(QByteArray::fromHex(known.readLine().trimmed()));
}

Status KnownComputers::remember(const QByteArray& id)
{
    if (contains(id))
        return {};
    QDir().mkpath(QFileInfo(m_file).path());
    QFile known(m_file);
    if (!known.exists()) {
        if (auto created = platform::createPrivate(known); !created)
            return created;
    } else if (!known.open(QIODevice::Append)) {
        return failure(platform::writeError(known));
    }
    if (known.write(id.toHex() + '\n') < 0 || !known.flush())
        return failure(platform::writeError(known));
    m_ids.insert(id);
    return {};
}

} // namespace bidseal::phone
