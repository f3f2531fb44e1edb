#include "tests/support/ForeignTools.h"

#include "core/base/platform/Files.h"
#include "resources/demonstration/CertificateMint.h"
#include "tests/support/ForeignProcess.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

bool isInstalled(const QString& program) { return ForeignProcess::isInstalled(program); }

ToolRun runTool(const QString& program, const QStringList& arguments, int seconds)
{
    ForeignProcess process;
    process.setErrors(ForeignProcess::Errors::WithOutput);
    process.setVariable(u"LC_ALL"_s, u"C.UTF-8"_s); // their words are read by the tests
    process.start(program, arguments);
    ToolRun run;
    if (process.waitForEnd(seconds * 1000))
        run.exitCode = process.exitCode().value_or(-1);
    process.kill();
    run.output = QString::fromUtf8(process.takeOutput());
    return run;
}

ToolRun runProgram(const QString& program, const QStringList& arguments, int seconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    ToolRun run;
    if (process.waitForFinished(seconds * 1000) && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    else
        process.kill();
    process.waitForFinished();
    run.output = QString::fromUtf8(process.readAll());
    return run;
}

bool writeFile(const QString& file, const QByteArray& content)
{
    QFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) && out.write(content) == content.size() && out.flush();
    if (!written)
        qWarning("%s: %s", qPrintable(file), qPrintable(out.errorString()));
    return written;
}

bool writePrivateFile(const QString& file, const QByteArray& content)
{
    QFile::remove(file);
    QFile out(file);
    return platform::createPrivate(out) && out.write(content) == content.size() && out.flush();
}

QByteArray readFile(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

bool qpdfConverts(const QString& source, const QStringList& options, const QString& output)
{
    const ToolRun run = runTool(u"qpdf"_s, options + QStringList { source, output });
    if (run.exitCode != 0)
        qWarning("qpdf: %s", qPrintable(run.output));
    return run.exitCode == 0;
}

ForeignSigner::ForeignSigner(const QString& folder)
    : m_folder(folder)
{
    const auto mint = demonstration::CertificateMint::create();
    if (!mint)
        return;
    demonstration::CertificateOrder order;
    order.company = demonstration::sampleAgency();
    order.commonName = u"Foreign Signer"_s;
    const auto key = mint->issue(order);
    if (!key)
        return;
    const auto file = demonstration::keyFile(*key, kKeyFilePassword);
    if (!file || !writeFile(keyFile(), *file) || QDir(nssFolder()).exists() || !QDir().mkpath(nssFolder()))
        return;
    const QString database = u"sql:"_s + nssFolder();
    const ToolRun created = runTool(u"certutil"_s, { u"-N"_s, u"-d"_s, database, u"--empty-password"_s });
    const ToolRun imported = runTool(u"pk12util"_s,
        { u"-i"_s, keyFile(), u"-d"_s, database, u"-W"_s, QString::fromLatin1(kKeyFilePassword), u"-K"_s, QString() });
    m_ready = created.exitCode == 0 && imported.exitCode == 0;
    if (!m_ready)
        qWarning("%s%s", qPrintable(created.output), qPrintable(imported.output));
}

bool ForeignSigner::signByPoppler(const QString& source, const QString& output, const QString& field) const
{
    const ToolRun run = runTool(u"pdfsig"_s,
        { u"-nssdir"_s, nssFolder(), u"-add-signature"_s, u"-nick"_s, QString::fromLatin1(kNickname),
            u"-new-signature-field-name"_s, field, source, output });
    if (run.exitCode != 0)
        qWarning("pdfsig: %s", qPrintable(run.output));
    return run.exitCode == 0;
}

bool ForeignSigner::signByMupdf(const QString& source, const QString& output) const
{
    const ToolRun run = runTool(u"mutool"_s,
        { u"sign"_s, u"-s"_s, keyFile(), u"-P"_s, QString::fromLatin1(kKeyFilePassword), u"-o"_s, output, source });
    if (run.exitCode != 0 || !QFile::exists(output))
        qWarning("mutool: %s", qPrintable(run.output));
    return run.exitCode == 0 && QFile::exists(output);
}

QString ForeignSigner::nssFolder() const { return m_folder + u"/nss"_s; }

QString ForeignSigner::keyFile() const { return m_folder + u"/foreign.p12"_s; }

} // namespace bidseal::testing
