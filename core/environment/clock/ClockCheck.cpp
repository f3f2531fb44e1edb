#include "core/environment/clock/ClockCheck.h"

#include "core/base/platform/SystemSettings.h"
#include "core/environment/clock/ClockJudgement.h"
#include "core/environment/clock/ShownDuration.h"
#include "core/environment/https/HttpDate.h"
#include "core/environment/https/ServerExchange.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using std::chrono::milliseconds;

class Words {
    Q_DECLARE_TR_FUNCTIONS(ClockChecks)
};

constexpr milliseconds kPatience { 4'000 };

/// What one server said, or why it said nothing.
struct Heard {
    QString host;
    ServerProblem problem = ServerProblem::None;
    std::optional<ClockSample> sample;
    milliseconds roundTrip { 0 };
};

/// One clock is one source, however many services of a computer are named. A Date that came without TLS could be
/// anybody's.
std::vector<Server> sourcesAmong(const std::vector<Server>& servers)
{
    std::vector<Server> sources;
    for (const auto& server : servers) {
        const bool tellsTime = server.role != Server::Role::Revocation && server.url.scheme() == "https"_L1;
        const bool isKnown = std::any_of(sources.begin(), sources.end(),
            [&server](const Server& known) { return known.url.host() == server.url.host(); });
        if (tellsTime && !isKnown)
            sources.push_back(server);
    }
    return sources;
}

ServerQuestion questionFor(const Server& server)
{
    ServerQuestion question { .url = server.url, .caFile = server.caFile };
    question.certificateDates = ServerQuestion::CertificateDates::Note;
    if (server.role == Server::Role::Relay) { // it knows nothing but GET
        question.url.setPath(u"/health"_s);
        question.verb = ServerQuestion::Verb::Get;
    }
    return question;
}

/// Nothing where the answer tells no time of its own: without a Date, or from a cache, whose Date is another day's.
std::optional<ClockSample> sampleIn(const ServerAnswer& answer)
{
    const auto date = httpDateFrom(answer.headers.value("date"));
    const bool isFromCache = answer.headers.value("age", "0").trimmed() != "0";
    if (answer.problem != ServerProblem::None || !date || isFromCache)
        return {};
    const auto trust = answer.distrust.isEmpty() ? ClockSample::Trust::Proven : ClockSample::Trust::DatesRefused;
    return sampleFrom(milliseconds(answer.askedAt.toMSecsSinceEpoch()), answer.roundTrip,
        std::chrono::seconds(date->toSecsSinceEpoch()), trust);
}

std::vector<Heard> ask(const std::vector<Server>& sources, const std::stop_token& stop)
{
    std::vector<ServerQuestion> questions;
    std::transform(sources.begin(), sources.end(), std::back_inserter(questions), questionFor);
    const auto answers = askSideBySide(questions, kPatience, stop);
    std::vector<Heard> heard;
    for (std::size_t i = 0; i < sources.size(); ++i)
        heard.push_back({ sources[i].url.host(), answers[i].problem, sampleIn(answers[i]), answers[i].roundTrip });
    return heard;
}

std::vector<ClockSample> samplesIn(const std::vector<Heard>& heard)
{
    std::vector<ClockSample> samples;
    for (const auto& one : heard)
        if (one.sample)
            samples.push_back(*one.sample);
    return samples;
}

double tenths(milliseconds duration) { return std::round(static_cast<double>(duration.count()) / 100) / 10; }

QString problemWord(const Heard& one)
{
    return one.problem == ServerProblem::None ? u"no-date"_s : wordFor(one.problem);
}

Finding withSources(Finding finding, const std::vector<Heard>& heard)
{
    QJsonArray sources, offsets, uncertainties, roundTrips, proven, silent, problems;
    for (const auto& one : heard) {
        if (!one.sample) {
            silent.append(one.host);
            problems.append(problemWord(one));
            continue;
        }
        sources.append(one.host);
        offsets.append(tenths(one.sample->offset));
        uncertainties.append(tenths(one.sample->uncertainty));
        roundTrips.append(static_cast<qint64>(one.roundTrip.count()));
        proven.append(one.sample->trust == ClockSample::Trust::Proven);
    }
    auto whole = std::move(finding)
                     .with({ u"sources"_s, sources, Privacy::Personal })
                     .with({ u"offsetsSeconds"_s, offsets })
                     .with({ u"uncertaintiesSeconds"_s, uncertainties })
                     .with({ u"roundTripsMilliseconds"_s, roundTrips })
                     .with({ u"certificatesAccepted"_s, proven });
    if (silent.isEmpty())
        return whole;
    return std::move(whole).with({ u"withoutTime"_s, silent, Privacy::Personal }).with({ u"problems"_s, problems });
}

Finding withOffset(Finding finding, const ClockJudgement& judgement, const Policy& policy)
{
    const auto limit = policy.thresholds.clockFailureSeconds;
    return std::move(finding)
        .with({ u"offsetSeconds"_s, tenths(judgement.offset), Privacy::Public, shownDuration(judgement.offset) })
        .with({ u"agreeingSources"_s, judgement.agreeing })
        .with({ u"limitSeconds"_s, limit, Privacy::Public, shownDuration(std::chrono::seconds(limit)) });
}

/// What a wrong clock is set right by.
Finding correctingClock(Finding finding)
{
    const auto text
        = Words::tr("Open the date and time settings of this computer, let the time be set automatically, and "
                    "check the time zone. Then run this check again.");
    const auto link = platform::dateAndTimeSettings();
    return link.isEmpty() ? std::move(finding).todo(text) : std::move(finding).todoAt(text, link);
}

Finding comparingByHand(Finding finding)
{
    const auto text = Words::tr("Compare the date, the time and the time zone of this computer with a phone. If they "
                                "differ, correct them in the date and time settings and run this check again.");
    const auto link = platform::dateAndTimeSettings();
    return link.isEmpty() ? std::move(finding).todo(text) : std::move(finding).todoAt(text, link);
}

QString aheadOrBehind(milliseconds offset, const QString& ahead, const QString& behind)
{
    return offset.count() > 0 ? ahead : behind;
}

Finding beforeBuild(const QDateTime& now)
{
    return correctingClock(
        failed("before-build",
            Words::tr(
                "The clock of this computer stands at {now}. That is before this program was made, on {builtOn}."))
            .means(Words::tr("The date is wrong. With a wrong date, valid certificates look invalid, "
                             "and signatures carry a time that nobody accepts."))
            .with({ u"now"_s, now.toString(Qt::ISODate), Privacy::Public, now.date().toString(Qt::ISODate) })
            .with({ u"builtOn"_s, builtOn().toString(Qt::ISODate) }));
}

Finding off(milliseconds offset)
{
    return warning("clock-off",
        aheadOrBehind(offset, Words::tr("The clock of this computer is {offsetSeconds} ahead of the servers' time."),
            Words::tr("The clock of this computer is {offsetSeconds} behind the servers' time.")))
        .means(Words::tr("Signatures carry this time. It is still accepted, but a clock that nobody sets goes further "
                         "wrong; from {limitSeconds} on, signatures are refused."));
}

Finding wrong(milliseconds offset)
{
    return failed("clock-wrong",
        aheadOrBehind(offset,
            Words::tr("The clock of this computer is wrong: {offsetSeconds} ahead of the time that several servers "
                      "tell."),
            Words::tr("The clock of this computer is wrong: {offsetSeconds} behind the time that several servers "
                      "tell.")))
        .means(Words::tr("A wrong clock is the usual cause of “the certificate is invalid”. Timestamp authorities and "
                         "platforms refuse signatures that carry such a time."));
}

Finding wrongByOneSource(milliseconds offset)
{
    return couldNotTell("one-source",
        aheadOrBehind(offset,
            Words::tr("By one server's time, the clock of this computer is {offsetSeconds} ahead; no second server "
                      "confirmed that."),
            Words::tr("By one server's time, the clock of this computer is {offsetSeconds} behind; no second server "
                      "confirmed that.")))
        .means(Words::tr(
            "Either this computer's clock is wrong or that server's. A wrong clock is the usual cause of “the "
            "certificate is invalid”."));
}

Finding contradictory()
{
    return couldNotTell(
        "sources-disagree", Words::tr("The servers that were asked for the time contradict each other."))
        .means(Words::tr("Whether this computer's clock is right cannot be said from that."));
}

Finding unproven()
{
    return couldNotTell("certificates-refused",
        Words::tr("The servers that were asked for the time showed certificates that are not valid at this computer's "
                  "date."))
        .means(
            Words::tr("Either their certificates have expired or this computer's clock is wrong. A wrong clock is the "
                      "usual cause of “the certificate is invalid”."));
}

Finding unknown()
{
    return couldNotTell("no-answer", Words::tr("None of the servers that were asked told the time."))
        .means(
            Words::tr("Whether this computer's clock is right is not known. A wrong clock is the usual cause of “the "
                      "certificate is invalid”."));
}

Finding findingOf(const ClockJudgement& judgement, const Policy& policy)
{
    switch (judgement.state) {
    case ClockState::Right:
        return withOffset(
            passed("clock-right",
                Words::tr("The clock of this computer differs by {offsetSeconds} from the servers' time.")),
            judgement, policy);
    case ClockState::Off:
        return withOffset(correctingClock(off(judgement.offset)), judgement, policy);
    case ClockState::Wrong:
        return withOffset(correctingClock(wrong(judgement.offset)), judgement, policy);
    case ClockState::WrongByOneSource:
        return withOffset(comparingByHand(wrongByOneSource(judgement.offset)), judgement, policy);
    case ClockState::Contradictory:
        return comparingByHand(contradictory());
    case ClockState::Unproven:
        return withOffset(comparingByHand(unproven()), judgement, policy);
    case ClockState::Unknown:
        return comparingByHand(unknown());
    }
    Q_UNREACHABLE();
}

} // namespace

CheckTraits ClockCheck::traits() const
{
    return { .id = "clock",
        .group = Group::Clock,
        .cost = Cost::Slow,
        .isolation = Isolation::OwnProcess,
        .limit = milliseconds(8'000) };
}

QString ClockCheck::title() const { return Words::tr("Date and time"); }

Finding ClockCheck::measure(const Situation& situation, const Policy& policy, const std::stop_token& stop)
{
    const auto now = QDateTime::currentDateTimeUtc();
    if (now.date() < builtOn())
        return beforeBuild(now);
    const auto sources = sourcesAmong(situation.servers);
    if (sources.empty())
        return notApplicable("no-source",
            Words::tr("No server is set up that could tell the time, so there is nothing to compare the clock with."));
    const auto heard = ask(sources, stop);
    const ClockLimits limits { std::chrono::seconds(policy.thresholds.clockWarningSeconds),
        std::chrono::seconds(policy.thresholds.clockFailureSeconds) };
    return withSources(findingOf(judgeClock(samplesIn(heard), limits), policy), heard);
}

QDate builtOn() { return QDate::fromString(QStringLiteral(BIDSEAL_BUILT_ON), Qt::ISODate); }

} // namespace bidseal::environment
