#include "core/base/platform/WindowsSecurity.h"

#include <QDir>

#include <aclapi.h>
#include <sddl.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

QString textOf(PSID sid)
{
    wchar_t* text = nullptr;
    if (!ConvertSidToStringSidW(sid, &text))
        return {};
    const Local<wchar_t> owned(text);
    return QString::fromWCharArray(text);
}

QString userOf(HANDLE process)
{
    HANDLE rawToken = nullptr;
    if (!OpenProcessToken(process, TOKEN_QUERY, &rawToken))
        return {};
    const Handle token(rawToken);
    DWORD size = 0;
    GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    QByteArray buffer(static_cast<qsizetype>(size), '\0');
    if (size == 0 || !GetTokenInformation(token.get(), TokenUser, buffer.data(), size, &size))
        return {};
    return textOf(reinterpret_cast<TOKEN_USER*>(buffer.data())->User.Sid);
}

bool isAdministrator(PSID sid)
{
    return IsWellKnownSid(sid, WinLocalSystemSid) || IsWellKnownSid(sid, WinBuiltinAdministratorsSid)
        || textOf(sid) == u"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"_s;
}

std::optional<FileSecurity> securityOf(const QString& path)
{
    auto name = QDir::toNativeSeparators(path).toStdWString();
    FileSecurity security;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
            &security.owner, nullptr, &security.list, nullptr, &descriptor)
        != ERROR_SUCCESS)
        return {};
    security.descriptor.reset(descriptor);
    return security;
}

bool givesOthers(PACL list, ACCESS_MASK rights, const std::function<bool(PSID)>& isTrusted)
{
    if (!list)
        return true;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void* raw = nullptr;
        if (!GetAce(list, i, &raw))
            return true;
        const auto& header = *static_cast<const ACE_HEADER*>(raw);
        if (header.AceType == ACCESS_DENIED_ACE_TYPE || (header.AceFlags & INHERIT_ONLY_ACE))
            continue;
        if (header.AceType != ACCESS_ALLOWED_ACE_TYPE)
            return true;
        const auto& entry = *static_cast<const ACCESS_ALLOWED_ACE*>(raw);
        if ((entry.Mask & rights) != 0 && !isTrusted(const_cast<DWORD*>(&entry.SidStart)))
            return true;
    }
    return false;
}

} // namespace bidseal::platform
