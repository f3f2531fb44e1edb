#pragma once

#include "app/bidseal-cli/Answer.h"
#include "app/bidseal-cli/SealArguments.h"
#include "core/cms/SignedData.h"
#include "core/environment/Finding.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace bidseal::cli {

struct KeyArguments {
    QString key; ///< "pkcs11:…", "p12:FILE" or "mobile:https://HOST:PORT[;ca=FILE]"
    QString module; ///< empty: the installed ones are asked
    QString pinFile; ///< "-": standard input; empty: the terminal
    QString pictureFile; ///< a PNG of the code for a phone; empty: none
    std::optional<std::chrono::seconds> timeout; ///< for the phone

    [[nodiscard]] bool isPhone() const { return key.startsWith(QLatin1StringView("mobile:")); }
};

/// Whether the certificate may be another one than the seals were enrolled for.
enum class OtherHolder { AskFirst, Agreed };

/// Whether somebody signs though a check of this computer that must pass could not tell.
enum class UnknownFitness { AskFirst, Agreed };

struct SignArguments {
    QString planFile; ///< of `plan apply`: where seals go besides
    QStringList sources;
    QString output; ///< of the only source; or
    QString outputFolder; ///< for any number
    std::vector<KeyArguments> keys; ///< at least one; each signs what the one before has signed
    OtherHolder otherHolder = OtherHolder::AskFirst;
    QString openPasswordFile;
    QString field;
    std::vector<SealArgument> seals;
    cms::Profile profile = cms::Profile::PadesBaseline;
    QString reason, location;
    QString policyFile; ///< empty: none besides the usual ones
    UnknownFitness unknownFitness = UnknownFitness::AskFirst;
    bool force = false;
};

struct CheckArguments {
    QStringList only; ///< ids; empty: all
    bool quick = false; ///< those that must pass
    QString policyFile, reportFile;
    environment::Disclosure disclosure = environment::Disclosure::Redacted;
    QString document; ///< that shall be signed; empty: none
    QString outputFolder; ///< empty: beside the document
    KeyArguments key; ///< that shall sign; empty: none in particular
    bool tryKey = false; ///< a signature over a text without meaning
};

struct KeysArguments {
    QString module;
};

struct VerifyArguments {
    QString file;
    QString openPasswordFile;
};

/// `plan check`: whether everything that a checklist asks for stands in the file.
struct ChecklistArguments {
    QString checklist; ///< a file, or the id of one that comes with the program
    QString file;
    QString openPasswordFile;
};

/// `seal extract`: from a scanned impression to a seal's picture.
struct ExtractArguments {
    QString scan, output;
    std::optional<double> dpi; ///< instead of what the scan says
    bool force = false;
};

struct VersionArguments { };

struct HelpArguments {
    QString text;
};

using Command = std::variant<SignArguments, CheckArguments, KeysArguments, VerifyArguments, ChecklistArguments,
    ExtractArguments, VersionArguments, HelpArguments>;

/// `arguments` without the program's name.
[[nodiscard]] Parsed<Command> parseCommandLine(const QStringList& arguments);

/// Known even where the rest is wrong.
[[nodiscard]] Form wantedForm(const QStringList& arguments);

} // namespace bidseal::cli
