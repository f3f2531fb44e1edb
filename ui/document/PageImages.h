#pragma once

#include "ui/document/PageSource.h"

#include <QCache>
#include <QObject>

#include <vector>

namespace bidseal::document {

/// What is there of a page's picture.
struct PageImage {
    QImage whole; ///< all of the page, perhaps at another size than is wanted now
    QImage detail; ///< a part of it, where the whole would be too large
    QRect detailRect; ///< in pixels of a page of detailSize
    QSize detailSize;
    bool failed = false; ///< the page cannot be drawn

    [[nodiscard]] bool hasDetail(QSize size, QRect part) const
    {
        return detailSize == size && detailRect.contains(part);
    }
};

/// Pictures of pages: asks the worker for one at a time, what is wanted most first, and keeps a bounded number of them.
/// A wish that is not repeated is forgotten: pages that were only scrolled past are never drawn.
class PageImages : public QObject {
    Q_OBJECT
public:
    static constexpr int kPageCacheKiB = 96 * 1024;
    static constexpr int kThumbnailCacheKiB = 24 * 1024;
    static constexpr int kThumbnailSide = 240; ///< pixels of the longer side

    struct Wish {
        int page = 0;
        QSize size; ///< of the whole page in device pixels
        QRect clip; ///< the part wanted; empty for all of it
        QRect needed; ///< what of the clip must be there; the rest is for the next bit of scrolling
    };

    PageImages(PageWorker& worker, QObject* parent = nullptr);

    /// Null where there is none yet.
    [[nodiscard]] const PageImage* page(int index) const;
    [[nodiscard]] QImage thumbnail(int index) const;

    /// A picture of a page that came some other way; kept while there is no better one.
    void offer(int index, const QImage& picture);
    /// Replace what was wanted before; the first is the most urgent.
    void wantPages(std::vector<Wish> wishes);
    void wantThumbnails(std::vector<std::pair<int, QSizeF>> pagesAndSizes);

    [[nodiscard]] int cachedKiB() const { return m_pages.totalCost() + m_thumbnails.totalCost(); }

Q_SIGNALS:
    void pageReady(int index);
    void thumbnailReady(int index);

private:
    struct Drawn;
    void next();
    bool isThere(const Wish& wish) const;
    void draw(const Wish& wish);
    void drawThumbnail(int page, QSize size);
    void keep(const Wish& wish, Drawn drawn);
    void keepThumbnail(int page, const QImage& image);

    PageWorker& m_worker;
    QCache<int, PageImage> m_pages;
    QCache<int, QImage> m_thumbnails;
    std::vector<Wish> m_wishes;
    std::vector<std::pair<int, QSizeF>> m_thumbnailWishes;
    bool m_busy = false;
};

/// `size` made to fit a square of PageImages::kThumbnailSide.
[[nodiscard]] QSize thumbnailSize(QSizeF size);

} // namespace bidseal::document
