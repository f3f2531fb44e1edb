#include "core/environment/Catalogue.h"
#include "core/environment/PolicyFile.h"
#include "core/environment/SelfCheck.h"
#include "core/environment/system/SystemProtectionCheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::environment;
using platform::Protection;

Q_DECLARE_METATYPE(platform::Protection)

namespace {

Finding findingFor(Protection antivirus, Protection firewall)
{
    return protectionFinding(platform::SecurityCenter { antivirus, firewall });
}

bool isExplained(const Finding& finding) { return !finding.meaning.isEmpty() && !finding.remedy.text.isEmpty(); }

} // namespace

class tst_SystemProtection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesOnlyWhereBothAreOn()
    {
        const auto finding = findingFor(Protection::On, Protection::On);
        QCOMPARE(finding.outcome, Outcome::Passed);
        QCOMPARE(finding.code, u"on"_s);
    }

    void findsWhatIsNotOn_data()
    {
        QTest::addColumn<Protection>("antivirus");
        QTest::addColumn<Protection>("firewall");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("code");
        const auto row = [](Protection antivirus, Protection firewall, Outcome outcome, const char* code) {
            QTest::addRow("%s, %d/%d", code, static_cast<int>(antivirus), static_cast<int>(firewall))
                << antivirus << firewall << outcome << QString::fromLatin1(code);
        };
        row(Protection::Poor, Protection::On, Outcome::Warning, "antivirus-poor");
        row(Protection::Paused, Protection::On, Outcome::Warning, "antivirus-paused");
        row(Protection::Unknown, Protection::On, Outcome::CouldNotTell, "antivirus-unknown");
        row(Protection::On, Protection::Poor, Outcome::Warning, "firewall-poor");
        row(Protection::On, Protection::Paused, Outcome::Warning, "firewall-paused");
        row(Protection::On, Protection::Unknown, Outcome::CouldNotTell, "firewall-unknown");
        row(Protection::Poor, Protection::Poor, Outcome::Warning, "antivirus-poor");
        row(Protection::Unknown, Protection::Unknown, Outcome::CouldNotTell, "antivirus-unknown");
    }

    void findsWhatIsNotOn()
    {
        QFETCH(const Protection, antivirus);
        QFETCH(const Protection, firewall);
        const auto finding = findingFor(antivirus, firewall);
        QTEST(finding.outcome, "outcome");
        QTEST(finding.code, "code");
        QVERIFY(isExplained(finding));
        QCOMPARE(finding.parts.size(), 2U);
    }

    void neverFails()
    {
        for (const auto antivirus : { Protection::On, Protection::Paused, Protection::Poor, Protection::Unknown })
            for (const auto firewall : { Protection::On, Protection::Paused, Protection::Poor, Protection::Unknown })
                QVERIFY(findingFor(antivirus, firewall).outcome != Outcome::Failed);
        QCOMPARE(standardPolicy().ruleFor(u"system-protection"_s).requirement, Requirement::Advisory);
    }

    void isNotApplicableWithoutASecurityCenter()
    {
        QCOMPARE(protectionFinding({}).outcome, Outcome::NotApplicable);
        if (platform::securityCenter())
            QSKIP("this system has one");
        const auto report = runChecks(*checksNamed({ u"system-protection"_s }), {}, standardPolicy());
        QCOMPARE(report.results.front().finding.outcome, Outcome::NotApplicable);
    }

    void tellsWhatTheSystemSays()
    {
        QCOMPARE(SystemProtectionCheck().measure({}, {}, {}).code, protectionFinding(platform::securityCenter()).code);
    }
};

QTEST_GUILESS_MAIN(tst_SystemProtection)
#include "tst_SystemProtection.moc"
