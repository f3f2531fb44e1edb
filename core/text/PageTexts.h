#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/pdf/Geometry.h"
#include "core/text/TextFolding.h"

#include <QCache>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QPdfDocument;
class QPdfSelection;
QT_END_NAMESPACE

namespace bidseal::text {

/// What a passage's boxes are of: producers show whole lines with one operator, or each character with its own.
enum class BoxesOf { Strings, Characters, CharactersAndBlanks };

/// Some of a page's text, and the boxes of the strings that show it, in the order of the text: of the ink where the
/// font tells, upright, in mm of the visible page.
struct Passage {
    QString text;
    std::vector<QRectF> boxesMm;

    [[nodiscard]] BoxesOf boxesOf() const;
    [[nodiscard]] int characterCount() const; ///< without white space; a surrogate pair counts once
    [[nodiscard]] QRectF boundsMm() const;
    /// The size of its characters in mm, near enough to tell neighbours from strangers.
    [[nodiscard]] double characterMm() const;
};

/// The texts of a document's pages, as Qt PDF reads them. Its interface opens and reads the page anew with each call
/// (milliseconds on a full page), so that asking for characters one by one must remain the exception.
class PageTexts {
public:
    /// Errors: those of KeywordSearch::open.
    [[nodiscard]] static Result<std::unique_ptr<PageTexts>> open(
        const QString& path, std::vector<pdf::PageGeometry> pages, const Secret* password);
    ~PageTexts();

    [[nodiscard]] int pageCount() const;
    /// Kept for the next search, as long as not too many are.
    [[nodiscard]] const FoldedText& folded(int page);
    [[nodiscard]] const Passage& whole(int page);
    /// Where a part of the page's text stands.
    [[nodiscard]] Passage part(int page, const FoldedMatch& place);
    /// Control characters count as characters and are not in the text: where a page has some, a place in its text is
    /// not that of a character.
    [[nodiscard]] bool hidesCharacters(int page);
    /// By characters, of a page that hides none.
    [[nodiscard]] Passage characters(int page, int first, int count) const;

private:
    PageTexts(std::unique_ptr<QPdfDocument> document, std::vector<pdf::PageGeometry> pages);
    struct Known {
        FoldedText folded;
        bool hidesCharacters = false;
    };
    const Known& known(int page);
    void read(int page);
    [[nodiscard]] int characterAt(int page, int textIndex) const;
    [[nodiscard]] Passage passage(int page, const QPdfSelection& selection) const;

    std::unique_ptr<QPdfDocument> m_document;
    std::vector<pdf::PageGeometry> m_pages;
    QCache<int, Known> m_known; ///< cost: characters
    int m_readLast = -1; ///< page
    Passage m_lastWhole;
    BoxesOf m_lastBoxesOf = BoxesOf::Strings;
    bool m_lastHides = false;
};

} // namespace bidseal::text
