#include "tests/support/SoftHsmTokens.h"

#include <QtTest>

namespace bidseal::test {

namespace {
constexpr auto kVariable = "SOFTHSM2_CONF";
}

SoftHsmTokens::SoftHsmTokens()
    : m_before(qgetenv(kVariable))
{
    const auto configuration = demonstration::createTokenFolder(m_folder.path());
    if (!configuration)
        qFatal("no folder for tokens: %s", qUtf8Printable(configuration.error().detail));
    qputenv(kVariable, configuration->toUtf8());
}

SoftHsmTokens::~SoftHsmTokens()
{
    if (m_before.isEmpty())
        qunsetenv(kVariable);
    else
        qputenv(kVariable, m_before);
}

void SoftHsmTokens::add(
    const QString& label, std::string_view pin, const std::vector<demonstration::TokenKeyOrder>& keys)
{
    const auto minted = demonstration::mintToken(label, Secret::fromUtf8(pin), keys);
    QVERIFY2(minted, qPrintable(minted ? QString() : minted.error().detail));
}

} // namespace bidseal::test
