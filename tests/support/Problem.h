#pragma once

#include "core/base/Log.h"
#include "core/base/Result.h"

namespace bidseal::testing {

/// For QVERIFY2, which evaluates its message even where all is well: "pin-wrong: …", or nothing.
template <class T> [[nodiscard]] QByteArray problemOf(const Result<T>& result)
{
    return result ? QByteArray() : logText(result.error()).toUtf8();
}

} // namespace bidseal::testing
