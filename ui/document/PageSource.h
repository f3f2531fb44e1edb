#pragma once

#include "core/base/Secret.h"
#include "core/text/TextFolding.h"
#include "ui/tasks/SerialWorker.h"

#include <QCache>
#include <QImage>
#include <QPolygonF>
#include <QString>

#include <memory>
#include <set>

QT_BEGIN_NAMESPACE
class QPdfDocument;
QT_END_NAMESPACE

namespace bidseal::pdf {
class FlatPages;
}

namespace bidseal::document {

/// The pages' pixels and texts, by Qt PDF. Lives on the worker's thread: Qt PDF guards itself with one mutex for the
/// whole process, so that a single call from the GUI thread would wait for the page that is being drawn.
/// Qt PDF never draws signature widgets: pages that carry some are drawn from their flattened form.
class PageSource {
public:
    PageSource(QString path, std::shared_ptr<const Secret> password);
    ~PageSource();

    /// Pages that must be flattened before they are drawn.
    void setFlattened(std::set<int> pages) { m_flattened = std::move(pages); }

    /// The first page, `width` pixels wide, before anybody knows how large it is to be shown.
    [[nodiscard]] QImage firstPage(int width);
    /// Takes everything down; on the worker's thread, where it was made.
    void close();

    /// `size`: of the whole page in pixels; `clip`: the part wanted, empty for all of it. White paper. Null where the
    /// page cannot be drawn.
    [[nodiscard]] QImage render(int page, QSize size, QRect clip = {});
    [[nodiscard]] QString text(int page);
    /// Kept for the next search, as long as not too many are.
    [[nodiscard]] const text::FoldedText& foldedText(int page);
    /// Where a part of text() stands, in the page's user space.
    [[nodiscard]] std::vector<QPolygonF> area(int page, int start, int length);

private:
    struct FlatPage;
    QPdfDocument* document();
    QPdfDocument* drawnDocument(int page, int& pageInIt);
    QPdfDocument* flatPage(int page);

    QString m_path;
    std::shared_ptr<const Secret> m_password;
    std::set<int> m_flattened;
    std::unique_ptr<QPdfDocument> m_document;
    std::unique_ptr<pdf::FlatPages> m_flatPages;
    bool m_flatPagesTried = false;
    std::unique_ptr<FlatPage> m_flatPage;
    QCache<int, text::FoldedText> m_texts; ///< cost: characters
};

/// The thread on which a PageSource lives.
class PageWorker {
public:
    using Priority = tasks::SerialWorker::Priority;

    explicit PageWorker(std::unique_ptr<PageSource> source);
    ~PageWorker();

    /// `work` takes the PageSource& on the worker's thread, `done` what it returned on the GUI thread while `guard`
    /// lives.
    template <class Work, class Done> void run(Priority priority, QObject* guard, Work work, Done done)
    {
        m_worker.run(
            priority, guard, [source = m_source, work = std::move(work)]() mutable { return work(*source); },
            std::move(done));
    }
    void run(Priority priority, std::function<void(PageSource&)> work);

private:
    std::shared_ptr<PageSource> m_source;
    tasks::SerialWorker m_worker;
};

} // namespace bidseal::document
