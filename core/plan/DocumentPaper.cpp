#include "core/plan/DocumentPaper.h"

namespace bidseal::plan {

DocumentPaper::DocumentPaper(std::unique_ptr<pdf::Document> document, const Secret* password)
    : m_document(std::move(document))
    , m_password(password)
{
}

Result<std::unique_ptr<DocumentPaper>> DocumentPaper::open(const QString& path, const Secret* password)
{
    auto document = pdf::Document::open(path, password);
    if (!document)
        return failure(document.error());
    return std::unique_ptr<DocumentPaper>(new DocumentPaper(std::move(*document), password));
}

Paper DocumentPaper::paper(std::stop_token stop)
{
    // Fields that cannot be read are as good as none: who wants one is told that it is not there.
    auto fields = m_document->emptyFields();
    return { m_document->pages(), fields ? std::move(*fields) : std::vector<pdf::EmptyField>(),
        [this, stop = std::move(stop)](
            const QString& text, const std::vector<int>& pages) { return find(text, pages, stop); } };
}

Result<std::vector<text::Hit>> DocumentPaper::find(
    const QString& text, const std::vector<int>& pages, const std::stop_token& stop)
{
    if (!m_search) {
        auto search = text::KeywordSearch::open(m_document->path(), m_document->pages(), m_password);
        if (!search)
            return failure(search.error());
        m_search = std::move(*search);
    }
    return m_search->find(text, pages, {}, stop);
}

} // namespace bidseal::plan
