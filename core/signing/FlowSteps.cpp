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
    return reach(0, 0);
}

Status FlowSteps::reach(qint64 done, qint64 total) const
{
    if (m_progress)
        m_progress({ m_stage, done, total });
    if (m_stop.stop_requested())
        return failure(ErrorCode::Cancelled, u"between two steps"_s);
    return {};
}

ProgressCallback FlowSteps::part(Part part) const
{
    if (!m_progress)
        return {};
    return [tell = m_progress, stage = m_stage, part](const Progress& inPart) {
        const double share = inPart.total > 0 ? double(inPart.done) / double(inPart.total) : 0;
        tell({ stage, part.begin + static_cast<qint64>(share * double(part.size)), part.whole });
    };
}

} // namespace bidseal::signing
