#include "core/signing/SigningFlow.h"

#include "core/base/Log.h"
#include "core/environment/ReportJson.h"
#include "core/pdf/SecondReader.h"
#include "core/pdf/SignatureWriter.h"
#include "core/signing/DocumentDescriptions.h"
#include "core/signing/FitToSign.h"
#include "core/signing/FlowSteps.h"
#include "core/signing/HolderMatch.h"
#include "core/signing/OutputChecks.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

/// What readers of the signed file are told of its marks.
class Words {
    Q_DECLARE_TR_FUNCTIONS(SigningFlow)
};

using certificate::Certificate;
using pdf::PreparedSignature;
using pdf::SignatureRequest;

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

/// A document on its way through the flow. Hundreds of them may wait for one key: what is large stays on the disk.
struct Underway {
    const SigningRequest& request;
    QString path; ///< of what is signed: the source, or what the signer before has finished
    pdf::FileState source {}; ///< as it was checked
    std::optional<PreparedSignature> prepared {};
    cms::DocumentDigest digest {};
    std::optional<cms::PendingSignedData> pending {};
    verification::Report report {};
};
using Batch = std::vector<Underway>;

/// What this computer was found to be, and what somebody agreed to all the same: for the journal.
struct Fitness {
    environment::Report report;
    QStringList agreed;
};

/// What is the same for every document of a turn.
struct Signer {
    std::vector<Certificate> chain;
    cms::SignatureAlgorithm algorithm;
    QDateTime now;
};

/// A turn after its signer has signed.
struct Finished {
    const key::SigningKey& key;
    Signer signer;
    Batch documents;
    QStringList agreedHolder; ///< of agreeOnHolder()
};

/// Of hundreds of documents the one that must be looked at is named, unless the sentence needs the field's name.
tl::unexpected<Error> failureAbout(const QString& path, Error error)
{
    const bool isAboutField = error.code == ErrorCode::FieldNotFound || error.code == ErrorCode::FieldAlreadySigned;
    if (!isAboutField || error.facts.name.isEmpty())
        error.facts.name = QFileInfo(path).fileName();
    return failure(std::move(error));
}

/// One document after the other, until there is an error or nobody wants more.
template <class Step> Status forEach(Batch& batch, const FlowSteps& steps, Step step)
{
    FlowSteps::Part part { 1, 0, 1, static_cast<qint64>(batch.size()) };
    for (auto& document : batch) {
        if (const auto reached = steps.reach(part); !reached)
            return reached;
        if (const auto done = step(document); !done)
            return failureAbout(document.request.source, done.error());
        ++part.document;
        ++part.begin;
    }
    return {};
}

/// The same for steps that go through whole files: each counts as much as its file is large, `passes` times.
template <class Step> Status forEachBySize(Batch& batch, int passes, const FlowSteps& steps, Step step)
{
    FlowSteps::Part part { 1 };
    for (const auto& document : batch)
        part.whole += passes * document.source.size;
    for (auto& document : batch) {
        part.size = document.source.size;
        if (const auto reached = steps.reach(part); !reached)
            return reached;
        if (const auto done = step(document, part); !done)
            return failureAbout(document.request.source, done.error());
        ++part.document;
        part.begin += passes * part.size;
    }
    return {};
}

Status checkSource(Underway& document)
{
    const auto opened = pdf::Document::open(document.path, givenPassword(document.request));
    if (!opened)
        return failure(opened.error());
    document.source = (*opened)->state();
    return (*opened)->checkMarks(document.request.seals.size(), document.request.fieldName);
}

Status checkUnchanged(const Underway& document) { return pdf::checkUnchanged(document.path, document.source); }

/// A phone's owner may take minutes to choose: only then is it known when the signature is made.
Result<Signer> signerThatMaySign(
    key::SigningKey& key, std::span<const SigningRequest> requests, const Clock& clock, const FlowSteps& steps)
{
    const auto describe = [&](std::stop_token stop) { return describeDocuments(requests, std::move(stop)); };
    auto chain = key.certificateChain(describe, steps.stop());
    if (!chain)
        return failure(chain.error());
    if (chain->empty())
        return failure(ErrorCode::KeyWithoutCertificate, key.description());
    const auto now = wholeSeconds(clock.nowUtc());
    if (const auto may = certificate::checkMaySign(chain->front(), now); !may)
        return failure(may.error());
    const auto algorithm = cms::algorithmFor(chain->front());
    if (!algorithm)
        return failure(algorithm.error());
    return Signer { std::move(*chain), *algorithm, now };
}

SignatureRequest wantedSignature(const SigningRequest& request, const Signer& signer)
{
    SignatureRequest wanted;
    for (const auto& placed : request.seals)
        wanted.marks.push_back({ placed.placement, placed.seal.picture, placed.seal.name, placed.part,
            u"bidseal:"_s + seal::kindName(placed.seal.kind) });
    wanted.fieldName = request.fieldName;
    wanted.subFilter = subFilterOf(request.profile);
    wanted.signerName = signer.chain.front().holder().displayName;
    wanted.reason = request.reason;
    wanted.location = request.location;
    wanted.claimedTime = signer.now;
    //: What a PDF says of a seal: %1 is the seal's name.
    wanted.carryingNote = Words::tr("%1 — carries the signature");
    //: What a PDF says of a seal: %1 is the seal's name, %2 the name of the signature field.
    wanted.coveredNote = Words::tr("%1 — picture, covered by the signature in field %2");
    wanted.contentsCapacity = cms::PendingSignedData::capacityFor(signer.chain);
    return wanted;
}

/// A complete file with a hole for the signature, that another parser than ours opens as well: nobody is asked to sign
/// anything else.
Result<PreparedSignature> preparedFile(
    const Underway& document, const Signer& signer, const ProgressCallback& progress, const FlowSteps& steps)
{
    const auto& request = document.request;
    const auto opened = pdf::Document::open(document.path, givenPassword(request));
    if (!opened)
        return failure(opened.error());
    if (const auto unchanged = checkUnchanged(document); !unchanged)
        return failure(unchanged.error());
    auto prepared = PreparedSignature::prepare(
        **opened, wantedSignature(request, signer), request.output, progress, steps.stop());
    if (!prepared)
        return prepared;
    if (const auto opens = pdf::checkWithSecondReader(prepared->temporaryPath(), givenPassword(request)); !opens)
        return failure(opens.error());
    return prepared;
}

Status prepare(Underway& document, const Signer& signer, FlowSteps::Part part, const FlowSteps& steps)
{
    auto prepared = preparedFile(document, signer, steps.part(part), steps);
    if (!prepared)
        return failure(prepared.error());
    part.begin += part.size;
    auto digest = prepared->digest(cms::digestName(signer.algorithm.digest), steps.part(part), steps.stop());
    if (!digest)
        return failure(digest.error());
    prepared->rest();
    document.prepared = std::move(*prepared);
    document.digest = { signer.algorithm.digest, std::move(*digest) };
    auto pending = cms::PendingSignedData::create(
        signer.chain, signer.algorithm, document.digest, document.request.profile, signer.now);
    if (!pending)
        return failure(pending.error());
    document.pending = std::move(*pending);
    return {};
}

void sweepOutputFolders(std::span<const SigningRequest> requests)
{
    QSet<QString> folders;
    for (const auto& request : requests)
        folders.insert(QFileInfo(request.output).absolutePath());
    for (const auto& folder : folders)
        pdf::sweepLeftovers(folder);
}

Result<std::vector<QByteArray>> signaturesOf(
    const Batch& batch, key::SigningKey& key, const Signer& signer, const FlowSteps& steps)
{
    std::vector<key::ToBeSigned> documents;
    for (const auto& document : batch)
        documents.push_back({ document.digest, document.pending->signedAttributes() });
    auto signatures = key.sign(documents, signer.algorithm, steps.stop());
    if (signatures && signatures->size() != batch.size())
        return failure(
            ErrorCode::SignatureWrong, u"%1 signatures for %2 documents"_s.arg(signatures->size()).arg(batch.size()));
    return signatures;
}

Status complete(Underway& document, const QByteArray& signature)
{
    if (const auto unchanged = checkUnchanged(document); !unchanged)
        return unchanged;
    const auto signedData = document.pending->complete(signature);
    if (!signedData)
        return failure(signedData.error());
    const auto embedded = document.prepared->embed(*signedData);
    document.prepared->rest();
    return embedded;
}

/// Our own verification engine reads the whole finished file again and must agree, about the signatures before as well.
Status verify(Underway& document, const Certificate& signer, FlowSteps::Part part, const FlowSteps& steps)
{
    auto report = verification::verify(
        document.prepared->temporaryPath(), givenPassword(document.request), steps.part(part), steps.stop());
    if (!report && report.error().code == ErrorCode::Cancelled)
        return failure(report.error());
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
    if (document.path != document.request.source && !report->isIntact())
        return failure(ErrorCode::SelfVerificationFailed, u"the signature of the signer before is not intact"_s);
    document.report = std::move(*report);
    return {};
}

QString describe(const seal::PlacedSeal& placed)
{
    const auto& place = placed.placement;
    return u"%1, page %2, %3 mm from left, %4 mm from top"_s.arg(placed.seal.name)
        .arg(place.page + 1)
        .arg(place.centreMm.x(), 0, 'f', 1)
        .arg(place.centreMm.y(), 0, 'f', 1);
}

journal::Entry journalEntry(const Underway& document, const Finished& turn, const Fitness& fitness)
{
    const auto& request = document.request;
    const auto& certificate = turn.signer.chain.front();
    journal::Entry entry;
    entry.signedAt = turn.signer.now;
    entry.source = QFileInfo(request.source).absoluteFilePath();
    entry.output = QFileInfo(request.output).absoluteFilePath();
    entry.digestName = shownName(document.digest.algorithm);
    entry.documentDigest = document.digest.value;
    entry.holder = certificate.holder().displayName;
    entry.issuer = certificate.issuer();
    entry.certificateSerial = certificate.serialNumber();
    entry.key = turn.key.description();
    for (const auto& placed : request.seals)
        entry.marks.append(describe(placed));
    entry.environmentReport = environment::fullText(fitness.report);
    entry.environmentDigest = environment::digestOf(fitness.report);
    entry.agreedUnknown = fitness.agreed + turn.agreedHolder;
    return entry;
}

void eraseEntries(journal::Journal& journal, const QList<qint64>& ids)
{
    if (const auto erased = ids.isEmpty() ? Status() : journal.erase(ids); !erased)
        qCWarning(logFlow).noquote() << "entry of a file that was not published:" << logText(erased.error());
}

/// First the entries, one for each signature, which are on the disk then, then the name: a signed file that the journal
/// does not know never exists. Where the name cannot be given the entries go again, so that the journal knows no file
/// that never existed.
Status recordAndPublish(PreparedSignature& prepared, const std::vector<journal::Entry>& entries,
    journal::Journal& journal, ExistingOutput existingOutput)
{
    QList<qint64> ids;
    for (const auto& entry : entries) {
        const auto id = journal.record(entry);
        if (!id) {
            eraseEntries(journal, ids);
            return failure(id.error());
        }
        ids += *id;
    }
    auto published = prepared.publish(existingOutput == ExistingOutput::Overwrite);
    if (!published)
        eraseEntries(journal, ids);
    return published;
}

/// From here on nothing is cancelled: that would leave half of the documents.
Result<std::vector<SignedDocument>> publishAll(
    std::vector<Finished>& turns, const Fitness& fitness, journal::Journal& journal, const FlowSteps& steps)
{
    std::vector<Certificate> signers;
    for (const auto& turn : turns)
        signers.push_back(turn.signer.chain.front());
    auto& last = turns.back();
    std::vector<SignedDocument> published;
    FlowSteps::Part part { 1, 0, 1, static_cast<qint64>(last.documents.size()) };
    for (std::size_t i = 0; i < last.documents.size(); ++i) {
        (void)steps.reach(part);
        std::vector<journal::Entry> entries;
        for (const auto& turn : turns)
            entries.push_back(journalEntry(turn.documents[i], turn, fitness));
        auto& document = last.documents[i];
        const auto done = recordAndPublish(*document.prepared, entries, journal, document.request.existingOutput);
        if (!done)
            return failureAbout(document.request.output, done.error());
        published.push_back({ entries.back().output, signers, last.signer.now, std::move(document.report) });
        ++part.document;
        ++part.begin;
    }
    return published;
}

/// The computer and the documents, before any key is asked.
Result<Fitness> checkAll(
    std::span<const SigningRequest> requests, Batch& batch, const SigningServices& services, const FlowSteps& steps)
{
    if (const auto possible = checkOutputs(requests); !possible)
        return failure(possible.error());
    auto report = checkFitness(requests, services, steps.stop());
    if (!report)
        return failure(report.error());
    if (const auto checked = forEach(batch, steps, checkSource); !checked)
        return failure(checked.error());
    return Fitness { std::move(*report), {} };
}

/// What a turn signs: the sources, or what the signer before has finished.
Batch batchOf(const SignerTurn& turn, const std::vector<Finished>& before)
{
    Batch batch;
    for (std::size_t i = 0; i < turn.requests.size(); ++i) {
        const auto& request = turn.requests[i];
        batch.push_back(
            { request, before.empty() ? request.source : before.back().documents[i].prepared->temporaryPath() });
    }
    return batch;
}

/// From checked documents and a signer who may sign to finished files that have no name yet.
Status signBatch(Batch& batch, key::SigningKey& key, const Signer& signer, FlowSteps& steps)
{
    if (const auto begun = steps.begin(Stage::Preparing); !begun)
        return begun;
    const auto prepareOne
        = [&](Underway& document, FlowSteps::Part part) { return prepare(document, signer, part, steps); };
    if (const auto prepared = forEachBySize(batch, 2, steps, prepareOne); !prepared) // copied, then hashed
        return prepared;

    if (const auto begun = steps.begin(Stage::WaitingForKey); !begun)
        return begun;
    const auto signatures = signaturesOf(batch, key, signer, steps);
    if (!signatures)
        return failure(signatures.error());

    if (const auto begun = steps.begin(Stage::Completing); !begun)
        return begun;
    const auto completeNext = [&, next = signatures->begin()](Underway& document) mutable { //
        return complete(document, *next++);
    };
    if (const auto completed = forEach(batch, steps, completeNext); !completed)
        return completed;

    if (const auto begun = steps.begin(Stage::Verifying); !begun)
        return begun;
    const auto verifyOne
        = [&](Underway& document, FlowSteps::Part part) { return verify(document, signer.chain.front(), part, steps); };
    return forEachBySize(batch, 1, steps, verifyOne);
}

/// A signer who may sign, with these seals. Where their certificate is not the one that a seal was enrolled with,
/// somebody has to agree, if the policy lets anybody be asked.
Result<Signer> signerOf(
    const SignerTurn& turn, const SigningServices& services, QStringList& agreed, const FlowSteps& steps)
{
    auto signer = signerThatMaySign(turn.key, turn.requests, services.clock, steps);
    if (!signer)
        return signer;
    if (const auto inForce = checkSealsInForce(turn.requests, signer->now); !inForce)
        return failure(inForce.error());
    auto agreedHolder = agreeOnHolder(
        turn.requests, signer->chain.front(), services.gate.sealOfAnotherHolder(), services.confirmHolder);
    if (!agreedHolder)
        return failure(agreedHolder.error());
    agreed += *agreedHolder;
    return signer;
}

Result<std::vector<SignedDocument>> runFlow(
    std::span<const SignerTurn> turns, const SigningServices& services, FlowSteps& steps)
{
    if (const auto begun = steps.begin(Stage::Checking); !begun)
        return failure(begun.error());
    auto batch = batchOf(turns.front(), {});
    auto fitness = checkAll(turns.front().requests, batch, services, steps);
    if (!fitness)
        return failure(fitness.error());

    std::vector<Finished> finished;
    for (const auto& turn : turns) {
        if (!finished.empty()) {
            if (const auto begun = steps.beginTurn(); !begun)
                return failure(begun.error());
            batch = batchOf(turn, finished);
            if (const auto checked = forEach(batch, steps, checkSource); !checked)
                return failure(checked.error());
        }
        QStringList agreed;
        auto signer = signerOf(turn, services, agreed, steps);
        if (!signer)
            return failure(signer.error());
        if (finished.empty()) {
            auto agreedUnknown = agreeOnUnknown(fitness->report, services.confirmUnknown);
            if (!agreedUnknown)
                return failure(agreedUnknown.error());
            fitness->agreed = std::move(*agreedUnknown);
            sweepOutputFolders(turn.requests);
        }
        if (const auto done = signBatch(batch, turn.key, *signer, steps); !done)
            return failure(done.error());
        finished.push_back({ turn.key, std::move(*signer), std::move(batch), std::move(agreed) });
    }

    if (const auto begun = steps.begin(Stage::Publishing); !begun)
        return failure(begun.error());
    return publishAll(finished, *fitness, services.journal, steps);
}

key::SigningOutcome outcomeOf(const Result<std::vector<SignedDocument>>& done)
{
    if (done)
        return key::SigningOutcome::Signed;
    return done.error().code == ErrorCode::Cancelled ? key::SigningOutcome::Cancelled : key::SigningOutcome::Failed;
}

} // namespace

Result<std::vector<SignedDocument>> signInTurn(
    std::span<const SignerTurn> turns, SigningServices services, const ProgressCallback& progress, std::stop_token stop)
{
    FlowSteps steps(
        { static_cast<int>(turns.front().requests.size()), static_cast<int>(turns.size()) }, progress, std::move(stop));
    auto done = runFlow(turns, services, steps);
    for (const auto& turn : turns) {
        turn.key.tellOutcome(outcomeOf(done));
        if (done)
            qCInfo(logFlow).noquote() << "signed" << turn.requests.size() << "with" << turn.key.description();
    }
    if (!done)
        qCWarning(logFlow).noquote() << "not signed:" << logText(done.error());
    return done;
}

Result<SignedDocument> sign(const SigningRequest& request, key::SigningKey& key, SigningServices services,
    const ProgressCallback& progress, std::stop_token stop)
{
    auto done = signAll({ &request, 1 }, key, services, progress, std::move(stop));
    if (!done)
        return failure(done.error());
    return std::move(done->front());
}

Result<std::vector<SignedDocument>> signAll(std::span<const SigningRequest> requests, key::SigningKey& key,
    SigningServices services, const ProgressCallback& progress, std::stop_token stop)
{
    const SignerTurn turn { key, requests };
    return signInTurn({ &turn, 1 }, services, progress, std::move(stop));
}

QString suggestedOutput(const QString& source) { return suggestedOutputs({ source }).front(); }

QStringList suggestedOutputs(const QStringList& sources, const QString& folder)
{
    // A second signer's file is numbered, not named 已签章_已签章.
    static const QRegularExpression signedName(u"_已签章(_\\d+)?$"_s);
    QSet<QString> taken; // names that differ in nothing but case may be one
    QStringList outputs;
    for (const auto& source : sources) {
        const QFileInfo file(source);
        const QDir place = folder.isEmpty() ? file.absoluteDir() : QDir(QFileInfo(folder).absoluteFilePath());
        const QString stem = place.filePath(file.completeBaseName().remove(signedName) + u"_已签章"_s);
        QString path = stem + u".pdf"_s;
        for (int number = 2; QFileInfo::exists(path) || taken.contains(path.toCaseFolded()); ++number)
            path = u"%1_%2.pdf"_s.arg(stem).arg(number);
        taken.insert(path.toCaseFolded());
        outputs.append(path);
    }
    return outputs;
}

} // namespace bidseal::signing
