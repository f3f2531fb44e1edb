#include "core/base/platform/FolderSafety.h"

#include "core/base/platform/Process.h"
#include "core/base/platform/WindowsSecurity.h"

#include <QDir>
#include <QFileInfo>

#include <aclapi.h>
#include <sddl.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

using State = FolderSafety::State;

/// Replacing what is in the folder takes one of these.
constexpr ACCESS_MASK kChanging
    = FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_DELETE_CHILD | WRITE_DAC | WRITE_OWNER | GENERIC_WRITE | GENERIC_ALL;

bool isTrusted(PSID sid)
{
    return isAdministrator(sid) || IsWellKnownSid(sid, WinCreatorOwnerSid) || textOf(sid) == currentUserId();
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
    const auto security = securityOf(real);
    if (!security)
        return { State::Unknown, real, false };
    const bool isOwn = textOf(security->owner) == currentUserId();
    if (!isTrusted(security->owner))
        return { State::OthersOwn, real, false };
    return { givesOthers(security->list, kChanging, isTrusted) ? State::OthersMayChange : State::Private, real, isOwn };
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
    const Local<void> owned(descriptor);
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
