#pragma once

#include <tl/expected.hpp>

#include <QString>

namespace bidseal::cli {

/// What was wrong with the arguments: a whole sentence in the user's language.
struct UsageFault {
    QString message;
};

template <class T> using Parsed = tl::expected<T, UsageFault>;

[[nodiscard]] inline tl::unexpected<UsageFault> fault(const QString& message)
{
    return tl::unexpected<UsageFault>({ message });
}

} // namespace bidseal::cli
