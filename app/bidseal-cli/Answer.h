#pragma once

#include "core/base/Error.h"

#include <QJsonObject>

namespace bidseal::cli {

enum class ExitCode {
    Done = 0,
    AnswerIsNo = 1, ///< an invalid signature, a computer that is not fit, the refusal of a phone's owner
    UsedWrongly = 2,
    NotDone = 3, ///< with the error's code
};

/// What a command has to say, for a person and for a program.
struct Answer {
    ExitCode exitCode = ExitCode::Done;
    QString text;
    QJsonObject json;
};

enum class Form { Text, Json };

[[nodiscard]] Answer notDone(const Error& error);
/// `message` is a whole sentence in the user's language.
[[nodiscard]] Answer usedWrongly(const QString& message);

/// Text to standard output, errors to standard error; JSON always to standard output. Gives the process's exit code.
[[nodiscard]] int give(const Answer& answer, Form form);

} // namespace bidseal::cli
