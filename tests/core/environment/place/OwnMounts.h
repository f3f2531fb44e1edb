#pragma once

#include <QFile>
#include <QString>

#include <sched.h>
#include <sys/mount.h>

namespace bidseal::testing {

/// From now on what this process mounts is its own, and gone at its end. False where this machine does not allow it.
[[nodiscard]] inline bool startOwnMounts()
{
    return ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// A small file system of its own at `folder`, while this lives.
class Mounted {
public:
    Mounted(const QString& folder, const char* options)
        : m_folder(QFile::encodeName(folder))
        , isReady(::mount("sample", m_folder.constData(), "tmpfs", 0, options) == 0)
    {
    }
    ~Mounted()
    {
        if (isReady)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(Mounted)

    [[nodiscard]] bool makeReadOnly() const
    {
        return ::mount(nullptr, m_folder.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QByteArray m_folder;

public:
    const bool isReady;
};

} // namespace bidseal::testing
