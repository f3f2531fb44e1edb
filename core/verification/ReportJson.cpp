#include "core/verification/ReportJson.h"

#include "core/certificate/IdentityNumber.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bidseal::verification {

namespace {

QJsonObject toJson(const certificate::Certificate& certificate)
{
    const certificate::Holder holder = certificate.holder();
    QJsonObject json {
        { u"name"_s, holder.displayName },
        { u"subject"_s, certificate.subject() },
        { u"issuer"_s, certificate.issuer() },
        { u"serialNumber"_s, certificate.serialNumber() },
        { u"validFrom"_s, certificate.validFrom().toString(Qt::ISODate) },
        { u"validUntil"_s, certificate.validUntil().toString(Qt::ISODate) },
    };
    if (!holder.creditCode.isEmpty())
        json[u"creditCode"_s] = holder.creditCode;
    if (!holder.maskedPersonalId.isEmpty())
        json[u"personalId"_s] = holder.maskedPersonalId;
    return json;
}

QJsonObject toJson(const SignatureReport& signature)
{
    QJsonObject json {
        { u"fields"_s, QJsonArray::fromStringList(signature.fieldNames) },
        { u"integrity"_s, wordFor(signature.integrity) },
        { u"coverage"_s, wordFor(signature.coverage) },
        { u"identity"_s, u"not-checked"_s },
        { u"time"_s, u"claimed"_s },
        { u"subFilter"_s, signature.subFilter },
    };
    if (signature.claimedTime)
        json[u"claimedTime"_s] = signature.claimedTime->toUTC().toString(Qt::ISODate);
    if (signature.signer)
        json[u"signer"_s] = toJson(*signature.signer);
    for (const auto& [key, text] :
        { std::pair(u"algorithm"_s, signature.algorithm), std::pair(u"reason"_s, signature.reason),
            std::pair(u"location"_s, signature.location), std::pair(u"problem"_s, signature.problem) }) {
        if (!text.isEmpty())
            json[key] = certificate::maskPersonalIds(text);
    }
    return json;
}

} // namespace

QString wordFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotSigned:
        return u"not-signed"_s;
    case Verdict::Intact:
        return u"intact"_s;
    case Verdict::ContinuedAfterSigning:
        return u"continued-after-signing"_s;
    case Verdict::Undecided:
        return u"undecided"_s;
    case Verdict::Broken:
        return u"broken"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Intact:
        return u"intact"_s;
    case Integrity::Broken:
        return u"broken"_s;
    case Integrity::Undecided:
        return u"undecided"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(Coverage coverage)
{
    switch (coverage) {
    case Coverage::WholeDocument:
        return u"whole-document"_s;
    case Coverage::EarlierRevision:
        return u"earlier-revision"_s;
    case Coverage::Malformed:
        return u"malformed"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const Report& report)
{
    QJsonArray signatures;
    for (const SignatureReport& signature : report.signatures)
        signatures.append(toJson(signature));
    return {
        { u"verdict"_s, wordFor(report.verdict()) },
        { u"pageCount"_s, report.pageCount },
        { u"signatures"_s, signatures },
    };
}

} // namespace bidseal::verification
