#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/pdf/Geometry.h"

#include <memory>
#include <vector>

namespace bidseal::text {

/// Where a text stands.
struct Hit {
    int page = 0; ///< index
    QRectF boundsMm; ///< of all its characters, upright, on the visible page; of its longest part where lines break it
};

/// Finds texts in a document as its reader sees them: capital letters, wide forms, white space between Chinese
/// characters and the radicals' look-alikes make no difference, brackets neither (see fold()), nor does the order in
/// which the document draws its characters. Keeps what it has read, so that the next search in the same document costs
/// little. Not for two threads at once; needs no QGuiApplication.
class KeywordSearch {
public:
    /// `pages`: geometry of all pages of the document. `password` may be null. Errors: FileNotReadable,
    /// DocumentDamaged, DocumentPasswordWrong.
    [[nodiscard]] static Result<std::unique_ptr<KeywordSearch>> open(
        const QString& path, std::vector<pdf::PageGeometry> pages, const Secret* password = nullptr);
    ~KeywordSearch();

    /// In the order of reading: by page, then line by line from the top, in a line from the left. `pages`: indexes,
    /// ascending. Nothing found is no error. Errors: Cancelled, DocumentDamaged.
    [[nodiscard]] Result<std::vector<Hit>> find(const QString& text, const std::vector<int>& pages,
        const ProgressCallback& progress = {}, std::stop_token stop = {});

private:
    struct State;
    explicit KeywordSearch(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace bidseal::text
