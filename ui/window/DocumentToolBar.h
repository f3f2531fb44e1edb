#pragma once

#include "ui/style/Icons.h"

#include <QToolBar>

class QLabel;
class QMenu;
class QPushButton;
class QSpinBox;
class QToolButton;
class QUndoGroup;

namespace bidseal::document {
class DocumentSearch;
class DocumentView;
class SearchBar;
} // namespace bidseal::document

namespace bidseal::environment {
class SelfCheckModel;
}

namespace bidseal::signing {
class KeyWatch;
}

namespace bidseal::window {

/// The one toolbar: open, undo, zoom, pages, find, the self-check's shield, the key that is plugged in, and the one
/// primary action at its end.
class DocumentToolBar : public QToolBar {
    Q_OBJECT
public:
    struct Partners {
        document::DocumentView& view;
        document::DocumentSearch& search;
        QUndoGroup& undo;
        signing::KeyWatch& keys;
        environment::SelfCheckModel& selfCheck;
    };
    DocumentToolBar(Partners partners, QWidget* parent = nullptr);

    /// Shown when "Open" is held; filled by the window.
    [[nodiscard]] QMenu& recentMenu() { return *m_recentMenu; }
    void setDocumentOpen(bool open);
    void focusPageField();
    void focusSearch();
    [[nodiscard]] QPushButton* signButton() { return m_sign; }

Q_SIGNALS:
    void openRequested();
    void signRequested();
    void selfCheckRequested();
    void helpRequested();

protected:
    void actionEvent(QActionEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QAction* add(style::Glyph glyph, const QString& text, const QKeySequence& shortcut);
    void addOpen();
    void addUndo();
    void addZoom();
    void addPages();
    void addEnd();
    void showZoom();
    void showPage();
    void makeRoom();
    [[nodiscard]] int widthWith(const QList<QAction*>& absent) const;

    Partners m_partners;
    QMenu* m_recentMenu = nullptr;
    QToolButton* m_open = nullptr;
    QToolButton* m_zoom = nullptr;
    QSpinBox* m_page = nullptr;
    QLabel* m_pageCount = nullptr;
    document::SearchBar* m_search = nullptr;
    QPushButton* m_sign = nullptr;
    QList<QAction*> m_documentActions;
    QList<QList<QAction*>> m_dispensable; ///< what goes together from a narrow window, the first one first
    QList<QAction*> m_exactZoom;
    bool m_isDocumentOpen = false;
};

} // namespace bidseal::window
