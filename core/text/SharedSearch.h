#pragma once

#include "core/text/KeywordSearch.h"

#include <QMutex>

namespace bidseal::text {

/// The search in one document for everybody who looks for words there: opened when it is first needed, so that what one
/// has read costs the next one nothing. For any thread, one after the other.
class SharedSearch {
public:
    /// `password` may be null.
    SharedSearch(QString path, std::vector<pdf::PageGeometry> pages, std::shared_ptr<const Secret> password);

    /// As KeywordSearch::find(). Errors: its own and those of open(); Cancelled also while another one is searching.
    [[nodiscard]] Result<std::vector<Hit>> find(const QString& text, const std::vector<int>& pages,
        const ProgressCallback& progress = {}, std::stop_token stop = {});

private:
    QString m_path;
    std::vector<pdf::PageGeometry> m_pages;
    std::shared_ptr<const Secret> m_password;
    QMutex m_mutex;
    std::unique_ptr<KeywordSearch> m_search;
};

} // namespace bidseal::text
