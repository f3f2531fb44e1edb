#pragma once

#include <QString>

#include <optional>

/// Everything in which the platforms differ about who debugs this process.
namespace bidseal::platform {

struct Tracer {
    QString name; ///< the program's; empty where the system does not tell
};
struct Tracing {
    bool isKnown = false; ///< the system answered
    std::optional<Tracer> tracer;
};

/// Whether another program is attached to any thread of this process: it may read and change everything here.
[[nodiscard]] Tracing tracing();

} // namespace bidseal::platform
