#pragma once

#include "core/environment/Check.h"
#include "core/environment/PolicyFile.h"
#include "tests/support/SoftHsmTokens.h"

/// What the tests of the keys' checks share: made-up certificates with dates around today, drivers with bad days, and
/// questions about findings.
namespace bidseal::test {

/// As the program measures it, in this process.
[[nodiscard]] environment::Finding measured(const char* checkId, const environment::Situation& situation,
    const environment::Policy& policy = environment::standardPolicy());

/// Every warning, failure and part is told whole: found, meaning, one remedy, and no placeholder without its fact.
/// Empty, or what is missing.
[[nodiscard]] QString missingIn(const environment::Finding& finding);
/// The sentence about what was found, filled in.
[[nodiscard]] QString foundText(const environment::Finding& finding);
/// The part of this code, or none.
[[nodiscard]] const environment::Finding* partOf(const environment::Finding& finding, const QString& code);

[[nodiscard]] environment::Situation withModules(const QStringList& modules);

/// From and until so many days from now.
[[nodiscard]] demonstration::Validity daysFromNow(int from, int until);

[[nodiscard]] QString crashingDriver();
[[nodiscard]] QString hangingDriver();

} // namespace bidseal::test
