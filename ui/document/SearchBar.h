#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace bidseal::document {

class DocumentSearch;
class DocumentView;

/// The field for finding text, with "3 of 17" and the way from match to match.
class SearchBar : public QWidget {
    Q_OBJECT
public:
    SearchBar(DocumentSearch& search, DocumentView& view, QWidget* parent = nullptr);

    /// Focuses the field and selects what is in it (Ctrl+F).
    void start();

    QToolButton* nextButton() const { return m_next; }
    QToolButton* previousButton() const { return m_previous; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void showState();
    void showCurrent();

    DocumentSearch& m_search;
    DocumentView& m_view;
    QLineEdit* m_field = nullptr;
    QLabel* m_count = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QTimer* m_typing = nullptr;
};

} // namespace bidseal::document
