#include "core/key/pkcs11/host/ReturnValue.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::key::host {

namespace {

struct Meaning {
    CK_RV value;
    const char* name;
    ErrorCode code;
};

#define MEANS(value, code)                                                                                             \
    Meaning { value, #value, ErrorCode::code }

/// PKCS#11 v2.40, 5.1. What is not listed is a failure of the token that nobody but its maker can explain.
constexpr std::array kMeanings {
    MEANS(CKR_HOST_MEMORY, TokenFailed),
    MEANS(CKR_SLOT_ID_INVALID, TokenRemoved),
    MEANS(CKR_GENERAL_ERROR, TokenFailed),
    MEANS(CKR_FUNCTION_FAILED, TokenFailed),
    MEANS(CKR_ARGUMENTS_BAD, TokenFailed),
    MEANS(CKR_CANT_LOCK, ModuleUnusable),
    MEANS(CKR_NEED_TO_CREATE_THREADS, ModuleUnusable),
    MEANS(CKR_ATTRIBUTE_TYPE_INVALID, TokenFailed),
    MEANS(CKR_DATA_INVALID, TokenFailed),
    MEANS(CKR_DATA_LEN_RANGE, KeyUnsupported),
    MEANS(CKR_BUFFER_TOO_SMALL, KeyUnsupported),
    MEANS(CKR_DEVICE_ERROR, TokenFailed),
    MEANS(CKR_DEVICE_MEMORY, TokenFailed),
    MEANS(CKR_DEVICE_REMOVED, TokenRemoved),
    MEANS(CKR_FUNCTION_CANCELED, Cancelled),
    MEANS(CKR_FUNCTION_NOT_SUPPORTED, KeyUnsupported),
    MEANS(CKR_KEY_HANDLE_INVALID, TokenFailed),
    MEANS(CKR_KEY_SIZE_RANGE, KeyUnsupported),
    MEANS(CKR_KEY_TYPE_INCONSISTENT, KeyUnsupported),
    MEANS(CKR_KEY_FUNCTION_NOT_PERMITTED, KeyUnsupported),
    MEANS(CKR_MECHANISM_INVALID, KeyUnsupported),
    MEANS(CKR_MECHANISM_PARAM_INVALID, KeyUnsupported),
    MEANS(CKR_OPERATION_ACTIVE, TokenFailed),
    MEANS(CKR_OPERATION_NOT_INITIALIZED, TokenFailed),
    MEANS(CKR_PIN_INCORRECT, PinWrong),
    MEANS(CKR_PIN_INVALID, PinWrong),
    MEANS(CKR_PIN_LEN_RANGE, PinLengthInvalid),
    MEANS(CKR_PIN_EXPIRED, TokenFailed),
    MEANS(CKR_PIN_LOCKED, PinLocked),
    MEANS(CKR_SESSION_CLOSED, TokenFailed),
    MEANS(CKR_SESSION_COUNT, TokenFailed),
    MEANS(CKR_SESSION_HANDLE_INVALID, TokenFailed),
    MEANS(CKR_TOKEN_NOT_PRESENT, TokenRemoved),
    MEANS(CKR_TOKEN_NOT_RECOGNIZED, TokenFailed),
    MEANS(CKR_USER_NOT_LOGGED_IN, TokenFailed),
    MEANS(CKR_USER_ANOTHER_ALREADY_LOGGED_IN, TokenFailed),
    MEANS(CKR_USER_TOO_MANY_TYPES, TokenFailed),
    MEANS(CKR_USER_PIN_NOT_INITIALIZED, TokenFailed),
    MEANS(CKR_USER_TYPE_INVALID, TokenFailed),
    MEANS(CKR_CRYPTOKI_NOT_INITIALIZED, TokenFailed),
};

#undef MEANS

const Meaning* meaningOf(CK_RV value)
{
    const auto* found
        = std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning& m) { return m.value == value; });
    return found == kMeanings.end() ? nullptr : found;
}

} // namespace

QString returnValueName(CK_RV value)
{
    const auto* meaning = meaningOf(value);
    return meaning ? QString::fromLatin1(meaning->name) : u"return value 0x%1"_s.arg(value, 0, 16);
}

tl::unexpected<Error> failed(const char* function, CK_RV value)
{
    const auto* meaning = meaningOf(value);
    return failure(meaning ? meaning->code : ErrorCode::TokenFailed,
        QString::fromLatin1(function) + u": "_s + returnValueName(value));
}

bool maySayTokenRemoved(CK_RV value)
{
    constexpr std::array values { CKR_TOKEN_NOT_PRESENT, CKR_DEVICE_REMOVED, CKR_SLOT_ID_INVALID, CKR_DEVICE_ERROR,
        CKR_GENERAL_ERROR, CKR_FUNCTION_FAILED, CKR_SESSION_HANDLE_INVALID, CKR_SESSION_CLOSED, CKR_KEY_HANDLE_INVALID,
        CKR_USER_NOT_LOGGED_IN, CKR_TOKEN_NOT_RECOGNIZED };
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace bidseal::key::host
