#include "core/signing/FlowSteps.h"

using namespace Qt::StringLiterals;

namespace bidseal::signing {

FlowSteps::FlowSteps(Extent extent, ProgressCallback progress, std::stop_token stop)
    : m_extent(extent)
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
{
}

Progress FlowSteps::at(const Part& part) const
{
    return { m_stage, part.begin, part.whole, part.document, m_extent.documents, m_turn, m_extent.turns };
}

Status FlowSteps::begin(Stage stage)
{
    m_stage = stage;
    return tell(at({}));
}

Status FlowSteps::beginTurn()
{
    ++m_turn;
    return begin(Stage::Checking);
}

Status FlowSteps::reach(const Part& part) const { return tell(at(part)); }

ProgressCallback FlowSteps::part(const Part& part) const
{
    if (!m_progress)
        return {};
    return [tell = m_progress, progress = at(part), size = part.size](const Progress& inPart) {
        const double share = inPart.total > 0 ? double(inPart.done) / double(inPart.total) : 0;
        auto now = progress;
        now.done += static_cast<qint64>(share * double(size));
        tell(now);
    };
}

Status FlowSteps::tell(const Progress& progress) const
{
    if (m_progress)
        m_progress(progress);
    if (m_stop.stop_requested())
        return failure(ErrorCode::Cancelled, u"between two steps"_s);
    return {};
}

} // namespace bidseal::signing
