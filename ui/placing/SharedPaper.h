#pragma once

#include "core/plan/Placing.h"
#include "ui/document/DocumentSession.h"

#include <QMutex>

#include <memory>

namespace bidseal::placing {

/// What a rule gives on a document, and how often its text was found.
struct Outcome {
    Result<plan::Placed> placed;
    int hits = 0; ///< of a keyword; all of them, whichever the rule takes
    int hitPages = 0;
};

/// A session's document as rules see it: its pages, its empty fields and the texts on it. Shared by the work on other
/// threads, which may outlive the session; the search is opened when it is first needed and asked by one at a time.
class SharedPaper {
public:
    explicit SharedPaper(const document::DocumentSession& session);
    ~SharedPaper();
    SharedPaper(const SharedPaper&) = delete;
    SharedPaper& operator=(const SharedPaper&) = delete;

    [[nodiscard]] const std::vector<pdf::PageGeometry>& pages() const { return m_pages; }

    /// As plan::place(). Errors: its own, Cancelled. Not on the GUI thread: it may read the whole document.
    [[nodiscard]] Outcome place(
        const seal::Seal& seal, const plan::Rule& rule, const ProgressCallback& progress, std::stop_token stop);

private:
    Result<std::vector<text::Hit>> find(
        const QString& text, const std::vector<int>& pages, const ProgressCallback& progress, std::stop_token stop);

    QString m_path;
    std::shared_ptr<const Secret> m_password;
    std::vector<pdf::PageGeometry> m_pages;
    std::vector<pdf::EmptyField> m_fields;
    QMutex m_searching;
    std::unique_ptr<text::KeywordSearch> m_search;
};

} // namespace bidseal::placing
