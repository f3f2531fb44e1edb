#include "tests/app/bidseal-cli/Workplace.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/SoftHsmTokens.h"

#include <QJsonArray>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::KeyType;
using demonstration::KeyUse;
using demonstration::Validity;

class tst_Commands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsWithAKeyFileAndSeals();
    void signsWithATokensKeyNamedByUri();
    void signsIntoAnEmptyField();
    void takesThePinFromStandardInput();
    void overwritesOnlyWhenTold();
    void listsKeysAndWhyTheyMayNotSign();
    void listsNoKeysWithoutDrivers();
    void verifySaysYesAndNo();
    void verifyNeedsThePasswordOfADocument();
    void tellsItsVersionAndHelp();
    void speaksTheUsersLanguage();
    void namesWhatIsWrongWithTheArguments_data();
    void namesWhatIsWrongWithTheArguments();
};

void tst_Commands::signsWithAKeyFileAndSeals()
{
    Workplace place;
    const auto seal = place.sealFile(u"公章.png"_s);
    const auto run = place.run(place.signArguments()
        + QStringList { u"--seal"_s, seal, u"--seal-size"_s, u"42mm"_s, u"--at"_s, u"page=1,x=60mm,y=200mm"_s,
            u"--at"_s, u"page=2,x=120mm,y=100mm,rotate=0"_s, u"--reason"_s, u"投标"_s });
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json[u"path"_s].toString(), place.output());
    QCOMPARE(run.json[u"signer"_s].toString(), demonstration::sampleSupplier().name);
    QVERIFY(!run.json[u"serial"_s].toString().isEmpty());
    QVERIFY(QDateTime::fromString(run.json[u"claimedTime"_s].toString(), Qt::ISODate).isValid());
    QCOMPARE(run.json[u"verdict"_s].toString(), u"intact"_s);
    const auto marks = run.json[u"marks"_s].toArray();
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks[1].toObject()[u"page"_s].toInt(), 2);
    const auto signature = run.json[u"signatures"_s].toArray()[0].toObject();
    QCOMPARE(signature[u"identity"_s].toString(), u"not-checked"_s);
    QCOMPARE(signature[u"time"_s].toString(), u"claimed"_s);
    QCOMPARE(signature[u"reason"_s].toString(), u"投标"_s);

    QVERIFY(readFile(place.output()).startsWith(readFile(place.source())));
    for (const auto& verdict : pdfsig(place.output()))
        QVERIFY(verdict.isValid && verdict.coversWholeDocument);
    QCOMPARE(qpdfComplaint(place.output()), QString());
    QCOMPARE(redShapes(render(Renderer::Poppler, place.output(), 0, 72), 72).size(), std::size_t(1));
}

void tst_Commands::signsWithATokensKeyNamedByUri()
{
    if (demonstration::softHsmModule().isEmpty())
        QSKIP("SoftHSM is not installed");
    SoftHsmTokens tokens;
    const auto mint = demonstration::CertificateMint::create();
    tokens.add(u"示例 UKey"_s, "739154", { { .key = *mint->issue(), .label = u"签章"_s, .id = "\x01" } });
    Workplace place;
    const auto uri = u"pkcs11:token=%E7%A4%BA%E4%BE%8B%20UKey;object=%E7%AD%BE%E7%AB%A0"_s;
    const auto pinFile = place.secretFile(u"pin.txt"_s, "739154");
    const auto run = place.run(place.signArguments(uri, pinFile, { u"--module"_s, SoftHsmTokens::module() }));
    QCOMPARE(run.errorCode(), QString());
    QCOMPARE(run.exitCode, 0);
    QVERIFY(pdfsig(place.output()).front().isValid);
}

void tst_Commands::signsIntoAnEmptyField()
{
    Workplace place;
    place.setSource(samples::emptySignatureField("Bidder"));
    auto run = place.run(place.signArguments() + QStringList { u"--field"_s, u"Nobody"_s });
    place.expectFailure(run, ErrorCode::FieldNotFound);
    run = place.run(place.signArguments() + QStringList { u"--field"_s, u"Bidder"_s });
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(pdfsig(place.output()).front().fieldName, u"Bidder"_s);
}

void tst_Commands::takesThePinFromStandardInput()
{
    Workplace place;
    const auto key = u"p12:"_s + place.keyFile({ .keyType = KeyType::P256 });
    const auto run = place.run(place.signArguments(key, u"-"_s),
        QByteArray(Workplace::kPassword.data(), qsizetype(Workplace::kPassword.size())) + "\n");
    QCOMPARE(run.exitCode, 0);
}

void tst_Commands::overwritesOnlyWhenTold()
{
    Workplace place;
    QVERIFY(writeFile(place.output(), "something else"));
    const auto arguments = place.signArguments();
    place.expectFailure(place.run(arguments), ErrorCode::OutputExists, { u"signed.pdf"_s });
    QCOMPARE(readFile(place.output()), "something else");
    QCOMPARE(place.run(arguments + QStringList(u"--force"_s)).exitCode, 0);
    QVERIFY(pdfsig(place.output()).front().isValid);
}

void tst_Commands::listsKeysAndWhyTheyMayNotSign()
{
    if (demonstration::softHsmModule().isEmpty())
        QSKIP("SoftHSM is not installed");
    SoftHsmTokens tokens;
    const auto mint = demonstration::CertificateMint::create();
    tokens.add(u"Sample"_s, "739154",
        { { .key = *mint->issue({ .keyType = KeyType::P256 }), .label = u"good"_s, .id = "\x01" },
            { .key = *mint->issue({ .keyType = KeyType::P256, .validity = Validity::years(2020, 2022) }),
                .label = u"expired"_s,
                .id = "\x02" },
            { .key = *mint->issue({ .keyType = KeyType::P256, .keyUse = KeyUse::Encryption }),
                .label = u"encryption"_s,
                .id = "\x03" } });
    Workplace place;
    const auto run = place.run({ u"keys"_s, u"--module"_s, SoftHsmTokens::module(), u"--json"_s });
    QCOMPARE(run.exitCode, 0);
    QMap<QString, QString> obstacles;
    for (const auto& key : run.json[u"keys"_s].toArray()) {
        const auto object = key.toObject();
        const auto uri = object[u"uri"_s].toString();
        obstacles[uri.section(u"object="_s, 1)] = object[u"obstacle"_s].toString();
        QCOMPARE(object[u"pin"_s].toString(), u"normal"_s);
    }
    QCOMPARE(obstacles, (QMap<QString, QString> { { u"good"_s, {} }, { u"expired"_s, u"certificate-expired"_s } }));
}

void tst_Commands::listsNoKeysWithoutDrivers()
{
    Workplace place;
    const auto run = place.run({ u"keys"_s, u"--module"_s, place.path(u"none.so"_s), u"--json"_s });
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.errorCode(), u"module-not-found"_s);
}

void tst_Commands::verifySaysYesAndNo()
{
    Workplace place;
    const QStringList verify { u"verify"_s, place.output(), u"--json"_s };
    QCOMPARE(place.run({ u"verify"_s, place.source(), u"--json"_s }).exitCode, 1);
    QCOMPARE(place.run(verify).errorCode(), u"file-not-found"_s);
    QCOMPARE(place.run(place.signArguments()).exitCode, 0);

    auto run = place.run(verify);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json[u"verdict"_s].toString(), u"intact"_s);
    QCOMPARE(run.json[u"signatures"_s].toArray()[0].toObject()[u"identity"_s].toString(), u"not-checked"_s);

    QByteArray changed = readFile(place.output());
    const auto place1 = changed.indexOf("sample page 1");
    QVERIFY(place1 > 0);
    changed[place1 + 12] = '7';
    QVERIFY(writeFile(place.output(), changed));
    run = place.run(verify);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json[u"verdict"_s].toString(), u"broken"_s);
}

void tst_Commands::verifyNeedsThePasswordOfADocument()
{
    Workplace place;
    QVERIFY(qpdfConverts(
        place.source(), { u"--encrypt"_s, u"open"_s, u"owner"_s, u"256"_s, u"--"_s }, place.path(u"locked.pdf"_s)));
    const QStringList verify { u"verify"_s, place.path(u"locked.pdf"_s), u"--json"_s };
    QCOMPARE(place.run(verify).errorCode(), u"document-password-needed"_s);
    const QStringList withPassword = verify + QStringList { u"--open-password-file"_s, u"-"_s };
    QCOMPARE(place.run(withPassword, "guess\n").errorCode(), u"document-password-wrong"_s);
    const auto run = place.run(withPassword, "open\n");
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json[u"verdict"_s].toString(), u"not-signed"_s);
}

void tst_Commands::tellsItsVersionAndHelp()
{
    Workplace place;
    auto run = place.run({ u"version"_s, u"--json"_s });
    QCOMPARE(run.exitCode, 0);
    QVERIFY(!run.json[u"version"_s].toString().isEmpty());
    run = place.run({ u"sign"_s, u"--help"_s });
    QCOMPARE(run.exitCode, 0);
    for (const auto* option : { "--seal-size", "--at", "--pin-file", "--open-password-file", "--field", "--profile" })
        QVERIFY2(run.output.contains(option), option);
    QVERIFY(run.errors.isEmpty());
}

void tst_Commands::speaksTheUsersLanguage()
{
    Workplace place;
    QVERIFY(QString::fromUtf8(place.run({ u"sign"_s }).errors).contains(u"缺少"_s));
    place.setLocale(u"C.UTF-8"_s);
    QVERIFY(QString::fromUtf8(place.run({ u"sign"_s }).errors).contains(u"is missing"_s));
}

void tst_Commands::namesWhatIsWrongWithTheArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const QStringList good { u"sign"_s, u"a.pdf"_s, u"--out"_s, u"b.pdf"_s, u"--key"_s, u"p12:k.p12"_s };
    QTest::newRow("nothing") << QStringList() << u"command is missing"_s;
    QTest::newRow("unknown command") << QStringList(u"sing"_s) << u"sing"_s;
    QTest::newRow("unknown option") << good + QStringList(u"--pin"_s) << u"--pin"_s;
    QTest::newRow("a PIN on the command line") << good + QStringList { u"--pin"_s, u"123456"_s } << u"--pin"_s;
    QTest::newRow("no output") << QStringList { u"sign"_s, u"a.pdf"_s, u"--key"_s, u"p12:k"_s }
                               << u"--out is missing"_s;
    QTest::newRow("no key") << QStringList { u"sign"_s, u"a.pdf"_s, u"--out"_s, u"b.pdf"_s } << u"--key is missing"_s;
    QTest::newRow("no value") << good + QStringList(u"--reason"_s) << u"--reason"_s;
    QTest::newRow("two outputs") << good + QStringList { u"--out"_s, u"c.pdf"_s } << u"--out"_s;
    QTest::newRow("profile") << good + QStringList { u"--profile"_s, u"pdf"_s } << u"“pdf” is not a profile"_s;
    QTest::newRow("two secrets") << good + QStringList { u"--pin-file"_s, u"-"_s, u"--open-password-file"_s, u"-"_s }
                                 << u"not both"_s;
    QTest::newRow("place") << good + QStringList { u"--seal"_s, u"s.png"_s, u"--at"_s, u"page=1"_s } << u"“x”"_s;
    QTest::newRow("key") << QStringList { u"sign"_s, u"a.pdf"_s, u"--out"_s, u"b.pdf"_s, u"--key"_s, u"my key"_s }
                         << u"URI"_s;
    QTest::newRow("PIN in the URI") << QStringList { u"sign"_s, u"a.pdf"_s, u"--out"_s, u"b.pdf"_s, u"--key"_s,
        u"pkcs11:token=a?pin-value=123456"_s }
                                    << u"URI"_s;
}

void tst_Commands::namesWhatIsWrongWithTheArguments()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    Workplace place;
    place.setLocale(u"C.UTF-8"_s);
    const auto run = place.run(QStringList(u"--json"_s) + arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.errorCode().isEmpty());
    QVERIFY2(QString::fromUtf8(run.errors).contains(named), run.errors.constData());
}

QTEST_GUILESS_MAIN(tst_Commands)
#include "tst_Commands.moc"
