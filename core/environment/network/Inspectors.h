#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace bidseal::environment {

/// The antivirus program, debugging proxy or gateway that makes certificates under such an issuer, to look into what is
/// encrypted. `issuerNames` are the parts of issuers' names (CN, O, OU). Nothing where it is none that is known: the
/// list can never be complete.
[[nodiscard]] std::optional<QString> inspectorNamedBy(const QStringList& issuerNames);

} // namespace bidseal::environment
