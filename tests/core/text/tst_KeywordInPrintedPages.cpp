#include "core/pdf/Document.h"
#include "core/text/KeywordSearch.h"
#include "core/text/TextFolding.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr double kPointsPerMm = 72 / 25.4;
const QStringList kKeywords { u"法定代表人（签字或盖章）："_s, u"投标人（盖单位公章）"_s, u"授权委托书"_s };

/// The words that poppler sees, in mm of the visible page, for pages without CropBox.
std::vector<QRectF> wordsByPoppler(const QString& file, const QString& word)
{
    const ToolRun run = runTool(u"pdftotext"_s, { u"-bbox"_s, file, u"-"_s });
    const QRegularExpression element(
        u"<word xMin=\"([^\"]+)\" yMin=\"([^\"]+)\" xMax=\"([^\"]+)\" yMax=\"([^\"]+)\">(.*)</word>"_s);
    std::vector<QRectF> found;
    for (auto match = element.globalMatch(run.output); match.hasNext();) {
        const QRegularExpressionMatch seen = match.next();
        if (text::fold(seen.captured(5)).text != text::fold(word).text)
            continue; // fonts call some characters by the names of radicals
        const auto mm = [&seen](int group) { return seen.captured(group).toDouble() / kPointsPerMm; };
        found.emplace_back(QPointF(mm(1), mm(2)), QPointF(mm(3), mm(4)));
    }
    return found;
}

} // namespace

/// As printers and office programs make pages: with a real font, of which they embed what they need.
class tst_KeywordInPrintedPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void agreesWithPoppler_data();
    void agreesWithPoppler();

private:
    QTemporaryDir m_folder;
    QString m_upright;
};

void tst_KeywordInPrintedPages::initTestCase()
{
    if (!QFontDatabase::families(QFontDatabase::SimplifiedChinese).contains(u"Noto Serif CJK SC"_s))
        QSKIP("needs the font Noto Serif CJK SC");
    m_upright = m_folder.filePath(u"upright.pdf"_s);
    QPdfWriter writer(m_upright);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(300);
    QPainter painter(&writer);
    for (qsizetype page = 0; page < kKeywords.size(); ++page) {
        if (page > 0)
            writer.newPage();
        painter.setFont(QFont(u"Noto Serif CJK SC"_s, 10 + int(page) * 4));
        for (int line = 1; line <= 20; ++line)
            painter.drawText(QPointF(0, line * 150), u"投标文件应当对招标文件提出的实质性要求和条件作出响应"_s);
        painter.drawText(QPointF(500 + 200 * double(page), 3150), kKeywords.at(page));
    }
}

void tst_KeywordInPrintedPages::agreesWithPoppler_data()
{
    QTest::addColumn<QString>("rotation");
    for (const char* const rotation : { "0", "90", "180", "270" })
        QTest::newRow(rotation) << QString::fromLatin1(rotation);
}

void tst_KeywordInPrintedPages::agreesWithPoppler()
{
    QFETCH(QString, rotation);
    const QString file = m_folder.filePath(rotation + u".pdf"_s);
    QVERIFY(qpdfConverts(m_upright, { u"--rotate=+"_s + rotation }, file));
    const auto document = pdf::Document::open(file);
    QVERIFY2(document, problemOf(document));
    auto search = text::KeywordSearch::open(file, (*document)->pages());
    QVERIFY2(search, problemOf(search));

    for (qsizetype page = 0; page < kKeywords.size(); ++page) {
        const auto hits = (*search)->find(kKeywords.at(page), { 0, 1, 2 });
        QVERIFY2(hits, problemOf(hits));
        const auto seen = wordsByPoppler(file, kKeywords.at(page));
        QCOMPARE(seen.size(), std::size_t(1));
        QCOMPARE(hits->size(), std::size_t(1));
        QCOMPARE(hits->front().page, int(page));
        // Poppler gives cells, we give ink: the last sign of a text may be half empty.
        const double characterMm = (10 + double(page) * 4) / kPointsPerMm;
        const QPointF off = hits->front().boundsMm.center() - seen.front().center();
        QVERIFY2(
            std::hypot(off.x(), off.y()) < 0.5 * characterMm, qPrintable(u"%1, %2 mm off"_s.arg(off.x()).arg(off.y())));
        QVERIFY(seen.front().adjusted(-0.1, -0.1, 0.1, 0.1).contains(hits->front().boundsMm));
    }
}

QTEST_MAIN(tst_KeywordInPrintedPages)
#include "tst_KeywordInPrintedPages.moc"
