#include "core/seal/Seal.h"

#include "core/seal/SealPicture.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::seal {

namespace {

constexpr std::pair<Kind, QLatin1StringView> kKindNames[] = {
    { Kind::Company, "company"_L1 },
    { Kind::LegalRepresentative, "legal-representative"_L1 },
    { Kind::Personal, "personal"_L1 },
    { Kind::Contract, "contract"_L1 },
    { Kind::Finance, "finance"_L1 },
    { Kind::Invoice, "invoice"_L1 },
    { Kind::Handwriting, "handwriting"_L1 },
    { Kind::Date, "date"_L1 },
    { Kind::Other, "other"_L1 },
};

constexpr double kSmallestMm = 3;
constexpr double kLargestMm = 200;

/// A side that is not given follows from the picture's proportions.
QSizeF completed(QSizeF sizeMm, QSize pixels)
{
    if (sizeMm.width() > 0 && sizeMm.height() <= 0)
        sizeMm.setHeight(sizeMm.width() * pixels.height() / pixels.width());
    else if (sizeMm.height() > 0 && sizeMm.width() <= 0)
        sizeMm.setWidth(sizeMm.height() * pixels.width() / pixels.height());
    return sizeMm;
}

bool isPossibleSide(double mm) { return mm >= kSmallestMm && mm <= kLargestMm; }

} // namespace

bool isPossible(QSizeF sizeMm) { return isPossibleSide(sizeMm.width()) && isPossibleSide(sizeMm.height()); }

QString kindName(Kind kind)
{
    for (const auto& [known, name] : kKindNames) {
        if (known == kind)
            return name;
    }
    Q_UNREACHABLE();
}

Kind kindNamed(const QString& text)
{
    for (const auto& [kind, name] : kKindNames) {
        if (text == name)
            return kind;
    }
    return Kind::Other;
}

const std::vector<Kind>& allKinds()
{
    static const auto kinds = [] {
        std::vector<Kind> all;
        for (const auto& [kind, name] : kKindNames)
            all.push_back(kind);
        return all;
    }();
    return kinds;
}

SizeLimits sizeLimits(Kind kind)
{
    switch (kind) {
    case Kind::Company: // 国发〔1999〕25号: enterprises at most 45 mm, the State Council's 60 mm; steel stamps from 35
                        // mm
        return { 35, 42, 60 };
    case Kind::LegalRepresentative: // registered as squares of 18 to 25 mm
        return { 15, 20, 30 };
    case Kind::Personal: // registered as squares of 18 to 25 mm, or smaller by custom
        return { 8, 18, 30 };
    case Kind::Contract: // 38 to 42 mm today, 58 mm in the old form with bank and address
        return { 35, 40, 58 };
    case Kind::Finance: // 38 mm round, or a square of 22 to 30 mm, as the place registers it
        return { 20, 38, 45 };
    case Kind::Invoice: // 税务总局公告2011年第7号: an oval of 40 × 30 mm
        return { 35, 40, 45 };
    case Kind::Handwriting:
        return { 10, 40, 100 };
    case Kind::Date:
        return { 15, 40, 60 };
    case Kind::Other: // ovals 45 × 30 mm, departments' seals, whatever a company uses
        return { 5, 40, 100 };
    }
    Q_UNREACHABLE();
}

bool isInForce(const Seal& seal, const QDate& day)
{
    return (seal.validFrom.isNull() || day >= seal.validFrom) && (seal.validUntil.isNull() || day <= seal.validUntil);
}

Result<Seal> loadSeal(const QString& path, const QString& name, Kind kind, QSizeF sizeMm)
{
    const QFileInfo file(path);
    const ErrorFacts facts { file.fileName(), {}, {}, {} };
    if (!file.isFile())
        return failure(ErrorCode::FileNotFound, u"no such picture"_s, facts);
    if (!file.isReadable())
        return failure(ErrorCode::FileNotReadable, u"a seal's picture"_s, facts);
    if (file.size() > kLargestPictureFile)
        return failure(ErrorCode::SealPictureUnreadable, u"%1 bytes"_s.arg(file.size()), facts);

    QFile content(path);
    if (!content.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotReadable, content.errorString(), facts);
    auto picture = readPicture(content);
    if (!picture)
        return failure(ErrorCode::SealPictureUnreadable, picture.error().detail, facts);
    const QSizeF size = completed(sizeMm, picture->size());
    if (!isPossible(size))
        return failure(ErrorCode::SealSizeInvalid, u"%1 × %2 mm"_s.arg(size.width()).arg(size.height()), facts);
    return Seal { {}, name, kind, std::move(*picture), size };
}

Kind guessKind(const QString& fileName)
{
    // In this order: 法定代表人章 and 法人合同章 hold words of more than one kind.
    static const std::pair<QString, Kind> words[] = {
        { u"合同"_s, Kind::Contract },
        { u"财务"_s, Kind::Finance },
        { u"发票"_s, Kind::Invoice },
        { u"签名"_s, Kind::Handwriting },
        { u"签字"_s, Kind::Handwriting },
        { u"私章"_s, Kind::Personal },
        { u"日期"_s, Kind::Date },
        { u"公章"_s, Kind::Company },
        { u"法定代表人"_s, Kind::LegalRepresentative },
        { u"法人"_s, Kind::LegalRepresentative },
    };
    for (const auto& [word, kind] : words) {
        if (fileName.contains(word))
            return kind;
    }
    return Kind::Other;
}

} // namespace bidseal::seal
