#include "app/bidseal-cli/Surroundings.h"

#include "app/bidseal-cli/KeyChoice.h"
#include "core/environment/PolicyFile.h"
#include "core/environment/RelayServer.h"
#include "core/environment/ShownWords.h"
#include "core/key/mobile/MobileKey.h"

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

using environment::Finding;

void addLine(QString& text, int depth, const QString& line)
{
    if (!line.isEmpty())
        text += QString(2 * depth, u' ') + line + u'\n';
}

/// What is well needs no more than a line.
void addTexts(QString& text, int depth, const Finding& finding)
{
    const auto texts = environment::shown(finding);
    addLine(text, depth, texts.found);
    if (!environment::needsAttention(finding))
        return;
    addLine(text, depth, texts.meaning);
    addLine(text, depth, texts.todo);
}

} // namespace

Result<std::unique_ptr<environment::Readiness>> readinessFor(const QString& policyFile, const KeyArguments& key)
{
    auto places = environment::usualPolicyPlaces();
    places.additionalFile = policyFile;
    auto policy = environment::policyInForce(places);
    if (!policy)
        return failure(policy.error());
    environment::Situation standing;
    standing.modules = modulesToAsk(key.module);
    return std::make_unique<environment::Readiness>(std::move(*policy), std::move(standing));
}

Result<std::vector<environment::Server>> serversFor(const KeyArguments& key)
{
    if (!key.isPhone())
        return std::vector<environment::Server>();
    const auto address = key::parseMobileAddress(key.key);
    if (!address)
        return failure(address.error());
    return std::vector { environment::relayServer(*address) };
}

QString textOf(const environment::CheckResult& result)
{
    QString text = u"%1: %2 (%3)\n"_s.arg(environment::shownWordFor(result.finding.outcome), result.title, result.id);
    addTexts(text, 1, result.finding);
    for (const auto& part : result.finding.parts)
        addTexts(text, 2, part);
    return text;
}

} // namespace bidseal::cli
