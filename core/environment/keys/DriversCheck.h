#pragma once

#include "core/environment/Check.h"
#include "core/environment/keys/TokenSurvey.h"

namespace bidseal::environment {

/// Which drivers of UKeys are installed, and whether each of them can be used by this program, alone and beside the
/// others.
class DriversCheck : public Check {
public:
    /// `skfFolders` is where libraries of the other kind (GM/T 0016) are looked for.
    DriversCheck(std::shared_ptr<TokenSurvey> survey, QStringList skfFolders);

    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;

private:
    std::shared_ptr<TokenSurvey> m_survey;
    QStringList m_skfFolders;
};

} // namespace bidseal::environment
