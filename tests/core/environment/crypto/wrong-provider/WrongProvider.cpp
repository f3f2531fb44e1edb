// A provider for OpenSSL whose SM3 gives the same digest for everything: a library that somebody meddled with.

#include <openssl/core.h>
#include <openssl/core_dispatch.h>
#include <openssl/core_names.h>
#include <openssl/params.h>

#include <array>
#include <cstring>

namespace {

using Function = void (*)();
template <class T> Function function(T* pointer) { return reinterpret_cast<Function>(pointer); }

int context = 0; // there is nothing to keep

void* newContext(void*) { return &context; }
void freeContext(void*) { }
void* copyContext(void* from) { return from; }
int begin(void*, const OSSL_PARAM*) { return 1; }
int update(void*, const unsigned char*, std::size_t) { return 1; }
int finish(void*, unsigned char* digest, std::size_t* size, std::size_t room)
{
    if (room < 32)
        return 0;
    std::memset(digest, 0x5a, 32);
    *size = 32;
    return 1;
}
int tellSizes(OSSL_PARAM* parameters)
{
    OSSL_PARAM* block = OSSL_PARAM_locate(parameters, OSSL_DIGEST_PARAM_BLOCK_SIZE);
    OSSL_PARAM* size = OSSL_PARAM_locate(parameters, OSSL_DIGEST_PARAM_SIZE);
    return (!block || OSSL_PARAM_set_size_t(block, 64)) && (!size || OSSL_PARAM_set_size_t(size, 32));
}

const OSSL_DISPATCH* sm3()
{
    static const std::array functions {
        OSSL_DISPATCH { OSSL_FUNC_DIGEST_NEWCTX, function(newContext) },
        OSSL_DISPATCH { OSSL_FUNC_DIGEST_FREECTX, function(freeContext) },
        OSSL_DISPATCH { OSSL_FUNC_DIGEST_DUPCTX, function(copyContext) },
        OSSL_DISPATCH { OSSL_FUNC_DIGEST_INIT, function(begin) },
        OSSL_DISPATCH { OSSL_FUNC_DIGEST_UPDATE, function(update) },
        OSSL_DISPATCH { OSSL_FUNC_DIGEST_FINAL, function(finish) },
        OSSL_DISPATCH { OSSL_FUNC_DIGEST_GET_PARAMS, function(tellSizes) },
        OSSL_DISPATCH { 0, nullptr },
    };
    return functions.data();
}

const OSSL_ALGORITHM* algorithms(void*, int operation, int* mustNotBeCached)
{
    static const std::array digests {
        OSSL_ALGORITHM { "SM3:1.2.156.10197.1.401", "provider=wrong", sm3(), nullptr },
        OSSL_ALGORITHM { nullptr, nullptr, nullptr, nullptr },
    };
    *mustNotBeCached = 0;
    return operation == OSSL_OP_DIGEST ? digests.data() : nullptr;
}

} // namespace

extern "C" __attribute__((visibility("default"))) int OSSL_provider_init(
    const OSSL_CORE_HANDLE*, const OSSL_DISPATCH*, const OSSL_DISPATCH** functions, void** provider)
{
    static const std::array own {
        OSSL_DISPATCH { OSSL_FUNC_PROVIDER_QUERY_OPERATION, function(algorithms) },
        OSSL_DISPATCH { 0, nullptr },
    };
    *functions = own.data();
    *provider = &context;
    return 1;
}
