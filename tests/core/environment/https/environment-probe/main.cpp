#include "core/environment/Catalogue.h"
#include "core/environment/PolicyFile.h"
#include "core/environment/ReportJson.h"
#include "core/environment/SelfCheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace bidseal::environment;

/// Runs the checks that its first argument names, as {"checks": […], "situation": {…}, "newestVersion": "…"}, under the
/// standard policy, and prints the full report.
int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const auto wanted = QJsonDocument::fromJson(argc == 2 ? argv[1] : "").object();
    auto checks = checksNamed(wanted[u"checks"_s].toVariant().toStringList());
    if (!checks)
        return 2;
    const auto situation = Situation::fromJson(wanted[u"situation"_s].toObject());
    auto policy = standardPolicy();
    policy.newestVersion = QUrl(wanted[u"newestVersion"_s].toString());
    const auto report = runChecks(std::move(*checks), situation, policy);
    std::puts(QJsonDocument(toJson(report, Disclosure::Full)).toJson().constData());
    return 0;
}
