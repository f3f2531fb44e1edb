#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace bidseal::environment {

/// The value of a Date header (RFC 9110, 5.6.7), UTC, whole seconds. Only the form that may be sent today.
[[nodiscard]] std::optional<QDateTime> httpDateFrom(const QByteArray& value);

} // namespace bidseal::environment
