#pragma once

#include "ui/document/DocumentSession.h"
#include "ui/document/MarkGesture.h"
#include "ui/seal/SealPictures.h"

#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>

#include <map>
#include <memory>
#include <set>

namespace bidseal::document {

class DocumentSearch;
class MarkFields;
class MarkItem;
class MarkToolStrip;
class PageItem;
class PageLayout;

/// The pages one below the other, with the marks on them. Only the pages in sight and their neighbours exist as items;
/// the scene is measured in millimetres.
class DocumentView : public QGraphicsView {
    Q_OBJECT
public:
    enum class ZoomMode { Free, FitWidth, FitPage };
    using SealLookup = std::function<std::optional<seal::Seal>(const QString& id)>;

    static constexpr double kSmallestZoom = 0.1;
    static constexpr double kLargestZoom = 8.0;

    explicit DocumentView(QWidget* parent = nullptr);
    ~DocumentView() override;

    /// Null shows nothing. The view does not own it.
    void setSession(DocumentSession* session);
    [[nodiscard]] DocumentSession* session() const { return m_session; }
    /// Highlights what the search has found. The view does not own it.
    void setSearch(DocumentSearch* search);
    /// Finds the seal that a drop names.
    void setSealLookup(SealLookup lookup);

    [[nodiscard]] double zoom() const { return m_zoom; } ///< 1.0: a millimetre is a millimetre at the screen's own dpi
    [[nodiscard]] ZoomMode zoomMode() const { return m_zoomMode; }
    [[nodiscard]] int currentPage() const { return m_currentPage; } ///< index; -1 without a document
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] double pixelsPerMm() const;
    /// How many pages exist as items just now.
    [[nodiscard]] int liveItemCount() const { return static_cast<int>(m_pages.size()); }

    /// Of the viewport's position: which page, and where on it in mm.
    struct PagePoint {
        int page = -1;
        QPointF mm;
    };
    [[nodiscard]] std::optional<PagePoint> pagePointAt(QPoint viewportPosition) const;
    [[nodiscard]] QPoint viewportPositionOf(int page, QPointF mm) const;
    [[nodiscard]] QRect viewportRectOf(int page) const;
    [[nodiscard]] QRect viewportRectOf(const pdf::Placement& placement) const;

    /// In the middle of the current page, selected.
    void placeInMiddle(const seal::Seal& seal);

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void setZoom(double zoom);
    void fitWidth();
    void fitPage();
    void goToPage(int index);
    void goToRect(int page, const QRectF& mm);
    void goToMark(bidseal::document::MarkId id);
    void deleteSelectedMark();
    void copySelectedMarkToPages();
    /// Its place and size as numbers, beside it.
    void editSelectedMark();
    /// With the mark that was placed before it on its page, or else the first one behind it.
    void alignSelectedMark(bidseal::document::Alignment alignment);

Q_SIGNALS:
    void pageChanged(int index);
    void zoomChanged(double zoom);
    void zoomModeChanged(bidseal::document::DocumentView::ZoomMode mode);
    /// Millimetres under the pointer, where the selected mark stands, why a seal may not go there. Empty clears it.
    void statusText(const QString& text);
    void filesDropped(const QStringList& paths);
    /// Somebody should ask for the pages.
    void copyToPagesRequested(bidseal::document::MarkId id);
    void firstPageShown(); ///< once per session, when the first page's pixels are on the screen

protected:
    bool focusNextPrevChild(bool next) override;
    bool viewportEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// A mark on its way: one that stands on a page already, or a seal that comes from the palette.
    struct Carrying {
        std::optional<MarkId> id;
        seal::Seal seal;
        QRectF part { 0, 0, 1, 1 };
        Grip grip = Grip::Body;
        pdf::Placement start, now;
        QPointF holdMm; ///< from the mark's centre to where it was taken hold of
        QPoint pressedAt;
        bool moving = false;
        bool allowed = true;
        std::vector<QLineF> guides; ///< in mm of the page
        QString refusal; ///< why it may not be put here
        QString caution; ///< it may, but somebody should know
        MarkItem* ghost = nullptr;
    };

    // what is in sight
    void showSession();
    void updateVisiblePages();
    void addPage(int page);
    void removePage(int page);
    void updateCurrentPage();
    void setCurrentPage(int page);
    void requestImages();
    void showHighlights(int page);
    [[nodiscard]] QRectF visibleScene() const;
    [[nodiscard]] std::vector<int> pagesInSight() const;

    // zoom and scrolling
    void applyZoom(double zoom, QPoint anchor);
    void applyZoomMode();
    void setZoomMode(ZoomMode mode);
    void zoomByStep(int direction, QPoint anchor);
    void scrollBy(int pixels);
    void centreHorizontally();

    // marks
    void syncMarks();
    void syncMarks(int page);
    void showSelection();
    [[nodiscard]] const PlacedMark* neighbour(const PlacedMark& mark) const;
    /// Which other seal it covers, in a sentence; empty where it covers none.
    [[nodiscard]] QString overlapText(const seal::PlacedSeal& placed, std::optional<MarkId> self) const;
    void placeToolStrip();
    void ensureVisible(const pdf::Placement& placement);
    [[nodiscard]] const PlacedMark* selectedMark() const;
    [[nodiscard]] const PlacedMark* markAt(QPoint position) const;
    void changeSelected(const std::function<void(pdf::Placement&, const seal::Seal&)>& change, UndoStep step);
    bool selectNextMark(int direction);
    bool markKeyPressed(QKeyEvent* event);
    bool zoomKeyPressed(QKeyEvent* event);
    bool pageKeyPressed(QKeyEvent* event);

    // gestures
    bool takeHold(QPoint position);
    void startCarrying();
    void carry(QPoint position, Qt::KeyboardModifiers modifiers);
    void carryBody(QPoint position, Qt::KeyboardModifiers modifiers);
    void carryGrip(QPoint position, Qt::KeyboardModifiers modifiers);
    void refuse(QPoint position, const QString& why);
    void showGhost(QPointF sceneOrigin);
    void putDown();
    void stopCarrying();
    void scrollNearEdge(QPoint position);
    void updateCursor(QPoint position);
    [[nodiscard]] QPointF mmOnPage(int page, QPoint viewportPosition) const;
    [[nodiscard]] std::vector<pdf::Placement> placementsToSnapTo(int page) const;
    [[nodiscard]] std::vector<pdf::Placement> samePlacesElsewhere(int page) const;
    void say(const QString& text);
    void sayWhere(const seal::PlacedSeal& placed, const QString& caution);
    void sayWhere(const PlacedMark& mark);

    QGraphicsScene m_scene;
    seal::SealPictures m_pictures;
    QPointer<DocumentSession> m_session;
    QPointer<DocumentSearch> m_search;
    SealLookup m_sealLookup;
    std::unique_ptr<PageLayout> m_layout;
    std::map<int, PageItem*> m_pages;
    std::multimap<int, std::pair<MarkId, MarkItem*>> m_marks; ///< by page, of the pages that exist as items
    std::set<int> m_stalePages; ///< whose marks have changed since they were shown
    std::optional<Carrying> m_carrying;
    MarkToolStrip* m_toolStrip = nullptr;
    MarkFields* m_fields = nullptr;
    QTimer m_imageTimer;
    QTimer m_edgeTimer;
    QVariantAnimation m_scrolling;
    QPoint m_pointer;
    Qt::KeyboardModifiers m_modifiers;
    double m_zoom = 1.0;
    ZoomMode m_zoomMode = ZoomMode::FitWidth;
    int m_currentPage = -1;
    bool m_jumping = false; ///< goToPage() says which page is current, not the scroll bar
    std::optional<QPoint> m_panningFrom;
    QString m_said;
    bool m_firstPageShown = false;
};

} // namespace bidseal::document
