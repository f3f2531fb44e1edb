#include "app/bidseal-cli/SignCommand.h"

#include "app/bidseal-cli/DocumentPassword.h"
#include "app/bidseal-cli/KeyChoice.h"
#include "app/bidseal-cli/ProgressLine.h"
#include "app/bidseal-cli/SealPlaces.h"
#include "app/bidseal-cli/Surroundings.h"
#include "core/base/ShownTime.h"
#include "core/base/UserFolder.h"
#include "core/base/platform/Process.h"
#include "core/signing/SigningFlow.h"
#include "core/verification/ReportJson.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Typed in full, without an input method: the same in every language.
const auto kWordForYes = u"yes"_s;

using Requests = std::vector<signing::SigningRequest>; ///< of one signer

/// What each key signs: for each of them the documents, with the seals that it puts there.
Result<std::vector<Requests>> requestsOf(const SignArguments& arguments,
    std::span<const std::unique_ptr<key::SigningKey>> keys, ErrorOutput& output, const std::stop_token& stop)
{
    auto wanted = SealPlaces::read(arguments, keys);
    if (!wanted)
        return failure(wanted.error());
    auto passwords = documentPasswords(arguments.sources, arguments.openPasswordFile);
    if (!passwords)
        return failure(passwords.error());
    const QStringList outputs = arguments.outputFolder.isEmpty()
        ? QStringList(arguments.output)
        : signing::suggestedOutputs(arguments.sources, arguments.outputFolder);
    std::vector<Requests> requests(keys.size());
    for (qsizetype i = 0; i < arguments.sources.size(); ++i) {
        const auto& password = (*passwords)[static_cast<std::size_t>(i)];
        auto places = wanted->on(arguments.sources[i], password, output, stop);
        if (!places)
            return failure(places.error());
        for (std::size_t signer = 0; signer < keys.size(); ++signer) {
            auto& request = requests[signer].emplace_back();
            request.source = arguments.sources[i];
            request.output = outputs[i];
            request.existingOutput
                = arguments.force ? signing::ExistingOutput::Overwrite : signing::ExistingOutput::Refuse;
            request.documentPassword = password.clone();
            request.seals = std::move(places->bySigner[signer]);
            if (signer == 0)
                request.fieldName = places->fieldName.isEmpty() ? arguments.field : places->fieldName;
            request.profile = arguments.profile;
            request.reason = arguments.reason;
            request.location = arguments.location;
        }
    }
    return requests;
}

/// Without a terminal nobody agrees.
signing::ConfirmHolder confirmHolder(OtherHolder otherHolder, ErrorOutput& output, const std::stop_token& stop)
{
    if (otherHolder == OtherHolder::Agreed)
        return [](const signing::HolderQuestion&) { return true; };
    return [&output, stop](const signing::HolderQuestion& question) -> Result<bool> {
        output.clearLine();
        const auto agreed = platform::confirmOnTerminal(
            Words::tr("The certificate belongs to %1, but the seals were enrolled for %2. Type %3 to sign with it: ")
                .arg(question.certificateHolder, question.sealHolders.join(u", "_s), kWordForYes),
            kWordForYes);
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        return agreed && *agreed;
    };
}

/// What could not be told is shown before anybody agrees to it.
Result<bool> agreeOnTerminal(const std::vector<environment::CheckResult>& unknown, ErrorOutput& output)
{
    output.clearLine();
    for (const auto& result : unknown)
        output.say(textOf(result));
    const QString question = Words::tr("This could not be told. Type %1 to sign all the same: ");
    return platform::confirmOnTerminal(question.arg(kWordForYes), kWordForYes);
}

/// Without a terminal nobody agrees.
signing::ConfirmUnknown confirmUnknown(UnknownFitness fitness, ErrorOutput& output, const std::stop_token& stop)
{
    if (fitness == UnknownFitness::Agreed)
        return [](const std::vector<environment::CheckResult>&) { return true; };
    return [&output, stop](const std::vector<environment::CheckResult>& unknown) -> Result<bool> {
        const auto agreed = agreeOnTerminal(unknown, output);
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        return agreed && *agreed;
    };
}

QJsonArray jsonOfMarks(const std::vector<seal::PlacedSeal>& seals)
{
    QJsonArray marks;
    for (const auto& placed : seals) {
        marks.append(QJsonObject {
            { u"seal"_s, placed.seal.name },
            { u"page"_s, placed.placement.page + 1 },
            { u"xMm"_s, placed.placement.centreMm.x() },
            { u"yMm"_s, placed.placement.centreMm.y() },
            { u"widthMm"_s, placed.placement.sizeMm.width() },
            { u"heightMm"_s, placed.placement.sizeMm.height() },
            { u"rotation"_s, placed.placement.rotationDegrees },
        });
    }
    return marks;
}

QJsonObject jsonOf(const signing::SignedDocument& document, const std::vector<seal::PlacedSeal>& seals)
{
    QJsonObject json = verification::toJson(document.report);
    json[u"path"_s] = document.path;
    json[u"signer"_s] = document.signers.front().holder().displayName;
    json[u"serial"_s] = document.signers.front().serialNumber();
    json[u"claimedTime"_s] = document.claimedTime.toUTC().toString(Qt::ISODate);
    json[u"marks"_s] = jsonOfMarks(seals);
    if (document.signers.size() == 1)
        return json;
    QJsonArray signers;
    for (const auto& signer : document.signers)
        signers.append(
            QJsonObject { { u"signer"_s, signer.holder().displayName }, { u"serial"_s, signer.serialNumber() } });
    json[u"signers"_s] = signers;
    return json;
}

/// Everybody's on one document.
std::vector<seal::PlacedSeal> sealsOn(std::size_t document, const std::vector<Requests>& requests)
{
    std::vector<seal::PlacedSeal> seals;
    for (const auto& ofSigner : requests)
        seals.insert(seals.end(), ofSigner[document].seals.begin(), ofSigner[document].seals.end());
    return seals;
}

/// One document alone is the whole answer; several are its `documents`.
Answer done(const std::vector<signing::SignedDocument>& documents, const std::vector<Requests>& requests)
{
    QString text;
    QJsonArray all;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        text += Words::tr("Signed: %1").arg(documents[i].path) + u'\n';
        all.append(jsonOf(documents[i], sealsOn(i, requests)));
    }
    const auto& first = documents.front();
    for (const auto& signer : first.signers)
        text += Words::tr("Signer: %1, certificate %2").arg(signer.holder().displayName, signer.serialNumber()) + u'\n';
    text += Words::tr("Time: %1 by this computer's clock").arg(shownTime(first.claimedTime)) + u'\n'
        + Words::tr("%n seal(s)", nullptr, static_cast<int>(sealsOn(0, requests).size())) + u'\n';
    if (documents.size() == 1)
        return { ExitCode::Done, text, all.first().toObject() };
    text += Words::tr("%n file(s) signed", nullptr, static_cast<int>(documents.size())) + u'\n';
    return { ExitCode::Done, text, { { u"documents"_s, all } } };
}

bool isAbout(const QString& fileName, const signing::SigningRequest& request)
{
    return QFileInfo(request.source).fileName() == fileName || QFileInfo(request.output).fileName() == fileName;
}

/// Of several documents the one that the error is about is named, also where its sentence does not.
Answer notDone(const Error& error, const Requests& requests)
{
    Answer answer = cli::notDone(error);
    const auto& name = error.facts.name;
    const bool isOne = requests.size() > 1
        && std::any_of(requests.begin(), requests.end(), [&](const auto& request) { return isAbout(name, request); });
    if (!isOne)
        return answer;
    QJsonObject json = answer.json[u"error"_s].toObject();
    json[u"file"_s] = name;
    answer.json[u"error"_s] = json;
    answer.text.prepend(name + u":\n"_s);
    return answer;
}

} // namespace

Answer signFiles(const SignArguments& arguments, std::stop_token stop)
{
    ErrorOutput output;
    std::vector<std::unique_ptr<key::SigningKey>> keys;
    std::vector<environment::Server> servers;
    for (const auto& wanted : arguments.keys) {
        auto key = chooseKey(wanted, output, stop);
        if (!key)
            return notDone(key.error());
        keys.push_back(std::move(*key));
        auto itsServers = serversFor(wanted);
        if (!itsServers)
            return notDone(itsServers.error());
        servers.insert(servers.end(), itsServers->begin(), itsServers->end());
    }
    const auto requests = requestsOf(arguments, keys, output, stop);
    if (!requests)
        return notDone(requests.error());
    const auto readiness = readinessFor(arguments.policyFile, arguments.keys.front());
    if (!readiness)
        return notDone(readiness.error());
    const auto journal = journal::Journal::open(journalFile());
    if (!journal)
        return notDone(journal.error());

    std::vector<signing::SignerTurn> turns;
    for (std::size_t signer = 0; signer < keys.size(); ++signer)
        turns.push_back({ *keys[signer], (*requests)[signer] });
    const SystemClock clock;
    const signing::SigningServices services { clock, **journal, **readiness,
        confirmHolder(arguments.otherHolder, output, stop), confirmUnknown(arguments.unknownFitness, output, stop),
        servers };
    const auto documents = signing::signInTurn(turns, services, progressLine(output), stop);
    output.clearLine();
    return documents ? done(*documents, *requests) : notDone(documents.error(), requests->front());
}

} // namespace bidseal::cli
