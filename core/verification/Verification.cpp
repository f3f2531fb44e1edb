#include "core/verification/Verification.h"

#include "core/pdf/Document.h"
#include "core/verification/RangeDigests.h"
#include "core/verification/SignedRange.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::verification {

namespace {

/// Detached signatures over the ByteRange; all others sign something that is not checked here.
bool isDetached(const QString& subFilter)
{
    return subFilter == "ETSI.CAdES.detached"_L1 || subFilter == "adbe.pkcs7.detached"_L1;
}

/// Digests for which two different documents can be made to agree: equality proves nothing any more.
bool isBrokenDigest(const QString& name) { return name == "SHA-1"_L1 || name == "MD5"_L1; }

void conclude(SignatureReport& report, Integrity integrity, const QString& problem)
{
    report.integrity = integrity;
    report.problem = problem;
}

SignatureReport described(const pdf::ExistingSignature& signature)
{
    SignatureReport report;
    report.fieldNames = signature.fieldNames;
    report.claimedTime = signature.claimedTime;
    report.reason = signature.reason;
    report.location = signature.location;
    report.subFilter = signature.subFilter;
    return report;
}

void judge(SignatureReport& report, const cms::SignedDataReport& signedData)
{
    report.signer = signedData.signer;
    report.algorithm = signedData.algorithmName + u", "_s + signedData.digestName;
    if (!report.claimedTime)
        report.claimedTime = signedData.signingTime;

    if (!signedData.isDecidable)
        return conclude(report, Integrity::Undecided, signedData.problem);
    if (!signedData.digestMatches || !signedData.signatureMatches || !signedData.signer)
        return conclude(report, Integrity::Broken, signedData.problem);
    if (isBrokenDigest(signedData.digestName))
        return conclude(report, Integrity::Undecided, signedData.problem);
    // ETSI EN 319 142-1, 6.3: in PAdES the certificate itself is signed too, or another one could be put in its place.
    if (report.subFilter == "ETSI.CAdES.detached"_L1 && !signedData.signerIsBound)
        return conclude(report, Integrity::Undecided, u"nothing signed says which certificate is the signer's"_s);
    conclude(report, Integrity::Intact, signedData.problem);
}

/// One signature, from its place in the file to its cryptography.
Result<SignatureReport> examine(const pdf::ExistingSignature& signature, QFile& file, RangeDigests& digests)
{
    SignatureReport report = described(signature);
    const auto range = signedRange(signature, file);
    if (!range) {
        conclude(report, Integrity::Broken, range.error());
        return report;
    }
    report.coverage = range->end == file.size() ? Coverage::WholeDocument : Coverage::EarlierRevision;
    if (signature.isDocumentTimestamp || !isDetached(signature.subFilter)) {
        conclude(report, Integrity::Undecided,
            u"signatures of the kind \"%1\" are not checked here"_s.arg(signature.subFilter));
        return report;
    }

    std::optional<Error> unreadable;
    const auto signedData = cms::inspect(signature.contents, [&](const QString& digestName) {
        auto digest = digests.digest(*range, digestName);
        if (!digest)
            unreadable = digest.error();
        return digest;
    });
    if (unreadable)
        return failure(*unreadable);
    if (signedData)
        judge(report, *signedData);
    else
        conclude(report, Integrity::Broken, signedData.error().detail);
    return report;
}

/// Revisions are appended: the place in the file tells the order.
void sortByAge(std::vector<pdf::ExistingSignature>& signatures)
{
    std::stable_sort(signatures.begin(), signatures.end(),
        [](const auto& a, const auto& b) { return a.contentsOffset < b.contentsOffset; });
}

} // namespace

Verdict Report::verdict() const
{
    if (!isSigned())
        return Verdict::NotSigned;
    const auto any = [this](Integrity integrity) {
        return std::any_of(signatures.begin(), signatures.end(),
            [integrity](const SignatureReport& signature) { return signature.integrity == integrity; });
    };
    if (any(Integrity::Broken))
        return Verdict::Broken;
    if (any(Integrity::Undecided))
        return Verdict::Undecided;
    return signatures.back().coverage == Coverage::WholeDocument ? Verdict::Intact : Verdict::ContinuedAfterSigning;
}

Result<Report> verify(
    const QString& path, const Secret* password, const ProgressCallback& progress, std::stop_token stop)
{
    const auto document = pdf::Document::open(path, password);
    if (!document)
        return failure(document.error());
    auto signatures = (*document)->signatures();
    if (!signatures)
        return failure(signatures.error());
    sortByAge(*signatures);

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(ErrorCode::FileNotReadable, file.errorString(), { .name = path });
    if (file.size() != (*document)->size())
        return failure(ErrorCode::FileChangedMeanwhile, u"its size changed"_s, { .name = path });
    RangeDigests digests(file, progress, stop);
    Report report;
    report.pageCount = (*document)->pageCount();
    for (const pdf::ExistingSignature& signature : *signatures) {
        auto examined = examine(signature, file, digests);
        if (!examined)
            return failure(examined.error());
        report.signatures.push_back(std::move(*examined));
    }
    return report;
}

} // namespace bidseal::verification
