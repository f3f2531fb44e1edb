#pragma once

#include <QStringList>

#include <optional>

namespace bidseal::testing {

/// A command that puts a program into a world in which what lies in `folder` lies in /etc too (in front of what is
/// there), such as an administrator's bidseal/policy.json. Nothing where this computer does not allow that.
[[nodiscard]] std::optional<QStringList> withInEtc(const QString& folder);

} // namespace bidseal::testing
