#include "core/environment/PolicyFile.h"
#include "core/environment/program/PolicyFileCheck.h"
#include "tests/support/ForeignTools.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

Finding findingAt(const PolicyPlaces& places) { return PolicyFileCheck().measure({}, *policyInForce(places), {}); }

} // namespace

class tst_PolicyFileCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesWithoutAnyFile();
    void passesWhatIsInForce();
    void findsAPolicyThatAnybodyMayChange();
    void findsAPolicyThatCannotBeRead();
    void tellsTheWorstOfSeveral();
};

void tst_PolicyFileCheck::passesWithoutAnyFile()
{
    const auto finding = findingAt({});
    QCOMPARE(finding.outcome, Outcome::Passed);
    QCOMPARE(finding.code, u"standard"_s);
}

void tst_PolicyFileCheck::passesWhatIsInForce()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"policy.json"_s);
    QVERIFY(writeFile(file, R"({ "thresholds": { "clockWarningSeconds": 10 } })"));
    const auto finding = findingAt({ {}, file, {} });
    QCOMPARE(finding.outcome, Outcome::Passed);
    QCOMPARE(finding.code, u"in-force"_s);
}

void tst_PolicyFileCheck::findsAPolicyThatAnybodyMayChange()
{
    const QTemporaryDir folder; // below /tmp, where anybody may put a file
    const auto file = folder.filePath(u"policy.json"_s);
    QVERIFY(writeFile(file, R"({ "checks": { "tracer": { "requirement": "off" } } })"));
    const auto finding = findingAt({ file, {}, {} });
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"not-an-administrators"_s);
    QVERIFY(filled(finding.found, finding.facts, Disclosure::Full).contains(file));
    QVERIFY(!filled(finding.found, finding.facts, Disclosure::Redacted).contains(file));
    QVERIFY(!finding.meaning.isEmpty());
    QVERIFY(finding.remedy.text.contains(u"administrator"_s));
}

void tst_PolicyFileCheck::findsAPolicyThatCannotBeRead()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"policy.json"_s);
    QVERIFY(writeFile(file, R"({ "checks": { "tracer": )"));
    const auto finding = findingAt({ {}, file, {} });
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"unreadable"_s);
    QVERIFY(!finding.remedy.text.isEmpty());
}

void tst_PolicyFileCheck::tellsTheWorstOfSeveral()
{
    const QTemporaryDir folder;
    const auto good = folder.filePath(u"good.json"_s);
    const auto bad = folder.filePath(u"bad.json"_s);
    QVERIFY(writeFile(good, "{}"));
    QVERIFY(writeFile(bad, "{"));
    const auto finding = findingAt({ {}, bad, good });
    QCOMPARE(finding.code, u"unreadable"_s);
    QCOMPARE(finding.parts.size(), 2U);
}

QTEST_GUILESS_MAIN(tst_PolicyFileCheck)
#include "tst_PolicyFileCheck.moc"
