#include "core/signing/FlowSteps.h"

using namespace Qt::StringLiterals;

namespace bidseal::signing {

FlowSteps::FlowSteps(ProgressCallback progress, std::stop_token stop)
    : m_progress(std::move(progress))
    , m_stop(std::move(stop))
{
}

Status FlowSteps::begin(Stage stage)
{
    m_stage = stage;
    if (m_progress)
        m_progress({ stage, 0, 0 });
    if (m_stop.stop_requested())
        return failure(ErrorCode::Cancelled, u"between two steps"_s);
    return {};
}

ProgressCallback FlowSteps::part(int number, int count) const
{
    if (!m_progress)
        return {};
    return [tell = m_progress, stage = m_stage, number, count](const Progress& inPart) {
        tell({ stage, (number - 1) * inPart.total + inPart.done, count * inPart.total });
    };
}

} // namespace bidseal::signing
