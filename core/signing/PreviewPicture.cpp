#include "core/signing/PreviewPicture.h"

#include "core/base/Log.h"
#include "core/pdf/FlatPages.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Outside of every namespace, as Qt wants it.
static void initialiseSigningResources() { Q_INIT_RESOURCE(signing); }

namespace bidseal::signing {

namespace {

QImage markPicture()
{
    initialiseSigningResources();
    return QImage(u":/signing/preview-mark.png"_s);
}

/// The page by itself, opened and decrypted by libqpdf: so Qt PDF needs no password, and shows earlier signatures.
Result<QByteArray> pageByItself(const SigningRequest& request, int page)
{
    const auto pages = pdf::FlatPages::open(
        request.source, request.documentPassword.isEmpty() ? nullptr : &request.documentPassword);
    if (!pages)
        return failure(pages.error());
    return (*pages)->page(page);
}

QImage drawnPage(QByteArray pdf, QSize size)
{
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() == 0)
        return {};
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    const QImage ink = document.render(0, size, options);
    if (ink.isNull())
        return {};
    QImage paper(size, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, ink);
    return paper;
}

/// Empty where it cannot be made small enough.
QByteArray jpegOf(const QImage& picture)
{
    for (const int quality : { 75, 40, 10 }) {
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        buffer.open(QIODevice::WriteOnly);
        if (picture.save(&buffer, "jpg", quality) && jpeg.size() <= PreviewPicture::kLargestJpeg)
            return jpeg;
    }
    return {};
}

} // namespace

PreviewPicture::PreviewPicture()
    : m_mark(markPicture())
{
}

QByteArray PreviewPicture::draw(const SigningRequest& request, int page, const pdf::PageGeometry& geometry)
{
    const auto failed = [&](const QString& why) {
        qCWarning(logFlow).noquote() << "no preview of page" << page + 1 << why;
        return QByteArray();
    };
    const QSizeF sizeMm = geometry.visibleSizeMm();
    if (sizeMm.isEmpty())
        return failed(u"without size"_s);
    const QSize size = sizeMm.scaled(kLargestSide, kLargestSide, Qt::KeepAspectRatio).toSize().expandedTo({ 1, 1 });
    auto pdf = pageByItself(request, page);
    if (!pdf)
        return failed(logText(pdf.error()));
    QImage paper = drawnPage(std::move(*pdf), size);
    if (paper.isNull())
        return failed(u"that Qt PDF cannot draw"_s);
    drawSeals(paper, request.seals, page, size.width() / sizeMm.width());
    QPainter(&paper).drawImage(0, 0, m_mark);
    return jpegOf(paper);
}

void PreviewPicture::drawSeals(QImage& paper, const std::vector<seal::PlacedSeal>& seals, int page, double pixelsPerMm)
{
    QPainter painter(&paper);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (const auto& placed : seals) {
        const auto& place = placed.placement;
        if (place.page != page)
            continue;
        const QSizeF size = place.sizeMm * pixelsPerMm;
        painter.save();
        painter.translate(place.centreMm * pixelsPerMm);
        painter.rotate(place.rotationDegrees);
        painter.drawImage(QRectF(QPointF(-size.width() / 2, -size.height() / 2), size),
            scaled(placed.seal.picture, size.toSize().expandedTo({ 1, 1 })));
        painter.restore();
    }
}

const QImage& PreviewPicture::scaled(const QImage& picture, QSize size)
{
    auto& known = m_scaledSeals[{ picture.cacheKey(), size }];
    if (known.isNull())
        known = picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return known;
}

} // namespace bidseal::signing
