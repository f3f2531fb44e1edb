// Point: the quick set of the self-check ends within 300 ms, and all checks within 10 s in a network that takes every
// packet and answers none.

#include "core/environment/PolicyFile.h"
#include "core/environment/Readiness.h"
#include "core/key/pkcs11/InstalledModules.h"
#include "tests/core/environment/https/BadNetwork.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/OwnEtc.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace bidseal;
using namespace bidseal::environment;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 9;
constexpr double kAllowedQuickMs = 300;
constexpr double kAllowedAllMs = 10'000;

struct Spread {
    double least = 0, median = 0, most = 0; ///< ms
};

template <class Work> Spread measure(Work work)
{
    std::vector<double> times;
    for (int run = 0; run < kRuns; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return { times.front(), times[times.size() / 2], times.back() };
}

void print(const char* what, const Spread& spread, double allowed)
{
    std::printf("%-58s %8.0f %8.0f %8.0f   %5.2f of the limit\n", what, spread.least, spread.median, spread.most,
        spread.median / allowed);
}

void printResults(const Report& report)
{
    for (const auto& result : report.results)
        std::printf("    %-24s %6lld ms  %s\n", qPrintable(result.id), static_cast<long long>(result.took.count()),
            qPrintable(wordFor(result.finding.outcome)));
}

/// As the window does it: the slow ones looked once, at the start.
void measureQuickSet()
{
    Situation standing;
    standing.modules = key::installedModules();
    Readiness readiness(standardPolicy(), standing, quickChecks);
    const std::vector<OutputPlace> outputs { { QDir::currentPath(), 100 * 1024 * 1024 } };
    Report report;
    print("at the start of the window", measure([&] { report = readiness.look({}); }), kAllowedQuickMs);
    printResults(report);
    print("before a signature", measure([&] { report = readiness.beforeSigning(outputs, {}, {}); }), kAllowedQuickMs);
    printResults(report);
}

/// The command line in a world of its own, where an administrator's policy names three servers by name and by address.
bool measureSilentNetwork()
{
    const QTemporaryDir folder;
    const auto etc = folder.filePath(u"etc"_s);
    const bool isWritten = QDir(folder.path()).mkpath(u"etc/bidseal"_s)
        && testing::writeFile(etc + u"/bidseal/policy.json"_s, R"({ "servers": [
            { "role": "relay", "url": "https:\/\/relay.example.com" },
            { "role": "timestamp", "url": "https:\/\/tsa.example.com" },
            { "role": "revocation", "url": "http:\/\/192.0.2.9\/ocsp" } ] })");
    const auto silent = test::inASilentNetwork();
    const auto ownEtc = isWritten ? testing::withInEtc(etc) : std::nullopt;
    if (!silent || !ownEtc) {
        std::puts("no network and /etc of its own can be made here: not measured");
        return true;
    }
    const auto command = *ownEtc + *silent
        + QStringList { QCoreApplication::applicationDirPath() + u"/bidseal-cli"_s, u"check"_s, u"--json"_s };
    QElapsedTimer timer;
    timer.start();
    const auto run = testing::runTool(command.first(), command.mid(1));
    const double took = static_cast<double>(timer.elapsed());
    print("all checks in a silent network, with the program's start", { took, took, took }, kAllowedAllMs);
    const auto checks = QJsonDocument::fromJson(run.output.toUtf8()).object()[u"checks"_s].toArray();
    for (const auto& value : checks)
        std::printf("    %-24s %6d ms  %s\n", qPrintable(value[u"id"_s].toString()), value[u"milliseconds"_s].toInt(),
            qPrintable(value[u"result"_s].toString()));
    return checks.size() == static_cast<qsizetype>(allChecks().size());
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    std::printf("%-58s %8s %8s %8s\n", "ms", "least", "median", "most");
    measureQuickSet();
    return measureSilentNetwork() ? 0 : 1;
}
