#include "core/seal/extraction/Extraction.h"

#include "tests/core/seal/extraction/SampleSheet.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImageWriter>
#include <QLoggingCategory>
#include <QPainter>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace bidseal;
using namespace bidseal::seal;
using namespace bidseal::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<SheetPlan> allPlans()
{
    const std::array seals { SampleSeal::Star, SampleSeal::Square, SampleSeal::Round, SampleSeal::Oval };
    const std::array papers { SamplePaper::White, SamplePaper::Lined, SamplePaper::Shadowed, SamplePaper::Yellowed };
    const std::array inks { Ink::Red, Ink::Blue, Ink::Red, Ink::Black };
    const std::array dpis { 200.0, 300.0, 150.0, 200.0, 300.0, 200.0, 400.0, 150.0, 600.0 };
    const std::array turns { 0.0, 3.0, -2.0, 0.0, -5.0, 1.0, 5.0 };
    const std::array qualities { 0, 92, 80, 0, 70 };
    std::vector<SheetPlan> plans;
    QRandomGenerator random(20261126);
#ifdef __SANITIZE_ADDRESS__ // twenty times as slow, and other builds look at how good the result is
    constexpr quint32 kStep = 7;
#else
    constexpr quint32 kStep = 1;
#endif
    for (quint32 i = 0; i < 60; i += kStep) {
        SheetPlan plan;
        plan.seal = seals[i % 4];
        plan.ink = inks[(i / 4 + i) % 4];
        plan.paper = papers[(i / 2 + i / 16) % 4];
        plan.dpi = dpis[i % dpis.size()];
        if (plan.dpi > 300 && plan.seal != SampleSeal::Square && i != 6) // a few large ones are enough
            plan.dpi = 200;
        plan.turn = turns[i % turns.size()];
        plan.noise = 1.5 + random.bounded(4.0);
        plan.blurMm = 0.02 + random.bounded(0.03);
        plan.jpegQuality = qualities[i % qualities.size()];
        plan.unevenLight = i % 3 == 1;
        plan.print = i % 3 == 2;
        if (plan.print && plan.jpegQuality) // what JPEG blurs into each other nobody can tell apart
            plan.jpegQuality = std::max(plan.jpegQuality, 80);
        const bool isLarge = plan.dpi > 300 || (plan.dpi > 250 && plan.seal != SampleSeal::Square);
        plan.impressions = isLarge ? 1 : std::array { 1, 3, 1, 4, 1 }[i % 5];
        plan.seed = i;
        plans.push_back(plan);
    }
    return plans;
}

Scan scanOf(const QTemporaryDir& folder, const SampleSheet& sheet)
{
    const QString path = folder.filePath(u"sheet"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(sheet.file) != sheet.file.size())
        return {};
    file.close();
    return readScan(path).value_or(Scan());
}

/// The picture's alpha in the middle of a canvas.
QImage alphaOn(QSize canvas, const QImage& picture)
{
    QImage alpha(canvas, QImage::Format_Grayscale8);
    alpha.fill(0);
    const QPoint corner((canvas.width() - picture.width()) / 2, (canvas.height() - picture.height()) / 2);
    for (int y = 0; y < picture.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            if (alpha.rect().contains(corner + QPoint(x, y)))
                alpha.scanLine(corner.y() + y)[corner.x() + x] = static_cast<uchar>(qAlpha(from[x]));
        }
    }
    return alpha;
}

/// Soft intersection over union, with the truth moved by whole pixels.
double overlap(const QImage& found, const QImage& truth, QPoint by = {})
{
    constexpr int kMost = 1; // pixel by which it is moved; nothing is as near to the edge
    qint64 both = 0, either = 0;
    for (int y = kMost; y < found.height() - kMost; ++y) {
        const uchar *a = found.constScanLine(y), *b = truth.constScanLine(y - by.y()) - by.x();
        for (int x = kMost; x < found.width() - kMost; ++x) {
            both += std::min(a[x], b[x]);
            either += std::max(a[x], b[x]);
        }
    }
    return either ? double(both) / double(either) : 0;
}

/// Where between -1 and 1 three values promise the highest one, by a parabola through them.
double peak(double left, double middle, double right)
{
    const double bend = left - 2 * middle + right;
    if (bend >= 0) // on a flank
        return right > middle ? 1 : left > middle ? -1 : 0;
    return std::clamp((left - right) / (2 * bend), -1.0, 1.0);
}

struct Aligned {
    double overlap = 0;
    QImage truth;
    double turn = 0;
};

/// Where a picture's ink has its middle, from the canvas' own.
QPointF middleOf(const QImage& mask)
{
    double sum = 0, right = 0, down = 0;
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            const double ink = mask.constScanLine(y)[x];
            sum += ink;
            right += ink * (x + 0.5);
            down += ink * (y + 0.5);
        }
    }
    return sum > 0 ? QPointF(right / sum - mask.width() / 2.0, down / sum - mask.height() / 2.0) : QPointF();
}

/// Small shifts always, turns only of turned sheets: from where the middles meet to where a parabola peaks.
Aligned bestOverlap(const SheetPlan& plan, const Extraction& extraction)
{
    const QSize canvas
        = extraction.picture.size().expandedTo((QSizeF(43, 43) * plan.dpi / 25.4).toSize()) + QSize(8, 8);
    const QImage found = alphaOn(canvas, extraction.picture);
    const QPointF middle = middleOf(found) - middleOf(trueMask(plan, canvas));
    std::array<double, 3> at { middle.x(), middle.y(), plan.turn - extraction.rotation };
    const auto truthAt = [&](const std::array<double, 3>& place) {
        return trueMask(plan, canvas, { place[0], place[1] }, place[2]);
    };
    constexpr double kGoodEnough = 0.952; // the rest of the way costs time and proves nothing
    Aligned best;
    const auto tryAt = [&](const std::array<double, 3>& place) {
        const QImage truth = truthAt(place);
        const double value = overlap(found, truth);
        if (value <= best.overlap)
            return false;
        at = place;
        best = { value, truth, place[2] };
        return true;
    };
    tryAt(at);
    for (int round = 0; round < 5 && best.overlap < kGoodEnough; ++round) {
        const double right
            = peak(overlap(found, best.truth, { -1, 0 }), best.overlap, overlap(found, best.truth, { 1, 0 }));
        const double down
            = peak(overlap(found, best.truth, { 0, -1 }), best.overlap, overlap(found, best.truth, { 0, 1 }));
        tryAt({ at[0] + right, at[1] + down, at[2] });
        constexpr double kTurn = 0.3; // degrees
        if (plan.turn != 0 && best.overlap < kGoodEnough && !tryAt({ at[0], at[1], at[2] - kTurn }))
            tryAt({ at[0], at[1], at[2] + kTurn });
    }
    return best;
}

QImage onCheckerboard(const QImage& picture)
{
    QImage result(picture.size(), QImage::Format_RGB32);
    QPainter painter(&result);
    for (int y = 0; y < result.height(); y += 12) {
        for (int x = 0; x < result.width(); x += 12)
            painter.fillRect(x, y, 12, 12, (x + y) / 12 % 2 ? QColor(220, 220, 220) : Qt::white);
    }
    painter.drawImage(0, 0, picture);
    return result;
}

/// White: both; red: too much; blue: missing.
QImage difference(const QImage& found, const QImage& truth)
{
    QImage result(found.size(), QImage::Format_RGB32);
    for (int y = 0; y < result.height(); ++y) {
        for (int x = 0; x < result.width(); ++x) {
            const int a = found.constScanLine(y)[x], b = truth.constScanLine(y)[x];
            result.setPixel(x, y, qRgb(a, std::min(a, b), b));
        }
    }
    return result;
}

/// Input, result and overlap of every sheet, for people to look at.
class ContactSheet {
public:
    void add(const SheetPlan& plan, const Scan& scan, const Extraction& extraction, const Aligned& aligned)
    {
        const auto& outline = extraction.impressions[static_cast<std::size_t>(extraction.chosen)].outline;
        QImage input = scan.picture;
        {
            QPainter painter(&input);
            painter.setPen(QPen(QColor(0, 160, 80), std::max(1.0, scan.picture.width() / 300.0)));
            for (const Impression& impression : extraction.impressions)
                painter.drawPolyline(impression.outline);
        }
        const QRect crop = extraction.impressions.size() > 1
            ? input.rect()
            : outline.boundingRect().toAlignedRect().adjusted(-20, -20, 20, 20) & input.rect();
        const QImage found = alphaOn(aligned.truth.size(), extraction.picture);
        m_rows.push_back({ { input.copy(crop), onCheckerboard(extraction.picture), difference(found, aligned.truth) },
            u"%1  %2"_s.arg(aligned.overlap, 0, 'f', 3).arg(plan.name()) });
    }

    void save(const QString& folder) const
    {
        constexpr int kSide = 240, kRow = kSide + 24, kColumns = 3, kRowsEach = 8;
        for (std::size_t first = 0; first < m_rows.size(); first += kColumns * kRowsEach) {
            QImage sheet(kColumns * 3 * kSide + 40, kRow * kRowsEach, QImage::Format_RGB32);
            sheet.fill(Qt::white);
            QPainter painter(&sheet);
            for (std::size_t i = first; i < std::min(first + kColumns * kRowsEach, m_rows.size()); ++i) {
                const int column = static_cast<int>(i - first) % kColumns, row = static_cast<int>(i - first) / kColumns;
                const QPoint corner(column * (3 * kSide + 20), row * kRow);
                painter.drawText(QRect(corner, QSize(3 * kSide, 22)), Qt::AlignVCenter, m_rows[i].second);
                for (int picture = 0; picture < 3; ++picture) {
                    const QImage small = m_rows[i].first[static_cast<std::size_t>(picture)].scaled(
                        kSide - 4, kSide - 4, Qt::KeepAspectRatio, Qt::SmoothTransformation);
                    painter.drawImage(corner + QPoint(picture * kSide, 22), small);
                }
            }
            painter.end();
            QDir().mkpath(folder);
            sheet.save(QDir(folder).filePath(u"extraction-%1.png"_s.arg(first / (kColumns * kRowsEach) + 1)));
        }
    }

private:
    std::vector<std::pair<std::array<QImage, 3>, QString>> m_rows;
};

} // namespace

/// Sheets are drawn here, so that it is known what was stamped on them.
class tst_Extraction : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void liftsSealsOffTheirPaper();
    void readsTheResolutionThatAFileSays();
    void readsAnA4SheetAtSixHundredDpi();
    void neverTakesQtsOwnResolutionForTheFiles();
    void turnsPicturesAsTheCameraSays();
    void saysNoSizeWhereNobodyKnowsTheResolution();
    void takesTheImpressionThatIsAskedFor();
    void looksOnlyIntoTheRegion();
    void keepsOrCleansTheColour();
    void doesNotTurnWhatNobodyKnows();
    void takesHandwriting();
    void saysWhereThereIsNoImpression();
    void saysWhyAFileIsNoScan();
    void stopsWhenAsked();
    void neverFallsOverDamagedFiles();
    void neverFallsOverNoise();

private:
    QTemporaryDir m_folder;
};

void tst_Extraction::liftsSealsOffTheirPaper()
{
    const QString pictures = qEnvironmentVariable("BIDSEAL_SCREENSHOTS");
    ContactSheet contactSheet;
    std::vector<double> overlaps;
    QStringList bad;
    for (const SheetPlan& plan : allPlans()) {
        const SampleSheet sheet = drawSheet(plan);
        const Scan scan = scanOf(m_folder, sheet);
        QVERIFY2(scan.dpi && std::abs(*scan.dpi - plan.dpi) < 0.6, qPrintable(plan.name()));
        ExtractionSettings settings;
        if (plan.seed % 3 == 0)
            settings.ink = plan.ink; // else it is found out
        const Result<Extraction> found = extract(scan, settings);
        if (!found) {
            bad << u"nothing found: "_s + plan.name();
            continue;
        }
        const Aligned aligned = bestOverlap(plan, *found);
        overlaps.push_back(aligned.overlap);
        if (!pictures.isEmpty())
            contactSheet.add(plan, scan, *found, aligned);
        const QRectF place = found->impressions[static_cast<std::size_t>(found->chosen)].outline.boundingRect();
        const double right = std::abs(found->sizeMm->width() / sheet.sealMm.width() - 1);
        const double down = std::abs(found->sizeMm->height() / sheet.sealMm.height() - 1);
        const bool isTurnKnown = plan.seal != SampleSeal::Round || plan.turn == 0;
        if (aligned.overlap < 0.85)
            bad << u"overlap %1"_s.arg(aligned.overlap) + u": "_s + plan.name();
        if (found->ink != plan.ink)
            bad << u"ink: "_s + plan.name();
        if (!place.contains(sheet.goodPixel))
            bad << u"a worse impression: "_s + plan.name();
        if (plan.ink != Ink::Black && !plan.print
            && int(found->impressions.size()) < plan.impressions) // torn black ink is print
            bad << u"%1 impressions: "_s.arg(found->impressions.size()) + plan.name();
        if (std::max(right, down) > 0.02)
            bad << u"size %1 × %2: "_s.arg(found->sizeMm->width()).arg(found->sizeMm->height()) + plan.name();
        if (isTurnKnown && std::abs(found->rotation - plan.turn) > 0.8)
            bad << u"turned by %1: "_s.arg(found->rotation) + plan.name();
    }
    if (!pictures.isEmpty())
        contactSheet.save(pictures);
    std::sort(overlaps.begin(), overlaps.end());
    qInfo("overlap: median %.3f, worst %.3f, tenth of the sheets below %.3f", overlaps[overlaps.size() / 2],
        overlaps.front(), overlaps[overlaps.size() / 10]);
    for (const QString& sheet : bad)
        qWarning("%s", qPrintable(sheet));
    QVERIFY(bad.isEmpty());
    QVERIFY(overlaps[overlaps.size() / 2] >= 0.95);
}

void tst_Extraction::readsTheResolutionThatAFileSays()
{
    SheetPlan plan;
    for (const int quality : { 0, 90 }) {
        for (const double dpi : { 150.0, 300.0 }) {
            plan.dpi = dpi;
            plan.jpegQuality = quality;
            const Scan scan = scanOf(m_folder, drawSheet(plan));
            QVERIFY(scan.dpi);
            QVERIFY(std::abs(*scan.dpi - dpi) < 0.1);
        }
    }
}

/// More than Qt's own limit.
void tst_Extraction::readsAnA4SheetAtSixHundredDpi()
{
    QImage page(4960, 7016, QImage::Format_RGB32);
    page.fill(QColor(250, 249, 246));
    page.setDotsPerMeterX(qRound(600 * 1000 / 25.4));
    page.setDotsPerMeterY(page.dotsPerMeterX());
    for (const char* format : { "PNG", "JPG" }) {
        SampleSheet sheet;
        QBuffer buffer(&sheet.file);
        QVERIFY(page.save(&buffer, format, 90));
        const Scan scan = scanOf(m_folder, sheet);
        QCOMPARE(scan.picture.size(), page.size());
        QCOMPARE(scan.picture.format(), QImage::Format_RGB32);
        QVERIFY(scan.dpi && std::abs(*scan.dpi - 600) < 0.5);
    }
}

/// Takes a PNG's chunk or a JPEG's segment with the resolution away.
QByteArray withoutResolution(QByteArray file)
{
    if (const auto chunk = file.indexOf("pHYs"); chunk > 0)
        return file.remove(chunk - 4, 21);
    return file.replace(13, 1, QByteArray(1, '\0')); // JFIF's unit: none
}

void tst_Extraction::neverTakesQtsOwnResolutionForTheFiles()
{
    SheetPlan plan;
    plan.dpi = 150;
    for (const int quality : { 0, 90 }) {
        plan.jpegQuality = quality;
        SampleSheet sheet = drawSheet(plan);
        sheet.file = withoutResolution(sheet.file);
        const Scan scan = scanOf(m_folder, sheet);
        QVERIFY(!scan.picture.isNull());
        QVERIFY(!scan.dpi);
    }
    plan.dpi = 72; // what cameras write who know nothing of the paper
    QVERIFY(!scanOf(m_folder, drawSheet(plan)).dpi);
}

void tst_Extraction::turnsPicturesAsTheCameraSays()
{
    QImage picture(120, 80, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (const auto& [transformation, size] : { std::pair(QImageIOHandler::TransformationRotate90, QSize(80, 120)),
             std::pair(QImageIOHandler::TransformationRotate180, QSize(120, 80)) }) {
        SampleSheet sheet;
        QBuffer buffer(&sheet.file);
        QImageWriter writer(&buffer, "jpg");
        writer.setTransformation(transformation);
        QVERIFY(writer.write(picture));
        QCOMPARE(scanOf(m_folder, sheet).picture.size(), size);
    }
}

void tst_Extraction::saysNoSizeWhereNobodyKnowsTheResolution()
{
    SheetPlan plan;
    plan.dpi = 200;
    Scan scan = scanOf(m_folder, drawSheet(plan));
    scan.dpi.reset();
    const Result<Extraction> unknown = extract(scan);
    QVERIFY(unknown);
    QVERIFY(!unknown->sizeMm);
    ExtractionSettings settings;
    settings.dpi = 200;
    const Result<Extraction> known = extract(scan, settings);
    QVERIFY(known && known->sizeMm);
    QVERIFY(std::abs(known->sizeMm->width() - 42) < 0.5);
}

void tst_Extraction::takesTheImpressionThatIsAskedFor()
{
    SheetPlan plan;
    plan.dpi = 150;
    plan.impressions = 4;
    const Scan scan = scanOf(m_folder, drawSheet(plan));
    const Result<Extraction> best = extract(scan);
    QVERIFY(best);
    QCOMPARE(best->chosen, 0);
    QVERIFY(best->impressions.size() >= 3);
    for (std::size_t i = 1; i < best->impressions.size(); ++i) {
        QVERIFY(best->impressions[i].score <= best->impressions[i - 1].score);
        ExtractionSettings settings;
        settings.impressionAt = best->impressions[i].outline.boundingRect().center();
        const Result<Extraction> other = extract(scan, settings);
        QVERIFY(other);
        QCOMPARE(other->chosen, int(i));
    }
}

void tst_Extraction::looksOnlyIntoTheRegion()
{
    SheetPlan plan;
    plan.dpi = 150;
    plan.impressions = 4;
    const SampleSheet sheet = drawSheet(plan);
    const Scan scan = scanOf(m_folder, sheet);
    ExtractionSettings settings;
    settings.region = QRect(0, 0, scan.picture.width() / 2, scan.picture.height() / 2);
    const Result<Extraction> found = extract(scan, settings);
    QVERIFY(found);
    QCOMPARE(found->impressions.size(), std::size_t(1));
    QVERIFY(QRectF(*settings.region).contains(found->impressions[0].outline.boundingRect()));
    settings.region = QRect(-50, -50, 20, 20); // beside the scan
    QCOMPARE(extract(scan, settings).error().code, ErrorCode::ImpressionNotFound);
}

void tst_Extraction::keepsOrCleansTheColour()
{
    SheetPlan plan;
    plan.dpi = 200;
    plan.print = true;
    plan.paper = SamplePaper::Yellowed;
    const Scan scan = scanOf(m_folder, drawSheet(plan));
    const auto coloursOf = [](const QImage& picture) {
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (qAlpha(picture.pixel(x, y)) > 200)
                    colours.insert(picture.pixel(x, y) & RGB_MASK);
            }
        }
        return colours;
    };
    ExtractionSettings settings;
    const QSet<QRgb> clean = coloursOf(extract(scan, settings)->picture);
    QCOMPARE(clean.size(), 1);
    const QColor ink(*clean.begin()); // the plan's is (216, 52, 60), on white paper
    QVERIFY2(std::abs(ink.red() - 216) < 14 && std::abs(ink.green() - 52) < 22 && std::abs(ink.blue() - 60) < 22,
        qPrintable(ink.name()));
    settings.cleaning = 0;
    QVERIFY(coloursOf(extract(scan, settings)->picture).size() > 20);
}

void tst_Extraction::doesNotTurnWhatNobodyKnows()
{
    SheetPlan plan;
    plan.seal = SampleSeal::Round; // no star, no lines of print
    plan.dpi = 200;
    plan.turn = 5;
    const Result<Extraction> round = extract(scanOf(m_folder, drawSheet(plan)));
    QVERIFY(round);
    QCOMPARE(round->impressions[0].shape, Outline::Round);
    QCOMPARE(round->rotation, 0);

    plan.print = true; // now the sheet says it
    const Result<Extraction> printed = extract(scanOf(m_folder, drawSheet(plan)));
    QVERIFY(printed);
    QVERIFY2(std::abs(printed->rotation - 5) < 0.6, qPrintable(QString::number(printed->rotation)));

    plan.seal = SampleSeal::Square;
    ExtractionSettings settings;
    settings.straighten = Straighten::No;
    QCOMPARE(extract(scanOf(m_folder, drawSheet(plan)), settings)->rotation, 0);
}

void tst_Extraction::takesHandwriting()
{
    QImage sheet(900, 500, QImage::Format_RGB32);
    sheet.fill(QColor(236, 232, 222));
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(34, 34, 42), 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF { { 200, 250 }, { 300, 180 }, { 330, 300 }, { 420, 200 } });
    painter.drawPolyline(QPolygonF { { 470, 200 }, { 560, 290 }, { 640, 210 } });
    painter.end();
    ExtractionSettings settings;
    settings.subject = Subject::Handwriting;
    settings.dpi = 300;
    const Result<Extraction> found = extract({ sheet }, settings);
    QVERIFY(found);
    QCOMPARE(found->ink, Ink::Black);
    QVERIFY(std::abs(found->picture.width() - 447) < 8);
    QVERIFY(std::abs(found->picture.height() - 127) < 8);
}

void tst_Extraction::saysWhereThereIsNoImpression()
{
    QImage blank(400, 300, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QCOMPARE(extract({ blank }).error().code, ErrorCode::ImpressionNotFound);
    QCOMPARE(extract({}).error().code, ErrorCode::ScanUnreadable);

    QImage text = blank;
    QPainter painter(&text);
    for (int y = 20; y < 280; y += 24)
        painter.drawText(20, y, u"Nothing but text is on this sample sheet, line after line of it."_s);
    painter.end();
    const Result<Extraction> found = extract({ text });
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::ImpressionNotFound);
}

void tst_Extraction::saysWhyAFileIsNoScan()
{
    QCOMPARE(readScan(m_folder.filePath(u"gone.png"_s)).error().code, ErrorCode::FileNotFound);
    const auto codeOf = [this](const QByteArray& content) {
        const QString path = m_folder.filePath(u"no-scan.png"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return ErrorCode::InternalFault;
        file.close();
        const Result<Scan> scan = readScan(path);
        return scan ? ErrorCode::InternalFault : scan.error().code;
    };
    QCOMPARE(codeOf({}), ErrorCode::ScanUnreadable);
    QCOMPARE(codeOf("BM and no picture that we read"), ErrorCode::ScanUnreadable);
    QImage tiny(20, 20, QImage::Format_RGB32);
    tiny.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    tiny.save(&buffer, "PNG");
    QCOMPARE(codeOf(bytes), ErrorCode::ScanUnreadable);

    // 50 000 pixels a side, as the header claims: nothing is allocated for it.
    QByteArray header("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xC3\x50\0\0\xC3\x50\x08\x02\0\0\0", 29);
    QCOMPARE(codeOf(header + QByteArray(200, '\0')), ErrorCode::ScanUnreadable);
}

void tst_Extraction::stopsWhenAsked()
{
    SheetPlan plan;
    plan.dpi = 150;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(extract(scanOf(m_folder, drawSheet(plan)), {}, stop.get_token()).error().code, ErrorCode::Cancelled);
}

void tst_Extraction::neverFallsOverDamagedFiles()
{
    QLoggingCategory::setFilterRules(u"qt.gui.imageio*=false"_s);
    SheetPlan plan;
    plan.dpi = 72;
    plan.seal = SampleSeal::Square;
    QRandomGenerator random(7);
    for (int round = 0; round < 160; ++round) {
        plan.jpegQuality = round % 2 ? 80 : 0;
        static const SampleSheet sound[] = { drawSheet(plan), [&] {
                                                plan.jpegQuality = 80;
                                                return drawSheet(plan);
                                            }() };
        SampleSheet damaged = sound[round % 2];
        for (int i = random.bounded(1, 12); i > 0; --i) // half of it in the header, where lengths and sizes are
            damaged.file[random.bounded(random.bounded(2) ? 64 : int(damaged.file.size()))] = char(random.bounded(256));
        if (round % 5 == 0)
            damaged.file.truncate(random.bounded(int(damaged.file.size())));
        const Scan scan = scanOf(m_folder, damaged);
        if (!scan.picture.isNull())
            (void)extract(scan);
    }
}

void tst_Extraction::neverFallsOverNoise()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 60; ++round) {
        QImage noise(random.bounded(1, 160), random.bounded(1, 160), QImage::Format_RGB32);
        const quint32 mask = round % 3 == 0 ? 0xFFFFFF : round % 3 == 1 ? 0xFF0000 : 0x3F3F3F;
        for (int y = 0; y < noise.height(); ++y) {
            for (int x = 0; x < noise.width(); ++x)
                noise.setPixel(x, y, random.generate() & mask);
        }
        ExtractionSettings settings;
        settings.ink = static_cast<Ink>(random.bounded(4));
        settings.subject = random.bounded(2) ? Subject::Seal : Subject::Handwriting;
        settings.background = random.bounded(3.0) - 1; // out of range, too
        settings.softness = random.bounded(3.0) - 1;
        settings.cleaning = random.bounded(3.0) - 1;
        settings.dpi = random.bounded(2) ? std::optional(random.bounded(5000.0) - 100) : std::nullopt;
        if (random.bounded(2))
            settings.region = QRect(random.bounded(-50, 200), random.bounded(-50, 200), random.bounded(-20, 300), 90);
        if (random.bounded(2))
            settings.impressionAt = QPointF(random.bounded(1e6) - 5e5, 3);
        const Result<Extraction> found = extract({ noise }, settings);
        if (found) {
            QVERIFY(!found->picture.isNull());
            QVERIFY(std::size_t(found->chosen) < found->impressions.size());
        }
    }
}

QTEST_MAIN(tst_Extraction)
#include "tst_Extraction.moc"
