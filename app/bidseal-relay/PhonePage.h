#pragma once

#include "app/bidseal-relay/Answers.h"

#include <string>
#include <vector>

namespace bidseal::relay::service {

/// For whoever opens a link with an ordinary browser: says which app to open, in Chinese and English. No script: one
/// could read the secret behind the `#`.
[[nodiscard]] std::string phonePage(const std::vector<std::string>& appNames);
[[nodiscard]] Answer phonePageAnswer(const std::string& page);

} // namespace bidseal::relay::service
