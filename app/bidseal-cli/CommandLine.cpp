#include "app/bidseal-cli/CommandLine.h"

#include "app/bidseal-cli/Options.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

class SignOptions {
public:
    explicit SignOptions(CLI::App& app)
        : m_command(app.add_subcommand("sign", Words::tr("Sign PDFs, with seals or invisibly").toStdString()))
        , m_sources(
              addRepeatable(*m_command, "IN", "", Words::tr("The PDF to sign; several under one PIN"))->expected(-1))
        , m_output(addText(*m_command, "--out", "OUT", Words::tr("The signed file; never the original")))
        , m_outputFolder(addText(
              *m_command, "--out-dir", "DIR", Words::tr("The folder for the signed files, named NAME_已签章.pdf")))
        , m_key(addText(*m_command, "--key", "KEY",
              Words::tr("pkcs11:token=…;object=… (RFC 7512), p12:FILE, or mobile:https://HOST:PORT[;ca=FILE] for a "
                        "certificate on a phone")))
        , m_module(addText(*m_command, "--module", "PATH",
              Words::tr("The UKey's driver (PKCS#11); without it the installed drivers are asked")))
        , m_pinFile(addText(*m_command, "--pin-file", "FILE",
              Words::tr("A file with the PIN that only you may read; - is standard input")))
        , m_openPasswordFile(addText(
              *m_command, "--open-password-file", "FILE", Words::tr("The same for the password that opens the PDF")))
        , m_picture(addText(*m_command, "--qr", "FILE.png",
              Words::tr("The code for the phone as a picture too; removed when it is not needed any more")))
        , m_timeout(addText(*m_command, "--timeout", "SECONDS", Words::tr("How long to wait for the phone in all")))
        , m_field(addText(*m_command, "--field", "NAME", Words::tr("The empty signature field to sign into")))
        , m_seal(addRepeatable(*m_command, "--seal", "PNG", Words::tr("A seal's picture; repeatable")))
        , m_sealSize(addRepeatable(*m_command, "--seal-size", "42mm", Words::tr("The true size of the seal before it")))
        , m_at(addRepeatable(*m_command, "--at", "page=3,x=120mm,y=230mm[,rotate=0]",
              Words::tr("Where the centre of the seal before it stands, from the page's top left corner; repeatable")))
        , m_sealHolder(addRepeatable(*m_command, "--seal-holder", "NAME",
              Words::tr("For whose certificate the seal before it was enrolled; another one's is refused")))
        , m_anyHolder(addFlag(*m_command, "--any-holder",
              Words::tr(
                  "Agree beforehand to a certificate of another holder than the seals', where the policy allows it")))
        , m_profile(addText(*m_command, "--profile", "pades|adobe",
              Words::tr("pades (default), or adobe for readers that know no PAdES")))
        , m_reason(addText(*m_command, "--reason", "TEXT", Words::tr("Why it is signed")))
        , m_location(addText(*m_command, "--location", "TEXT", Words::tr("Where it is signed")))
        , m_policy(addText(*m_command, "--policy", "FILE",
              Words::tr("What is required of this computer besides; it can only ask for more")))
        , m_agreeUnknown(addFlag(*m_command, "--agree-unknown",
              Words::tr("Agree beforehand where a check of this computer cannot tell; the journal keeps it")))
        , m_force(addFlag(*m_command, "--force", Words::tr("Overwrite OUT, nothing else")))
    {
    }

    bool isWanted() const { return m_command->parsed(); }
    CLI::App* command() const { return m_command; }

    Parsed<Command> arguments() const
    {
        SignArguments sign;
        sign.sources = valuesOf(m_sources);
        sign.output = valueOf(m_output);
        sign.outputFolder = valueOf(m_outputFolder);
        sign.key = { valueOf(m_key), valueOf(m_module), valueOf(m_pinFile), valueOf(m_picture), {} };
        sign.openPasswordFile = valueOf(m_openPasswordFile);
        sign.field = valueOf(m_field);
        sign.reason = valueOf(m_reason);
        sign.location = valueOf(m_location);
        sign.force = m_force->count() > 0;
        sign.policyFile = valueOf(m_policy);
        sign.unknownFitness = m_agreeUnknown->count() > 0 ? UnknownFitness::Agreed : UnknownFitness::AskFirst;
        sign.otherHolder = m_anyHolder->count() > 0 ? OtherHolder::Agreed : OtherHolder::AskFirst;
        if (const auto possible = checkFiles(sign); !possible)
            return tl::unexpected(possible.error());
        const auto timeout = parseTimeout();
        if (!timeout)
            return tl::unexpected(timeout.error());
        sign.key.timeout = *timeout;
        if (const auto possible = checkKey(sign); !possible)
            return tl::unexpected(possible.error());
        const auto profile = parseProfile();
        if (!profile)
            return tl::unexpected(profile.error());
        sign.profile = *profile;
        auto seals = parseSeals(sealTokens());
        if (!seals)
            return tl::unexpected(seals.error());
        sign.seals = std::move(*seals);
        return sign;
    }

private:
    static Parsed<void> checkFiles(const SignArguments& sign)
    {
        if (sign.sources.isEmpty() || sign.sources.contains(QString()))
            return fault(Words::tr("The PDF to sign is missing."));
        if (sign.output.isEmpty() && sign.outputFolder.isEmpty())
            return fault(Words::tr("--out is missing: the signed file needs a name of its own; for several files give "
                                   "--out-dir."));
        if (!sign.output.isEmpty() && !sign.outputFolder.isEmpty())
            return fault(Words::tr("Either --out or --out-dir, not both."));
        if (!sign.output.isEmpty() && sign.sources.size() > 1)
            return fault(Words::tr("--out names one file; for several give --out-dir."));
        return {};
    }

    static Parsed<void> checkKey(const SignArguments& sign)
    {
        const auto& key = sign.key;
        if (key.key.isEmpty())
            return fault(Words::tr("--key is missing: a UKey's key (pkcs11:…), a key file (p12:FILE) or a phone's "
                                   "(mobile:https://…)."));
        if (key.pinFile == u"-"_s && sign.openPasswordFile == u"-"_s)
            return fault(Words::tr("Standard input holds one secret: the PIN or the password, not both."));
        if (key.isPhone() && !(key.module.isEmpty() && key.pinFile.isEmpty()))
            return fault(
                Words::tr("--module and --pin-file are of no use with a phone, which asks for its PIN itself."));
        if (!key.isPhone() && (key.timeout || !key.pictureFile.isEmpty()))
            return fault(Words::tr("--qr and --timeout belong to a phone's key (mobile:https://…)."));
        return {};
    }

    Parsed<std::optional<std::chrono::seconds>> parseTimeout() const
    {
        constexpr int kLongest = 24 * 60 * 60;
        if (!m_timeout->count())
            return std::nullopt;
        bool isNumber = false;
        const int seconds = valueOf(m_timeout).toInt(&isNumber);
        if (!isNumber || seconds < 1 || seconds > kLongest)
            return fault(Words::tr("--timeout takes seconds from 1 to %1.").arg(kLongest));
        return std::chrono::seconds(seconds);
    }

    Parsed<cms::Profile> parseProfile() const
    {
        const auto text = m_profile->count() ? valueOf(m_profile) : u"pades"_s;
        if (text == u"pades"_s)
            return cms::Profile::PadesBaseline;
        if (text == u"adobe"_s)
            return cms::Profile::Adobe;
        return fault(Words::tr("“%1” is not a profile; there are pades and adobe.").arg(text));
    }

    /// CLI11 keeps the values of each option by itself; the order between the options is kept beside.
    std::vector<SealToken> sealTokens() const
    {
        const std::map<const CLI::Option*, SealOption> options {
            { m_seal, SealOption::Seal },
            { m_sealSize, SealOption::Size },
            { m_at, SealOption::At },
            { m_sealHolder, SealOption::Holder },
        };
        std::map<const CLI::Option*, std::size_t> taken;
        std::vector<SealToken> tokens;
        for (const CLI::Option* option : m_command->parse_order()) {
            const auto known = options.find(option);
            if (known != options.end())
                tokens.push_back({ known->second, QString::fromStdString(option->results().at(taken[option]++)) });
        }
        return tokens;
    }

    CLI::App* m_command;
    CLI::Option *m_sources, *m_output, *m_outputFolder, *m_key, *m_module, *m_pinFile, *m_openPasswordFile;
    CLI::Option *m_picture, *m_timeout, *m_field;
    CLI::Option *m_seal, *m_sealSize, *m_at, *m_sealHolder, *m_anyHolder;
    CLI::Option *m_profile, *m_reason, *m_location, *m_policy, *m_agreeUnknown, *m_force;
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
    const SignOptions sign(app);
    const CheckOptions check(app);
    auto* keys = app.add_subcommand("keys", Words::tr("List the keys that can sign").toStdString());
    const auto* keysModule = addText(*keys, "--module", "PATH", Words::tr("The UKey's driver (PKCS#11)"));
    auto* verify = app.add_subcommand("verify", Words::tr("Say what a signed PDF proves").toStdString());
    const auto* verifyFile = addText(*verify, "FILE", "", Words::tr("The signed PDF"));
    const auto* verifyPassword = addText(*verify, "--open-password-file", "FILE",
        Words::tr("A file with the password that opens the PDF; - is standard input"));
    auto* version = app.add_subcommand("version", Words::tr("Show the version").toStdString());
    for (auto* command : { &app, sign.command(), check.command(), keys, verify, version })
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
    if (keys->parsed())
        return KeysArguments { valueOf(keysModule) };
    if (version->parsed())
        return VersionArguments {};
    if (!verify->parsed())
        return fault(Words::tr("A command is missing: sign, check, keys, verify or version."));
    if (valueOf(verifyFile).isEmpty())
        return fault(Words::tr("The signed PDF is missing."));
    return VerifyArguments { valueOf(verifyFile), valueOf(verifyPassword) };
}

Form wantedForm(const QStringList& arguments) { return arguments.contains(u"--json"_s) ? Form::Json : Form::Text; }

} // namespace bidseal::cli
