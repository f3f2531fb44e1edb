#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace bidseal {

/// What a function that can fail gives back: the value, or the Error that says what the user can do about it.
/// std::expected's shape (C++23) by tl::expected; the class of its own makes an ignored result a warning.
template <class T> class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
    Result(tl::expected<T, Error> other)
        : tl::expected<T, Error>(std::move(other))
    {
    }
};

/// Success without a value.
using Status = Result<void>;

/// `return failure(ErrorCode::PinWrong, u"C_Login: CKR_PIN_INCORRECT"_s);`
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString detail = {}, ErrorFacts facts = {})
{
    return tl::unexpected<Error>(Error { code, std::move(detail), std::move(facts) });
}

/// Hands an error on unchanged: `if (!page) return failure(page.error());`
[[nodiscard]] inline tl::unexpected<Error> failure(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace bidseal
