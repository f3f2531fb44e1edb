#include "ui/placing/SharedPaper.h"

#include <set>

namespace bidseal::placing {

SharedPaper::SharedPaper(const document::DocumentSession& session)
    : m_path(session.path())
    , m_password(session.password())
    , m_pages(session.pages())
    , m_fields(session.emptyFields())
{
}

SharedPaper::~SharedPaper() = default;

Result<std::vector<text::Hit>> SharedPaper::find(
    const QString& text, const std::vector<int>& pages, const ProgressCallback& progress, std::stop_token stop)
{
    const QMutexLocker lock(&m_searching);
    if (stop.stop_requested()) // while another one was searching
        return failure(ErrorCode::Cancelled);
    if (!m_search) {
        auto opened = text::KeywordSearch::open(m_path, m_pages, m_password.get());
        if (!opened)
            return failure(opened.error());
        m_search = std::move(*opened);
    }
    return m_search->find(text, pages, progress, stop);
}

Outcome SharedPaper::place(
    const seal::Seal& seal, const plan::Rule& rule, const ProgressCallback& progress, std::stop_token stop)
{
    Outcome outcome { plan::Placed() };
    const auto findAndCount = [&](const QString& text, const std::vector<int>& pages) {
        auto hits = find(text, pages, progress, stop);
        if (hits) {
            std::set<int> on;
            for (const text::Hit& hit : *hits)
                on.insert(hit.page);
            outcome.hits = static_cast<int>(hits->size());
            outcome.hitPages = static_cast<int>(on.size());
        }
        return hits;
    };
    outcome.placed = plan::place(seal, rule, { m_pages, m_fields, findAndCount });
    return outcome;
}

} // namespace bidseal::placing
