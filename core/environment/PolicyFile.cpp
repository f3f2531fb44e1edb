#include "core/environment/PolicyFile.h"

#include "core/base/CommentedJson.h"
#include "core/base/Log.h"
#include "core/base/UserFolder.h"
#include "core/base/platform/Administration.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

// Outside of every namespace, as the macro wants it: a linker leaves a resource out of an archive that nobody calls.
static void initialiseEnvironmentResources() { Q_INIT_RESOURCE(environment); }

namespace bidseal::environment {

namespace {

constexpr qint64 kLargestFile = 1024 * 1024; // bytes
constexpr int kLargestThreshold = 1'000'000'000;

/// What one file says; what it does not mention is not there.
struct PolicyText {
    struct Rule {
        std::optional<Requirement> requirement;
        std::optional<WhenUnknown> whenUnknown;
    };
    QMap<QString, Rule> rules;
    std::array<std::optional<int>, 8> thresholds; ///< in the order of thresholdNames()
    std::optional<AnotherHoldersSeal> sealOfAnotherHolder;
    std::optional<std::vector<Server>> servers;
    std::optional<QStringList> trustedRoots;
    std::optional<QUrl> newestVersion;
    std::optional<std::vector<SupportedSystem>> supportedSystems;
    std::optional<std::vector<LibraryMinimum>> libraries;
};

/// What is wrong with a file, for whoever wrote it; empty where nothing is.
using Problem = QString;

std::optional<Requirement> requirementFrom(const QString& word)
{
    if (word == u"off"_s)
        return Requirement::Off;
    if (word == u"advisory"_s)
        return Requirement::Advisory;
    if (word == u"must-pass"_s)
        return Requirement::MustPass;
    return {};
}

std::optional<WhenUnknown> whenUnknownFrom(const QString& word)
{
    if (word == u"ask"_s)
        return WhenUnknown::Ask;
    if (word == u"block"_s)
        return WhenUnknown::Block;
    return {};
}

Problem readRules(const QJsonObject& json, PolicyText& text)
{
    for (auto member = json.begin(); member != json.end(); ++member) {
        PolicyText::Rule rule;
        const auto values = member->toObject();
        for (auto value = values.begin(); value != values.end(); ++value) {
            if (value.key() == u"requirement"_s)
                rule.requirement = requirementFrom(value->toString());
            else if (value.key() == u"unknown"_s)
                rule.whenUnknown = whenUnknownFrom(value->toString());
            else
                return u"checks/%1: \"%2\" is not known"_s.arg(member.key(), value.key());
        }
        if ((values.contains(u"requirement"_s) && !rule.requirement)
            || (values.contains(u"unknown"_s) && !rule.whenUnknown) || values.isEmpty())
            return u"checks/%1: requirement is must-pass, advisory or off; unknown is ask or block"_s.arg(member.key());
        text.rules.insert(member.key(), rule);
    }
    return {};
}

Problem readThresholds(const QJsonObject& json, PolicyText& text)
{
    for (auto member = json.begin(); member != json.end(); ++member) {
        const auto& names = thresholdNames();
        const auto known = std::find_if(
            names.begin(), names.end(), [&](const auto& name) { return member.key() == QLatin1String(name.name); });
        const double value = member->toDouble(-1);
        if (known == names.end())
            return u"thresholds: \"%1\" is not known"_s.arg(member.key());
        if (value < 0 || value > kLargestThreshold || value != qRound(value))
            return u"thresholds/%1: not a whole number"_s.arg(member.key());
        text.thresholds[static_cast<std::size_t>(known - names.begin())] = qRound(value);
    }
    return {};
}

Problem readAnotherHoldersSeal(const QString& word, PolicyText& text)
{
    if (word != u"refuse"_s && word != u"ask"_s)
        return u"sealOfAnotherHolder: refuse or ask"_s;
    text.sealOfAnotherHolder = word == u"ask"_s ? AnotherHoldersSeal::Ask : AnotherHoldersSeal::Refuse;
    return {};
}

Problem readServers(const QJsonArray& json, PolicyText& text)
{
    text.servers.emplace();
    for (const auto& element : json) {
        auto server = serverFrom(element.toObject());
        if (!server)
            return u"servers: role is relay, timestamp, revocation or time; url is http(s)"_s;
        text.servers->push_back(std::move(*server));
    }
    return {};
}

Problem readSystems(const QJsonArray& json, PolicyText& text)
{
    text.supportedSystems.emplace();
    for (const auto& element : json) {
        const auto system = element.toObject();
        const auto until = QDate::fromString(system[u"until"_s].toString(), Qt::ISODate);
        if (system[u"id"_s].toString().isEmpty() || !until.isValid())
            return u"supportedSystems: each has an id, a version and a day (YYYY-MM-DD) until"_s;
        text.supportedSystems->push_back(
            { system[u"id"_s].toString(), system[u"version"_s].toString(), until, system[u"name"_s].toString() });
    }
    return {};
}

Problem readLibraries(const QJsonArray& json, PolicyText& text)
{
    text.libraries.emplace();
    for (const auto& element : json) {
        const auto library = element.toObject();
        if (library[u"atLeast"_s].toString().isEmpty())
            return u"cryptoLibraries: each has a version atLeast"_s;
        text.libraries->push_back({ library[u"system"_s].toString(), library[u"version"_s].toString(),
            library[u"package"_s].toString(), library[u"atLeast"_s].toString() });
    }
    return {};
}

Problem readRoots(const QJsonArray& json, PolicyText& text)
{
    text.trustedRoots.emplace();
    for (const auto& element : json) {
        if (!QDir::isAbsolutePath(element.toString()))
            return u"trustedRoots: absolute paths of PEM files"_s;
        text.trustedRoots->append(element.toString());
    }
    return {};
}

Problem readNewestVersion(const QString& url, PolicyText& text)
{
    text.newestVersion = url.isEmpty() ? QUrl() : QUrl(url, QUrl::StrictMode);
    if (!url.isEmpty() && (!text.newestVersion->isValid() || text.newestVersion->scheme() != u"https"_s))
        return u"newestVersion: an https address"_s;
    return {};
}

Problem readMember(const QString& name, const QJsonValue& value, PolicyText& text)
{
    if (name == u"checks"_s)
        return readRules(value.toObject(), text);
    if (name == u"thresholds"_s)
        return readThresholds(value.toObject(), text);
    if (name == u"sealOfAnotherHolder"_s)
        return readAnotherHoldersSeal(value.toString(), text);
    if (name == u"servers"_s)
        return readServers(value.toArray(), text);
    if (name == u"supportedSystems"_s)
        return readSystems(value.toArray(), text);
    if (name == u"cryptoLibraries"_s)
        return readLibraries(value.toArray(), text);
    if (name == u"trustedRoots"_s)
        return readRoots(value.toArray(), text);
    if (name == u"newestVersion"_s)
        return readNewestVersion(value.toString(), text);
    return u"\"%1\" is not known"_s.arg(name); // a misspelt rule would be no rule
}

tl::expected<PolicyText, Problem> readText(const QJsonObject& file)
{
    PolicyText text;
    for (auto member = file.begin(); member != file.end(); ++member) {
        if (const auto problem = readMember(member.key(), *member, text); !problem.isEmpty())
            return tl::unexpected(problem);
    }
    return text;
}

tl::expected<PolicyText, Problem> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(file.errorString());
    if (file.size() > kLargestFile)
        return tl::unexpected(u"larger than any policy"_s);
    const auto json = parseCommentedJson(file.readAll());
    if (!json)
        return tl::unexpected(u"line %1: %2"_s.arg(json.error().line).arg(json.error().problem));
    return readText(*json);
}

/// The administrator's word: it replaces what was there.
void apply(const PolicyText& text, Policy& policy)
{
    for (auto rule = text.rules.begin(); rule != text.rules.end(); ++rule) {
        auto& changed = policy.rules[rule.key()];
        changed.requirement = rule->requirement.value_or(changed.requirement);
        changed.whenUnknown = rule->whenUnknown.value_or(changed.whenUnknown);
    }
    for (std::size_t i = 0; i < text.thresholds.size(); ++i) {
        auto& value = policy.thresholds.*thresholdNames()[i].value;
        value = text.thresholds[i].value_or(value);
    }
    policy.sealOfAnotherHolder = text.sealOfAnotherHolder.value_or(policy.sealOfAnotherHolder);
    policy.servers = text.servers.value_or(policy.servers);
    policy.trustedRoots = text.trustedRoots.value_or(policy.trustedRoots);
    policy.newestVersion = text.newestVersion.value_or(policy.newestVersion);
    policy.supportedSystems = text.supportedSystems.value_or(policy.supportedSystems);
    policy.libraries = text.libraries.value_or(policy.libraries);
}

/// Anybody else's word: it can ask for more, never for less. Whom to believe (servers, roots, lists of versions) is not
/// a matter of more or less, and stays the administrator's.
void tighten(const PolicyText& text, Policy& policy)
{
    for (auto rule = text.rules.begin(); rule != text.rules.end(); ++rule) {
        auto& changed = policy.rules[rule.key()];
        changed.requirement = std::max(changed.requirement, rule->requirement.value_or(changed.requirement));
        changed.whenUnknown = std::max(changed.whenUnknown, rule->whenUnknown.value_or(changed.whenUnknown));
    }
    for (std::size_t i = 0; i < text.thresholds.size(); ++i) {
        const auto& name = thresholdNames()[i];
        auto& value = policy.thresholds.*name.value;
        const int wanted = text.thresholds[i].value_or(value);
        value = name.stricter == Stricter::Lower ? std::min(value, wanted) : std::max(value, wanted);
    }
    policy.sealOfAnotherHolder
        = std::max(policy.sealOfAnotherHolder, text.sealOfAnotherHolder.value_or(policy.sealOfAnotherHolder));
}

/// Names the file among the sources; what it says where it can be used.
std::optional<PolicyText> textOf(const QString& path, PolicySource::State found, Policy& policy)
{
    if (path.isEmpty() || !QFileInfo::exists(path))
        return {};
    PolicySource source { path, found, {} };
    std::optional<PolicyText> used;
    if (found == PolicySource::State::InForce) {
        auto text = readFile(path);
        if (text) {
            used = std::move(*text);
        } else {
            source.state = PolicySource::State::Unreadable;
            source.problem = text.error();
            qCWarning(logEnvironment).noquote() << "policy not used:" << path << text.error();
        }
    } else {
        qCWarning(logEnvironment).noquote() << "policy not used: not an administrator's:" << path;
    }
    policy.sources.push_back(std::move(source));
    return used;
}

PolicySource::State ownershipOf(const QString& path)
{
    return platform::isAdministrators(path) ? PolicySource::State::InForce : PolicySource::State::NotAdministrators;
}

} // namespace

Policy standardPolicy()
{
    initialiseEnvironmentResources();
    const auto text = readFile(u":/environment/policy.json"_s);
    if (!text)
        qFatal("the program's own policy: %s", qPrintable(text.error()));
    Policy policy;
    apply(*text, policy);
    return policy;
}

PolicyPlaces usualPolicyPlaces()
{
    return { QDir(platform::administratorsFolder()).filePath(u"policy.json"_s),
        QDir(userFolder()).filePath(u"policy.json"_s), {} };
}

Result<Policy> policyInForce(const PolicyPlaces& places)
{
    auto policy = standardPolicy();
    if (const auto text = textOf(places.administratorsFile, ownershipOf(places.administratorsFile), policy))
        apply(*text, policy);
    if (const auto text = textOf(places.usersFile, PolicySource::State::InForce, policy))
        tighten(*text, policy);
    if (places.additionalFile.isEmpty())
        return policy;
    const auto additional = readFile(places.additionalFile);
    if (!additional)
        return failure(ErrorCode::PolicyInvalid, additional.error(), { .name = places.additionalFile });
    tighten(*additional, policy);
    policy.sources.push_back({ places.additionalFile, PolicySource::State::InForce, {} });
    return policy;
}

Result<Policy> policyFrom(const QJsonObject& file)
{
    const auto text = readText(file);
    if (!text)
        return failure(ErrorCode::PolicyInvalid, text.error());
    Policy policy;
    apply(*text, policy);
    return policy;
}

} // namespace bidseal::environment
