#include "core/signing/FlowSteps.h"

using namespace Qt::StringLiterals;

namespace bidseal::signing {

FlowSteps::FlowSteps(int documents, ProgressCallback progress, std::stop_token stop)
    : m_documents(documents)
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
{
}

Status FlowSteps::begin(Stage stage)
{
    m_stage = stage;
    return tell({ stage, 0, 0, 0, m_documents });
}

Status FlowSteps::reach(const Part& part) const
{
    return tell({ m_stage, part.begin, part.whole, part.document, m_documents });
}

ProgressCallback FlowSteps::part(const Part& part) const
{
    if (!m_progress)
        return {};
    return [tell = m_progress, stage = m_stage, documents = m_documents, part](const Progress& inPart) {
        const double share = inPart.total > 0 ? double(inPart.done) / double(inPart.total) : 0;
        const auto done = part.begin + static_cast<qint64>(share * double(part.size));
        tell({ stage, done, part.whole, part.document, documents });
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
