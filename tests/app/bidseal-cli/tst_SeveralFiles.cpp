#include "core/journal/Journal.h"
#include "tests/app/bidseal-cli/Workplace.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/ScriptedModule.h"
#include "tests/support/SoftHsmTokens.h"

#include <QJsonArray>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::KeyType;

namespace {

const QByteArray kMayAsk = R"({ "sealOfAnotherHolder": "ask" })";

/// A workplace with several documents beside its bid, in a folder of their own.
struct Office {
    Office() { QDir(place.path(u""_s)).mkdir(u"more"_s); }

    QStringList documents(int count) const
    {
        QStringList all;
        for (int number = 1; number <= count; ++number) {
            all.append(place.path(u"more/投标文件-%1.pdf"_s.arg(number)));
            if (!writeFile(all.last(), samples::pages(1 + number % 3)))
                qFatal("no document");
        }
        return all;
    }
    QStringList signArguments(const QStringList& documents, const QString& key, const QString& pinFile) const
    {
        return QStringList(u"sign"_s) + documents
            + QStringList { u"--out-dir"_s, place.path(u"out"_s), u"--key"_s, key, u"--pin-file"_s, pinFile,
                  u"--json"_s };
    }
    QStringList inOutputFolder() const
    {
        return QDir(place.path(u"out"_s)).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }
    QStringList signWithKeyFile(const QStringList& documents)
    {
        return signArguments(documents, u"p12:"_s + place.keyFile({ .keyType = KeyType::P256 }), place.passwordFile());
    }

    Workplace place;
};

} // namespace

class tst_SeveralFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsAllUnderOnePin();
    void numbersNamesThatAreTaken();
    void oneFileKeepsItsAnswerAlsoInAFolder();
    void oneDamagedFileIsNamedAndNothingIsWritten();
    void onePasswordOpensThemAll();
    void sealsOfAnotherHolderAreRefusedWhateverIsAgreedTo();
    void sealsOfAnotherHolderNeedAgreementWhereThePolicyAllowsIt();
    void agreesOnATerminal_data();
    void agreesOnATerminal();
    void showsProgressOnATerminalOnly();
    void namesWhatIsWrongWithTheArguments_data();
    void namesWhatIsWrongWithTheArguments();
};

void tst_SeveralFiles::signsAllUnderOnePin()
{
    if (demonstration::softHsmModule().isEmpty())
        QSKIP("SoftHSM is not installed");
    SoftHsmTokens tokens;
    const auto mint = demonstration::CertificateMint::create();
    tokens.add(u"Sample"_s, "739154", { { .key = *mint->issue(), .label = u"rsa"_s, .id = "\x01" } });
    ScriptedModule script;
    Office office;
    const auto documents = office.documents(20);
    const auto run = office.place.run(office.signArguments(documents, u"pkcs11:token=Sample;object=rsa"_s,
                                          office.place.secretFile(u"pin.txt"_s, "739154"))
        + QStringList { u"--module"_s, ScriptedModule::path(), u"--seal"_s, office.place.sealFile(u"公章.png"_s),
            u"--seal-size"_s, u"42mm"_s, u"--at"_s, u"page=1,x=60mm,y=200mm"_s });
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(script.counted("logins"), 1);

    QVERIFY(!run.json.contains(u"path"_s));
    const auto answers = run.json[u"documents"_s].toArray();
    QCOMPARE(answers.size(), 20);
    for (int i = 0; i < 20; ++i) {
        const auto answer = answers[i].toObject();
        const QString output = office.place.path(u"out/投标文件-%1_已签章.pdf"_s.arg(i + 1));
        QCOMPARE(answer[u"path"_s].toString(), output);
        QCOMPARE(answer[u"verdict"_s].toString(), u"intact"_s);
        QCOMPARE(answer[u"marks"_s].toArray().size(), 1);
        QVERIFY(readFile(output).startsWith(readFile(documents[i])));
    }
    QVERIFY(pdfsig(office.place.path(u"out/投标文件-7_已签章.pdf"_s)).at(0).isValid);
    QCOMPARE(office.inOutputFolder().size(), 20);
    QCOMPARE(
        (*journal::Journal::open(office.place.path(u"data/journal.sqlite"_s)))->entries()->size(), std::size_t(20));
}

void tst_SeveralFiles::numbersNamesThatAreTaken()
{
    Office office;
    const auto documents = office.documents(1) + QStringList(office.place.path(u"in/投标文件-1.pdf"_s));
    QVERIFY(writeFile(documents.last(), samples::twoPages()));
    QVERIFY(writeFile(office.place.path(u"out/投标文件-1_已签章.pdf"_s), "an earlier one"));
    const auto run = office.place.run(office.signWithKeyFile(documents));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(office.inOutputFolder(),
        QStringList({ u"投标文件-1_已签章.pdf"_s, u"投标文件-1_已签章_2.pdf"_s, u"投标文件-1_已签章_3.pdf"_s }));
    QCOMPARE(readFile(office.place.path(u"out/投标文件-1_已签章.pdf"_s)), "an earlier one");
}

void tst_SeveralFiles::oneFileKeepsItsAnswerAlsoInAFolder()
{
    Office office;
    const auto run = office.place.run(office.signWithKeyFile(office.documents(1)));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json[u"path"_s].toString(), office.place.path(u"out/投标文件-1_已签章.pdf"_s));
    QVERIFY(!run.json.contains(u"documents"_s));
}

void tst_SeveralFiles::oneDamagedFileIsNamedAndNothingIsWritten()
{
    Office office;
    const auto documents = office.documents(5);
    QVERIFY(writeFile(documents[3], samples::truncated()));
    const auto run = office.place.run(office.signWithKeyFile(documents));
    office.place.expectFailure(run, ErrorCode::DocumentTruncated);
    QCOMPARE(run.json[u"error"_s].toObject()[u"file"_s].toString(), u"投标文件-4.pdf"_s);
    QVERIFY(QString::fromUtf8(run.errors).contains(u"投标文件-4.pdf"_s));
}

void tst_SeveralFiles::onePasswordOpensThemAll()
{
    Office office;
    QStringList locked;
    for (const auto& document : office.documents(3)) {
        locked.append(document.chopped(4) + u"-locked.pdf"_s);
        QVERIFY(qpdfConverts(document, { u"--encrypt"_s, u"open"_s, u"owner"_s, u"256"_s, u"--"_s }, locked.last()));
    }
    const auto run = office.place.run(
        office.signWithKeyFile(locked) + QStringList { u"--open-password-file"_s, u"-"_s }, "open\n");
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(office.inOutputFolder().size(), 3);
}

void tst_SeveralFiles::sealsOfAnotherHolderAreRefusedWhateverIsAgreedTo()
{
    Office office;
    const auto with = [&](const QString& holder) {
        return QStringList { u"--seal"_s, office.place.sealFile(u"公章.png"_s), u"--seal-size"_s, u"42mm"_s, u"--at"_s,
            u"page=1,x=60mm,y=200mm"_s, u"--seal-holder"_s, holder };
    };
    const auto arguments = office.signWithKeyFile(office.documents(2));
    const auto other = u"示例招标代理有限公司"_s;
    for (const auto& agreement : { QStringList(), QStringList(u"--any-holder"_s) }) {
        const auto run = office.place.run(arguments + with(other) + agreement);
        office.place.expectFailure(run, ErrorCode::HolderDiffers);
        QVERIFY(QString::fromUtf8(run.errors).contains(demonstration::sampleSupplier().name));
    }
    QCOMPARE(office.place.run(arguments + with(demonstration::sampleSupplier().name)).exitCode, 0);
}

void tst_SeveralFiles::sealsOfAnotherHolderNeedAgreementWhereThePolicyAllowsIt()
{
    Office office;
    auto world = office.place.underPolicy(kMayAsk);
    if (!world)
        QSKIP("no /etc of its own can be mounted here (needs root or user namespaces)");
    world->prepend(u"setsid"_s); // no terminal: nobody to ask
    const auto arguments = office.signWithKeyFile(office.documents(2))
        + QStringList { u"--seal"_s, office.place.sealFile(u"公章.png"_s), u"--seal-size"_s, u"42mm"_s, u"--at"_s,
              u"page=1,x=60mm,y=200mm"_s, u"--seal-holder"_s, u"示例招标代理有限公司"_s };
    office.place.expectFailure(office.place.runWrapped(*world, arguments), ErrorCode::HolderDiffers);

    const auto run = office.place.runWrapped(*world, arguments + QStringList(u"--any-holder"_s));
    QCOMPARE(run.errorCode(), QString());
    const auto journal = journal::Journal::open(office.place.path(u"data/journal.sqlite"_s));
    QVERIFY2(journal, problemOf(journal).constData());
    QCOMPARE((*journal)->entries()->front().agreedUnknown, QStringList { u"seal-of-another-holder"_s });
}

void tst_SeveralFiles::agreesOnATerminal_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("yes") << QByteArray("yes\n") << 0;
    QTest::newRow("no") << QByteArray("no\n") << 3;
}

/// `script` gives the program a terminal and types into it; what appears on it is the output.
void tst_SeveralFiles::agreesOnATerminal()
{
    QFETCH(QByteArray, typed);
    QFETCH(int, exitCode);
    if (!isInstalled(u"script"_s))
        QSKIP("script is not installed");
    Office office;
    const auto world = office.place.underPolicy(kMayAsk);
    if (!world)
        QSKIP("no /etc of its own can be mounted here (needs root or user namespaces)");
    const auto arguments = office.signWithKeyFile(office.documents(2))
        + QStringList { u"--seal"_s, office.place.sealFile(u"公章.png"_s), u"--seal-size"_s, u"42mm"_s, u"--at"_s,
              u"page=1,x=60mm,y=200mm"_s, u"--seal-holder"_s, u"示例招标代理有限公司"_s };
    QStringList words { QCoreApplication::applicationDirPath() + u"/bidseal-cli"_s };
    words += arguments;
    const QString command = u"'"_s + words.join(u"' '"_s) + u"' > "_s + office.place.path(u"answer.json"_s);
    QProcess terminal;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BIDSEAL_DATA_DIR"_s, office.place.path(u"data"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TERM"_s, u"xterm-256color"_s);
    terminal.setProcessEnvironment(environment);
    const auto typing = *world + QStringList { u"script"_s, u"-qec"_s, command, u"/dev/null"_s };
    terminal.start(typing.first(), typing.mid(1));
    QByteArray seen;
    QTRY_VERIFY_WITH_TIMEOUT(
        (terminal.waitForReadyRead(50), seen += terminal.readAllStandardOutput()).contains("to sign with it"), 30'000);
    QVERIFY(seen.contains("the seals were enrolled for"));
    terminal.write(typed);
    QVERIFY(terminal.waitForFinished());
    QCOMPARE(terminal.exitCode(), exitCode);
    QCOMPARE(office.inOutputFolder().size(), exitCode == 0 ? 2 : 0);
}

void tst_SeveralFiles::showsProgressOnATerminalOnly()
{
    if (!isInstalled(u"script"_s))
        QSKIP("script is not installed");
    Office office;
    const auto arguments = office.signWithKeyFile(office.documents(3));
    const auto quiet = office.place.run(arguments);
    QCOMPARE(quiet.exitCode, 0);
    QCOMPARE(quiet.errors, QByteArray());

    QStringList words { QCoreApplication::applicationDirPath() + u"/bidseal-cli"_s };
    words += arguments;
    QProcess terminal;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BIDSEAL_DATA_DIR"_s, office.place.path(u"data"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TERM"_s, u"xterm-256color"_s);
    terminal.setProcessEnvironment(environment);
    terminal.start(u"script"_s, { u"-qec"_s, u"'"_s + words.join(u"' '"_s) + u"' > /dev/null"_s, u"/dev/null"_s });
    QVERIFY(terminal.waitForFinished());
    QCOMPARE(terminal.exitCode(), 0);
    const auto seen = terminal.readAllStandardOutput();
    for (const auto* line : { "Preparing the signature", "3 of 3", "Verifying the signed file", "Saving" })
        QVERIFY2(seen.contains(line), seen.constData());
    QVERIFY(seen.endsWith("\r\x1b[K")); // nothing of it stays
}

void tst_SeveralFiles::namesWhatIsWrongWithTheArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const QStringList two { u"sign"_s, u"a.pdf"_s, u"b.pdf"_s, u"--key"_s, u"p12:k.p12"_s };
    const QStringList phone { u"sign"_s, u"a.pdf"_s, u"--out"_s, u"b.pdf"_s, u"--key"_s,
        u"mobile:https://relay.example"_s };
    QTest::newRow("no output") << two << u"--out-dir"_s;
    QTest::newRow("one name for two") << two + QStringList { u"--out"_s, u"c.pdf"_s } << u"--out names one file"_s;
    QTest::newRow("both outputs") << two + QStringList { u"--out"_s, u"c.pdf"_s, u"--out-dir"_s, u"d"_s }
                                  << u"not both"_s;
    QTest::newRow("a code without a phone")
        << two + QStringList { u"--out-dir"_s, u"d"_s, u"--qr"_s, u"c.png"_s } << u"--qr and --timeout"_s;
    QTest::newRow("a PIN for a phone") << phone + QStringList { u"--pin-file"_s, u"p"_s }
                                       << u"asks for its PIN itself"_s;
    QTest::newRow("timeout") << phone + QStringList { u"--timeout"_s, u"soon"_s } << u"--timeout takes seconds"_s;
    QTest::newRow("no time") << phone + QStringList { u"--timeout"_s, u"0"_s } << u"--timeout takes seconds"_s;
    QTest::newRow("holder without seal") << phone + QStringList { u"--seal-holder"_s, u"n"_s }
                                         << u"stands behind its --seal"_s;
    const QStringList seal { u"--seal"_s, u"s.png"_s, u"--seal-size"_s, u"42mm"_s, u"--at"_s, u"page=1,x=1mm,y=1mm"_s };
    QTest::newRow("two holders") << phone + seal
            + QStringList { u"--seal-holder"_s, u"n"_s, u"--seal-holder"_s, u"m"_s }
                                 << u"two holders"_s;
}

void tst_SeveralFiles::namesWhatIsWrongWithTheArguments()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    Workplace place;
    place.setLocale(u"C.UTF-8"_s);
    const auto run = place.run(QStringList(u"--json"_s) + arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.errorCode(), u"usage-wrong"_s);
    QVERIFY2(QString::fromUtf8(run.errors).contains(named), run.errors.constData());
}

QTEST_GUILESS_MAIN(tst_SeveralFiles)
#include "tst_SeveralFiles.moc"
