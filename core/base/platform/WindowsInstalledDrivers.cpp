#include "core/base/platform/InstalledDrivers.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <optional>

#include <windows.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

/// Each CSP is a key below this one. "Image Path" is documented by Microsoft. "SKFImagePath" is not: makers of Chinese
/// UKeys put it there beside their CSP, and programs of authorities read it there. Neither was seen on a computer with
/// a real UKey by the authors of this program.
constexpr auto kProviders = L"SOFTWARE\\Microsoft\\Cryptography\\Defaults\\Provider";
constexpr DWORD kMostProviders = 512;

/// A file below a folder that an environment variable names.
struct UsualPlace {
    const char* folderVariable;
    const char* path;
};

constexpr UsualPlace kUsualPlaces[] {
    { "SystemRoot", "System32/ShuttleCsp11_3003.dll" }, // Feitian ePass3003
    { "SystemRoot", "System32/eps2003csp11.dll" }, // Feitian ePass2003
    { "SystemRoot", "System32/ShuttleCsp11_3000GM.dll" }, // Feitian ePass3000GM
    { "SystemRoot", "System32/gm3000_pkcs11.dll" }, // Longmai GM3000
    { "SystemRoot", "System32/CryptoIDA_pkcs11.dll" }, // Longmai mToken CryptoID
    { "SystemRoot", "System32/WDPKCS.dll" }, // WatchData
    { "SystemRoot", "System32/eTPKCS11.dll" }, // SafeNet eToken
    { "ProgramFiles", "OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll" }, // OpenSC: cards of many makers
    { "ProgramFiles", "Yubico/Yubico PIV Tool/bin/libykcs11.dll" }, // YubiKey
};

class RegistryKey {
public:
    RegistryKey(HKEY parent, const wchar_t* name, REGSAM view)
    {
        if (RegOpenKeyExW(parent, name, 0, KEY_READ | view, &m_key) != ERROR_SUCCESS)
            m_key = nullptr;
    }
    ~RegistryKey()
    {
        if (m_key)
            RegCloseKey(m_key);
    }
    RegistryKey(const RegistryKey&) = delete;
    RegistryKey& operator=(const RegistryKey&) = delete;

    [[nodiscard]] HKEY get() const { return m_key; }

    [[nodiscard]] std::optional<std::array<wchar_t, 256>> nameOfChild(DWORD index) const
    {
        std::array<wchar_t, 256> name {}; // the registry allows 255 characters
        auto length = static_cast<DWORD>(name.size());
        if (!m_key
            || RegEnumKeyExW(m_key, index, name.data(), &length, nullptr, nullptr, nullptr, nullptr) != ERROR_SUCCESS)
            return {};
        return name;
    }

    /// Environment variables in it replaced; empty where there is no such text. Asked for as RRF_RT_REG_SZ: what is
    /// expanded counts as that, and RRF_RT_REG_EXPAND_SZ is refused without RRF_NOEXPAND.
    [[nodiscard]] QString text(const wchar_t* name) const
    {
        std::array<wchar_t, 1024> value {};
        auto size = static_cast<DWORD>(sizeof value);
        if (!m_key || RegGetValueW(m_key, nullptr, name, RRF_RT_REG_SZ, nullptr, value.data(), &size) != ERROR_SUCCESS)
            return {};
        return QString::fromWCharArray(value.data()).trimmed();
    }

private:
    HKEY m_key = nullptr;
};

QString systemFolder(const QString& name) { return QDir(qEnvironmentVariable("SystemRoot")).filePath(name + u'/'); }

/// What has no folder is in the system's. Programs of 32 bits have one of their own, which they know by the name of the
/// other.
QString absolutePath(const QString& path, REGSAM view)
{
    if (path.isEmpty())
        return {};
    const bool isFor32 = view == KEY_WOW64_32KEY;
    const auto system = systemFolder(u"System32"_s), system32 = systemFolder(u"SysWOW64"_s);
    const auto named = QDir::fromNativeSeparators(path);
    if (!QFileInfo(path).isAbsolute())
        return (isFor32 ? system32 : system) + named;
    const bool isInSystem = named.startsWith(system, Qt::CaseInsensitive);
    return isFor32 && isInSystem ? system32 + named.sliced(system.size()) : named;
}

void addDriver(std::vector<RegisteredDriver>& drivers, RegisteredDriver::Kind kind, const QString& path)
{
    const auto isKnown = std::any_of(drivers.begin(), drivers.end(), [&](const RegisteredDriver& known) {
        return known.kind == kind && known.path.compare(path, Qt::CaseInsensitive) == 0;
    });
    if (!path.isEmpty() && !isKnown && QFileInfo(path).isFile())
        drivers.push_back({ kind, path });
}

} // namespace

std::vector<RegisteredDriver> registeredDrivers()
{
    std::vector<RegisteredDriver> drivers;
    for (const REGSAM view : { KEY_WOW64_64KEY, KEY_WOW64_32KEY }) {
        const RegistryKey providers(HKEY_LOCAL_MACHINE, kProviders, view);
        for (DWORD i = 0; i < kMostProviders; ++i) {
            const auto name = providers.nameOfChild(i);
            if (!name)
                break;
            const RegistryKey provider(providers.get(), name->data(), view);
            addDriver(
                drivers, RegisteredDriver::Kind::CryptoProvider, absolutePath(provider.text(L"Image Path"), view));
            addDriver(drivers, RegisteredDriver::Kind::Skf, absolutePath(provider.text(L"SKFImagePath"), view));
        }
    }
    return drivers;
}

QStringList usualDriverFiles()
{
    QStringList files, for32;
    for (const auto& place : kUsualPlaces) {
        const auto path = QString::fromLatin1(place.path);
        const auto add = [](QStringList& to, const char* folderVariable, const QString& below) {
            const auto folder = qEnvironmentVariable(folderVariable);
            if (QFileInfo(folder).isAbsolute())
                to.append(QDir(folder).filePath(below));
        };
        add(files, place.folderVariable, path);
        // Many makers' drivers are for 32-bit programs, which have folders of their own.
        const bool isInSystem = path.startsWith(u"System32/"_s);
        add(for32, isInSystem ? place.folderVariable : "ProgramFiles(x86)",
            isInSystem ? u"SysWOW64/"_s + path.section(u'/', 1) : path);
    }
    return files + for32;
}

QStringList driverRecordFolders() { return {}; }

} // namespace bidseal::platform
