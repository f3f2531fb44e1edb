#include "core/text/SharedSearch.h"

namespace bidseal::text {

SharedSearch::SharedSearch(QString path, std::vector<pdf::PageGeometry> pages, std::shared_ptr<const Secret> password)
    : m_path(std::move(path))
    , m_pages(std::move(pages))
    , m_password(std::move(password))
{
}

Result<std::vector<Hit>> SharedSearch::find(
    const QString& text, const std::vector<int>& pages, const ProgressCallback& progress, std::stop_token stop)
{
    const QMutexLocker lock(&m_mutex);
    if (stop.stop_requested()) // while another one was searching
        return failure(ErrorCode::Cancelled);
    if (!m_search) {
        auto opened = KeywordSearch::open(m_path, m_pages, m_password.get());
        if (!opened)
            return failure(opened.error());
        m_search = std::move(*opened);
    }
    return m_search->find(text, pages, progress, std::move(stop));
}

} // namespace bidseal::text
