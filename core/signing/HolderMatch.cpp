#include "core/signing/HolderMatch.h"

#include "core/signing/HolderName.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

using seal::EnrolledCertificate;

/// Whom the seal belongs to, or whose certificates it names.
QString shownHolder(const seal::Seal& seal)
{
    if (const auto holder = seal.holder.trimmed(); !holder.isEmpty())
        return holder;
    for (const auto& enrolled : seal.certificates) {
        if (!enrolled.holder.trimmed().isEmpty())
            return enrolled.holder.trimmed();
    }
    return seal.name;
}

QStringList differingHolders(std::span<const SigningRequest> requests, const certificate::Certificate& certificate)
{
    QStringList differing;
    for (const auto& request : requests) {
        for (const auto& placed : request.seals) {
            const QString holder = shownHolder(placed.seal);
            if (!maySeal(placed.seal, certificate) && !differing.contains(holder))
                differing.append(holder);
        }
    }
    return differing;
}

bool isEnrolled(const EnrolledCertificate& enrolled, const EnrolledCertificate& presented)
{
    if (enrolled.fingerprint.compare(presented.fingerprint, Qt::CaseInsensitive) == 0)
        return true;
    const QString holder = comparableHolder(enrolled.holder);
    return !holder.isEmpty() && holder == comparableHolder(presented.holder);
}

} // namespace

bool isHolder(const QString& name, const certificate::Certificate& certificate)
{
    const auto holder = certificate.holder();
    const QString wanted = comparableHolder(name);
    return wanted == comparableHolder(holder.organisation) || wanted == comparableHolder(holder.commonName);
}

EnrolledCertificate enrolmentOf(const certificate::Certificate& certificate)
{
    const auto holder = certificate.holder();
    const bool isOnePersonOfMany = !holder.organisation.isEmpty() && !holder.commonName.isEmpty()
        && comparableHolder(holder.organisation) != comparableHolder(holder.commonName);
    return { QString::fromLatin1(certificate.sha256().toHex()),
        isOnePersonOfMany ? u"%1（%2）"_s.arg(holder.commonName, holder.organisation) : holder.displayName };
}

bool maySeal(const seal::Seal& seal, const certificate::Certificate& certificate)
{
    if (seal.certificates.empty())
        return seal.holder.trimmed().isEmpty() || isHolder(seal.holder, certificate);
    const auto presented = enrolmentOf(certificate);
    return std::any_of(seal.certificates.begin(), seal.certificates.end(),
        [&](const EnrolledCertificate& enrolled) { return isEnrolled(enrolled, presented); });
}

Result<QStringList> agreeOnHolder(std::span<const SigningRequest> requests, const certificate::Certificate& certificate,
    environment::AnotherHoldersSeal rule, const ConfirmHolder& confirm)
{
    const HolderQuestion question { certificate.holder().displayName, differingHolders(requests, certificate) };
    if (question.sealHolders.isEmpty())
        return QStringList();
    const bool mayAsk = rule == environment::AnotherHoldersSeal::Ask && confirm;
    const auto agreed = mayAsk ? confirm(question) : Result<bool>(false);
    if (!agreed)
        return failure(agreed.error());
    if (!*agreed)
        return failure(ErrorCode::HolderDiffers,
            (mayAsk ? u"not agreed to; the seal's holder: "_s : u"refused; the seal's holder: "_s)
                + question.sealHolders.join(u", "_s),
            { question.certificateHolder, {}, {}, {} });
    return QStringList(kAgreedHolder);
}

Status checkSealsInForce(std::span<const SigningRequest> requests, const QDateTime& now)
{
    const auto day = now.toLocalTime().date();
    for (const auto& request : requests) {
        for (const auto& placed : request.seals) {
            if (!seal::isInForce(placed.seal, day))
                return failure(ErrorCode::SealExpired,
                    u"valid from %1 until %2"_s.arg(
                        placed.seal.validFrom.toString(Qt::ISODate), placed.seal.validUntil.toString(Qt::ISODate)),
                    { placed.seal.name, {}, {}, {} });
        }
    }
    return {};
}

} // namespace bidseal::signing
