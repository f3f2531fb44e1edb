#pragma once

#include "core/base/Result.h"

#include <QDate>
#include <QImage>
#include <QSizeF>

#include <memory>
#include <vector>

namespace bidseal::seal {

enum class Kind {
    Company, ///< 公章
    LegalRepresentative, ///< 法定代表人名章
    Personal, ///< 个人私章
    Contract, ///< 合同专用章
    Finance, ///< 财务专用章
    Invoice, ///< 发票专用章
    Handwriting, ///< 手写签名
    Date, ///< 日期章
    Other,
};

/// By which files name a kind: "legal-representative".
[[nodiscard]] QString kindName(Kind kind);
/// A name that a later version may know is Other here.
[[nodiscard]] Kind kindNamed(const QString& name);
/// Every kind there is, in the order in which people are offered them.
[[nodiscard]] const std::vector<Kind>& allKinds();

/// How large a seal of a kind may be made, in mm of its longer side. Registration practice differs between places:
/// these are the outer limits, `usual` is offered first.
struct SizeLimits {
    double smallest = 0, usual = 0, largest = 0;
};
[[nodiscard]] SizeLimits sizeLimits(Kind kind);

/// Whether a seal can be that large at all: 3 to 200 mm a side.
[[nodiscard]] bool isPossible(QSizeF sizeMm);

/// A certificate that a seal may be used with.
struct EnrolledCertificate {
    QString fingerprint; ///< SHA-256 of the certificate, lower-case hex
    QString holder; ///< as the certificate names it

    friend bool operator==(const EnrolledCertificate&, const EnrolledCertificate&) = default;
};

/// A seal's picture and its true size. A value; copies share the picture.
struct Seal {
    QString id; ///< of the library's entry; stable
    QString name; ///< as its owner calls it: "公章"
    Kind kind = Kind::Other;
    QImage picture; ///< ARGB32, alpha kept
    QSizeF sizeMm;
    QString holder {}; ///< whose seal it is, as their certificate names them; empty: not known
    std::vector<EnrolledCertificate> certificates {}; ///< that it may be used with; empty: any of its holder's
    QDate validFrom {}, validUntil {}; ///< both days included; a null one is no limit
    QDate day {}; ///< of a date seal: the day that it shows
};

/// Whether the seal may be used on a day.
[[nodiscard]] bool isInForce(const Seal& seal, const QDate& day);

/// A PNG with alpha. `sizeMm`: if only one side is positive the other follows from the picture's proportions.
/// Errors: FileNotFound, FileNotReadable, SealPictureUnreadable (not a PNG, larger than 8 000 × 8 000 pixels, nothing
/// to be seen), SealSizeInvalid (outside 3–200 mm).
[[nodiscard]] Result<Seal> loadSeal(const QString& path, const QString& name, Kind kind, QSizeF sizeMm);

/// What a file's name suggests: "法人章.png" is a legal representative's. Other where it says nothing.
[[nodiscard]] Kind guessKind(const QString& fileName);

} // namespace bidseal::seal
