#pragma once

#include "app/bidseal-cli/Answer.h"
#include "app/bidseal-cli/SealArguments.h"
#include "core/cms/SignedData.h"

#include <QStringList>

#include <variant>

namespace bidseal::cli {

struct KeyArguments {
    QString key; ///< "pkcs11:…" or "p12:FILE"
    QString module; ///< empty: the installed ones are asked
    QString pinFile; ///< "-": standard input; empty: the terminal
};

struct SignArguments {
    QString source, output;
    KeyArguments key;
    QString openPasswordFile;
    QString field;
    std::vector<SealArgument> seals;
    cms::Profile profile = cms::Profile::PadesBaseline;
    QString reason, location;
    bool force = false;
};

struct KeysArguments {
    QString module;
};

struct VerifyArguments {
    QString file;
    QString openPasswordFile;
};

struct VersionArguments { };

struct HelpArguments {
    QString text;
};

using Command = std::variant<SignArguments, KeysArguments, VerifyArguments, VersionArguments, HelpArguments>;

/// `arguments` without the program's name.
[[nodiscard]] Parsed<Command> parseCommandLine(const QStringList& arguments);

/// Known even where the rest is wrong.
[[nodiscard]] Form wantedForm(const QStringList& arguments);

} // namespace bidseal::cli
