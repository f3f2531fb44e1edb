#include "tests/ui/environment/ScriptedComputer.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <future>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::environment;
using testing::always;
using testing::ScriptedComputer;
using State = SelfCheckModel::State;

namespace {

constexpr int kLong = 20000; // ms

Finding well() { return passed("well", u"All is well."_s); }
Finding broken() { return failed("broken", u"It is broken."_s).means(u"Bad."_s).todo(u"Mend it."_s); }
Finding unclear() { return couldNotTell("unclear", u"Nobody knows."_s).means(u"Hm."_s).todo(u"Ask."_s); }

/// Goes on until it is told to stop, as a driver or a network may.
Finding hang(const Situation&, const std::stop_token& stop)
{
    while (!stop.stop_requested())
        QThread::msleep(5);
    return well();
}

Outcome outcomeOf(const SelfCheckModel& model, const QString& id)
{
    for (const auto& line : model.lines())
        if (line.id == id && line.result)
            return line.result->finding.outcome;
    return Outcome::NotApplicable;
}

bool isUnderWay(const SelfCheckModel& model, const QString& id)
{
    for (const auto& line : model.lines())
        if (line.id == id)
            return line.isUnderWay;
    return false;
}

} // namespace

class tst_SelfCheckModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();

    void looksOffTheGuiThread();
    void saysReadyUndecidedOrNotFit();
    void whatIsOnlyAdvisedLeavesItReady();
    void theStartRunsOnlyWhatMustPass();
    void aHangingCheckKeepsNobodyWaiting();
    void cancellingKeepsWhatWasKnown();
    void everythingAskedForDuringALookEndsTheLook();
    void looksAgainOnlyWhenTheLastLookIsOld();
    void runsAgainOnlyWhatIsAskedFor();
    void knowsWhereTheOpenDocumentGoes();
    void aLaterLookKeepsWhatWasFoundAboutTheDocument();
    void theShieldSaysWhatTheGateSays();
    void driversThatAreAddedCount();
    void anotherKeyIsLookedAt();
    void aTrialIsPartOfTheReport();
    void listsTheChecksInTheOrderOfTheCatalogue();
    void aWindowThatIsGoneIsNotCalledBack();

private:
    void set(const QByteArray& id, const ScriptedComputer::Measure& measure,
        Requirement requirement = Requirement::MustPass, Cost cost = Cost::Instant, Group group = Group::System);
    SelfCheckModel& makeModel(std::chrono::milliseconds lookCounts = std::chrono::hours(1));
    void lookAndWait();
    void runAllAndWait();

    ScriptedComputer m_computer;
    SelfCheckModel::Sources m_sources;
    std::unique_ptr<SelfCheckModel> m_model;
};

void tst_SelfCheckModel::init()
{
    m_model.reset();
    m_computer = ScriptedComputer();
}

void tst_SelfCheckModel::set(
    const QByteArray& id, const ScriptedComputer::Measure& measure, Requirement requirement, Cost cost, Group group)
{
    m_computer.set({ id, group, requirement, measure, cost });
}

SelfCheckModel& tst_SelfCheckModel::makeModel(std::chrono::milliseconds lookCounts)
{
    m_sources = m_computer.sources(lookCounts);
    m_model = std::make_unique<SelfCheckModel>(m_sources);
    return *m_model;
}

void tst_SelfCheckModel::lookAndWait()
{
    QSignalSpy finished(m_model.get(), &SelfCheckModel::finished);
    m_model->lookAtStart();
    QVERIFY(finished.wait(kLong));
}

void tst_SelfCheckModel::runAllAndWait()
{
    QSignalSpy finished(m_model.get(), &SelfCheckModel::finished);
    m_model->runAll();
    QVERIFY(finished.wait(kLong));
}

void tst_SelfCheckModel::looksOffTheGuiThread()
{
    std::atomic<QThread*> checked = nullptr, asked = nullptr, made = nullptr;
    std::promise<void> go;
    set("slow", [&checked, wait = go.get_future().share()](const Situation&, const std::stop_token&) {
        checked = QThread::currentThread();
        wait.wait();
        return well();
    });
    auto sources = m_computer.sources();
    sources.servers = [&asked] {
        asked = QThread::currentThread();
        return std::vector<Server>();
    };
    sources.readiness = std::make_shared<DeferredReadiness>([&made, readiness = sources.readiness] {
        made = QThread::currentThread();
        return readiness->readiness();
    });
    m_model = std::make_unique<SelfCheckModel>(sources);
    m_model->lookAtStart(); // returns while the check still waits
    QCOMPARE(m_model->state(), State::Looking);
    QSignalSpy finished(m_model.get(), &SelfCheckModel::finished);
    go.set_value();
    QVERIFY(finished.wait(kLong));
    QCOMPARE(m_model->state(), State::Ready);
    for (auto* thread : { checked.load(), asked.load(), made.load() }) {
        QVERIFY(thread);
        QVERIFY(thread != QThread::currentThread());
    }
}

void tst_SelfCheckModel::saysReadyUndecidedOrNotFit()
{
    set("first", always(well()));
    makeModel();
    lookAndWait();
    QCOMPARE(m_model->state(), State::Ready);

    set("second", always(unclear()));
    makeModel();
    lookAndWait();
    QCOMPARE(m_model->state(), State::Undecided);

    set("third", always(broken()));
    makeModel();
    lookAndWait();
    QCOMPARE(m_model->state(), State::NotFit);
    QCOMPARE(m_model->report().obstacles().size(), std::size_t(2));
}

void tst_SelfCheckModel::whatIsOnlyAdvisedLeavesItReady()
{
    set("first", always(well()));
    set("second", always(broken()), Requirement::Advisory);
    makeModel();
    runAllAndWait();
    QCOMPARE(m_model->state(), State::Ready);
    QCOMPARE(outcomeOf(*m_model, u"second"_s), Outcome::Failed);
}

void tst_SelfCheckModel::theStartRunsOnlyWhatMustPass()
{
    set("first", always(well()));
    set("second", always(well()), Requirement::Advisory);
    set("off", always(broken()), Requirement::Off);
    makeModel();
    lookAndWait();
    QCOMPARE(m_computer.runs("first"), 1);
    QCOMPARE(m_computer.runs("second"), 0);
    QVERIFY(!m_model->ranAllAt().isValid());
    runAllAndWait();
    QCOMPARE(m_computer.runs("second"), 1);
    QCOMPARE(m_computer.runs("off"), 0);
    QCOMPARE(m_model->lines().size(), std::size_t(2));
    QVERIFY(m_model->ranAllAt().isValid());
}

void tst_SelfCheckModel::aHangingCheckKeepsNobodyWaiting()
{
    std::atomic<bool> isOver = false;
    const auto deaf = [&isOver](const Situation&, const std::stop_token&) {
        while (!isOver)
            QThread::msleep(5);
        return well();
    };
    m_computer.set({ "hangs", Group::Network, Requirement::Advisory, deaf, Cost::Slow, std::chrono::seconds(3) });
    set("quick", always(well()));
    makeModel();
    QSignalSpy finished(m_model.get(), &SelfCheckModel::finished);
    m_model->runAll();
    QTRY_COMPARE_WITH_TIMEOUT(outcomeOf(*m_model, u"quick"_s), Outcome::Passed, kLong);
    QVERIFY(isUnderWay(*m_model, u"hangs"_s)); // the other's result was shown meanwhile, by an event loop that lives
    QCOMPARE(m_model->progress()->done, 1);
    QCOMPARE(m_model->progress()->total, 2);
    QVERIFY(finished.wait(kLong));
    QCOMPARE(outcomeOf(*m_model, u"hangs"_s), Outcome::CouldNotTell);
    QVERIFY(!m_model->isRunning());
    isOver = true;
    QTest::qWait(50); // the thread lets go of this function's variables
}

void tst_SelfCheckModel::cancellingKeepsWhatWasKnown()
{
    set("first", always(well()));
    makeModel();
    runAllAndWait();
    set("first", hang);
    set("second", hang);
    QSignalSpy finished(m_model.get(), &SelfCheckModel::finished);
    m_model->runAll();
    QTRY_VERIFY_WITH_TIMEOUT(isUnderWay(*m_model, u"second"_s), kLong);
    m_model->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isRunning(), kLong);
    QCOMPARE(outcomeOf(*m_model, u"first"_s), Outcome::Passed);
    QCOMPARE(m_model->lines().size(), std::size_t(1)); // of the second nothing is known
    QCOMPARE(m_model->state(), State::Ready);
    QCOMPARE(finished.count(), 0);
}

void tst_SelfCheckModel::everythingAskedForDuringALookEndsTheLook()
{
    std::atomic<bool> hangs = true;
    set("first", [&hangs](const Situation& situation, const std::stop_token& stop) {
        return hangs ? hang(situation, stop) : well();
    });
    makeModel();
    m_model->lookAtStart();
    QTRY_COMPARE_WITH_TIMEOUT(m_computer.runs("first"), 1, kLong);
    hangs = false;
    runAllAndWait();
    QCOMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_computer.runs("first"), 2);
}

void tst_SelfCheckModel::looksAgainOnlyWhenTheLastLookIsOld()
{
    set("first", always(well()));
    makeModel(std::chrono::hours(1));
    m_model->refreshIfStale(); // nobody has looked yet
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::Ready, kLong);
    m_model->refreshIfStale();
    QVERIFY(!m_model->isRunning());

    makeModel(std::chrono::milliseconds(0));
    lookAndWait();
    m_model->refreshIfStale();
    QVERIFY(m_model->isRunning());
    QCOMPARE(m_model->state(), State::Ready); // what is known stands until there is news
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isRunning(), kLong);
}

void tst_SelfCheckModel::runsAgainOnlyWhatIsAskedFor()
{
    set("first", always(broken()));
    set("second", always(well()));
    makeModel();
    runAllAndWait();
    QCOMPARE(m_model->state(), State::NotFit);
    set("first", always(well()));
    m_model->runAgain({ u"first"_s });
    QVERIFY(isUnderWay(*m_model, u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::Ready, kLong);
    QVERIFY(!isUnderWay(*m_model, u"first"_s));
    QCOMPARE(m_computer.runs("first"), 2);
    QCOMPARE(m_computer.runs("second"), 1);
}

/// A full disk is known when the document is opened, not when the PIN has been entered.
void tst_SelfCheckModel::knowsWhereTheOpenDocumentGoes()
{
    const auto space = [](const Situation& situation, const std::stop_token&) {
        if (situation.outputs.empty())
            return notApplicable("no-output", u"No document is open."_s);
        return situation.outputs.front().documentBytes > 100 ? broken() : well();
    };
    set("space", space);
    set("slow", always(well()), Requirement::MustPass, Cost::Slow);
    makeModel();
    lookAndWait();
    QCOMPARE(m_model->state(), State::Ready);
    m_model->setOutputs({ { u"/bids"_s, 1000 } });
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::NotFit, kLong);
    m_model->setOutputs({ { u"/bids"_s, 10 } });
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::Ready, kLong);
    QCOMPARE(outcomeOf(*m_model, u"space"_s), Outcome::Passed);
    m_model->setOutputs({});
    QTRY_COMPARE_WITH_TIMEOUT(outcomeOf(*m_model, u"space"_s), Outcome::NotApplicable, kLong);
    QCOMPARE(m_computer.runs("slow"), 1); // a document does not send anybody to the network
}

void tst_SelfCheckModel::aLaterLookKeepsWhatWasFoundAboutTheDocument()
{
    set("space", [](const Situation& situation, const std::stop_token&) {
        return situation.outputs.empty() ? notApplicable("no-output", u"No document is open."_s) : broken();
    });
    makeModel(std::chrono::milliseconds(0));
    m_model->setOutputs({ { u"/bids"_s, 1000 } }); // opened before anybody has looked
    lookAndWait();
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::NotFit, kLong);
    bool wasReady = false;
    connect(m_model.get(), &SelfCheckModel::changed, this, [&] { wasReady |= m_model->state() == State::Ready; });
    lookAndWait();
    QCOMPARE(m_model->state(), State::NotFit);
    QVERIFY(!wasReady);
}

void tst_SelfCheckModel::theShieldSaysWhatTheGateSays()
{
    set("first", always(well()));
    makeModel();
    lookAndWait();
    set("first", always(broken()));
    const auto gate = std::async(
        std::launch::async, [gate = m_sources.readiness] { return gate->beforeSigning({}, {}, {}).verdict(); });
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::NotFit, kLong);
    // What a signature is not about is no news.
    set("first", always(notApplicable("none", u"Nothing."_s)));
    auto again
        = std::async(std::launch::async, [gate = m_sources.readiness] { (void)gate->beforeSigning({}, {}, {}); });
    QSignalSpy changed(m_model.get(), &SelfCheckModel::changed);
    QVERIFY(changed.wait(kLong));
    QCOMPARE(m_model->state(), State::NotFit);
}

void tst_SelfCheckModel::driversThatAreAddedCount()
{
    std::atomic<int> drivers = 1;
    set("drivers", [](const Situation& situation, const std::stop_token&) {
        return situation.modules.size() > 1 ? well() : broken();
    });
    auto sources = m_computer.sources();
    Policy policy;
    policy.rules.insert(u"drivers"_s, { Requirement::MustPass, WhenUnknown::Ask });
    sources.readiness = std::make_shared<DeferredReadiness>([&drivers, policy, everyCheck = sources.everyCheck] {
        Situation standing;
        for (int i = 0; i < drivers; ++i)
            standing.modules << u"/drivers/%1.so"_s.arg(i);
        return std::make_shared<Readiness>(policy, standing, [everyCheck](const Policy&) { return everyCheck(); });
    });
    m_model = std::make_unique<SelfCheckModel>(sources);
    lookAndWait();
    QCOMPARE(m_model->state(), State::NotFit);
    drivers = 2;
    m_model->renewDrivers();
    m_model->runAgain({ u"drivers"_s });
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::Ready, kLong);
}

void tst_SelfCheckModel::anotherKeyIsLookedAt()
{
    set("certificate", always(well()), Requirement::MustPass, Cost::Slow, Group::Keys);
    set("days", always(well()), Requirement::Advisory, Cost::Slow, Group::Keys);
    set("disk", always(well()), Requirement::MustPass, Cost::Instant, Group::Place);
    makeModel();
    m_model->checkKeysAgain(); // before anybody has looked that comes anyhow
    lookAndWait();
    QCOMPARE(m_computer.runs("certificate"), 1);
    set("certificate", always(broken()), Requirement::MustPass, Cost::Slow, Group::Keys);
    m_model->checkKeysAgain();
    QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), State::NotFit, kLong);
    QCOMPARE(m_computer.runs("days"), 0);
    QCOMPARE(m_computer.runs("disk"), 1);
}

void tst_SelfCheckModel::aTrialIsPartOfTheReport()
{
    set("first", always(well()));
    makeModel();
    lookAndWait();
    CheckResult trial;
    trial.id = u"key-trial"_s;
    trial.title = u"Trial"_s;
    trial.group = Group::Keys;
    trial.finding = broken();
    m_model->take(trial);
    QVERIFY(m_model->report().find(u"key-trial"_s));
    QCOMPARE(m_model->state(), State::Ready); // a mistyped PIN makes no computer unfit
    runAllAndWait();
    QVERIFY(m_model->report().find(u"key-trial"_s));
}

void tst_SelfCheckModel::listsTheChecksInTheOrderOfTheCatalogue()
{
    // The last ones are done first.
    const auto slowly = [](int milliseconds) {
        return [milliseconds](const Situation&, const std::stop_token&) {
            QThread::msleep(static_cast<unsigned long>(milliseconds));
            return well();
        };
    };
    set("a", slowly(60), Requirement::Advisory, Cost::Instant, Group::System);
    set("b", slowly(40), Requirement::MustPass, Cost::Instant, Group::System);
    set("c", slowly(20), Requirement::Advisory, Cost::Instant, Group::Clock);
    set("d", slowly(0), Requirement::MustPass, Cost::Instant, Group::Display);
    makeModel();
    lookAndWait();
    runAllAndWait();
    QStringList ids;
    for (const auto& line : m_model->lines())
        ids << line.id;
    QCOMPARE(ids, (QStringList { u"a"_s, u"b"_s, u"c"_s, u"d"_s }));
}

void tst_SelfCheckModel::aWindowThatIsGoneIsNotCalledBack()
{
    auto stopped = std::make_shared<std::promise<void>>();
    set("first", [stopped](const Situation& situation, const std::stop_token& stop) {
        auto finding = hang(situation, stop);
        stopped->set_value();
        return finding;
    });
    makeModel();
    m_model->lookAtStart();
    QTRY_COMPARE_WITH_TIMEOUT(m_computer.runs("first"), 1, kLong);
    m_model.reset();
    QCOMPARE(stopped->get_future().wait_for(std::chrono::milliseconds(kLong)), std::future_status::ready);
    QTest::qWait(20); // whatever was on its way arrives at nobody
}

QTEST_GUILESS_MAIN(tst_SelfCheckModel)
#include "tst_SelfCheckModel.moc"
