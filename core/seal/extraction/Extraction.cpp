#include "core/seal/extraction/Extraction.h"

#include "core/seal/extraction/Impressions.h"
#include "core/seal/extraction/InkSeparation.h"
#include "core/seal/extraction/Paper.h"
#include "core/seal/extraction/Upright.h"

#include <QTransform>

#include <algorithm>

namespace bidseal::seal {

using namespace Qt::StringLiterals;
using namespace extraction;

namespace {

constexpr int kOverviewSide = 1800; // pixels: an A4 sheet at 150 dpi
constexpr int kLargestSide = 3000; // pixels of an impression: more than 600 dpi of the largest seal
constexpr double kMillimetresPerInch = 25.4;
constexpr double kLeastTurn = 0.25; // degrees: nobody sees less, and turning costs sharpness
constexpr double kStrokeMm = 0.45; // of printed text

/// The whole sheet, small enough to look for things on it.
struct Overview {
    double scale = 1; ///< overview's pixels for one of the scan
    Reflectance sheet;
    Paper paper;
};

/// The scan around one impression, in all its detail.
struct CloseUp {
    double scale = 1; ///< its pixels for one of the scan
    QPointF origin; ///< in the scan's pixels
    Reflectance sheet;
};

QImage sized(const QImage& picture, double scale)
{
    return scale < 1 ? picture
                           .scaled((QSizeF(picture.size()) * scale).toSize().expandedTo({ 1, 1 }),
                               Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                           .convertToFormat(QImage::Format_RGB32)
                     : picture;
}

double scaleTo(int side, QSize size) { return std::min(1.0, double(side) / std::max(size.width(), size.height())); }

Overview overviewOf(const QImage& scan)
{
    Overview overview;
    overview.scale = scaleTo(kOverviewSide, scan.size());
    const QImage picture = sized(scan, overview.scale);
    overview.paper = Paper::under(picture);
    overview.sheet = overview.paper.dividedOutOf(picture);
    return overview;
}

CloseUp closeUpOf(const QImage& scan, const Overview& overview, const FittedOutline& outline)
{
    const QRectF box = outline.polygon().boundingRect();
    const double margin = 0.08 * std::max(box.width(), box.height()) + 4;
    const QRect place = box.adjusted(-margin, -margin, margin, margin).toAlignedRect() & scan.rect();
    CloseUp closeUp;
    closeUp.scale = scaleTo(kLargestSide, place.size());
    closeUp.origin = place.topLeft();
    const QRectF part(double(place.left()) / scan.width(), double(place.top()) / scan.height(),
        double(place.width()) / scan.width(), double(place.height()) / scan.height());
    closeUp.sheet = overview.paper.dividedOutOf(sized(scan.copy(place), closeUp.scale), part);
    return closeUp;
}

Search searchFor(
    const QImage& scan, const Overview& overview, std::optional<double> dpi, const ExtractionSettings& settings)
{
    const QRect all(QPoint(), overview.sheet.size());
    Search search;
    search.subject = settings.subject;
    search.ink = settings.ink;
    search.background = std::clamp(settings.background, 0.0, 1.0);
    search.region = all;
    if (settings.region) {
        const QRectF region = (*settings.region & scan.rect());
        search.region = QTransform::fromScale(overview.scale, overview.scale).mapRect(region).toAlignedRect() & all;
        search.regionChosen = true;
    }
    if (dpi)
        search.pixelsPerMm = *dpi / kMillimetresPerInch * overview.scale;
    return search;
}

int chosenOf(const std::vector<FoundImpression>& found, const ExtractionSettings& settings, double scale)
{
    if (!settings.impressionAt)
        return 0;
    const QPointF at = *settings.impressionAt * scale;
    const auto nearest = std::min_element(found.begin(), found.end(),
        [at](const auto& a, const auto& b) { return a.outline.distance(at) < b.outline.distance(at); });
    return static_cast<int>(nearest - found.begin());
}

/// Degrees, clockwise; 0 where nothing says it.
double turnOf(const FittedOutline& outline, const Mask& ink, const Reflectance& sheet)
{
    switch (outline.shape) {
    case Outline::Square:
    case Outline::Rectangle:
        return outline.angle;
    case Outline::Oval: // wider than high, unless it plainly is not
        return std::abs(outline.angle) <= 45 ? outline.angle : outline.angle - std::copysign(90, outline.angle);
    case Outline::Round:
        if (const auto turn
            = turnOfStar(ink, outline.centre, std::min(outline.size.width(), outline.size.height()) / 2))
            return *turn;
        break;
    case Outline::Free:
        break;
    }
    return turnOfPrint(sheet).value_or(0);
}

void turnBack(SeparatedInk& separated, Reflectance& sheet, double degrees, double cleaning)
{
    separated.coverage = turned(separated.coverage, -degrees);
    if (cleaning >= 1) { // the sheet's own colours are not asked for
        sheet = { { separated.coverage, separated.coverage, separated.coverage } };
        return;
    }
    for (Plane& channel : sheet.channels)
        channel = turned(channel, -degrees);
}

QImage painted(const SeparatedInk& separated, const Reflectance& sheet, const ExtractionSettings& settings)
{
    QImage picture(separated.coverage.width(), separated.coverage.height(), QImage::Format_ARGB32);
    const auto clean = static_cast<float>(std::clamp(settings.cleaning, 0.0, 1.0));
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const float coverage = separated.coverage.at(x, y);
            std::array<int, 3> colour {};
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const float seen = sheet.channels[channel].at(x, y);
                const float own = std::clamp(1 - (1 - seen) / std::clamp(coverage, 0.3F, 1.0F), 0.0F, 1.0F);
                colour[channel] = qRound(255 * (clean * separated.ink[channel] + (1 - clean) * own));
            }
            line[x] = qRgba(colour[0], colour[1], colour[2], qRound(255 * opacity(coverage, settings)));
        }
    }
    return picture;
}

/// The box of what can be seen; its edge pixels are at least a third inked, so that the box is as large as the seal.
QRect inkBox(const QImage& picture)
{
    constexpr int kThird = 85;
    QRect box;
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        const auto isInk = [](QRgb pixel) { return qAlpha(pixel) >= kThird; };
        const auto first = static_cast<int>(std::find_if(line, line + picture.width(), isInk) - line);
        if (first == picture.width())
            continue;
        int last = picture.width() - 1;
        while (!isInk(line[last]))
            --last;
        box |= QRect(QPoint(first, y), QPoint(last, y));
    }
    return box;
}

/// Where the outline's box lies once the close-up was turned back. Print that hangs on to an edge does not make a seal
/// larger.
QRect boxOf(const FittedOutline& outline, QSize closeUp, double turn, QSize turnedCloseUp)
{
    const QTransform toMiddle = QTransform::fromTranslate(-closeUp.width() / 2.0, -closeUp.height() / 2.0);
    const QTransform fromMiddle = QTransform::fromTranslate(turnedCloseUp.width() / 2.0, turnedCloseUp.height() / 2.0);
    const QTransform turnBack = toMiddle * QTransform().rotate(-turn) * fromMiddle;
    return turnBack.map(outline.polygon()).boundingRect().adjusted(-0.25, -0.25, 0.25, 0.25).toRect();
}

tl::unexpected<Error> nothingFound(const QString& detail) { return failure(ErrorCode::ImpressionNotFound, detail); }

Impression inScan(const FoundImpression& found, double scale)
{
    return { found.outline.scaled(1 / scale).polygon(), found.outline.shape, found.ink, found.score };
}

std::optional<double> believable(std::optional<double> dpi) { return dpi && *dpi > 0 ? dpi : std::nullopt; }

} // namespace

Result<Extraction> extract(const Scan& scan, const ExtractionSettings& settings, const std::stop_token& stop)
{
    if (scan.picture.isNull())
        return failure(ErrorCode::ScanUnreadable, u"no picture"_s);
    const QImage picture = scan.picture.convertToFormat(QImage::Format_RGB32);
    const std::optional<double> dpi = believable(settings.dpi ? settings.dpi : scan.dpi);
    const Overview overview = overviewOf(picture);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);

    const Search search = searchFor(picture, overview, dpi, settings);
    const std::vector<FoundImpression> found = findImpressions(overview.sheet, search);
    if (found.empty())
        return nothingFound(u"no impression on %1 × %2 pixels"_s.arg(picture.width()).arg(picture.height()));
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);

    Extraction result;
    for (const FoundImpression& impression : found)
        result.impressions.push_back(inScan(impression, overview.scale));
    result.chosen = chosenOf(found, settings, overview.scale);
    const FoundImpression& impression = found[static_cast<std::size_t>(result.chosen)];
    result.ink = impression.ink;

    const FittedOutline onScan = impression.outline.scaled(1 / overview.scale);
    CloseUp closeUp = closeUpOf(picture, overview, onScan);
    const FittedOutline outline = onScan.translated(-closeUp.origin).scaled(closeUp.scale);
    const double pixelsPerMm = dpi ? *dpi * closeUp.scale / kMillimetresPerInch : 0;
    const double strokes
        = dpi ? kStrokeMm * pixelsPerMm : 0.012 * std::max(outline.size.width(), outline.size.height());
    SeparatedInk separated = separateInk(closeUp.sheet, result.ink, outline, strokes, settings);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);

    const Mask ink = above(separated.coverage, 0.5F);
    const FittedOutline finer = outline.shape == Outline::Free ? outline : fitOutline(ink, ink.rect());
    const FittedOutline& sure = finer.shape == outline.shape ? finer : outline;
    const double turn = settings.straighten == Straighten::Yes ? turnOf(sure, ink, overview.sheet) : 0;
    if (std::abs(turn) >= kLeastTurn) {
        result.rotation = turn;
        turnBack(separated, closeUp.sheet, turn, settings.cleaning);
    }
    const QImage upright = painted(separated, closeUp.sheet, settings);
    QRect box = inkBox(upright);
    if (sure.shape != Outline::Free)
        box &= boxOf(sure, ink.size(), result.rotation, upright.size());
    if (box.isEmpty())
        return nothingFound(u"all of the impression is as faint as paper"_s);
    result.picture = upright.copy(box);
    if (dpi)
        result.sizeMm = QSizeF(box.size()) / pixelsPerMm;
    return result;
}

} // namespace bidseal::seal
