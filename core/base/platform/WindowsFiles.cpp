#include "core/base/platform/Files.h"

#include "core/base/platform/BlockCopy.h"
#include "core/base/platform/Process.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <thread>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

/// How long what somebody holds is waited for; and where nobody is seen, because who was there may just have gone.
constexpr int kTries = 20;
constexpr int kTriesUnseen = 4;
constexpr std::chrono::milliseconds kPause { 50 };

/// With the prefix that lifts the 260-character limit.
std::wstring nativePath(const QString& path)
{
    const QString absolute = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    if (absolute.startsWith(u"\\\\"_s))
        return (u"\\\\?\\UNC"_s + absolute.mid(1)).toStdWString();
    return (u"\\\\?\\"_s + absolute).toStdWString();
}

Error errorOf(DWORD number)
{
    const auto detail = u"Windows error %1"_s.arg(number);
    switch (number) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        return { ErrorCode::DiskFull, detail, {} };
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_USER_MAPPED_FILE:
        return { ErrorCode::OutputInUse, detail, {} };
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        return { ErrorCode::OutputExists, detail, {} };
    default:
        return { ErrorCode::OutputNotWritable, detail, {} };
    }
}

/// A security descriptor for the owner alone: full access for the user who runs this program, nothing inherited.
class OwnerOnly {
public:
    OwnerOnly()
    {
        const std::wstring text = u"D:P(A;;FA;;;%1)"_s.arg(currentUserId()).toStdWString();
        ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1, &m_descriptor, nullptr);
        m_attributes.nLength = sizeof m_attributes;
        m_attributes.lpSecurityDescriptor = m_descriptor;
    }
    ~OwnerOnly() { LocalFree(m_descriptor); }
    Q_DISABLE_COPY_MOVE(OwnerOnly)

    [[nodiscard]] SECURITY_ATTRIBUTES* attributes() { return m_descriptor ? &m_attributes : nullptr; }

private:
    PSECURITY_DESCRIPTOR m_descriptor = nullptr;
    SECURITY_ATTRIBUTES m_attributes {};
};

/// True where the file's access list names nobody but the user, administrators and the system.
bool onlyOwnerMayRead(const QString& path)
{
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    std::wstring name = nativePath(path);
    if (GetNamedSecurityInfoW(
            name.data(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, &list, nullptr, &descriptor)
        != ERROR_SUCCESS)
        return false;
    bool safe = list != nullptr; // no list at all means everybody
    const QString user = currentUserId();
    for (DWORD i = 0; safe && i < list->AceCount; ++i) {
        void* entry = nullptr;
        if (!GetAce(list, i, &entry) || static_cast<ACE_HEADER*>(entry)->AceType != ACCESS_ALLOWED_ACE_TYPE)
            continue;
        PSID who = &static_cast<ACCESS_ALLOWED_ACE*>(entry)->SidStart;
        wchar_t* text = nullptr;
        safe = IsWellKnownSid(who, WinLocalSystemSid) || IsWellKnownSid(who, WinBuiltinAdministratorsSid)
            || (ConvertSidToStringSidW(who, &text) && QString::fromWCharArray(text) == user);
        LocalFree(text);
    }
    LocalFree(descriptor);
    return safe;
}

bool fileIdentity(const QString& path, BY_HANDLE_FILE_INFORMATION& info)
{
    const HANDLE handle
        = CreateFileW(nativePath(path).c_str(), 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
            OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    const bool known = GetFileInformationByHandle(handle, &info);
    CloseHandle(handle);
    return known;
}

/// The finished file takes the access rights of its folder again, as a file that was saved there would have.
void inheritRights(const QString& path)
{
    ACL empty {};
    InitializeAcl(&empty, sizeof empty, ACL_REVISION);
    std::wstring name = nativePath(path);
    SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT,
        DACL_SECURITY_INFORMATION | UNPROTECTED_DACL_SECURITY_INFORMATION, nullptr, nullptr, &empty, nullptr);
}

/// The file takes the handle; the last error is CreateFile's where there is none.
Status adopt(QFile& file, HANDLE handle)
{
    if (handle == INVALID_HANDLE_VALUE)
        return failure(errorOf(GetLastError()));
    const int fd = _open_osfhandle(reinterpret_cast<intptr_t>(handle), _O_RDWR | _O_BINARY);
    if (fd < 0 || !file.open(fd, QIODevice::ReadWrite, QFileDevice::AutoCloseHandle)) {
        CloseHandle(handle);
        return failure(ErrorCode::OutputNotWritable, file.errorString());
    }
    return {};
}

} // namespace

Status copyContents(QFile& from, QFile& to, const ProgressCallback& progress, std::stop_token stop)
{
    return copyByBlocks(from, to, 0, progress, std::move(stop));
}

Status createPrivate(QFile& file)
{
    OwnerOnly owner;
    return adopt(file,
        CreateFileW(nativePath(file.fileName()).c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ,
            owner.attributes(), CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr));
}

Status reopenPrivate(QFile& file)
{
    return adopt(file,
        CreateFileW(nativePath(file.fileName()).c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr,
            OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
}

Status sync(QFile& file)
{
    if (!file.flush())
        return failure(writeError(file));
    if (!FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()))))
        return failure(errorOf(GetLastError()));
    return {};
}

Status publish(const QString& temporary, const QString& final, Overwrite overwrite)
{
    const DWORD flags = MOVEFILE_WRITE_THROUGH | (overwrite == Overwrite::Allow ? MOVEFILE_REPLACE_EXISTING : 0);
    const auto renamed = whileHeldElsewhere({ temporary, final }, [&]() -> Status {
        if (MoveFileExW(nativePath(temporary).c_str(), nativePath(final).c_str(), flags))
            return {};
        Error error = errorOf(GetLastError());
        error.facts.name = QFileInfo(final).fileName();
        return failure(std::move(error));
    });
    if (renamed)
        inheritRights(final);
    return renamed;
}

Status whileHeldElsewhere(const QStringList& files, const std::function<Status()>& action)
{
    for (int attempt = 1;; ++attempt) {
        auto done = action();
        if (done || (done.error().code != ErrorCode::OutputInUse && done.error().code != ErrorCode::OutputNotWritable))
            return done;
        const bool isHeld = std::ranges::any_of(files, isOpenElsewhere);
        if (isHeld)
            done.error().code = ErrorCode::OutputInUse;
        if (attempt >= (isHeld ? kTries : kTriesUnseen))
            return done;
        std::this_thread::sleep_for(kPause);
    }
}

bool isOpenElsewhere(const QString& path)
{
    const HANDLE handle
        = CreateFileW(nativePath(path).c_str(), GENERIC_READ | DELETE, 0, nullptr, OPEN_EXISTING, 0, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_SHARING_VIOLATION;
    CloseHandle(handle);
    return false;
}

bool isSameFile(const QString& first, const QString& second)
{
    BY_HANDLE_FILE_INFORMATION a {};
    BY_HANDLE_FILE_INFORMATION b {};
    return fileIdentity(first, a) && fileIdentity(second, b) && a.dwVolumeSerialNumber == b.dwVolumeSerialNumber
        && a.nFileIndexHigh == b.nFileIndexHigh && a.nFileIndexLow == b.nFileIndexLow;
}

Status readPrivateLine(const QString& path, const std::function<bool(char)>& take)
{
    HANDLE handle = GetStdHandle(STD_INPUT_HANDLE);
    const bool named = path != u"-"_s;
    if (named) {
        const QString name = QFileInfo(path).fileName();
        handle
            = CreateFileW(nativePath(path).c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
        if (handle == INVALID_HANDLE_VALUE) {
            const auto code
                = GetLastError() == ERROR_FILE_NOT_FOUND ? ErrorCode::FileNotFound : ErrorCode::FileNotReadable;
            return failure(code, u"Windows error %1"_s.arg(GetLastError()), { name, {}, {}, {} });
        }
        if (!onlyOwnerMayRead(path)) {
            CloseHandle(handle);
            return failure(ErrorCode::PinFileUnsafe, u"the access list names others"_s, { name, {}, {}, {} });
        }
    }
    char byte = 0;
    DWORD read = 0;
    while (ReadFile(handle, &byte, 1, &read, nullptr) && read == 1 && byte != '\n') {
        if (byte != '\r' && !take(byte))
            break;
    }
    wipe(&byte, 1);
    if (named)
        CloseHandle(handle);
    return {};
}

Error writeError(const QFileDevice& file)
{
    const auto code = file.error() == QFileDevice::ResourceError || GetLastError() == ERROR_DISK_FULL
        ? ErrorCode::DiskFull
        : ErrorCode::OutputNotWritable;
    return { code, file.errorString(), {} };
}

} // namespace bidseal::platform
