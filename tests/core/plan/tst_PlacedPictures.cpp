#include "core/pdf/SignatureWriter.h"
#include "core/plan/DateSeal.h"
#include "core/plan/DocumentPaper.h"
#include "tests/core/text/MupdfCharacters.h"
#include "tests/core/text/TextPages.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/PdfBuilder.h"
#include "tests/support/Problem.h"
#include "tests/support/SignedSample.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace bidseal;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(bidseal::plan::AlongSeam)
Q_DECLARE_METATYPE(std::vector<bidseal::testing::PageShape>)

namespace {

constexpr int kPixelsPerMm = 10;
constexpr int kDotsPerInch = 254;
constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kAllowedMm = 0.5;
constexpr double kAllowedPart = 0.005;
constexpr double kGridMm = 0.2; // readers draw a picture up to the next pixel on both sides

const QString kKeyword = u"盖章处（公章）"_s;

QImage redSquare()
{
    QImage picture(100, 100, QImage::Format_ARGB32);
    picture.fill(QColor(255, 0, 0));
    return picture;
}

/// A ring, a star and strokes of all lengths, so that no column of pixels is like the next.
QImage intricateSeal()
{
    QImage picture(840, 840, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(255, 0, 0), 24));
    painter.drawEllipse(QPointF(420, 420), 404, 404);
    QPolygonF star;
    for (int point = 0; point < 5; ++point)
        star << QPointF(420 + 150 * std::sin(point * 4 * M_PI / 5), 420 - 150 * std::cos(point * 4 * M_PI / 5));
    painter.setBrush(QColor(255, 0, 0));
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(star, Qt::WindingFill);
    painter.setPen(QPen(QColor(255, 0, 0), 7));
    for (int stroke = 0; stroke < 36; ++stroke) {
        const double angle = stroke * M_PI / 18, inner = 220 + 7 * (stroke * stroke % 11);
        painter.drawLine(QPointF(420 + inner * std::cos(angle), 420 + inner * std::sin(angle)),
            QPointF(420 + 350 * std::cos(angle + 0.1), 420 + 350 * std::sin(angle + 0.1)));
    }
    return picture;
}

seal::Seal sealOf(const QImage& picture, double sideMm)
{
    return { {}, u"公章"_s, seal::Kind::Company, picture, { sideMm, sideMm } };
}

/// A page that shows `visibleMm`, however it comes to it.
PageShape shapeOf(const QSizeF& visibleMm, int rotation = 0, const QPointF& cropOffset = {}, double userUnit = 1)
{
    const QSizeF seen = visibleMm * kPointsPerMm / userUnit;
    const QRectF box(cropOffset, rotation % 180 == 0 ? seen : seen.transposed());
    PageShape shape;
    shape.rotation = rotation;
    shape.userUnit = userUnit;
    shape.mediaBox = cropOffset.isNull() ? box : box.adjusted(-30, -20, 40, 50);
    if (!cropOffset.isNull())
        shape.cropBox = box;
    return shape;
}

constexpr QSizeF kA4(210, 297), kA4Landscape(297, 210), kA3(297, 420);

using NamedShapes = std::vector<std::pair<const char*, PageShape>>;

/// Pages that show the same, each in a way of its own.
NamedShapes waysToShow(const QSizeF& mm)
{
    return {
        { "upright", shapeOf(mm) },
        { "turned by 90", shapeOf(mm, 90) },
        { "turned by 180", shapeOf(mm, 180) },
        { "turned by 270", shapeOf(mm, 270) },
        { "cropped", shapeOf(mm, 0, { 100, 70 }) },
        { "cropped, turned by 90", shapeOf(mm, 90, { -50, 33 }) },
        { "in units of 1/36 inch", shapeOf(mm, 0, {}, 2) },
        { "in units of 1/36 inch, cropped, turned by 270", shapeOf(mm, 270, { 12, 34 }, 2) },
    };
}

const NamedShapes& kindsOfPage()
{
    static const NamedShapes kinds = [] {
        NamedShapes all = waysToShow(kA4);
        all.emplace_back("A3", shapeOf(kA3));
        all.emplace_back("landscape", shapeOf(kA4Landscape));
        return all;
    }();
    return kinds;
}

pdf::PageGeometry geometryOf(const PageShape& shape)
{
    return { shape.cropBox.value_or(shape.mediaBox), shape.rotation, shape.userUnit };
}

/// The keyword at `placeMm` of the visible page, upright for its reader.
QByteArray keywordAt(const QPointF& placeMm, const PageShape& shape, const BoxFont& font)
{
    static const std::map<int, QByteArray> upright { { 0, "1 0 0 1 " }, { 90, "0 1 -1 0 " }, { 180, "-1 0 0 -1 " },
        { 270, "0 -1 1 0 " } };
    const QPointF place = geometryOf(shape).userSpaceFromMm().map(placeMm);
    return "/F " + QByteArray::number(12 / shape.userUnit) + " Tf "
        + shownAt(place, font.codes(kKeyword)).replace("1 0 0 1 ", upright.at(shape.rotation));
}

QByteArray blankPages(const std::vector<PageShape>& shapes)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfBuilder builder(buffer);
    for (const PageShape& shape : shapes)
        builder.addPageWith({}, shape, {});
    builder.finish();
    return buffer.data();
}

/// Pages as one of the readers shows them, on white.
std::vector<QImage> rendered(Renderer renderer, const QString& file, int first, int count, int dotsPerInch)
{
    const QTemporaryDir folder;
    const QString from = QString::number(first + 1), to = QString::number(first + count);
    const QString resolution = QString::number(dotsPerInch);
    if (renderer == Renderer::Poppler) {
        runTool(u"pdftoppm"_s,
            { u"-cropbox"_s, u"-r"_s, resolution, u"-f"_s, from, u"-l"_s, to, file, folder.filePath(u"page"_s) });
    } else {
        runTool(u"mutool"_s,
            { u"draw"_s, u"-q"_s, u"-r"_s, resolution, u"-o"_s, folder.filePath(u"page-%04d.ppm"_s), file,
                from + u"-"_s + to });
    }
    std::vector<QImage> seen;
    for (const QString& name : QDir(folder.path()).entryList(QDir::Files, QDir::Name))
        seen.push_back(QImage(folder.filePath(name)).convertToFormat(QImage::Format_RGB32));
    return seen;
}

/// A page, ten pixels to the millimetre; null where there is none.
QImage picture(Renderer renderer, const QString& file, int page, const pdf::PageGeometry& geometry)
{
    // Poppler knows of no UserUnit.
    const bool isSmaller = renderer == Renderer::Poppler && geometry.userUnit > 1;
    const int dotsPerInch = isSmaller ? int(kDotsPerInch * geometry.userUnit) : kDotsPerInch;
    const auto seen = rendered(renderer, file, page, 1, dotsPerInch);
    return seen.empty() ? QImage() : seen.front();
}

enum class Ink { Red, Black };

/// From 0 to 255.
int inkOf(QRgb pixel, Ink ink) { return ink == Ink::Red ? qRed(pixel) - qGreen(pixel) : 255 - qRed(pixel); }

QRectF inkWithin(const QImage& page, const QRectF& aroundMm, Ink ink)
{
    const QRectF scaled(aroundMm.topLeft() * kPixelsPerMm, aroundMm.size() * kPixelsPerMm);
    const QRect around = scaled.toAlignedRect().intersected(page.rect());
    QRect bounds;
    for (int y = around.top(); y <= around.bottom(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(page.constScanLine(y));
        for (int x = around.left(); x <= around.right(); ++x) {
            if (inkOf(line[x], ink) > 127)
                bounds |= QRect(x, y, 1, 1);
        }
    }
    return { QPointF(bounds.topLeft()) / kPixelsPerMm, QSizeF(bounds.size()) / kPixelsPerMm };
}

double redArea(const QImage& page)
{
    double sum = 0;
    for (int y = 0; y < page.height(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(page.constScanLine(y));
        for (int x = 0; x < page.width(); ++x)
            sum += inkOf(line[x], Ink::Red) / 255.0;
    }
    return sum / (kPixelsPerMm * kPixelsPerMm);
}

/// What is wrong with where something red or black is seen; empty where all is well.
QString complaint(const QImage& page, const QRectF& expected, Ink ink = Ink::Red)
{
    const QRectF seen = inkWithin(page, expected.adjusted(-4, -4, 4, 4), ink);
    const auto text = [](const QRectF& r) {
        return u"%1 × %2 mm at %3, %4"_s.arg(r.width()).arg(r.height()).arg(r.left()).arg(r.top());
    };
    const QPointF off = seen.center() - expected.center();
    const auto differs
        = [](double is, double shall) { return std::abs(is - shall) > std::max(kAllowedPart * shall, kGridMm) + 1e-6; };
    if (std::hypot(off.x(), off.y()) > kAllowedMm || differs(seen.width(), expected.width())
        || differs(seen.height(), expected.height()))
        return u"seen: %1; expected: %2"_s.arg(text(seen), text(expected));
    return {};
}

QRectF squareAt(const QPointF& centre, double side)
{
    return { centre - QPointF(side / 2, side / 2), QSizeF(side, side) };
}

} // namespace

/// What a rule says, as two readers that we did not write show it in the signed file.
class tst_PlacedPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void putsEverySealWhereItsRuleSays_data();
    void putsEverySealWhereItsRuleSays();
    void fillsAFieldOnEveryKindOfPage_data();
    void fillsAFieldOnEveryKindOfPage();
    void makesAWholeSealOfItsStrips_data();
    void makesAWholeSealOfItsStrips();
    void leavesNothingOutBetweenUnequalStrips_data();
    void leavesNothingOutBetweenUnequalStrips();

private:
    [[nodiscard]] QString write(const QByteArray& pdf);
    /// Empty (with a warning) where a step fails.
    [[nodiscard]] QString signedWith(
        const QString& source, const std::vector<seal::PlacedSeal>& marks, const QString& field = {});

    QTemporaryDir m_folder;
    SampleSigner m_signer;
    int m_files = 0;
};

void tst_PlacedPictures::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(m_signer.isReady());
}

QString tst_PlacedPictures::write(const QByteArray& pdf)
{
    const QString file = m_folder.filePath(u"标书 %1.pdf"_s.arg(++m_files));
    return writeFile(file, pdf) ? file : QString();
}

QString tst_PlacedPictures::signedWith(
    const QString& source, const std::vector<seal::PlacedSeal>& marks, const QString& field)
{
    const auto document = pdf::Document::open(source);
    if (!document) {
        qWarning() << problemOf(document);
        return {};
    }
    pdf::SignatureRequest request;
    for (const seal::PlacedSeal& mark : marks) {
        pdf::Mark shown { mark.placement, mark.seal.picture, mark.seal.name };
        shown.part = mark.part;
        request.marks.push_back(shown);
    }
    request.fieldName = field;
    request.subFilter = "ETSI.CAdES.detached";
    request.claimedTime = QDateTime(QDate(2026, 11, 26), QTime(9, 30), Qt::UTC);
    request.contentsCapacity = 8192;
    const QString output = m_folder.filePath(u"signed %1.pdf"_s.arg(++m_files));
    auto prepared = pdf::PreparedSignature::prepare(**document, request, output, {}, {});
    if (!prepared) {
        qWarning() << problemOf(prepared);
        return {};
    }
    const QByteArray whole = readFile(prepared->temporaryPath());
    const auto range = prepared->byteRange();
    const QByteArray covered = whole.mid(range[0], range[1]) + whole.mid(range[2], range[3]);
    if (!prepared->embed(m_signer.sign(covered)) || !prepared->publish(false))
        return {};
    return output;
}

void tst_PlacedPictures::putsEverySealWhereItsRuleSays_data()
{
    QTest::addColumn<int>("renderer");
    QTest::newRow("poppler") << int(Renderer::Poppler);
    QTest::newRow("MuPDF") << int(Renderer::Mupdf);
}

void tst_PlacedPictures::putsEverySealWhereItsRuleSays()
{
    QFETCH(int, renderer);
    TextPages pages;
    const BoxFont font = pages.boxFont(kKeyword);
    for (const auto& [name, shape] : kindsOfPage()) {
        const QSizeF size = geometryOf(shape).visibleSizeMm();
        const QPointF place(size.width() / 2 - 15, size.height() / 2 - 20);
        pages.page(keywordAt(place, shape, font), font.object, shape);
    }
    const QString source = write(pages.finished());
    const auto paper = plan::DocumentPaper::open(source, nullptr);
    QVERIFY2(paper, problemOf(paper));

    const seal::Seal large = sealOf(redSquare(), 40);
    const auto date = plan::dateSeal(QDate(2026, 11, 26), plan::DateStyle::Chinese, 8);
    QVERIFY2(date, problemOf(date));
    std::vector<seal::PlacedSeal> marks;
    const auto put = [&](const seal::Seal& seal, const plan::Rule& rule) {
        const auto placed = plan::place(seal, rule, (*paper)->paper());
        QVERIFY2(placed, problemOf(placed));
        QVERIFY(placed->noticed.empty());
        marks.insert(marks.end(), placed->marks.begin(), placed->marks.end());
    };
    put(large, plan::OnPages { {}, { 35, 30 }, plan::Corner::TopLeft });
    put(large, plan::OnPages { {}, { 36, 31 }, plan::Corner::TopRight });
    put(large, plan::OnPages { {}, { 35, 35 }, plan::Corner::BottomLeft });
    put(large, plan::OnPages { {}, { 37, 38 }, plan::Corner::BottomRight });
    put(sealOf(redSquare(), 25), plan::OnPages { {}, { 78, 78 }, plan::Corner::BottomLeft, 30 });
    put(large, plan::AtKeyword { kKeyword, 0, { 5, 3 }, {} });
    put(*date, plan::OnPages { {}, { 75, 75 }, plan::Corner::TopLeft });
    const std::vector<plan::Edge> edges { plan::Edge::Left, plan::Edge::Right, plan::Edge::Top, plan::Edge::Bottom };
    for (const plan::Edge edge : edges)
        put(large, plan::AlongSeam { edge, {} });
    const QString file = signedWith(source, marks);
    QVERIFY(!file.isEmpty());

    for (int page = 0; page < int(kindsOfPage().size()); ++page) {
        const auto& [name, shape] = kindsOfPage()[std::size_t(page)];
        const pdf::PageGeometry geometry = geometryOf(shape);
        const double width = geometry.visibleSizeMm().width(), height = geometry.visibleSizeMm().height();
        const QImage seen = picture(Renderer(renderer), file, page, geometry);
        QVERIFY(
            std::abs(seen.width() - width * kPixelsPerMm) < 2 && std::abs(seen.height() - height * kPixelsPerMm) < 2);

        QRectF keyword;
        for (const SeenCharacter& character : charactersByMupdf(source, page))
            keyword |= character.cellMm;
        const double turned = 25 * (std::cos(M_PI / 6) + std::sin(M_PI / 6));
        const double strip = 40.0 / double(kindsOfPage().size());
        const std::vector<std::pair<const char*, QRectF>> expected {
            { "from the upper left", squareAt({ 35, 30 }, 40) },
            { "from the upper right", squareAt({ width - 36, 31 }, 40) },
            { "from the lower left", squareAt({ 35, height - 35 }, 40) },
            { "from the lower right", squareAt({ width - 37, height - 38 }, 40) },
            { "turned", squareAt({ 78, height - 78 }, turned) },
            { "at the keyword", squareAt(keyword.center() + QPointF(5, 3), 40) },
            { "along the left edge", { 0, height / 2 - 20, strip, 40 } },
            { "along the right edge", { width - strip, height / 2 - 20, strip, 40 } },
            { "along the upper edge", { width / 2 - 20, 0, 40, strip } },
            { "along the lower edge", { width / 2 - 20, height - strip, 40, strip } },
        };
        for (const auto& [what, bounds] : expected) {
            const QString wrong = complaint(seen, bounds);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"%1, %2: %3"_s.arg(QLatin1String(name), QLatin1String(what), wrong)));
        }
        const QRectF dateBounds(
            QPointF(75, 75) - QPointF(date->sizeMm.width(), date->sizeMm.height()) / 2, date->sizeMm);
        const QString wrong = complaint(seen, dateBounds, Ink::Black);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"%1, date: %2"_s.arg(QLatin1String(name), wrong)));
        // Nothing else is red: five squares, a turned one, four strips; the keyword's black shows through one of them.
        const double shown = redArea(seen), whole = 5 * 1600 + 625 + 4 * 40 * strip;
        QVERIFY2(shown < whole * 1.01 && shown > whole * 0.97, qPrintable(u"%1 of %2 mm²"_s.arg(shown).arg(whole)));
    }
}

void tst_PlacedPictures::fillsAFieldOnEveryKindOfPage_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < int(kindsOfPage().size()); ++kind)
        QTest::newRow(kindsOfPage()[std::size_t(kind)].first) << kind;
}

void tst_PlacedPictures::fillsAFieldOnEveryKindOfPage()
{
    QFETCH(int, kind);
    const PageShape& shape = kindsOfPage()[std::size_t(kind)].second;
    const pdf::PageGeometry geometry = geometryOf(shape);
    const QRectF boxMm(90, 120, 60, 42); // wider than the seal
    const QRectF box = geometry.userSpaceFromMm().mapRect(boxMm);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfBuilder builder(buffer);
    const int page = builder.reserve();
    const int field = builder.add("<</Type/Annot/Subtype/Widget/FT/Sig/T(Bidder)/F 4/Rect" + pdfRectangle(box) + "/P "
        + QByteArray::number(page) + " 0 R>>");
    builder.setPage(page, {}, shape, "/Annots[" + QByteArray::number(field) + " 0 R]");
    builder.addToCatalog("/AcroForm<</Fields[" + QByteArray::number(field) + " 0 R]>>");
    builder.finish();
    const QString source = write(buffer.data());

    const auto paper = plan::DocumentPaper::open(source, nullptr);
    QVERIFY2(paper, problemOf(paper));
    const auto placed = plan::place(sealOf(redSquare(), 40), plan::InField { u"Bidder"_s }, (*paper)->paper());
    QVERIFY2(placed, problemOf(placed));
    const QString file = signedWith(source, placed->marks, placed->fieldName);
    QVERIFY(!file.isEmpty());
    for (const Renderer renderer : { Renderer::Poppler, Renderer::Mupdf }) {
        const QString wrong = complaint(picture(renderer, file, 0, geometry), squareAt(boxMm.center(), 42));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

namespace {

// Strips whose sides are whole pixels, on pages whose sides are not: so a picture falls onto a reader's grid in the
// same way wherever it is cut, and pixels can be compared one by one.
constexpr double kSealMm = 42;
constexpr double kSmallPageMm = 60.03;

/// Many pages with one run of the reader, where they are in the same unit.
std::vector<QImage> pictures(
    Renderer renderer, const QString& file, int first, int count, const std::vector<pdf::PageGeometry>& pages)
{
    const auto begin = pages.begin() + first;
    if (std::all_of(begin, begin + count, [](const pdf::PageGeometry& page) { return page.userUnit == 1; }))
        return rendered(renderer, file, first, count, kDotsPerInch);
    std::vector<QImage> seen;
    for (int page = first; page < first + count; ++page)
        seen.push_back(picture(renderer, file, page, pages[std::size_t(page)]));
    return seen;
}

/// Where the whole picture would begin on the page that shows a strip of it, in pixels.
QPointF originOf(const seal::PlacedSeal& mark)
{
    const QRectF strip = mark.placement.boundsMm();
    return (strip.topLeft() - QPointF(mark.part.left() * kSealMm, mark.part.top() * kSealMm)) * kPixelsPerMm;
}

/// The least and the most ink at a place, and `reach` pixels around it.
std::pair<int, int> inkAround(const QImage& page, int x, int y, int reach)
{
    std::pair<int, int> range { 255, 0 };
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const int ink
                = inkOf(page.pixel(std::clamp(x + dx, 0, page.width() - 1), std::clamp(y + dy, 0, page.height() - 1)),
                    Ink::Red);
            range = { std::min(range.first, ink), std::max(range.second, ink) };
        }
    }
    return range;
}

/// Compares a strip with the same part of the whole seal, but for the line where it is cut off, which readers smooth.
/// Poppler shows them bit by bit alike. MuPDF scales only the part of a picture that is seen, and fits that onto its
/// grid: up to a pixel, a tenth of a millimetre, beside the whole.
QString complaint(Renderer renderer, const QImage& page, const seal::PlacedSeal& strip, const QImage& wholePage,
    const seal::PlacedSeal& whole)
{
    const QPointF shift = originOf(strip) - originOf(whole);
    const QPoint move = shift.toPoint();
    if ((shift - move).manhattanLength() > 0.01)
        return u"the strip is not on whole pixels"_s;
    const QPointF onGrid = originOf(strip) - originOf(strip).toPoint();
    const bool isOnGrid = std::min(std::abs(onGrid.x()), std::abs(onGrid.y())) < 0.01;
    const int reach = renderer == Renderer::Poppler && !isOnGrid ? 0 : 1;
    const int allowed = reach == 0 ? 0 : 3; // of 255
    const QRectF bounds = strip.placement.boundsMm();
    const QRectF onWhole(bounds.topLeft() * kPixelsPerMm - shift, bounds.size() * kPixelsPerMm);
    const int left = int(std::ceil(onWhole.left())) + 1, right = int(std::floor(onWhole.right())) - 1;
    const int top = int(std::ceil(onWhole.top())) + 1, bottom = int(std::floor(onWhole.bottom())) - 1;
    bool isEmpty = true;
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const int shown = inkOf(page.pixel(QPoint(x, y) + move), Ink::Red);
            const auto [least, most] = inkAround(wholePage, x, y, reach);
            if (shown < least - allowed || shown > most + allowed)
                return u"page %1: %2 instead of %3–%4 at %5, %6 of the whole"_s.arg(strip.placement.page + 1)
                    .arg(shown)
                    .arg(least)
                    .arg(most)
                    .arg(x)
                    .arg(y);
            isEmpty = isEmpty && shown < 128;
        }
    }
    return isEmpty ? u"page %1 is empty"_s.arg(strip.placement.page + 1) : QString();
}

/// Whether the parts of one group are the whole, each beginning where another ends.
bool areWhole(std::vector<QRectF> parts)
{
    std::sort(parts.begin(), parts.end(),
        [](const QRectF& a, const QRectF& b) { return std::pair(a.left(), a.top()) < std::pair(b.left(), b.top()); });
    const bool isUpright = parts.front().height() == 1;
    double reached = 0;
    for (const QRectF& part : parts) {
        if ((isUpright ? part.left() : part.top()) != reached)
            return false;
        reached = isUpright ? part.left() + part.width() : part.top() + part.height();
    }
    return reached == 1;
}

} // namespace

void tst_PlacedPictures::makesAWholeSealOfItsStrips_data()
{
    using plan::AlongSeam, plan::Edge, plan::Sides;
    QTest::addColumn<std::vector<PageShape>>("pages");
    QTest::addColumn<AlongSeam>("rule");
    const QSizeF size(kSmallPageMm, kSmallPageMm);
    const auto add = [&](const char* name, int count, Edge edge, Sides sides = Sides::Simplex, int pagesPerSeal = 0) {
        QTest::newRow(name) << std::vector<PageShape>(std::size_t(count), shapeOf(size))
                            << AlongSeam { edge, {}, sides, pagesPerSeal };
    };
    std::vector<PageShape> allWays;
    for (const auto& [name, shape] : waysToShow(size))
        allWays.push_back(shape);
    allWays.pop_back(); // seven, so that a strip is a whole number of pixels wide
    QTest::newRow("7 pages, turned and cropped, right") << allWays << AlongSeam { Edge::Right, {} };
    QTest::newRow("7 pages, turned and cropped, bottom") << allWays << AlongSeam { Edge::Bottom, {} };
    add("2 pages, right", 2, Edge::Right);
    add("3 pages, left", 3, Edge::Left);
    add("3 pages, right", 3, Edge::Right);
    add("3 pages, top", 3, Edge::Top);
    add("3 pages, bottom", 3, Edge::Bottom);
    add("7 pages, right", 7, Edge::Right);
    add("12 pages on 6 sheets, right", 12, Edge::Right, Sides::Duplex);
    add("12 pages on 6 sheets, top", 12, Edge::Top, Sides::Duplex);
    add("50 pages, right", 50, Edge::Right, Sides::Simplex, 10);
    add("300 pages, right", 300, Edge::Right, Sides::Simplex, 20);
    add("300 pages on 150 sheets, left", 300, Edge::Left, Sides::Duplex, 30);
    add("1000 pages, right", 1000, Edge::Right, Sides::Simplex, 20);
    add("1000 pages, bottom", 1000, Edge::Bottom, Sides::Simplex, 20);
}

void tst_PlacedPictures::makesAWholeSealOfItsStrips()
{
    QFETCH(std::vector<PageShape>, pages);
    QFETCH(plan::AlongSeam, rule);
    const int count = int(pages.size());
    // Behind the pages with strips: the whole seal, flush with each edge.
    pages.insert(pages.end(), 4, shapeOf({ kSmallPageMm, kSmallPageMm }));
    const QString source = write(blankPages(pages));
    const auto document = pdf::Document::open(source);
    QVERIFY2(document, problemOf(document));
    const auto strips = plan::PageSet::parse(u"1-%1"_s.arg(count));
    QVERIFY2(strips, problemOf(strips));
    rule.pages = *strips;
    const seal::Seal seal = sealOf(intricateSeal(), kSealMm);
    const auto placed = plan::place(seal, rule, { (*document)->pages() });
    QVERIFY2(placed, problemOf(placed));
    QVERIFY(placed->noticed.empty());
    QCOMPARE(placed->marks.size(), std::size_t(count));

    std::vector<seal::PlacedSeal> marks = placed->marks;
    const double middle = kSmallPageMm / 2, near = kSealMm / 2, far = kSmallPageMm - kSealMm / 2;
    for (const QPointF& centre :
        { QPointF(near, middle), QPointF(far, middle), QPointF(middle, near), QPointF(middle, far) })
        marks.push_back({ seal, { int(marks.size()), centre, seal.sizeMm, 0 } });
    const QString file = signedWith(source, marks);
    QVERIFY(!file.isEmpty());

    std::map<int, std::vector<seal::PlacedSeal>> groups; // by the page that begins them
    const int perGroup = rule.pagesPerSeal == 0 ? count : rule.pagesPerSeal;
    for (const seal::PlacedSeal& mark : placed->marks)
        groups[mark.placement.page / perGroup * perGroup].push_back(mark);
    const std::vector<int> sampled = count <= 50
        ? std::vector<int> { 0, perGroup * (count / perGroup / 2) }
        : std::vector<int> { 0, count / 2 / perGroup * perGroup, count - perGroup };
    for (const auto& [first, group] : groups) {
        std::vector<QRectF> fronts, backs;
        for (const seal::PlacedSeal& mark : group) {
            const bool isBack = rule.sides == plan::Sides::Duplex && mark.placement.page % 2 == 1;
            (isBack ? backs : fronts).push_back(mark.part);
        }
        QVERIFY(areWhole(fronts));
        QVERIFY(backs.empty() || areWhole(backs));
    }
    for (const Renderer renderer : { Renderer::Poppler, Renderer::Mupdf }) {
        const std::vector<QImage> wholes = pictures(renderer, file, count, 4, (*document)->pages());
        QCOMPARE(wholes.size(), std::size_t(4));
        for (const int first : sampled) {
            const std::vector<QImage> seen = pictures(renderer, file, first, perGroup, (*document)->pages());
            QCOMPARE(seen.size(), std::size_t(perGroup));
            for (const seal::PlacedSeal& strip : groups.at(first)) {
                const QRectF bounds = strip.placement.boundsMm();
                const bool isUpright = strip.part.height() == 1;
                const double before = isUpright ? bounds.left() : bounds.top();
                const std::size_t edge = (isUpright ? 0 : 2) + (before < 0.001 ? 0 : 1);
                const QString wrong = complaint(renderer, seen[std::size_t(strip.placement.page - first)], strip,
                    wholes[edge], marks[std::size_t(count) + edge]);
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            }
        }
    }
}

void tst_PlacedPictures::leavesNothingOutBetweenUnequalStrips_data()
{
    QTest::addColumn<int>("renderer");
    QTest::newRow("poppler") << int(Renderer::Poppler);
    QTest::newRow("MuPDF") << int(Renderer::Mupdf);
}

/// What the pages show together is as much as the whole.
void tst_PlacedPictures::leavesNothingOutBetweenUnequalStrips()
{
    QFETCH(int, renderer);
    std::vector<PageShape> shapes;
    for (const auto& [name, shape] : waysToShow({ 60, 80 }))
        shapes.push_back(shape);
    shapes.push_back(shapeOf({ 60, 80 }));
    const QString source = write(blankPages(shapes));
    const auto document = pdf::Document::open(source);
    QVERIFY2(document, problemOf(document));
    const auto strips = plan::PageSet::parse(u"1-%1"_s.arg(shapes.size() - 1));
    QVERIFY2(strips, problemOf(strips));
    const seal::Seal seal = sealOf(intricateSeal(), kSealMm);
    plan::AlongSeam rule { plan::Edge::Right, *strips, plan::Sides::Simplex, 0, plan::Cut::Random, 7 };
    const auto placed = plan::place(seal, rule, { (*document)->pages() });
    QVERIFY2(placed, problemOf(placed));
    std::vector<seal::PlacedSeal> marks = placed->marks;
    marks.push_back({ seal, { int(marks.size()), { 30, 40 }, seal.sizeMm, 0 } });
    const QString file = signedWith(source, marks);
    QVERIFY(!file.isEmpty());

    double together = 0, whole = 0;
    for (std::size_t page = 0; page < shapes.size(); ++page) {
        const double area = redArea(picture(Renderer(renderer), file, int(page), geometryOf(shapes[page])));
        (page + 1 < shapes.size() ? together : whole) += area;
    }
    QVERIFY2(std::abs(together / whole - 1) < 0.02, qPrintable(u"%1 of %2 mm²"_s.arg(together).arg(whole)));
}

QTEST_MAIN(tst_PlacedPictures)
#include "tst_PlacedPictures.moc"
