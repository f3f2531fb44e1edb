#include "ui/document/DocumentSearch.h"

#include "core/text/TextFolding.h"
#include "ui/document/PageSource.h"

#include <QElapsedTimer>

#include <algorithm>
#include <atomic>

namespace bidseal::document {

namespace {

constexpr qint64 kChunkMilliseconds
    = 20; ///< of sweeping at a time: a page that is wanted on the screen waits no longer

bool isBefore(const Match& left, const Match& right)
{
    return std::pair(left.page, left.start) < std::pair(right.page, right.start);
}

bool isSame(const Match& left, const Match& right) { return left.page == right.page && left.start == right.start; }

QRectF inMm(const QPolygonF& userSpace, const pdf::PageGeometry& page)
{
    return page.userSpaceFromMm().inverted().map(userSpace).boundingRect();
}

} // namespace

/// One run through the document, shared with the worker. Texts stay for the next search.
struct DocumentSearch::Sweep {
    QString needle;
    int pageCount = 0;
    int firstPage = 0;
    int swept = 0; ///< worker's side
    std::atomic_bool stopped = false;
};

struct DocumentSearch::PageMatches {
    std::vector<Match> matches;
    std::vector<std::vector<QRectF>> areas; ///< in mm, one for each match, once they are known
    bool asked = false;
};

DocumentSearch::DocumentSearch(QObject* parent)
    : QObject(parent)
{
}

DocumentSearch::~DocumentSearch() { cancel(); }

void DocumentSearch::setSession(DocumentSession* session)
{
    clear();
    m_session = session;
}

void DocumentSearch::find(const QString& text, int fromPage)
{
    clear();
    m_text = text;
    const QString needle = text::fold(text.trimmed()).text;
    if (needle.isEmpty() || !m_session || !m_session->isOpen())
        return;
    m_fromPage = std::max(0, fromPage);
    m_sweep = std::make_shared<Sweep>();
    m_sweep->needle = needle;
    m_sweep->pageCount = m_session->pageCount();
    m_sweep->firstPage = m_fromPage;
    m_running = true;
    sweepSome();
}

void DocumentSearch::sweepSome()
{
    using Found = std::vector<std::pair<int, std::vector<Match>>>;
    m_session->worker()->run(
        PageWorker::Priority::Background, this,
        [sweep = m_sweep](PageSource& source) {
            Found found;
            QElapsedTimer clock;
            clock.start();
            while (sweep->swept < sweep->pageCount && !sweep->stopped && clock.elapsed() < kChunkMilliseconds) {
                const int page = (sweep->firstPage + sweep->swept++) % sweep->pageCount;
                std::vector<Match> matches;
                for (const text::FoldedMatch& match : text::findFolded(source.foldedText(page), sweep->needle))
                    matches.push_back({ page, match.start, match.length });
                if (!matches.empty())
                    found.emplace_back(page, std::move(matches));
            }
            return std::pair(std::move(found), sweep->swept);
        },
        [this, sweep = m_sweep](const std::pair<Found, int>& result) {
            if (sweep != m_sweep || sweep->stopped)
                return;
            m_sweptPages = result.second;
            for (const auto& [page, matches] : result.first)
                take(page, matches);
            if (m_sweptPages < sweep->pageCount && m_session)
                sweepSome();
            else
                m_running = false;
            Q_EMIT resultsChanged();
            if (!m_running)
                Q_EMIT finished();
        });
}

void DocumentSearch::take(int page, std::vector<Match> matches)
{
    m_count += static_cast<int>(matches.size());
    const Match first = matches.front();
    m_matches[page] = PageMatches { std::move(matches), {}, false };
    if (!m_current)
        setCurrent(first); // pages are swept from the one in sight on
    Q_EMIT highlightsChanged(page);
}

void DocumentSearch::setCurrent(std::optional<Match> match)
{
    m_current = match;
    Q_EMIT currentChanged();
}

void DocumentSearch::step(int direction)
{
    if (m_matches.empty() || !m_current)
        return;
    const auto here = m_matches.find(m_current->page);
    const std::vector<Match>& onPage = here->second.matches;
    const auto at
        = std::find_if(onPage.begin(), onPage.end(), [this](const Match& m) { return isSame(m, *m_current); });
    const auto index = at - onPage.begin() + direction;
    if (index >= 0 && index < static_cast<std::ptrdiff_t>(onPage.size()))
        return setCurrent(onPage[static_cast<std::size_t>(index)]);
    // On to the neighbouring page with matches, around the end.
    if (direction > 0) {
        const auto after = std::next(here);
        setCurrent((after == m_matches.end() ? m_matches.begin() : after)->second.matches.front());
    } else {
        const auto before = here == m_matches.begin() ? std::prev(m_matches.end()) : std::prev(here);
        setCurrent(before->second.matches.back());
    }
}

void DocumentSearch::next() { step(1); }

void DocumentSearch::previous() { step(-1); }

void DocumentSearch::cancel()
{
    if (m_sweep)
        m_sweep->stopped = true;
    if (!m_running)
        return;
    m_running = false;
    Q_EMIT resultsChanged();
    Q_EMIT finished();
}

void DocumentSearch::clear()
{
    if (m_sweep)
        m_sweep->stopped = true;
    m_sweep.reset();
    const bool hadSomething = m_running || m_count > 0 || !m_text.isEmpty();
    m_text.clear();
    m_matches.clear();
    m_count = m_sweptPages = 0;
    m_running = false;
    m_current.reset();
    if (hadSomething) {
        Q_EMIT resultsChanged();
        Q_EMIT currentChanged();
    }
}

int DocumentSearch::currentNumber() const
{
    if (!m_current)
        return 0;
    int number = 1;
    for (const auto& [page, found] : m_matches) {
        if (page > m_current->page)
            break;
        number += static_cast<int>(std::count_if(found.matches.begin(), found.matches.end(),
            [this](const Match& match) { return isBefore(match, *m_current); }));
    }
    return number;
}

void DocumentSearch::askForAreas(int page)
{
    PageMatches& found = m_matches.at(page);
    if (std::exchange(found.asked, true) || !m_session || !m_session->worker())
        return;
    using Areas = std::vector<std::vector<QPolygonF>>;
    m_session->worker()->run(
        PageWorker::Priority::Soon, this,
        [page, matches = found.matches](PageSource& source) {
            Areas areas;
            for (const Match& match : matches)
                areas.push_back(source.area(page, match.start, match.length));
            return areas;
        },
        [this, page, sweep = m_sweep](const Areas& areas) {
            const auto here = m_matches.find(page);
            if (sweep != m_sweep || here == m_matches.end() || !m_session)
                return;
            for (const std::vector<QPolygonF>& polygons : areas) {
                std::vector<QRectF> rects;
                for (const QPolygonF& polygon : polygons)
                    rects.push_back(inMm(polygon, m_session->page(page)));
                here->second.areas.push_back(std::move(rects));
            }
            Q_EMIT highlightsChanged(page);
        });
}

std::vector<QRectF> DocumentSearch::highlights(int page)
{
    const auto here = m_matches.find(page);
    if (here == m_matches.end())
        return {};
    askForAreas(page);
    std::vector<QRectF> all;
    for (const std::vector<QRectF>& rects : here->second.areas)
        all.insert(all.end(), rects.begin(), rects.end());
    return all;
}

std::vector<QRectF> DocumentSearch::currentHighlight()
{
    if (!m_current)
        return {};
    askForAreas(m_current->page);
    const PageMatches& found = m_matches.at(m_current->page);
    for (std::size_t index = 0; index < found.areas.size(); ++index) {
        if (isSame(found.matches[index], *m_current))
            return found.areas[index];
    }
    return {};
}

} // namespace bidseal::document
