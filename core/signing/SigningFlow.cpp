#include "core/signing/SigningFlow.h"

#include "core/base/Log.h"
#include "core/base/platform/Files.h"
#include "core/pdf/SecondReader.h"
#include "core/pdf/SignatureWriter.h"
#include "core/signing/FlowSteps.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

using certificate::Certificate;
using pdf::PreparedSignature;

ErrorFacts aboutFile(const QString& path) { return { QFileInfo(path).fileName(), {}, {}, {} }; }

/// PDF's and CMS's times have no fractions of a second.
QDateTime wholeSeconds(const QDateTime& time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), Qt::UTC);
}

const Secret* givenPassword(const SigningRequest& request)
{
    return request.documentPassword.isEmpty() ? nullptr : &request.documentPassword;
}

QString shownName(cms::DigestAlgorithm algorithm)
{
    switch (algorithm) {
    case cms::DigestAlgorithm::Sha256:
        return u"SHA-256"_s;
    case cms::DigestAlgorithm::Sha384:
        return u"SHA-384"_s;
    case cms::DigestAlgorithm::Sha512:
        return u"SHA-512"_s;
    }
    Q_UNREACHABLE();
}

QByteArray subFilterOf(cms::Profile profile)
{
    switch (profile) {
    case cms::Profile::PadesBaseline:
        return "ETSI.CAdES.detached";
    case cms::Profile::Adobe:
        return "adbe.pkcs7.detached";
    }
    Q_UNREACHABLE();
}

/// Everything about the output's name that can be known before anybody is asked for anything.
Status checkOutput(const SigningRequest& request)
{
    const QFileInfo output(request.output);
    const bool samePath = output.absoluteFilePath() == QFileInfo(request.source).absoluteFilePath();
    if (samePath || platform::isSameFile(request.source, request.output))
        return failure(ErrorCode::OutputIsSource, {}, aboutFile(request.output));
    if (!output.exists() && !output.isSymLink())
        return {};
    if (request.existingOutput == ExistingOutput::Refuse)
        return failure(ErrorCode::OutputExists, {}, aboutFile(request.output));
    if (platform::isOpenElsewhere(request.output))
        return failure(ErrorCode::OutputInUse, {}, aboutFile(request.output));
    return {};
}

Result<std::unique_ptr<pdf::Document>> openToSign(const SigningRequest& request)
{
    auto document = pdf::Document::open(request.source, givenPassword(request));
    if (!document)
        return document;
    if (const auto may = (*document)->checkMaySign(request.fieldName); !may)
        return failure(may.error());
    return document;
}

Result<std::vector<Certificate>> chainThatMaySign(key::SigningKey& key, const QDateTime& now, std::stop_token stop)
{
    auto chain = key.certificateChain({}, stop);
    if (!chain)
        return chain;
    if (chain->empty())
        return failure(ErrorCode::KeyWithoutCertificate, key.description());
    if (const auto may = certificate::checkMaySign(chain->front(), now); !may)
        return failure(may.error());
    return chain;
}

/// A complete file with a hole for the signature, that another parser than ours opens as well: nobody is asked to sign
/// anything else.
Result<PreparedSignature> prepare(const SigningRequest& request, const pdf::Document& document,
    const std::vector<Certificate>& chain, const QDateTime& now, const FlowSteps& steps)
{
    pdf::SignatureRequest wanted;
    for (const auto& placed : request.seals)
        wanted.marks.push_back({ placed.placement, placed.seal.picture, placed.seal.name });
    wanted.fieldName = request.fieldName;
    wanted.subFilter = subFilterOf(request.profile);
    wanted.signerName = chain.front().holder().displayName;
    wanted.reason = request.reason;
    wanted.location = request.location;
    wanted.claimedTime = now;
    wanted.contentsCapacity = cms::PendingSignedData::capacityFor(chain);

    pdf::sweepLeftovers(QFileInfo(request.output).absolutePath());
    auto prepared = PreparedSignature::prepare(document, wanted, request.output, steps.part(1, 2), steps.stop());
    if (!prepared)
        return prepared;
    if (const auto opens = pdf::checkWithSecondReader(prepared->temporaryPath(), givenPassword(request)); !opens)
        return failure(opens.error());
    return prepared;
}

Result<cms::DocumentDigest> digestOf(
    const PreparedSignature& prepared, cms::SignatureAlgorithm algorithm, const FlowSteps& steps)
{
    auto value = prepared.digest(cms::digestName(algorithm.digest), steps.part(2, 2), steps.stop());
    if (!value)
        return failure(value.error());
    return cms::DocumentDigest { algorithm.digest, std::move(*value) };
}

/// Our own verification engine reads the whole finished file again and must agree.
Result<verification::Report> verifyFinished(
    const QString& path, const SigningRequest& request, const Certificate& signer, const FlowSteps& steps)
{
    auto report = verification::verify(path, givenPassword(request), steps.part(1, 1), steps.stop());
    if (!report && report.error().code == ErrorCode::Cancelled)
        return report;
    if (!report)
        return failure(ErrorCode::SelfVerificationFailed, logText(report.error()));
    if (report->signatures.empty())
        return failure(ErrorCode::SelfVerificationFailed, u"no signature was found"_s);

    const auto& newest = report->signatures.back();
    if (newest.integrity != verification::Integrity::Intact)
        return failure(ErrorCode::SelfVerificationFailed, u"not intact: "_s + newest.problem);
    if (newest.coverage != verification::Coverage::WholeDocument)
        return failure(ErrorCode::SelfVerificationFailed, u"not the whole document is covered"_s);
    if (newest.signer != signer)
        return failure(ErrorCode::SelfVerificationFailed, u"another certificate than the key's"_s);
    return report;
}

QString describe(const seal::PlacedSeal& placed)
{
    const auto& place = placed.placement;
    return u"%1, page %2, %3 mm from left, %4 mm from top"_s.arg(placed.seal.name)
        .arg(place.page + 1)
        .arg(place.centreMm.x(), 0, 'f', 1)
        .arg(place.centreMm.y(), 0, 'f', 1);
}

journal::Entry journalEntry(const SigningRequest& request, const key::SigningKey& key, const Certificate& signer,
    const cms::DocumentDigest& digest, const QDateTime& now)
{
    journal::Entry entry;
    entry.signedAt = now;
    entry.source = QFileInfo(request.source).absoluteFilePath();
    entry.output = QFileInfo(request.output).absoluteFilePath();
    entry.digestName = shownName(digest.algorithm);
    entry.documentDigest = digest.value;
    entry.holder = signer.holder().displayName;
    entry.issuer = signer.issuer();
    entry.certificateSerial = signer.serialNumber();
    entry.key = key.description();
    for (const auto& placed : request.seals)
        entry.marks.append(describe(placed));
    return entry;
}

/// First the entry, which is on the disk then, then the name: a signed file that the journal does not know never
/// exists. Where the name cannot be given the entry goes again, so that the journal knows no file that never existed.
Status recordAndPublish(
    PreparedSignature& prepared, const journal::Entry& entry, journal::Journal& journal, ExistingOutput existingOutput)
{
    const auto id = journal.record(entry);
    if (!id)
        return failure(id.error());
    auto published = prepared.publish(existingOutput == ExistingOutput::Overwrite);
    if (published)
        return {};
    if (const auto erased = journal.erase({ *id }); !erased)
        qCWarning(logFlow).noquote() << "entry of a file that was not published:" << logText(erased.error());
    return published;
}

Result<SignedDocument> runFlow(
    const SigningRequest& request, key::SigningKey& key, SigningServices services, FlowSteps& steps)
{
    const auto now = wholeSeconds(services.clock.nowUtc());

    if (const auto begun = steps.begin(Stage::Checking); !begun)
        return failure(begun.error());
    if (const auto possible = checkOutput(request); !possible)
        return failure(possible.error());
    const auto document = openToSign(request);
    if (!document)
        return failure(document.error());
    const auto chain = chainThatMaySign(key, now, steps.stop());
    if (!chain)
        return failure(chain.error());
    const auto algorithm = cms::algorithmFor(chain->front());
    if (!algorithm)
        return failure(algorithm.error());

    if (const auto begun = steps.begin(Stage::Preparing); !begun)
        return failure(begun.error());
    auto prepared = prepare(request, **document, *chain, now, steps);
    if (!prepared)
        return failure(prepared.error());
    const auto digest = digestOf(*prepared, *algorithm, steps);
    if (!digest)
        return failure(digest.error());
    const auto pending = cms::PendingSignedData::create(*chain, *algorithm, *digest, request.profile, now);
    if (!pending)
        return failure(pending.error());

    if (const auto begun = steps.begin(Stage::WaitingForKey); !begun)
        return failure(begun.error());
    const auto signatures = key.sign({ { *digest, pending->signedAttributes() } }, *algorithm, steps.stop());
    if (!signatures)
        return failure(signatures.error());
    if (const auto unchanged = (*document)->checkUnchanged(); !unchanged)
        return failure(unchanged.error());

    if (const auto begun = steps.begin(Stage::Completing); !begun)
        return failure(begun.error());
    const auto signedData = pending->complete(signatures->front());
    if (!signedData)
        return failure(signedData.error());
    if (const auto embedded = prepared->embed(*signedData); !embedded)
        return failure(embedded.error());

    if (const auto begun = steps.begin(Stage::Verifying); !begun)
        return failure(begun.error());
    auto report = verifyFinished(prepared->temporaryPath(), request, chain->front(), steps);
    if (!report)
        return failure(report.error());

    if (const auto begun = steps.begin(Stage::Publishing); !begun)
        return failure(begun.error());
    const auto entry = journalEntry(request, key, chain->front(), *digest, now);
    if (const auto done = recordAndPublish(*prepared, entry, services.journal, request.existingOutput); !done)
        return failure(done.error());
    return SignedDocument { entry.output, chain->front(), now, std::move(*report) };
}

} // namespace

Result<SignedDocument> sign(const SigningRequest& request, key::SigningKey& key, SigningServices services,
    const ProgressCallback& progress, std::stop_token stop)
{
    FlowSteps steps(progress, std::move(stop));
    auto done = runFlow(request, key, services, steps);
    if (done)
        qCInfo(logFlow).noquote() << "signed with" << key.description();
    else
        qCWarning(logFlow).noquote() << "not signed:" << logText(done.error());
    return done;
}

QString suggestedOutput(const QString& source)
{
    // A second signer's file is numbered, not named 已签章_已签章.
    static const QRegularExpression signedName(u"_已签章(_\\d+)?$"_s);
    const QFileInfo file(source);
    const QString name = file.completeBaseName().remove(signedName);
    const QString stem = file.absoluteDir().filePath(name + u"_已签章"_s);
    QString path = stem + u".pdf"_s;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = u"%1_%2.pdf"_s.arg(stem).arg(number);
    return path;
}

} // namespace bidseal::signing
