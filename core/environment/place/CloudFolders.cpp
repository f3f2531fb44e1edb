#include "core/environment/place/CloudFolders.h"

#include "core/base/platform/Volumes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStandardPaths>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

struct Sign {
    QLatin1StringView pattern;
    QLatin1StringView service;
};
struct NameSign {
    QStringView name;
    QStringView service;
};

/// What clients leave in the top folder that they look after.
constexpr std::array kMarkers {
    Sign { ".sync_*.db"_L1, "Nextcloud"_L1 },
    Sign { "._sync_*.db"_L1, "ownCloud"_L1 },
    Sign { ".nextcloudsync.log"_L1, "Nextcloud"_L1 },
    Sign { ".owncloudsync.log"_L1, "ownCloud"_L1 },
    Sign { ".dropbox"_L1, "Dropbox"_L1 },
    Sign { ".dropbox.cache"_L1, "Dropbox"_L1 },
    Sign { ".849C9593-D756-4E56-8D6E-42412F2A707B"_L1, "OneDrive"_L1 },
    Sign { ".tmp.drivedownload"_L1, "Google Drive"_L1 },
    Sign { ".tmp.driveupload"_L1, "Google Drive"_L1 },
    Sign { ".stfolder"_L1, "Syncthing"_L1 },
};

/// The names that clients give their folders, exactly so.
constexpr std::array kNames {
    NameSign { u"OneDrive", u"OneDrive" },
    NameSign { u"Dropbox", u"Dropbox" },
    NameSign { u"Nutstore", u"坚果云" },
    NameSign { u"Nutstore Files", u"坚果云" },
    NameSign { u"我的坚果云", u"坚果云" },
    NameSign { u"坚果云", u"坚果云" },
    NameSign { u"BaiduSyncdisk", u"百度网盘" },
    NameSign { u"百度云同步盘", u"百度网盘" },
    NameSign { u"百度网盘同步空间", u"百度网盘" },
    NameSign { u"WPS云盘", u"WPS" },
    NameSign { u"WPSDrive", u"WPS" },
    NameSign { u"Nextcloud", u"Nextcloud" },
    NameSign { u"ownCloud", u"ownCloud" },
    NameSign { u"iCloudDrive", u"iCloud" },
    NameSign { u"iCloud Drive", u"iCloud" },
    NameSign { u"Google Drive", u"Google Drive" },
    NameSign { u"GoogleDrive", u"Google Drive" },
};

bool isSameOrBelow(const QString& path, const QString& folder)
{
    const auto top = QDir::cleanPath(folder);
    return !top.isEmpty() && (path == top || path.startsWith(top.endsWith(u'/') ? top : top + u'/'));
}

/// From the folder up to, and without, the root: a root full of somebody's markers is no client's folder.
QStringList withThoseAbove(const QString& folder)
{
    QStringList folders;
    for (QDir at(folder); !at.isRoot(); at = QDir(QFileInfo(at.path()).path()))
        folders.append(at.path());
    return folders;
}

std::optional<QString> byMarker(const QString& folder)
{
    const QDir place(folder);
    for (const auto& marker : kMarkers) {
        constexpr auto kAnything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        if (!place.entryList({ QString(marker.pattern) }, kAnything | QDir::CaseSensitive).isEmpty())
            return QString(marker.service);
    }
    return {};
}

/// A home with ~/.dropbox in it is not a folder of Dropbox's: there it keeps its settings.
bool isHome(const QString& folder) { return folder == QDir::cleanPath(QDir::homePath()); }

std::optional<QString> byName(const QString& folder)
{
    const auto name = QFileInfo(folder).fileName();
    if (name.startsWith(u"OneDrive - "_s)) // and the company's name
        return u"OneDrive"_s;
    for (const auto& known : kNames)
        if (known.name.compare(name, Qt::CaseInsensitive) == 0)
            return known.service.toString();
    return {};
}

/// `{"personal": {"path": "/home/…/Dropbox", …}, "business": {…}}`
void addDropbox(const QString& settingsFile, std::vector<CloudClients::Folder>& folders)
{
    constexpr qint64 kLargest = 64 * 1024;
    QFile file(settingsFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const auto& account : QJsonDocument::fromJson(file.read(kLargest)).object()) {
        if (const auto path = account[u"path"_s].toString(); !path.isEmpty())
            folders.push_back({ QDir::fromNativeSeparators(path), u"Dropbox"_s });
    }
}

/// "0\Folders\1\localPath=/home/…/Nextcloud/"
void addOwncloudLike(const QString& settingsFile, const QString& service, std::vector<CloudClients::Folder>& folders)
{
    if (!QFile::exists(settingsFile))
        return;
    const QSettings settings(settingsFile, QSettings::IniFormat);
    for (const auto& key : settings.allKeys())
        if (key.endsWith(u"/localPath"_s))
            folders.push_back({ QDir::fromNativeSeparators(settings.value(key).toString()), service });
}

QStringList settingsFolders()
{
    auto folders = QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation);
    for (const char* variable : { "APPDATA", "LOCALAPPDATA" })
        if (qEnvironmentVariableIsSet(variable))
            folders.append(QDir::fromNativeSeparators(qEnvironmentVariable(variable)));
    return folders;
}

} // namespace

CloudClients CloudClients::ofThisComputer()
{
    CloudClients clients;
    auto& folders = clients.folders;
    for (const char* variable : { "OneDrive", "OneDriveConsumer", "OneDriveCommercial" })
        if (const auto path = qEnvironmentVariable(variable); !path.isEmpty())
            folders.push_back({ QDir::fromNativeSeparators(path), u"OneDrive"_s });
    addDropbox(QDir::home().filePath(u".dropbox/info.json"_s), folders);
    for (const auto& settings : settingsFolders()) {
        addDropbox(settings + u"/Dropbox/info.json"_s, folders);
        addOwncloudLike(settings + u"/Nextcloud/nextcloud.cfg"_s, u"Nextcloud"_s, folders);
        addOwncloudLike(settings + u"/ownCloud/owncloud.cfg"_s, u"ownCloud"_s, folders);
    }
    for (const auto& path : platform::registeredCloudFolders())
        folders.push_back({ path, {} });
    return clients;
}

std::optional<QString> cloudOf(const QString& folder, const CloudClients& clients)
{
    const auto real = QFileInfo(folder).canonicalFilePath();
    const auto path = real.isEmpty() ? QDir::cleanPath(folder) : real;
    for (const auto& client : clients.folders)
        if (isSameOrBelow(path, client.path) || isSameOrBelow(path, QFileInfo(client.path).canonicalFilePath()))
            return client.service;
    for (const auto& at : withThoseAbove(path)) {
        if (const auto service = isHome(at) ? std::nullopt : byMarker(at))
            return service;
        if (const auto service = byName(at))
            return service;
    }
    return {};
}

} // namespace bidseal::environment
