#include "ui/document/PageImages.h"

#include <algorithm>

namespace bidseal::document {

namespace {

int costKiB(const QImage& image) { return static_cast<int>(image.sizeInBytes() / 1024) + 1; }

} // namespace

struct PageImages::Drawn {
    QImage picture;
    QImage thumbnail; ///< comes free with a whole page that has none yet
};

QSize thumbnailSize(QSizeF size)
{
    return size.scaled(PageImages::kThumbnailSide, PageImages::kThumbnailSide, Qt::KeepAspectRatio)
        .toSize()
        .expandedTo(QSize(1, 1));
}

PageImages::PageImages(PageWorker& worker, QObject* parent)
    : QObject(parent)
    , m_worker(worker)
    , m_pages(kPageCacheKiB)
    , m_thumbnails(kThumbnailCacheKiB)
{
}

const PageImage* PageImages::page(int index) const { return m_pages.object(index); }

QImage PageImages::thumbnail(int index) const
{
    const QImage* const image = m_thumbnails.object(index);
    return image ? *image : QImage();
}

void PageImages::offer(int index, const QImage& picture)
{
    if (!m_pages.contains(index))
        keep({ index, picture.size(), {}, {} }, { picture, {} });
}

void PageImages::wantPages(std::vector<Wish> wishes)
{
    m_wishes = std::move(wishes);
    next();
}

void PageImages::wantThumbnails(std::vector<std::pair<int, QSizeF>> pagesAndSizes)
{
    m_thumbnailWishes = std::move(pagesAndSizes);
    next();
}

bool PageImages::isThere(const Wish& wish) const
{
    const PageImage* const image = m_pages.object(wish.page);
    if (!image)
        return false;
    if (image->failed)
        return true;
    return wish.clip.isEmpty() ? image->whole.size() == wish.size : image->hasDetail(wish.size, wish.needed);
}

void PageImages::next()
{
    if (m_busy)
        return;
    for (const Wish& wish : m_wishes) {
        if (!isThere(wish))
            return draw(wish);
    }
    for (const auto& [page, size] : m_thumbnailWishes) {
        if (!m_thumbnails.contains(page))
            return drawThumbnail(page, thumbnailSize(size));
    }
}

void PageImages::draw(const Wish& wish)
{
    m_busy = true;
    const bool wantsThumbnail = wish.clip.isEmpty() && !m_thumbnails.contains(wish.page);
    m_worker.run(
        PageWorker::Priority::Now, this,
        [wish, wantsThumbnail](PageSource& source) {
            Drawn drawn { source.render(wish.page, wish.size, wish.clip), {} };
            if (wantsThumbnail && !drawn.picture.isNull())
                drawn.thumbnail
                    = drawn.picture.scaled(thumbnailSize(wish.size), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            return drawn;
        },
        [this, wish](Drawn drawn) {
            m_busy = false;
            keep(wish, std::move(drawn));
            next();
        });
}

void PageImages::drawThumbnail(int page, QSize size)
{
    m_busy = true;
    m_worker.run(
        PageWorker::Priority::Soon, this, [page, size](PageSource& source) { return source.render(page, size); },
        [this, page](const QImage& image) {
            m_busy = false;
            keepThumbnail(page, image);
            next();
        });
}

void PageImages::keep(const Wish& wish, Drawn drawn)
{
    const PageImage* const before = m_pages.object(wish.page);
    auto image = std::make_unique<PageImage>(before ? *before : PageImage());
    image->failed = drawn.picture.isNull();
    if (wish.clip.isEmpty()) {
        image->whole = std::move(drawn.picture);
        image->detail = {};
        image->detailSize = {};
    } else {
        image->detail = std::move(drawn.picture);
        image->detailRect = wish.clip;
        image->detailSize = wish.size;
    }
    const int cost = costKiB(image->whole) + costKiB(image->detail);
    m_pages.insert(wish.page, image.release(), cost);
    if (!drawn.thumbnail.isNull())
        keepThumbnail(wish.page, drawn.thumbnail);
    Q_EMIT pageReady(wish.page);
}

void PageImages::keepThumbnail(int page, const QImage& image)
{
    QImage kept = image;
    if (kept.isNull()) { // so that a page that cannot be drawn is not asked for again and again
        kept = QImage(1, 1, QImage::Format_RGB32);
        kept.fill(Qt::white);
    }
    m_thumbnails.insert(page, new QImage(kept), costKiB(kept));
    Q_EMIT thumbnailReady(page);
}

} // namespace bidseal::document
