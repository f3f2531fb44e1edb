#pragma once

#include "core/environment/Finding.h"

#include <QJsonObject>

namespace bidseal::environment {

/// For people and their programs: the sentences filled in.
[[nodiscard]] QJsonObject toJson(const Finding& finding, Disclosure disclosure);

/// For bidseal-check-host: everything as it is, and back.
[[nodiscard]] QJsonObject toRawJson(const Finding& finding);
[[nodiscard]] Finding findingFromRawJson(const QJsonObject& json);

} // namespace bidseal::environment
