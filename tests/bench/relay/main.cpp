#include "app/bidseal-relay/platform/FileDescriptors.h"
#include "tests/bench/relay/Trial.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <thread>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::bench;

/// What a relay bears: sessions that wait, memory of each, messages that get through, and what a restart of Redis
/// costs; beside the floor, an echo server of the same library under the same load. Ratios count, not seconds.
namespace {

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

QString number(double value, int decimals = 0) { return QString::number(value, 'f', decimals); }

void say(const QString& what, const QString& value) { out() << u"  %1 %2"_s.arg(what, -46).arg(value) << Qt::endl; }

void sayDelays(const Delays& delays)
{
    say(u"sent to arrived: median / 99 % / longest"_s,
        u"%1 / %2 / %3 ms"_s.arg(number(delays.median, 1), number(delays.p99, 1), number(delays.longest, 1)));
}

bool sayPassed(const QString& title, const Passed& passed, std::size_t sessions)
{
    out() << title << Qt::endl;
    say(u"arrived / lost / wrong"_s,
        u"%1 / %2 / %3"_s.arg(passed.arrived).arg(sessions - passed.arrived).arg(passed.wrong));
    say(u"messages per second"_s, number(passed.perSecond));
    sayDelays(passed.delays);
    say(u"refused with 503 and tried again"_s, QString::number(passed.refused));
    if (passed.hung)
        say(u"still under way when time was over"_s, u"yes"_s);
    return passed.arrived == sessions && passed.wrong == 0 && !passed.hung;
}

bool measure(std::size_t sessions, test::RelayProcess::Tls tls)
{
    const bool secure = tls == test::RelayProcess::Tls::Own;
    out() << Qt::endl << (secure ? u"## With TLS"_s : u"## Without TLS"_s) << Qt::endl << Qt::endl;
    test::RelayProcess material; // a certificate for the echo server
    if (!material.start())
        return false;
    const auto floor = measureFloor(sessions, material, secure);
    out() << u"Floor: bare echo server, %1 connections"_s.arg(sessions) << Qt::endl;
    say(u"exchanges per second"_s, number(floor.perSecond));
    sayDelays(floor.delays);
    say(u"memory of a connection"_s, u"%1 KiB"_s.arg(number(floor.kibPerConnection, 1)));

    Trial trial(sessions, tls);
    const auto result = trial.run();
    if (!result.prepared) {
        out() << u"The sessions could not be prepared."_s << Qt::endl;
        return false;
    }
    out() << u"Two relays, one Redis: %1 sessions wait at one, phones send at the other"_s.arg(sessions) << Qt::endl;
    say(u"opened and joined per second"_s, number(result.openedPerSecond));
    say(u"memory of a waiting session"_s,
        u"%1 KiB (%2 × the floor)"_s.arg(
            number(result.kibPerWaiting, 1), number(result.kibPerWaiting / std::max(0.1, floor.kibPerConnection), 2)));
    const bool calm = sayPassed(u"All confirmed"_s, result.calm, sessions);
    say(u"messages for each exchange of the floor"_s,
        u"%1 (a message is two exchanges and the store)"_s.arg(
            number(result.calm.perSecond / std::max(1.0, floor.perSecond), 2)));
    const bool restarted
        = sayPassed(u"All confirmed, Redis stopped for a second in the middle"_s, result.restarted, sessions);
    return calm && restarted;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption count(u"sessions"_s, u"How many wait at once."_s, u"N"_s, u"10000"_s);
    parser.addOption(count);
    parser.addHelpOption();
    parser.process(application);
    const auto sessions = parser.value(count).toULongLong();
    const auto descriptors = relay::service::platform::raiseFileDescriptorLimit();
    if (sessions == 0 || descriptors < sessions + 200) {
        out() << u"--sessions wants a number that %1 file descriptors are enough for."_s.arg(descriptors) << Qt::endl;
        return 2;
    }
    QElapsedTimer clock;
    clock.start();
    out() << u"bench-relay: %1 sessions; %2 processors for load, relays and Redis together"_s.arg(sessions).arg(
        std::thread::hardware_concurrency())
          << Qt::endl;
    const bool plain = measure(sessions, test::RelayProcess::Tls::None);
    const bool secure = measure(sessions, test::RelayProcess::Tls::Own);
    out() << Qt::endl
          << u"%1 s in all. %2"_s.arg(number(double(clock.elapsed()) / 1000, 1),
                 plain && secure ? u"Nothing was lost, nothing hung."_s : u"NOT EVERYTHING ARRIVED."_s)
          << Qt::endl;
    return plain && secure ? 0 : 1;
}
