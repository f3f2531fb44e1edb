#include "core/environment/keys/KeysChecks.h"

#include "core/environment/keys/CertificateChainCheck.h"
#include "core/environment/keys/CertificateDaysCheck.h"
#include "core/environment/keys/CertificateRevocationCheck.h"
#include "core/environment/keys/CertificateUsageCheck.h"
#include "core/environment/keys/CertificateValidityCheck.h"
#include "core/environment/keys/DriversCheck.h"
#include "core/environment/keys/SkfLibraries.h"
#include "core/environment/keys/TokensCheck.h"

namespace bidseal::environment {

Checks keysChecks()
{
    const auto survey = std::make_shared<TokenSurvey>(); // the drivers are asked once for all of them
    Checks checks;
    checks.push_back(std::make_unique<DriversCheck>(survey, usualSkfFolders()));
    checks.push_back(std::make_unique<TokensCheck>(survey));
    checks.push_back(std::make_unique<CertificateValidityCheck>(survey));
    checks.push_back(std::make_unique<CertificateDaysCheck>(survey));
    checks.push_back(std::make_unique<CertificateUsageCheck>(survey));
    checks.push_back(std::make_unique<CertificateChainCheck>(survey));
    checks.push_back(std::make_unique<CertificateRevocationCheck>(survey));
    return checks;
}

} // namespace bidseal::environment
