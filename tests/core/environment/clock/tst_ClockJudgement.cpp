#include "core/environment/clock/ClockJudgement.h"
#include "core/environment/clock/ShownDuration.h"

#include <QtTest>

using namespace bidseal::environment;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::vector<ClockSample>)

namespace {

constexpr ClockLimits kLimits { 30s, 300s };

ClockSample proven(std::chrono::milliseconds offset) { return { offset, 500ms, ClockSample::Trust::Proven }; }
ClockSample refused(std::chrono::milliseconds offset) { return { offset, 500ms, ClockSample::Trust::DatesRefused }; }

} // namespace

class tst_ClockJudgement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        using Samples = std::vector<ClockSample>;
        QTest::addColumn<Samples>("samples");
        QTest::addColumn<ClockState>("state");
        QTest::addColumn<int>("agreeing");
        const auto row = [](const char* name, const Samples& samples, ClockState state, int agreeing) {
            QTest::newRow(name) << samples << state << agreeing;
        };
        row("nobody", {}, ClockState::Unknown, 0);
        row("right", { proven(200ms) }, ClockState::Right, 1);
        row("right, behind", { proven(-29s) }, ClockState::Right, 1);
        row("within the uncertainty of the first limit", { proven(30'400ms) }, ClockState::Right, 1);
        row("just over the first limit", { proven(30'600ms) }, ClockState::Off, 1);
        row("just over it, behind", { proven(-30'600ms) }, ClockState::Off, 1);
        row("four minutes", { proven(-240s), proven(-239s) }, ClockState::Off, 2);
        row("within the uncertainty of the second limit", { proven(300'400ms), proven(300'400ms) }, ClockState::Off, 2);
        row("wrong by two", { proven(600s), proven(599s) }, ClockState::Wrong, 2);
        row("wrong by two, behind", { proven(-86'400s), proven(-86'399s) }, ClockState::Wrong, 2);
        row("wrong by one alone", { proven(600s) }, ClockState::WrongByOneSource, 1);
        row("one lies, one does not", { proven(600s), proven(0s) }, ClockState::Contradictory, 1);
        row("one lies, two do not", { proven(600s), proven(1s), proven(0s) }, ClockState::Right, 2);
        row("two find it wrong, one does not", { proven(600s), proven(601s), proven(0s) }, ClockState::Wrong, 2);
        row("two against two", { proven(600s), proven(601s), proven(0s), proven(1s) }, ClockState::Contradictory, 2);
        row("two agree among four", { proven(600s), proven(601s), proven(0s), proven(-900s) },
            ClockState::Contradictory, 2);
        row("both wrong, in opposite ways", { proven(600s), proven(-600s) }, ClockState::Contradictory, 1);
        row("a minute apart is agreement", { proven(600s), proven(660s) }, ClockState::Wrong, 2);
        row("more than a minute apart is none", { proven(600s), proven(661s) }, ClockState::Contradictory, 1);

        row("refused certificates never make it right", { refused(0s), refused(0s) }, ClockState::Unproven, 2);
        row("nor off", { refused(60s) }, ClockState::Unproven, 1);
        row("one refused says wrong", { refused(-600s) }, ClockState::WrongByOneSource, 1);
        row("two refused say wrong", { refused(-600s), refused(-600s) }, ClockState::Wrong, 2);
        row("a refused one confirms that it is wrong", { proven(600s), refused(601s) }, ClockState::Wrong, 2);
        row("a refused one does not outvote", { proven(0s), refused(600s), refused(600s) }, ClockState::Right, 1);
        row("a refused one that says otherwise confirms nothing", { proven(600s), refused(0s) },
            ClockState::WrongByOneSource, 1);
    }
    void judges()
    {
        QFETCH(const std::vector<ClockSample>, samples);
        const auto judgement = judgeClock(samples, kLimits);
        QTEST(judgement.state, "state");
        QTEST(judgement.agreeing, "agreeing");
        auto reversed = samples;
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(judgeClock(reversed, kLimits).state, judgement.state); // whoever answered first
    }

    void knowsHowFarItIsOff()
    {
        QCOMPARE(judgeClock({ proven(600s), proven(602s) }, kLimits).offset, 601s);
        QCOMPARE(judgeClock({ proven(3s), proven(-900s), proven(1s), proven(2s) }, kLimits).offset, 2s);
    }

    void aSlowServerMakesNoFalseAlarm()
    {
        const ClockSample slow { 32s, 2500ms, ClockSample::Trust::Proven };
        QCOMPARE(judgeClock({ slow }, kLimits).state, ClockState::Right);
    }

    void comparesInTheMiddleOfTheRoundTrip()
    {
        const auto sample = sampleFrom(100'000ms, 2'000ms, 101s, ClockSample::Trust::Proven);
        QCOMPARE(sample.offset, -500ms); // 101.0 here, 101.0 to 102.0 there
        QCOMPARE(sample.uncertainty, 1'500ms);
        QCOMPARE(sampleFrom(100'000ms, 2'000ms, 101s, ClockSample::Trust::DatesRefused).trust,
            ClockSample::Trust::DatesRefused);
    }

    void showsDurationsAsExactlyAsAPersonNeedsThem()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(shownDuration(420ms), u"0.4 s"_s);
        QCOMPARE(shownDuration(-98s), u"98 s"_s);
        QCOMPARE(shownDuration(600s), u"10 min"_s);
        QCOMPARE(shownDuration(5h), u"5 h"_s);
        QCOMPARE(shownDuration(std::chrono::hours(24 * 12)), u"12 days"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ClockJudgement)
#include "tst_ClockJudgement.moc"
