#include "ui/plan/PlacesInWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PlacesInWords)
};

struct Run {
    int first = 0, last = 0; ///< indexes
};

std::vector<Run> runsOf(std::vector<int> pages)
{
    std::sort(pages.begin(), pages.end());
    std::vector<Run> runs;
    for (const int page : pages) {
        if (!runs.empty() && page <= runs.back().last + 1)
            runs.back().last = page;
        else
            runs.push_back({ page, page });
    }
    return runs;
}

QString number(int pageIndex) { return QLocale().toString(pageIndex + 1); }

/// "5–7"
QString runText(const Run& run)
{
    constexpr auto kPair = 1;
    if (run.first == run.last)
        return number(run.first);
    //: two pages that follow each other
    return run.last == run.first + kPair ? Words::tr("%1, %2").arg(number(run.first), number(run.last))
                                         //: from page to page
                                         : Words::tr("%1–%2").arg(number(run.first), number(run.last));
}

QString wholeMm(double mm) { return QLocale().toString(qRound(mm)); }

QString pagesOf(const std::vector<const document::PlacedMark*>& marks)
{
    std::vector<int> pages;
    for (const auto* mark : marks)
        pages.push_back(mark->page());
    return pagesInWords(std::move(pages));
}

/// One strip of each seal begins where its picture begins.
int wholeSeals(const std::vector<const document::PlacedMark*>& marks)
{
    return static_cast<int>(std::count_if(marks.begin(), marks.end(),
        [](const document::PlacedMark* mark) { return mark->placed.part.topLeft() == QPointF(0, 0); }));
}

QString fromCorner(const QString& pages, Corner corner, QPointF centreMm)
{
    const QString across = wholeMm(centreMm.x()), down = wholeMm(centreMm.y());
    switch (corner) {
    case Corner::TopLeft:
        //: %1 is "page 3" or "pages 1–5"
        return Words::tr("%1, %2 mm from left, %3 mm from top").arg(pages, across, down);
    case Corner::TopRight:
        return Words::tr("%1, %2 mm from right, %3 mm from top").arg(pages, across, down);
    case Corner::BottomLeft:
        return Words::tr("%1, %2 mm from left, %3 mm from bottom").arg(pages, across, down);
    case Corner::BottomRight:
        return Words::tr("%1, %2 mm from right, %3 mm from bottom").arg(pages, across, down);
    }
    return {};
}

QString alongEdge(const QString& pages, Edge edge, int seals)
{
    switch (edge) {
    case Edge::Left:
        //: a cross-page seal; %1 is "pages 1–812"
        return Words::tr("%1, left edge, %n seal(s)", nullptr, seals).arg(pages);
    case Edge::Right:
        return Words::tr("%1, right edge, %n seal(s)", nullptr, seals).arg(pages);
    case Edge::Top:
        return Words::tr("%1, top edge, %n seal(s)", nullptr, seals).arg(pages);
    case Edge::Bottom:
        return Words::tr("%1, bottom edge, %n seal(s)", nullptr, seals).arg(pages);
    }
    return {};
}

QString byHand(const document::PlacedMark& mark)
{
    const QString where = fromCorner(pagesInWords({ mark.page() }), Corner::TopLeft, mark.placed.placement.centreMm);
    //: one strip of a cross-page seal that was moved by hand; %1 is "page 3, 20 mm from left, …"
    return mark.placed.isStrip() ? Words::tr("strip on %1").arg(where) : where;
}

} // namespace

QString pagesInWords(std::vector<int> pages)
{
    constexpr std::size_t kListed = 5;
    const std::vector<Run> runs = runsOf(std::move(pages));
    if (runs.empty())
        return {};
    if (runs.size() == 1 && runs.front().first == runs.front().last)
        return Words::tr("page %1").arg(number(runs.front().first));
    QString listed;
    for (std::size_t i = 0; i < std::min(kListed, runs.size()); ++i)
        //: one more page, or run of pages, behind those before
        listed = i == 0 ? runText(runs[i]) : Words::tr("%1, %2").arg(listed, runText(runs[i]));
    if (runs.size() <= kListed)
        return Words::tr("pages %1").arg(listed);
    int left = 0;
    for (std::size_t i = kListed; i < runs.size(); ++i)
        left += runs[i].last - runs[i].first + 1;
    return Words::tr("pages %1 and %n more", nullptr, left).arg(listed);
}

QString keywordInWords(const QString& text)
{
    const QString first = text.section(u'|', 0, 0);
    return first == text ? text : first + u" …"_s;
}

QString placesInWords(const std::vector<const document::PlacedMark*>& marks)
{
    const document::PlacedMark& first = *marks.front();
    if (!first.entry)
        return byHand(first);
    const QString pages = pagesOf(marks);
    const Rule& rule = first.entry->rule;
    if (const auto* onPages = std::get_if<OnPages>(&rule))
        return fromCorner(pages, onPages->corner, onPages->centreMm);
    if (const auto* keyword = std::get_if<AtKeyword>(&rule))
        //: %1 is a text of the document, %2 "page 3" or "pages 3, 5"
        return Words::tr("at “%1”, %n place(s) on %2", nullptr, static_cast<int>(marks.size()))
            .arg(keywordInWords(keyword->text), pages);
    if (const auto* seam = std::get_if<AlongSeam>(&rule))
        return alongEdge(pages, seam->edge, wholeSeals(marks));
    //: a signature field of the document; %2 is "page 3"
    return Words::tr("in the field “%1” on %2").arg(std::get<InField>(rule).name, pages);
}

QString cautionInWords(Caution caution, const std::vector<int>& pages)
{
    switch (caution) {
    case Caution::PageTooSmall:
        //: a seal; %1 is "page 3" or "pages 3, 5"
        return Words::tr("Too large for %1").arg(pagesInWords(pages));
    case Caution::MovedOntoPage:
        return Words::tr("Moved onto %1, over whose edge it reached").arg(pagesInWords(pages));
    case Caution::LeavesPage:
        return Words::tr("Reaches over the edge of %1").arg(pagesInWords(pages));
    case Caution::OverOtherSeal:
        return Words::tr("Covers another seal on %1").arg(pagesInWords(pages));
    case Caution::StripsTooNarrow:
        return Words::tr("Very narrow strips on %1").arg(pagesInWords(pages));
    }
    return {};
}

} // namespace bidseal::plan
