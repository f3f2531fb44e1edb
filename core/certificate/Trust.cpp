#include "core/certificate/Trust.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace bidseal::certificate {

namespace {

using Store = openssl::Handle<X509_STORE, X509_STORE_free>;
using Context = openssl::Handle<X509_STORE_CTX, X509_STORE_CTX_free>;
using Bio = openssl::Handle<BIO, BIO_free_all>;

void freeStack(STACK_OF(X509) * stack) { sk_X509_free(stack); }
using Certificates = openssl::Handle<STACK_OF(X509), freeStack>;

/// The certificates stay the callers'.
Certificates stackOf(const std::vector<Certificate>& certificates)
{
    Certificates stack(sk_X509_new_null());
    for (const auto& certificate : certificates) {
        if (stack)
            sk_X509_push(stack.get(), certificate.handle());
    }
    return stack;
}

Store storeOf(const std::vector<Certificate>& roots)
{
    Store store(X509_STORE_new());
    for (const auto& root : roots) {
        if (store)
            X509_STORE_add_cert(store.get(), root.handle());
    }
    return store;
}

/// Called for every problem that is met; 1 goes on as if there were none.
int leaveTheSignersDatesOut(int isWell, X509_STORE_CTX* context)
{
    const auto problem = X509_STORE_CTX_get_error(context);
    const bool isAboutDates = problem == X509_V_ERR_CERT_HAS_EXPIRED || problem == X509_V_ERR_CERT_NOT_YET_VALID;
    return isWell || (isAboutDates && X509_STORE_CTX_get_error_depth(context) == 0) ? 1 : 0;
}

Trust trustFor(int problem)
{
    switch (problem) {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return Trust::IssuerUnknown;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
        return Trust::RootUnknown;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return Trust::IssuerExpired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return Trust::IssuerNotYetValid;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return Trust::SignatureWrong;
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_NON_CA:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
        return Trust::IssuerNoAuthority;
    default:
        return Trust::NotJudged;
    }
}

std::optional<Certificate> current(X509_STORE_CTX* context)
{
    const auto* certificate = X509_STORE_CTX_get_current_cert(context);
    const auto read = certificate ? Certificate::fromDer(openssl::toDer(certificate, i2d_X509))
                                  : Result<Certificate>(failure(ErrorCode::CertificateUnreadable));
    return read ? std::optional(*read) : std::nullopt;
}

} // namespace

ChainVerdict verifyChain(const Certificate& signer, const std::vector<Certificate>& issuers,
    const std::vector<Certificate>& roots, const QDateTime& utc)
{
    const auto store = storeOf(roots);
    const auto untrusted = stackOf(issuers);
    const Context context(X509_STORE_CTX_new());
    if (!store || !untrusted || !context
        || X509_STORE_CTX_init(context.get(), store.get(), signer.handle(), untrusted.get()) != 1)
        return { Trust::NotJudged, {}, openssl::takeErrors() };
    auto* parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(parameters, utc.toSecsSinceEpoch());
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CHECK_SS_SIGNATURE);
    X509_STORE_CTX_set_verify_cb(context.get(), leaveTheSignersDatesOut);
    if (X509_verify_cert(context.get()) == 1)
        return { Trust::Trusted, {}, {} };
    const auto problem = X509_STORE_CTX_get_error(context.get());
    (void)openssl::takeErrors();
    return { trustFor(problem), current(context.get()), QString::fromLatin1(X509_verify_cert_error_string(problem)) };
}

std::vector<Certificate> certificatesFromPem(const QByteArray& pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    std::vector<Certificate> certificates;
    while (bio) {
        const openssl::Handle<X509, X509_free> next(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!next)
            break;
        if (auto certificate = Certificate::fromDer(openssl::toDer(next.get(), i2d_X509)))
            certificates.push_back(std::move(*certificate));
    }
    (void)openssl::takeErrors();
    return certificates;
}

bool allowsSigning(const Certificate& certificate)
{
    // All bits are set where there is no such extension.
    return (X509_get_key_usage(certificate.handle()) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

bool isAuthority(const Certificate& certificate) { return X509_check_ca(certificate.handle()) > 0; }

} // namespace bidseal::certificate
