#pragma once

#include "core/environment/Check.h"
#include "core/environment/keys/TokenSurvey.h"

namespace bidseal::environment {

/// Whether the certificates are for signing at all, by what their issuer wrote into them.
class CertificateUsageCheck : public Check {
public:
    explicit CertificateUsageCheck(std::shared_ptr<TokenSurvey> survey);

    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;

private:
    std::shared_ptr<TokenSurvey> m_survey;
};

} // namespace bidseal::environment
