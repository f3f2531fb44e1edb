#pragma once

#include "core/base/Secret.h"
#include "core/key/pkcs11/host/Module.h"

namespace bidseal::key::host {

enum class LoginKind { User, ForOneOperation };

/// A read-only session with a token; logs out and closes when it goes.
class Session {
public:
    [[nodiscard]] static Result<Session> open(const Module& module, CK_SLOT_ID slot);
    ~Session();
    Session(Session&& other) noexcept;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    Session& operator=(Session&&) = delete;

    [[nodiscard]] CK_SESSION_HANDLE handle() const { return m_handle; }

    /// One C_Login, never a second. An empty `pin` means that the token asks on its own pad.
    [[nodiscard]] CK_RV login(LoginKind kind, const Secret& pin);

    [[nodiscard]] Result<std::vector<CK_OBJECT_HANDLE>> find(std::vector<CK_ATTRIBUTE> attributes) const;
    [[nodiscard]] Result<std::vector<CK_OBJECT_HANDLE>> findClass(CK_OBJECT_CLASS objectClass) const;
    /// Empty where the object has none, or keeps it to itself.
    [[nodiscard]] QByteArray attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
    [[nodiscard]] std::optional<CK_ULONG> number(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
    [[nodiscard]] bool isTrue(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;

private:
    Session(CK_FUNCTION_LIST* functions, CK_SESSION_HANDLE handle)
        : m_functions(functions)
        , m_handle(handle)
    {
    }
    CK_FUNCTION_LIST* m_functions;
    CK_SESSION_HANDLE m_handle;
    bool m_isLoggedIn = false;
};

} // namespace bidseal::key::host
