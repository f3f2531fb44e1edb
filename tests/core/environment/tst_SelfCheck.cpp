#include "core/environment/SelfCheck.h"
#include "tests/core/environment/TestChecks.h"
#include "tests/support/ProcessControl.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <semaphore>
#include <stdexcept>
#include <thread>

using namespace Qt::StringLiterals;
using namespace bidseal::environment;
using namespace std::chrono_literals;
using bidseal::environment::testing::check;
using bidseal::environment::testing::checks;

namespace {

constexpr CheckTraits traits(const char* id, std::chrono::milliseconds limit = 20s)
{
    return { id, Group::System, Cost::Instant, Isolation::ThisProcess, limit };
}

constexpr CheckTraits isolated(const char* id, std::chrono::milliseconds limit = 20s)
{
    return { id, Group::Network, Cost::Slow, Isolation::OwnProcess, limit };
}

std::unique_ptr<Check> good(const char* id = "good") { return check(traits(id), passed("well", u"Well."_s)); }
std::unique_ptr<Check> elsewhere(const CheckTraits& traits) { return check(traits, failed("never", u"Never."_s)); }

Report run(Checks all, const ResultCallback& onResult = {}, std::stop_token stop = {})
{
    Situation situation;
    situation.outputs.push_back({ u"/srv/标书"_s, 1 });
    Policy policy;
    policy.thresholds.clockFailureSeconds = 77;
    return runChecks(std::move(all), situation, policy, onResult, std::move(stop),
        bidseal::testing::builtProgram(u"sample-check-host"_s));
}

} // namespace

class tst_SelfCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesResultsInTheOrderOfTheChecks();
    void runsThemSideBySide();
    void aCheckThatHangsCostsOnlyItself();
    void aCheckThatThrowsCostsOnlyItself();
    void aCheckInItsOwnProcessGetsEverythingItNeeds();
    void aProcessThatFailsCostsOnlyItself_data();
    void aProcessThatFailsCostsOnlyItself();
    void aMissingHostIsNoPass();
    void tellsEachResultAsSoonAsItIsThere();
    void leavesOutWhatIsOff();
    void anotherSystemsCheckIsNotApplicable();
    void endsWhenNobodyWantsMore();
};

void tst_SelfCheck::givesResultsInTheOrderOfTheChecks()
{
    const auto report = run(checks(good("c"), good("a"), good("b")));
    QStringList ids;
    for (const auto& result : report.results)
        ids += result.id;
    QCOMPARE(ids, QStringList({ u"c"_s, u"a"_s, u"b"_s }));
    QCOMPARE(report.results[0].title, u"C"_s);
    QVERIFY(report.results[0].measuredAt.isValid());
    QCOMPARE(report.verdict(), Verdict::Fit);
}

/// Each waits until all have begun: one after the other they would wait for ever.
void tst_SelfCheck::runsThemSideBySide()
{
    const auto latch = std::make_shared<std::latch>(4);
    const auto meet = [latch](const Situation&, const std::stop_token&) {
        latch->arrive_and_wait();
        return passed("met", u"Met."_s);
    };
    const auto report = run(
        checks(check(traits("a"), meet), check(traits("b"), meet), check(traits("c"), meet), check(traits("d"), meet)));
    for (const auto& result : report.results)
        QCOMPARE(result.finding.code, u"met"_s);
}

void tst_SelfCheck::aCheckThatHangsCostsOnlyItself()
{
    const auto release = std::make_shared<std::binary_semaphore>(0);
    const auto ended = std::make_shared<std::atomic_bool>(false);
    const auto hang = [release, ended](const Situation&, const std::stop_token&) {
        release->acquire(); // deaf to every wish to stop
        *ended = true;
        return passed("late", u"Late."_s);
    };
    const auto report = run(checks(check(traits("hangs", 100ms), hang), good()));
    QCOMPARE(report.results[0].finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(report.results[0].finding.code, u"too-slow"_s);
    QVERIFY(!report.results[0].finding.remedy.text.isEmpty());
    QCOMPARE(report.results[1].finding.outcome, Outcome::Passed);
    release->release();
    QTRY_VERIFY(*ended); // what it says now reaches nobody, and harms nobody
    QCOMPARE(report.results[0].finding.code, u"too-slow"_s);
}

void tst_SelfCheck::aCheckThatThrowsCostsOnlyItself()
{
    const auto report = run(
        checks(check(traits("throws"),
                   [](const Situation&, const std::stop_token&) -> Finding { throw std::runtime_error("broken"); }),
            check(traits("throws-anything"),
                [](const Situation&, const std::stop_token&) -> Finding {
                    throw 5; // NOLINT: some libraries do
                }),
            good()));
    QCOMPARE(report.results[0].finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(report.results[0].finding.code, u"crashed"_s);
    QCOMPARE(report.results[1].finding.code, u"crashed"_s);
    QCOMPARE(report.results[2].finding.outcome, Outcome::Passed);
}

void tst_SelfCheck::aCheckInItsOwnProcessGetsEverythingItNeeds()
{
    const auto report = run(checks(elsewhere(isolated("works"))));
    const auto& finding = report.results[0].finding;
    QCOMPARE(finding.code, u"answered"_s);
    QCOMPARE(filled(finding.found, finding.facts, Disclosure::Full), u"/srv/标书 77"_s);
}

void tst_SelfCheck::aProcessThatFailsCostsOnlyItself_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("code");
    QTest::newRow("crashes") << QByteArray("crashes") << u"crashed"_s;
    QTest::newRow("hangs") << QByteArray("hangs") << u"too-slow"_s;
    QTest::newRow("babbles") << QByteArray("babbles") << u"crashed"_s;
    QTest::newRow("ends without a word") << QByteArray("says-little") << u"crashed"_s;
}

void tst_SelfCheck::aProcessThatFailsCostsOnlyItself()
{
    QFETCH(QByteArray, id);
    QFETCH(QString, code);
    const auto report = run(checks(elsewhere(isolated(id.constData(), id == "hangs" ? 1s : 20s)), good()));
    QCOMPARE(report.results[0].finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(report.results[0].finding.code, code);
    QCOMPARE(report.results[1].finding.outcome, Outcome::Passed);
}

void tst_SelfCheck::aMissingHostIsNoPass()
{
    const auto report = runChecks(checks(elsewhere(isolated("works")), good()), {}, {}, {}, {}, u"/nowhere/host"_s);
    QCOMPARE(report.results[0].finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(report.results[0].finding.code, u"host-missing"_s);
    QCOMPARE(report.results[1].finding.outcome, Outcome::Passed);
}

void tst_SelfCheck::tellsEachResultAsSoonAsItIsThere()
{
    const auto release = std::make_shared<std::binary_semaphore>(0);
    QStringList told;
    const auto report = run(checks(check(traits("second"),
                                       [release](const Situation&, const std::stop_token&) {
                                           release->acquire();
                                           return passed("well", u"Well."_s);
                                       }),
                                good("first")),
        [&](const CheckResult& result) {
            told += result.id;
            if (result.id == u"first"_s)
                release->release();
        });
    QCOMPARE(told, QStringList({ u"first"_s, u"second"_s }));
    QCOMPARE(report.results.size(), 2u);
}

void tst_SelfCheck::leavesOutWhatIsOff()
{
    Policy policy;
    policy.rules.insert(u"off"_s, { Requirement::Off, WhenUnknown::Ask });
    const auto report = runChecks(checks(elsewhere(traits("off")), good()), {}, policy);
    QCOMPARE(report.results.size(), 1u);
    QCOMPARE(report.results[0].id, u"good"_s);
}

void tst_SelfCheck::anotherSystemsCheckIsNotApplicable()
{
    auto foreign = traits("foreign");
    foreign.platforms = Platforms();
    const auto report = run(checks(elsewhere(foreign)));
    QCOMPARE(report.results[0].finding.outcome, Outcome::NotApplicable);
}

void tst_SelfCheck::endsWhenNobodyWantsMore()
{
    std::stop_source stop;
    const auto waiting = [&stop](const Situation&, const std::stop_token& wanted) {
        stop.request_stop(); // as soon as it is under way
        while (!wanted.stop_requested())
            std::this_thread::sleep_for(1ms);
        return passed("well", u"Well."_s);
    };
    const auto report = run(checks(check(traits("waits", 1h), waiting)), {}, stop.get_token());
    QCOMPARE(report.results[0].finding.outcome, Outcome::CouldNotTell);
    QCOMPARE(report.results[0].finding.code, u"interrupted"_s);
}

QTEST_GUILESS_MAIN(tst_SelfCheck)
#include "tst_SelfCheck.moc"
