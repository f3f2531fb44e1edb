#include "core/seal/extraction/Impressions.h"

#include "core/seal/extraction/InkStrength.h"

#include <QPolygonF>

#include <algorithm>
#include <numeric>

namespace bidseal::seal::extraction {

namespace {

constexpr std::size_t kMostParts = 300; // a sheet of noise has more specks than anybody wants to look at
constexpr double kLowestScore = 0.2;

/// Ink that hangs together once small gaps are closed.
struct Part {
    QRect box;
    qsizetype pixels = 0;
};

Plane strengthOf(const Reflectance& sheet, Ink ink, const QRect& region)
{
    Plane result(sheet.size());
    for (int y = region.top(); y <= region.bottom(); ++y) {
        for (int x = region.left(); x <= region.right(); ++x) {
            const auto i
                = static_cast<std::size_t>(y) * static_cast<std::size_t>(result.width()) + static_cast<std::size_t>(x);
            result.values()[i] = std::max(strength(ink, colourAt(sheet, i)), 0.0F);
        }
    }
    return result;
}

/// Takes runs of ink off that are longer than any seal: the lines of tables and forms.
void removeLongRuns(Mask& ink, int longest, bool alongRows)
{
    const int lines = alongRows ? ink.height() : ink.width(), length = alongRows ? ink.width() : ink.height();
    const auto pixel = [&](int line, int i) -> unsigned char& { return alongRows ? ink.at(i, line) : ink.at(line, i); };
    // A line that is not quite level changes rows: it goes on in the row beside it.
    Mask runs(ink.size());
    for (int line = 0; line < lines; ++line) {
        int begin = 0, drift = 0;
        const auto inked
            = [&](int i, int shift) { return line + shift >= 0 && line + shift < lines && pixel(line + shift, i); };
        for (int i = 0; i <= length; ++i) {
            if (i < length && inked(i, drift))
                continue;
            if (i < length && i > begin && inked(i, drift + 1)) {
                ++drift;
                continue;
            }
            if (i < length && i > begin && inked(i, drift - 1)) {
                --drift;
                continue;
            }
            if (i - begin >= longest && std::abs(drift) <= longest / 6) {
                int shift = 0;
                for (int k = begin; k < i; ++k) {
                    if (!inked(k, shift))
                        shift += inked(k, shift + 1) ? 1 : -1;
                    (alongRows ? runs.at(k, line + shift) : runs.at(line + shift, k)) = 1;
                }
            }
            begin = i + 1;
            drift = 0;
        }
    }
    runs = grown(runs, 2); // a line's soft edges are frayed
    for (std::size_t i = 0; i < ink.values().size(); ++i)
        ink.values()[i] = ink.values()[i] && !runs.values()[i];
}

std::vector<Part> inkParts(const Mask& joined, const Mask& ink)
{
    std::vector<Part> parts;
    for (const auto& pixels : partsOf(joined)) {
        Part part;
        for (const QPoint at : pixels) {
            if (!ink.at(at.x(), at.y()))
                continue;
            part.box |= QRect(at, QSize(1, 1));
            ++part.pixels;
        }
        if (part.pixels > 0)
            parts.push_back(part);
    }
    return parts;
}

qint64 area(const QRect& rect) { return rect.isEmpty() ? 0 : qint64(rect.width()) * rect.height(); }

/// A ring, the characters and the star in it are one impression: what lies within another's box belongs to it.
std::vector<Part> merged(std::vector<Part> parts)
{
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return area(a.box) > area(b.box); });
    if (parts.size() > kMostParts)
        parts.resize(kMostParts);
    std::vector<Part> result;
    for (const Part& part : parts) {
        const auto around = std::find_if(result.begin(), result.end(),
            [&part](const Part& other) { return 2 * area(other.box & part.box) > area(part.box); });
        if (around == result.end()) {
            result.push_back(part);
            continue;
        }
        around->box |= part.box;
        around->pixels += part.pixels;
    }
    return result;
}

/// 1 where every eighth of the impression is inked as strongly as the others.
double evenness(const Plane& strengths, const Mask& ink, const FittedOutline& outline, const QRect& box)
{
    std::array<double, 8> sums {};
    std::array<qsizetype, 8> counts {};
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            if (!ink.at(x, y))
                continue;
            const QPointF from = QPointF(x + 0.5, y + 0.5) - outline.centre;
            const auto sector = static_cast<std::size_t>((std::atan2(from.y(), from.x()) / 6.2832 + 0.5) * 8) % 8;
            sums[sector] += strengths.at(x, y);
            ++counts[sector];
        }
    }
    double lowest = 1e9, highest = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const double mean = counts[i] ? sums[i] / static_cast<double>(counts[i]) : 0;
        lowest = std::min(lowest, mean);
        highest = std::max(highest, mean);
    }
    return highest > 0 ? lowest / highest : 0;
}

/// How much of a coloured impression is covered with black print.
double disturbance(const Reflectance& sheet, const FittedOutline& outline, const QRect& box)
{
    qsizetype black = 0, all = 0;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            if (outline.distance({ x + 0.5, y + 0.5 }) > 0)
                continue;
            const auto i = static_cast<std::size_t>(y) * static_cast<std::size_t>(sheet.size().width())
                + static_cast<std::size_t>(x);
            ++all;
            black += darkness(colourAt(sheet, i)) > 0.4F;
        }
    }
    return all ? double(black) / static_cast<double>(all) : 0;
}

/// Seals measure 8 to 65 mm, and are no bars; where nobody knows the scale, anything that can be seen may be one.
double plausibility(const FittedOutline& outline, const Search& search, QSize sheet)
{
    const auto [shorter, longer] = std::minmax({ outline.size.width(), outline.size.height() });
    constexpr double kSlimmest = 0.25; // of its length; date seals have 0.35
    if (shorter < kSlimmest * longer)
        return 0.1;
    if (!search.pixelsPerMm)
        return longer >= 0.03 * std::max(sheet.width(), sheet.height()) ? 1 : 0.3;
    const double mm = longer / *search.pixelsPerMm;
    return mm < 6 ? 0.2 : mm <= 65 ? 1 : mm <= 90 ? 0.5 : 0.2;
}

double score(const FoundImpression& found, const Reflectance& sheet, const Plane& strengths, const Mask& ink,
    const Search& search)
{
    const FittedOutline& outline = found.outline;
    const bool isFree = outline.shape == Outline::Free;
    const double shape = isFree ? 0.4 : outline.coverage * outline.coverage;
    const double even = 0.4 + 0.6 * evenness(strengths, ink, outline, found.box);
    const double clean = found.ink == Ink::Black ? 1 : 1 - std::min(0.7, 2 * disturbance(sheet, outline, found.box));
    const bool isCut = !sheet.channels[0].rect().adjusted(2, 2, -2, -2).contains(found.box);
    return shape * even * clean * plausibility(outline, search, sheet.size()) * (isCut ? 0.5 : 1);
}

/// Black print is everywhere: only what has the outline of a seal may be one.
bool isAcceptable(const FoundImpression& found, const Search& search)
{
    if (search.subject == Subject::Handwriting || search.regionChosen)
        return true;
    constexpr double kSureCoverage = 0.78;
    if (found.ink == Ink::Black && (found.outline.shape == Outline::Free || found.outline.coverage < kSureCoverage))
        return false;
    return found.score >= kLowestScore;
}

double longerSide(QSize size) { return std::max(size.width(), size.height()); }

Mask inkMask(const Plane& strengths, Ink ink, const Search& search)
{
    Mask mask = above(strengths, inkThreshold(ink, search.background));
    if (ink != Ink::Black)
        return mask;
    constexpr double kLongestSealMm = 62;
    const double longest = search.pixelsPerMm ? kLongestSealMm * *search.pixelsPerMm : 0.55 * longerSide(mask.size());
    removeLongRuns(mask, static_cast<int>(longest), true);
    removeLongRuns(mask, static_cast<int>(longest), false);
    return mask;
}

/// All the ink there is, as one thing.
std::vector<Part> together(const std::vector<Part>& parts)
{
    Part all;
    for (const Part& part : parts) {
        all.box |= part.box;
        all.pixels += part.pixels;
    }
    return all.pixels ? std::vector { all } : std::vector<Part>();
}

std::vector<FoundImpression> findInk(const Reflectance& sheet, Ink ink, const Search& search)
{
    const Plane strengths = strengthOf(sheet, ink, search.region);
    const Mask mask = inkMask(strengths, ink, search);
    const bool isHandwriting = search.subject == Subject::Handwriting;
    const double gapMm = isHandwriting ? 4 : 0.8;
    const double gap
        = search.pixelsPerMm ? gapMm * *search.pixelsPerMm : (isHandwriting ? 0.02 : 0.004) * longerSide(sheet.size());
    std::vector<Part> parts = merged(inkParts(grown(mask, std::max(1, static_cast<int>(gap / 2))), mask));
    constexpr double kFewestPixels = 24; // across; a smaller one could be a letter as well
    const double smallest
        = std::max(kFewestPixels, search.pixelsPerMm ? 6 * *search.pixelsPerMm : 0.04 * longerSide(sheet.size()));
    if (isHandwriting && search.regionChosen)
        parts = together(parts);

    std::vector<FoundImpression> result;
    for (const Part& part : parts) {
        constexpr double kSlimmest = 0.6; // of the smallest side: no word of print is a seal
        const double shorter = std::min(part.box.width(), part.box.height());
        const bool isTooSlim = !isHandwriting && shorter < kSlimmest * smallest;
        if (longerSide(part.box.size()) < smallest || isTooSlim || part.pixels < 30)
            continue;
        FoundImpression found;
        found.ink = ink;
        found.box = part.box;
        if (isHandwriting)
            found.outline = { Outline::Free, QRectF(part.box).center(), QSizeF(part.box.size()), 0, 0 };
        else
            found.outline = fitOutline(mask, part.box);
        found.score = score(found, sheet, strengths, mask, search);
        if (isAcceptable(found, search))
            result.push_back(found);
    }
    return result;
}

bool isBetter(const FoundImpression& a, const FoundImpression& b) { return a.score > b.score; }

/// Handwriting has no shape by which it could be better: the most of it is meant.
bool isLarger(const FoundImpression& a, const FoundImpression& b) { return area(a.box) > area(b.box); }

} // namespace

std::vector<FoundImpression> findImpressions(const Reflectance& sheet, const Search& search)
{
    std::vector<FoundImpression> result;
    const auto add = [&](Ink ink) {
        const auto found = findInk(sheet, ink, search);
        result.insert(result.end(), found.begin(), found.end());
    };
    if (search.ink == Ink::Automatic) {
        add(Ink::Red);
        add(Ink::Blue);
        // Next to a coloured seal, black is print; a hand may write in either.
        if (result.empty() || search.subject == Subject::Handwriting)
            add(Ink::Black);
    } else {
        add(search.ink);
    }
    std::stable_sort(result.begin(), result.end(), search.subject == Subject::Seal ? isBetter : isLarger);
    return result;
}

} // namespace bidseal::seal::extraction
