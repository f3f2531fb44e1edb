#include "core/seal/SealRecord.h"

#include "core/seal/SealPicture.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace bidseal::seal {

namespace {

constexpr int kLongestText = 1000; // characters
constexpr int kMostCertificates = 1000;

QCborArray cborOf(const std::vector<EnrolledCertificate>& certificates)
{
    QCborArray array;
    for (const auto& certificate : certificates)
        array.append(QCborMap {
            { "fingerprint"_L1, certificate.fingerprint },
            { "holder"_L1, certificate.holder },
        });
    return array;
}

QString textIn(const QCborMap& map, QLatin1StringView name) { return map[name].toString().left(kLongestText); }

QDate dayIn(const QCborMap& map, QLatin1StringView name)
{
    return QDate::fromString(map[name].toString(), Qt::ISODate);
}

/// A day that is there but cannot be read is no missing limit.
bool isDayOrMissing(const QCborMap& map, QLatin1StringView name)
{
    return !map.contains(name) || dayIn(map, name).isValid();
}

tl::unexpected<Error> unreadable(const QString& detail) { return failure(ErrorCode::SealPictureUnreadable, detail); }

} // namespace

QCborMap cborOf(const SealRecord& record)
{
    const auto& seal = record.seal;
    QCborMap map {
        { "id"_L1, seal.id },
        { "name"_L1, seal.name },
        { "kind"_L1, kindName(seal.kind) },
        { "widthMm"_L1, seal.sizeMm.width() },
        { "heightMm"_L1, seal.sizeMm.height() },
        { "order"_L1, record.order },
        { "holder"_L1, seal.holder },
        { "certificates"_L1, cborOf(seal.certificates) },
        { "picture"_L1, record.png },
    };
    if (seal.validFrom.isValid())
        map["validFrom"_L1] = seal.validFrom.toString(Qt::ISODate);
    if (seal.validUntil.isValid())
        map["validUntil"_L1] = seal.validUntil.toString(Qt::ISODate);
    return map;
}

Result<SealRecord> recordFrom(const QCborMap& map)
{
    SealRecord record;
    auto& seal = record.seal;
    seal.id = textIn(map, "id"_L1);
    seal.name = textIn(map, "name"_L1);
    seal.kind = kindNamed(map["kind"_L1].toString());
    seal.sizeMm = { map["widthMm"_L1].toDouble(), map["heightMm"_L1].toDouble() };
    seal.holder = textIn(map, "holder"_L1);
    seal.validFrom = dayIn(map, "validFrom"_L1);
    seal.validUntil = dayIn(map, "validUntil"_L1);
    record.order = map["order"_L1].toInteger();
    record.png = map["picture"_L1].toByteArray();
    const auto certificates = map["certificates"_L1].toArray();
    if (!isPossible(seal.sizeMm))
        return unreadable(u"%1 × %2 mm"_s.arg(seal.sizeMm.width()).arg(seal.sizeMm.height()));
    if (!isDayOrMissing(map, "validFrom"_L1) || !isDayOrMissing(map, "validUntil"_L1))
        return unreadable(u"a day that is none"_s);
    if (record.png.isEmpty() || record.png.size() > kLargestPictureFile || certificates.size() > kMostCertificates)
        return unreadable(u"a picture of %1 bytes"_s.arg(record.png.size()));
    for (const auto& one : certificates) {
        const auto certificate = one.toMap();
        seal.certificates.push_back({ textIn(certificate, "fingerprint"_L1), textIn(certificate, "holder"_L1) });
    }
    return record;
}

Result<Seal> sealOf(const SealRecord& record)
{
    auto picture = readPicture(record.png);
    if (!picture)
        return failure(picture.error());
    Seal seal = record.seal;
    seal.picture = std::move(*picture);
    return seal;
}

} // namespace bidseal::seal
