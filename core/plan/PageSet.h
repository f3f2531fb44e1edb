#pragma once

#include "core/base/Result.h"

#include <vector>

namespace bidseal::plan {

/// Which pages of a document, whatever its length: "1-3,5,8-", "odd", "even", "all"; r1 is the last page, r2 the one
/// before ("r3-r1": the last three). Chinese commas, dashes, full-width digits and words (奇数页, 偶数页, 全部, 末页)
/// are understood too.
class PageSet {
public:
    PageSet() = default; ///< all
    /// Errors: PageSetInvalid (facts.name is the text).
    [[nodiscard]] static Result<PageSet> parse(const QString& text);

    /// Exactly these pages; `indexes` ascending, and not empty.
    [[nodiscard]] static PageSet of(const std::vector<int>& indexes);

    /// Sorted indexes without doubles. Errors: PageSetInvalid, where it names a page that the document does not have.
    [[nodiscard]] Result<std::vector<int>> in(int pageCount) const;
    /// As parse() takes it.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isAll() const;

    friend bool operator==(const PageSet&, const PageSet&) = default;

private:
    enum class Parity { Any, Odd, Even };
    struct Span {
        int first = 1, last = -1; ///< as people count; negative: from the end, -1 is the last page
        friend bool operator==(const Span&, const Span&) = default;
    };
    Parity m_parity = Parity::Any;
    std::vector<Span> m_spans; ///< empty: all
};

} // namespace bidseal::plan
