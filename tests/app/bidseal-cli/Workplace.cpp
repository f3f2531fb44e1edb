#include "tests/app/bidseal-cli/Workplace.h"

#include "core/base/ErrorSentence.h"
#include "core/journal/Journal.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/OwnEtc.h"
#include "tests/support/ProcessControl.h"
#include "tests/support/SamplePdfs.h"

#include <QImage>
#include <QJsonDocument>
#include <QProcess>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

using testing::readFile;
using testing::writeFile;

constexpr int kPatience = 60'000; // ms

QString program() { return QCoreApplication::applicationDirPath() + u"/bidseal-cli"_s; }

bool hasChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

QString CliRun::errorCode() const { return json[u"error"_s].toObject()[u"code"_s].toString(); }

Workplace::Workplace()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const auto& folder : { u"in"_s, u"out"_s, u"data"_s }) {
        if (!QDir(m_folder.path()).mkdir(folder))
            qFatal("no place to work");
    }
    setSource(testing::samples::twoPages());
    m_environment.insert(u"BIDSEAL_DATA_DIR"_s, path(u"data"_s));
    setLocale(u"zh_CN.UTF-8"_s);
    m_environment.remove(u"LANGUAGE"_s);
    auto mint = demonstration::CertificateMint::create();
    if (!mint)
        qFatal("no mint");
    m_mint = std::make_unique<demonstration::CertificateMint>(std::move(*mint));
}

void Workplace::setLocale(const QString& locale)
{
    for (const auto& name : { u"LC_ALL"_s, u"LANG"_s }) // Windows' Qt reads the second
        m_environment.insert(name, locale);
}

void Workplace::setSource(const QByteArray& content)
{
    m_source = content;
    QVERIFY(writeFile(source(), content));
}

QString Workplace::keyFile(const demonstration::CertificateOrder& order)
{
    const auto minted = m_mint->issue(order);
    const auto content = demonstration::keyFile(*minted, kPassword);
    const QString file = path(u"key-%1.p12"_s.arg(++m_keyFiles));
    if (!writeFile(file, *content))
        qFatal("no key file");
    return file;
}

QString Workplace::secretFile(const QString& name, std::string_view secret)
{
    const QString file = path(name);
    if (!testing::writePrivateFile(file, QByteArray(secret.data(), qsizetype(secret.size())) + '\n'))
        qFatal("no secret file");
    return file;
}

QString Workplace::sealFile(const QString& name)
{
    QImage picture(120, 120, QImage::Format_ARGB32);
    picture.fill(qRgba(220, 0, 0, 255));
    const QString file = path(name);
    if (!picture.save(file, "png"))
        qFatal("no seal");
    return file;
}

QStringList Workplace::signArguments()
{
    return signArguments(u"p12:"_s + keyFile({ .keyType = demonstration::KeyType::P256 }), passwordFile());
}

QStringList Workplace::signArguments(const QString& key, const QString& pinFile, const QStringList& more)
{
    QStringList arguments { u"sign"_s, source(), u"--out"_s, output(), u"--key"_s, key, u"--json"_s };
    if (!pinFile.isEmpty())
        arguments += { u"--pin-file"_s, pinFile };
    return arguments + more;
}

CliRun Workplace::run(const QStringList& arguments, const QByteArray& input) const
{
    return runWrapped(testing::withoutTerminal(), arguments, input);
}

CliRun Workplace::runWrapped(const QStringList& wrapper, const QStringList& arguments, const QByteArray& input) const
{
    const auto process = start(wrapper, arguments);
    process->write(input);
    process->closeWriteChannel();
    return finish(*process);
}

std::optional<QStringList> Workplace::underPolicy(const QByteArray& policy) const
{
    if (!QDir(path(QString())).mkpath(u"etc/bidseal"_s) || !writeFile(path(u"etc/bidseal/policy.json"_s), policy))
        return {};
    return testing::withInEtc(path(u"etc"_s));
}

std::unique_ptr<QProcess> Workplace::start(const QStringList& wrapper, const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    testing::prepareToInterrupt(*process);
    const QStringList words = wrapper + QStringList { program() } + arguments;
    process->start(words.first(), words.mid(1));
    if (!process->waitForStarted())
        qWarning("not started: %s", qPrintable(process->errorString()));
    return process;
}

CliRun Workplace::finish(QProcess& process)
{
    CliRun run;
    const bool hasEnded = process.state() == QProcess::NotRunning || process.waitForFinished(kPatience);
    if (!hasEnded || process.exitStatus() != QProcess::NormalExit)
        qWarning("did not end well: %s", qPrintable(process.errorString()));
    else
        run.exitCode = process.exitCode();
    run.output = process.readAllStandardOutput();
    run.errors = process.readAllStandardError();
    run.json = QJsonDocument::fromJson(run.output).object();
    return run;
}

void Workplace::expectFailure(const CliRun& run, ErrorCode code, const QStringList& inOutputFolder) const
{
    QCOMPARE(run.errorCode(), errorCodeName(code));
    QCOMPARE(run.exitCode, 3);
    const auto error = run.json[u"error"_s].toObject();
    const auto happened = error[u"happened"_s].toString();
    const auto todo = error[u"todo"_s].toString();
    QVERIFY2(hasChinese(happened) && hasChinese(todo), qPrintable(happened + todo));
    QVERIFY(run.errors.contains(happened.toUtf8()) && run.errors.contains(todo.toUtf8()));
    const auto english = errorSentence({ code, {}, {} });
    QVERIFY(!english.happened.isEmpty() && !english.todo.isEmpty());
    QVERIFY(!hasChinese(english.happened + english.todo));

    QCOMPARE(QDir(path(u"out"_s)).entryList(QDir::Files | QDir::Hidden | QDir::System), inOutputFolder);
    QCOMPARE(QDir(path(u"in"_s)).entryList(QDir::Files | QDir::Hidden), QStringList(u"bid.pdf"_s));
    QVERIFY(readFile(source()) == m_source);
    if (const QString file = path(u"data/journal.sqlite"_s); QFile::exists(file)) {
        if (const auto journal = journal::Journal::open(file))
            QVERIFY((*journal)->entries()->empty());
    }
}

} // namespace bidseal::test
