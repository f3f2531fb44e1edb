#include "core/key/pkcs11/host/Session.h"

#include "core/key/pkcs11/host/ReturnValue.h"

#include <array>
#include <cstring>

namespace bidseal::key::host {

namespace {

/// No certificate, label or identifier is longer; a length beyond it is a driver's mistake.
constexpr CK_ULONG kMaximumAttribute = 64 * 1024;

} // namespace

Result<Session> Session::open(const Module& module, CK_SLOT_ID slot)
{
    CK_SESSION_HANDLE handle = CK_INVALID_HANDLE;
    const auto result = module.functions().C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &handle);
    if (result != CKR_OK)
        return failed("C_OpenSession", result);
    return Session(&module.functions(), handle);
}

Session::Session(Session&& other) noexcept
    : m_functions(other.m_functions)
    , m_handle(std::exchange(other.m_handle, CK_INVALID_HANDLE))
    , m_isLoggedIn(std::exchange(other.m_isLoggedIn, false))
{
}

Session::~Session()
{
    if (m_isLoggedIn)
        m_functions->C_Logout(m_handle);
    if (m_handle != CK_INVALID_HANDLE)
        m_functions->C_CloseSession(m_handle);
}

CK_RV Session::login(LoginKind kind, const Secret& pin)
{
    const CK_USER_TYPE user = kind == LoginKind::User ? CKU_USER : CKU_CONTEXT_SPECIFIC;
    auto* bytes = pin.isEmpty() ? nullptr : reinterpret_cast<CK_UTF8CHAR*>(const_cast<char*>(pin.view().data()));
    const auto result = m_functions->C_Login(m_handle, user, bytes, static_cast<CK_ULONG>(pin.size()));
    if (result == CKR_OK && kind == LoginKind::User)
        m_isLoggedIn = true;
    return result;
}

Result<std::vector<CK_OBJECT_HANDLE>> Session::find(std::vector<CK_ATTRIBUTE> attributes) const
{
    auto result = m_functions->C_FindObjectsInit(m_handle, attributes.data(), static_cast<CK_ULONG>(attributes.size()));
    if (result != CKR_OK)
        return failed("C_FindObjectsInit", result);
    std::vector<CK_OBJECT_HANDLE> found;
    std::array<CK_OBJECT_HANDLE, 32> some {};
    CK_ULONG count = 0;
    do {
        result = m_functions->C_FindObjects(m_handle, some.data(), some.size(), &count);
        if (result == CKR_OK)
            found.insert(found.end(), some.begin(), some.begin() + std::min<std::size_t>(count, some.size()));
    } while (result == CKR_OK && count > 0);
    m_functions->C_FindObjectsFinal(m_handle);
    if (result != CKR_OK)
        return failed("C_FindObjects", result);
    return found;
}

Result<std::vector<CK_OBJECT_HANDLE>> Session::findClass(CK_OBJECT_CLASS objectClass) const
{
    return find({ { CKA_CLASS, &objectClass, sizeof objectClass } });
}

QByteArray Session::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    CK_ATTRIBUTE wanted { type, nullptr, 0 };
    if (m_functions->C_GetAttributeValue(m_handle, object, &wanted, 1) != CKR_OK
        || wanted.ulValueLen > kMaximumAttribute)
        return {};
    QByteArray value(static_cast<qsizetype>(wanted.ulValueLen), Qt::Uninitialized);
    wanted.pValue = value.data();
    if (m_functions->C_GetAttributeValue(m_handle, object, &wanted, 1) != CKR_OK)
        return {};
    value.truncate(static_cast<qsizetype>(wanted.ulValueLen));
    return value;
}

std::optional<CK_ULONG> Session::number(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    const auto bytes = attribute(object, type);
    CK_ULONG value = 0;
    if (bytes.size() != sizeof value)
        return {};
    std::memcpy(&value, bytes.constData(), sizeof value);
    return value;
}

bool Session::isTrue(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    const auto bytes = attribute(object, type);
    return bytes.size() == 1 && bytes[0] != CK_FALSE;
}

} // namespace bidseal::key::host
