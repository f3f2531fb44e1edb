#include "core/journal/Journal.h"
#include "tests/app/bidseal-cli/Workplace.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/OwnEtc.h"
#include "tests/support/Problem.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

QJsonObject checkIn(const CliRun& run, const QString& id)
{
    for (const auto& check : run.json[u"checks"_s].toArray())
        if (check[u"id"_s] == id)
            return check.toObject();
    return {};
}

/// Without a terminal.
std::optional<QStringList> administrators(const Workplace& place, const QByteArray& policy)
{
    auto world = place.underPolicy(policy);
    if (world)
        world->prepend(u"setsid"_s);
    return world;
}

/// Of a port that nobody listens at any more.
quint16 deadPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray policyWithDeadTimeServer()
{
    const QJsonObject server { { u"role"_s, u"time"_s }, { u"url"_s, u"https://127.0.0.1:%1"_s.arg(deadPort()) } };
    return QJsonDocument(QJsonObject { { u"servers"_s, QJsonArray { server } } }).toJson();
}

/// Nobody has this much.
const QByteArray kImpossible = R"({ "thresholds": { "spaceReserveMegabytes": 999000000 } })";

} // namespace

class tst_CheckCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodMachineIsFit();
    void tellsEverythingAboutEachCheck();
    void runsTheChecksThatAreNamed();
    void namesTheChecksThereAre();
    void isUsedWrongly_data();
    void isUsedWrongly();
    void theReportIsRedactedUnlessAskedFor();
    void aComputerThatIsNotFitSignsNothing();
    void aUserCannotSkipWhatMustPass();
    void anAdministratorCan();
    void aStricterPolicyIsObeyed();
    void whatCannotBeToldNeedsAgreement();
    void triesAKeyOnRequest();
};

void tst_CheckCommand::aGoodMachineIsFit()
{
    const Workplace place;
    const auto run = place.run({ u"check"_s, u"--quick"_s, u"--json"_s, u"--document"_s, place.source() });
    QCOMPARE(run.json[u"verdict"_s].toString(), u"fit"_s);
    QCOMPARE(run.exitCode, 0);
    QStringList ids;
    for (const auto& check : run.json[u"checks"_s].toArray()) {
        ids += check[u"id"_s].toString();
        QVERIFY2(check[u"result"_s] == u"passed"_s || check[u"result"_s] == u"not-applicable"_s,
            qPrintable(QString::fromUtf8(run.output)));
    }
    ids.sort();
    QCOMPARE(ids,
        QStringList({ u"certificate-validity"_s, u"clock"_s, u"crypto-tests"_s, u"disk-space"_s, u"program-files"_s,
            u"temporary-folder"_s, u"tracer"_s }));
}

void tst_CheckCommand::tellsEverythingAboutEachCheck()
{
    const Workplace place;
    const auto run = place.run({ u"check"_s, u"--json"_s });
    const auto checks = run.json[u"checks"_s].toArray();
    QVERIFY(checks.size() > 20);
    for (const auto& value : checks) {
        const auto check = value.toObject();
        const auto text = QJsonDocument(check).toJson();
        for (const auto& member : { u"id"_s, u"title"_s, u"group"_s, u"result"_s, u"code"_s, u"found"_s, u"facts"_s,
                 u"milliseconds"_s, u"requirement"_s })
            QVERIFY2(check.contains(member), text.constData());
        QVERIFY2(!check[u"found"_s].toString().isEmpty(), text.constData());
        const bool isBad = check[u"result"_s] == u"warning"_s || check[u"result"_s] == u"failed"_s;
        if (isBad) {
            QVERIFY2(!check[u"meaning"_s].toString().isEmpty(), text.constData());
            QVERIFY2(!check[u"remedy"_s][u"text"_s].toString().isEmpty(), text.constData());
        }
        QVERIFY2(!check[u"found"_s].toString().contains(u'{'), text.constData()); // every fact was there
    }
}

void tst_CheckCommand::runsTheChecksThatAreNamed()
{
    const Workplace place;
    const auto run = place.run({ u"check"_s, u"--only"_s, u"tracer"_s, u"--only"_s, u"crypto-tests"_s, u"--json"_s });
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json[u"checks"_s].toArray().size(), 2);
    const auto text = place.run({ u"check"_s, u"--only"_s, u"tracer"_s });
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.output.contains("(tracer)"), text.output.constData());
}

void tst_CheckCommand::namesTheChecksThereAre()
{
    const Workplace place;
    const auto run = place.run({ u"check"_s, u"--only"_s, u"no-such-check"_s, u"--json"_s });
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.json[u"error"_s][u"happened"_s].toString().contains(u"crypto-tests"_s));
}

void tst_CheckCommand::isUsedWrongly_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::newRow("quick and only") << QStringList { u"--quick"_s, u"--only"_s, u"tracer"_s } << u"usage-wrong"_s;
    QTest::newRow("trial without key") << QStringList { u"--try-key"_s } << u"usage-wrong"_s;
    QTest::newRow("trial with a phone") << QStringList { u"--try-key"_s, u"--key"_s, u"mobile:https://localhost"_s }
                                        << u"usage-wrong"_s;
    QTest::newRow("PIN for nothing") << QStringList { u"--pin-file"_s, u"-"_s } << u"usage-wrong"_s;
    QTest::newRow("no such policy") << QStringList { u"--policy"_s, u"/no/such/file"_s } << u"policy-invalid"_s;
    QTest::newRow("no relay's address") << QStringList { u"--key"_s, u"mobile:nowhere"_s }
                                        << u"relay-address-invalid"_s;
}

void tst_CheckCommand::isUsedWrongly()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    const Workplace place;
    const auto run = place.run(QStringList { u"check"_s, u"--json"_s } + arguments);
    QCOMPARE(run.errorCode(), code);
    QCOMPARE(run.exitCode, 2);
}

void tst_CheckCommand::theReportIsRedactedUnlessAskedFor()
{
    const Workplace place;
    const auto folder = place.path(u"out"_s);
    const QStringList arguments { u"check"_s, u"--only"_s, u"disk-space"_s, u"--only"_s, u"output-folder"_s,
        u"--out-dir"_s, folder, u"--json"_s };
    for (const auto& name : { u"report.html"_s, u"report.json"_s }) {
        const auto file = place.path(name);
        auto run = place.run(arguments + QStringList { u"--report"_s, file });
        QCOMPARE(run.exitCode, 0);
        QVERIFY(readFile(file).contains("disk-space"));
        QVERIFY(!readFile(file).contains(folder.toUtf8()));
        QVERIFY(!run.output.contains(folder.toUtf8()));
        run = place.run(arguments + QStringList { u"--report"_s, file, u"--full"_s });
        QVERIFY2(readFile(file).contains(folder.toUtf8()), readFile(file).constData());
        QVERIFY(run.output.contains(folder.toUtf8()));
    }
}

/// The refusal is the same without a terminal, with one, and whatever somebody has agreed to beforehand.
void tst_CheckCommand::aComputerThatIsNotFitSignsNothing()
{
    Workplace place;
    const auto policy = place.path(u"policy.json"_s);
    QVERIFY(writeFile(policy, kImpossible));
    for (const auto& more : { QStringList(), QStringList { u"--agree-unknown"_s, u"--any-holder"_s, u"--force"_s } }) {
        const auto run = place.run(place.signArguments() + QStringList { u"--policy"_s, policy } + more);
        QCOMPARE(run.errorCode(), u"environment-unfit"_s);
        QCOMPARE(run.exitCode, 1);
        QVERIFY(!QFileInfo::exists(place.output()));
    }
    const auto check = place.run({ u"check"_s, u"--quick"_s, u"--policy"_s, policy, u"--json"_s });
    QCOMPARE(check.exitCode, 1);
    QCOMPARE(check.json[u"verdict"_s].toString(), u"unfit"_s);
    QCOMPARE(checkIn(check, u"disk-space"_s)[u"result"_s].toString(), u"failed"_s);
}

void tst_CheckCommand::aUserCannotSkipWhatMustPass()
{
    Workplace place;
    const auto strict = place.path(u"policy.json"_s);
    QVERIFY(writeFile(strict, kImpossible));
    const QByteArray loose = R"({ "checks": { "disk-space": { "requirement": "off" } },
        "thresholds": { "spaceReserveMegabytes": 0 } })";
    QVERIFY(writeFile(place.path(u"data/policy.json"_s), loose));
    const auto run = place.run(place.signArguments() + QStringList { u"--policy"_s, strict });
    QCOMPARE(run.errorCode(), u"environment-unfit"_s);
}

void tst_CheckCommand::anAdministratorCan()
{
    Workplace place;
    auto world = administrators(place, kImpossible);
    if (!world)
        QSKIP("no /etc of its own can be mounted here (needs root or user namespaces)");
    QCOMPARE(place.runWrapped(*world, place.signArguments()).errorCode(), u"environment-unfit"_s);
    world = administrators(place, R"({ "checks": { "disk-space": { "requirement": "advisory" } },
        "thresholds": { "spaceReserveMegabytes": 999000000 } })");
    QVERIFY(world);
    const auto run = place.runWrapped(*world, place.signArguments());
    QCOMPARE(run.errorCode(), QString());
    QVERIFY(pdfsig(place.output()).front().isValid);
}

void tst_CheckCommand::aStricterPolicyIsObeyed()
{
    const Workplace place;
    QVERIFY(writeFile(place.path(u"data/policy.json"_s), kImpossible));
    const auto run = place.run({ u"check"_s, u"--quick"_s, u"--json"_s });
    QCOMPARE(run.json[u"verdict"_s].toString(), u"unfit"_s);
}

/// A time server that nobody answers at: the clock cannot be told.
void tst_CheckCommand::whatCannotBeToldNeedsAgreement()
{
    Workplace place;
    const auto world = administrators(place, policyWithDeadTimeServer());
    if (!world)
        QSKIP("no /etc of its own can be mounted here (needs root or user namespaces)");
    const auto check = place.runWrapped(*world, { u"check"_s, u"--quick"_s, u"--json"_s });
    QCOMPARE(check.json[u"verdict"_s].toString(), u"undecided"_s);
    QCOMPARE(check.exitCode, 1);
    QCOMPARE(checkIn(check, u"clock"_s)[u"result"_s].toString(), u"could-not-tell"_s);

    auto run = place.runWrapped(*world, place.signArguments());
    QCOMPARE(run.errorCode(), u"environment-unclear"_s);
    QCOMPARE(run.exitCode, 1);
    QVERIFY(!QFileInfo::exists(place.output()));

    run = place.runWrapped(*world, place.signArguments() + QStringList { u"--agree-unknown"_s });
    QCOMPARE(run.errorCode(), QString());
    const auto journal = journal::Journal::open(place.path(u"data/journal.sqlite"_s));
    QVERIFY2(journal, problemOf(journal).constData());
    const auto entry = (*journal)->entries()->front();
    QCOMPARE(entry.agreedUnknown, QStringList { u"clock"_s });
    QCOMPARE(entry.environmentDigest, QCryptographicHash::hash(entry.environmentReport, QCryptographicHash::Sha256));
}

void tst_CheckCommand::triesAKeyOnRequest()
{
    Workplace place;
    const auto key = u"p12:"_s + place.keyFile({ .keyType = demonstration::KeyType::P256 });
    const QStringList arguments { u"check"_s, u"--only"_s, u"tracer"_s, u"--try-key"_s, u"--key"_s, key, u"--json"_s };
    auto run = place.run(arguments + QStringList { u"--pin-file"_s, place.passwordFile() });
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(checkIn(run, u"key-trial"_s)[u"result"_s].toString(), u"passed"_s);
    run = place.run(
        arguments + QStringList { u"--pin-file"_s, place.secretFile(u"wrong.txt"_s, "another-Password-2") });
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(checkIn(run, u"key-trial"_s)[u"result"_s].toString(), u"failed"_s);
}

QTEST_GUILESS_MAIN(tst_CheckCommand)
#include "tst_CheckCommand.moc"
