#pragma once

#include "core/pdf/Geometry.h"
#include "core/signing/SigningFlow.h"

#include <QHash>
#include <QImage>

namespace bidseal::signing {

/// Draws small pictures of pages with the seals where they will stand, each marked as a preview. Reading them is not
/// the point: they show which document it is and roughly where a seal goes. Needs no QGuiApplication.
class PreviewPicture {
public:
    static constexpr int kLargestSide = 160; ///< pixels
    static constexpr int kLargestJpeg = 32'768; ///< bytes

    PreviewPicture();

    /// A JPEG of one page (the first is 0). Empty where it cannot be drawn: the log says why.
    [[nodiscard]] QByteArray draw(const SigningRequest& request, int page, const pdf::PageGeometry& geometry);

private:
    void drawSeals(QImage& paper, const std::vector<seal::PlacedSeal>& seals, int page, double pixelsPerMm);
    [[nodiscard]] const QImage& scaled(const QImage& picture, QSize size);

    QImage m_mark; ///< 预览
    QHash<std::pair<qint64, QSize>, QImage> m_scaledSeals; ///< the same few stand on hundreds of documents
};

} // namespace bidseal::signing
