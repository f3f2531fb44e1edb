#include "core/seal/SealFile.h"

#include <QCborArray>
#include <QCborValue>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace bidseal::seal {

namespace {

/// "BIDSEALS", version, logN, r, p, salt, and how many bytes follow, so that a file that was cut off is told from a
/// wrong password.
constexpr QByteArrayView kMagic("BIDSEALS");
constexpr char kVersion = 1;
constexpr int kSaltSize = 16;
constexpr int kHeaderSize = 8 + 4 + kSaltSize + 8;

QByteArray header(const PasswordCost& cost, const QByteArray& salt, qint64 following)
{
    QByteArray bytes = kMagic.toByteArray();
    bytes += kVersion;
    bytes += static_cast<char>(cost.logN);
    bytes += static_cast<char>(cost.r);
    bytes += static_cast<char>(cost.p);
    bytes += salt;
    const auto size = qToBigEndian(following);
    bytes += QByteArray(reinterpret_cast<const char*>(&size), sizeof size);
    return bytes;
}

PasswordCost costIn(const QByteArray& header)
{
    return { static_cast<quint8>(header[9]), static_cast<quint8>(header[10]), static_cast<quint8>(header[11]) };
}

tl::unexpected<Error> unreadable(const QString& detail) { return failure(ErrorCode::SealFileUnreadable, detail); }

} // namespace

Result<QByteArray> sealFile(const std::vector<SealRecord>& records, const Secret& password, const PasswordCost& cost)
{
    QCborArray array;
    for (const auto& record : records)
        array.append(cborOf(record));
    const QByteArray plain = array.toCborValue().toCbor();
    const auto salt = randomBytes(kSaltSize);
    if (!salt)
        return failure(salt.error());
    const auto key = keyFromPassword(password, *salt, cost);
    if (!key)
        return failure(key.error());
    const QByteArray begin = header(cost, *salt, plain.size() + kCipherOverhead);
    const auto content = encrypted(plain, *key, begin);
    if (!content)
        return failure(content.error());
    return begin + *content;
}

Result<std::vector<SealRecord>> recordsIn(const QByteArray& file, const Secret& password)
{
    const QByteArray begin = file.left(kHeaderSize);
    if (begin.size() < kHeaderSize || !begin.startsWith(kMagic))
        return unreadable(u"no file of exported seals"_s);
    if (begin[kMagic.size()] != kVersion)
        return unreadable(u"version %1"_s.arg(int(begin[kMagic.size()])));
    const auto following = qFromBigEndian<qint64>(begin.constData() + kHeaderSize - 8);
    if (following != file.size() - kHeaderSize)
        return unreadable(u"%1 bytes instead of %2"_s.arg(file.size() - kHeaderSize).arg(following));
    if (!isBearable(costIn(begin)))
        return unreadable(u"a cost that nobody would ask for"_s);

    const auto key = keyFromPassword(password, begin.mid(kMagic.size() + 4, kSaltSize), costIn(begin));
    if (!key)
        return failure(key.error());
    const auto plain = decrypted(file.mid(kHeaderSize), *key, begin);
    if (!plain)
        return failure(ErrorCode::SealFilePasswordWrong);
    QCborParserError problem;
    const auto array = QCborValue::fromCbor(*plain, &problem).toArray();
    if (problem.error != QCborError::NoError)
        return unreadable(problem.errorString());
    std::vector<SealRecord> records;
    for (const auto& value : array) {
        auto record = recordFrom(value.toMap());
        if (!record)
            return unreadable(record.error().detail);
        records.push_back(std::move(*record));
    }
    return records;
}

} // namespace bidseal::seal
