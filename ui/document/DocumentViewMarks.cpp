// DocumentView's other half: the marks on the pages, by mouse, by keyboard and by drag and drop.

#include "core/plan/Placing.h"
#include "ui/document/AccessibleDocument.h"
#include "ui/document/DocumentView.h"
#include "ui/document/MarkFields.h"
#include "ui/document/MarkItem.h"
#include "ui/document/MarkToolStrip.h"
#include "ui/document/PageItem.h"
#include "ui/document/PageLayout.h"
#include "ui/seal/SealMime.h"
#include "ui/seal/SealText.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace bidseal::document {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSnapPixels = 7;
constexpr double kArrowMm = 1;
constexpr double kWideArrowMm = 10;
constexpr double kResizeMm = 1;
constexpr double kTurnDegrees = 15;
constexpr double kFineTurnDegrees = 1;
constexpr int kEdgePixels = 36;
constexpr double kHeldMm = 2; ///< pushed against the edge by less than that is meant

Qt::CursorShape cursorFor(Grip grip, double rotationDegrees)
{
    // Opposite corners share a cursor, a quarter turn swaps the pairs.
    const bool turned = std::lround(rotationDegrees / 90) % 2 != 0;
    switch (grip) {
    case Grip::Body:
        return Qt::SizeAllCursor;
    case Grip::Rotation:
        return Qt::CrossCursor;
    case Grip::TopLeft:
    case Grip::BottomRight:
        return turned ? Qt::SizeBDiagCursor : Qt::SizeFDiagCursor;
    case Grip::TopRight:
    case Grip::BottomLeft:
        break;
    }
    return turned ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
}

QStringList pdfFiles(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(".pdf"_L1, Qt::CaseInsensitive))
            paths += url.toLocalFile();
    }
    return paths;
}

} // namespace

// ---- showing

const PlacedMark* DocumentView::selectedMark() const
{
    if (!m_session || !m_session->marks().selected())
        return nullptr;
    return m_session->marks().find(*m_session->marks().selected());
}

void DocumentView::syncMarks()
{
    for (const int page : std::exchange(m_stalePages, {}))
        syncMarks(page);
    AccessibleDocument::marksChanged(*this);
    showSelection();
}

void DocumentView::syncMarks(int page)
{
    const auto found = m_pages.find(page);
    if (found == m_pages.end())
        return;
    const auto [first, last] = m_marks.equal_range(page);
    for (auto entry = first; entry != last; ++entry)
        delete entry->second.second;
    m_marks.erase(first, last);
    for (const PlacedMark& mark : m_session->marks().onPage(page)) {
        auto* const item = new MarkItem(m_pictures, mark.placed, found->second);
        item->setPixelsPerMm(pixelsPerMm());
        m_marks.emplace(page, std::pair(mark.id, item));
    }
}

void DocumentView::showSelection()
{
    const std::optional<MarkId> selected = m_session ? m_session->marks().selected() : std::nullopt;
    for (const auto& [page, mark] : m_marks) {
        const bool isCarried = m_carrying && m_carrying->moving && m_carrying->id == mark.first;
        const bool isSelected = selected == mark.first;
        mark.second->setLook(isCarried ? MarkItem::Look::LiftedFrom
                : isSelected           ? MarkItem::Look::Selected
                                       : MarkItem::Look::Placed);
        mark.second->setZValue(isSelected ? 1 : 0);
    }
    placeToolStrip();
    if (const PlacedMark* const mark = selectedMark()) {
        sayWhere(*mark);
        AccessibleDocument::markFocused(*this, mark->id);
    }
}

/// The tool strip, or the numbers in its place.
void DocumentView::placeToolStrip()
{
    const PlacedMark* const mark = selectedMark();
    if (!mark || !m_layout || (m_carrying && m_carrying->moving)) {
        m_toolStrip->hide();
        m_fields->hide();
        return;
    }
    const QPoint corner = viewport()->pos();
    const QRect place = viewportRectOf(mark->placed.placement).translated(corner);
    const QRect area = viewport()->rect().translated(corner);
    if (m_fields->isVisible()) {
        m_toolStrip->hide();
        m_fields->showMark(*mark, *m_session);
        m_fields->showBeside(place, area);
        return;
    }
    m_toolStrip->offer(neighbour(*mark) != nullptr, !mark->placed.isStrip());
    m_toolStrip->showBeside(place, area);
}

void DocumentView::ensureVisible(const pdf::Placement& placement)
{
    if (!viewport()->rect().adjusted(8, 8, -8, -8).contains(viewportRectOf(placement)))
        goToRect(placement.page, placement.boundsMm());
}

void DocumentView::goToMark(MarkId id)
{
    const PlacedMark* const mark = m_session ? m_session->marks().find(id) : nullptr;
    if (!mark || !m_layout)
        return;
    const pdf::Placement placement = mark->placed.placement;
    m_session->marks().select(id);
    ensureVisible(placement);
    setCurrentPage(placement.page);
}

void DocumentView::drawForeground(QPainter* painter, const QRectF&)
{
    if (!m_carrying || !m_carrying->moving || !m_layout)
        return;
    const QString words = m_carrying->allowed ? m_carrying->caution : m_carrying->refusal;
    if (m_carrying->allowed) {
        const QPointF origin = m_layout->pageRect(m_carrying->now.page).topLeft();
        QPen pen(QColor(0xd8, 0x1b, 0x60), 1, Qt::DashLine);
        pen.setCosmetic(true);
        painter->setPen(pen);
        for (const QLineF& guide : m_carrying->guides)
            painter->drawLine(guide.translated(origin));
    }
    if (words.isEmpty())
        return;
    // Why not here, or what to know, beside the pointer, in the viewport's pixels.
    painter->save();
    painter->resetTransform();
    QRect text = fontMetrics().boundingRect(QRect(0, 0, 320, 200), Qt::TextWordWrap, words);
    QRect label = text.adjusted(-8, -5, 8, 5);
    label.moveTopLeft(m_pointer + QPoint(18, 18));
    label.moveLeft(std::max(4, std::min(label.left(), viewport()->width() - label.width() - 4)));
    label.moveTop(std::max(4, std::min(label.top(), viewport()->height() - label.height() - 4)));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_carrying->allowed ? QColor(0x6b, 0x3f, 0x05) : QColor(0x7f, 0x1d, 0x1d));
    painter->drawRoundedRect(label, 6, 6);
    painter->setPen(Qt::white);
    painter->drawText(label.adjusted(8, 5, -8, -5), Qt::TextWordWrap, words);
    painter->restore();
}

void DocumentView::say(const QString& text)
{
    if (m_said == text)
        return;
    m_said = text;
    Q_EMIT statusText(text);
}

void DocumentView::sayWhere(const PlacedMark& mark) { sayWhere(mark.placed, overlapText(mark.placed, mark.id)); }

void DocumentView::sayWhere(const seal::PlacedSeal& placed, const QString& caution)
{
    const QString place = markText(placed);
    const QString size = seal::sizeText(placed.placement.sizeMm);
    const double degrees = placed.placement.rotationDegrees;
    //: Where a seal stands, its size and how far it is turned: "seal 公章, page 3, …, 42 mm, turned by 15°"
    const QString where = degrees == 0
        ? tr("%1, %2").arg(place, size)
        : tr("%1, %2, turned by %3°").arg(place, size, QLocale().toString(degrees, 'g', 4));
    //: Where a seal stands, and what to know about it: "seal 公章, page 3, …, 42 mm. It covers seal 法定代表人章."
    say(caution.isEmpty() ? where : tr("%1. %2").arg(where, caution));
}

QString DocumentView::overlapText(const seal::PlacedSeal& placed, std::optional<MarkId> self) const
{
    for (const PlacedMark& mark : m_session->marks().onPage(placed.placement.page)) {
        if (mark.id == self)
            continue;
        const auto noticed = plan::look({ placed, mark.placed }, m_session->pages());
        const bool covers = std::any_of(noticed.begin(), noticed.end(),
            [](const plan::Noticed& notice) { return notice.caution == plan::Caution::OverOtherSeal; });
        if (covers)
            return tr("It covers seal %1.").arg(mark.placed.seal.name);
    }
    return {};
}

// ---- keyboard

bool DocumentView::focusNextPrevChild(bool next)
{
    return selectNextMark(next ? 1 : -1) || QGraphicsView::focusNextPrevChild(next);
}

/// From mark to mark; behind the last one the focus goes on to the next control, so that nobody is caught here.
bool DocumentView::selectNextMark(int direction)
{
    if (!m_session || !hasFocus())
        return false;
    const std::vector<MarkId> order = m_session->marks().inReadingOrder();
    const std::optional<MarkId> selected = m_session->marks().selected();
    if (order.empty())
        return false;
    if (!selected) {
        goToMark(direction > 0 ? order.front() : order.back());
        return true;
    }
    const auto at = std::find(order.begin(), order.end(), *selected) - order.begin() + direction;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(order.size())) {
        m_session->marks().select(std::nullopt);
        return false;
    }
    goToMark(order[static_cast<std::size_t>(at)]);
    return true;
}

void DocumentView::changeSelected(const std::function<void(pdf::Placement&, const seal::Seal&)>& change, UndoStep step)
{
    const PlacedMark* const mark = selectedMark();
    if (!mark)
        return;
    pdf::Placement placement = mark->placed.placement;
    change(placement, mark->placed.seal);
    m_session->changeMark(mark->id, placement, step);
    if (const PlacedMark* const changed = selectedMark()) {
        ensureVisible(changed->placed.placement);
        AccessibleDocument::markChanged(*this, changed->id);
    }
}

bool DocumentView::markKeyPressed(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo)) {
        m_session->undoStack().undo();
        return true;
    }
    if (event->matches(QKeySequence::Redo)) {
        m_session->undoStack().redo();
        return true;
    }
    if (!selectedMark() || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;

    const UndoStep step = event->isAutoRepeat() ? UndoStep::Continued : UndoStep::New;
    const bool withShift = event->modifiers() & Qt::ShiftModifier;
    const auto move = [&](double x, double y) {
        const double by = withShift ? kWideArrowMm : kArrowMm;
        changeSelected(
            [&](pdf::Placement& placement, const seal::Seal&) { placement.centreMm += QPointF(x, y) * by; }, step);
    };
    const auto resize = [&](double mm) {
        changeSelected(
            [&](pdf::Placement& placement, const seal::Seal& seal) {
                const double longer = std::max(placement.sizeMm.width(), placement.sizeMm.height());
                placement = resizedTo(placement, longer + mm, resizeLimits(seal));
            },
            step);
    };
    const auto turn = [&](double degrees) {
        changeSelected(
            [&](pdf::Placement& placement, const seal::Seal&) {
                placement.rotationDegrees = normalisedDegrees(placement.rotationDegrees + degrees);
            },
            step);
    };

    switch (event->key()) {
    case Qt::Key_Left:
        move(-1, 0);
        return true;
    case Qt::Key_Right:
        move(1, 0);
        return true;
    case Qt::Key_Up:
        move(0, -1);
        return true;
    case Qt::Key_Down:
        move(0, 1);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        resize(kResizeMm);
        return true;
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
        resize(-kResizeMm);
        return true;
    case Qt::Key_BracketLeft:
        turn(-kTurnDegrees);
        return true;
    case Qt::Key_BracketRight:
        turn(kTurnDegrees);
        return true;
    case Qt::Key_BraceLeft:
        turn(-kFineTurnDegrees);
        return true;
    case Qt::Key_BraceRight:
        turn(kFineTurnDegrees);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        editSelectedMark();
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        deleteSelectedMark();
        return true;
    case Qt::Key_Escape:
        m_session->marks().select(std::nullopt);
        say({});
        return true;
    default:
        return false;
    }
}

// ---- what can be done with marks

void DocumentView::placeInMiddle(const seal::Seal& seal)
{
    if (!m_session || !m_layout || m_currentPage < 0)
        return;
    const std::optional<MarkId> id = m_session->placeInMiddle(seal, m_currentPage);
    if (!id) {
        say(tr("The seal is larger than this page."));
        return;
    }
    goToMark(*id);
    setFocus(Qt::OtherFocusReason);
}

void DocumentView::deleteSelectedMark()
{
    const PlacedMark* const mark = selectedMark();
    if (!mark)
        return;
    const QString name = mark->placed.seal.name;
    m_session->removeMark(mark->id);
    say(tr("Seal %1 was taken off the page.").arg(name));
    AccessibleDocument::announce(*this, m_said);
}

void DocumentView::copySelectedMarkToPages()
{
    if (const PlacedMark* const mark = selectedMark(); mark && !mark->placed.isStrip())
        Q_EMIT copyToPagesRequested(mark->id);
}

void DocumentView::editSelectedMark()
{
    const PlacedMark* const mark = selectedMark();
    if (!mark || !m_layout)
        return;
    ensureVisible(mark->placed.placement);
    m_toolStrip->hide();
    m_fields->showMark(*mark, *m_session);
    m_fields->showBeside(viewportRectOf(mark->placed.placement).translated(viewport()->pos()),
        viewport()->rect().translated(viewport()->pos()));
}

const PlacedMark* DocumentView::neighbour(const PlacedMark& mark) const
{
    const PlacedMark* nearest = nullptr;
    bool passed = false;
    for (const PlacedMark& other : m_session->marks().marks()) {
        if (other.id == mark.id)
            passed = true;
        else if (other.page() == mark.page() && (!passed || !nearest))
            nearest = &other;
    }
    return nearest;
}

void DocumentView::alignSelectedMark(Alignment alignment)
{
    const PlacedMark* const mark = selectedMark();
    const PlacedMark* const other = mark ? neighbour(*mark) : nullptr;
    if (!other)
        return;
    const pdf::Placement to = other->placed.placement;
    changeSelected([&](pdf::Placement& placement, const seal::Seal&) { placement = aligned(placement, to, alignment); },
        UndoStep::New);
}

void DocumentView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const PlacedMark* const under = markAt(event->pos());
        if (m_session && under)
            m_session->marks().select(under->id);
        else if (!under)
            return;
    }
    const PlacedMark* const mark = selectedMark();
    if (!mark)
        return;
    auto* const menu = new QMenu(this);
    menu->setObjectName("markMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Place and size…"), this, &DocumentView::editSelectedMark);
    if (neighbour(*mark)) {
        QMenu* const align = menu->addMenu(tr("Line up with the seal placed before"));
        addAlignments(*align, this, [this](Alignment alignment) { alignSelectedMark(alignment); });
    }
    if (!mark->placed.isStrip())
        menu->addAction(tr("Copy to pages…"), this, &DocumentView::copySelectedMarkToPages);
    menu->addAction(tr("Delete"), this, &DocumentView::deleteSelectedMark);
    menu->popup(event->reason() == QContextMenuEvent::Mouse
            ? event->globalPos()
            : viewport()->mapToGlobal(viewportRectOf(mark->placed.placement).center()));
}

// ---- mouse

const PlacedMark* DocumentView::markAt(QPoint position) const
{
    const std::optional<PagePoint> point = pagePointAt(position);
    if (!point)
        return nullptr;
    // The selected one first, then the topmost: the one placed last.
    if (const PlacedMark* const selected = selectedMark(); selected && selected->page() == point->page
        && gripAt(selected->placed.placement, point->mm, pixelsPerMm()) == Grip::Body)
        return selected;
    const std::vector<PlacedMark>& marks = m_session->marks().marks();
    const auto found = std::find_if(marks.rbegin(), marks.rend(),
        [&](const PlacedMark& mark) { return mark.page() == point->page && covers(mark.placed.placement, point->mm); });
    return found == marks.rend() ? nullptr : &*found;
}

bool DocumentView::takeHold(QPoint position)
{
    const PlacedMark* mark = selectedMark();
    std::optional<Grip> grip;
    if (mark)
        grip = gripAt(mark->placed.placement, mmOnPage(mark->page(), position), pixelsPerMm());
    if (!grip || grip == Grip::Body) {
        mark = markAt(position);
        if (!mark)
            return false;
        grip = Grip::Body;
    }
    const MarkId id = mark->id;
    Carrying carrying;
    carrying.id = id;
    carrying.seal = mark->placed.seal;
    carrying.part = mark->placed.part;
    carrying.grip = *grip;
    carrying.start = carrying.now = mark->placed.placement;
    carrying.holdMm = mmOnPage(mark->page(), position) - mark->placed.placement.centreMm;
    carrying.pressedAt = position;
    m_session->marks().select(id);
    m_carrying = std::move(carrying);
    return true;
}

void DocumentView::mousePressEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    if (!m_layout)
        return;
    m_scrolling.stop();
    m_fields->hide();
    if (event->button() == Qt::LeftButton && takeHold(position))
        return;
    if (event->button() == Qt::LeftButton)
        m_session->marks().select(std::nullopt);
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        m_panningFrom = position;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
}

void DocumentView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    m_pointer = position;
    m_modifiers = event->modifiers();
    if (m_panningFrom) {
        const QPoint by = position - *m_panningFrom;
        m_panningFrom = position;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    if (m_carrying && m_carrying->id) {
        if (!m_carrying->moving
            && (position - m_carrying->pressedAt).manhattanLength() >= QApplication::startDragDistance())
            startCarrying();
        if (m_carrying->moving)
            carry(position, event->modifiers());
        return;
    }
    updateCursor(position);
    if (!selectedMark()) {
        const std::optional<PagePoint> point = pagePointAt(position);
        const auto mm = [](double value) { return QLocale().toString(qRound(value)); };
        say(point ? tr("page %1: %2 mm from left, %3 mm from top")
                        .arg(QLocale().toString(point->page + 1), mm(point->mm.x()), mm(point->mm.y()))
                  : QString());
    }
}

void DocumentView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panningFrom) {
        m_panningFrom.reset();
        updateCursor(event->position().toPoint());
    } else if (m_carrying && m_carrying->id && event->button() == Qt::LeftButton) {
        putDown();
    }
}

void DocumentView::mouseDoubleClickEvent(QMouseEvent* event) { mousePressEvent(event); }

void DocumentView::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    if (m_carrying && m_carrying->id && event->reason() == Qt::ActiveWindowFocusReason)
        stopCarrying();
}

void DocumentView::updateCursor(QPoint position)
{
    if (const PlacedMark* const mark = selectedMark()) {
        const auto grip = gripAt(mark->placed.placement, mmOnPage(mark->page(), position), pixelsPerMm());
        if (grip) {
            viewport()->setCursor(cursorFor(*grip, mark->placed.placement.rotationDegrees));
            return;
        }
    }
    viewport()->setCursor(m_layout && markAt(position) ? Qt::SizeAllCursor : Qt::ArrowCursor);
}

// ---- carrying a mark

void DocumentView::startCarrying()
{
    m_carrying->moving = true;
    m_carrying->ghost = new MarkItem(m_pictures, { m_carrying->seal, m_carrying->now, m_carrying->part });
    m_carrying->ghost->setZValue(10);
    m_carrying->ghost->setPixelsPerMm(pixelsPerMm());
    m_scene.addItem(m_carrying->ghost);
    m_edgeTimer.start();
    showSelection();
}

void DocumentView::carry(QPoint position, Qt::KeyboardModifiers modifiers)
{
    m_pointer = position;
    if (m_carrying->grip == Grip::Body)
        carryBody(position, modifiers);
    else
        carryGrip(position, modifiers);
    viewport()->update(); // guides and labels reach beyond the ghost
}

void DocumentView::carryBody(QPoint position, Qt::KeyboardModifiers modifiers)
{
    Carrying& carrying = *m_carrying;
    const std::optional<PagePoint> point = pagePointAt(position);
    if (!point)
        return refuse(position, tr("A seal can only be put on a page."));
    const pdf::PageGeometry& page = m_session->page(point->page);
    pdf::Placement wanted = carrying.start;
    wanted.page = point->page;
    wanted.centreMm = point->mm - carrying.holdMm;
    if (!fits(wanted, page))
        return refuse(position, tr("The seal is larger than this page."));

    carrying.allowed = true;
    carrying.guides.clear();
    carrying.now = heldOnPage(wanted, page);
    const QPointF held = carrying.now.centreMm - wanted.centreMm;
    if (!(modifiers & Qt::ControlModifier)) {
        Snap snap = snapped(carrying.now, page, placementsToSnapTo(point->page), samePlacesElsewhere(point->page),
            kSnapPixels / pixelsPerMm());
        carrying.now = snap.placement;
        carrying.guides = std::move(snap.guides);
    }
    carrying.caution = overlapText({ carrying.seal, carrying.now, carrying.part }, carrying.id);
    if (carrying.caution.isEmpty() && held.manhattanLength() > kHeldMm)
        carrying.caution = tr("It would reach over the page's edge and is held on the page.");
    showGhost(m_layout->pageRect(point->page).topLeft());
}

void DocumentView::carryGrip(QPoint position, Qt::KeyboardModifiers modifiers)
{
    Carrying& carrying = *m_carrying;
    const pdf::PageGeometry& page = m_session->page(carrying.start.page);
    const QPointF pointer = mmOnPage(carrying.start.page, position);
    const pdf::Placement wanted = carrying.grip == Grip::Rotation
        ? turnedTowards(carrying.start, pointer, modifiers & Qt::ShiftModifier ? Rotating::Freely : Rotating::InSteps)
        : pulledTo(carrying.start, carrying.grip, pointer, resizeLimits(carrying.seal));
    if (fits(wanted, page))
        carrying.now = heldOnPage(wanted, page);
    carrying.caution = overlapText({ carrying.seal, carrying.now, carrying.part }, carrying.id);
    showGhost(m_layout->pageRect(carrying.start.page).topLeft());
}

void DocumentView::refuse(QPoint position, const QString& why)
{
    Carrying& carrying = *m_carrying;
    carrying.allowed = false;
    carrying.refusal = why;
    carrying.caution.clear();
    carrying.guides.clear();
    carrying.now = carrying.start;
    carrying.now.centreMm = mapToScene(position) - carrying.holdMm;
    showGhost(QPointF());
}

void DocumentView::showGhost(QPointF sceneOrigin)
{
    Carrying& carrying = *m_carrying;
    carrying.ghost->setPlacement(carrying.now, sceneOrigin);
    carrying.ghost->setLook(!carrying.allowed ? MarkItem::Look::Refused
            : carrying.caution.isEmpty()      ? MarkItem::Look::Carried
                                              : MarkItem::Look::CarriedOver);
    if (carrying.allowed)
        sayWhere({ carrying.seal, carrying.now, carrying.part }, carrying.caution);
    else
        say(carrying.refusal);
}

void DocumentView::putDown()
{
    const Carrying carrying = *m_carrying;
    stopCarrying();
    if (!carrying.moving || !carrying.allowed)
        return;
    if (carrying.id) {
        m_session->changeMark(*carrying.id, carrying.now);
        AccessibleDocument::markChanged(*this, *carrying.id);
    } else if (const std::optional<MarkId> id = m_session->placeSeal(carrying.seal, carrying.now)) {
        m_session->marks().select(id);
        setCurrentPage(carrying.now.page);
    }
}

void DocumentView::stopCarrying()
{
    if (!m_carrying)
        return;
    delete m_carrying->ghost;
    m_carrying.reset();
    m_edgeTimer.stop();
    say({});
    showSelection();
    viewport()->update();
}

std::vector<pdf::Placement> DocumentView::placementsToSnapTo(int page) const
{
    std::vector<pdf::Placement> placements;
    for (const PlacedMark& mark : m_session->marks().onPage(page)) {
        if (!m_carrying || mark.id != m_carrying->id)
            placements.push_back(mark.placed.placement);
    }
    return placements;
}

std::vector<pdf::Placement> DocumentView::samePlacesElsewhere(int page) const
{
    std::vector<pdf::Placement> placements;
    for (const PlacedMark& mark : m_session->marks().marks()) {
        if (mark.page() != page && mark.placed.seal.id == m_carrying->seal.id)
            placements.push_back(mark.placed.placement);
    }
    return placements;
}

void DocumentView::scrollNearEdge(QPoint position)
{
    if (!m_carrying || !m_carrying->moving || m_carrying->grip != Grip::Body)
        return;
    const auto pull = [](int at, int length) {
        if (at < kEdgePixels)
            return at - kEdgePixels;
        return at > length - kEdgePixels ? at - (length - kEdgePixels) : 0;
    };
    const int down = pull(position.y(), viewport()->height());
    const int right = pull(position.x(), viewport()->width());
    if (down == 0 && right == 0)
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::clamp(down, -kEdgePixels, kEdgePixels));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::clamp(right, -kEdgePixels, kEdgePixels));
    carry(position, m_modifiers);
}

// ---- drag and drop

void DocumentView::dragEnterEvent(QDragEnterEvent* event)
{
    const QByteArray id = event->mimeData()->data(seal::kSealMimeType);
    if (id.isEmpty()) {
        event->setAccepted(!pdfFiles(event->mimeData()).isEmpty());
        return;
    }
    const std::optional<seal::Seal> seal = m_sealLookup ? m_sealLookup(QString::fromUtf8(id)) : std::nullopt;
    if (!seal || !m_layout) {
        event->ignore();
        return;
    }
    stopCarrying();
    m_session->marks().select(std::nullopt);
    Carrying carrying;
    carrying.seal = *seal;
    carrying.start = carrying.now = pdf::Placement { 0, {}, seal->sizeMm, 0 };
    m_carrying = std::move(carrying);
    startCarrying();
    carry(event->position().toPoint(), event->modifiers());
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void DocumentView::dragMoveEvent(QDragMoveEvent* event)
{
    if (!m_carrying || m_carrying->id) {
        event->setAccepted(!pdfFiles(event->mimeData()).isEmpty());
        return;
    }
    m_modifiers = event->modifiers();
    carry(event->position().toPoint(), event->modifiers());
    event->setDropAction(m_carrying->allowed ? Qt::CopyAction : Qt::IgnoreAction);
    event->setAccepted(m_carrying->allowed);
}

void DocumentView::dragLeaveEvent(QDragLeaveEvent*)
{
    if (m_carrying && !m_carrying->id)
        stopCarrying();
}

void DocumentView::dropEvent(QDropEvent* event)
{
    if (!m_carrying || m_carrying->id) {
        const QStringList files = pdfFiles(event->mimeData());
        event->setAccepted(!files.isEmpty());
        if (!files.isEmpty())
            Q_EMIT filesDropped(files);
        return;
    }
    carry(event->position().toPoint(), event->modifiers());
    const bool allowed = m_carrying->allowed;
    putDown();
    event->setDropAction(allowed ? Qt::CopyAction : Qt::IgnoreAction);
    event->setAccepted(allowed);
    activateWindow();
    setFocus(Qt::OtherFocusReason);
}

void DocumentView::setSealLookup(SealLookup lookup) { m_sealLookup = std::move(lookup); }

} // namespace bidseal::document
