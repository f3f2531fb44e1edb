#include "app/bidseal-phone/CommandLine.h"

#include "app/bidseal-cli/Options.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::phone {

namespace {

using cli::addFlag;
using cli::addRepeatable;
using cli::addText;
using cli::fault;
using cli::valueOf;
using cli::valuesOf;

class Words {
    Q_DECLARE_TR_FUNCTIONS(PhoneProgram)
};

constexpr int kLongestDelay = 600; // seconds: a session lives no longer

class Options {
public:
    explicit Options(CLI::App& app)
        : m_picture(addText(app, "--qr", "PICTURE", Words::tr("A picture of the QR code: a screenshot, a photograph")))
        , m_link(addText(app, "--link", "URL",
              Words::tr("The link instead of a picture; other programs of this computer can read it, so better give -, "
                        "which is standard input")))
        , m_keyFiles(addRepeatable(app, "--p12", "FILE", Words::tr("A key file; repeatable")))
        , m_pinFile(addText(app, "--pin-file", "FILE",
              Words::tr("A file with the PIN of the key files that only you may read; - is standard input")))
        , m_caFile(addText(
              app, "--ca", "FILE", Words::tr("Trust a relay whose certificate comes from this authority (PEM)")))
        , m_confirm(addFlag(app, "--confirm", Words::tr("Answer all questions with yes")))
        , m_refuse(addFlag(app, "--refuse", Words::tr("Decline the request")))
        , m_delay(addText(app, "--delay", "SECONDS", Words::tr("For tests: wait before confirming the code")))
        , m_vanish(addText(app, "--vanish", misbehaviourNames(MisbehaviourOption::Vanish),
              Words::tr("For tests: be gone without a word after this message or step")))
        , m_misbehave(addText(app, "--misbehave", misbehaviourNames(MisbehaviourOption::Misbehave),
              Words::tr("For tests: do something that a phone must not do, or refuse for this reason")))
    {
        addFlag(app, "--json", Words::tr("Answer in JSON, for programs"));
    }

    [[nodiscard]] cli::Parsed<Command> arguments() const
    {
        PhoneArguments arguments;
        arguments.picture = valueOf(m_picture);
        arguments.link = valueOf(m_link);
        arguments.keyFiles = valuesOf(m_keyFiles);
        arguments.pinFile = valueOf(m_pinFile);
        arguments.caFile = valueOf(m_caFile);
        if (arguments.picture.isEmpty() == arguments.link.isEmpty())
            return fault(Words::tr("Either --qr or --link is needed: where the code to answer is."));
        if (arguments.keyFiles.isEmpty())
            return fault(Words::tr("--p12 is missing: the key file to sign with."));
        if (arguments.link == u"-"_s && arguments.pinFile == u"-"_s)
            return fault(Words::tr("Standard input holds one secret: the link or the PIN, not both."));
        if (m_confirm->count() && m_refuse->count())
            return fault(Words::tr("Either --confirm or --refuse, not both."));
        if (m_confirm->count())
            arguments.beforehand = Beforehand::Confirmed;
        if (m_refuse->count())
            arguments.beforehand = Beforehand::Refused;
        return withTestWishes(std::move(arguments));
    }

private:
    [[nodiscard]] cli::Parsed<Command> withTestWishes(PhoneArguments arguments) const
    {
        if (m_delay->count()) {
            bool isNumber = false;
            const int seconds = valueOf(m_delay).toInt(&isNumber);
            if (!isNumber || seconds < 0 || seconds > kLongestDelay)
                return fault(Words::tr("--delay takes seconds from 0 to %1.").arg(kLongestDelay));
            arguments.delay = std::chrono::seconds(seconds);
        }
        if (m_vanish->count() && m_misbehave->count())
            return fault(Words::tr("Either --vanish or --misbehave, not both."));
        for (const auto& [option, kind] : { std::pair(m_vanish, MisbehaviourOption::Vanish),
                 std::pair(m_misbehave, MisbehaviourOption::Misbehave) }) {
            if (!option->count())
                continue;
            arguments.misbehaviour = findMisbehaviour(kind, valueOf(option));
            if (!arguments.misbehaviour)
                return fault(Words::tr("“%1” is not known; there are %2.")
                                 .arg(valueOf(option), QString::fromStdString(misbehaviourNames(kind))));
        }
        return arguments;
    }

    CLI::Option *m_picture, *m_link, *m_keyFiles, *m_pinFile, *m_caFile;
    CLI::Option *m_confirm, *m_refuse;
    CLI::Option *m_delay, *m_vanish, *m_misbehave;
};

void useUsersLanguage(CLI::App& app)
{
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", Words::tr("Usage").toStdString());
    formatter->label("OPTIONS", Words::tr("OPTIONS").toStdString());
    formatter->label("Options", Words::tr("Options").toStdString());
    app.formatter(formatter);
    app.set_help_flag("-h,--help", Words::tr("Show this help").toStdString());
    app.allow_windows_style_options(false); // a path may start with a slash
}

} // namespace

cli::Parsed<Command> parseCommandLine(const QStringList& arguments)
{
    CLI::App app(Words::tr("A stand-in for the app on a phone: answers a code that BidSeal shows.").toStdString(),
        "bidseal-phone");
    useUsersLanguage(app);
    const Options options(app);
    std::vector<std::string> words; // CLI11 takes them last first
    for (const auto& argument : arguments)
        words.push_back(argument.toStdString());
    std::reverse(words.begin(), words.end());
    try {
        app.parse(words);
    } catch (const CLI::CallForHelp&) {
        return HelpArguments { QString::fromStdString(app.help()) };
    } catch (const CLI::ParseError& error) {
        return fault(Words::tr("The arguments are not understood (%1).").arg(QString::fromStdString(error.what())));
    }
    return options.arguments();
}

cli::Form wantedForm(const QStringList& arguments)
{
    return arguments.contains(u"--json"_s) ? cli::Form::Json : cli::Form::Text;
}

} // namespace bidseal::phone
