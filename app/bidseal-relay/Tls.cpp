#include "app/bidseal-relay/Tls.h"

#include <openssl/ssl.h>

namespace bidseal::relay::service {

namespace {

/// Clients that would rather speak HTTP/2 are told at once that it is HTTP/1.1.
int chooseProtocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered,
    unsigned int offeredLength, void*)
{
    static constexpr unsigned char own[] = "\x08http/1.1";
    unsigned char* match = nullptr;
    if (SSL_select_next_proto(&match, length, own, sizeof own - 1, offered, offeredLength) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = match;
    return SSL_TLSEXT_ERR_OK;
}

void harden(SSL_CTX* context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS); // thousands of connections do nothing but wait
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
}

} // namespace

TlsContext readTls(const std::string& certificateFile, const std::string& keyFile)
{
    auto context = std::make_shared<net::ssl::context>(net::ssl::context::tls_server);
    harden(context->native_handle());
    boost::system::error_code error;
    context->use_certificate_chain_file(certificateFile, error);
    if (error)
        return { nullptr, certificateFile + ": " + error.message() };
    context->use_private_key_file(keyFile, net::ssl::context::pem, error);
    if (error)
        return { nullptr, keyFile + ": " + error.message() };
    if (SSL_CTX_check_private_key(context->native_handle()) != 1)
        return { nullptr, keyFile + " is not the key of " + certificateFile };
    return { std::move(context), {} };
}

} // namespace bidseal::relay::service
