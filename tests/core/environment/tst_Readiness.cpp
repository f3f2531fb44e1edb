#include "core/environment/Readiness.h"
#include "tests/core/environment/TestChecks.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace bidseal::environment;
using bidseal::environment::testing::check;
using bidseal::environment::testing::checks;

namespace {

constexpr CheckTraits kInstant { "instant", Group::Place };
constexpr CheckTraits kSlow { "slow", Group::Clock, Cost::Slow };

Policy strictPolicy()
{
    Policy policy;
    policy.rules.insert(u"instant"_s, { Requirement::MustPass, WhenUnknown::Ask });
    policy.rules.insert(u"slow"_s, { Requirement::MustPass, WhenUnknown::Ask });
    return policy;
}

Server relay(const QString& host) { return { Server::Role::Relay, QUrl(u"https://"_s + host), {} }; }

} // namespace

class tst_Readiness : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSlowCheckCountsForAWhile();
    void badNewsIsLookedAtAgain();
    void anotherServerIsLookedAtAgain();
    void theFlowLooksAtTheCertificateItself();
    void thePolicysServersAreAskedToo();
    void resultsStandInTheOrderOfTheGroups();
    void theQuickSetIsWhatMustPass();

private:
    Readiness readiness(Outcome slowOutcome)
    {
        return Readiness(strictPolicy(), {}, [this, slowOutcome](const Policy&) {
            return checks(check(kSlow,
                              [this, slowOutcome](const Situation& situation, const std::stop_token&) {
                                  ++m_slowRuns;
                                  m_seen = situation;
                                  auto finding = passed("x", u"X."_s);
                                  finding.outcome = slowOutcome;
                                  return finding;
                              }),
                check(kInstant, [this](const Situation&, const std::stop_token&) {
                    ++m_instantRuns;
                    return passed("x", u"X."_s);
                }));
        });
    }
    void init()
    {
        m_slowRuns = 0;
        m_instantRuns = 0;
    }
    std::atomic_int m_slowRuns = 0, m_instantRuns = 0;
    Situation m_seen;
};

void tst_Readiness::aSlowCheckCountsForAWhile()
{
    init();
    auto ready = readiness(Outcome::Passed);
    (void)ready.look({});
    const auto report = ready.beforeSigning({}, {}, {});
    QCOMPARE(m_slowRuns, 1);
    QCOMPARE(m_instantRuns, 2);
    QCOMPARE(report.results.size(), 2u);
    QCOMPARE(report.verdict(), Verdict::Fit);
}

void tst_Readiness::badNewsIsLookedAtAgain()
{
    for (const auto outcome : { Outcome::Failed, Outcome::CouldNotTell }) {
        init();
        auto ready = readiness(outcome);
        (void)ready.look({});
        const auto report = ready.beforeSigning({}, {}, {});
        QCOMPARE(m_slowRuns, 2);
        QCOMPARE(report.verdict(), outcome == Outcome::Failed ? Verdict::Unfit : Verdict::Undecided);
    }
}

void tst_Readiness::anotherServerIsLookedAtAgain()
{
    init();
    auto ready = readiness(Outcome::Passed);
    (void)ready.look({ relay(u"a.example"_s) });
    (void)ready.beforeSigning({}, {}, {}); // fewer than were asked
    (void)ready.beforeSigning({}, { relay(u"a.example"_s) }, {});
    QCOMPARE(m_slowRuns, 1);
    (void)ready.beforeSigning({}, { relay(u"b.example"_s) }, {});
    QCOMPARE(m_slowRuns, 2);
}

void tst_Readiness::theFlowLooksAtTheCertificateItself()
{
    auto ready = readiness(Outcome::Failed);
    (void)ready.look({});
    QVERIFY(!m_seen.certificates);
    (void)ready.beforeSigning({ { u"/srv"_s, 5 } }, {}, {});
    QVERIFY(m_seen.certificates && m_seen.certificates->empty());
    QCOMPARE(m_seen.outputs.front().documentBytes, 5);
}

void tst_Readiness::thePolicysServersAreAskedToo()
{
    auto policy = strictPolicy();
    policy.servers = { relay(u"a.example"_s), { Server::Role::Time, QUrl(u"https://t.example"_s), {} } };
    const Readiness ready(policy, {});
    QCOMPARE(ready.situationFor({}, { relay(u"a.example"_s) }).servers.size(), 2u);
}

void tst_Readiness::resultsStandInTheOrderOfTheGroups()
{
    auto ready = readiness(Outcome::Passed);
    (void)ready.look({});
    const auto report = ready.beforeSigning({}, {}, {});
    QCOMPARE(report.results[0].id, u"slow"_s);
    QCOMPARE(report.results[1].id, u"instant"_s);
}

void tst_Readiness::theQuickSetIsWhatMustPass()
{
    Policy policy;
    const auto known = allChecks();
    QVERIFY(!known.empty());
    const auto id = QString::fromLatin1(known.front()->traits().id);
    QVERIFY(quickChecks(policy).empty());
    policy.rules.insert(id, { Requirement::MustPass, WhenUnknown::Ask });
    QCOMPARE(quickChecks(policy).size(), 1u);
    QVERIFY(!checksNamed({ id, u"no-such-check"_s }));
    QCOMPARE(checksNamed({ id, id })->size(), 1u);
}

QTEST_GUILESS_MAIN(tst_Readiness)
#include "tst_Readiness.moc"
