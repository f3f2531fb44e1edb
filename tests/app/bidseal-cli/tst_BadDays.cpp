#include "tests/app/bidseal-cli/Workplace.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/OwnEtc.h"
#include "tests/support/ProcessControl.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/ScriptedModule.h"
#include "tests/support/SoftHsmTokens.h"

#include <QProcess>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::KeyType;
using demonstration::KeyUse;
using demonstration::Validity;

namespace {

constexpr std::string_view kPin = "739154";

/// A token whose driver has bad days, and a workplace beside it.
struct TokenDesk {
    SoftHsmTokens tokens;
    ScriptedModule driver;
    Workplace place;

    TokenDesk()
    {
        const auto mint = demonstration::CertificateMint::create();
        tokens.add(u"Sample"_s, kPin,
            { { .key = *mint->issue({ .keyType = KeyType::P256 }), .label = u"key"_s, .id = "\x01" },
                { .key = *mint->issue({ .keyType = KeyType::P256 }),
                    .label = u"bare"_s,
                    .id = "\x02",
                    .certificate = demonstration::CertificateOnToken::Missing } });
    }

    QStringList arguments(std::string_view pin, const QString& object = u"key"_s)
    {
        return place.signArguments(u"pkcs11:token=Sample;object="_s + object, place.secretFile(u"pin.txt"_s, pin),
            { u"--module"_s, ScriptedModule::path() });
    }
    CliRun sign(std::string_view pin = kPin) { return place.run(arguments(pin)); }
};

/// A shell that gives `out` a file system of its own, where this machine allows that; empty where it does not. What is
/// there at the end is copied to `kept`.
QStringList mounted(const Workplace& place, const QString& options)
{
    const auto script = u"mount -t tmpfs -o %1 none '%2' && { \"$@\"; code=$?; cp -a '%2/.' '%3'; exit $code; }"_s;
    for (const auto& isolate : { u"-m"_s, u"-rm"_s }) {
        if (runTool(u"unshare"_s, { isolate, u"sh"_s, u"-c"_s, u"mount -t tmpfs none /mnt"_s }).exitCode == 0) {
            const auto text = script.arg(options, place.path(u"out"_s), place.path(u"kept"_s));
            return { u"setsid"_s, u"unshare"_s, isolate, u"sh"_s, u"-c"_s, text, u"sh"_s };
        }
    }
    return {};
}

QStringList filesIn(const QString& folder) { return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System); }

QByteArray scan(qint64 bytes)
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    samples::writeScan(buffer, 8, bytes);
    return buffer.data();
}

/// What a person types after reading the end of a question.
struct Typed {
    QByteArray question;
    QByteArray line;
};

/// Answers the questions on a terminal as a person would: typed ahead, a PIN is thrown away.
CliRun runOnTerminal(const Workplace& place, const QStringList& arguments, const std::vector<Typed>& answers)
{
    QStringList quoted;
    for (const auto& argument : QStringList { QCoreApplication::applicationDirPath() + u"/bidseal-cli"_s } + arguments)
        quoted.append(u'\'' + argument + u'\'');
    QProcess terminal;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BIDSEAL_DATA_DIR"_s, place.path(u"data"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    terminal.setProcessEnvironment(environment);
    terminal.start(
        u"script"_s, { u"-qec"_s, quoted.join(u' ') + u" > "_s + place.path(u"answer.json"_s), u"/dev/null"_s });
    QByteArray shown;
    qsizetype read = 0;
    for (const auto& [question, line] : answers) {
        while (shown.indexOf(question, read) < 0 && terminal.waitForReadyRead(30000))
            shown += terminal.readAll();
        read = shown.size();
        terminal.write(line + '\n');
    }
    auto run = Workplace::finish(terminal);
    run.errors = shown + run.output;
    run.json = QJsonDocument::fromJson(readFile(place.path(u"answer.json"_s))).object();
    return run;
}

} // namespace

class tst_BadDays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void wrongPin();
    void lastTryIsNotUsedByAPinFile();
    void lastTryIsAskedForOnTheTerminal();
    void lockedPin();
    void nobodyToAskForThePin();
    void pinFileThatOthersMayRead();
    void tokenAbsent();
    void tokenPulledOutWhileSigning();
    void driverThatHangsCanBeCancelled();
    void driverThatCrashes();
    void moduleThatIsNoDriver_data();
    void moduleThatIsNoDriver();
    void keyWithoutCertificate();
    void wrongPasswordOfTheKeyFile();
    void certificateThatMayNotSign_data();
    void certificateThatMayNotSign();

    void diskThatIsTooSmallIsKnownBeforehand();
    void diskFull();
    void noPermissionToWrite();
    void noPermissionToRead();
    void outputOnAnotherDeviceWorks();
    void outputFolderIsNotThere();
    void outputOpenElsewhere();
    void outputIsTheSource();
    void journalCannotBeWritten();
    void sealThatIsNoPicture();
    void sealBesideThePage();

    void damagedDocuments_data();
    void damagedDocuments();
    void documentThatIsNotThere();
    void wrongPasswordOfTheDocument();
    void documentThatForbidsSigning();
};

void tst_BadDays::initTestCase()
{
    if (demonstration::softHsmModule().isEmpty())
        QSKIP("SoftHSM is not installed");
}

void tst_BadDays::wrongPin()
{
    TokenDesk desk;
    desk.place.expectFailure(desk.sign("000000"), ErrorCode::PinWrong);
    QCOMPARE(desk.driver.counted("logins"), 1); // never sent twice
}

void tst_BadDays::lastTryIsNotUsedByAPinFile()
{
    TokenDesk desk;
    desk.driver.set("tries", "2");
    desk.place.expectFailure(desk.sign("000000"), ErrorCode::PinWrong);
    desk.place.expectFailure(desk.sign(), ErrorCode::PinLastTry);
    QCOMPARE(desk.driver.counted("logins"), 1);
}

void tst_BadDays::lastTryIsAskedForOnTheTerminal()
{
    if (!isInstalled(u"script"_s))
        QSKIP("the program script is not installed");
    TokenDesk desk;
    desk.driver.set("tries", "2");
    desk.place.expectFailure(desk.sign("000000"), ErrorCode::PinWrong);
    auto arguments = desk.arguments(kPin);
    const auto pinFile = arguments.indexOf(u"--pin-file"_s);
    arguments.remove(pinFile, 2);

    auto run = runOnTerminal(desk.place, arguments, { { "to use it: ", "y" } });
    QCOMPARE(run.errorCode(), u"cancelled"_s);
    QVERIFY2(run.errors.contains("Only one try is left"), run.errors.constData());
    QCOMPARE(desk.driver.counted("logins"), 1);

    run = runOnTerminal(desk.place, arguments,
        { { "to use it: ", "yes" }, { "公司): ", QByteArray(kPin.data(), qsizetype(kPin.size())) } });
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(!run.errors.contains(QByteArray(kPin.data(), qsizetype(kPin.size()))), "the PIN was shown");
    QVERIFY(pdfsig(desk.place.output()).front().isValid);
}

void tst_BadDays::lockedPin()
{
    TokenDesk desk;
    desk.driver.set("tries", "1");
    desk.place.expectFailure(desk.sign("000000"), ErrorCode::PinLocked);
    desk.place.expectFailure(desk.sign(), ErrorCode::PinLocked);
    QCOMPARE(desk.driver.counted("logins"), 1);
}

void tst_BadDays::nobodyToAskForThePin()
{
    TokenDesk desk;
    auto arguments = desk.arguments(kPin);
    arguments.remove(arguments.indexOf(u"--pin-file"_s), 2);
    desk.place.expectFailure(desk.place.run(arguments), ErrorCode::PinNeeded);
}

void tst_BadDays::pinFileThatOthersMayRead()
{
    TokenDesk desk;
    const auto arguments = desk.arguments(kPin);
    QVERIFY(QFile::setPermissions(
        desk.place.path(u"pin.txt"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    desk.place.expectFailure(desk.place.run(arguments), ErrorCode::PinFileUnsafe);
    QCOMPARE(desk.driver.counted("logins"), 0);
}

void tst_BadDays::tokenAbsent()
{
    TokenDesk desk;
    desk.driver.set("absent", "yes");
    desk.place.expectFailure(desk.sign(), ErrorCode::TokenAbsent);
}

void tst_BadDays::tokenPulledOutWhileSigning()
{
    for (const auto* how : { "remove", "remove-quietly" }) {
        TokenDesk desk;
        desk.driver.set("sign", how);
        desk.place.expectFailure(desk.sign(), ErrorCode::TokenRemoved);
    }
}

void tst_BadDays::driverThatHangsCanBeCancelled()
{
    TokenDesk desk;
    desk.driver.set("sign", "hang");
    const auto process = desk.place.start(withoutTerminal(), desk.arguments(kPin));
    QTRY_COMPARE_WITH_TIMEOUT(desk.driver.counted("signatures"), 1, 20000); // the driver has it now
    QElapsedTimer timer;
    timer.start();
    askToEnd(*process);
    const auto run = Workplace::finish(*process);
    QVERIFY2(timer.elapsed() < 3000, "cancelling took too long");
    desk.place.expectFailure(run, ErrorCode::Cancelled);
}

void tst_BadDays::driverThatCrashes()
{
    TokenDesk desk;
    desk.driver.set("sign", "crash");
    desk.place.expectFailure(desk.sign(), ErrorCode::DriverCrashed);
}

void tst_BadDays::moduleThatIsNoDriver_data()
{
    QTest::addColumn<QByteArray>("content"); // null: there is no file
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no file") << QByteArray() << ErrorCode::ModuleNotFound;
    QTest::newRow("text") << QByteArray("this is no library") << ErrorCode::ModuleUnusable;
    QTest::newRow("another library") << readFile(u"/lib/x86_64-linux-gnu/libz.so.1"_s) << ErrorCode::ModuleUnusable;
}

void tst_BadDays::moduleThatIsNoDriver()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    if (content.isEmpty() && code == ErrorCode::ModuleUnusable)
        QSKIP("no such library on this machine");
    Workplace place;
    const auto module = place.path(u"driver.so"_s);
    if (!content.isEmpty())
        QVERIFY(writeFile(module, content));
    place.expectFailure(place.run(place.signArguments(u"pkcs11:token=Sample;object=key"_s,
                            place.secretFile(u"pin.txt"_s, kPin), { u"--module"_s, module })),
        code);
}

void tst_BadDays::keyWithoutCertificate()
{
    TokenDesk desk;
    desk.place.expectFailure(desk.place.run(desk.arguments(kPin, u"bare"_s)), ErrorCode::KeyWithoutCertificate);
    desk.place.expectFailure(desk.place.run(desk.arguments(kPin, u"none"_s)), ErrorCode::KeyNotFound);
}

void tst_BadDays::wrongPasswordOfTheKeyFile()
{
    Workplace place;
    const auto key = u"p12:"_s + place.keyFile({ .keyType = KeyType::P256 });
    place.expectFailure(
        place.run(place.signArguments(key, u"-"_s), "another-Password-2\n"), ErrorCode::KeyFilePasswordWrong);
}

void tst_BadDays::certificateThatMayNotSign_data()
{
    QTest::addColumn<demonstration::CertificateOrder>("order");
    QTest::addColumn<ErrorCode>("code");
    using Order = demonstration::CertificateOrder;
    QTest::newRow("expired") << Order { .keyType = KeyType::P256, .validity = Validity::years(2020, 2022) }
                             << ErrorCode::CertificateExpired;
    QTest::newRow("not yet valid") << Order { .keyType = KeyType::P256, .validity = Validity::years(2090, 2095) }
                                   << ErrorCode::CertificateNotYetValid;
    QTest::newRow("for encryption") << Order { .keyType = KeyType::P256, .keyUse = KeyUse::Encryption }
                                    << ErrorCode::CertificateForEncryption;
    QTest::newRow("too weak") << Order { .keyType = KeyType::Rsa1024TooShort } << ErrorCode::CertificateUnfit;
}

void tst_BadDays::certificateThatMayNotSign()
{
    QFETCH(demonstration::CertificateOrder, order);
    QFETCH(ErrorCode, code);
    Workplace place;
    place.expectFailure(place.run(place.signArguments(u"p12:"_s + place.keyFile(order), place.passwordFile())), code);
}

void tst_BadDays::diskThatIsTooSmallIsKnownBeforehand()
{
    Workplace place;
    place.setSource(scan(3 * 1024 * 1024));
    QVERIFY(QDir().mkpath(place.path(u"kept"_s)));
    const auto smallDisk = mounted(place, u"size=104m"_s); // twice the document and 100 MB are asked for
    if (smallDisk.isEmpty())
        QSKIP("no small disk can be mounted here (needs root or user namespaces)");
    const auto run = place.runWrapped(smallDisk, place.signArguments());
    QCOMPARE(run.errorCode(), u"environment-unfit"_s);
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.errors.contains("106 MB")); // what is needed
    QCOMPARE(filesIn(place.path(u"kept"_s)), QStringList());
}

/// Somebody else fills it meanwhile: as where an administrator does not ask for space.
void tst_BadDays::diskFull()
{
    Workplace place;
    place.setSource(scan(3 * 1024 * 1024));
    QVERIFY(QDir(place.path(QString())).mkpath(u"etc/bidseal"_s));
    QVERIFY(QDir().mkpath(place.path(u"kept"_s)));
    QVERIFY(writeFile(place.path(u"etc/bidseal/policy.json"_s),
        "{ \"checks\": { \"disk-space\": { \"requirement\": \"advisory\" } } }"));
    const auto smallDisk = mounted(place, u"size=1m"_s);
    const auto ownEtc = withInEtc(place.path(u"etc"_s));
    if (smallDisk.isEmpty() || !ownEtc)
        QSKIP("no small disk can be mounted here (needs root or user namespaces)");
    place.expectFailure(place.runWrapped(smallDisk + *ownEtc, place.signArguments()), ErrorCode::DiskFull);
    QCOMPARE(filesIn(place.path(u"kept"_s)), QStringList());
}

void tst_BadDays::noPermissionToWrite()
{
    Workplace place;
    QVERIFY(QDir().mkpath(place.path(u"kept"_s)));
    const auto lockedDisk = mounted(place, u"ro"_s);
    if (lockedDisk.isEmpty())
        QSKIP("no read-only disk can be mounted here (needs root or user namespaces)");
    place.expectFailure(place.runWrapped(lockedDisk, place.signArguments()), ErrorCode::OutputNotWritable);
}

void tst_BadDays::noPermissionToRead()
{
    Workplace place;
    // Root may read everything: then somebody else does it, who may use this workplace but not the bid.
    QStringList somebody { u"setsid"_s };
    if (QFile::setPermissions(place.source(), {}); QFile(place.source()).open(QIODevice::ReadOnly))
        somebody += { u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s };
    const auto arguments = place.signArguments();
    runTool(u"chmod"_s, { u"-R"_s, u"a+rX"_s, place.path(QString()) });
    runTool(u"chmod"_s, { u"a+rwx"_s, place.path(u"data"_s), place.path(u"out"_s) });
    QVERIFY(QFile::setPermissions(place.source(), {}));
    const auto run = place.runWrapped(somebody, arguments);
    if (run.exitCode == 126 || run.exitCode == 127)
        QSKIP("nobody else may start the program from this folder");
    QVERIFY(QFile::setPermissions(place.source(), QFile::ReadOwner | QFile::WriteOwner));
    place.expectFailure(run, ErrorCode::FileNotReadable);
}

void tst_BadDays::outputOnAnotherDeviceWorks()
{
    Workplace place;
    QVERIFY(QDir().mkpath(place.path(u"kept"_s)));
    const auto anotherDisk = mounted(place, u"size=200m"_s);
    if (anotherDisk.isEmpty())
        QSKIP("no other disk can be mounted here (needs root or user namespaces)");
    const auto run = place.runWrapped(anotherDisk, place.signArguments());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(filesIn(place.path(u"kept"_s)), QStringList(u"signed.pdf"_s));
    QVERIFY(pdfsig(place.path(u"kept/signed.pdf"_s)).front().isValid);
}

void tst_BadDays::outputFolderIsNotThere()
{
    Workplace place;
    auto arguments = place.signArguments();
    arguments[arguments.indexOf(place.output())] = place.path(u"none/signed.pdf"_s);
    place.expectFailure(place.run(arguments), ErrorCode::OutputNotWritable);
}

void tst_BadDays::outputOpenElsewhere()
{
    Workplace place;
    QVERIFY(writeFile(place.output(), "somebody reads this"));
    QFile reader(place.output());
    QVERIFY(reader.open(QIODevice::ReadOnly));
    const auto run = place.run(place.signArguments() + QStringList(u"--force"_s));
    place.expectFailure(run, ErrorCode::OutputInUse, { u"signed.pdf"_s });
    QCOMPARE(readFile(place.output()), "somebody reads this");
}

void tst_BadDays::outputIsTheSource()
{
    Workplace place;
    auto arguments = place.signArguments() + QStringList(u"--force"_s);
    arguments[arguments.indexOf(place.output())] = place.path(u"out/../in/bid.pdf"_s);
    place.expectFailure(place.run(arguments), ErrorCode::OutputIsSource);
}

void tst_BadDays::journalCannotBeWritten()
{
    Workplace place;
    QVERIFY(writeFile(place.path(u"data/journal.sqlite"_s), "this is no journal"));
    place.expectFailure(place.run(place.signArguments()), ErrorCode::JournalUnavailable);
    QCOMPARE(readFile(place.path(u"data/journal.sqlite"_s)), "this is no journal");
}

void tst_BadDays::sealThatIsNoPicture()
{
    Workplace place;
    QVERIFY(writeFile(place.path(u"seal.png"_s), "no picture"));
    const auto run = place.run(place.signArguments()
        + QStringList { u"--seal"_s, place.path(u"seal.png"_s), u"--seal-size"_s, u"42mm"_s, u"--at"_s,
            u"page=1,x=60mm,y=60mm"_s });
    place.expectFailure(run, ErrorCode::SealPictureUnreadable);
}

void tst_BadDays::sealBesideThePage()
{
    Workplace place;
    const auto sealed = place.signArguments()
        + QStringList { u"--seal"_s, place.sealFile(u"seal.png"_s), u"--seal-size"_s, u"42mm"_s, u"--at"_s };
    place.expectFailure(place.run(sealed + QStringList(u"page=1,x=5mm,y=60mm"_s)), ErrorCode::MarkOutsidePage);
    place.expectFailure(place.run(sealed + QStringList(u"page=99,x=60mm,y=60mm"_s)), ErrorCode::PageNotFound);
}

void tst_BadDays::damagedDocuments_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("truncated") << samples::truncated() << ErrorCode::DocumentTruncated;
    QTest::newRow("damaged") << samples::wrongStartOfCrossReferences() << ErrorCode::DocumentDamaged;
    QTest::newRow("not a PDF") << QByteArray("PK\x03\x04 a Word file").repeated(100) << ErrorCode::NotAPdf;
    QTest::newRow("empty") << QByteArray() << ErrorCode::FileEmpty;
    QTest::newRow("20 000 dictionaries deep") << samples::deepDictionaries(20000) << ErrorCode::DocumentTooComplex;
    QTest::newRow("cyclic page tree") << samples::cyclicPageTree() << ErrorCode::DocumentDamaged;
}

void tst_BadDays::damagedDocuments()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    Workplace place;
    place.setSource(content);
    place.expectFailure(place.run(place.signArguments()), code);
}

void tst_BadDays::documentThatIsNotThere()
{
    Workplace place;
    auto arguments = place.signArguments();
    arguments[arguments.indexOf(place.source())] = place.path(u"in/none.pdf"_s);
    place.expectFailure(place.run(arguments), ErrorCode::FileNotFound);
}

void tst_BadDays::wrongPasswordOfTheDocument()
{
    Workplace place;
    const auto locked = place.path(u"locked.pdf"_s);
    QVERIFY(qpdfConverts(place.source(), { u"--encrypt"_s, u"open"_s, u"owner"_s, u"256"_s, u"--"_s }, locked));
    place.setSource(readFile(locked));
    const auto arguments = place.signArguments();
    place.expectFailure(place.run(arguments), ErrorCode::DocumentPasswordNeeded);
    const auto withPassword = arguments + QStringList { u"--open-password-file"_s, u"-"_s };
    place.expectFailure(place.run(withPassword, "guess\n"), ErrorCode::DocumentPasswordWrong);
    QCOMPARE(place.run(withPassword, "open\n").exitCode, 0);
}

void tst_BadDays::documentThatForbidsSigning()
{
    Workplace place;
    const auto locked = place.path(u"locked.pdf"_s);
    QVERIFY(qpdfConverts(
        place.source(), { u"--encrypt"_s, QString(), u"owner"_s, u"256"_s, u"--modify=none"_s, u"--"_s }, locked));
    place.setSource(readFile(locked));
    place.expectFailure(place.run(place.signArguments()), ErrorCode::DocumentForbidsSigning);
}

QTEST_GUILESS_MAIN(tst_BadDays)
#include "tst_BadDays.moc"
