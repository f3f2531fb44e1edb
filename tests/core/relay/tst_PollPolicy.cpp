#include "core/relay/PollPolicy.h"

#include <QtTest>

using namespace bidseal::relay;
using namespace std::chrono_literals;
using Answer = PollPolicy::Answer;
using Duration = PollPolicy::Duration;

namespace {

constexpr Duration kNow = 5000s; // any moment

PollPolicy policy(Duration life = 600s, double random = 1)
{
    return { life, 1s, kNow, [random] { return random; } };
}

} // namespace

class tst_PollPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsAMessageAtOnce();
    void asksNoFasterThanTheInterval();
    void slowsDownForGood();
    void obeysRetryAfter_data();
    void obeysRetryAfter();
    void givesUpWhereRetryAfterIsBeyondTheEnd();
    void backsOffUpToHalfAMinute();
    void backsOffByChance_data();
    void backsOffByChance();
    void beginsAnewOnceAnAnswerCame();
    void triesOnceMoreAtTheEnd();
    void isOverOnAComputerThatSlept();
    void believesTheRelaysTimeLeft();
};

void tst_PollPolicy::followsAMessageAtOnce()
{
    QCOMPARE(policy().waitAfter(Answer::Good, kNow, kNow + 10ms), Duration(0));
}

void tst_PollPolicy::asksNoFasterThanTheInterval()
{
    auto calm = policy();
    QCOMPARE(calm.waitAfter(Answer::Nothing, kNow, kNow + 200ms), 800ms);
    QCOMPARE(calm.waitAfter(Answer::Nothing, kNow, kNow + 25s), Duration(0));
}

void tst_PollPolicy::slowsDownForGood()
{
    auto slower = policy();
    QCOMPARE(slower.waitAfter(Answer::SlowDown, kNow, kNow), 6s);
    QCOMPARE(slower.waitAfter(Answer::SlowDown, kNow, kNow), 11s);
    QCOMPARE(slower.waitAfter(Answer::Good, kNow, kNow), Duration(0));
    QCOMPARE(slower.waitAfter(Answer::Nothing, kNow, kNow + 1s), 10s);
}

void tst_PollPolicy::obeysRetryAfter_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("too fast") << Answer::SlowDown;
    QTest::newRow("full") << Answer::Unavailable;
}

void tst_PollPolicy::obeysRetryAfter()
{
    QFETCH(Answer, answer);
    QCOMPARE(policy().waitAfter(answer, kNow, kNow, 17s), 17s);
}

void tst_PollPolicy::givesUpWhereRetryAfterIsBeyondTheEnd()
{
    QVERIFY(!policy(20s).waitAfter(Answer::Unavailable, kNow, kNow, 20s));
    QVERIFY(!policy(20s).waitAfter(Answer::SlowDown, kNow, kNow, 3600s));
}

void tst_PollPolicy::backsOffUpToHalfAMinute()
{
    auto alone = policy();
    for (const Duration expected : { 1s, 2s, 4s, 8s, 16s, 30s, 30s, 30s })
        QCOMPARE(alone.waitAfter(Answer::None, kNow, kNow), expected);
    QCOMPARE(alone.waitAfter(Answer::Unavailable, kNow, kNow), 30s);
}

void tst_PollPolicy::backsOffByChance_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("second");
    QTest::newRow("shortest") << 0.0 << qint64(500) << qint64(1000);
    QTest::newRow("between") << 0.5 << qint64(750) << qint64(1500);
    QTest::newRow("longest") << 1.0 << qint64(1000) << qint64(2000);
}

void tst_PollPolicy::backsOffByChance()
{
    QFETCH(double, random);
    QFETCH(qint64, first);
    QFETCH(qint64, second);
    auto alone = policy(600s, random);
    QCOMPARE(alone.waitAfter(Answer::None, kNow, kNow), Duration(first));
    QCOMPARE(alone.waitAfter(Answer::None, kNow, kNow), Duration(second));
}

void tst_PollPolicy::beginsAnewOnceAnAnswerCame()
{
    auto back = policy();
    for (int i = 0; i < 4; ++i)
        (void)back.waitAfter(Answer::None, kNow, kNow);
    (void)back.waitAfter(Answer::Nothing, kNow, kNow + 25s);
    QCOMPARE(back.waitAfter(Answer::None, kNow, kNow), 1s);
}

void tst_PollPolicy::triesOnceMoreAtTheEnd()
{
    auto ending = policy(3s);
    (void)ending.waitAfter(Answer::None, kNow, kNow);
    (void)ending.waitAfter(Answer::None, kNow, kNow);
    QCOMPARE(ending.waitAfter(Answer::None, kNow + 1s, kNow + 1s), 2s); // not 4
    QVERIFY(!ending.waitAfter(Answer::None, kNow + 3s, kNow + 3s));
    QVERIFY(!ending.waitAfter(Answer::Nothing, kNow + 3s, kNow + 3s));
}

void tst_PollPolicy::isOverOnAComputerThatSlept()
{
    auto asleep = policy();
    QCOMPARE(asleep.waitAfter(Answer::None, kNow, kNow + 8h), Duration(0)); // asked before it fell asleep: once more
    QVERIFY(!asleep.waitAfter(Answer::None, kNow + 8h, kNow + 8h));
}

void tst_PollPolicy::believesTheRelaysTimeLeft()
{
    auto joined = policy(120s);
    joined.setTimeLeft(600s, kNow + 100s);
    QCOMPARE(joined.timeLeft(kNow + 130s), 570s);
    QVERIFY(joined.waitAfter(Answer::None, kNow + 130s, kNow + 130s).has_value());
    joined.setTimeLeft(0s, kNow + 130s);
    QVERIFY(!joined.waitAfter(Answer::Nothing, kNow + 130s, kNow + 130s));
}

QTEST_GUILESS_MAIN(tst_PollPolicy)
#include "tst_PollPolicy.moc"
