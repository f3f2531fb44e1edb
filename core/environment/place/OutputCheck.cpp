#include "core/environment/place/OutputCheck.h"

#include <QCoreApplication>

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceChecks)
};

} // namespace

Finding OutputCheck::measure(const Situation& situation, const Policy& policy, const std::stop_token&)
{
    std::vector<Finding> parts;
    for (const auto& output : situation.outputs)
        parts.push_back(measureOne(output, policy));
    if (parts.empty())
        return notApplicable("no-output", Words::tr("No folder for signed files is chosen yet."));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
