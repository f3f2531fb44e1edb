#pragma once

#include "core/plan/Placing.h"
#include "ui/document/DocumentSession.h"

#include <memory>

namespace bidseal::placing {

/// What a rule gives on a document, and how often its text was found.
struct Outcome {
    Result<plan::Placed> placed;
    int hits = 0; ///< of a keyword; all of them, whichever the rule takes
    int hitPages = 0;
};

/// A session's document as rules see it: its pages, its empty fields and the texts on it. Shared by the work on other
/// threads, which may outlive the session.
class SharedPaper {
public:
    explicit SharedPaper(const document::DocumentSession& session);

    [[nodiscard]] const std::vector<pdf::PageGeometry>& pages() const { return m_pages; }

    /// As plan::place(). Errors: its own, Cancelled. Not on the GUI thread: it may read the whole document.
    [[nodiscard]] Outcome place(
        const seal::Seal& seal, const plan::Rule& rule, const ProgressCallback& progress, std::stop_token stop);

private:
    std::vector<pdf::PageGeometry> m_pages;
    std::vector<pdf::EmptyField> m_fields;
    std::shared_ptr<text::SharedSearch> m_keywords;
};

} // namespace bidseal::placing
