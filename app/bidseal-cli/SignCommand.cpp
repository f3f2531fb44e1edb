#include "app/bidseal-cli/SignCommand.h"

#include "app/bidseal-cli/DocumentPassword.h"
#include "app/bidseal-cli/KeyChoice.h"
#include "core/base/ShownTime.h"
#include "core/base/UserFolder.h"
#include "core/signing/SigningFlow.h"
#include "core/verification/ReportJson.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<std::vector<seal::PlacedSeal>> placedSeals(const std::vector<SealArgument>& arguments)
{
    std::vector<seal::PlacedSeal> placed;
    for (const auto& argument : arguments) {
        const QFileInfo file(argument.file);
        auto seal
            = seal::loadSeal(argument.file, file.completeBaseName(), seal::guessKind(file.fileName()), argument.sizeMm);
        if (!seal)
            return failure(seal.error());
        for (const auto& place : argument.places)
            placed.push_back({ *seal, { place.page - 1, place.centreMm, seal->sizeMm, place.rotationDegrees } });
    }
    return placed;
}

Result<signing::SigningRequest> requestOf(const SignArguments& arguments)
{
    signing::SigningRequest request;
    request.source = arguments.source;
    request.output = arguments.output;
    request.existingOutput = arguments.force ? signing::ExistingOutput::Overwrite : signing::ExistingOutput::Refuse;
    request.fieldName = arguments.field;
    request.profile = arguments.profile;
    request.reason = arguments.reason;
    request.location = arguments.location;
    auto seals = placedSeals(arguments.seals);
    if (!seals)
        return failure(seals.error());
    request.seals = std::move(*seals);
    auto password = documentPassword(arguments.source, arguments.openPasswordFile);
    if (!password)
        return failure(password.error());
    request.documentPassword = std::move(*password);
    return request;
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

Answer done(const signing::SignedDocument& document, const signing::SigningRequest& request)
{
    const QString text = Words::tr("Signed: %1").arg(document.path) + u"\n"_s
        + Words::tr("Signer: %1, certificate %2")
              .arg(document.signer.holder().displayName, document.signer.serialNumber())
        + u"\n"_s + Words::tr("Time: %1 by this computer's clock").arg(shownTime(document.claimedTime)) + u"\n"_s
        + Words::tr("%n seal(s)", nullptr, static_cast<int>(request.seals.size())) + u"\n"_s;
    QJsonObject json = verification::toJson(document.report);
    json[u"path"_s] = document.path;
    json[u"signer"_s] = document.signer.holder().displayName;
    json[u"serial"_s] = document.signer.serialNumber();
    json[u"claimedTime"_s] = document.claimedTime.toUTC().toString(Qt::ISODate);
    json[u"marks"_s] = jsonOfMarks(request.seals);
    return { ExitCode::Done, text, json };
}

} // namespace

Answer signFile(const SignArguments& arguments, std::stop_token stop)
{
    const auto request = requestOf(arguments);
    if (!request)
        return notDone(request.error());
    const auto key = chooseKey(arguments.key, stop);
    if (!key)
        return notDone(key.error());
    const auto journal = journal::Journal::open(journalFile());
    if (!journal)
        return notDone(journal.error());

    const SystemClock clock;
    const auto document = signing::sign(*request, **key, { clock, **journal }, {}, std::move(stop));
    return document ? done(*document, *request) : notDone(document.error());
}

} // namespace bidseal::cli
