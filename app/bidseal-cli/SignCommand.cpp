#include "app/bidseal-cli/SignCommand.h"

#include "app/bidseal-cli/DocumentPassword.h"
#include "app/bidseal-cli/KeyChoice.h"
#include "app/bidseal-cli/ProgressLine.h"
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

Result<std::vector<seal::PlacedSeal>> placedSeals(const std::vector<SealArgument>& arguments)
{
    std::vector<seal::PlacedSeal> placed;
    for (const auto& argument : arguments) {
        const QFileInfo file(argument.file);
        auto seal
            = seal::loadSeal(argument.file, file.completeBaseName(), seal::guessKind(file.fileName()), argument.sizeMm);
        if (!seal)
            return failure(seal.error());
        seal->holder = argument.holder;
        for (const auto& place : argument.places)
            placed.push_back({ *seal, { place.page - 1, place.centreMm, seal->sizeMm, place.rotationDegrees } });
    }
    return placed;
}

Result<std::vector<signing::SigningRequest>> requestsOf(const SignArguments& arguments)
{
    const auto seals = placedSeals(arguments.seals);
    if (!seals)
        return failure(seals.error());
    auto passwords = documentPasswords(arguments.sources, arguments.openPasswordFile);
    if (!passwords)
        return failure(passwords.error());
    const QStringList outputs = arguments.outputFolder.isEmpty()
        ? QStringList(arguments.output)
        : signing::suggestedOutputs(arguments.sources, arguments.outputFolder);
    std::vector<signing::SigningRequest> requests;
    for (qsizetype i = 0; i < arguments.sources.size(); ++i) {
        signing::SigningRequest request;
        request.source = arguments.sources[i];
        request.output = outputs[i];
        request.existingOutput = arguments.force ? signing::ExistingOutput::Overwrite : signing::ExistingOutput::Refuse;
        request.documentPassword = std::move((*passwords)[static_cast<std::size_t>(i)]);
        request.seals = *seals;
        request.fieldName = arguments.field;
        request.profile = arguments.profile;
        request.reason = arguments.reason;
        request.location = arguments.location;
        requests.push_back(std::move(request));
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

QJsonObject jsonOf(const signing::SignedDocument& document, const signing::SigningRequest& request)
{
    QJsonObject json = verification::toJson(document.report);
    json[u"path"_s] = document.path;
    json[u"signer"_s] = document.signer.holder().displayName;
    json[u"serial"_s] = document.signer.serialNumber();
    json[u"claimedTime"_s] = document.claimedTime.toUTC().toString(Qt::ISODate);
    json[u"marks"_s] = jsonOfMarks(request.seals);
    return json;
}

/// One document alone is the whole answer; several are its `documents`.
Answer done(const std::vector<signing::SignedDocument>& documents, const std::vector<signing::SigningRequest>& requests)
{
    QString text;
    QJsonArray all;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        text += Words::tr("Signed: %1").arg(documents[i].path) + u'\n';
        all.append(jsonOf(documents[i], requests[i]));
    }
    const auto& first = documents.front();
    text += Words::tr("Signer: %1, certificate %2").arg(first.signer.holder().displayName, first.signer.serialNumber())
        + u'\n' + Words::tr("Time: %1 by this computer's clock").arg(shownTime(first.claimedTime)) + u'\n'
        + Words::tr("%n seal(s)", nullptr, static_cast<int>(requests.front().seals.size())) + u'\n';
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
Answer notDone(const Error& error, const std::vector<signing::SigningRequest>& requests)
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
    const auto requests = requestsOf(arguments);
    if (!requests)
        return notDone(requests.error());
    const auto key = chooseKey(arguments.key, output, stop);
    if (!key)
        return notDone(key.error());
    const auto readiness = readinessFor(arguments.policyFile, arguments.key);
    if (!readiness)
        return notDone(readiness.error());
    const auto servers = serversFor(arguments.key);
    if (!servers)
        return notDone(servers.error());
    const auto journal = journal::Journal::open(journalFile());
    if (!journal)
        return notDone(journal.error());

    const SystemClock clock;
    const signing::SigningServices services { clock, **journal, **readiness,
        confirmHolder(arguments.otherHolder, output, stop), confirmUnknown(arguments.unknownFitness, output, stop),
        *servers };
    const auto documents = signing::signAll(*requests, **key, services, progressLine(output), stop);
    output.clearLine();
    return documents ? done(*documents, *requests) : notDone(documents.error(), *requests);
}

} // namespace bidseal::cli
