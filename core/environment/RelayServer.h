#pragma once

#include "core/environment/Situation.h"
#include "core/relay/RelayClient.h"

namespace bidseal::environment {

/// A relay as the checks know it: reached, trusted and asked for the time like any other server.
[[nodiscard]] inline Server relayServer(const relay::RelayAddress& address)
{
    return { Server::Role::Relay, QUrl(QString::fromLatin1(address.origin.ascii())), address.caFile };
}

} // namespace bidseal::environment
