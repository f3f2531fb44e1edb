#include "core/environment/network/ServerConnectionCheck.h"

#include "core/base/ShownTime.h"
#include "core/base/platform/SystemSettings.h"
#include "core/environment/https/ServerExchange.h"
#include "core/environment/network/Inspectors.h"
#include "core/environment/network/ServerWords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using std::chrono::milliseconds;

class Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkChecks)
};

constexpr milliseconds kPatience { 4'500 };

bool isEncrypted(const Server& server) { return server.url.scheme() == "https"_L1; }

ServerQuestion questionFor(const Server& server)
{
    ServerQuestion question { .url = server.url, .caFile = server.caFile, .verb = ServerQuestion::Verb::Get };
    question.until = isEncrypted(server) ? ServerQuestion::Until::Connected : ServerQuestion::Until::Headers;
    return question;
}

QStringList issuerNamesIn(const QList<QSslCertificate>& chain)
{
    QStringList names;
    for (const auto& certificate : chain)
        for (const auto part :
            { QSslCertificate::CommonName, QSslCertificate::Organization, QSslCertificate::OrganizationalUnitName })
            names += certificate.issuerInfo(part);
    return names;
}

QString nameOf(const QStringList& commonName, const QStringList& organisation)
{
    return commonName.isEmpty() ? organisation.join(u' ') : commonName.join(u' ');
}

QString subjectOf(const QSslCertificate& certificate)
{
    return nameOf(
        certificate.subjectInfo(QSslCertificate::CommonName), certificate.subjectInfo(QSslCertificate::Organization));
}

QString issuerOf(const QSslCertificate& certificate)
{
    return nameOf(
        certificate.issuerInfo(QSslCertificate::CommonName), certificate.issuerInfo(QSslCertificate::Organization));
}

QString shownProtocol(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default:
        return {};
    }
}

bool has(const QList<QSslError>& distrust, std::initializer_list<QSslError::SslError> wanted)
{
    return std::any_of(distrust.begin(), distrust.end(), [wanted](const QSslError& error) {
        return std::find(wanted.begin(), wanted.end(), error.error()) != wanted.end();
    });
}

/// QSslError::SslError
QJsonArray numbersOf(const QList<QSslError>& distrust)
{
    QJsonArray numbers;
    for (const auto& error : distrust)
        numbers.append(static_cast<int>(error.error()));
    return numbers;
}

// What the server's certificate came to

Finding datesRefused(const QSslCertificate& certificate)
{
    auto finding = failed("dates-refused",
        Words::tr("{role} {server}: its certificate is valid from {validFrom} to {validUntil}, and by this computer's "
                  "clock it is {now}."))
                       .means(Words::tr(
                           "Either the server's certificate has expired or this computer's clock is wrong, which is "
                           "the more frequent. BidSeal does not connect to this server."))
                       .with({ u"validFrom"_s, certificate.effectiveDate().toUTC().toString(Qt::ISODate),
                           Privacy::Public, shownDay(certificate.effectiveDate()) })
                       .with({ u"validUntil"_s, certificate.expiryDate().toUTC().toString(Qt::ISODate), Privacy::Public,
                           shownDay(certificate.expiryDate()) });
    const auto now = QDateTime::currentDateTimeUtc();
    auto whole = std::move(finding).with({ u"now"_s, now.toString(Qt::ISODate), Privacy::Public, shownTime(now) });
    const auto text
        = Words::tr("Compare the date and time of this computer with a phone. If they agree, tell whoever runs "
                    "the server that its certificate has expired.");
    const auto link = platform::dateAndTimeSettings();
    return link.isEmpty() ? std::move(whole).todo(text) : std::move(whole).todoAt(text, link);
}

Finding intercepted(const QString& inspector)
{
    return failed("intercepted",
        Words::tr("{role} {server}: {inspector} stands in between and shows a certificate of its own making."))
        .means(Words::tr("It could read and alter what passes. BidSeal does not connect to this server as long as that "
                         "is so."))
        .todo(Words::tr("Close {inspector}, or have whoever looks after the computers exempt {server} from its "
                        "inspection. Then run this check again."))
        .with({ u"inspector"_s, inspector });
}

Finding inspected(const QString& inspector)
{
    return warning("inspected",
        Words::tr(
            "{role} {server}: {inspector} stands in between. This computer has been set to trust the certificates "
            "that it makes."))
        .means(Words::tr("It reads what passes between BidSeal and this server, and could alter it."))
        .todo(Words::tr("If that is not your company's wish, switch the inspection of encrypted connections off in "
                        "{inspector}, or have {server} exempted from it."))
        .with({ u"inspector"_s, inspector });
}

Finding wrongName()
{
    return failed(
        "wrong-name", Words::tr("{role} {server}: the server shows a certificate for another name, {subject}."))
        .means(Words::tr("Another server has answered, or this one is set up wrongly. BidSeal does not connect to it."))
        .todo(Words::tr("Compare the address in the settings with the one you were given. If it is right, tell whoever "
                        "runs the server. In a hotel or guest network, sign in on its web page first."));
}

Finding foreignChain()
{
    return failed("foreign-chain",
        Words::tr("{role} {server}: the server shows a certificate from {issuer}, which is not trusted here."))
        .means(
            Words::tr("Either something in between has made that certificate and could read and alter what passes, or "
                      "the server's authority has not been set up on this computer. BidSeal does not connect to it."))
        .todo(Words::tr("Ask whoever runs the server, by telephone, whether {issuer} is its authority. If so, have its "
                        "certificate file set up for this server; if not, try another network and tell whoever looks "
                        "after this one."));
}

Finding revoked()
{
    return failed("revoked", Words::tr("{role} {server}: the certificate that the server shows has been revoked."))
        .means(Words::tr("Whoever has it now may not be the server's owner. BidSeal does not connect to it."))
        .todo(Words::tr("Tell whoever runs the server, and do not sign by way of it until that is settled."));
}

Finding refused(const ServerAnswer& answer)
{
    if (const auto inspector = inspectorNamedBy(issuerNamesIn(answer.chain)))
        return intercepted(*inspector);
    if (isOnlyAboutDates(answer.distrust))
        return datesRefused(answer.distrust.first().certificate());
    if (has(answer.distrust, { QSslError::CertificateRevoked, QSslError::CertificateBlacklisted }))
        return revoked();
    const bool isForeign = has(answer.distrust,
        { QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
            QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToVerifyFirstCertificate,
            QSslError::UnableToGetIssuerCertificate, QSslError::CertificateUntrusted });
    return !isForeign && has(answer.distrust, { QSslError::HostNameMismatch }) ? wrongName() : foreignChain();
}

// What else may be in the way

QString loss(Server::Role role)
{
    switch (role) {
    case Server::Role::Relay:
        return Words::tr("Signing with a phone does not work now. Signing with a UKey does.");
    case Server::Role::Timestamp:
        return Words::tr("Signatures get no timestamp now.");
    case Server::Role::Revocation:
        return Words::tr("Whether certificates have been revoked cannot be asked now.");
    case Server::Role::Time:
        return Words::tr("This computer's clock cannot be compared with this server.");
    }
    Q_UNREACHABLE();
}

Finding notReached(Server::Role role, ServerProblem problem)
{
    const auto about = [&](QString found) {
        return failed(problem == ServerProblem::Silent ? "no-answer" : "not-reached", std::move(found))
            .means(loss(role));
    };
    const auto network
        = Words::tr("Check that the network cable or Wi-Fi is connected and other web pages open. If they do, "
                    "try another network, for example a phone's, and tell whoever looks after this one.");
    const auto address
        = Words::tr("Compare the address in the settings with the one you were given. If it is right, ask "
                    "whoever runs the server whether it is running.");
    const auto proxy
        = Words::tr("Look at the check of the proxy in this list, and correct the proxy in the system's network "
                    "settings.");
    switch (problem) {
    case ServerProblem::NameUnknown:
        return about(Words::tr("{role} {server}: the name was not found.")).todo(address);
    case ServerProblem::Silent:
        return about(Words::tr("{role} {server}: no answer in {patience} seconds."))
            .todo(network)
            .with({ u"patience"_s, static_cast<double>(kPatience.count()) / 1000 });
    case ServerProblem::ProxyLeadsNowhere:
    case ServerProblem::ProxyWantsPassword:
        return about(Words::tr("{role} {server}: the proxy does not lead there.")).todo(proxy);
    case ServerProblem::Cut:
        return about(Words::tr("{role} {server}: the connection was cut before it was there.")).todo(network);
    case ServerProblem::NotHttp:
        return about(Words::tr("{role} {server}: what answers there is no such server.")).todo(address);
    default:
        return about(Words::tr("{role} {server}: it takes no connection.")).todo(address);
    }
}

Finding noTls()
{
    return failed(
        "no-tls", Words::tr("{role} {server}: whatever answers there does not speak an encryption of today (TLS 1.2)."))
        .means(
            Words::tr("This is not the server that was meant, or something in between disturbs the connection. BidSeal "
                      "does not connect to it."))
        .todo(Words::tr("Compare the address in the settings, with its port, with the one you were given; then try "
                        "another network."));
}

Finding authoritiesMissing(const Server& server)
{
    return failed("authorities-missing",
        Words::tr("{role} {server}: the file with its authority's certificate, {caFile}, is not there or holds none."))
        .means(Words::tr("Without it BidSeal cannot tell this server from a false one, and does not connect to it."))
        .todo(Words::tr("Have the certificate file set up again, or choose it anew in the settings."))
        .with({ u"caFile"_s, QFileInfo(server.caFile).fileName(), Privacy::Personal });
}

// Connected

Finding slow(int limit)
{
    return warning("slow", Words::tr("{role} {server}: reached, but it took {milliseconds} ms to connect."))
        .means(
            Words::tr("From {limitMilliseconds} ms on it is felt: signing with a phone needs a dozen such answers, and "
                      "may run into its time limit."))
        .todo(
            Words::tr("Close downloads and video meetings, or use a cable instead of Wi-Fi, and run this check again."))
        .with({ u"limitMilliseconds"_s, limit });
}

Finding connected(const Server& server, const ServerAnswer& answer, const Policy& policy)
{
    if (const auto inspector = inspectorNamedBy(issuerNamesIn(answer.chain)))
        return inspected(*inspector);
    const auto limit = policy.thresholds.latencyWarningMilliseconds;
    if (answer.connecting > milliseconds(limit))
        return slow(limit);
    if (!isEncrypted(server))
        return passed("reached", Words::tr("{role} {server}: reached."));
    return passed("connected",
        Words::tr("{role} {server}: connected with {protocol} in {milliseconds} ms; the certificate is its own, from "
                  "{issuer}."));
}

/// A server without TLS that takes the request is there, whatever it thinks of it: it was not what it expects.
bool isThere(const Server& server, const ServerAnswer& answer)
{
    const bool isUnimpressed = answer.problem == ServerProblem::Cut || answer.problem == ServerProblem::NotHttp;
    return !isEncrypted(server) && isUnimpressed && answer.askedAt.isValid();
}

Finding judged(const Server& server, const ServerAnswer& answer, const Policy& policy)
{
    if (isThere(server, answer))
        return connected(server, answer, policy);
    switch (answer.problem) {
    case ServerProblem::None:
    case ServerProblem::TooLarge:
        return connected(server, answer, policy);
    case ServerProblem::CertificateRefused:
        return refused(answer);
    case ServerProblem::NoTls:
        return noTls();
    case ServerProblem::AuthoritiesMissing:
        return authoritiesMissing(server);
    case ServerProblem::NameUnknown:
    case ServerProblem::Unreachable:
    case ServerProblem::Cut:
    case ServerProblem::Silent:
    case ServerProblem::ProxyLeadsNowhere:
    case ServerProblem::ProxyWantsPassword:
    case ServerProblem::NotHttp:
        break;
    }
    return notReached(server.role, answer.problem);
}

Finding withChain(Finding finding, const QList<QSslCertificate>& chain)
{
    QJsonArray subjects, issuers;
    for (const auto& certificate : chain) {
        subjects.append(subjectOf(certificate));
        issuers.append(issuerOf(certificate));
    }
    return std::move(finding)
        .with({ u"subject"_s, subjects.first(), Privacy::Personal })
        .with({ u"issuer"_s, issuers.first(), Privacy::Personal })
        .with({ u"chainSubjects"_s, subjects, Privacy::Personal })
        .with({ u"chainIssuers"_s, issuers, Privacy::Personal });
}

Finding withWhatWasSeen(Finding finding, const ServerAnswer& answer)
{
    auto& facts = finding.facts;
    facts.push_back({ u"problem"_s, wordFor(answer.problem) });
    if (answer.askedAt.isValid())
        facts.push_back({ u"milliseconds"_s, static_cast<qint64>(answer.connecting.count()) });
    if (const auto protocol = shownProtocol(answer.protocol); !protocol.isEmpty())
        facts.push_back({ u"protocol"_s, protocol });
    if (!answer.distrust.isEmpty())
        facts.push_back({ u"tlsErrors"_s, numbersOf(answer.distrust) });
    return answer.chain.isEmpty() ? finding : withChain(std::move(finding), answer.chain);
}

} // namespace

CheckTraits ServerConnectionCheck::traits() const
{
    return { .id = "server-connection",
        .group = Group::Network,
        .cost = Cost::Slow,
        .isolation = Isolation::OwnProcess,
        .limit = milliseconds(8'000) };
}

QString ServerConnectionCheck::title() const { return Words::tr("Connections to the servers"); }

Finding ServerConnectionCheck::measure(const Situation& situation, const Policy& policy, const std::stop_token& stop)
{
    const auto servers = withoutRepetition(situation.servers);
    if (servers.empty())
        return notApplicable("no-server", Words::tr("No server is set up, so there is nothing to connect to."));
    std::vector<ServerQuestion> questions;
    std::transform(servers.begin(), servers.end(), std::back_inserter(questions), questionFor);
    const auto answers = askSideBySide(questions, kPatience, stop);
    std::vector<Finding> parts;
    for (std::size_t i = 0; i < servers.size(); ++i)
        parts.push_back(aboutServer(withWhatWasSeen(judged(servers[i], answers[i], policy), answers[i]), servers[i]));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
