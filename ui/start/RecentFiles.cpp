#include "ui/start/RecentFiles.h"

#include "ui/tasks/BackgroundTask.h"

#include <QFileInfo>
#include <QSettings>

namespace bidseal::start {

namespace {
constexpr auto kSetting = QLatin1StringView("recentFiles");
constexpr int kMost = 8;
} // namespace

RecentFiles::RecentFiles(QObject* parent)
    : QObject(parent)
{
    for (const QString& path : QSettings().value(kSetting).toStringList())
        m_entries.append({ path, Presence::Unknown });
}

void RecentFiles::add(const QString& path)
{
    m_entries.removeIf([&](const Entry& entry) { return entry.path == path; });
    m_entries.prepend({ path, Presence::There });
    while (m_entries.size() > kMost)
        m_entries.removeLast();
    save();
}

void RecentFiles::remove(const QString& path)
{
    m_entries.removeIf([&](const Entry& entry) { return entry.path == path; });
    save();
}

void RecentFiles::clear()
{
    m_entries.clear();
    save();
}

void RecentFiles::save()
{
    QStringList paths;
    for (const Entry& entry : std::as_const(m_entries))
        paths << entry.path;
    QSettings().setValue(kSetting, paths);
    Q_EMIT changed();
}

void RecentFiles::check()
{
    for (const Entry& entry : std::as_const(m_entries)) {
        tasks::BackgroundTask::run(
            this, [path = entry.path](std::stop_token) { return QFileInfo::exists(path); },
            [this, path = entry.path](bool there) {
                for (Entry& known : m_entries)
                    if (known.path == path)
                        known.presence = there ? Presence::There : Presence::Missing;
                Q_EMIT changed();
            });
    }
}

} // namespace bidseal::start
