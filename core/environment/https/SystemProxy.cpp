#include "core/environment/https/SystemProxy.h"

namespace bidseal::environment {

QNetworkProxy systemProxyFor(const QUrl& url)
{
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
}

bool isProxied(const QNetworkProxy& proxy)
{
    return proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy;
}

} // namespace bidseal::environment
