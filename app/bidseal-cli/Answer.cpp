#include "app/bidseal-cli/Answer.h"

#include "core/base/ErrorSentence.h"
#include "core/base/platform/Process.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

ExitCode exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UsageWrong:
    case ErrorCode::KeyUriInvalid:
    case ErrorCode::RelayAddressInvalid:
    case ErrorCode::PolicyInvalid:
        return ExitCode::UsedWrongly;
    case ErrorCode::PhoneRefused:
    case ErrorCode::EnvironmentUnfit:
    case ErrorCode::EnvironmentUnclear:
    case ErrorCode::PhoneCodeDiffers:
        return ExitCode::AnswerIsNo;
    default:
        return ExitCode::NotDone;
    }
}

Answer errorAnswer(ExitCode exitCode, ErrorCode code, const ErrorSentence& sentence)
{
    const QString name = errorCodeName(code);
    const QJsonObject error { { u"code"_s, name }, { u"happened"_s, sentence.happened }, { u"todo"_s, sentence.todo } };
    return { exitCode, u"%1\n%2\n(%3)\n"_s.arg(sentence.happened, sentence.todo, name), { { u"error"_s, error } } };
}

} // namespace

Answer notDone(const Error& error) { return errorAnswer(exitCodeOf(error.code), error.code, errorSentence(error)); }

Answer usedWrongly(const QString& message)
{
    return errorAnswer(ExitCode::UsedWrongly, ErrorCode::UsageWrong,
        { message, errorSentence({ ErrorCode::UsageWrong, {}, {} }).todo });
}

int give(const Answer& answer, Form form)
{
    const bool isError = answer.json.contains(u"error"_s);
    if (form == Form::Json) {
        const QByteArray json = QJsonDocument(answer.json).toJson(); // UTF-8 by RFC 8259, whatever the terminal's
        std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()), stdout);
    }
    if (isError)
        platform::print(stderr, answer.text);
    else if (form == Form::Text)
        platform::print(stdout, answer.text);
    return static_cast<int>(answer.exitCode);
}

} // namespace bidseal::cli
