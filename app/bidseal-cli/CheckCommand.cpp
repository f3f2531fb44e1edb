#include "app/bidseal-cli/CheckCommand.h"

#include "app/bidseal-cli/ErrorOutput.h"
#include "app/bidseal-cli/KeyChoice.h"
#include "app/bidseal-cli/Surroundings.h"
#include "core/environment/ReportJson.h"
#include "core/environment/ShownWords.h"
#include "core/environment/keys/KeyTrial.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

using environment::CheckResult;
using environment::Checks;
using environment::Disclosure;
using environment::Report;
using environment::Verdict;

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString knownIds()
{
    QStringList ids;
    for (const auto& check : environment::allChecks())
        ids.append(QString::fromLatin1(check->traits().id));
    return ids.join(u", "_s);
}

std::optional<Checks> wantedChecks(const CheckArguments& arguments, const environment::Policy& policy)
{
    if (!arguments.only.isEmpty())
        return environment::checksNamed(arguments.only);
    return arguments.quick ? environment::quickChecks(policy) : environment::allChecks();
}

/// Where the signed file would lie.
environment::OutputPlace outputPlace(const CheckArguments& arguments)
{
    const QFileInfo document(arguments.document);
    const auto beside = arguments.document.isEmpty() ? QDir::currentPath() : document.absolutePath();
    const auto folder
        = arguments.outputFolder.isEmpty() ? beside : QFileInfo(arguments.outputFolder).absoluteFilePath();
    return { folder, arguments.document.isEmpty() ? 0 : document.size() };
}

/// On request only: it needs the PIN, and signs for real.
Result<CheckResult> trialOf(const KeyArguments& arguments, ErrorOutput& output, const std::stop_token& stop)
{
    const auto key = chooseKey(arguments, output, stop);
    if (!key)
        return failure(key.error());
    auto result = environment::trialOf(**key, Words::tr("Trial signature"), stop);
    result.rule = { environment::Requirement::MustPass, environment::WhenUnknown::Block };
    return result;
}

QString summaryOf(const Report& report)
{
    const auto attention = std::count_if(report.results.begin(), report.results.end(),
        [](const CheckResult& result) { return environment::needsAttention(result.finding); });
    return environment::shownSentenceFor(report.verdict()) + u'\n'
        + Words::tr("Checks: %1. In need of attention: %2.").arg(report.results.size()).arg(attention) + u'\n';
}

QString reportText(const Report& report)
{
    QString text;
    std::optional<environment::Group> group;
    for (const auto& result : report.results) {
        if (group != result.group)
            text += (group ? u"\n"_s : QString()) + environment::titleOf(result.group) + u'\n';
        group = result.group;
        text += textOf(result);
    }
    return text + u'\n' + summaryOf(report);
}

Answer answerFor(const Report& report, const CheckArguments& arguments)
{
    const auto exitCode = report.verdict() == Verdict::Fit ? ExitCode::Done : ExitCode::AnswerIsNo;
    return { exitCode, reportText(report), toJson(report, arguments.disclosure) };
}

} // namespace

Answer checkEnvironment(const CheckArguments& arguments, std::stop_token stop)
{
    ErrorOutput output;
    const auto readiness = readinessFor(arguments.policyFile, arguments.key);
    if (!readiness)
        return notDone(readiness.error());
    const auto servers = serversFor(arguments.key);
    if (!servers)
        return notDone(servers.error());
    if (!arguments.document.isEmpty() && !QFileInfo::exists(arguments.document))
        return notDone({ ErrorCode::FileNotFound, {}, { .name = QFileInfo(arguments.document).fileName() } });
    const auto& policy = (*readiness)->policy();
    auto checks = wantedChecks(arguments, policy);
    if (!checks)
        return usedWrongly(Words::tr("There is no such check. Known are: %1").arg(knownIds()));

    const auto count = checks->size();
    std::size_t done = 0;
    const auto tell = [&](const CheckResult& result) {
        output.setLine(Words::tr("%1 of %2: %3").arg(++done).arg(count).arg(result.title));
    };
    auto report = environment::runChecks(
        std::move(*checks), (*readiness)->situationFor({ outputPlace(arguments) }, *servers), policy, tell, stop);
    output.clearLine();
    if (stop.stop_requested())
        return notDone({ ErrorCode::Cancelled, {}, {} });
    if (arguments.tryKey) {
        auto trial = trialOf(arguments.key, output, stop);
        if (!trial)
            return notDone(trial.error());
        report.results.push_back(std::move(*trial));
    }
    if (!arguments.reportFile.isEmpty()) {
        const auto exported = exportReport(report, arguments.disclosure, arguments.reportFile);
        if (!exported)
            return notDone(exported.error());
    }
    return answerFor(report, arguments);
}

} // namespace bidseal::cli
