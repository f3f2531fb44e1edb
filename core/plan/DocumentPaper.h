#pragma once

#include "core/plan/Placing.h"
#include "core/text/SharedSearch.h"

namespace bidseal::plan {

/// A document on disk as something that seals are placed on: its pages, the fields that wait for a signature, and its
/// words, which are read only when a rule asks for them. Not for two threads at once.
class DocumentPaper {
public:
    /// `password` may be null. Errors: those of pdf::Document::open.
    [[nodiscard]] static Result<std::unique_ptr<DocumentPaper>> open(const QString& path, const Secret* password);

    [[nodiscard]] const pdf::Document& document() const { return *m_document; }
    /// Lives no longer than this.
    [[nodiscard]] Paper paper(std::stop_token stop = {});

private:
    DocumentPaper(std::unique_ptr<pdf::Document> document, std::shared_ptr<const Secret> password);

    std::unique_ptr<pdf::Document> m_document;
    text::SharedSearch m_search;
};

} // namespace bidseal::plan
