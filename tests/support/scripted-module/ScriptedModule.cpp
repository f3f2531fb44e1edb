// SoftHSM never locks a PIN, never hangs and cannot be pulled out. This module forwards to it and does what the script
// says whose path is in BIDSEAL_SCRIPT: lines of "name=value", read again at each call. What must outlive the process
// (the count of wrong PINs, as on a real token) is kept beside it in "<script>.state".
//
//   forward=PATH           the module behind this one
//   tries=N                wrong PINs until it is locked; the flags of the token tell of it
//   pin-lengths=MIN-MAX    what the token claims
//   change-pin=yes         the token wants its PIN changed
//   pad=PIN                the token has a pad of its own, on which this PIN is typed
//   absent=yes             no token is plugged in
//   without=0x40,0x41      mechanisms that the token does not offer
//   initialize=hang|fail
//   slots=fail             the driver loads, and cannot tell what is plugged in
//   login=already|once     another program has logged in; no login but the first succeeds
//   sign=hang|crash|fail|slow|remove|remove-quietly the last two pull the token out in the middle of C_Sign
//   sign-well=N            the first N signatures, whatever is said above

#define CRYPTOKI_EXPORTS
#include "core/base/platform/DriverLibrary.h"

#include <p11-kit/pkcs11.h>

#include <QFile>
#include <QHash>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

using Values = QHash<QByteArray, QByteArray>;

CK_FUNCTION_LIST* g_behind = nullptr;
bool g_isRemoved = false;

Values readValues(const QString& path)
{
    Values values;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return values;
    for (const auto& line : file.readAll().split('\n')) {
        const auto equals = line.indexOf('=');
        if (equals > 0)
            values.insert(line.left(equals), line.mid(equals + 1));
    }
    return values;
}

QString scriptPath() { return qEnvironmentVariable("BIDSEAL_SCRIPT"); }
QString statePath() { return scriptPath() + u".state"_s; }

QByteArray script(const char* name) { return readValues(scriptPath()).value(name); }

int counted(const char* name) { return readValues(statePath()).value(name).toInt(); }

void count(const char* name, int value)
{
    auto values = readValues(statePath());
    values.insert(name, QByteArray::number(value));
    QFile file(statePath());
    if (!file.open(QIODevice::WriteOnly))
        return;
    for (auto entry = values.cbegin(); entry != values.cend(); ++entry)
        file.write(entry.key() + '=' + entry.value() + '\n');
}

[[noreturn]] void hang()
{
    for (;;)
        std::this_thread::sleep_for(std::chrono::hours(1));
}

bool isAbsent() { return g_isRemoved || script("absent") == "yes"; }

CK_FLAGS pinFlags()
{
    const auto tries = script("tries").toInt();
    const auto wrong = counted("wrong");
    if (tries == 0 || wrong == 0)
        return 0;
    if (wrong >= tries)
        return CKF_USER_PIN_LOCKED;
    return CKF_USER_PIN_COUNT_LOW | (wrong == tries - 1 ? CKF_USER_PIN_FINAL_TRY : 0);
}

CK_RV initialize(void* arguments)
{
    count("initialized", counted("initialized") + 1);
    const auto behaviour = script("initialize");
    if (behaviour == "hang")
        hang();
    if (behaviour == "fail")
        return CKR_GENERAL_ERROR;
    // Drivers talk: this must reach nobody's output.
    std::puts("scripted-pkcs11: initialised");
    std::fflush(stdout);
    return g_behind->C_Initialize(arguments);
}

CK_RV getSlotList(unsigned char tokenPresent, CK_SLOT_ID* slots, CK_ULONG* count)
{
    if (script("slots") == "fail")
        return CKR_DEVICE_ERROR;
    if (tokenPresent && isAbsent()) {
        *count = 0;
        return CKR_OK;
    }
    return g_behind->C_GetSlotList(tokenPresent, slots, count);
}

CK_RV getSlotInfo(CK_SLOT_ID slot, CK_SLOT_INFO* info)
{
    const auto result = g_behind->C_GetSlotInfo(slot, info);
    if (result == CKR_OK && isAbsent())
        info->flags &= ~CK_FLAGS(CKF_TOKEN_PRESENT);
    return result;
}

CK_RV getTokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO* info)
{
    if (isAbsent())
        return CKR_TOKEN_NOT_PRESENT;
    const auto result = g_behind->C_GetTokenInfo(slot, info);
    if (result != CKR_OK)
        return result;
    info->flags |= pinFlags();
    if (script("change-pin") == "yes")
        info->flags |= CKF_USER_PIN_TO_BE_CHANGED;
    if (!script("pad").isEmpty())
        info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
    if (const auto lengths = script("pin-lengths").split('-'); lengths.size() == 2) {
        info->ulMinPinLen = lengths[0].toUInt();
        info->ulMaxPinLen = lengths[1].toUInt();
    }
    return CKR_OK;
}

CK_RV getMechanismInfo(CK_SLOT_ID slot, CK_MECHANISM_TYPE type, CK_MECHANISM_INFO* info)
{
    for (const auto& hidden : script("without").split(',')) {
        if (hidden.toULong(nullptr, 0) == type && !hidden.isEmpty())
            return CKR_MECHANISM_INVALID;
    }
    return g_behind->C_GetMechanismInfo(slot, type, info);
}

CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char* pin, CK_ULONG size)
{
    count("logins", counted("logins") + 1);
    if (script("login") == "already")
        return CKR_USER_ALREADY_LOGGED_IN;
    if (script("login") == "once" && counted("logins") > 1)
        return CKR_PIN_INCORRECT;
    if (pinFlags() & CKF_USER_PIN_LOCKED)
        return CKR_PIN_LOCKED;
    auto typedOnPad = script("pad");
    if (!typedOnPad.isEmpty()) {
        if (pin)
            return CKR_ARGUMENTS_BAD;
        pin = reinterpret_cast<unsigned char*>(typedOnPad.data());
        size = static_cast<CK_ULONG>(typedOnPad.size());
    }
    const auto result = g_behind->C_Login(session, user, pin, size);
    if (result == CKR_OK)
        count("wrong", 0);
    if (result == CKR_PIN_INCORRECT)
        count("wrong", counted("wrong") + 1);
    return result;
}

CK_RV sign(CK_SESSION_HANDLE session, unsigned char* data, CK_ULONG dataSize, unsigned char* signature,
    CK_ULONG* signatureSize)
{
    count("signatures", counted("signatures") + 1);
    const auto behaviour = counted("signatures") > script("sign-well").toInt() ? script("sign") : QByteArray();
    if (behaviour == "slow")
        std::this_thread::sleep_for(std::chrono::milliseconds(1200));
    if (behaviour == "hang")
        hang();
    if (behaviour == "crash")
        std::abort();
    if (behaviour == "fail")
        return CKR_DEVICE_ERROR;
    if (behaviour.startsWith("remove")) {
        g_isRemoved = true;
        return behaviour == "remove" ? CKR_DEVICE_REMOVED : CKR_GENERAL_ERROR;
    }
    return g_behind->C_Sign(session, data, dataSize, signature, signatureSize);
}

CK_FUNCTION_LIST* behindModule()
{
    CK_FUNCTION_LIST* functions = nullptr;
    const auto entry = bidseal::platform::loadDriverFunction(QString::fromUtf8(script("forward")), "C_GetFunctionList");
    if (entry)
        reinterpret_cast<CK_C_GetFunctionList> (*entry)(&functions);
    return functions;
}

} // namespace

extern "C" Q_DECL_EXPORT CK_RV C_GetFunctionList(CK_FUNCTION_LIST** list)
{
    static CK_FUNCTION_LIST functions {};
    g_behind = behindModule();
    if (!g_behind)
        return CKR_GENERAL_ERROR;
    functions = *g_behind;
    functions.C_Initialize = initialize;
    functions.C_GetSlotList = getSlotList;
    functions.C_GetSlotInfo = getSlotInfo;
    functions.C_GetTokenInfo = getTokenInfo;
    functions.C_GetMechanismInfo = getMechanismInfo;
    functions.C_Login = login;
    functions.C_Sign = sign;
    *list = &functions;
    return CKR_OK;
}
