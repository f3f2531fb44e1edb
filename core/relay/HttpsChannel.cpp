#include "core/relay/HttpsChannel.h"

#include "core/base/platform/BootClock.h"
#include "core/relay/Wire.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace bidseal::relay {

namespace {

using platform::BootClock;

constexpr qint64 kLargestAnswer = wire::kLargestRecord; // bytes

/// The system's, for this object alone: the application's own setting is not touched.
class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override { return systemProxyForQuery(query); }
};

Result<QSslConfiguration> tlsFor(const RelayAddress& address)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (address.caFile.isEmpty())
        return tls;
    const auto authorities = QSslCertificate::fromPath(address.caFile, QSsl::Pem);
    if (authorities.isEmpty())
        return failure(ErrorCode::RelayAddressInvalid, u"no certificate in "_s + address.caFile,
            { QFileInfo(address.caFile).fileName(), {}, {}, {} });
    tls.setCaCertificates(authorities); // and nobody else's
    return tls;
}

QUrl urlOf(const RelayAddress& address, const QString& path)
{
    return QUrl(QString::fromLatin1(address.origin.ascii()) + path, QUrl::StrictMode);
}

QNetworkRequest plainRequest(const QUrl& url, const HttpRequest& wanted, const QSslConfiguration& tls)
{
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("User-Agent", "BidSeal");
    request.setRawHeader("Accept-Language", "*"); // Qt would tell the person's
    request.setRawHeader("Accept-Encoding", "identity"); // nothing to unpack: an answer is as large as it is
    if (!wanted.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + wanted.token);
    if (!wanted.contentType.isEmpty())
        request.setRawHeader("Content-Type", wanted.contentType);
    return request;
}

QNetworkReply* send(QNetworkAccessManager& manager, const QNetworkRequest& request, const HttpRequest& wanted)
{
    switch (wanted.verb) {
    case HttpRequest::Verb::Get:
        return manager.get(request);
    case HttpRequest::Verb::Put:
        return manager.put(request, wanted.body);
    case HttpRequest::Verb::Post:
        return manager.post(request, wanted.body);
    case HttpRequest::Verb::Delete:
        return manager.deleteResource(request);
    }
    Q_UNREACHABLE();
}

/// Why a request ended other than by an answer.
enum class Cut { No, Stopped, TooLarge, TooSlow };

/// Waits for the answer in an event loop of its own; `stop` ends that from any thread.
Cut waitFor(QNetworkReply& reply, BootClock::duration patience, const std::stop_token& stop)
{
    const auto deadline = BootClock::now() + patience;
    QEventLoop loop;
    auto cut = Cut::No;
    const auto endBy = [&](Cut reason) {
        cut = reason;
        loop.quit();
    };
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(&reply, &QNetworkReply::readyRead, &loop, [&] {
        if (reply.bytesAvailable() > kLargestAnswer)
            endBy(Cut::TooLarge);
    });
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        if (BootClock::now() >= deadline)
            endBy(Cut::TooSlow);
    });
    tick.start(patience / 20); // QTimer's own time stands still while the computer sleeps
    const std::stop_callback wake(
        stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    if (!reply.isFinished())
        loop.exec();
    if (cut == Cut::No && !reply.isFinished())
        cut = Cut::Stopped;
    return cut;
}

HttpAnswer answerFrom(QNetworkReply& reply)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto& [name, value] : reply.rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    answer.contentType = answer.header("content-type").split(';').first().trimmed().toLower();
    answer.body = reply.readAll();
    return answer;
}

HttpAnswer noAnswer(const QString& problem)
{
    HttpAnswer answer;
    answer.problem = problem;
    return answer;
}

/// Errors of the connection and of proxies, not those that stand for a status.
bool isOfTheConnection(QNetworkReply::NetworkError error)
{
    return error > QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
}

/// Less came than was announced: the connection was cut.
bool isShort(const HttpAnswer& answer)
{
    bool isNumber = false;
    const auto announced = answer.header("content-length").toLongLong(&isNumber);
    return isNumber && answer.status != 204 && answer.body.size() < announced;
}

// Qt's own texts are in the person's language, and the log is English.
QString textOf(const QList<QSslError>& errors)
{
    QStringList texts;
    for (const auto& error : errors)
        texts.append(u"QSslError %1"_s.arg(error.error()));
    return texts.join(u"; "_s);
}

QString textOf(QNetworkReply::NetworkError error)
{
    return QLatin1String(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error));
}

} // namespace

struct HttpsChannel::Network {
    QSslConfiguration tls;
    QNetworkAccessManager manager;
};

std::optional<std::chrono::seconds> HttpAnswer::seconds(const char* name) const
{
    bool isNumber = false;
    const auto number = header(name).toUInt(&isNumber);
    if (!isNumber)
        return {};
    return std::chrono::seconds(number);
}

QByteArray HttpAnswer::header(const char* name) const { return headers.value(QByteArray(name).toLower()); }

HttpsChannel::HttpsChannel(RelayAddress address)
    : m_address(std::move(address))
{
}

HttpsChannel::~HttpsChannel() = default;

Result<HttpsChannel::Network*> HttpsChannel::network()
{
    if (m_network)
        return m_network.get();
    auto tls = tlsFor(m_address);
    if (!tls)
        return failure(tls.error());
    m_network = std::make_unique<Network>();
    m_network->tls = std::move(*tls);
    m_network->manager.setProxyFactory(new SystemProxies); // owned by the manager
    return m_network.get();
}

Result<HttpAnswer> HttpsChannel::exchange(const HttpRequest& request, const std::stop_token& stop)
{
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    const auto network = this->network();
    if (!network)
        return failure(network.error());
    const ErrorFacts host { .name = m_address.origin.shown(), .date = {}, .bytes = {}, .page = {} };
    auto& [tls, manager] = **network;
    const std::unique_ptr<QNetworkReply> reply(
        send(manager, plainRequest(urlOf(m_address, request.path), request, tls), request));
    QList<QSslError> distrust;
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, reply.get(),
        [&distrust](const QList<QSslError>& errors) { distrust = errors; }); // nobody ignores them: the reply fails
    switch (waitFor(*reply, request.patience, stop)) {
    case Cut::No:
        break;
    case Cut::Stopped:
        return failure(ErrorCode::Cancelled);
    case Cut::TooLarge:
        return failure(ErrorCode::RelayUnsuitable, u"a larger answer than any relay gives"_s, host);
    case Cut::TooSlow:
        return noAnswer(u"no answer in time"_s);
    }

    if (!distrust.isEmpty())
        return failure(ErrorCode::RelayUntrusted, textOf(distrust), host);
    if (reply->error() == QNetworkReply::SslHandshakeFailedError) // a connection that was only cut is another error
        return failure(ErrorCode::RelayUnsuitable, u"no TLS: "_s + textOf(reply->error()), host);
    if (isOfTheConnection(reply->error()))
        return noAnswer(textOf(reply->error()));
    auto answer = answerFrom(*reply);
    if (answer.status == 0)
        return failure(ErrorCode::RelayUnsuitable, u"not HTTP: "_s + textOf(reply->error()), host);
    if (answer.status >= 300 && answer.status < 400)
        return failure(ErrorCode::RelayUnsuitable, u"a redirect"_s, host);
    if (answer.body.size() > kLargestAnswer)
        return failure(ErrorCode::RelayUnsuitable, u"a larger answer than any relay gives"_s, host);
    if (isShort(answer))
        return noAnswer(u"the answer was cut off"_s);
    return answer;
}

} // namespace bidseal::relay
