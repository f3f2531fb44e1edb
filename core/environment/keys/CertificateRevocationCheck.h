#pragma once

#include "core/environment/Check.h"
#include "core/environment/keys/TokenSurvey.h"

namespace bidseal::environment {

/// Whether the authority has taken a certificate back. Asks the servers that the policy names for that, nobody else.
class CertificateRevocationCheck : public Check {
public:
    explicit CertificateRevocationCheck(std::shared_ptr<TokenSurvey> survey);

    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;

private:
    std::shared_ptr<TokenSurvey> m_survey;
};

} // namespace bidseal::environment
