#pragma once

#include "core/seal/Seal.h"
#include "ui/document/DocumentSession.h"

#include <QGraphicsView>
#include <QPointer>

#include <map>
#include <memory>

namespace bidseal::document {

class DocumentSearch;
class MarkGhost;
class MarkToolStrip;
class PageItem;
class PageLayout;
struct MarkDrag;

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
    [[nodiscard]] int liveItemCount() const { return static_cast<int>(m_items.size()); }

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
    void goToMark(bidseal::document::MarkId id);
    void deleteSelectedMark();
    void copySelectedMarkToPages();

Q_SIGNALS:
    void pageChanged(int index);
    void zoomChanged(double zoom);
    void zoomModeChanged(bidseal::document::DocumentView::ZoomMode mode);
    /// Millimetres under the pointer, where the selected mark stands, why a seal may not go there. Empty clears it.
    void statusText(const QString& text);
    void filesDropped(const QStringList& paths);
    void firstPageShown(); ///< once per session, when the first page's pixels are on the screen

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // what is in sight
    void showSession();
    void layOut();
    void updateVisiblePages();
    void updateCurrentPage();
    void requestImages();
    void showImage(int page);
    PageItem* item(int page) const;

    // zoom
    void applyZoom(double zoom, QPoint anchor);
    void applyZoomMode();
    void setZoomMode(ZoomMode mode);
    void zoomByStep(int direction, QPoint anchor);

    // marks
    void syncMarksOf(int page);
    void showSelection();
    void ensureMarkVisible(MarkId id);
    void nudgeSelected(QPointF mm);
    void resizeSelected(double mm);
    void rotateSelected(double degrees);
    bool selectNextMark(int direction);
    bool markKeyPressed(QKeyEvent* event);
    bool pageKeyPressed(QKeyEvent* event);

    // gestures
    bool beginMarkDrag(QMouseEvent* event);
    void continueMarkDrag(QPoint position, Qt::KeyboardModifiers modifiers);
    void finishMarkDrag();
    void cancelMarkDrag();
    void continueSealDrag(QPoint position, QDropEvent* event);
    void endSealDrag();
    void autoScroll(QPoint position);
    void updateCursor(QPoint position);
    void say(const QString& text);

    QGraphicsScene m_scene;
    QPointer<DocumentSession> m_session;
    QPointer<DocumentSearch> m_search;
    SealLookup m_sealLookup;
    std::unique_ptr<PageLayout> m_layout;
    std::map<int, PageItem*> m_items;
    std::unique_ptr<MarkDrag> m_drag;
    MarkGhost* m_ghost = nullptr;
    MarkToolStrip* m_toolStrip = nullptr;
    QTimer* m_imageTimer = nullptr;
    QTimer* m_autoScroll = nullptr;
    double m_zoom = 1.0;
    ZoomMode m_zoomMode = ZoomMode::FitWidth;
    int m_currentPage = -1;
    bool m_panning = false;
    QPoint m_panStart;
    bool m_firstPageShown = false;
};

} // namespace bidseal::document
