#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// "temporary-folder": whether what programs put into this user's temporary folder stays as they put it.
class TemporaryFolderCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

} // namespace bidseal::environment
