#include "ui/document/DocumentView.h"

#include "ui/document/AccessibleDocument.h"
#include "ui/document/DocumentSearch.h"
#include "ui/document/MarkFields.h"
#include "ui/document/MarkItem.h"
#include "ui/document/MarkToolStrip.h"
#include "ui/document/PageImages.h"
#include "ui/document/PageItem.h"
#include "ui/document/PageLayout.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace bidseal::document {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNeighbours = 2; ///< pages kept as items beyond those in sight
constexpr qint64 kWholePagePixels = 6'000'000; ///< above it only the part in sight is drawn sharply
constexpr qint64 kRoughPagePixels = 1'500'000; ///< of the whole page behind that part
constexpr int kScrollMilliseconds = 140;
constexpr std::array kZoomSteps { 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0,
    4.0, 5.0, 6.0, 8.0 };

qint64 area(QSize size) { return qint64(size.width()) * size.height(); }

} // namespace

DocumentView::DocumentView(QWidget* parent)
    : QGraphicsView(parent)
    , m_toolStrip(new MarkToolStrip(this))
    , m_fields(new MarkFields(this))
{
    installAccessibleDocument();
    setObjectName("documentView"_L1);
    setAccessibleName(tr("Document"));
    setScene(&m_scene);
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex); // a handful of items
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // fitting to the width must not depend on it
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setObjectName("documentViewport"_L1);

    m_imageTimer.setSingleShot(true);
    m_imageTimer.setInterval(0);
    connect(&m_imageTimer, &QTimer::timeout, this, &DocumentView::requestImages);
    m_edgeTimer.setInterval(30);
    connect(&m_edgeTimer, &QTimer::timeout, this, [this] { scrollNearEdge(m_pointer); });
    m_scrolling.setDuration(kScrollMilliseconds);
    m_scrolling.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_scrolling, &QVariantAnimation::valueChanged, this,
        [this](const QVariant& value) { verticalScrollBar()->setValue(value.toInt()); });
    connect(&m_pictures, &seal::SealPictures::ready, viewport(), qOverload<>(&QWidget::update));
    connect(m_toolStrip, &MarkToolStrip::copyToPagesRequested, this, &DocumentView::copySelectedMarkToPages);
    connect(m_toolStrip, &MarkToolStrip::deleteRequested, this, &DocumentView::deleteSelectedMark);
    connect(m_toolStrip, &MarkToolStrip::fieldsRequested, this, &DocumentView::editSelectedMark);
    connect(m_toolStrip, &MarkToolStrip::alignRequested, this, &DocumentView::alignSelectedMark);
    connect(m_fields, &MarkFields::entered, this, [this](const pdf::Placement& placement) {
        changeSelected([&](pdf::Placement& now, const seal::Seal&) { now = placement; }, UndoStep::New);
        if (const PlacedMark* const mark = selectedMark())
            m_fields->showMark(*mark, *m_session); // it may have been held on the page
    });
    connect(m_fields, &MarkFields::finished, this, [this] {
        m_fields->hide();
        setFocus(Qt::OtherFocusReason);
        placeToolStrip();
    });
}

DocumentView::~DocumentView()
{
    m_carrying.reset();
    m_scene.clear();
}

// ---- what is in sight

void DocumentView::setSession(DocumentSession* session)
{
    if (m_session == session)
        return;
    stopCarrying();
    if (m_session) {
        m_session->disconnect(this);
        m_session->marks().disconnect(this);
    }
    m_session = session;
    if (m_session) {
        MarkList& marks = m_session->marks();
        connect(m_session, &DocumentSession::opened, this, &DocumentView::showSession);
        connect(m_session, &QObject::destroyed, this, &DocumentView::showSession);
        // A seam's hundreds of strips come and go at once: what is in sight is built anew once for all of them.
        connect(&marks, &MarkList::added, this,
            [this](MarkId id) { m_stalePages.insert(m_session->marks().find(id)->page()); });
        connect(&marks, &MarkList::removed, this, [this](MarkId, int page) { m_stalePages.insert(page); });
        connect(&marks, &MarkList::moved, this, [this](MarkId id, int fromPage) {
            m_stalePages.insert({ fromPage, m_session->marks().find(id)->page() });
        });
        connect(&marks, &MarkList::changed, this, qOverload<>(&DocumentView::syncMarks));
        connect(&marks, &MarkList::selectionChanged, this, &DocumentView::showSelection);
        connect(&m_session->undoStack(), &QUndoStack::indexChanged, this, [this] {
            if (const PlacedMark* const mark = selectedMark())
                sayWhere(*mark);
        });
    }
    showSession();
}

void DocumentView::showSession()
{
    m_carrying.reset();
    m_scrolling.stop();
    m_pages.clear();
    m_marks.clear();
    m_scene.clear();
    m_layout.reset();
    m_stalePages.clear();
    m_firstPageShown = false;
    m_toolStrip->hide();
    m_fields->hide();
    setCurrentPage(-1);
    AccessibleDocument::pagesChanged(*this);
    if (!m_session || !m_session->isOpen()) {
        setSceneRect(0, 0, 1, 1);
        return;
    }
    m_layout = std::make_unique<PageLayout>(m_session->pages());
    setSceneRect(m_layout->sceneRect());
    connect(m_session->images(), &PageImages::pageReady, this, [this](int page) {
        if (const auto found = m_pages.find(page); found != m_pages.end())
            found->second->update();
    });
    if (m_zoomMode == ZoomMode::Free)
        applyZoom(m_zoom, QPoint());
    else
        applyZoomMode();
    verticalScrollBar()->setValue(verticalScrollBar()->minimum());
    centreHorizontally();
    updateVisiblePages();
}

int DocumentView::pageCount() const { return m_layout ? m_layout->pageCount() : 0; }

double DocumentView::pixelsPerMm() const { return m_zoom * logicalDpiX() / 25.4; }

QRectF DocumentView::visibleScene() const { return mapToScene(viewport()->rect()).boundingRect(); }

std::vector<int> DocumentView::pagesInSight() const
{
    std::vector<int> pages;
    if (!m_layout)
        return pages;
    const QRectF visible = visibleScene();
    const PageLayout::Range range = m_layout->pagesBetween(visible.top(), visible.bottom());
    for (int page = range.first; page <= range.last; ++page)
        pages.push_back(page);
    return pages;
}

void DocumentView::updateVisiblePages()
{
    if (!m_layout)
        return;
    const QRectF visible = visibleScene();
    const PageLayout::Range range = m_layout->pagesBetween(visible.top(), visible.bottom());
    const int first = std::max(0, range.first - kNeighbours);
    const int last = std::min(pageCount() - 1, range.last + kNeighbours);
    std::vector<int> leaving;
    for (const auto& [page, item] : m_pages) {
        if (page < first || page > last)
            leaving.push_back(page);
    }
    for (const int page : leaving)
        removePage(page);
    for (int page = first; page <= last; ++page) {
        if (!m_pages.contains(page))
            addPage(page);
    }
    updateCurrentPage();
    m_imageTimer.start();
}

void DocumentView::addPage(int page)
{
    const QRectF rect = m_layout->pageRect(page);
    auto* const item = new PageItem(page, rect.size(), m_session->images());
    item->setPos(rect.topLeft());
    m_scene.addItem(item);
    m_pages.emplace(page, item);
    syncMarks(page);
    AccessibleDocument::marksChanged(*this);
    showSelection();
    showHighlights(page);
}

void DocumentView::removePage(int page)
{
    m_marks.erase(page);
    delete m_pages.at(page); // and the marks on it
    m_pages.erase(page);
}

void DocumentView::updateCurrentPage()
{
    if (m_jumping || !m_layout)
        return;
    // The page of which most is in sight.
    const QRectF visible = visibleScene();
    int best = m_currentPage;
    double most = 0;
    for (const int page : pagesInSight()) {
        const double height = m_layout->pageRect(page).intersected(visible).height();
        if (height > most + 0.5) {
            most = height;
            best = page;
        }
    }
    setCurrentPage(best);
}

void DocumentView::setCurrentPage(int page)
{
    if (m_currentPage == page)
        return;
    m_currentPage = page;
    Q_EMIT pageChanged(page);
}

void DocumentView::requestImages()
{
    if (!m_layout || !m_session || !m_session->images())
        return;
    const double devicePixelsPerMm = pixelsPerMm() * devicePixelRatioF();
    const QRectF visible = visibleScene();
    std::vector<int> inSight = pagesInSight();
    std::sort(inSight.begin(), inSight.end(), [this, &visible](int left, int right) {
        const auto distance
            = [&](int page) { return std::abs(m_layout->pageRect(page).center().y() - visible.center().y()); };
        return distance(left) < distance(right);
    });

    std::vector<PageImages::Wish> wishes, details, ahead;
    const auto want = [&](int page, std::vector<PageImages::Wish>& list) {
        const QRectF rect = m_layout->pageRect(page);
        const QSize size = pagePixels(rect.size(), devicePixelsPerMm);
        if (area(size) <= kWholePagePixels) {
            list.push_back({ page, size, {}, {} });
            return;
        }
        const double shrink = std::sqrt(double(kRoughPagePixels) / double(area(size)));
        list.push_back({ page, pagePixels(rect.size() * shrink, devicePixelsPerMm), {}, {} });
        const QRectF part = visible.intersected(rect).translated(-rect.topLeft());
        if (part.isEmpty())
            return;
        const QRectF inPixels(part.topLeft() * devicePixelsPerMm, part.size() * devicePixelsPerMm);
        const QRect needed = inPixels.toAlignedRect().intersected(QRect(QPoint(), size));
        const int around = std::max(needed.width(), needed.height()) / 5;
        details.push_back({ page, size,
            needed.adjusted(-around, -around, around, around).intersected(QRect(QPoint(), size)), needed });
    };
    for (const int page : inSight)
        want(page, wishes);
    if (!inSight.empty()) {
        const auto [first, last] = std::minmax_element(inSight.begin(), inSight.end());
        if (*last + 1 < pageCount())
            want(*last + 1, ahead);
        if (*first > 0)
            want(*first - 1, ahead);
    }
    wishes.insert(wishes.end(), details.begin(), details.end());
    wishes.insert(wishes.end(), ahead.begin(), ahead.end());
    m_session->images()->wantPages(std::move(wishes));
}

void DocumentView::setSearch(DocumentSearch* search)
{
    if (m_search)
        m_search->disconnect(this);
    m_search = search;
    if (!search)
        return;
    const auto showAll = [this] {
        for (const auto& [page, item] : m_pages)
            showHighlights(page);
    };
    connect(search, &DocumentSearch::highlightsChanged, this, &DocumentView::showHighlights);
    connect(search, &DocumentSearch::resultsChanged, this, showAll);
    connect(search, &DocumentSearch::currentChanged, this, showAll);
}

void DocumentView::showHighlights(int page)
{
    const auto found = m_pages.find(page);
    if (!m_search || found == m_pages.end())
        return;
    const bool isCurrent = m_search->current() && m_search->current()->page == page;
    found->second->setHighlights(
        m_search->highlights(page), isCurrent ? m_search->currentHighlight() : std::vector<QRectF>());
}

void DocumentView::goToRect(int page, const QRectF& mm)
{
    if (!m_layout)
        return;
    const QRect place = mapFromScene(mm.translated(m_layout->pageRect(page).topLeft())).boundingRect();
    const QRect comfortable = viewport()->rect().adjusted(16, 16, -16, -16);
    m_scrolling.stop();
    if (place.top() < comfortable.top() || place.bottom() > comfortable.bottom())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.center().y() - comfortable.center().y());
    // Sideways only as far as is needed: the page stays where it is as long as the place is in sight.
    if (place.left() < comfortable.left())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + place.left() - comfortable.left());
    else if (place.right() > comfortable.right())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + place.right() - comfortable.right());
    updateVisiblePages();
}

void DocumentView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    updateVisiblePages();
    placeToolStrip();
}

void DocumentView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_layout && m_zoomMode != ZoomMode::Free)
        applyZoomMode();
    updateVisiblePages();
    placeToolStrip();
}

bool DocumentView::viewportEvent(QEvent* event)
{
    const bool handled = QGraphicsView::viewportEvent(event);
    if (event->type() == QEvent::Leave && !selectedMark())
        say({}); // no pointer, no place
    if (event->type() == QEvent::Paint && !m_firstPageShown && m_session && m_session->images() && m_currentPage >= 0) {
        const PageImage* const image = m_session->images()->page(m_currentPage);
        if (image && (image->failed || !image->whole.isNull())) {
            m_firstPageShown = true;
            QMetaObject::invokeMethod(this, &DocumentView::firstPageShown, Qt::QueuedConnection);
        }
    }
    return handled;
}

void DocumentView::drawBackground(QPainter* painter, const QRectF& rect)
{
    const QColor window = palette().color(QPalette::Window);
    const bool dark = window.lightness() < 128;
    painter->fillRect(rect, dark ? window.lighter(118) : window.darker(106));
}

// ---- zoom and scrolling

void DocumentView::applyZoom(double zoom, QPoint anchor)
{
    zoom = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    const QPointF scene = mapToScene(anchor);
    const bool changed = !qFuzzyCompare(zoom, m_zoom);
    m_scrolling.stop();
    m_zoom = zoom;
    setTransform(QTransform::fromScale(pixelsPerMm(), pixelsPerMm()));
    const QPoint moved = mapFromScene(scene) - anchor;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved.y());
    for (const auto& [page, mark] : m_marks)
        mark.second->setPixelsPerMm(pixelsPerMm());
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 3);
    horizontalScrollBar()->setSingleStep(fontMetrics().height() * 3);
    updateVisiblePages();
    placeToolStrip();
    if (changed)
        Q_EMIT zoomChanged(m_zoom);
}

void DocumentView::centreHorizontally()
{
    horizontalScrollBar()->setValue((horizontalScrollBar()->minimum() + horizontalScrollBar()->maximum()) / 2);
}

void DocumentView::setZoomMode(ZoomMode mode)
{
    if (m_zoomMode == mode)
        return;
    m_zoomMode = mode;
    Q_EMIT zoomModeChanged(mode);
}

void DocumentView::applyZoomMode()
{
    if (!m_layout || pageCount() == 0)
        return;
    constexpr double kMarginPixels = 12;
    const int page = std::max(0, m_currentPage);
    const QSizeF size = m_layout->pageRect(page).size();
    const double pixelsPerMmAtOne = logicalDpiX() / 25.4;
    const double byWidth = (viewport()->width() - 2 * kMarginPixels) / (size.width() * pixelsPerMmAtOne);
    const double byHeight = (viewport()->height() - 2 * kMarginPixels) / (size.height() * pixelsPerMmAtOne);
    const QPointF topBefore = mapToScene(QPoint());
    if (m_zoomMode == ZoomMode::FitPage) {
        applyZoom(std::min(byWidth, byHeight), QPoint());
        goToPage(page);
    } else {
        applyZoom(byWidth, QPoint());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + mapFromScene(topBefore).y());
    }
    centreHorizontally();
}

void DocumentView::zoomByStep(int direction, QPoint anchor)
{
    setZoomMode(ZoomMode::Free);
    constexpr double kSame = 0.005;
    double next = m_zoom;
    if (direction > 0) {
        const auto larger
            = std::find_if(kZoomSteps.begin(), kZoomSteps.end(), [this](double step) { return step > m_zoom + kSame; });
        next = larger == kZoomSteps.end() ? kLargestZoom : *larger;
    } else {
        const auto smaller = std::find_if(
            kZoomSteps.rbegin(), kZoomSteps.rend(), [this](double step) { return step < m_zoom - kSame; });
        next = smaller == kZoomSteps.rend() ? kSmallestZoom : *smaller;
    }
    applyZoom(next, anchor);
}

void DocumentView::zoomIn() { zoomByStep(1, viewport()->rect().center()); }

void DocumentView::zoomOut() { zoomByStep(-1, viewport()->rect().center()); }

void DocumentView::setZoom(double zoom)
{
    setZoomMode(ZoomMode::Free);
    applyZoom(zoom, viewport()->rect().center());
}

void DocumentView::fitWidth()
{
    setZoomMode(ZoomMode::FitWidth);
    applyZoomMode();
}

void DocumentView::fitPage()
{
    setZoomMode(ZoomMode::FitPage);
    applyZoomMode();
}

void DocumentView::goToPage(int index)
{
    if (!m_layout || index < 0 || index >= pageCount())
        return;
    m_scrolling.stop();
    m_jumping = true;
    const double top = m_layout->pageRect(index).top() - PageLayout::kGapMm / 2;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + mapFromScene(QPointF(0, top)).y());
    setCurrentPage(index);
    updateVisiblePages();
    m_jumping = false;
}

void DocumentView::scrollBy(int pixels)
{
    QScrollBar* const bar = verticalScrollBar();
    const int from = bar->value();
    const int headed = m_scrolling.state() == QVariantAnimation::Running ? m_scrolling.endValue().toInt() : from;
    const int to = std::clamp(headed + pixels, bar->minimum(), bar->maximum());
    m_scrolling.stop();
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0) {
        bar->setValue(to);
        return;
    }
    m_scrolling.setStartValue(from);
    m_scrolling.setEndValue(to);
    m_scrolling.start();
}

void DocumentView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        const double notches = event->angleDelta().y() / 120.0;
        if (notches != 0) {
            setZoomMode(ZoomMode::Free);
            applyZoom(m_zoom * std::pow(1.15, notches), event->position().toPoint());
        }
    } else if (!event->pixelDelta().isNull()) { // a touchpad is smooth by itself
        m_scrolling.stop();
        verticalScrollBar()->setValue(verticalScrollBar()->value() - event->pixelDelta().y());
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->pixelDelta().x());
    } else if (event->angleDelta().x() != 0 || event->modifiers() & Qt::ShiftModifier) {
        const int delta = event->angleDelta().x() != 0 ? event->angleDelta().x() : event->angleDelta().y();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta);
    } else {
        scrollBy(-event->angleDelta().y());
    }
    event->accept();
}

// ---- places

QPointF DocumentView::mmOnPage(int page, QPoint viewportPosition) const
{
    return mapToScene(viewportPosition) - m_layout->pageRect(page).topLeft();
}

std::optional<DocumentView::PagePoint> DocumentView::pagePointAt(QPoint viewportPosition) const
{
    if (!m_layout)
        return std::nullopt;
    const std::optional<int> page = m_layout->pageAt(mapToScene(viewportPosition));
    if (!page)
        return std::nullopt;
    return PagePoint { *page, mmOnPage(*page, viewportPosition) };
}

QPoint DocumentView::viewportPositionOf(int page, QPointF mm) const
{
    return m_layout ? mapFromScene(m_layout->pageRect(page).topLeft() + mm) : QPoint();
}

QRect DocumentView::viewportRectOf(int page) const
{
    return m_layout ? mapFromScene(m_layout->pageRect(page)).boundingRect() : QRect();
}

QRect DocumentView::viewportRectOf(const pdf::Placement& placement) const
{
    if (!m_layout)
        return {};
    return mapFromScene(placement.boundsMm().translated(m_layout->pageRect(placement.page).topLeft())).boundingRect();
}

// ---- keyboard

void DocumentView::keyPressEvent(QKeyEvent* event)
{
    m_modifiers = event->modifiers();
    if (event->key() == Qt::Key_Escape && m_carrying) {
        stopCarrying();
        return;
    }
    if (!m_layout || !(markKeyPressed(event) || zoomKeyPressed(event) || pageKeyPressed(event)))
        event->ignore();
}

bool DocumentView::zoomKeyPressed(QKeyEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        setZoom(1.0);
        return true;
    default:
        return false;
    }
}

bool DocumentView::pageKeyPressed(QKeyEvent* event)
{
    const int viewportful = viewport()->height() * 9 / 10;
    const bool byPage = event->modifiers() & Qt::ControlModifier || m_zoomMode == ZoomMode::FitPage;
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        byPage ? goToPage(std::min(m_currentPage + 1, pageCount() - 1)) : scrollBy(viewportful);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        byPage ? goToPage(std::max(m_currentPage - 1, 0)) : scrollBy(-viewportful);
        return true;
    case Qt::Key_Home:
        goToPage(0);
        return true;
    case Qt::Key_End:
        goToPage(pageCount() - 1);
        m_scrolling.stop();
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        return true;
    case Qt::Key_Down:
        scrollBy(verticalScrollBar()->singleStep());
        return true;
    case Qt::Key_Up:
        scrollBy(-verticalScrollBar()->singleStep());
        return true;
    case Qt::Key_Left:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return true;
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return true;
    default:
        return false;
    }
}

} // namespace bidseal::document
