#include "app/bidseal-cli/SignOptions.h"

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

/// An option with its value.
struct Token {
    const CLI::Option* option = nullptr;
    QString value;
};

/// CLI11 keeps the values of each option by itself; where the order between options matters it is asked for beside.
std::vector<Token> inOrder(const CLI::App& command, const std::vector<const CLI::Option*>& options)
{
    std::map<const CLI::Option*, std::size_t> taken;
    std::vector<Token> tokens;
    for (const CLI::Option* option : command.parse_order()) {
        if (std::find(options.begin(), options.end(), option) != options.end())
            tokens.push_back({ option, QString::fromStdString(option->results().at(taken[option]++)) });
    }
    return tokens;
}

Parsed<std::chrono::seconds> parseTimeout(const QString& text)
{
    constexpr int kLongest = 24 * 60 * 60;
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (!isNumber || seconds < 1 || seconds > kLongest)
        return fault(Words::tr("--timeout takes seconds from 1 to %1.").arg(kLongest));
    return std::chrono::seconds(seconds);
}

Parsed<void> checkKey(const KeyArguments& key)
{
    if (key.isPhone() && !(key.module.isEmpty() && key.pinFile.isEmpty()))
        return fault(Words::tr("--module and --pin-file are of no use with a phone, which asks for its PIN itself."));
    if (!key.isPhone() && (key.timeout || !key.pictureFile.isEmpty()))
        return fault(Words::tr("--qr and --timeout belong to a phone's key (mobile:https://…)."));
    return {};
}

} // namespace

SignOptions::SignOptions(CLI::App& command, Places places)
    : m_command(command)
{
    if (places == Places::OfPlan)
        m_plan = addText(command, "PLAN", "", Words::tr("The plan (JSON): which seals go where"));
    m_sources = addRepeatable(command, "IN", "", Words::tr("The PDF to sign; several under one PIN"))->expected(-1);
    m_output = addText(command, "--out", "OUT", Words::tr("The signed file; never the original"));
    m_outputFolder
        = addText(command, "--out-dir", "DIR", Words::tr("The folder for the signed files, named NAME_已签章.pdf"));
    m_key = addRepeatable(command, "--key", "KEY",
        Words::tr("pkcs11:token=…;object=… (RFC 7512), p12:FILE, or mobile:https://HOST:PORT[;ca=FILE] for a "
                  "certificate on a phone; another --key signs after the one before, in the same run"));
    m_module = addRepeatable(command, "--module", "PATH",
        Words::tr("The driver (PKCS#11) of the UKey before it; without it the installed drivers are asked"));
    m_pinFile = addRepeatable(command, "--pin-file", "FILE",
        Words::tr("A file with the PIN of the key before it that only you may read; - is standard input"));
    m_picture = addRepeatable(command, "--qr", "FILE.png",
        Words::tr("The code for the phone as a picture too; removed when it is not needed any more"));
    m_timeout = addRepeatable(command, "--timeout", "SECONDS", Words::tr("How long to wait for the phone in all"));
    m_openPasswordFile
        = addText(command, "--open-password-file", "FILE", Words::tr("The same for the password that opens the PDF"));
    m_field = addText(command, "--field", "NAME", Words::tr("The empty signature field to sign into"));

    const auto addSealOption
        = [&](SealOption option, const std::string& name, const std::string& type, const QString& description) {
              m_sealOptions.emplace_back(addRepeatable(command, name, type, description), option);
          };
    addSealOption(SealOption::Seal, "--seal", "PNG",
        places == Places::OfPlan ? Words::tr("A seal's picture for the plan, beside those of your library; repeatable")
                                 : Words::tr("A seal's picture; repeatable"));
    addSealOption(SealOption::Size, "--seal-size", "42mm", Words::tr("The true size of the seal before it"));
    addSealOption(SealOption::At, "--at", "page=3,x=120mm,y=230mm[,rotate=0]",
        Words::tr("Where the centre of the seal before it stands, from the page's top left corner; repeatable; "
                  "without a page on those of --pages"));
    addSealOption(SealOption::Keyword, "--keyword", "TEXT[,nth=all|N][,dx=mm][,dy=mm]",
        Words::tr("The seal before it stands where this text does: at every hit, or at the n-th"));
    addSealOption(SealOption::Pages, "--pages", "1-3,5,8-|odd|even|all",
        Words::tr("The pages for the seal before it; r1 is the last page"));
    addSealOption(SealOption::Seam, "--seam", "PNG",
        Words::tr("The picture of a cross-page seal: every page gets a strip at its edge"));
    addSealOption(SealOption::SeamSize, "--seam-size", "42mm", Words::tr("The true size of the cross-page seal"));
    addSealOption(SealOption::SeamEdge, "--seam-edge", "right|left|top|bottom",
        Words::tr("The edge for the cross-page seal; right where it is not said"));
    addSealOption(SealOption::SeamPages, "--seam-pages", "1-3,5,8-|odd|even|all",
        Words::tr("The pages that the cross-page seal goes over; all where it is not said"));
    addSealOption(SealOption::SeamGroup, "--seam-group", "N",
        Words::tr("At most so many pages for one whole cross-page seal; the next pages begin another"));
    addSealOption(SealOption::Holder, "--seal-holder", "NAME",
        Words::tr("For whose certificate the seal before it was enrolled; another one's is refused"));
    addSealOption(
        SealOption::By, "--by", "N", Words::tr("Which --key puts the seal before it; the first where it is not said"));

    m_anyHolder = addFlag(command, "--any-holder",
        Words::tr("Agree beforehand to a certificate of another holder than the seals', where the policy allows it"));
    m_profile = addText(
        command, "--profile", "pades|adobe", Words::tr("pades (default), or adobe for readers that know no PAdES"));
    m_reason = addText(command, "--reason", "TEXT", Words::tr("Why it is signed"));
    m_location = addText(command, "--location", "TEXT", Words::tr("Where it is signed"));
    m_policy = addText(
        command, "--policy", "FILE", Words::tr("What is required of this computer besides; it can only ask for more"));
    m_agreeUnknown = addFlag(command, "--agree-unknown",
        Words::tr("Agree beforehand where a check of this computer cannot tell; the journal keeps it"));
    m_force = addFlag(command, "--force", Words::tr("Overwrite OUT, nothing else"));
}

Parsed<Command> SignOptions::arguments() const
{
    SignArguments sign;
    if (m_plan)
        sign.planFile = valueOf(m_plan);
    sign.sources = valuesOf(m_sources);
    sign.output = valueOf(m_output);
    sign.outputFolder = valueOf(m_outputFolder);
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
    auto keys = parseKeys();
    if (!keys)
        return tl::unexpected(keys.error());
    sign.keys = std::move(*keys);
    const auto profile = parseProfile();
    if (!profile)
        return tl::unexpected(profile.error());
    sign.profile = *profile;
    auto seals = parseSeals(sealTokens(), m_plan ? Placeless::Allowed : Placeless::Fault);
    if (!seals)
        return tl::unexpected(seals.error());
    sign.seals = std::move(*seals);
    for (const auto& seal : sign.seals) {
        if (seal.signer >= static_cast<int>(sign.keys.size()))
            return fault(Words::tr("There is no --key number %1.").arg(seal.signer + 1));
    }
    return sign;
}

Parsed<void> SignOptions::checkFiles(const SignArguments& sign) const
{
    if (m_plan && sign.planFile.isEmpty())
        return fault(Words::tr("The plan is missing."));
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

/// One of a key's options; each stands once for each key.
Parsed<void> SignOptions::giveTo(KeyArguments& key, const CLI::Option* option, const QString& value) const
{
    const auto twice = [&] {
        return fault(Words::tr("%1 stands twice for one --key.").arg(QString::fromStdString(option->get_name())));
    };
    if (option == m_timeout) {
        if (key.timeout)
            return twice();
        const auto timeout = parseTimeout(value);
        if (!timeout)
            return tl::unexpected(timeout.error());
        key.timeout = *timeout;
        return {};
    }
    QString& text = option == m_module ? key.module : option == m_pinFile ? key.pinFile : key.pictureFile;
    if (!text.isEmpty())
        return twice();
    text = value;
    return {};
}

/// With one key its options may stand anywhere; with several each belongs to the --key before it.
Parsed<std::vector<KeyArguments>> SignOptions::parseKeys() const
{
    const bool isOne = m_key->count() == 1;
    if (m_key->count() == 0)
        return fault(Words::tr("--key is missing: a UKey's key (pkcs11:…), a key file (p12:FILE) or a phone's "
                               "(mobile:https://…)."));
    std::vector<KeyArguments> keys;
    if (isOne)
        keys.push_back({ valueOf(m_key), {}, {}, {}, {} });
    for (const auto& [option, value] : inOrder(m_command, { m_key, m_module, m_pinFile, m_picture, m_timeout })) {
        if (option == m_key) {
            if (!isOne)
                keys.push_back({ value, {}, {}, {}, {} });
            continue;
        }
        if (keys.empty())
            return fault(Words::tr("Of several keys, each one's --module, --pin-file, --qr and --timeout stand behind "
                                   "its --key."));
        if (const auto given = giveTo(keys.back(), option, value); !given)
            return tl::unexpected(given.error());
    }
    for (const auto& key : keys) {
        if (const auto possible = checkKey(key); !possible)
            return tl::unexpected(possible.error());
    }
    const auto readsInput = [](const KeyArguments& key) { return key.pinFile == u"-"_s; };
    const auto readers = std::count_if(keys.begin(), keys.end(), readsInput);
    if (readers + (valueOf(m_openPasswordFile) == u"-"_s ? 1 : 0) > 1)
        return fault(Words::tr("Standard input holds one secret: the PIN or the password, not both."));
    return keys;
}

Parsed<cms::Profile> SignOptions::parseProfile() const
{
    const auto text = m_profile->count() ? valueOf(m_profile) : u"pades"_s;
    if (text == u"pades"_s)
        return cms::Profile::PadesBaseline;
    if (text == u"adobe"_s)
        return cms::Profile::Adobe;
    return fault(Words::tr("“%1” is not a profile; there are pades and adobe.").arg(text));
}

std::vector<SealToken> SignOptions::sealTokens() const
{
    std::vector<const CLI::Option*> options;
    for (const auto& [option, meaning] : m_sealOptions)
        options.push_back(option);
    std::vector<SealToken> tokens;
    for (const auto& token : inOrder(m_command, options)) {
        const auto known = std::find_if(m_sealOptions.begin(), m_sealOptions.end(),
            [&](const auto& sealOption) { return sealOption.first == token.option; });
        tokens.push_back({ known->second, token.value });
    }
    return tokens;
}

} // namespace bidseal::cli
