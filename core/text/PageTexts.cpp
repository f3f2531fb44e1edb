#include "core/text/PageTexts.h"

#include "core/text/SteadyPdf.h"

#include <QPdfDocument>
#include <QPdfSelection>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace bidseal::text {

namespace {

constexpr int kKeptCharacters = 8'000'000; // about 50 MB with their origins: some 6 000 full pages
constexpr double kNoExtentMm = 0.01;
constexpr int kMostHidden = 4096; ///< characters without text that may stand before a passage

tl::unexpected<Error> refused(QPdfDocument::Error error, const QString& path)
{
    const ErrorFacts facts { .name = path };
    switch (error) {
    case QPdfDocument::Error::FileNotFound:
        return failure(ErrorCode::FileNotReadable, u"Qt PDF finds no file"_s, facts);
    case QPdfDocument::Error::IncorrectPassword:
        return failure(ErrorCode::DocumentPasswordWrong, u"Qt PDF"_s, facts);
    default:
        return failure(ErrorCode::DocumentDamaged, u"Qt PDF cannot read it: %1"_s.arg(int(error)), facts);
    }
}

/// Of a font that is neither in the file nor on the computer PDFium knows widths only: such a box is a line under the
/// characters. They are as high as they are wide, and stand on it for the most part.
QRectF withHeight(QRectF box, double characterMm)
{
    constexpr double kAscent = 0.88, kDescent = 0.12;
    if (box.height() < kNoExtentMm)
        box.adjust(0, -kAscent * characterMm, 0, kDescent * characterMm);
    else if (box.width() < kNoExtentMm)
        box.adjust(-characterMm / 2, 0, characterMm / 2, 0);
    return box;
}

double longerSide(const QRectF& box) { return std::max(box.width(), box.height()); }
double shorterSide(const QRectF& box) { return std::min(box.width(), box.height()); }

bool hasLongBox(const std::vector<QRectF>& boxes)
{
    constexpr double kLong = 1.6; // times the usual character
    std::vector<double> sides;
    sides.reserve(boxes.size());
    for (const QRectF& box : boxes)
        sides.push_back(longerSide(box));
    const auto middle = sides.begin() + static_cast<std::ptrdiff_t>(sides.size() / 2);
    std::nth_element(sides.begin(), middle, sides.end());
    return !sides.empty() && *std::max_element(middle, sides.end()) > kLong * *middle;
}

qsizetype countOf(QStringView text, BoxesOf what)
{
    return std::count_if(text.begin(), text.end(), [what](QChar unit) {
        const bool isLineEnd = unit == u'\r' || unit == u'\n';
        const bool isLeftOut = what == BoxesOf::CharactersAndBlanks ? isLineEnd : unit.isSpace();
        return !isLeftOut && !unit.isLowSurrogate();
    });
}

/// Of a page that has a box for each.
Passage partOf(const Passage& whole, BoxesOf boxesOf, const FoldedMatch& place)
{
    const QStringView text(whole.text);
    const auto first = whole.boxesMm.begin() + countOf(text.left(place.start), boxesOf);
    const auto end = first + countOf(text.mid(place.start, place.length), boxesOf);
    return { text.mid(place.start, place.length).toString(), { first, end } };
}

} // namespace

BoxesOf Passage::boxesOf() const
{
    const auto boxes = static_cast<qsizetype>(boxesMm.size());
    if (boxes == countOf(text, BoxesOf::CharactersAndBlanks))
        return BoxesOf::CharactersAndBlanks;
    // A blank may have a box of its own while two characters share one: that one is as long as two.
    if (boxes == countOf(text, BoxesOf::Characters) && !hasLongBox(boxesMm))
        return BoxesOf::Characters;
    return BoxesOf::Strings;
}

int Passage::characterCount() const { return static_cast<int>(countOf(text, BoxesOf::Characters)); }

QRectF Passage::boundsMm() const
{
    QRectF all;
    for (const QRectF& box : boxesMm)
        all |= box;
    return all;
}

double Passage::characterMm() const
{
    // One character's ink may be flat (一) or narrow (：); a line's is as high as its highest character.
    const bool areSingle = static_cast<int>(boxesMm.size()) == characterCount();
    double largest = 0;
    for (const QRectF& box : boxesMm)
        largest = std::max(largest, areSingle ? longerSide(box) : shorterSide(box));
    return largest;
}

PageTexts::PageTexts(std::unique_ptr<QPdfDocument> document, std::vector<pdf::PageGeometry> pages)
    : m_document(std::move(document))
    , m_pages(std::move(pages))
    , m_known(kKeptCharacters)
{
}

PageTexts::~PageTexts() = default;

Result<std::unique_ptr<PageTexts>> PageTexts::open(
    const QString& path, std::vector<pdf::PageGeometry> pages, const Secret* password)
{
    auto document = std::make_unique<QPdfDocument>(nullptr);
    const QPdfDocument::Error error = loadSteady(*document, path, password);
    if (error != QPdfDocument::Error::None)
        return refused(error, path);
    return std::unique_ptr<PageTexts>(new PageTexts(std::move(document), std::move(pages)));
}

int PageTexts::pageCount() const { return std::min(m_document->pageCount(), static_cast<int>(m_pages.size())); }

void PageTexts::read(int page)
{
    if (m_readLast == page)
        return;
    const QPdfSelection all = m_document->getAllText(page);
    m_lastWhole = passage(page, all);
    m_lastHides = all.endIndex() != m_lastWhole.text.size();
    m_lastBoxesOf = m_lastWhole.boxesOf();
    m_readLast = page;
}

const PageTexts::Known& PageTexts::known(int page)
{
    if (const Known* const found = m_known.object(page))
        return *found;
    read(page);
    auto* const made = new Known { fold(m_lastWhole.text), m_lastHides };
    m_known.insert(page, made, std::min(kKeptCharacters, static_cast<int>(made->folded.text.size()) + 1));
    return *made;
}

const FoldedText& PageTexts::folded(int page) { return known(page).folded; }

bool PageTexts::hidesCharacters(int page) { return known(page).hidesCharacters; }

const Passage& PageTexts::whole(int page)
{
    read(page);
    return m_lastWhole;
}

Passage PageTexts::characters(int page, int first, int count) const
{
    return passage(page, m_document->getSelectionAtIndex(page, first, count));
}

Passage PageTexts::part(int page, const FoldedMatch& place)
{
    if (page == m_readLast && !m_lastHides && m_lastBoxesOf != BoxesOf::Strings)
        return partOf(m_lastWhole, m_lastBoxesOf, place); // without reading the page once more
    if (!hidesCharacters(page))
        return characters(page, place.start, place.length);
    const int first = characterAt(page, place.start);
    const int last = characterAt(page, place.start + place.length - 1);
    Passage found = characters(page, first, last - first + 1);
    found.text.truncate(place.length); // beyond, there is as much more text as there are characters without
    return found;
}

int PageTexts::characterAt(int page, int textIndex) const
{
    const auto textBehind = [&](int character) {
        return m_document->getSelectionAtIndex(page, character, std::numeric_limits<short>::max()).text().size();
    };
    const qsizetype all = textBehind(0);
    int low = textIndex, high = textIndex + kMostHidden;
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (all - textBehind(middle) <= textIndex ? low : high) = middle;
    }
    return low;
}

Passage PageTexts::passage(int page, const QPdfSelection& selection) const
{
    // Qt PDF 6.4 turns user space upside down with the visible page's height and knows of no rotation.
    const double height = m_document->pagePointSize(page).height();
    const QTransform mm
        = QTransform(1, 0, 0, -1, 0, height) * m_pages[static_cast<std::size_t>(page)].userSpaceFromMm().inverted();
    Passage passage { selection.text(), {} };
    double length = 0;
    for (const QPolygonF& polygon : selection.bounds()) {
        const QRectF box = mm.mapRect(polygon.boundingRect());
        if (longerSide(box) < kNoExtentMm)
            continue; // white space that PDFium put between two strings
        length += longerSide(box);
        passage.boxesMm.push_back(box);
    }
    const double characterMm = length / std::max(1, passage.characterCount());
    for (QRectF& box : passage.boxesMm)
        box = withHeight(box, characterMm);
    return passage;
}

} // namespace bidseal::text
