#pragma once

#include "ui/document/DocumentSession.h"

#include <QPointer>
#include <QPolygonF>

#include <map>

namespace bidseal::document {

/// Where a text was found.
struct Match {
    int page = 0;
    int start = 0; ///< in the page's raw text
    int length = 0;
};

/// Finds a text in the whole document: sweeps its pages on the worker, the page in sight first, and tells about what it
/// has found so far. Capital letters, white space between Chinese characters and the radicals' look-alikes do not
/// matter.
class DocumentSearch : public QObject {
    Q_OBJECT
public:
    explicit DocumentSearch(QObject* parent = nullptr);
    ~DocumentSearch() override;

    void setSession(DocumentSession* session);

    /// Starts anew; an empty text clears. The first match at or behind `fromPage` becomes the current one.
    void find(const QString& text, int fromPage);
    void next();
    void previous();
    void cancel(); ///< keeps what was found
    void clear();

    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] int sweptPages() const { return m_sweptPages; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int currentNumber() const; ///< as people count: 1 … count(); 0 without a match
    [[nodiscard]] std::optional<Match> current() const { return m_current; }
    /// Upright rectangles in mm of the visible page, as far as they are known; asks for them where they are not.
    [[nodiscard]] std::vector<QRectF> highlights(int page);
    [[nodiscard]] std::vector<QRectF> currentHighlight();

Q_SIGNALS:
    void resultsChanged(); ///< count, progress
    void currentChanged();
    void highlightsChanged(int page);
    void finished(); ///< all pages swept, or cancelled

private:
    struct Sweep;
    struct PageMatches;
    void sweepSome();
    void take(int page, std::vector<Match> matches);
    void setCurrent(std::optional<Match> match);
    void step(int direction);
    void askForAreas(int page);

    QPointer<DocumentSession> m_session;
    QString m_text;
    std::shared_ptr<Sweep> m_sweep;
    std::map<int, PageMatches> m_matches;
    std::optional<Match> m_current;
    int m_fromPage = 0;
    int m_sweptPages = 0;
    int m_count = 0;
    bool m_running = false;
};

} // namespace bidseal::document
