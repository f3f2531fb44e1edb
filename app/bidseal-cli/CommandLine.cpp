#include "app/bidseal-cli/CommandLine.h"

#include "app/bidseal-cli/Options.h"
#include "app/bidseal-cli/SignOptions.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

class CheckOptions {
public:
    explicit CheckOptions(CLI::App& app)
        : m_command(app.add_subcommand("check", Words::tr("Say whether this computer is fit to sign on").toStdString()))
        , m_only(addRepeatable(*m_command, "--only", "ID", Words::tr("This check alone; repeatable")))
        , m_quick(addFlag(*m_command, "--quick", Words::tr("Only what must pass before a signature")))
        , m_policy(addText(*m_command, "--policy", "FILE",
              Words::tr("What is required of this computer besides; it can only ask for more")))
        , m_report(addText(*m_command, "--report", "FILE.html", Words::tr("The report as a page, for support")))
        , m_full(addFlag(*m_command, "--full",
              Words::tr("Report and JSON with the names of persons, companies, computers and folders")))
        , m_document(addText(*m_command, "--document", "FILE", Words::tr("The PDF that shall be signed")))
        , m_outputFolder(addText(*m_command, "--out-dir", "DIR", Words::tr("The folder for the signed file")))
        , m_key(addText(*m_command, "--key", "KEY", Words::tr("The key that shall sign, as for sign")))
        , m_module(addText(*m_command, "--module", "PATH", Words::tr("The UKey's driver (PKCS#11)")))
        , m_tryKey(addFlag(
              *m_command, "--try-key", Words::tr("Sign a text without legal meaning with that key; asks for its PIN")))
        , m_pinFile(addText(*m_command, "--pin-file", "FILE",
              Words::tr("A file with the PIN that only you may read; - is standard input")))
    {
    }

    bool isWanted() const { return m_command->parsed(); }
    CLI::App* command() const { return m_command; }

    Parsed<Command> arguments() const
    {
        CheckArguments check;
        check.only = valuesOf(m_only);
        check.quick = m_quick->count() > 0;
        check.policyFile = valueOf(m_policy);
        check.reportFile = valueOf(m_report);
        if (m_full->count() > 0)
            check.disclosure = environment::Disclosure::Full;
        check.document = valueOf(m_document);
        check.outputFolder = valueOf(m_outputFolder);
        check.key = { valueOf(m_key), valueOf(m_module), valueOf(m_pinFile), {}, {} };
        check.tryKey = m_tryKey->count() > 0;
        if (check.quick && !check.only.isEmpty())
            return fault(Words::tr("Either --quick or --only, not both."));
        if (check.tryKey && (check.key.key.isEmpty() || check.key.isPhone()))
            return fault(Words::tr("--try-key needs a key on this computer: --key pkcs11:… or p12:FILE."));
        if (!check.tryKey && !check.key.pinFile.isEmpty())
            return fault(Words::tr("--pin-file belongs to --try-key: nothing else needs the PIN."));
        return check;
    }

private:
    CLI::App* m_command;
    CLI::Option *m_only, *m_quick, *m_policy, *m_report, *m_full, *m_document, *m_outputFolder, *m_key, *m_module;
    CLI::Option *m_tryKey, *m_pinFile;
};

class ChecklistOptions {
public:
    explicit ChecklistOptions(CLI::App& plan)
        : m_command(plan.add_subcommand(
            "check", Words::tr("Say which seals of a checklist the file still misses").toStdString()))
        , m_checklist(addText(*m_command, "CHECKLIST", "",
              Words::tr("The checklist (JSON), or the id of one that comes with the program, such as supplier")))
        , m_file(addText(*m_command, "FILE", "", Words::tr("The signed PDF")))
        , m_openPasswordFile(addText(*m_command, "--open-password-file", "FILE",
              Words::tr("A file with the password that opens the PDF; - is standard input")))
    {
    }

    bool isWanted() const { return m_command->parsed(); }
    CLI::App* command() const { return m_command; }

    Parsed<Command> arguments() const
    {
        if (valueOf(m_checklist).isEmpty())
            return fault(Words::tr("The checklist is missing."));
        if (valueOf(m_file).isEmpty())
            return fault(Words::tr("The signed PDF is missing."));
        return ChecklistArguments { valueOf(m_checklist), valueOf(m_file), valueOf(m_openPasswordFile) };
    }

private:
    CLI::App* m_command;
    CLI::Option *m_checklist, *m_file, *m_openPasswordFile;
};

class ExtractOptions {
public:
    explicit ExtractOptions(CLI::App& seal)
        : m_command(
            seal.add_subcommand("extract", Words::tr("Lift a seal off a scanned or photographed sheet").toStdString()))
        , m_scan(addText(*m_command, "SCAN", "", Words::tr("The scan or photo, PNG or JPEG")))
        , m_output(addText(*m_command, "--out", "SEAL.png", Words::tr("The seal's picture, with transparent paper")))
        , m_dpi(addText(*m_command, "--dpi", "N", Words::tr("The scan's resolution, where its file does not say it")))
        , m_force(addFlag(*m_command, "--force", Words::tr("Overwrite SEAL.png, nothing else")))
    {
    }

    bool isWanted() const { return m_command->parsed(); }
    CLI::App* command() const { return m_command; }

    Parsed<Command> arguments() const
    {
        ExtractArguments extract { valueOf(m_scan), valueOf(m_output), {}, m_force->count() > 0 };
        if (extract.scan.isEmpty())
            return fault(Words::tr("The scan is missing."));
        if (extract.output.isEmpty())
            return fault(Words::tr("--out is missing: the seal's picture needs a name."));
        if (m_dpi->count() > 0) {
            bool isNumber = false;
            extract.dpi = valueOf(m_dpi).toDouble(&isNumber);
            if (!isNumber || *extract.dpi < 50 || *extract.dpi > 4800)
                return fault(Words::tr("--dpi takes a number from 50 to 4800."));
        }
        return extract;
    }

private:
    CLI::App* m_command;
    CLI::Option *m_scan, *m_output, *m_dpi, *m_force;
};

/// Words of CLI11's own, in the user's language where this program knows what is meant.
QString messageOf(const CLI::ParseError& error)
{
    const QString detail = QString::fromStdString(error.what());
    if (dynamic_cast<const CLI::ExtrasError*>(&error))
        return Words::tr("There is an argument that is not known (%1).").arg(detail);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
        return Words::tr("An option has no value, or stands there twice (%1).").arg(detail);
    return Words::tr("The arguments are not understood (%1).").arg(detail);
}

void useUsersLanguage(CLI::App& app)
{
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", Words::tr("Usage").toStdString());
    formatter->label("OPTIONS", Words::tr("OPTIONS").toStdString());
    formatter->label("SUBCOMMAND", Words::tr("COMMAND").toStdString());
    formatter->label("Positionals", Words::tr("Arguments").toStdString());
    formatter->label("Options", Words::tr("Options").toStdString());
    formatter->label("Subcommands", Words::tr("Commands").toStdString());
    app.formatter(formatter);
    app.set_help_flag("-h,--help", Words::tr("Show this help").toStdString());
    app.allow_windows_style_options(false); // a path may start with a slash
}

/// CLI11 takes them last first.
std::vector<std::string> reversedUtf8(const QStringList& arguments)
{
    std::vector<std::string> words;
    for (const auto& argument : arguments)
        words.push_back(argument.toStdString());
    std::reverse(words.begin(), words.end());
    return words;
}

} // namespace

Parsed<Command> parseCommandLine(const QStringList& arguments)
{
    CLI::App app(Words::tr("BidSeal signs bid documents.").toStdString(), "bidseal-cli");
    useUsersLanguage(app);
    auto* signCommand = app.add_subcommand("sign", Words::tr("Sign PDFs, with seals or invisibly").toStdString());
    const SignOptions sign(*signCommand, SignOptions::Places::OfOptions);
    const CheckOptions check(app);
    auto* keys = app.add_subcommand("keys", Words::tr("List the keys that can sign").toStdString());
    const auto* keysModule = addText(*keys, "--module", "PATH", Words::tr("The UKey's driver (PKCS#11)"));
    auto* verify = app.add_subcommand("verify", Words::tr("Say what a signed PDF proves").toStdString());
    const auto* verifyFile = addText(*verify, "FILE", "", Words::tr("The signed PDF"));
    const auto* verifyPassword = addText(*verify, "--open-password-file", "FILE",
        Words::tr("A file with the password that opens the PDF; - is standard input"));
    auto* plan
        = app.add_subcommand("plan", Words::tr("Place seals by a plan, and check against a checklist").toStdString());
    auto* applyCommand = plan->add_subcommand("apply", Words::tr("Sign PDFs with the seals of a plan").toStdString());
    const SignOptions apply(*applyCommand, SignOptions::Places::OfPlan);
    const ChecklistOptions checklist(*plan);
    auto* seal = app.add_subcommand("seal", Words::tr("Work with seals").toStdString());
    const ExtractOptions extract(*seal);
    auto* version = app.add_subcommand("version", Words::tr("Show the version").toStdString());
    for (auto* command : { &app, sign.command(), check.command(), keys, verify, plan, apply.command(),
             checklist.command(), seal, extract.command(), version })
        addFlag(*command, "--json", Words::tr("Answer in JSON, for programs"));

    try {
        app.parse(reversedUtf8(arguments));
    } catch (const CLI::CallForHelp&) {
        return HelpArguments { QString::fromStdString(app.help()) };
    } catch (const CLI::ParseError& error) {
        return fault(messageOf(error));
    }

    if (sign.isWanted())
        return sign.arguments();
    if (check.isWanted())
        return check.arguments();
    if (apply.isWanted())
        return apply.arguments();
    if (checklist.isWanted())
        return checklist.arguments();
    if (plan->parsed())
        return fault(Words::tr("A command is missing: plan apply or plan check."));
    if (extract.isWanted())
        return extract.arguments();
    if (seal->parsed())
        return fault(Words::tr("A command is missing: seal extract."));
    if (keys->parsed())
        return KeysArguments { valueOf(keysModule) };
    if (version->parsed())
        return VersionArguments {};
    if (!verify->parsed())
        return fault(Words::tr("A command is missing: sign, plan, seal, check, keys, verify or version."));
    if (valueOf(verifyFile).isEmpty())
        return fault(Words::tr("The signed PDF is missing."));
    return VerifyArguments { valueOf(verifyFile), valueOf(verifyPassword) };
}

Form wantedForm(const QStringList& arguments) { return arguments.contains(u"--json"_s) ? Form::Json : Form::Text; }

} // namespace bidseal::cli
