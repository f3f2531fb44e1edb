#pragma once

#include <QString>

#include <vector>

namespace bidseal::text {

/// A text made comparable, and where each of its characters came from.
struct FoldedText {
    QString text;
    std::vector<int> origins; ///< for each UTF-16 unit of `text`, the index in the raw text; one more for its end
};

/// Case, compatibility forms (full width, vertical forms, ligatures), Kangxi and CJK radicals that PDF producers put in
/// place of the characters they look like, brackets of one kind for those of another, dashes, dots and quotation marks
/// likewise, and white space that is not between words of letters: none of them makes a difference any more. Other
/// white space becomes one blank.
[[nodiscard]] FoldedText fold(const QString& raw);

/// Where `needle` (folded already) occurs in `haystack`, as start and length in the raw text, without overlaps.
struct FoldedMatch {
    int start = 0, length = 0;
};
[[nodiscard]] std::vector<FoldedMatch> findFolded(const FoldedText& haystack, const QString& needle);

} // namespace bidseal::text
