#include "tests/core/environment/https/BadNetwork.h"

#include "tests/support/ForeignTools.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace bidseal::testing;

namespace bidseal::test {

namespace {

/// `script` ends by starting what stands behind it.
std::optional<QStringList> world(const QStringList& unshare, const QString& script)
{
    const QStringList command = QStringList { u"unshare"_s } + unshare
        + QStringList { u"/bin/sh"_s, u"-ec"_s, script + u"\nexec \"$@\""_s, u"sh"_s };
    const auto trial = runTool(command.first(), command.mid(1) + QStringList { u"true"_s });
    if (trial.exitCode == 0)
        return command;
    qWarning("%s", qPrintable(trial.output));
    return {};
}

ProbeRun run(const QJsonObject& wanted, const QStringList& through, const QStringList& variables)
{
    const auto text = QString::fromUtf8(QJsonDocument(wanted).toJson(QJsonDocument::Compact));
    const auto command
        = through + QStringList { QCoreApplication::applicationDirPath() + u"/bidseal-environment-probe"_s, text };
    auto variablesThere = QProcessEnvironment::systemEnvironment();
    for (const auto& name : { u"http_proxy"_s, u"https_proxy"_s, u"no_proxy"_s, u"all_proxy"_s })
        variablesThere.remove(name);
    for (const auto& variable : variables)
        variablesThere.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    QProcess process;
    process.setProcessEnvironment(variablesThere);
    process.start(command.first(), command.mid(1));
    if (!process.waitForFinished(60'000))
        process.kill();
    const auto output = process.readAllStandardOutput();
    const auto ended = u"\n%1, exit code %2"_s.arg(process.errorString()).arg(process.exitCode());
    return { QJsonDocument::fromJson(output).object(),
        QString::fromUtf8(output + process.readAllStandardError()) + ended };
}

} // namespace

QJsonObject ProbeRun::result(const QString& id) const
{
    for (const auto& check : report[u"checks"_s].toArray())
        if (check[u"id"_s] == id)
            return check.toObject();
    return {};
}

environment::Situation situationWith(const std::vector<environment::Server>& servers)
{
    environment::Situation situation;
    situation.servers = servers;
    return situation;
}

ProbeRun probe(const QStringList& checks, const std::vector<environment::Server>& servers, const QStringList& through,
    const QStringList& variables)
{
    return run(
        { { u"checks"_s, QJsonArray::fromStringList(checks) }, { u"situation"_s, situationWith(servers).toJson() } },
        through, variables);
}

ProbeRun probeNewestVersion(const QUrl& source)
{
    return run(
        { { u"checks"_s, QJsonArray { u"program-version"_s } }, { u"newestVersion"_s, source.toString() } }, {}, {});
}

std::optional<QStringList> withHostsFile(const QString& file)
{
    return world({ u"-m"_s }, u"mount --bind '%1' /etc/hosts"_s.arg(file));
}

std::optional<QStringList> inASilentNetwork()
{
    // The way out leads over a cable whose other end nobody listens at; that the neighbour is known beforehand keeps
    // the system from saying "no route" by itself.
    return world({ u"-m"_s, u"-n"_s }, uR"(
ip link set lo up
ip link add cable type veth peer name end
ip link set cable up
ip link set end up
ip address add 192.0.2.1/24 dev cable
ip neighbour add 192.0.2.2 lladdr 02:00:00:00:00:02 dev cable
ip route add default via 192.0.2.2
mount -t tmpfs none /mnt
echo 'nameserver 192.0.2.2' > /mnt/resolv.conf
mount --bind /mnt/resolv.conf /etc/resolv.conf)"_s);
}

std::optional<QStringList> withoutNetwork() { return world({ u"-n"_s }, u":"_s); }

} // namespace bidseal::test
