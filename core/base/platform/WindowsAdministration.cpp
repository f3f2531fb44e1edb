#include "core/base/platform/Administration.h"

#include <QDir>
#include <QFileInfo>

#include <memory>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

struct LocalMemory {
    void operator()(void* memory) const { LocalFree(memory); }
};
using SecurityDescriptor = std::unique_ptr<void, LocalMemory>;

/// SYSTEM, Administrators, TrustedInstaller.
bool isAdministrator(PSID sid)
{
    if (IsWellKnownSid(sid, WinLocalSystemSid) || IsWellKnownSid(sid, WinBuiltinAdministratorsSid))
        return true;
    wchar_t* text = nullptr;
    if (!ConvertSidToStringSidW(sid, &text))
        return false;
    const std::unique_ptr<wchar_t, LocalMemory> owned(text);
    return QString::fromWCharArray(text) == u"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"_s;
}

bool letsWrite(const ACE_HEADER& header, PSID& sid, bool& isReadable)
{
    constexpr ACCESS_MASK kWriting = FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_WRITE_ATTRIBUTES | DELETE
        | FILE_DELETE_CHILD | WRITE_DAC | WRITE_OWNER | GENERIC_WRITE | GENERIC_ALL;
    isReadable = header.AceType == ACCESS_ALLOWED_ACE_TYPE || header.AceType == ACCESS_DENIED_ACE_TYPE;
    if (header.AceType != ACCESS_ALLOWED_ACE_TYPE || (header.AceFlags & INHERIT_ONLY_ACE))
        return false;
    const auto& entry = reinterpret_cast<const ACCESS_ALLOWED_ACE&>(header);
    sid = const_cast<DWORD*>(&entry.SidStart);
    return (entry.Mask & kWriting) != 0;
}

/// A list without entries lets nobody write, no list at all lets everybody.
bool onlyAdministratorsMayWrite(PACL list)
{
    if (!list)
        return false;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void* entry = nullptr;
        PSID sid = nullptr;
        bool isReadable = false;
        if (!GetAce(list, i, &entry))
            return false;
        if (letsWrite(*static_cast<ACE_HEADER*>(entry), sid, isReadable) && !isAdministrator(sid))
            return false;
        if (!isReadable)
            return false;
    }
    return true;
}

bool isAdministratorsAlone(const QString& path)
{
    const auto name = QDir::toNativeSeparators(path).toStdWString();
    const DWORD attributes = GetFileAttributesW(name.c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES || (attributes & FILE_ATTRIBUTE_REPARSE_POINT))
        return false;
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetNamedSecurityInfoW(name.c_str(), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
            &owner, nullptr, &list, nullptr, &descriptor)
        != ERROR_SUCCESS)
        return false;
    const SecurityDescriptor owned(descriptor);
    return isAdministrator(owner) && onlyAdministratorsMayWrite(list);
}

} // namespace

QString administratorsFolder()
{
    const auto programData = qEnvironmentVariable("ProgramData", u"C:/ProgramData"_s);
    return QDir(programData).filePath(u"BidSeal"_s);
}

/// %ProgramData% itself lets users make folders of their own, so only BidSeal's folder and what is in it count.
bool isAdministrators(const QString& path)
{
    const QFileInfo file(path);
    return isAdministratorsAlone(file.absoluteFilePath()) && isAdministratorsAlone(file.absolutePath());
}

} // namespace bidseal::platform
