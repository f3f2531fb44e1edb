#include "ui/placing/SharedPaper.h"

#include <set>

namespace bidseal::placing {

SharedPaper::SharedPaper(const document::DocumentSession& session)
    : m_pages(session.pages())
    , m_fields(session.emptyFields())
    , m_keywords(session.keywords())
{
}

Outcome SharedPaper::place(
    const seal::Seal& seal, const plan::Rule& rule, const ProgressCallback& progress, std::stop_token stop)
{
    Outcome outcome { plan::Placed() };
    const auto findAndCount = [&](const QString& text, const std::vector<int>& pages) {
        auto hits = m_keywords->find(text, pages, progress, stop);
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
