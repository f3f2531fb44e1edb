#include "core/base/platform/Process.h"
#include "core/base/platform/WindowsSecurity.h"

#include <QCoreApplication>
#include <QDir>

#include <string>

#include <aclapi.h>
#include <sddl.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

constexpr DWORD kNoHeap = 0x1; // WER_FAULT_REPORTING_FLAG_NOHEAP
constexpr DWORD kNoDialog = 0x20; // WER_FAULT_REPORTING_NO_UI

/// A crash ends the process at once: no dialog that waits, no report. What Windows reports all the same (a corrupted
/// heap, a smashed stack) goes without the heap. WerAddExcludedApplication() would be stronger, but it is a setting of
/// the user's, which every start would change again.
void leaveNoDump()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    using SetFlags = HRESULT(WINAPI*)(DWORD);
    if (const auto set = systemFunction<SetFlags>(L"kernel32.dll", "WerSetFlags"))
        set(kNoHeap | kNoDialog);
    HeapSetInformation(nullptr, HeapEnableTerminationOnCorruption, nullptr, 0);
}

/// What this user's other programs may do: see that this one runs, wait for it, end it. Not read or change its memory,
/// not take its handles; nor give themselves the right to, which owners otherwise may. Administrators and the system
/// may do what they want.
void closeToOtherPrograms()
{
    const auto rights = PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE | PROCESS_TERMINATE;
    const auto text = u"D:P(A;;0x%1;;;%2)(A;;GA;;;SY)(A;;GA;;;BA)(A;;RC;;;S-1-3-4)"_s.arg(rights, 0, 16)
                          .arg(currentUserId())
                          .toStdWString();
    PSECURITY_DESCRIPTOR raw = nullptr;
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1, &raw, nullptr))
        return;
    const Local<void> descriptor(raw);
    SetKernelObjectSecurity(GetCurrentProcess(), DACL_SECURITY_INFORMATION, raw);
}

/// For every LoadLibrary from here on, whoever calls it without saying where to look.
void loadFromOwnFolderAndSystemOnly()
{
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_APPLICATION_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    SetDllDirectoryW(L"");
    SetSearchPathMode(BASE_SEARCH_PATH_ENABLE_SAFE_SEARCHMODE | BASE_SEARCH_PATH_PERMANENT);

    PROCESS_MITIGATION_IMAGE_LOAD_POLICY images {};
    images.NoRemoteImages = 1;
    images.NoLowMandatoryLabelImages = 1; // what a browser's sandbox may write
    images.PreferSystem32Images = 1;
    SetProcessMitigationPolicy(ProcessImageLoadPolicy, &images, sizeof images);
}

/// AppInit_DLLs, windows hooks, old input methods and layered network providers bring their code into every process.
void keepExtensionsOut()
{
    PROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY extensions {};
    extensions.DisableExtensionPoints = 1;
    SetProcessMitigationPolicy(ProcessExtensionPointDisablePolicy, &extensions, sizeof extensions);
}

QString ownFolder()
{
    std::wstring path(32'768, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return QDir::fromNativeSeparators(QString::fromStdWString(path)).section(u'/', 0, -2);
}

/// Qt's plugins are libraries as well, and OpenSSL's settings name libraries. Where nothing is packed beside the
/// program, in a build folder, Qt looks where Qt is. OpenSSL would otherwise look at a fixed place on drive C, which
/// anybody may make.
void loadPluginsFromOwnFolderOnly()
{
    qunsetenv("QT_PLUGIN_PATH");
    qunsetenv("QT_QPA_PLATFORM_PLUGIN_PATH");
    qputenv("OPENSSL_CONF", "NUL");
    const auto folder = ownFolder();
    for (const char* name : { "OPENSSL_ENGINES", "OPENSSL_MODULES" })
        qputenv(name, QDir::toNativeSeparators(folder).toLocal8Bit());
    QStringList packed;
    for (const auto& place : { folder, folder + u"/plugins"_s })
        if (QDir(place + u"/platforms"_s).exists() || QDir(place + u"/tls"_s).exists())
            packed.append(place);
    if (!packed.isEmpty())
        QCoreApplication::setLibraryPaths(packed);
}

} // namespace

void hardenProcess(ProgramKind kind)
{
    leaveNoDump();
    closeToOtherPrograms();
    loadFromOwnFolderAndSystemOnly();
    if (kind == ProgramKind::WithoutWindows)
        keepExtensionsOut();
    loadPluginsFromOwnFolderOnly();
}

} // namespace bidseal::platform
