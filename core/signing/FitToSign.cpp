#include "core/signing/FitToSign.h"

#include "core/environment/ShownWords.h"

#include <QFileInfo>

#include <map>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

using environment::CheckResult;

std::vector<environment::OutputPlace> outputPlaces(std::span<const SigningRequest> requests)
{
    std::map<QString, qint64> bytes;
    for (const auto& request : requests)
        bytes[QFileInfo(request.output).absolutePath()] += QFileInfo(request.source).size();
    std::vector<environment::OutputPlace> places;
    for (const auto& [folder, documentBytes] : bytes)
        places.push_back({ folder, documentBytes });
    return places;
}

/// The check's own sentence, and the one thing that mends it.
tl::unexpected<Error> failureAbout(ErrorCode code, const CheckResult& result)
{
    const auto texts = shown(result.finding);
    ErrorFacts facts;
    facts.name = texts.found;
    facts.remedy = texts.todo;
    return failure(code, result.id + u": "_s + result.finding.code, facts);
}

} // namespace

Result<environment::Report> checkFitness(
    std::span<const SigningRequest> requests, const SigningServices& services, std::stop_token stop)
{
    auto report = services.gate.beforeSigning(outputPlaces(requests), services.servers, stop);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    if (report.verdict() == environment::Verdict::Unfit)
        return failureAbout(ErrorCode::EnvironmentUnfit, *report.obstacles().front());
    return report;
}

Result<QStringList> agreeOnUnknown(const environment::Report& report, const ConfirmUnknown& confirm)
{
    const auto obstacles = report.obstacles();
    if (obstacles.empty())
        return QStringList();
    std::vector<CheckResult> unknown;
    QStringList ids;
    for (const auto* result : obstacles) {
        unknown.push_back(*result);
        ids.append(result->id);
    }
    const auto agreed = confirm ? confirm(unknown) : Result<bool>(false);
    if (!agreed)
        return failure(agreed.error());
    if (!*agreed)
        return failureAbout(ErrorCode::EnvironmentUnclear, unknown.front());
    return ids;
}

} // namespace bidseal::signing
