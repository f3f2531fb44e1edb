#include "core/pdf/Document.h"
#include "core/text/KeywordSearch.h"
#include "core/text/TextFolding.h"
#include "tests/core/text/MupdfCharacters.h"
#include "tests/core/text/TextPages.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace bidseal;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

const QString kKeyword = u"法定代表人（签字或盖章）"_s;
const QString kOthers = u"投标函：其他文字中国公司𠮷"_s;
constexpr double kCharacterMm = 12 / 72.0 * 25.4;

std::vector<int> allOf(int count)
{
    std::vector<int> pages(static_cast<std::size_t>(count));
    std::iota(pages.begin(), pages.end(), 0);
    return pages;
}

/// Each character where it shall stand, in points.
using Setting = std::vector<std::pair<QPointF, QString>>;

Setting row(const QString& text, QPointF start, double step = 12)
{
    Setting layout;
    for (const char32_t character : text.toStdU32String()) {
        layout.emplace_back(start, QString::fromUcs4(&character, 1));
        start.rx() += step;
    }
    return layout;
}

Setting column(const QString& text, QPointF start, double step = 12)
{
    Setting layout;
    for (const char32_t character : text.toStdU32String()) {
        layout.emplace_back(start, QString::fromUcs4(&character, 1));
        start.ry() -= step;
    }
    return layout;
}

Setting operator+(Setting left, const Setting& right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

Setting shuffled(Setting layout)
{
    QRandomGenerator random(42);
    std::shuffle(layout.begin(), layout.end(), random);
    return layout;
}

Setting pageOfOthers()
{
    Setting layout;
    for (int line = 0; line < 20; ++line)
        layout = layout + row(kOthers.repeated(2), { 60, 780 - line * 18.0 });
    return layout;
}

QByteArray glyphByGlyph(const BoxFont& font, const Setting& layout)
{
    QByteArray content;
    for (const auto& [place, character] : layout)
        content += shownAt(place, font.codes(character));
    return content;
}

QByteArray onePage(const std::function<QByteArray(const BoxFont&)>& content, Writing writing = Writing::Horizontal)
{
    TextPages pages;
    const BoxFont font = pages.boxFont(kKeyword + kOthers, writing);
    pages.page(content(font), font.object);
    return pages.finished();
}

QByteArray onePage(const Setting& layout)
{
    return onePage([&](const BoxFont& font) { return glyphByGlyph(font, layout); });
}

QByteArray songPage(const QByteArray& cmap, const QByteArray& hex)
{
    TextPages pages;
    pages.page(shownAt({ 300, 700 }, "<" + hex + ">"), pages.songFont(cmap));
    return pages.finished();
}

/// With the pages' geometry, and the file that foreign readers judge by.
struct Searched {
    QTemporaryDir folder;
    QString path;
    std::vector<pdf::PageGeometry> pages;
    std::unique_ptr<text::KeywordSearch> search;

    explicit Searched(const QByteArray& pdf)
        : path(folder.filePath(u"招标文件.pdf"_s))
    {
        if (!writeFile(path, pdf))
            return;
        const auto document = pdf::Document::open(path);
        if (document)
            pages = (*document)->pages();
        auto opened = text::KeywordSearch::open(path, pages);
        if (opened)
            search = std::move(*opened);
    }

    std::vector<text::Hit> find(const QString& text)
    {
        auto hits = search ? search->find(text, allOf(int(pages.size()))) : Result<std::vector<text::Hit>>();
        return hits ? *hits : std::vector<text::Hit>();
    }
};

QString sorted(QString text)
{
    std::sort(text.begin(), text.end());
    return text;
}

/// What MuPDF says against a hit: the characters within must be those of the text, and reach to its edges.
QString complaint(const QString& file, const text::Hit& hit, const QString& text)
{
    constexpr double kBearing = 0.3 * kCharacterMm;
    const QRectF around = hit.boundsMm.adjusted(-kBearing, -kBearing, kBearing, kBearing);
    QString inside;
    QRectF cells;
    for (const SeenCharacter& seen : charactersByMupdf(file, hit.page)) {
        if (!around.contains(seen.cellMm.center()))
            continue;
        inside += seen.text;
        cells |= seen.cellMm;
    }
    if (sorted(text::fold(inside).text) != sorted(text::fold(text).text))
        return u"MuPDF sees “%1” inside"_s.arg(inside);
    const double apart
        = std::max({ std::abs(cells.left() - hit.boundsMm.left()), std::abs(cells.right() - hit.boundsMm.right()),
            std::abs(cells.top() - hit.boundsMm.top()), std::abs(cells.bottom() - hit.boundsMm.bottom()) });
    // A cell is an em or, with a fallback font's ascent, one and a half; a bracket's ink fills a third of it.
    if (apart > 0.7 * kCharacterMm)
        return u"MuPDF's cells reach %1 mm farther or less far"_s.arg(apart);
    return {};
}

} // namespace

class tst_KeywordSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsATextWhereItStands_data();
    void findsATextWhereItStands();
    void measuresOnTheVisiblePage_data();
    void measuresOnTheVisiblePage();
    void readsTurnedPagesGlyphByGlyph_data();
    void readsTurnedPagesGlyphByGlyph();
    void takesWhatReadsAlikeForTheSame_data();
    void takesWhatReadsAlikeForTheSame();
    void findsNothingThatDoesNotStandTogether_data();
    void findsNothingThatDoesNotStandTogether();
    void takesTheLongerPartOfABrokenLine();
    void givesHitsInTheOrderOfReading();
    void findsATextDrawnOverItselfOnce();
    void searchesOnlyThePagesItIsTold();
    void findsTheSameAgain();
    void readsAnEncryptedDocument();
    void endsWhenItIsTold();
    void saysWhatIsWrongWithAFile();
};

void tst_KeywordSearch::findsATextWhereItStands_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("count");
    const auto add
        = [](const char* name, const QByteArray& pdf, int count = 1) { QTest::newRow(name) << pdf << count; };
    const QString line = u"投标函："_s + kKeyword + u"其他"_s;

    add("a font in the file", onePage([&](const BoxFont& font) { return shownAt({ 100, 700 }, font.codes(line)); }));
    add("a font in the file, vertical",
        onePage(
            [&](const BoxFont& font) {
                return shownAt({ 300, 700 }, font.codes(line));
            },
            Writing::Vertical));
    const QByteArray gbk = "cdb6b1eac8cba3ba" // 投标人：
                           "b7a8b6a8b4fab1edc8cba3a8c7a9d7d6bbf2b8c7d5c2a3a9";
    add("STSong-Light, GBK-EUC-H", songPage("GBK-EUC-H", gbk));
    add("STSong-Light, GBK-EUC-V", songPage("GBK-EUC-V", gbk));
    QByteArray utf16;
    for (const QChar unit : u"投标人："_s + kKeyword + u"𠮷"_s)
        utf16 += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    add("STSong-Light, UniGB-UTF16-H", songPage("UniGB-UTF16-H", utf16));
    const QByteArray ucs2 = QByteArray(utf16).chopped(8);
    add("STSong-Light, UniGB-UCS2-H", songPage("UniGB-UCS2-H", ucs2));
    add("STSong-Light, UniGB-UCS2-V", songPage("UniGB-UCS2-V", ucs2));

    TextPages radicals;
    QStringList shown;
    for (const QChar character : kKeyword)
        shown += character == u'人' ? u"\u2F08"_s : character == u'（' ? u"("_s : QString(character);
    const BoxFont radicalFont = radicals.boxFont(kKeyword, Writing::Horizontal, shown);
    radicals.page(shownAt({ 100, 700 }, radicalFont.codes(kKeyword)), radicalFont.object);
    add("Kangxi radicals", radicals.finished());

    TextPages hidden;
    const BoxFont hiddenFont = hidden.boxFont(u"投"_s + kKeyword, Writing::Horizontal,
        QStringList { u"\u0002"_s } + kKeyword.split(QString(), Qt::SkipEmptyParts));
    hidden.page(
        shownAt({ 100, 700 }, hiddenFont.codes(u"投投投"_s)) + shownAt({ 100, 600 }, hiddenFont.codes(kKeyword)),
        hiddenFont.object);
    add("behind characters without text", hidden.finished());

    add("glyph by glyph", onePage(row(line, { 60, 700 })));
    add("far apart", onePage(row(kKeyword, { 40, 700 }, 42)));
    add("close together", onePage(row(kKeyword, { 40, 700 }, 10.5)));
    add("glyph by glyph, in a column", onePage(column(line, { 300, 700 })));
    add("glyph by glyph, in a wide column", onePage(column(kKeyword, { 300, 800 }, 40)));
    add("glyphs in any order", onePage(shuffled(pageOfOthers() + row(line, { 200, 300 }) + row(kKeyword, { 60, 90 }))),
        2);
    add("glyphs in any order, far apart", onePage(shuffled(pageOfOthers() + row(kKeyword, { 40, 300 }, 42))));
    add("glyphs in any order, in columns",
        onePage(shuffled(column(line, { 300, 700 }) + column(kOthers + kOthers, { 320, 700 })
            + column(kOthers + kOthers, { 280, 700 }))));
    Setting backwards = row(line, { 60, 700 });
    std::reverse(backwards.begin(), backwards.end());
    add("glyphs from the right", onePage(backwards));
    add("string by string, in any order", onePage([](const BoxFont& font) {
        const auto bold = font.codes(u"投标函法定代表人"_s), thin = font.codes(u"（签字或盖章）其他"_s);
        return shownAt({ 60, 300 }, bold) + shownAt({ 60, 500 }, bold) + shownAt({ 60, 700 }, font.codes(kOthers))
            + shownAt({ 156, 500 }, thin) + shownAt({ 156, 300 }, thin);
    }),
        2);
    add("in a narrow cell", onePage([](const BoxFont& font) {
        return shownAt({ 100, 500 }, font.codes(u"法定代"_s)) + shownAt({ 100, 482 }, font.codes(u"表人（"_s))
            + shownAt({ 100, 464 }, font.codes(u"签字或"_s)) + shownAt({ 100, 446 }, font.codes(u"盖章）"_s));
    }));
    add("sideways", onePage([&](const BoxFont& font) {
        return "0 1 -1 0 300 300 Tm " + font.codes(line) + " Tj 0 -1 1 0 400 500 Tm " + font.codes(line) + " Tj";
    }),
        2);
    add("bold by drawing it twice", onePage([](const BoxFont& font) {
        return shownAt({ 100, 500 }, font.codes(kKeyword)) + shownAt({ 100.3, 500 }, font.codes(kKeyword));
    }));
}

void tst_KeywordSearch::findsATextWhereItStands()
{
    QFETCH(QByteArray, pdf);
    QFETCH(int, count);
    Searched searched(pdf);
    const auto hits = searched.find(u"法定代表人(签字或盖章)"_s);
    QCOMPARE(int(hits.size()), count);
    for (const text::Hit& hit : hits) {
        const QString wrong = QLatin1String(QTest::currentDataTag()) == "bold by drawing it twice"_L1
            ? QString()
            : complaint(searched.path, hit, kKeyword);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void tst_KeywordSearch::measuresOnTheVisiblePage_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<QRectF>("cropBox");
    QTest::addColumn<double>("userUnit");
    for (const int rotation : { 0, 90, 180, 270 }) {
        for (const bool isCropped : { false, true }) {
            for (const double userUnit : { 1.0, 2.0 }) {
                const QRectF crop = isCropped ? QRectF(50, 80, 450, 700) : QRectF();
                QTest::addRow("%d, %s, unit %g", rotation, isCropped ? "cropped" : "whole", userUnit)
                    << rotation << crop << userUnit;
            }
        }
    }
}

void tst_KeywordSearch::measuresOnTheVisiblePage()
{
    QFETCH(int, rotation);
    QFETCH(QRectF, cropBox);
    QFETCH(double, userUnit);
    PageShape shape;
    shape.rotation = rotation;
    shape.userUnit = userUnit;
    if (!cropBox.isEmpty())
        shape.cropBox = cropBox;
    TextPages pages;
    const BoxFont font = pages.boxFont(kKeyword + kOthers);
    pages.page(shownAt({ 100, 600 }, font.codes(u"投标函："_s + kKeyword)), font.object, shape);
    Searched searched(pages.finished());

    const auto hits = searched.find(kKeyword);
    QCOMPARE(hits.size(), std::size_t(1));
    const QRectF inUserSpace = searched.pages.front().userSpaceFromMm().mapRect(hits.front().boundsMm);
    // From the fifth box's left edge to the last one's right, as high as a box.
    const QRectF expected(148 + 0.6, 600 - 0.6, 12 * 12 - 1.2, 0.9 * 12);
    const QPointF off = inUserSpace.center() - expected.center();
    QVERIFY2(std::hypot(off.x(), off.y()) < 0.5, qPrintable(u"%1, %2 points off"_s.arg(off.x()).arg(off.y())));
    QVERIFY(std::abs(inUserSpace.width() - expected.width()) < 0.5);
    QVERIFY(std::abs(inUserSpace.height() - expected.height()) < 0.5);
    if (userUnit == 1) { // the judge's tolerance is that of characters of 12 points
        const QString wrong = complaint(searched.path, hits.front(), kKeyword);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void tst_KeywordSearch::readsTurnedPagesGlyphByGlyph_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<QByteArray>("matrix");
    QTest::addColumn<QPointF>("step");
    QTest::addColumn<bool>("inOrder");
    const QByteArray upright = "1 0 0 1 ";
    const std::vector<std::tuple<int, QByteArray, QPointF>> turns { { 90, "0 1 -1 0 ", { 0, 12 } },
        { 180, "-1 0 0 -1 ", { -12, 0 } }, { 270, "0 -1 1 0 ", { 0, -12 } } };
    for (const auto& [rotation, turnedBack, step] : turns) {
        for (const bool inOrder : { true, false }) {
            const char* const order = inOrder ? "in order" : "in any order";
            QTest::addRow("%d, upright for the reader, %s", rotation, order)
                << rotation << turnedBack << step << inOrder;
            QTest::addRow("%d, turned with the page, %s", rotation, order)
                << rotation << upright << QPointF(12, 0) << inOrder;
        }
    }
}

void tst_KeywordSearch::readsTurnedPagesGlyphByGlyph()
{
    QFETCH(int, rotation);
    QFETCH(QByteArray, matrix);
    QFETCH(QPointF, step);
    QFETCH(bool, inOrder);
    Setting line;
    QPointF place(300, 400);
    for (const QChar character : u"投标函："_s + kKeyword + u"其他"_s) {
        line.emplace_back(place, character);
        place += step;
    }
    TextPages pages;
    const BoxFont font = pages.boxFont(kKeyword + kOthers);
    QByteArray content;
    for (const auto& [at, character] : inOrder ? line : shuffled(line))
        content += shownAt(at, font.codes(character)).replace("1 0 0 1 ", matrix);
    pages.page(content, font.object, samples::rotatedBy(rotation));
    Searched searched(pages.finished());
    const auto hits = searched.find(kKeyword);
    QCOMPARE(hits.size(), std::size_t(1));
    const QString wrong = complaint(searched.path, hits.front(), kKeyword);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void tst_KeywordSearch::takesWhatReadsAlikeForTheSame_data()
{
    QTest::addColumn<QString>("onPage");
    QTest::addColumn<QString>("typed");
    const auto add
        = [](const char* name, const QString& page, const QString& typed) { QTest::newRow(name) << page << typed; };
    add("full width", u"法定代表人（签字或盖章）"_s, u"法定代表人(签字或盖章)"_s);
    add("half width", u"法定代表人(签字或盖章)"_s, u"法定代表人（签字或盖章）"_s);
    add("other brackets", u"法定代表人〔签字或盖章〕"_s, u"法定代表人[签字或盖章]"_s);
    add("black brackets", u"【法定代表人】"_s, u"［法定代表人］"_s);
    add("blanks on the page", u"法 定 代 表 人 （ 签 字 ） （ 盖 章 ）"_s, u"法定代表人(签字)(盖章)"_s);
    add("blanks in what is typed", u"法定代表人：（盖章）"_s, u" 法定代表人 :\n( 盖章 ) "_s);
    add("signs", u"甲／乙、丙·丁—戊％＆己：庚"_s, u"甲/乙、丙·丁—戊%&己:庚"_s);
    add("dots and dashes", u"张•三——李－四"_s, u"张·三—李-四"_s);
    add("a colon that is a ratio", u"投标人∶"_s, u"投标人："_s);
    add("a rare character", u"授权代表𠮷𡈼签字"_s, u"代表𠮷𡈼签字"_s);
    add("letters and figures", u"ＩＳＯ９００１ Ｃertificate"_s, u"iso9001 certificate"_s);
}

void tst_KeywordSearch::takesWhatReadsAlikeForTheSame()
{
    QFETCH(QString, onPage);
    QFETCH(QString, typed);
    TextPages pages;
    const BoxFont font = pages.boxFont(onPage);
    pages.page(shownAt({ 100, 700 }, font.codes(onPage)), font.object);
    pages.page(glyphByGlyph(font, shuffled(row(onPage, { 100, 700 }))), font.object);
    Searched searched(pages.finished());
    const auto hits = searched.find(typed);
    QVERIFY(!hits.empty());
    QCOMPARE(hits.front().page, 0);
    QCOMPARE(hits.back().page, 1);
    QCOMPARE(hits.size(), std::size_t(2));
}

void tst_KeywordSearch::findsNothingThatDoesNotStandTogether_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("typed");
    const auto add = [](const char* name, const QByteArray& pdf, const QString& typed = kKeyword) {
        QTest::newRow(name) << pdf << typed;
    };
    add("all characters in another order", onePage(row(u"定法人表代（字签或章盖）"_s, { 60, 700 })));
    add("something between", onePage(row(u"公"_s, { 60, 700 }) + row(u"司"_s, { 72, 700 }) + row(u"章"_s, { 84, 700 })),
        u"公章"_s);
    add("something between, in any order",
        onePage(row(u"章"_s, { 84, 700 }) + row(u"公"_s, { 60, 700 }) + row(u"司"_s, { 72, 700 })), u"公章"_s);
    add("backwards", onePage(shuffled(row(u"章公"_s, { 60, 700 }))), u"公章"_s);
    add("in far cells of a table", onePage(row(u"中国公"_s, { 60, 700 }) + row(u"章"_s, { 300, 700 })), u"公章"_s);
    add("far above", onePage(row(u"章"_s, { 60, 300 }) + row(u"公"_s, { 84, 700 })), u"公章"_s);
    add("next in the file, far below", onePage(row(u"公"_s, { 84, 700 }) + row(u"章"_s, { 60, 300 })), u"公章"_s);
    add("strings that do not meet", onePage([](const BoxFont& font) {
        return shownAt({ 60, 300 }, font.codes(u"法定代表人"_s)) + shownAt({ 60, 700 }, font.codes(kOthers))
            + shownAt({ 200, 500 }, font.codes(u"（签字或盖章）"_s));
    }));
    add("other characters", onePage(pageOfOthers()));
    add("nothing typed", onePage(pageOfOthers()), u" "_s);
}

void tst_KeywordSearch::findsNothingThatDoesNotStandTogether()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QString, typed);
    QVERIFY(Searched(pdf).find(typed).empty());
}

void tst_KeywordSearch::takesTheLongerPartOfABrokenLine()
{
    Searched searched(onePage([](const BoxFont& font) {
        return shownAt({ 400, 500 }, font.codes(kOthers.left(8) + u"法定代表"_s))
            + shownAt({ 60, 482 }, font.codes(u"人（签字或盖章）"_s + kOthers));
    }));
    const auto hits = searched.find(kKeyword);
    QCOMPARE(hits.size(), std::size_t(1));
    const QString wrong = complaint(searched.path, hits.front(), u"人（签字或盖章）"_s);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void tst_KeywordSearch::givesHitsInTheOrderOfReading()
{
    TextPages pages;
    const BoxFont font = pages.boxFont(kKeyword + kOthers);
    const QByteArray keyword = font.codes(kKeyword);
    pages.page(shownAt({ 60, 100 }, keyword) + shownAt({ 300, 700 }, keyword) + shownAt({ 60, 701 }, keyword)
            + shownAt({ 60, 400 }, keyword),
        font.object);
    pages.page(shownAt({ 60, 100 }, font.codes(kOthers)), font.object);
    pages.page(shownAt({ 60, 200 }, keyword) + shownAt({ 60, 300 }, keyword), font.object);
    const auto hits = Searched(pages.finished()).find(kKeyword);

    std::vector<std::array<int, 3>> found;
    for (const text::Hit& hit : hits)
        found.push_back({ hit.page, qRound(hit.boundsMm.left()), qRound(hit.boundsMm.top()) });
    const std::vector<std::array<int, 3>> expected { { 0, 21, 46 }, { 0, 106, 46 }, { 0, 21, 152 }, { 0, 21, 258 },
        { 2, 21, 188 }, { 2, 21, 223 } };
    QCOMPARE(found.size(), expected.size());
    for (std::size_t index = 0; index < expected.size(); ++index) {
        QCOMPARE(found[index][0], expected[index][0]);
        QVERIFY(std::abs(found[index][1] - expected[index][1]) <= 1);
        QVERIFY(std::abs(found[index][2] - expected[index][2]) <= 2);
    }
}

void tst_KeywordSearch::findsATextDrawnOverItselfOnce()
{
    Searched searched(onePage([](const BoxFont& font) {
        return shownAt({ 60, 500 }, font.codes(kKeyword)) + shownAt({ 60, 700 }, font.codes(kOthers)) + "3 Tr "
            + shownAt({ 61.5, 500.5 }, font.codes(kKeyword));
    }));
    QCOMPARE(searched.find(kKeyword).size(), std::size_t(1));
}

void tst_KeywordSearch::searchesOnlyThePagesItIsTold()
{
    TextPages pages;
    const BoxFont font = pages.boxFont(kKeyword);
    for (int page = 0; page < 5; ++page)
        pages.page(shownAt({ 60, 100 }, font.codes(kKeyword)), font.object);
    Searched searched(pages.finished());
    QStringList told;
    const auto hits = searched.search->find(kKeyword, { 1, 3 },
        [&told](const Progress& progress) { told += u"%1/%2"_s.arg(progress.done).arg(progress.total); });
    QVERIFY2(hits, problemOf(hits));
    QCOMPARE(hits->size(), std::size_t(2));
    QCOMPARE(hits->at(0).page, 1);
    QCOMPARE(hits->at(1).page, 3);
    QCOMPARE(told, QStringList({ u"1/2"_s, u"2/2"_s }));
}

void tst_KeywordSearch::findsTheSameAgain()
{
    Searched searched(onePage(shuffled(pageOfOthers() + row(kKeyword, { 60, 300 }))));
    const auto first = searched.find(kKeyword);
    const auto other = searched.find(kOthers);
    const auto second = searched.find(kKeyword);
    QCOMPARE(first.size(), std::size_t(1));
    QVERIFY(!other.empty());
    QCOMPARE(second.size(), std::size_t(1));
    QCOMPARE(second.front().boundsMm, first.front().boundsMm);
}

void tst_KeywordSearch::readsAnEncryptedDocument()
{
    const QTemporaryDir folder;
    const QString plain = folder.filePath(u"plain.pdf"_s), locked = folder.filePath(u"locked.pdf"_s);
    QVERIFY(writeFile(plain, onePage(row(kKeyword, { 60, 300 }))));
    QVERIFY(qpdfConverts(plain, { u"--encrypt"_s, u"sample-口令"_s, u"owner"_s, u"256"_s, u"--"_s }, locked));
    const Secret password = Secret::fromUtf8("sample-口令");
    const auto document = pdf::Document::open(locked, &password);
    QVERIFY2(document, problemOf(document));

    const auto search = text::KeywordSearch::open(locked, (*document)->pages(), &password);
    QVERIFY2(search, problemOf(search));
    const auto hits = (*search)->find(kKeyword, { 0 });
    QVERIFY2(hits, problemOf(hits));
    QCOMPARE(hits->size(), std::size_t(1));

    const auto refused = text::KeywordSearch::open(locked, (*document)->pages());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DocumentPasswordWrong);
}

void tst_KeywordSearch::endsWhenItIsTold()
{
    TextPages pages;
    const BoxFont font = pages.boxFont(kKeyword);
    for (int page = 0; page < 5; ++page)
        pages.page(shownAt({ 60, 100 }, font.codes(kKeyword)), font.object);
    Searched searched(pages.finished());
    std::stop_source stop;
    int read = 0;
    const auto hits = searched.search->find(
        kKeyword, allOf(5),
        [&](const Progress&) {
            ++read;
            stop.request_stop();
        },
        stop.get_token());
    QVERIFY(!hits);
    QCOMPARE(hits.error().code, ErrorCode::Cancelled);
    QCOMPARE(read, 1);
}

void tst_KeywordSearch::saysWhatIsWrongWithAFile()
{
    const QTemporaryDir folder;
    const auto missing = text::KeywordSearch::open(folder.filePath(u"missing.pdf"_s), {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::FileNotReadable);

    const QString file = folder.filePath(u"letter.pdf"_s);
    QVERIFY(writeFile(file, "Dear Sir or Madam"));
    const auto letter = text::KeywordSearch::open(file, {});
    QVERIFY(!letter);
    QCOMPARE(letter.error().code, ErrorCode::DocumentDamaged);

    Searched searched(onePage(row(kKeyword, { 60, 300 })));
    const auto beyond = searched.search->find(kKeyword, { 0, 1 });
    QVERIFY(!beyond);
    QCOMPARE(beyond.error().code, ErrorCode::DocumentDamaged);
}

QTEST_GUILESS_MAIN(tst_KeywordSearch)
#include "tst_KeywordSearch.moc"
