#include "core/environment/interference/LibraryOrigin.h"

#include "core/base/platform/Administration.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

/// Programs that put libraries into others on computers that are in order, by a folder on the way to the library.
struct Companion {
    const char* folder;
    const char* name;
};
constexpr std::array kCompanions {
    // Input methods
    Companion { "SogouInput", "Sogou Pinyin" },
    Companion { "sogoupinyin", "Sogou Pinyin" },
    Companion { "com.sogou.sogoupinyin-uos", "Sogou Pinyin" },
    Companion { "sogouimebs", "Sogou Pinyin" },
    Companion { "QQPinyin", "QQ Pinyin" },
    Companion { "QQWubi", "QQ Wubi" },
    Companion { "WeType", "WeType" },
    Companion { "BaiduPinyin", "Baidu Pinyin" },
    Companion { "iFlyIME", "iFlytek" },
    Companion { "com.iflytek.iflyime", "iFlytek" },
    Companion { "2345Pinyin", "2345 Pinyin" },
    Companion { "Rime", "Rime" },
    // Security programs
    Companion { "360safe", "360" },
    Companion { "360sd", "360" },
    Companion { "360Total Security", "360" },
    Companion { "Huorong", "Huorong" },
    Companion { "QQPCMgr", "Tencent PC Manager" },
    Companion { "kingsoft antivirus", "Kingsoft" },
    Companion { "Rising", "Rising" },
    Companion { "Qianxin", "Qianxin" },
    Companion { "qaxsafe", "Qianxin" },
    Companion { "Sangfor", "Sangfor" },
    Companion { "Topsec", "Topsec" },
    Companion { "AsiaInfo Security", "AsiaInfo" },
    Companion { "Windows Defender", "Microsoft Defender" },
    Companion { "Kaspersky Lab", "Kaspersky" },
    Companion { "ESET", "ESET" },
    Companion { "McAfee", "McAfee" },
    Companion { "Symantec", "Symantec" },
    Companion { "Norton Security", "Norton" },
    Companion { "Trend Micro", "Trend Micro" },
    Companion { "Bitdefender", "Bitdefender" },
    Companion { "Avast Software", "Avast" },
    Companion { "Avira", "Avira" },
    Companion { "Sophos", "Sophos" },
    Companion { "CrowdStrike", "CrowdStrike" },
    Companion { "SentinelOne", "SentinelOne" },
    // Graphics drivers
    Companion { "amdgpu", "AMD" },
    Companion { "amdgpu-pro", "AMD" },
    Companion { "NVIDIA Corporation", "NVIDIA" },
};

/// Where only administrators install programs.
bool isInstalledForAll(const QString& path)
{
    static const QStringList places { u"/opt/"_s, u":/Program Files/"_s, u":/Program Files (x86)/"_s,
        u":/ProgramData/Microsoft/"_s };
    const auto start = path.mid(path.indexOf(u':') == 1 ? 1 : 0);
    return std::any_of(places.begin(), places.end(),
        [&start](const QString& place) { return start.startsWith(place, Qt::CaseInsensitive); });
}

/// Paths with a drive are Windows', which knows no case.
bool isBelow(const QString& path, const QString& folder)
{
    const auto caseSensitivity = path.contains(u':') ? Qt::CaseInsensitive : Qt::CaseSensitive;
    return path.startsWith(folder.endsWith(u'/') ? folder : folder + u'/', caseSensitivity);
}

/// `told` is a path, or a name that the loader looks for; links stand for what they point to.
bool isTold(const QString& path, const QString& told)
{
    const auto loaded = QFileInfo(path).fileName();
    const auto name = QFileInfo(told).fileName();
    const auto target = QFileInfo(told).canonicalFilePath();
    return path == target || loaded == name || loaded.startsWith(name + u'.');
}

} // namespace

LibraryPlaces usualLibraryPlaces()
{
    const QDir program(QCoreApplication::applicationDirPath());
    auto folders = platform::systemLibraryFolders();
    folders << program.path() << program.filePath(u"../lib"_s) << QLibraryInfo::path(QLibraryInfo::LibrariesPath)
            << QLibraryInfo::path(QLibraryInfo::PluginsPath);
    LibraryPlaces places { {}, platform::librariesLoadedFirst() };
    for (const auto& folder : folders) {
        const auto real = QFileInfo(folder).canonicalFilePath();
        if (!real.isEmpty() && real != u"/"_s)
            places.folders.append(real);
    }
    places.folders.removeDuplicates();
    return places;
}

LibraryOrigin originOf(const platform::LoadedModule& module, const LibraryPlaces& places)
{
    using File = platform::LoadedModule::File;
    const auto isTheModule = [&module](const QString& told) { return isTold(module.path, told); };
    if (std::any_of(places.loadedFirst.begin(), places.loadedFirst.end(), isTheModule))
        return LibraryOrigin::LoadedFirst;
    const auto isAround = [&module](const QString& folder) { return isBelow(module.path, folder); };
    const bool isUsual = std::any_of(places.folders.begin(), places.folders.end(), isAround);
    if (isUsual && module.file == File::InPlace)
        return LibraryOrigin::Usual;
    if (isUsual && module.file == File::Replaced)
        return LibraryOrigin::Replaced;
    if (module.file == File::InPlace && !companionOf(module.path).isEmpty() && platform::isAdministrators(module.path))
        return LibraryOrigin::KnownCompanion;
    return LibraryOrigin::Foreign;
}

QString companionOf(const QString& path)
{
    if (!isInstalledForAll(path))
        return {};
    const auto folders = QFileInfo(path).path().split(u'/');
    const auto companion = std::find_if(kCompanions.begin(), kCompanions.end(), [&folders](const Companion& known) {
        return folders.contains(QLatin1StringView(known.folder), Qt::CaseInsensitive);
    });
    return companion == kCompanions.end() ? QString() : QString::fromLatin1(companion->name);
}

} // namespace bidseal::environment
