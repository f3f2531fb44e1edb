#include "core/plan/DocumentPaper.h"

namespace bidseal::plan {

DocumentPaper::DocumentPaper(std::unique_ptr<pdf::Document> document, std::shared_ptr<const Secret> password)
    : m_document(std::move(document))
    , m_search(m_document->path(), m_document->pages(), std::move(password))
{
}

Result<std::unique_ptr<DocumentPaper>> DocumentPaper::open(const QString& path, const Secret* password)
{
    auto document = pdf::Document::open(path, password);
    if (!document)
        return failure(document.error());
    auto kept = password ? std::make_shared<const Secret>(password->clone()) : nullptr;
    return std::unique_ptr<DocumentPaper>(new DocumentPaper(std::move(*document), std::move(kept)));
}

Paper DocumentPaper::paper(std::stop_token stop)
{
    // Fields that cannot be read are as good as none: who wants one is told that it is not there.
    auto fields = m_document->emptyFields();
    return { m_document->pages(), fields ? std::move(*fields) : std::vector<pdf::EmptyField>(),
        [this, stop = std::move(stop)](
            const QString& text, const std::vector<int>& pages) { return m_search.find(text, pages, {}, stop); } };
}

} // namespace bidseal::plan
