#include "core/base/platform/Hypervisor.h"
#include "core/base/platform/SystemInfo.h"

#include <QSysInfo>

#include <windows.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

constexpr wchar_t kThisVersion[] = L"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
constexpr wchar_t kFirmware[] = L"HARDWARE\\DESCRIPTION\\System\\BIOS";

QString textInRegistry(const wchar_t* key, const wchar_t* name)
{
    wchar_t text[256] {};
    DWORD size = sizeof text - sizeof(wchar_t);
    const auto status
        = RegGetValueW(HKEY_LOCAL_MACHINE, key, name, RRF_RT_REG_SZ | RRF_SUBKEY_WOW6464KEY, nullptr, text, &size);
    return status == ERROR_SUCCESS ? QString::fromWCharArray(text).trimmed() : QString();
}

DWORD numberInRegistry(const wchar_t* key, const wchar_t* name)
{
    DWORD number = 0;
    DWORD size = sizeof number;
    RegGetValueW(HKEY_LOCAL_MACHINE, key, name, RRF_RT_REG_DWORD | RRF_SUBKEY_WOW6464KEY, nullptr, &number, &size);
    return number;
}

bool isKeyInRegistry(const wchar_t* key)
{
    HKEY opened = nullptr;
    if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, key, 0, KEY_QUERY_VALUE | KEY_WOW64_64KEY, &opened) != ERROR_SUCCESS)
        return false;
    RegCloseKey(opened);
    return true;
}

/// GetVersionEx tells programs what they are thought to like; this one tells the truth.
std::optional<RTL_OSVERSIONINFOW> trueVersion()
{
    using GetVersionFunction = LONG(WINAPI*)(RTL_OSVERSIONINFOW*);
    const auto get = reinterpret_cast<GetVersionFunction>(
        reinterpret_cast<void*>(GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "RtlGetVersion")));
    RTL_OSVERSIONINFOW version {};
    version.dwOSVersionInfoSize = sizeof version;
    if (!get || get(&version) != 0)
        return {};
    return version;
}

/// The registry calls Windows 11 "Windows 10" too.
QString productName(DWORD build)
{
    auto name = textInRegistry(kThisVersion, L"ProductName");
    if (build >= 22000)
        name.replace(u"Windows 10"_s, u"Windows 11"_s);
    const auto release = textInRegistry(kThisVersion, L"DisplayVersion");
    return release.isEmpty() ? name : name + u' ' + release;
}

bool is64Bit(USHORT kind) { return kind == IMAGE_FILE_MACHINE_AMD64 || kind == IMAGE_FILE_MACHINE_ARM64; }

#if defined(__aarch64__)
constexpr USHORT kBuiltFor = IMAGE_FILE_MACHINE_ARM64;
#elif defined(__x86_64__)
constexpr USHORT kBuiltFor = IMAGE_FILE_MACHINE_AMD64;
#else
constexpr USHORT kBuiltFor = IMAGE_FILE_MACHINE_I386;
#endif

} // namespace

SystemFamily systemFamily() { return SystemFamily::Windows; }

std::optional<OperatingSystem> operatingSystem()
{
    const auto version = trueVersion();
    if (!version)
        return {};
    const auto build = version->dwBuildNumber;
    const auto exact = u"%1.%2.%3.%4"_s.arg(version->dwMajorVersion)
                           .arg(version->dwMinorVersion)
                           .arg(build)
                           .arg(numberInRegistry(kThisVersion, L"UBR"));
    return OperatingSystem { u"windows"_s, QString::number(build), productName(build), exact };
}

Architecture architecture()
{
    Architecture result;
    result.programBits = static_cast<int>(sizeof(void*) * 8);
    result.program = QSysInfo::buildCpuArchitecture();
    result.systemBits = result.programBits;
    USHORT process = 0;
    USHORT native = 0;
    if (!IsWow64Process2(GetCurrentProcess(), &process, &native))
        return result;
    result.systemBits = is64Bit(native) ? 64 : 32;
    // A 32-bit program on the same family of processors is no emulation; on ARM everything for Intel is.
    const bool isSameFamily
        = kBuiltFor == native || (kBuiltFor == IMAGE_FILE_MACHINE_I386 && native == IMAGE_FILE_MACHINE_AMD64);
    if (!isSameFamily)
        result.emulator = u"Windows"_s;
    return result;
}

Machine machine()
{
    Machine result;
    result.maker = textInRegistry(kFirmware, L"SystemManufacturer");
    result.model = textInRegistry(kFirmware, L"SystemProductName");
    result.hypervisor = hypervisorSignature();
    if (GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version"))
        result.compatibilityLayer = u"Wine"_s;
    result.isKnown = !result.maker.isEmpty() || !result.hypervisor.isEmpty();
    return result;
}

bool isRestartDue()
{
    return isKeyInRegistry(L"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired")
        || isKeyInRegistry(L"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending");
}

} // namespace bidseal::platform
