#pragma once

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>

#include <map>

namespace bidseal::testing {

using Environment = std::map<QString, QString>;

inline QString probeProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/bidseal-check-probe");
}

/// What bidseal-check-probe, or a copy of it, printed; empty, with a warning, where it printed nothing.
[[nodiscard]] inline QJsonObject probed(
    const QString& program, const QStringList& arguments, const Environment& environment = {})
{
    QProcess probe;
    auto variables = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : environment)
        variables.insert(name, value);
    probe.setProcessEnvironment(variables);
    probe.start(program, arguments);
    probe.waitForFinished(60'000);
    const auto answer = QJsonDocument::fromJson(probe.readAllStandardOutput()).object();
    if (answer.isEmpty())
        qWarning("%s: %s", qPrintable(program), probe.readAllStandardError().constData());
    return answer;
}

} // namespace bidseal::testing
