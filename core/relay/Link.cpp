#include "core/relay/Link.h"

#include "core/relay/Wire.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::relay {

namespace {

constexpr qsizetype kLongestOrigin = 64;
constexpr qsizetype kLongestLink = 200;
constexpr qsizetype kMostVersions = 8;
constexpr auto kSessionPath = "/s/"_L1;

/// Of a host in ASCII form: names and IPv4 addresses, or an IPv6 address.
bool isHost(const QString& host)
{
    static const QRegularExpression name(u"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$"_s);
    return host.contains(u':') || name.match(host).hasMatch();
}

QByteArray asciiOf(const QUrl& url)
{
    constexpr int kHttpsPort = 443;
    const auto host = url.host(QUrl::FullyEncoded);
    if (!isHost(host))
        return {};
    auto ascii = u"https://"_s + (host.contains(u':') ? u'[' + host + u']' : host);
    if (url.port(kHttpsPort) != kHttpsPort)
        ascii += u':' + QString::number(url.port());
    return ascii.toLatin1();
}

/// 1 to 8, ascending (1).
bool areVersions(QByteArrayView versions)
{
    const auto follows = [](char a, char b) { return static_cast<uchar>(a) >= static_cast<uchar>(b); };
    return !versions.isEmpty() && versions.size() <= kMostVersions
        && std::adjacent_find(versions.begin(), versions.end(), follows) == versions.end();
}

tl::unexpected<Error> noLink(const QString& detail) { return failure(ErrorCode::PhoneLinkInvalid, detail); }

} // namespace

Origin::Origin(QByteArray ascii)
    : m_ascii(std::move(ascii))
{
}

Result<Origin> Origin::parse(const QString& text)
{
    const auto invalid = [](const QString& detail) { return failure(ErrorCode::RelayAddressInvalid, detail); };
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"https")
        return invalid(u"not an https address"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || (url.path() != u"" && url.path() != u"/"))
        return invalid(u"more than a host and a port"_s);
    auto ascii = url.port() == 0 ? QByteArray() : asciiOf(url);
    if (ascii.isEmpty() || ascii.size() > kLongestOrigin)
        return invalid(u"no host, or one that is too long"_s);
    return Origin(std::move(ascii));
}

QString Origin::shown() const
{
    // QUrl writes a name in its own script only below domains whose registries refuse look-alikes.
    const QUrl url(QString::fromLatin1(m_ascii));
    const auto host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    return url.port() < 0 ? host : host + u':' + QString::number(url.port());
}

Result<Link> Link::parse(const QString& text)
{
    if (text.size() > kLongestLink)
        return noLink(u"too long"_s);
    const auto path = text.indexOf(kSessionPath, u"https://"_s.size());
    const auto hash = text.indexOf(u'#');
    if (path < 0 || hash < path)
        return noLink(u"not the shape of a link"_s);
    const auto origin = Origin::parse(text.first(path));
    if (!origin || origin->ascii() != text.first(path).toUtf8())
        return noLink(u"not the address of a relay"_s);
    const auto session = text.sliced(path + kSessionPath.size(), hash - path - kSessionPath.size()).toUtf8();
    const auto sessionBytes = fromBase64Url(session);
    if (!sessionBytes || sessionBytes->size() != static_cast<qsizetype>(wire::kSessionBytes))
        return noLink(u"not the name of a session"_s);

    constexpr auto kKey = static_cast<qsizetype>(wire::kKeyBytes);
    const auto hidden = fromBase64Url(text.sliced(hash + 1).toUtf8());
    if (!hidden || hidden->isEmpty())
        return noLink(u"nothing behind the session that could be read"_s);
    const auto count = static_cast<qsizetype>(static_cast<uchar>(hidden->front()));
    if (hidden->size() != 1 + count + 2 * kKey || !areVersions(QByteArrayView(*hidden).sliced(1, count)))
        return noLink(u"not versions, a key and a secret"_s);
    const auto secret = hidden->last(kKey);
    return Link { *origin, session, hidden->sliced(1, count), hidden->sliced(1 + count, kKey),
        Secret::fromUtf8({ secret.constData(), wire::kKeyBytes }) };
}

QString Link::text() const
{
    const auto hidden = static_cast<char>(versions.size()) + versions + desktopKey
        + QByteArray(secret.view().data(), static_cast<qsizetype>(secret.size()));
    return QString::fromLatin1(origin.ascii() + "/s/" + session + '#' + toBase64Url(hidden));
}

QByteArray toBase64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> fromBase64Url(QByteArrayView text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toByteArray(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    // Padding and trailing bits that are not zero are what encoding does not make.
    if (!decoded || toBase64Url(*decoded) != text)
        return std::nullopt;
    return *decoded;
}

} // namespace bidseal::relay
