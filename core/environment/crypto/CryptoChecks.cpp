#include "core/environment/crypto/CryptoChecks.h"

#include "core/environment/crypto/CryptoLibraryCheck.h"
#include "core/environment/crypto/CryptoRandomCheck.h"
#include "core/environment/crypto/CryptoTestsCheck.h"

namespace bidseal::environment {

Checks cryptoChecks()
{
    Checks checks;
    checks.push_back(std::make_unique<CryptoTestsCheck>());
    checks.push_back(std::make_unique<CryptoRandomCheck>());
    checks.push_back(std::make_unique<CryptoLibraryCheck>());
    return checks;
}

} // namespace bidseal::environment
