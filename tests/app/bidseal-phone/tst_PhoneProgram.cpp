#include "core/base/Beside.h"
#include "core/cms/SignedData.h"
#include "core/qr/QrCode.h"
#include "core/relay/DesktopTalk.h"
#include "core/relay/RelayClient.h"
#include "resources/demonstration/CertificateMint.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"
#include "tests/support/ProcessControl.h"
#include "tests/support/RelayProcess.h"

#include <QDirIterator>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::KeyType;

namespace {

constexpr int kPatience = 60'000; // ms; the machine may be busy
constexpr std::string_view kPin = "sample-Pin-83461";

/// The desktop's end of one session, in this process.
class Desktop {
public:
    explicit Desktop(const RelayProcess& relay)
        : m_client({ *Origin::parse(relay.origin()), relay.caFile() })
    {
        auto invitation = DesktopTalk::Invitation::make();
        auto opened = m_client.open(invitation.joinVerifier(), {});
        if (!opened)
            qFatal("no session: %s", problemOf(opened).constData());
        m_mailbox = std::move(opened->mailbox);
        m_link = invitation.linkFor(opened->origin, m_mailbox->session()).text();
        m_talk.emplace(*m_mailbox, std::move(invitation), opened->origin);
    }

    [[nodiscard]] const QString& link() const { return m_link; }
    [[nodiscard]] DesktopTalk& talk() { return *m_talk; }
    [[nodiscard]] bool isStillWaiting() { return m_mailbox->endIfWaiting({}).value_or(false); }
    void vanish() { m_mailbox->end(); }

    [[nodiscard]] static Request request()
    {
        const auto summary = [](const QString& name, int pages) {
            return DocumentSummary { name, pages, 4096, QByteArray(32, 's'), { { u"公章"_s, { 1, 3 } } }, {} };
        };
        return { u"BidSeal 0.1.0"_s, QByteArray(16, 'c'), u"示例电脑"_s, u"示例工程"_s,
            { summary(u"投标文件.pdf"_s, 12), summary(u"报价单.pdf"_s, 3) } };
    }
    /// Until the phone has chosen.
    [[nodiscard]] Result<ChosenCertificate> ask()
    {
        if (const auto hello = m_talk->waitForPhone({}); !hello)
            return failure(hello.error());
        return m_talk->request(request(), {});
    }
    /// Until both show the compare code.
    [[nodiscard]] Result<QString> present(const ChosenCertificate& chosen)
    {
        std::vector<DocumentToSign> documents;
        for (const char content : { 'a', 'b' }) {
            const auto signer = certificate::Certificate::fromDer(chosen.chain.front());
            const auto algorithm = cms::algorithmFor(*signer);
            const cms::DocumentDigest digest { algorithm->digest, QByteArray(32, content) };
            auto pending
                = cms::PendingSignedData::create({ *signer }, *algorithm, digest, cms::Profile::PadesBaseline, {});
            documents.push_back({ digest.value, pending->signedAttributes() });
            m_pending.push_back(std::move(*pending));
        }
        return m_talk->present(documents, {});
    }
    /// Until the signatures are there and have been verified.
    [[nodiscard]] Status takeSignatures()
    {
        const auto signatures = m_talk->waitForSignatures({});
        if (!signatures)
            return failure(signatures.error());
        for (std::size_t i = 0; i < m_pending.size(); ++i) {
            if (const auto complete = m_pending[i].complete(signatures->at(i)); !complete)
                return failure(complete.error());
        }
        return {};
    }

private:
    RelayClient m_client;
    std::unique_ptr<RelayMailbox> m_mailbox;
    QString m_link;
    std::optional<DesktopTalk> m_talk;
    std::vector<cms::PendingSignedData> m_pending;
};

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

/// One run of bidseal-phone in a folder of its own, as somebody sees it who reads along.
class Phone {
public:
    explicit Phone(const RelayProcess& relay, const QList<KeyType>& keys = { KeyType::P256 })
        : m_caFile(relay.caFile())
    {
        const auto mint = demonstration::CertificateMint::create();
        for (const auto type : keys) {
            const auto minted = mint->issue({ .keyType = type });
            const auto file = m_folder.filePath(u"key-%1.p12"_s.arg(m_keyFiles.size() + 1));
            if (!writeFile(file, *demonstration::keyFile(*minted, kPin)))
                qFatal("no key file");
            m_keyFiles.append(file);
        }
        setPin(kPin);
    }
    ~Phone()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    void setPin(std::string_view pin)
    {
        if (!writePrivateFile(path(u"pin.txt"_s), QByteArray(pin.data(), qsizetype(pin.size())) + '\n'))
            qFatal("no PIN file");
    }

    /// Without a terminal, and with the PIN file.
    void answer(const QString& link, const QStringList& more = { u"--confirm"_s })
    {
        start(withoutTerminal() + QStringList { program() } + keyArguments()
            + QStringList { u"--link"_s, u"-"_s, u"--pin-file"_s, path(u"pin.txt"_s) } + more);
        m_process.write(link.toUtf8() + '\n');
        m_process.closeWriteChannel();
    }
    /// On a terminal, where the owner types.
    void answerOnTerminal(const QString& picture)
    {
        QStringList words;
        for (const auto& word : QStringList { program() } + keyArguments() + QStringList { u"--qr"_s, picture })
            words << u'\'' + word + u'\''; // a shell reads it, and folders have names with spaces
        start({ u"script"_s, u"--quiet"_s, u"--flush"_s, u"--return"_s, u"--command"_s, words.join(u' '),
            u"/dev/null"_s });
    }
    void start(const QStringList& words)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"BIDSEAL_DATA_DIR"_s, path(u"data"_s));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.remove(u"LANGUAGE"_s);
        m_process.setProcessEnvironment(environment);
        prepareToInterrupt(m_process);
        m_said.clear();
        m_process.start(words.first(), words.mid(1));
        if (!m_process.waitForStarted())
            qWarning("not started: %s", qPrintable(m_process.errorString()));
    }
    void type(const QByteArray& line) { m_process.write(line + '\n'); }
    void interrupt() { testing::interrupt(m_process); }
    /// Until standard output holds `text` behind what was waited for before.
    [[nodiscard]] bool waitFor(const QByteArray& text)
    {
        const QDeadlineTimer patience(kPatience);
        while (m_said.indexOf(text, m_seen) < 0 && !patience.hasExpired()
            && (m_process.waitForReadyRead(100) || m_process.state() == QProcess::Running))
            m_said += m_process.readAllStandardOutput();
        const auto found = m_said.indexOf(text, m_seen);
        if (found < 0)
            qWarning("“%s” does not come: %s", text.constData(), m_said.constData());
        else
            m_seen = found + text.size();
        return found >= 0;
    }
    /// The exit code.
    [[nodiscard]] int finish()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatience))
            qWarning("it does not end");
        m_said += m_process.readAllStandardOutput();
        m_errors = m_process.readAllStandardError();
        m_seen = 0;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] QByteArray said() const { return m_said; }
    [[nodiscard]] QByteArray errors() const { return m_errors; }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(m_said).object(); }
    [[nodiscard]] QString errorCode() const { return json()[u"error"_s].toObject()[u"code"_s].toString(); }

    [[nodiscard]] static QString program() { return QCoreApplication::applicationDirPath() + u"/bidseal-phone"_s; }

private:
    [[nodiscard]] QStringList keyArguments() const
    {
        QStringList arguments { u"--ca"_s, m_caFile };
        for (const auto& file : m_keyFiles)
            arguments += { u"--p12"_s, file };
        return arguments;
    }

    QTemporaryDir m_folder;
    QString m_caFile;
    QStringList m_keyFiles;
    QProcess m_process;
    QByteArray m_said, m_errors;
    qsizetype m_seen = 0;
};

} // namespace

/// bidseal-phone as a process, on a real relay, with the desktop in this test.
class tst_PhoneProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_relay.start()); }

    void namesWhatIsWrongWithTheArguments_data();
    void namesWhatIsWrongWithTheArguments();
    void showsItsHelp();
    void refusesWhatIsNoCode_data();
    void refusesWhatIsNoCode();
    void opensItsKeysBeforeItJoins();
    void tellsThatACodeWasUsed();

    void showsWhatIsAskedAndSigns();
    void signsWithEachKindOfKey_data();
    void signsWithEachKindOfKey();
    void answersInJson();
    void warnsOfANewComputerUntilItWasConfirmed();
    void tellsWhatBecameOfIt_data();
    void tellsWhatBecameOfIt();
    void saysThatItDoesNotKnow();

    void declinesWhenItWasTold();
    void declinesWithoutATerminalToAskOn();
    void declinesWhenInterrupted();
    void asksForThePinOnlyWhenTheCodesAreEqual();
    void saysThatTheCodesDifferAndAsksForNoPin();
    void letsItsOwnerChooseAmongSeveralKeys();
    void locksAfterThreeWrongPins();
    void leavesNoSecretBehind();

private:
    RelayProcess m_relay;
};

void tst_PhoneProgram::namesWhatIsWrongWithTheArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList key { u"--p12"_s, u"a.p12"_s };
    QTest::newRow("nothing") << QStringList {};
    QTest::newRow("no code") << key;
    QTest::newRow("link and picture") << key + QStringList { u"--link"_s, u"x"_s, u"--qr"_s, u"y"_s };
    QTest::newRow("no key") << QStringList { u"--link"_s, u"x"_s };
    QTest::newRow("both secrets from one input") << key + QStringList { u"--link"_s, u"-"_s, u"--pin-file"_s, u"-"_s };
    QTest::newRow("yes and no") << key + QStringList { u"--link"_s, u"x"_s, u"--confirm"_s, u"--refuse"_s };
    QTest::newRow("unknown option") << key + QStringList { u"--link"_s, u"x"_s, u"--sign-anything"_s };
    QTest::newRow("unknown misbehaviour") << key + QStringList { u"--link"_s, u"x"_s, u"--misbehave"_s, u"well"_s };
    QTest::newRow("unknown place to vanish") << key + QStringList { u"--link"_s, u"x"_s, u"--vanish"_s, u"home"_s };
    QTest::newRow("no seconds") << key + QStringList { u"--link"_s, u"x"_s, u"--delay"_s, u"long"_s };
}

void tst_PhoneProgram::namesWhatIsWrongWithTheArguments()
{
    QFETCH(QStringList, arguments);
    Phone phone(m_relay);
    phone.start(QStringList { Phone::program(), u"--json"_s } + arguments);
    QCOMPARE(phone.finish(), 2);
    QCOMPARE(phone.errorCode(), u"usage-wrong"_s);
    QVERIFY(!phone.errors().isEmpty());
}

void tst_PhoneProgram::showsItsHelp()
{
    Phone phone(m_relay);
    phone.start({ Phone::program(), u"--help"_s });
    QCOMPARE(phone.finish(), 0);
    for (const char* option : { "--qr", "--link", "--p12", "--pin-file", "--ca", "--confirm", "--refuse", "--json" })
        QVERIFY2(phone.said().contains(option), option);
}

void tst_PhoneProgram::refusesWhatIsNoCode_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("another link") << u"--link"_s << u"https://relay.example.com/s/abc"_s << u"phone-link-invalid"_s;
    QTest::newRow("no such picture") << u"--qr"_s << u"/nowhere/code.png"_s << u"file-not-found"_s;
    QTest::newRow("no picture") << u"--qr"_s << QStringLiteral(__FILE__) << u"qr-code-unreadable"_s;
}

void tst_PhoneProgram::refusesWhatIsNoCode()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    Phone phone(m_relay);
    phone.start({ Phone::program(), option, value, u"--p12"_s, u"a.p12"_s, u"--json"_s });
    QCOMPARE(phone.finish(), 3);
    QTEST(phone.errorCode(), "code");
}

void tst_PhoneProgram::opensItsKeysBeforeItJoins()
{
    Desktop desktop(m_relay);
    Phone phone(m_relay);
    phone.setPin("another-Pin");
    phone.answer(desktop.link(), { u"--confirm"_s, u"--json"_s });
    QCOMPARE(phone.finish(), 3);
    QCOMPARE(phone.errorCode(), u"key-file-password-wrong"_s);
    QVERIFY(desktop.isStillWaiting()); // another phone may still answer
}

void tst_PhoneProgram::tellsThatACodeWasUsed()
{
    Desktop desktop(m_relay);
    Phone first(m_relay);
    first.answer(desktop.link(), { u"--misbehave"_s, u"declined"_s });
    QVERIFY(desktop.talk().waitForPhone({}));
    Phone second(m_relay);
    second.answer(desktop.link(), { u"--confirm"_s, u"--json"_s });
    QCOMPARE(second.finish(), 3);
    QCOMPARE(second.errorCode(), u"phone-code-used"_s);
}

void tst_PhoneProgram::showsWhatIsAskedAndSigns()
{
    Desktop desktop(m_relay);
    Phone phone(m_relay);
    phone.answer(desktop.link());
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    const auto code = desktop.present(*chosen);
    QVERIFY2(code, problemOf(code).constData());
    const auto taken = desktop.takeSignatures();
    QVERIFY2(taken, problemOf(taken).constData());
    desktop.talk().tellOutcome(OutcomeResult::Signed);

    QCOMPARE(phone.finish(), 0);
    const auto grouped = code->left(3) + u' ' + code->mid(3);
    const auto host = QUrl(m_relay.origin()).authority();
    for (const auto& text : { host, u"示例电脑"_s, u"示例工程"_s, u"投标文件.pdf"_s, u"报价单.pdf"_s, u"公章"_s,
             u"1, 3"_s, u"first time"_s, grouped, QString(QChar(0x2588)), u"Signed."_s })
        QVERIFY2(phone.said().contains(text.toUtf8()), qPrintable(text));
}

void tst_PhoneProgram::signsWithEachKindOfKey_data()
{
    QTest::addColumn<KeyType>("type");
    QTest::newRow("RSA-3072") << KeyType::Rsa3072;
    QTest::newRow("P-256") << KeyType::P256;
}

void tst_PhoneProgram::signsWithEachKindOfKey()
{
    QFETCH(KeyType, type);
    Desktop desktop(m_relay);
    Phone phone(m_relay, { type });
    phone.answer(desktop.link());
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    QVERIFY(desktop.present(*chosen));
    const auto taken = desktop.takeSignatures();
    QVERIFY2(taken, problemOf(taken).constData());
    desktop.talk().tellOutcome(OutcomeResult::Signed);
    QCOMPARE(phone.finish(), 0);
}

void tst_PhoneProgram::answersInJson()
{
    Desktop desktop(m_relay);
    Phone phone(m_relay);
    phone.answer(desktop.link(), { u"--confirm"_s, u"--json"_s });
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    const auto code = desktop.present(*chosen);
    QVERIFY(desktop.takeSignatures());
    desktop.talk().tellOutcome(OutcomeResult::Signed);

    QCOMPARE(phone.finish(), 0);
    const auto json = phone.json();
    QCOMPARE(json[u"outcome"_s].toString(), u"signed"_s);
    QCOMPARE(json[u"compareCode"_s].toString(), *code);
    QCOMPARE(json[u"relay"_s].toString(), QUrl(m_relay.origin()).authority());
    QCOMPARE(json[u"computer"_s].toObject()[u"name"_s].toString(), u"示例电脑"_s);
    QCOMPARE(json[u"signer"_s].toString(), demonstration::sampleSupplier().name);
    QCOMPARE(json[u"documents"_s].toArray().size(), 2);
    QVERIFY(phone.errors().contains("示例电脑")); // what a person reads goes beside the JSON
}

void tst_PhoneProgram::warnsOfANewComputerUntilItWasConfirmed()
{
    Phone phone(m_relay);
    for (const auto& [answer, warns] :
        { std::pair(u"--refuse"_s, true), std::pair(u"--confirm"_s, true), std::pair(u"--confirm"_s, false) }) {
        Desktop desktop(m_relay);
        phone.answer(desktop.link(), { answer });
        if (const auto chosen = desktop.ask()) {
            QVERIFY(desktop.present(*chosen));
            QVERIFY(desktop.takeSignatures());
            desktop.talk().tellOutcome(OutcomeResult::Signed);
        }
        QVERIFY(phone.finish() >= 0);
        QCOMPARE(phone.said().contains("first time"), warns);
    }
}

void tst_PhoneProgram::tellsWhatBecameOfIt_data()
{
    QTest::addColumn<OutcomeResult>("result");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("signed") << OutcomeResult::Signed << u"signed"_s << 0;
    QTest::newRow("failed") << OutcomeResult::Failed << u"failed"_s << 1;
    QTest::newRow("cancelled") << OutcomeResult::Cancelled << u"cancelled"_s << 1;
}

void tst_PhoneProgram::tellsWhatBecameOfIt()
{
    QFETCH(OutcomeResult, result);
    Desktop desktop(m_relay);
    Phone phone(m_relay);
    phone.answer(desktop.link(), { u"--confirm"_s, u"--json"_s });
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    QVERIFY(desktop.present(*chosen));
    QVERIFY(desktop.takeSignatures());
    desktop.talk().tellOutcome(result);
    QTEST(phone.finish(), "exitCode");
    QTEST(phone.json()[u"outcome"_s].toString(), "outcome");
}

void tst_PhoneProgram::saysThatItDoesNotKnow()
{
    Desktop desktop(m_relay);
    Phone phone(m_relay);
    phone.answer(desktop.link(), { u"--confirm"_s, u"--json"_s });
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    QVERIFY(desktop.present(*chosen));
    QVERIFY(desktop.takeSignatures());
    desktop.vanish();
    QCOMPARE(phone.finish(), 1);
    QCOMPARE(phone.json()[u"outcome"_s].toString(), u"unknown"_s);
}

void tst_PhoneProgram::declinesWhenItWasTold()
{
    Desktop desktop(m_relay);
    Phone phone(m_relay);
    phone.answer(desktop.link(), { u"--refuse"_s, u"--json"_s });
    QCOMPARE(codeOf(desktop.ask()), ErrorCode::PhoneRefused);
    QCOMPARE(phone.finish(), 1);
    QCOMPARE(phone.json()[u"outcome"_s].toString(), u"declined"_s);
}

void tst_PhoneProgram::declinesWithoutATerminalToAskOn()
{
    Desktop desktop(m_relay);
    Phone phone(m_relay);
    phone.answer(desktop.link(), { u"--json"_s });
    QCOMPARE(codeOf(desktop.ask()), ErrorCode::PhoneRefused); // nobody waits until the session's time is over
    QCOMPARE(phone.finish(), 2);
    QCOMPARE(phone.errorCode(), u"usage-wrong"_s);
}

void tst_PhoneProgram::declinesWhenInterrupted()
{
    Desktop desktop(m_relay);
    Phone phone(m_relay);
    phone.answer(desktop.link(), { u"--confirm"_s, u"--delay"_s, u"300"_s });
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    QVERIFY(desktop.present(*chosen));
    QVERIFY(phone.waitFor("Compare code"));
    phone.interrupt();
    QCOMPARE(codeOf(desktop.talk().waitForSignatures({})), ErrorCode::PhoneRefused);
    QCOMPARE(phone.finish(), 3);
    QVERIFY(phone.errors().contains("(cancelled)"));
}

namespace {

struct Question {
    QByteArray text, answer;
};
struct Told {
    int exitCode = -1;
    bool wasAskedAll = false;
    QByteArray said;
};

/// An owner at a terminal with the picture of a code, who answers these questions in this order. On a thread of its
/// own, because the desktop waits meanwhile.
Beside<Told> ownerAnswers(
    const RelayProcess& relay, const QList<KeyType>& keys, const QString& link, const std::vector<Question>& questions)
{
    return Beside([&relay, keys, link, questions] {
        Phone phone(relay, keys);
        const auto picture = phone.path(u"code.png"_s);
        if (!qr::QrCode::encode(link)->image(6).save(picture))
            qFatal("no picture");
        phone.answerOnTerminal(picture);
        Told told { -1, true, {} };
        for (const auto& question : questions) {
            told.wasAskedAll = told.wasAskedAll && phone.waitFor(question.text);
            phone.type(question.answer);
        }
        told.exitCode = phone.finish();
        told.said = phone.said();
        return told;
    });
}

const QByteArray kRightPin(kPin.data(), qsizetype(kPin.size()));
const Question kOpening { "to show its certificate: ", kRightPin }; // a stand-in's certificates lie in key files
const Question kChoice { "Type yes: ", "yes" };
const Question kEqual { "show the same code? Type yes: ", "yes" };
const Question kPinQuestion { "PIN of key-1.p12: ", kRightPin };

} // namespace

void tst_PhoneProgram::asksForThePinOnlyWhenTheCodesAreEqual()
{
    Desktop desktop(m_relay);
    auto owner = ownerAnswers(m_relay, { KeyType::P256 }, desktop.link(), { kOpening, kChoice, kEqual, kPinQuestion });
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    QVERIFY(desktop.present(*chosen));
    const auto taken = desktop.takeSignatures();
    QVERIFY2(taken, problemOf(taken).constData());
    desktop.talk().tellOutcome(OutcomeResult::Signed);
    const auto told = owner.get();
    QVERIFY(told.wasAskedAll);
    QCOMPARE(told.exitCode, 0);
    QVERIFY(!told.said.contains(kRightPin)); // typed without echo
}

void tst_PhoneProgram::saysThatTheCodesDifferAndAsksForNoPin()
{
    Desktop desktop(m_relay);
    auto owner = ownerAnswers(m_relay, { KeyType::P256 }, desktop.link(), { kOpening, kChoice, { kEqual.text, "no" } });
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    QVERIFY(desktop.present(*chosen));
    QCOMPARE(codeOf(desktop.takeSignatures()), ErrorCode::PhoneCodeDiffers);
    const auto told = owner.get();
    QVERIFY(told.wasAskedAll);
    QCOMPARE(told.exitCode, 1);
    QVERIFY(!told.said.contains("PIN of"));
}

void tst_PhoneProgram::letsItsOwnerChooseAmongSeveralKeys()
{
    Desktop desktop(m_relay);
    auto owner = ownerAnswers(m_relay, { KeyType::P256, KeyType::Rsa2048 }, desktop.link(),
        { kOpening, kOpening, { kChoice.text, "" }, kChoice, { kEqual.text, "no" } });
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    QCOMPARE(chosen->algorithm, KeyAlgorithm::RsaPkcs1Sha256); // the second one
    QVERIFY(desktop.present(*chosen));
    QVERIFY(!desktop.takeSignatures());
    QVERIFY(owner.get().wasAskedAll);
}

void tst_PhoneProgram::locksAfterThreeWrongPins()
{
    Desktop desktop(m_relay);
    const Question wrong { kPinQuestion.text, "wrong" };
    auto owner
        = ownerAnswers(m_relay, { KeyType::P256 }, desktop.link(), { kOpening, kChoice, kEqual, wrong, wrong, wrong });
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    QVERIFY(desktop.present(*chosen));
    QCOMPARE(codeOf(desktop.takeSignatures()), ErrorCode::PinLocked);
    const auto told = owner.get();
    QVERIFY(told.wasAskedAll);
    QCOMPARE(told.exitCode, 1);
}

void tst_PhoneProgram::leavesNoSecretBehind()
{
    Desktop desktop(m_relay);
    Phone phone(m_relay);
    phone.answer(desktop.link());
    const auto chosen = desktop.ask();
    QVERIFY2(chosen, problemOf(chosen).constData());
    QVERIFY(desktop.present(*chosen));
    QVERIFY(desktop.takeSignatures());
    desktop.talk().tellOutcome(OutcomeResult::Signed);
    QCOMPARE(phone.finish(), 0);

    const auto hidden = desktop.link().section(u'#', 1).toUtf8();
    int looked = 0;
    QDirIterator files(phone.path(u"data"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto content = readFile(files.next());
        QVERIFY2(!content.contains(kRightPin) && !content.contains(hidden), qPrintable(files.filePath()));
        ++looked;
    }
    QVERIFY(looked >= 2); // its log, and the computers that it knows
    QVERIFY(!phone.said().contains(kRightPin) && !phone.said().contains(hidden));
}

QTEST_GUILESS_MAIN(tst_PhoneProgram)

#include "tst_PhoneProgram.moc"
