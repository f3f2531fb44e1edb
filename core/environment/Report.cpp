#include "core/environment/Report.h"

#include <algorithm>

namespace bidseal::environment {

bool CheckResult::blocks() const
{
    if (rule.requirement != Requirement::MustPass)
        return false;
    return finding.outcome == Outcome::Failed
        || (finding.outcome == Outcome::CouldNotTell && rule.whenUnknown == WhenUnknown::Block);
}

bool CheckResult::asks() const
{
    return rule.requirement == Requirement::MustPass && finding.outcome == Outcome::CouldNotTell && !blocks();
}

Verdict Report::verdict() const
{
    if (std::any_of(results.begin(), results.end(), [](const auto& result) { return result.blocks(); }))
        return Verdict::Unfit;
    if (std::any_of(results.begin(), results.end(), [](const auto& result) { return result.asks(); }))
        return Verdict::Undecided;
    return Verdict::Fit;
}

std::vector<const CheckResult*> Report::obstacles() const
{
    std::vector<const CheckResult*> found;
    for (const auto& result : results)
        if (result.blocks())
            found.push_back(&result);
    for (const auto& result : results)
        if (result.asks())
            found.push_back(&result);
    return found;
}

const CheckResult* Report::find(const QString& id) const
{
    const auto found
        = std::find_if(results.begin(), results.end(), [&](const auto& result) { return result.id == id; });
    return found == results.end() ? nullptr : &*found;
}

} // namespace bidseal::environment
