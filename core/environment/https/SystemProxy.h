#pragma once

#include <QNetworkProxy>
#include <QUrl>

namespace bidseal::environment {

/// The proxy that programs on this computer go through to reach `url`, as the system's settings have it (Linux: the
/// desktop's or the variables http_proxy, https_proxy, no_proxy). NoProxy: they go there directly. May take as long as
/// a proxy script does.
[[nodiscard]] QNetworkProxy systemProxyFor(const QUrl& url);

/// Whether the way to `url` leads through a proxy, which then also looks up the server's name.
[[nodiscard]] bool isProxied(const QNetworkProxy& proxy);

} // namespace bidseal::environment
