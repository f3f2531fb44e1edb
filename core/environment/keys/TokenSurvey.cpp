#include "core/environment/keys/TokenSurvey.h"

#include "core/base/Beside.h"
#include "core/base/Log.h"

#include <QFileInfo>

namespace bidseal::environment {

namespace {

/// Two names of one file would show each token twice.
QStringList differentFiles(const QStringList& modules)
{
    QStringList different, files;
    for (const auto& module : modules) {
        const auto canonical = QFileInfo(module).canonicalFilePath(); // empty where it is not there
        const auto file = canonical.isEmpty() ? module : canonical;
        if (files.contains(file))
            continue;
        files.append(file);
        different.append(module);
    }
    return different;
}

DriverAnswer ask(const QString& module, const QString& tokenHost, const std::stop_token& stop)
{
    key::TokenHost host(module, tokenHost, { .list = TokenSurvey::kPatience });
    DriverAnswer answer { module, host.contents(stop) };
    if (!answer.tokens)
        qCInfo(logEnvironment).noquote() << "a driver did not tell its tokens:" << logText(answer.tokens.error());
    return answer;
}

std::vector<DriverAnswer> askSideBySide(const Situation& situation, const std::stop_token& stop)
{
    std::vector<Beside<DriverAnswer>> asked;
    for (const auto& module : differentFiles(situation.modules))
        asked.emplace_back([module, &situation, stop] { return ask(module, situation.tokenHost, stop); });
    std::vector<DriverAnswer> answers;
    for (auto& answer : asked)
        answers.push_back(answer.get());
    return answers;
}

} // namespace

bool DriverAnswer::isSilent() const { return !tokens && tokens.error().code != ErrorCode::ModuleNotFound; }

const std::vector<DriverAnswer>& TokenSurvey::answers(const Situation& situation, const std::stop_token& stop)
{
    std::call_once(m_once, [&] { m_answers = askSideBySide(situation, stop); });
    return m_answers;
}

} // namespace bidseal::environment
