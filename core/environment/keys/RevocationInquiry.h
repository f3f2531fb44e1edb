#pragma once

#include "core/certificate/Revocation.h"
#include "core/environment/keys/CertificatesInQuestion.h"

#include <QUrl>

#include <chrono>

namespace bidseal::environment {

struct RevocationResult {
    enum class State {
        NamesNobody, ///< the certificate knows neither a responder nor a list
        IssuerMissing,
        NoAnswer,
        Answered,
    };
    State state = State::NoAnswer;
    QUrl server; ///< who answered, or did not
    certificate::RevocationAnswer answer; ///< signed by the issuer, unless it is Unusable
};

/// Asks these servers, all at once, about each certificate that says it can be asked about: at a server's URL that ends
/// in ".crl" for the revocation list, at any other by OCSP. The addresses in the certificates themselves are not
/// called: a certificate comes from anywhere, and only an administrator says who may learn what is looked at here.
/// Issuers are looked for beside each certificate and among `roots`. One result for each, in their order.
[[nodiscard]] std::vector<RevocationResult> askForRevocation(const std::vector<CertificateInQuestion>& certificates,
    const std::vector<certificate::Certificate>& roots, const std::vector<Server>& servers, const QDateTime& now,
    std::chrono::milliseconds patience, const std::stop_token& stop);

} // namespace bidseal::environment
