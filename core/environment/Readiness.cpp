#include "core/environment/Readiness.h"

#include <algorithm>

namespace bidseal::environment {

namespace {

bool contains(const std::vector<Server>& all, const std::vector<Server>& some)
{
    return std::all_of(some.begin(), some.end(),
        [&all](const Server& one) { return std::find(all.begin(), all.end(), one) != all.end(); });
}

/// Bad news is looked at again each time: somebody may have mended it.
bool mayBeKept(const CheckResult& result)
{
    return result.finding.outcome != Outcome::Failed && result.finding.outcome != Outcome::CouldNotTell;
}

} // namespace

Readiness::Readiness(Policy policy, Situation standing, CheckSource checks, QString checkHost)
    : m_policy(std::move(policy))
    , m_standing(std::move(standing))
    , m_checks(std::move(checks))
    , m_checkHost(std::move(checkHost))
{
}

Situation Readiness::situationFor(const std::vector<OutputPlace>& outputs, const std::vector<Server>& servers) const
{
    auto situation = m_standing;
    situation.outputs = outputs;
    situation.servers = servers;
    for (const auto& server : m_policy.servers)
        if (!contains(situation.servers, { server }))
            situation.servers.push_back(server);
    return situation;
}

Report Readiness::look(const std::vector<Server>& servers, const ResultCallback& onResult, std::stop_token stop)
{
    const auto report
        = runChecks(m_checks(m_policy), situationFor({}, servers), m_policy, onResult, std::move(stop), m_checkHost);
    keep(report, servers);
    return report;
}

Report Readiness::beforeSigning(
    const std::vector<OutputPlace>& outputs, const std::vector<Server>& servers, std::stop_token stop)
{
    auto situation = situationFor(outputs, servers);
    situation.certificates.emplace(); // the flow itself looks at the one that signs
    auto checks = m_checks(m_policy);
    auto kept = takeKept(checks, servers);
    auto report = runChecks(std::move(checks), situation, m_policy, {}, std::move(stop), m_checkHost);
    keep(report, servers);
    report.results.insert(report.results.end(), kept.begin(), kept.end());
    std::stable_sort(report.results.begin(), report.results.end(),
        [](const CheckResult& first, const CheckResult& second) { return first.group < second.group; });
    return report;
}

std::vector<CheckResult> Readiness::takeKept(Checks& checks, const std::vector<Server>& servers)
{
    const std::lock_guard lock(m_mutex);
    std::vector<CheckResult> kept;
    std::erase_if(checks, [&](const std::unique_ptr<Check>& check) {
        const auto known = m_kept.find(QString::fromLatin1(check->traits().id));
        const bool counts = known != m_kept.end()
            && platform::BootClock::now() - known->second.since < kSlowResultCounts
            && contains(known->second.servers, servers);
        if (counts)
            kept.push_back(known->second.result);
        return counts;
    });
    return kept;
}

void Readiness::keep(const Report& report, const std::vector<Server>& servers)
{
    const std::lock_guard lock(m_mutex);
    for (const auto& result : report.results) {
        if (result.cost == Cost::Instant)
            continue;
        if (mayBeKept(result))
            m_kept.insert_or_assign(result.id, Kept { result, servers, platform::BootClock::now() });
        else
            m_kept.erase(result.id);
    }
}

} // namespace bidseal::environment
