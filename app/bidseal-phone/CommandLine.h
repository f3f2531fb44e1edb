#pragma once

#include "app/bidseal-cli/Answer.h"
#include "app/bidseal-cli/UsageFault.h"
#include "app/bidseal-phone/Misbehaviour.h"

#include <QStringList>

#include <chrono>
#include <variant>

namespace bidseal::phone {

/// Questions that were answered on the command line, before they were asked.
enum class Beforehand { Nothing, Confirmed, Refused };

struct PhoneArguments {
    QString picture; ///< of a QR code; or
    QString link; ///< "-": standard input
    QStringList keyFiles;
    QString pinFile; ///< "-": standard input; empty: the terminal
    QString caFile; ///< empty: the system's authorities
    Beforehand beforehand = Beforehand::Nothing;
    std::chrono::seconds delay { 0 }; ///< before the code is confirmed
    std::optional<Misbehaviour> misbehaviour;
};

struct HelpArguments {
    QString text;
};

using Command = std::variant<PhoneArguments, HelpArguments>;

/// `arguments` without the program's name.
[[nodiscard]] cli::Parsed<Command> parseCommandLine(const QStringList& arguments);

/// Known even where the rest is wrong.
[[nodiscard]] cli::Form wantedForm(const QStringList& arguments);

} // namespace bidseal::phone
