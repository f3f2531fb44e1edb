#include "tests/app/bidseal-phone/PhoneDesk.h"

#include "core/journal/Journal.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/ProcessControl.h"
#include "tests/support/RelayProcess.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace bidseal::test {

namespace {

using testing::readFile;

constexpr int kPatience = 90'000; // ms; the machine may be busy

QString program() { return QCoreApplication::applicationDirPath() + u"/bidseal-phone"_s; }

/// What was said, without the code that was drawn with it.
QByteArray wordsOf(const CliRun& run)
{
    QByteArrayList words = run.errors.split('\n');
    words.removeIf([](const QByteArray& line) { return line.contains('\x1b') || line.trimmed().isEmpty(); });
    return words.join('\n') + run.output;
}

} // namespace

QString PhoneRun::outcome() const { return json[u"outcome"_s].toString(); }
QString PhoneRun::errorCode() const { return json[u"error"_s].toObject()[u"code"_s].toString(); }
QString PhoneRun::compareCode() const { return json[u"compareCode"_s].toString(); }

LiveCli::LiveCli(std::unique_ptr<QProcess> process)
    : m_process(std::move(process))
{
}

bool LiveCli::readMore()
{
    m_process->waitForReadyRead(100);
    const auto more = m_process->readAllStandardError();
    m_said += more;
    return !more.isEmpty() || m_process->state() == QProcess::Running;
}

QString LiveCli::waitForLink()
{
    static const QRegularExpression line(u"^https://\\S+#\\S+$"_s, QRegularExpression::MultilineOption);
    const QDeadlineTimer patience(kPatience);
    do {
        auto links = line.globalMatch(QString::fromUtf8(m_said.first(m_said.lastIndexOf('\n') + 1)));
        while (links.hasNext()) {
            const auto link = links.next().captured();
            if (m_links.contains(link))
                continue;
            m_links.append(link);
            return link;
        }
    } while (readMore() && !patience.hasExpired());
    qWarning("no link: %s", m_said.constData());
    return {};
}

bool LiveCli::waitFor(const QByteArray& text)
{
    const QDeadlineTimer patience(kPatience);
    do {
        if (m_said.contains(text))
            return true;
    } while (readMore() && !patience.hasExpired());
    return false;
}

bool LiveCli::waitForScan() { return waitFor("bidseal-phone"); }

QString LiveCli::waitForCompareCode()
{
    static const QRegularExpression code(u"\\b(\\d{3}) (\\d{3})\\b"_s);
    const QDeadlineTimer patience(kPatience);
    do {
        const auto match = code.match(QString::fromUtf8(m_said));
        if (match.hasMatch())
            return match.captured(1) + match.captured(2);
    } while (readMore() && !patience.hasExpired());
    return {};
}

void LiveCli::interrupt() { testing::interrupt(*m_process); }

CliRun LiveCli::finish()
{
    auto run = Workplace::finish(*m_process);
    run.errors = m_said + run.errors;
    return run;
}

PhoneDesk::PhoneDesk(const RelayProcess& relay, const demonstration::CertificateOrder& order)
    : m_caFile(relay.caFile())
    , m_port(relay.port())
    , m_keyFile(place.keyFile(order))
    , m_pinFile(place.passwordFile())
    , m_bid(readFile(place.source()))
{
}

QString PhoneDesk::key() const { return u"mobile:https://127.0.0.1:%1;ca=%2"_s.arg(m_port).arg(m_caFile); }

LiveCli PhoneDesk::signWith(const QString& key, const QStringList& more) const
{
    return run(
        QStringList { u"sign"_s, place.source(), u"--out"_s, place.output(), u"--key"_s, key, u"--json"_s } + more);
}

LiveCli PhoneDesk::run(const QStringList& arguments) const
{
    auto process = place.start(testing::withoutTerminal(), arguments);
    process->closeWriteChannel();
    return LiveCli(std::move(process));
}

std::unique_ptr<QProcess> PhoneDesk::startPhone(const QStringList& arguments, const QByteArray& input) const
{
    auto phone = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BIDSEAL_DATA_DIR"_s, place.path(u"phone"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    phone->setProcessEnvironment(environment);
    const QStringList words = testing::withoutTerminal() + QStringList { program() } + arguments;
    phone->start(words.first(), words.mid(1));
    if (!phone->waitForStarted())
        qWarning("not started: %s", qPrintable(phone->errorString()));
    phone->write(input);
    while (phone->bytesToWrite() > 0 && phone->waitForBytesWritten()) { } // there is no event loop here
    phone->closeWriteChannel();
    return phone;
}

std::unique_ptr<QProcess> PhoneDesk::scan(const QString& link, const QStringList& more) const
{
    return startPhone(QStringList { u"--link"_s, u"-"_s, u"--p12"_s, m_keyFile, u"--pin-file"_s, m_pinFile, u"--ca"_s,
                          m_caFile, u"--json"_s }
            + more,
        link.toUtf8() + '\n');
}

std::unique_ptr<QProcess> PhoneDesk::scanPicture(const QString& file) const
{
    return startPhone({ u"--qr"_s, file, u"--p12"_s, m_keyFile, u"--pin-file"_s, m_pinFile, u"--ca"_s, m_caFile,
                          u"--json"_s, u"--confirm"_s },
        {});
}

PhoneRun PhoneDesk::finish(QProcess& phone)
{
    PhoneRun run;
    if (!phone.waitForFinished(kPatience) || phone.exitStatus() != QProcess::NormalExit)
        qWarning("the phone did not end well: %s", qPrintable(phone.errorString()));
    else
        run.exitCode = phone.exitCode();
    run.output = phone.readAllStandardOutput();
    run.errors = phone.readAllStandardError();
    run.json = QJsonDocument::fromJson(run.output).object();
    return run;
}

PhoneRun PhoneDesk::answer(const QString& link, const QStringList& more) const { return finish(*scan(link, more)); }

void PhoneDesk::expectSigned(const CliRun& run) const
{
    QVERIFY2(run.exitCode == 0, wordsOf(run));
    expectSigned(place.source(), place.output());
}

void PhoneDesk::expectSigned(const QString& source, const QString& output) const
{
    const auto before = readFile(source);
    const auto after = readFile(output);
    QVERIFY2(after.size() > before.size(), qPrintable(output));
    QVERIFY2(after.startsWith(before), "the source is the result's byte prefix");

    const auto verdicts = testing::pdfsig(output);
    QVERIFY(!verdicts.empty());
    for (const auto& verdict : verdicts)
        QVERIFY2(verdict.isValid && verdict.coversWholeDocument, qPrintable(verdict.fieldName));
    const auto verified = place.run({ u"verify"_s, output, u"--json"_s });
    QVERIFY2(verified.exitCode == 0, verified.errors + verified.output);
}

void PhoneDesk::expectNothingSigned(const CliRun& run, ErrorCode code, int exitCode) const
{
    QVERIFY2(run.errorCode() == errorCodeName(code), wordsOf(run));
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(QDir(place.path(u"out"_s)).entryList(QDir::Files | QDir::Hidden | QDir::System), QStringList());
    QCOMPARE(QDir(place.path(u"in"_s)).entryList(QDir::Files | QDir::Hidden), QStringList(u"bid.pdf"_s));
    QVERIFY(readFile(place.source()) == m_bid);
    if (const auto journal = journal::Journal::open(place.path(u"data/journal.sqlite"_s)))
        QVERIFY((*journal)->entries()->empty());
}

} // namespace bidseal::test
