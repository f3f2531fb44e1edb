#include "ui/platform/DeviceWatch.h"

#include <QDir>
#include <QFileSystemWatcher>

namespace bidseal::platform {

namespace {

/// The kernel itself makes and removes the nodes, so their folders tell without udev's help.
class FolderWatch : public DeviceWatch {
public:
    FolderWatch(std::function<void()> changed, QString root)
        : m_root(std::move(root))
    {
        watchBuses();
        QObject::connect(
            &m_watcher, &QFileSystemWatcher::directoryChanged, &m_watcher, [this, changed = std::move(changed)] {
                watchBuses(); // a docking station brings buses of its own
                changed();
            });
    }

private:
    void watchBuses()
    {
        QStringList folders { m_root };
        for (const auto& bus : QDir(m_root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders.append(bus.filePath());
        const auto known = m_watcher.directories();
        for (const auto& folder : folders)
            if (!known.contains(folder) && QFileInfo::exists(folder))
                m_watcher.addPath(folder);
    }

    QString m_root;
    QFileSystemWatcher m_watcher;
};

} // namespace

std::unique_ptr<DeviceWatch> DeviceWatch::start(std::function<void()> changed, const DeviceRoot& root)
{
    return std::make_unique<FolderWatch>(std::move(changed), root.folder);
}

} // namespace bidseal::platform
