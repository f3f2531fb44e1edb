#include "core/signing/OutputChecks.h"

#include "core/base/platform/FileNames.h"
#include "core/base/platform/Files.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

ErrorFacts aboutFile(const QString& path) { return { QFileInfo(path).fileName(), {}, {}, {} }; }

/// One name for all ways to write a path, also to a file that is not there yet.
QString placeOf(const QString& path)
{
    const QFileInfo file(path);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return QDir::cleanPath((folder.isEmpty() ? file.absolutePath() : folder) + u'/' + file.fileName());
}

Status checkOutput(const SigningRequest& request)
{
    const QFileInfo output(request.output);
    if (!platform::isFileName(output.fileName()))
        return failure(ErrorCode::OutputNotWritable, u"the system keeps this name"_s, aboutFile(request.output));
    if (!QFileInfo(output.absolutePath()).isDir())
        return failure(ErrorCode::OutputNotWritable, u"there is no such folder"_s, aboutFile(request.output));
    if (!output.exists() && !output.isSymLink())
        return {};
    if (request.existingOutput == ExistingOutput::Refuse)
        return failure(ErrorCode::OutputExists, {}, aboutFile(request.output));
    if (platform::isOpenElsewhere(request.output))
        return failure(ErrorCode::OutputInUse, {}, aboutFile(request.output));
    return {};
}

/// Links under another name included.
bool isAnySource(const QString& output, std::span<const SigningRequest> requests)
{
    return QFileInfo::exists(output)
        && std::any_of(requests.begin(), requests.end(),
            [&](const SigningRequest& request) { return platform::isSameFile(request.source, output); });
}

} // namespace

Status checkOutputs(std::span<const SigningRequest> requests)
{
    QSet<QString> sources;
    for (const auto& request : requests)
        sources.insert(placeOf(request.source));
    QSet<QString> outputs;
    for (const auto& request : requests) {
        const QString place = placeOf(request.output);
        if (sources.contains(place) || isAnySource(request.output, requests))
            return failure(ErrorCode::OutputIsSource, {}, aboutFile(request.output));
        // Names that differ in nothing but case count as one: on many disks they are.
        if (outputs.contains(place.toCaseFolded()))
            return failure(ErrorCode::OutputExists, u"wanted for two documents"_s, aboutFile(request.output));
        outputs.insert(place.toCaseFolded());
        if (const auto possible = checkOutput(request); !possible)
            return possible;
    }
    return {};
}

} // namespace bidseal::signing
