#include "core/key/pkcs11/host/Module.h"

#include "core/base/platform/DriverLibrary.h"
#include "core/key/pkcs11/host/ReturnValue.h"

#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace bidseal::key::host {

namespace {

/// A fixed-width field, padded with blanks (PKCS#11 v2.40, 3.2) or, by some modules, with zeros.
template <std::size_t size> QString paddedText(const CK_UTF8CHAR (&field)[size])
{
    QByteArrayView bytes(reinterpret_cast<const char*>(field), size);
    if (const auto end = bytes.indexOf('\0'); end >= 0)
        bytes = bytes.first(end);
    while (bytes.endsWith(' '))
        bytes.chop(1);
    return textOf(bytes);
}

PinState pinStateOf(CK_FLAGS flags)
{
    if (flags & CKF_USER_PIN_LOCKED)
        return PinState::Locked;
    if (flags & CKF_USER_PIN_FINAL_TRY)
        return PinState::LastTry;
    if (flags & CKF_USER_PIN_COUNT_LOW)
        return PinState::SomeWrong;
    return (flags & CKF_USER_PIN_INITIALIZED) ? PinState::Normal : PinState::Unknown;
}

TokenState stateOf(const CK_TOKEN_INFO& info)
{
    return { paddedText(info.label), paddedText(info.manufacturerID), paddedText(info.model),
        paddedText(info.serialNumber), pinStateOf(info.flags), (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0,
        (info.flags & CKF_USER_PIN_TO_BE_CHANGED) != 0 };
}

Status initialise(CK_FUNCTION_LIST& functions)
{
    CK_C_INITIALIZE_ARGS arguments {};
    arguments.flags = CKF_OS_LOCKING_OK;
    auto result = functions.C_Initialize(&arguments);
    // Old modules know no locking; we call from one thread only.
    if (result == CKR_CANT_LOCK || result == CKR_ARGUMENTS_BAD)
        result = functions.C_Initialize(nullptr);
    if (result != CKR_OK && result != CKR_CRYPTOKI_ALREADY_INITIALIZED)
        return failure(ErrorCode::ModuleUnusable, u"C_Initialize: "_s + returnValueName(result));
    return {};
}

} // namespace

QString textOf(QByteArrayView bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLocal8Bit(bytes) : text;
}

Result<Module> Module::load(const QString& absolutePath)
{
    const QFileInfo file(absolutePath);
    if (!file.isAbsolute() || !file.isFile())
        return failure(ErrorCode::ModuleNotFound, u"no file of this absolute path: "_s + absolutePath);
    const auto entry = platform::loadDriverFunction(absolutePath, "C_GetFunctionList");
    if (!entry)
        return failure(entry.error());

    CK_FUNCTION_LIST* functions = nullptr;
    const auto result = reinterpret_cast<CK_C_GetFunctionList>(*entry)(&functions);
    if (result != CKR_OK || !functions)
        return failure(ErrorCode::ModuleUnusable, u"C_GetFunctionList: "_s + returnValueName(result));
    if (functions->version.major < 2)
        return failure(ErrorCode::ModuleUnusable, u"PKCS#11 version %1"_s.arg(functions->version.major));
    if (const auto initialised = initialise(*functions); !initialised)
        return failure(initialised.error());
    return Module(functions);
}

Result<std::vector<PresentToken>> Module::tokens() const
{
    CK_ULONG count = 0;
    auto result = m_functions->C_GetSlotList(CK_TRUE, nullptr, &count);
    std::vector<CK_SLOT_ID> slotIds(count);
    if (result == CKR_OK && count > 0)
        result = m_functions->C_GetSlotList(CK_TRUE, slotIds.data(), &count);
    // CKR_BUFFER_TOO_SMALL: one was plugged in between the two calls; what fits is not told then.
    if (result != CKR_OK)
        return failed("C_GetSlotList", result);
    slotIds.resize(count);

    std::vector<PresentToken> present;
    for (const auto slot : slotIds) {
        auto token = tokenIn(slot);
        if (token && (token->info.flags & CKF_TOKEN_INITIALIZED))
            present.push_back(std::move(*token));
        else if (!token)
            qWarning("slot %lu left out: %s", static_cast<unsigned long>(slot), qUtf8Printable(token.error().detail));
    }
    return present;
}

Result<PresentToken> Module::tokenIn(CK_SLOT_ID slot) const
{
    PresentToken token { slot, {}, {} };
    if (const auto result = m_functions->C_GetTokenInfo(slot, &token.info); result != CKR_OK)
        return failed("C_GetTokenInfo", result);
    token.state = stateOf(token.info);
    return token;
}

bool Module::hasToken(CK_SLOT_ID slot) const
{
    CK_SLOT_INFO info {};
    return m_functions->C_GetSlotInfo(slot, &info) == CKR_OK && (info.flags & CKF_TOKEN_PRESENT);
}

} // namespace bidseal::key::host
