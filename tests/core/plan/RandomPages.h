#pragma once

#include "core/pdf/Geometry.h"
#include "core/seal/Seal.h"

#include <QRandomGenerator>

#include <vector>

inline double randomNumber(QRandomGenerator& random, double least, double most)
{
    return least + random.generateDouble() * (most - least);
}

/// Pages as documents have them: portrait and landscape, turned, cropped, in other units.
inline bidseal::pdf::PageGeometry randomPage(QRandomGenerator& random)
{
    static const QSizeF sizes[]
        = { { 595, 842 }, { 842, 595 }, { 842, 1191 }, { 612, 792 }, { 420, 595 }, { 1684, 2384 } };
    bidseal::pdf::PageGeometry page;
    page.visibleBox = QRectF(QPointF(random.bounded(-100, 100), random.bounded(-100, 100)), sizes[random.bounded(6)]);
    page.rotation = 90 * random.bounded(4);
    page.userUnit = random.bounded(5) == 0 ? 2.0 : 1.0;
    return page;
}

inline std::vector<bidseal::pdf::PageGeometry> randomPages(QRandomGenerator& random, int count)
{
    std::vector<bidseal::pdf::PageGeometry> pages;
    for (int i = 0; i < count; ++i)
        pages.push_back(randomPage(random));
    return pages;
}

inline std::vector<bidseal::pdf::PageGeometry> a4Pages(int count)
{
    // 210 × 297 mm, exactly.
    return std::vector<bidseal::pdf::PageGeometry>(
        static_cast<std::size_t>(count), { QRectF(0, 0, 210 * 72 / 25.4, 297 * 72 / 25.4), 0, 1.0 });
}

inline bidseal::seal::Seal sealOf(
    double widthMm, double heightMm, bidseal::seal::Kind kind = bidseal::seal::Kind::Company)
{
    QImage picture(20, 20, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    return { QStringLiteral("id"), QStringLiteral("seal"), kind, picture, { widthMm, heightMm } };
}
