#include "core/base/platform/ProcessTree.h"
#include "core/base/platform/Processes.h"
#include "core/environment/program/ProgramInstanceCheck.h"
#include "tests/core/environment/program/ProbeRun.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/ScriptedModule.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

bool names(const Finding& finding, qint64 process)
{
    return std::any_of(finding.facts.begin(), finding.facts.end(),
        [process](const Fact& fact) { return fact.name == u"processes"_s && fact.value.toArray().contains(process); });
}

/// Started by a shell that ends at once, so that it is nobody's child here.
class OtherBidSeal {
public:
    explicit OtherBidSeal(const QString& command)
    {
        const auto pidFile = m_folder.filePath(u"pid"_s);
        QProcess::execute(u"sh"_s, { u"-c"_s, u"%1 >/dev/null 2>&1 & echo $! >%2"_s.arg(command, pidFile) });
        m_id = readFile(pidFile).trimmed().toLongLong();
    }
    ~OtherBidSeal() { runTool(u"kill"_s, { u"-9"_s, QString::number(m_id) }); }
    Q_DISABLE_COPY_MOVE(OtherBidSeal)

    [[nodiscard]] qint64 id() const { return m_id; }

private:
    QTemporaryDir m_folder;
    qint64 m_id = 0;
};

bool hasStartedADriver(qint64 process)
{
    const auto all = platform::runningProcesses().value_or(std::vector<platform::RunningProcess>());
    return std::any_of(all.begin(), all.end(), [process](const platform::RunningProcess& one) {
        return one.name.startsWith(u"bidseal-token"_s) && platform::parentOf(one.id) == process;
    });
}

Finding measured() { return ProgramInstanceCheck().measure({}, {}, {}); }

} // namespace

/// Other tests run beside this one, with BidSeals of their own: what is looked for is always one certain process.
class tst_ProgramInstance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAnotherBidSealAtAUKey();
    void leavesOneWithoutAUKeyAlone();
    void leavesWhomItStartedItselfAlone();
};

void tst_ProgramInstance::findsAnotherBidSealAtAUKey()
{
    ScriptedModule driver;
    driver.set("initialize", "hang"); // the driver's process stays while its call hangs
    const QTemporaryDir data;
    const OtherBidSeal other(u"BIDSEAL_DATA_DIR='%1' exec '%2/bidseal-cli' keys --module '%3'"_s.arg(
        data.path(), QCoreApplication::applicationDirPath(), ScriptedModule::path()));
    QVERIFY(other.id() > 0);
    QTRY_VERIFY2_WITH_TIMEOUT(names(measured(), other.id()), "not seen", 10'000);
    const auto finding = measured();
    QCOMPARE(finding.outcome, Outcome::Warning);
    QCOMPARE(finding.code, u"uses-ukey"_s);
    QVERIFY(!finding.meaning.isEmpty());
    QVERIFY(!finding.remedy.text.isEmpty());
}

void tst_ProgramInstance::leavesOneWithoutAUKeyAlone()
{
    // A BidSeal that waits: a copy of sleep by its name.
    const QTemporaryDir folder;
    const auto program = folder.filePath(u"bidseal"_s);
    QVERIFY(QFile::copy(QStandardPaths::findExecutable(u"sleep"_s), program));
    const OtherBidSeal other(u"'%1' 60"_s.arg(program));
    const auto finding = measured();
    QVERIFY(!names(finding, other.id()));
    if (finding.outcome == Outcome::Passed)
        QCOMPARE(finding.code, u"others-without-ukey"_s);
}

void tst_ProgramInstance::leavesWhomItStartedItselfAlone()
{
    ScriptedModule driver;
    driver.set("initialize", "hang");
    const QTemporaryDir data;
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BIDSEAL_DATA_DIR"_s, data.path());
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationDirPath() + u"/bidseal-cli"_s,
        { u"keys"_s, u"--module"_s, ScriptedModule::path() });
    QVERIFY(child.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(hasStartedADriver(child.processId()), 10'000);
    QVERIFY(!names(measured(), child.processId()));
    child.kill();
    child.waitForFinished();
}

QTEST_GUILESS_MAIN(tst_ProgramInstance)
#include "tst_ProgramInstance.moc"
