#pragma once

#include "ui/tasks/BackgroundTask.h"

#include <QCache>
#include <QImage>
#include <QSet>

namespace bidseal::seal {

/// Seals' pictures brought to the size in which they are painted, kept for the next time. Large ones are scaled off the
/// GUI thread; until then the painter's rough scaling must do.
class SealPictures : public QObject {
    Q_OBJECT
public:
    explicit SealPictures(QObject* parent = nullptr);

    /// In `pixels` exactly, or the picture itself while the scaled one is not ready yet.
    [[nodiscard]] QImage scaled(const QImage& picture, QSize pixels);

Q_SIGNALS:
    void ready(); ///< paint again

private:
    using Key = std::pair<qint64, std::pair<int, int>>; ///< QImage::cacheKey(), width, height

    QCache<Key, QImage> m_scaled;
    QSet<Key> m_underWay;
};

} // namespace bidseal::seal
