#pragma once

#include "core/base/Result.h"

#include <podofo/podofo-base.h>

#include <exception>
#include <new>
#include <stdexcept>
#include <type_traits>

namespace bidseal::pdf {

/// How an error travels inside this room. PoDoFo throws anyhow, and a reader that can fail at every byte reads best
/// when it says only what is right. guarded() is the door: nothing is thrown beyond it.
struct Fault {
    Error error;
};

[[noreturn]] inline void fail(ErrorCode code, QString detail, ErrorFacts facts = {})
{
    throw Fault { Error { code, std::move(detail), std::move(facts) } };
}

[[noreturn]] inline void damaged(QString detail) { fail(ErrorCode::DocumentDamaged, std::move(detail)); }

/// The value of a Result, or its error as a Fault.
template <class T> T orThrow(Result<T> result)
{
    if (!result)
        throw Fault { std::move(result.error()) };
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Runs `work` and turns everything that it throws into an Error.
template <class Work> auto guarded(Work&& work) -> Result<std::invoke_result_t<Work>>
{
    using Value = std::invoke_result_t<Work>;
    try {
        if constexpr (std::is_void_v<Value>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const Fault& fault) {
        return failure(fault.error);
    } catch (const PoDoFo::PdfError& error) {
        return failure(ErrorCode::DocumentDamaged,
            QStringLiteral("PoDoFo: %1").arg(QString::fromLatin1(PoDoFo::PdfError::ErrorName(error.GetError()))));
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::DocumentTooComplex, QStringLiteral("out of memory"));
    } catch (const std::length_error& error) {
        return failure(ErrorCode::DocumentTooComplex, QString::fromLatin1(error.what()));
    } catch (const std::exception& error) {
        return failure(ErrorCode::DocumentDamaged, QString::fromLatin1(error.what()));
    }
}

} // namespace bidseal::pdf
