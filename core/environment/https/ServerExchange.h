#pragma once

#include <QDateTime>
#include <QHash>
#include <QSslCertificate>
#include <QSslError>
#include <QUrl>

#include <chrono>
#include <stop_token>
#include <vector>

namespace bidseal::environment {

/// What one server is asked.
struct ServerQuestion {
    enum class Verb { Head, Get, Post };
    enum class Way { AsTheSystemDoes, WithoutProxy };
    /// When enough is known: nothing more is waited for. Connected: with TLS where that is spoken; nothing is asked.
    enum class Until { Connected, Headers, WholeAnswer };
    /// Whether a certificate that is refused for nothing but its dates stops the question. Where the clock may be
    /// wrong, the dates say nothing, and nothing secret is asked.
    enum class CertificateDates { Refuse, Note };

    QUrl url; ///< https or http
    QString caFile {}; ///< PEM, instead of the system's authorities; empty: these
    Verb verb = Verb::Head;
    Way way = Way::AsTheSystemDoes;
    Until until = Until::Headers;
    CertificateDates certificateDates = CertificateDates::Refuse;
    qint64 largestBody = 65'536; ///< bytes
    QByteArray contentType {}, body {}; ///< of a Post
};

/// Why a server gave no answer.
enum class ServerProblem {
    None,
    NameUnknown,
    Unreachable, ///< refused, or no way there
    Cut, ///< the connection ended in the middle
    Silent, ///< nothing in time
    ProxyLeadsNowhere, ///< it does not answer, or does not lead there
    ProxyWantsPassword,
    NoTls,
    CertificateRefused,
    NotHttp,
    TooLarge,
    AuthoritiesMissing, ///< caFile holds no certificate
};
/// "name-unknown": a stable word for reports.
[[nodiscard]] QString wordFor(ServerProblem problem);

struct ServerAnswer {
    ServerProblem problem = ServerProblem::None;
    int status = 0; ///< HTTP; 0: not asked for, or none came
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    QList<QSslCertificate> chain; ///< as the server showed it, its own certificate first
    QList<QSslError> distrust; ///< what is wrong with it; also where it was only noted
    QSsl::SslProtocol protocol = QSsl::UnknownProtocol;

    std::chrono::milliseconds connecting {
        0
    }; ///< until the connection was there, with TLS; the name's lookup not counted
    QDateTime askedAt; ///< UTC, this computer's clock: when the request went out; invalid: never
    std::chrono::milliseconds roundTrip { 0 }; ///< from there to the first of the answer
};

/// Whether nothing but the dates of the certificates is wrong, which a wrong clock explains.
[[nodiscard]] bool isOnlyAboutDates(const QList<QSslError>& distrust);

/// Asks all of them side by side, for at most `patience` altogether: TLS 1.2 or later, no redirects, no cookies, no
/// HTTP/2, no credentials. One answer for each question, in their order; those that a request to stop came before are
/// Silent.
[[nodiscard]] std::vector<ServerAnswer> askSideBySide(
    const std::vector<ServerQuestion>& questions, std::chrono::milliseconds patience, const std::stop_token& stop);

} // namespace bidseal::environment
