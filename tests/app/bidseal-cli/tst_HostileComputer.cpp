#include "core/environment/Catalogue.h"
#include "tests/app/bidseal-cli/Workplace.h"
#include "tests/core/environment/https/BadNetwork.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/OwnEtc.h"
#include "tests/support/SoftHsmTokens.h"

#include <QJsonArray>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::KeyType;

namespace {

QString builtDriver(const QString& name) { return QCoreApplication::applicationDirPath() + u'/' + name; }

QJsonObject checkIn(const CliRun& run, const QString& id)
{
    for (const auto& check : run.json[u"checks"_s].toArray())
        if (check[u"id"_s] == id)
            return check.toObject();
    return {};
}

} // namespace

/// A computer on which everything goes wrong at once: a driver that crashes, one that hangs, a network that swallows
/// every packet. The good token beside them is still judged, and the report is whole.
class tst_HostileComputer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReportIsComplete();
};

void tst_HostileComputer::theReportIsComplete()
{
    if (SoftHsmTokens::module().isEmpty())
        QSKIP("SoftHSM is not installed");
    SoftHsmTokens tokens;
    const auto mint = demonstration::CertificateMint::create();
    QVERIFY(mint);
    tokens.add(u"Sample"_s, "482913",
        { { .key = *mint->issue({ .keyType = KeyType::P256 }), .label = u"key"_s, .id = "\x01" } });

    Workplace place;
    place.setEnvironment(u"SOFTHSM2_CONF"_s, qEnvironmentVariable("SOFTHSM2_CONF"));
    QVERIFY(QDir(place.path(QString())).mkpath(u"etc/bidseal"_s));
    QVERIFY(QDir(place.path(QString())).mkpath(u"etc/pkcs11/modules"_s));
    QVERIFY(writeFile(place.path(u"etc/bidseal/policy.json"_s), R"({ "servers": [
        { "role": "relay", "url": "https:\/\/relay.example.com" },
        { "role": "timestamp", "url": "https:\/\/tsa.example.com" },
        { "role": "time", "url": "https:\/\/192.0.2.9" } ] })"));
    for (const auto& [name, module] : { std::pair(u"crashing"_s, builtDriver(u"crashing-driver.so"_s)),
             std::pair(u"hanging"_s, builtDriver(u"hanging-driver.so"_s)) }) {
        QVERIFY2(QFileInfo::exists(module), qPrintable(module));
        QVERIFY(
            writeFile(place.path(u"etc/pkcs11/modules/%1.module"_s.arg(name)), "module: " + module.toUtf8() + '\n'));
    }
    const auto silent = inASilentNetwork();
    const auto ownEtc = withInEtc(place.path(u"etc"_s));
    if (!silent || !ownEtc)
        QSKIP("no network and /etc of its own can be made here (needs root)");

    const auto report = place.path(u"report.html"_s);
    QElapsedTimer timer;
    timer.start();
    const auto run = place.runWrapped(
        QStringList { u"setsid"_s } + *ownEtc + *silent, { u"check"_s, u"--json"_s, u"--report"_s, report });
    qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(timer.elapsed() < 30'000, "it took several times as long as it may"); // the bench measures

    const auto checks = run.json[u"checks"_s].toArray();
    QCOMPARE(checks.size(), static_cast<qsizetype>(environment::allChecks().size()));
    const auto page = readFile(report);
    for (const auto& value : checks) {
        QVERIFY(!value[u"found"_s].toString().isEmpty());
        QVERIFY2(page.contains(value[u"id"_s].toString().toUtf8()), qPrintable(value[u"id"_s].toString()));
    }
    QCOMPARE(checkIn(run, u"certificate-validity"_s)[u"result"_s].toString(), u"passed"_s);
    QCOMPARE(checkIn(run, u"crypto-tests"_s)[u"result"_s].toString(), u"passed"_s);
    QCOMPARE(checkIn(run, u"clock"_s)[u"result"_s].toString(), u"could-not-tell"_s);
    QCOMPARE(checkIn(run, u"server-connection"_s)[u"result"_s].toString(), u"failed"_s);
    QCOMPARE(checkIn(run, u"ukey-drivers"_s)[u"result"_s].toString(), u"warning"_s); // one of them works
    QVERIFY(checkIn(run, u"ukey-drivers"_s)[u"parts"_s].toArray().size() >= 3);
    QCOMPARE(run.json[u"verdict"_s].toString(), u"undecided"_s);
    QCOMPARE(run.exitCode, 1);
}

QTEST_GUILESS_MAIN(tst_HostileComputer)
#include "tst_HostileComputer.moc"
