#pragma once

#include "core/plan/Placing.h"

namespace bidseal::plan {

/// A document on disk as something that seals are placed on: its pages, the fields that wait for a signature, and its
/// words, which are read only when a rule asks for them. Not for two threads at once.
class DocumentPaper {
public:
    /// `password` may be null, and must live as long. Errors: those of pdf::Document::open.
    [[nodiscard]] static Result<std::unique_ptr<DocumentPaper>> open(const QString& path, const Secret* password);

    [[nodiscard]] const pdf::Document& document() const { return *m_document; }
    /// Lives no longer than this.
    [[nodiscard]] Paper paper(std::stop_token stop = {});

private:
    DocumentPaper(std::unique_ptr<pdf::Document> document, const Secret* password);
    Result<std::vector<text::Hit>> find(
        const QString& text, const std::vector<int>& pages, const std::stop_token& stop);

    std::unique_ptr<pdf::Document> m_document;
    const Secret* m_password;
    std::unique_ptr<text::KeywordSearch> m_search;
};

} // namespace bidseal::plan
