#include "ui/seal/SealPictures.h"

namespace bidseal::seal {

namespace {

constexpr int kCacheKiB = 32 * 1024;
constexpr qint64 kQuickPixels = 2'000'000; // a few milliseconds

QImage smoothlyScaled(const QImage& picture, QSize pixels)
{
    return picture.convertToFormat(QImage::Format_ARGB32_Premultiplied)
        .scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

SealPictures::SealPictures(QObject* parent)
    : QObject(parent)
    , m_scaled(kCacheKiB)
{
}

QImage SealPictures::scaled(const QImage& picture, QSize pixels)
{
    if (picture.isNull() || pixels.isEmpty())
        return {};
    const Key key(picture.cacheKey(), std::pair(pixels.width(), pixels.height()));
    if (const QImage* const known = m_scaled.object(key))
        return *known;
    const auto keep = [this, key](const QImage& image) {
        m_scaled.insert(key, new QImage(image), static_cast<int>(image.sizeInBytes() / 1024) + 1);
    };
    const qint64 work = qint64(picture.width()) * picture.height() + qint64(pixels.width()) * pixels.height();
    if (work <= kQuickPixels) {
        const QImage image = smoothlyScaled(picture, pixels);
        keep(image);
        return image;
    }
    if (!m_underWay.contains(key)) {
        m_underWay.insert(key);
        tasks::BackgroundTask::run(
            this, [picture, pixels](std::stop_token) { return smoothlyScaled(picture, pixels); },
            [this, key, keep](const QImage& image) {
                m_underWay.remove(key);
                keep(image);
                Q_EMIT ready();
            });
    }
    return picture;
}

} // namespace bidseal::seal
