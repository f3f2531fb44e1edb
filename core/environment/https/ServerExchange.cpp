#include "core/environment/https/ServerExchange.h"

#include "core/environment/https/SystemProxy.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using std::chrono::milliseconds;

/// For one manager alone: the application's own setting is not touched.
class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override { return systemProxyForQuery(query); }
};

/// Nothing where the file holds no certificate.
std::optional<QSslConfiguration> tlsFor(const QString& caFile)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty())
        return tls;
    const auto authorities = QSslCertificate::fromPath(caFile, QSsl::Pem);
    if (authorities.isEmpty())
        return {};
    tls.setCaCertificates(authorities); // and nobody else's
    return tls;
}

QNetworkRequest requestFor(const QUrl& url, const QSslConfiguration& tls)
{
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("User-Agent", "BidSeal");
    request.setRawHeader("Accept-Language", "*"); // Qt would tell the person's
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

QNetworkReply* send(const ServerQuestion& question, QNetworkAccessManager& manager, QNetworkRequest request)
{
    switch (question.verb) {
    case ServerQuestion::Verb::Head:
        return manager.head(request);
    case ServerQuestion::Verb::Get:
        return manager.get(request);
    case ServerQuestion::Verb::Post:
        request.setRawHeader("Content-Type", question.contentType);
        return manager.post(request, question.body);
    }
    Q_UNREACHABLE();
}

ServerProblem problemOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return ServerProblem::NameUnknown;
    case QNetworkReply::RemoteHostClosedError:
        return ServerProblem::Cut;
    case QNetworkReply::TimeoutError:
        return ServerProblem::Silent;
    case QNetworkReply::SslHandshakeFailedError:
        return ServerProblem::NoTls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return ServerProblem::ProxyLeadsNowhere;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ServerProblem::ProxyWantsPassword;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return ServerProblem::NotHttp;
    default:
        return ServerProblem::Unreachable;
    }
}

bool leadsThroughProxy(const ServerQuestion& question)
{
    return question.way == ServerQuestion::Way::AsTheSystemDoes && isProxied(systemProxyFor(question.url));
}

/// Qt has one error for whatever a proxy does instead of leading to a server with TLS, and without TLS takes a proxy
/// that is down for a server that is.
bool isProxysFault(QNetworkReply::NetworkError error, const ServerQuestion& question)
{
    const bool isPlain = question.url.scheme() == "http"_L1;
    const bool isSuspicious
        = error == QNetworkReply::UnknownNetworkError || (isPlain && error == QNetworkReply::ConnectionRefusedError);
    return isSuspicious && leadsThroughProxy(question);
}

/// Without TLS, what a proxy says (RFC 9110, 15.6.3 to 15.6.5) comes in the place of the server's answer.
ServerProblem problemOf(int status, const ServerQuestion& question)
{
    const bool isPlain = question.url.scheme() == "http"_L1;
    const bool isSuspicious = status == 407 || (status >= 502 && status <= 504);
    if (!isPlain || !isSuspicious || !leadsThroughProxy(question))
        return ServerProblem::None;
    return status == 407 ? ServerProblem::ProxyWantsPassword : ServerProblem::ProxyLeadsNowhere;
}

/// One question on its way to its answer, which is complete as soon as enough is known.
class Exchange {
public:
    Exchange(const ServerQuestion& question, QNetworkAccessManager& manager, std::function<void()> onDone)
        : m_question(question)
        , m_onDone(std::move(onDone))
    {
        const auto tls = tlsFor(question.caFile);
        if (!tls) {
            m_answer.problem = ServerProblem::AuthoritiesMissing;
            return;
        }
        m_sinceConnecting.start();
        m_reply.reset(send(question, manager, requestFor(question.url, *tls)));
        listen();
    }

    [[nodiscard]] bool isDone() const { return !m_reply; }

    void giveUp() { end(ServerProblem::Silent); }

    [[nodiscard]] ServerAnswer takeAnswer() { return std::move(m_answer); }

private:
    void listen()
    {
        auto* reply = m_reply.get();
        QObject::connect(reply, &QNetworkReply::socketStartedConnecting, reply, [this] {
            if (!m_answer.askedAt.isValid())
                m_sinceConnecting.start();
        });
        QObject::connect(reply, &QNetworkReply::sslErrors, reply, [this](const auto& errors) { distrust(errors); });
        QObject::connect(reply, &QNetworkReply::encrypted, reply, [this] { encrypted(); });
        QObject::connect(reply, &QNetworkReply::requestSent, reply, [this] { asked(); });
        QObject::connect(reply, &QNetworkReply::metaDataChanged, reply, [this] { headersCame(); });
        QObject::connect(reply, &QNetworkReply::readyRead, reply, [this] { stopWhereTooLarge(); });
        QObject::connect(reply, &QNetworkReply::finished, reply, [this] { finished(); });
    }

    void readTls()
    {
        const auto tls = m_reply->sslConfiguration();
        m_answer.chain = tls.peerCertificateChain();
        m_answer.protocol = tls.sessionProtocol();
    }

    void distrust(const QList<QSslError>& errors)
    {
        m_answer.distrust = errors;
        readTls();
        const bool isNoted = m_question.certificateDates == ServerQuestion::CertificateDates::Note;
        if (isNoted && isOnlyAboutDates(errors))
            m_reply->ignoreSslErrors();
    }

    void encrypted()
    {
        readTls();
        asked(); // at the earliest
    }

    void asked()
    {
        if (m_answer.status != 0)
            return;
        if (!m_answer.askedAt.isValid())
            m_answer.connecting = milliseconds(m_sinceConnecting.elapsed());
        m_answer.askedAt = QDateTime::currentDateTimeUtc();
        m_sinceAsked.start();
        if (m_question.until == ServerQuestion::Until::Connected)
            end(ServerProblem::None);
    }

    void headersCame()
    {
        if (m_answer.status != 0)
            return;
        if (!m_sinceAsked.isValid())
            asked();
        if (!m_reply)
            return;
        m_answer.roundTrip = milliseconds(m_sinceAsked.elapsed());
        m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        for (const auto& [name, value] : m_reply->rawHeaderPairs())
            m_answer.headers.insert(name.toLower(), value);
        if (m_question.until == ServerQuestion::Until::Headers && m_answer.status != 0)
            end(problemOf(m_answer.status, m_question));
    }

    void stopWhereTooLarge()
    {
        if (m_reply && m_reply->bytesAvailable() > m_question.largestBody)
            end(ServerProblem::TooLarge);
    }

    void finished()
    {
        if (!m_reply)
            return;
        const auto error = m_reply->error();
        const bool isRefused = !m_answer.distrust.isEmpty() && error == QNetworkReply::SslHandshakeFailedError;
        if (isRefused)
            return end(ServerProblem::CertificateRefused);
        const bool isOfTheConnection = error > QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
        if (isOfTheConnection)
            return end(isProxysFault(error, m_question) ? ServerProblem::ProxyLeadsNowhere : problemOf(error));
        if (m_answer.status == 0)
            headersCame();
        if (!m_reply)
            return;
        m_answer.body = m_reply->readAll();
        if (m_answer.status == 0)
            return end(ServerProblem::NotHttp);
        end(m_answer.body.size() > m_question.largestBody ? ServerProblem::TooLarge : ServerProblem::None);
    }

    void end(ServerProblem problem)
    {
        if (!m_reply)
            return;
        m_answer.problem = problem;
        // In the middle of one of its signals, so it goes when it is done with that, and what is under way with it.
        auto* reply = m_reply.release();
        QObject::disconnect(reply, nullptr, reply, nullptr); // from this object's
        reply->deleteLater();
        m_onDone();
    }

    ServerQuestion m_question;
    std::function<void()> m_onDone;
    std::unique_ptr<QNetworkReply> m_reply; ///< absent once the answer is complete
    QElapsedTimer m_sinceConnecting, m_sinceAsked;
    ServerAnswer m_answer;
};

} // namespace

QString wordFor(ServerProblem problem)
{
    switch (problem) {
    case ServerProblem::None:
        return u"none"_s;
    case ServerProblem::NameUnknown:
        return u"name-unknown"_s;
    case ServerProblem::Unreachable:
        return u"unreachable"_s;
    case ServerProblem::Cut:
        return u"cut"_s;
    case ServerProblem::Silent:
        return u"silent"_s;
    case ServerProblem::ProxyLeadsNowhere:
        return u"proxy-leads-nowhere"_s;
    case ServerProblem::ProxyWantsPassword:
        return u"proxy-wants-password"_s;
    case ServerProblem::NoTls:
        return u"no-tls"_s;
    case ServerProblem::CertificateRefused:
        return u"certificate-refused"_s;
    case ServerProblem::NotHttp:
        return u"not-http"_s;
    case ServerProblem::TooLarge:
        return u"too-large"_s;
    case ServerProblem::AuthoritiesMissing:
        return u"authorities-missing"_s;
    }
    Q_UNREACHABLE();
}

bool isOnlyAboutDates(const QList<QSslError>& distrust)
{
    return !distrust.isEmpty() && std::all_of(distrust.begin(), distrust.end(), [](const QSslError& error) {
        return error.error() == QSslError::CertificateNotYetValid || error.error() == QSslError::CertificateExpired;
    });
}

std::vector<ServerAnswer> askSideBySide(
    const std::vector<ServerQuestion>& questions, milliseconds patience, const std::stop_token& stop)
{
    QNetworkAccessManager asTheSystemDoes, withoutProxy;
    asTheSystemDoes.setProxyFactory(new SystemProxies); // owned by the manager
    withoutProxy.setProxy(QNetworkProxy::NoProxy);
    QEventLoop loop;
    std::vector<std::unique_ptr<Exchange>> exchanges;
    const auto allDone = [&exchanges] {
        return std::all_of(exchanges.begin(), exchanges.end(), [](const auto& exchange) { return exchange->isDone(); });
    };
    for (const auto& question : questions) {
        auto& manager = question.way == ServerQuestion::Way::WithoutProxy ? withoutProxy : asTheSystemDoes;
        exchanges.push_back(std::make_unique<Exchange>(question, manager, [&loop, &allDone] {
            if (allDone())
                loop.quit();
        }));
    }
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    const std::stop_callback wake(
        stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    if (!allDone() && !stop.stop_requested())
        loop.exec();

    std::vector<ServerAnswer> answers;
    for (const auto& exchange : exchanges) {
        exchange->giveUp();
        answers.push_back(exchange->takeAnswer());
    }
    return answers;
}

} // namespace bidseal::environment
