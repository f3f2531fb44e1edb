#include "core/environment/program/NewestVersionCheck.h"

#include "core/environment/https/ServerExchange.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using std::chrono::milliseconds;

class Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramChecks)
};

constexpr milliseconds kPatience { 4'500 };

struct NewestVersion {
    QVersionNumber version;
    QUrl page; ///< https, or empty
};

/// Nothing where it is no version, or more than one.
std::optional<QVersionNumber> versionFrom(const QString& text)
{
    qsizetype end = 0;
    const auto version = QVersionNumber::fromString(text, &end);
    if (version.isNull() || end != text.size())
        return {};
    return version.normalized();
}

std::optional<NewestVersion> newestFrom(const QByteArray& body)
{
    const auto json = QJsonDocument::fromJson(body).object();
    const auto version = versionFrom(json[u"version"_s].toString());
    if (!version)
        return {};
    const QUrl page(json[u"page"_s].toString(), QUrl::StrictMode);
    const bool isLink = page.isValid() && page.scheme() == "https"_L1 && !page.host().isEmpty();
    return NewestVersion { *version, isLink ? page : QUrl() };
}

Finding sourceUnusable()
{
    return couldNotTell(
        "source-unusable", Words::tr("The address that tells the newest version does not begin with https."))
        .means(Words::tr("Whether this program is out of date is not known."))
        .todo(Words::tr("Ask whoever set up the policy of this computer to correct the address."));
}

Finding notAnswered(const ServerAnswer& answer)
{
    return couldNotTell("no-answer", Words::tr("The server that tells the newest version did not answer as it should."))
        .means(Words::tr("Whether this program is out of date is not known."))
        .todo(Words::tr("Check the network, and run this check again."))
        .with({ u"problem"_s, wordFor(answer.problem) })
        .with({ u"status"_s, answer.status });
}

Finding notUnderstood()
{
    return couldNotTell("unreadable", Words::tr("What the server says about the newest version cannot be understood."))
        .means(Words::tr("Whether this program is out of date is not known."))
        .todo(
            Words::tr("Tell whoever runs that server; until then compare the version with the one on the web page that "
                      "you have this program from."));
}

Finding outdated(const QUrl& page)
{
    auto finding
        = warning("outdated", Words::tr("This is version {own}; the newest is {newest}."))
              .means(Words::tr("Newer versions mend errors and holes, and keep up with what platforms and phones "
                               "expect."));
    if (page.isEmpty())
        return std::move(finding).todo(Words::tr(
            "Get version {newest} from where you have this program from, and install it after this deadline."));
    return std::move(finding).todoAt(
        Words::tr("Open the page of version {newest}, and install it after this deadline."), page);
}

Finding compared(const QVersionNumber& own, const NewestVersion& newest)
{
    auto finding = newest.version > own ? outdated(newest.page)
                                        : passed("newest", Words::tr("This is version {own}; there is no newer one."));
    return std::move(finding)
        .with({ u"own"_s, QCoreApplication::applicationVersion() })
        .with({ u"newest"_s, newest.version.toString() });
}

} // namespace

CheckTraits NewestVersionCheck::traits() const
{
    return { .id = "program-version",
        .group = Group::Program,
        .cost = Cost::Slow,
        .isolation = Isolation::OwnProcess,
        .limit = milliseconds(8'000) };
}

QString NewestVersionCheck::title() const { return Words::tr("Newest version"); }

Finding NewestVersionCheck::measure(const Situation&, const Policy& policy, const std::stop_token& stop)
{
    if (policy.newestVersion.isEmpty())
        return notApplicable("no-source", Words::tr("No source of the newest version is set up, so nobody was asked."));
    if (policy.newestVersion.scheme() != "https"_L1)
        return sourceUnusable();
    const auto own = versionFrom(QCoreApplication::applicationVersion());
    if (!own)
        return couldNotTell("own-version-unknown", Words::tr("This program does not know its own version."))
            .means(Words::tr("Whether it is out of date is not known."))
            .todo(Words::tr("Install the program again from where you have it from."));
    ServerQuestion question { .url = policy.newestVersion, .caFile = {}, .verb = ServerQuestion::Verb::Get };
    question.until = ServerQuestion::Until::WholeAnswer;
    const auto answer = askSideBySide({ question }, kPatience, stop).front();
    if (answer.problem != ServerProblem::None || answer.status != 200)
        return notAnswered(answer);
    const auto newest = newestFrom(answer.body);
    return newest ? compared(*own, *newest) : notUnderstood();
}

} // namespace bidseal::environment
