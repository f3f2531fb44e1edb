#include "core/base/platform/FolderSafety.h"

#include "core/base/platform/Process.h"

#include <QDir>
#include <QFileInfo>

#include <memory>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

using State = FolderSafety::State;

struct LocalMemory {
    void operator()(void* memory) const { LocalFree(memory); }
};
using SecurityDescriptor = std::unique_ptr<void, LocalMemory>;

QString textOf(PSID sid)
{
    wchar_t* text = nullptr;
    if (!ConvertSidToStringSidW(sid, &text))
        return {};
    const std::unique_ptr<wchar_t, LocalMemory> owned(text);
    return QString::fromWCharArray(text);
}

/// This user, SYSTEM, Administrators, TrustedInstaller.
bool isTrusted(PSID sid)
{
    return IsWellKnownSid(sid, WinLocalSystemSid) || IsWellKnownSid(sid, WinBuiltinAdministratorsSid)
        || IsWellKnownSid(sid, WinCreatorOwnerSid) || textOf(sid) == currentUserId()
        || textOf(sid) == u"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"_s;
}

/// Replacing what is in the folder takes one of these.
bool letsOthersChange(const ACE_HEADER& header)
{
    constexpr ACCESS_MASK kChanging = FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_DELETE_CHILD | WRITE_DAC | WRITE_OWNER
        | GENERIC_WRITE | GENERIC_ALL;
    if (header.AceType != ACCESS_ALLOWED_ACE_TYPE || (header.AceFlags & INHERIT_ONLY_ACE))
        return false;
    const auto& entry = reinterpret_cast<const ACCESS_ALLOWED_ACE&>(header);
    return (entry.Mask & kChanging) != 0 && !isTrusted(const_cast<DWORD*>(&entry.SidStart));
}

/// No list at all lets everybody.
bool othersMayChange(PACL list)
{
    if (!list)
        return true;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void* entry = nullptr;
        if (GetAce(list, i, &entry) && letsOthersChange(*static_cast<ACE_HEADER*>(entry)))
            return true;
    }
    return false;
}

Error refusal(const QString& path, DWORD number)
{
    return { ErrorCode::OutputNotWritable, u"not made private: Windows error %1"_s.arg(number),
        { .name = QFileInfo(path).fileName() } };
}

} // namespace

QString temporaryFolder() { return QDir::tempPath(); }

FolderSafety folderSafety(const QString& path)
{
    const auto real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty() || !QFileInfo(real).isDir())
        return { State::NotThere, path, false };
    auto name = QDir::toNativeSeparators(real).toStdWString();
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
            &owner, nullptr, &list, nullptr, &descriptor)
        != ERROR_SUCCESS)
        return { State::Unknown, real, false };
    const SecurityDescriptor owned(descriptor);
    const bool isOwn = textOf(owner) == currentUserId();
    if (!isTrusted(owner))
        return { State::OthersOwn, real, false };
    return { othersMayChange(list) ? State::OthersMayChange : State::Private, real, isOwn };
}

Status makeFolderPrivate(const QString& path)
{
    if (!QFileInfo::exists(path))
        return failure(ErrorCode::FileNotFound, u"no such folder"_s, { .name = QFileInfo(path).fileName() });
    if (!canMakeFolderPrivate(path))
        return failure(refusal(path, ERROR_ACCESS_DENIED));
    // Full access for this user, SYSTEM and Administrators, for what lies in it too; nothing inherited from above.
    const auto text = u"D:P(A;OICI;FA;;;%1)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"_s.arg(currentUserId()).toStdWString();
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1, &descriptor, nullptr))
        return failure(refusal(path, GetLastError()));
    const SecurityDescriptor owned(descriptor);
    BOOL isPresent = FALSE;
    BOOL isDefaulted = FALSE;
    PACL list = nullptr;
    if (!GetSecurityDescriptorDacl(descriptor, &isPresent, &list, &isDefaulted))
        return failure(refusal(path, GetLastError()));
    auto name = QDir::toNativeSeparators(path).toStdWString();
    const DWORD set = SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT,
        DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr, nullptr, list, nullptr);
    if (set != ERROR_SUCCESS)
        return failure(refusal(path, set));
    return {};
}

bool canMakeFolderPrivate(const QString& path)
{
    const QFileInfo folder(path);
    const bool isLink = folder.isSymLink() || folder.isJunction();
    return QDir::isAbsolutePath(path) && folder.isDir() && !isLink && !folder.isRoot() && folderSafety(path).isOwn;
}

} // namespace bidseal::platform
