#pragma once

#include "core/base/Result.h"

#include <QLoggingCategory>

namespace bidseal {

Q_DECLARE_LOGGING_CATEGORY(logFlow)
Q_DECLARE_LOGGING_CATEGORY(logPdf)
Q_DECLARE_LOGGING_CATEGORY(logKey)
Q_DECLARE_LOGGING_CATEGORY(logRelay)
Q_DECLARE_LOGGING_CATEGORY(logEnvironment)
Q_DECLARE_LOGGING_CATEGORY(logUi)

enum class LogEcho {
    StandardError,
    None, ///< what a command line says on standard error is for the person
};

/// Writes Qt's messages to `bidseal.log` in `folder` (at most two files of 1 MB) besides standard error, private to the
/// user. Log text is English and never holds a secret, a page's content or an unmasked identity number.
[[nodiscard]] Status startLogFile(const QString& folder, LogEcho echo = LogEcho::StandardError);

/// "pin-wrong: C_Login: CKR_PIN_INCORRECT", the one form in which an Error reaches the log.
[[nodiscard]] QString logText(const Error& error);

} // namespace bidseal
