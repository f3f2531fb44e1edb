#pragma once

#include "core/base/Result.h"

#include <QImage>
#include <QSizeF>

#include <memory>

namespace bidseal::seal {

enum class Kind {
    Company, ///< 公章
    LegalRepresentative, ///< 法定代表人章
    Contract, ///< 合同专用章
    Finance, ///< 财务专用章
    Date, ///< 日期章
    Other,
};

/// How large a seal of a kind may be made, in mm of its longer side. Registration practice differs between places:
/// these are the outer limits, `usual` is offered first.
struct SizeLimits {
    double smallest = 0, usual = 0, largest = 0;
};
[[nodiscard]] SizeLimits sizeLimits(Kind kind);

/// A seal's picture and its true size. A value; copies share the picture.
struct Seal {
    QString id; ///< of the library's entry; stable
    QString name; ///< as its owner calls it: "公章"
    Kind kind = Kind::Other;
    QImage picture; ///< ARGB32, alpha kept
    QSizeF sizeMm;
    QString holder {}; ///< of the certificate that it was enrolled for, as that certificate names it; empty: not known
};

/// A PNG with alpha. `sizeMm`: if only one side is positive the other follows from the picture's proportions.
/// Errors: FileNotFound, FileNotReadable, SealPictureUnreadable (not a PNG, larger than 8 000 × 8 000 pixels, nothing
/// to be seen), SealSizeInvalid (outside 3–200 mm).
[[nodiscard]] Result<Seal> loadSeal(const QString& path, const QString& name, Kind kind, QSizeF sizeMm);

/// What a file's name suggests: "法人章.png" is a legal representative's. Other where it says nothing.
[[nodiscard]] Kind guessKind(const QString& fileName);

} // namespace bidseal::seal
