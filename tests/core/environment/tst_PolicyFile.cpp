#include "core/environment/Catalogue.h"
#include "core/environment/PolicyFile.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::environment;
using bidseal::testing::problemOf;
using bidseal::testing::writeFile;

class tst_PolicyFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theProgramsOwnIsAsDocumented();
    void itsRulesNameChecksThatExist();
    void anAdministratorsFileReplacesWhatItNames();
    void anAdministratorCanLoosen();
    void aUsersFileCanOnlyTighten();
    void onlyAnAdministratorLetsASealOfAnotherHolderBeAskedAbout();
    void whomToBelieveIsTheAdministratorsChoice();
    void anAdditionalFileCanOnlyTighten();
    void countsOnlyIfAnAdministratorOwnsIt_data();
    void countsOnlyIfAnAdministratorOwnsIt();
    void anUnusableFileIsNamedAndTheRestHolds_data();
    void anUnusableFileIsNamedAndTheRestHolds();
    void anUnusableAdditionalFileIsAnError();
    void survivesTheWayThroughAProcess();

private:
    [[nodiscard]] QString write(const QString& name, const QByteArray& content) const
    {
        const auto path = m_folder->filePath(name);
        if (!writeFile(path, content))
            qFatal("cannot write a policy");
        return path;
    }
    [[nodiscard]] static bool isRoot() { return geteuid() == 0; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// In a folder that only root may change up to the top; /tmp is none.
void tst_PolicyFile::init()
{
    if (!isRoot())
        QSKIP("needs root: an administrator's file belongs to root");
    m_folder = std::make_unique<QTemporaryDir>(u"/var/lib/bidseal-test-XXXXXX"_s);
    QVERIFY(m_folder->isValid());
}

void tst_PolicyFile::theProgramsOwnIsAsDocumented()
{
    const auto policy = standardPolicy();
    QStringList mustPass;
    for (auto rule = policy.rules.begin(); rule != policy.rules.end(); ++rule)
        if (rule->requirement == Requirement::MustPass)
            mustPass += rule.key();
    QCOMPARE(mustPass,
        QStringList({ u"certificate-validity"_s, u"clock"_s, u"crypto-tests"_s, u"disk-space"_s, u"program-files"_s,
            u"temporary-folder"_s, u"tracer"_s }));
    QCOMPARE(policy.thresholds.clockWarningSeconds, 30);
    QCOMPARE(policy.thresholds.clockFailureSeconds, 300);
    QCOMPARE(policy.thresholds.spaceFactor, 2);
    QCOMPARE(policy.thresholds.spaceReserveMegabytes, 100);
    QVERIFY(policy.servers.empty()); // nobody is called who was not chosen
    QVERIFY(policy.newestVersion.isEmpty());
    QVERIFY(!policy.supportedSystems.empty());
    QVERIFY(!policy.libraries.empty());
}

void tst_PolicyFile::itsRulesNameChecksThatExist()
{
    const auto policy = standardPolicy();
    for (const auto& id : policy.rules.keys())
        QVERIFY2(checksNamed({ id }), qPrintable(id));
}

void tst_PolicyFile::anAdministratorsFileReplacesWhatItNames()
{
    const auto file = write(u"policy.json"_s, R"({
        // of the platform
        "checks": { "server-connection": { "requirement": "must-pass", "unknown": "block" } },
        "thresholds": { "clockFailureSeconds": 60 }, /* stricter */
        "servers": [ { "role": "time", "url": "https://time.example.com" } ],
        "trustedRoots": [ "/etc/bidseal/root.pem" ]
    })");
    const auto policy = policyInForce({ file, {}, {} });
    QVERIFY2(policy, problemOf(policy).constData());
    QCOMPARE(policy->ruleFor(u"server-connection"_s), (CheckRule { Requirement::MustPass, WhenUnknown::Block }));
    QCOMPARE(policy->ruleFor(u"tracer"_s).requirement, Requirement::MustPass); // what it does not name stays
    QCOMPARE(policy->thresholds.clockFailureSeconds, 60);
    QCOMPARE(policy->thresholds.clockWarningSeconds, 30);
    QCOMPARE(policy->servers.size(), 1u);
    QCOMPARE(policy->trustedRoots, QStringList { u"/etc/bidseal/root.pem"_s });
    QCOMPARE(policy->sources.size(), 1u);
    QCOMPARE(policy->sources.front().state, PolicySource::State::InForce);
}

void tst_PolicyFile::anAdministratorCanLoosen()
{
    const auto file = write(u"policy.json"_s, R"({
        "checks": { "disk-space": { "requirement": "advisory" }, "tracer": { "requirement": "off" } },
        "thresholds": { "spaceFactor": 0 } })");
    const auto policy = policyInForce({ file, {}, {} });
    QVERIFY(policy);
    QCOMPARE(policy->ruleFor(u"disk-space"_s).requirement, Requirement::Advisory);
    QCOMPARE(policy->ruleFor(u"tracer"_s).requirement, Requirement::Off);
    QCOMPARE(policy->thresholds.spaceFactor, 0);
}

void tst_PolicyFile::aUsersFileCanOnlyTighten()
{
    const auto loose = write(u"loose.json"_s, R"({
        "checks": { "disk-space": { "requirement": "off" }, "crypto-tests": { "unknown": "ask" } },
        "thresholds": { "clockFailureSeconds": 100000, "spaceReserveMegabytes": 0, "certificateWarningDays": 1 } })");
    auto before = standardPolicy();
    auto policy = policyInForce({ {}, loose, {} });
    QVERIFY(policy);
    QCOMPARE(policy->rules, before.rules);
    QCOMPARE(policy->thresholds, before.thresholds);

    const auto strict = write(u"strict.json"_s, R"({
        "checks": { "chinese-fonts": { "requirement": "must-pass" }, "clock": { "unknown": "block" } },
        "thresholds": { "clockFailureSeconds": 10, "spaceReserveMegabytes": 5000 } })");
    policy = policyInForce({ {}, strict, {} });
    QVERIFY(policy);
    QCOMPARE(policy->ruleFor(u"chinese-fonts"_s).requirement, Requirement::MustPass);
    QCOMPARE(policy->ruleFor(u"clock"_s), (CheckRule { Requirement::MustPass, WhenUnknown::Block }));
    QCOMPARE(policy->thresholds.clockFailureSeconds, 10);
    QCOMPARE(policy->thresholds.spaceReserveMegabytes, 5000);
}

void tst_PolicyFile::onlyAnAdministratorLetsASealOfAnotherHolderBeAskedAbout()
{
    const auto ask = write(u"ask.json"_s, R"({ "sealOfAnotherHolder": "ask" })");
    const auto refuse = write(u"refuse.json"_s, R"({ "sealOfAnotherHolder": "refuse" })");
    const auto nothing = write(u"nothing.json"_s, "{}");
    const auto ruleOf = [](const PolicyPlaces& places) { return policyInForce(places)->sealOfAnotherHolder; };
    QCOMPARE(ruleOf({}), AnotherHoldersSeal::Refuse);
    QCOMPARE(ruleOf({ ask, {}, {} }), AnotherHoldersSeal::Ask);
    QCOMPARE(ruleOf({ ask, nothing, nothing }), AnotherHoldersSeal::Ask);
    QCOMPARE(ruleOf({ {}, ask, ask }), AnotherHoldersSeal::Refuse);
    QCOMPARE(ruleOf({ ask, refuse, {} }), AnotherHoldersSeal::Refuse);
    QCOMPARE(ruleOf({ ask, {}, refuse }), AnotherHoldersSeal::Refuse);
}

void tst_PolicyFile::whomToBelieveIsTheAdministratorsChoice()
{
    const auto users = write(u"user.json"_s, R"({
        "servers": [ { "role": "time", "url": "https://my-own-time.example.com" } ],
        "trustedRoots": [ "/srv/my-own-root.pem" ], "newestVersion": "https://elsewhere.example.com",
        "supportedSystems": [ { "id": "debian", "version": "1", "until": "2099-01-01" } ],
        "cryptoLibraries": [ { "atLeast": "0" } ] })");
    const auto before = standardPolicy();
    const auto policy = policyInForce({ {}, users, {} });
    QVERIFY(policy);
    QVERIFY(policy->servers.empty());
    QVERIFY(policy->trustedRoots.isEmpty());
    QVERIFY(policy->newestVersion.isEmpty());
    QCOMPARE(policy->supportedSystems.size(), before.supportedSystems.size());
    QCOMPARE(policy->libraries.size(), before.libraries.size());
}

void tst_PolicyFile::anAdditionalFileCanOnlyTighten()
{
    const auto administrators
        = write(u"admin.json"_s, R"({ "checks": { "disk-space": { "requirement": "advisory" } } })");
    const auto additional = write(u"more.json"_s, R"({
        "checks": { "disk-space": { "requirement": "must-pass" }, "tracer": { "requirement": "advisory" } } })");
    const auto policy = policyInForce({ administrators, {}, additional });
    QVERIFY(policy);
    QCOMPARE(policy->ruleFor(u"disk-space"_s).requirement, Requirement::MustPass);
    QCOMPARE(policy->ruleFor(u"tracer"_s).requirement, Requirement::MustPass);
}

void tst_PolicyFile::countsOnlyIfAnAdministratorOwnsIt_data()
{
    QTest::addColumn<QString>("defect");
    for (const auto* defect : { "owned by a user", "group may write", "everybody may write", "folder of a user",
             "everybody may write the folder", "a link" })
        QTest::newRow(defect) << QString::fromLatin1(defect);
}

void tst_PolicyFile::countsOnlyIfAnAdministratorOwnsIt()
{
    QFETCH(QString, defect);
    const QByteArray content = R"({ "checks": { "disk-space": { "requirement": "off" } } })";
    QVERIFY(QDir(m_folder->path()).mkdir(u"bidseal"_s));
    auto path = write(u"bidseal/policy.json"_s, content);
    const auto file = path.toUtf8();
    const auto folder = m_folder->filePath(u"bidseal"_s).toUtf8();
    constexpr uid_t kNobody = 65534;
    QVERIFY(policyInForce({ path, {}, {} })->ruleFor(u"disk-space"_s).requirement == Requirement::Off);
    if (defect == u"owned by a user"_s)
        QCOMPARE(chown(file.constData(), kNobody, kNobody), 0);
    else if (defect == u"group may write"_s)
        QCOMPARE(chmod(file.constData(), 0664), 0);
    else if (defect == u"everybody may write"_s)
        QCOMPARE(chmod(file.constData(), 0646), 0);
    else if (defect == u"folder of a user"_s)
        QCOMPARE(chown(folder.constData(), kNobody, kNobody), 0);
    else if (defect == u"everybody may write the folder"_s)
        QCOMPARE(chmod(folder.constData(), 01777), 0);
    else {
        const auto link = m_folder->filePath(u"link.json"_s);
        QVERIFY(QFile::link(path, link));
        path = link;
    }
    const auto policy = policyInForce({ path, {}, {} });
    QVERIFY(policy);
    QCOMPARE(policy->ruleFor(u"disk-space"_s).requirement, Requirement::MustPass);
    QCOMPARE(policy->sources.size(), 1u);
    QCOMPARE(policy->sources.front().state, PolicySource::State::NotAdministrators);
    QCOMPARE(policy->sources.front().path, path);
}

void tst_PolicyFile::anUnusableFileIsNamedAndTheRestHolds_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const QByteArray& content, const QString& problem) {
        QTest::newRow(name) << content << problem;
    };
    row("not JSON", "{\n  \"checks\": {\n  oops\n} }", u"line 3"_s);
    row("a list", "[]", u"not an object"_s);
    row("empty", "", u"line 1"_s);
    row("unknown member", R"({ "cheques": {} })", u"cheques"_s);
    row("unknown requirement", R"({ "checks": { "clock": { "requirement": "maybe" } } })", u"clock"_s);
    row("unknown rule", R"({ "checks": { "clock": { "must": true } } })", u"must"_s);
    row("unknown threshold", R"({ "thresholds": { "clockFailure": 3 } })", u"clockFailure"_s);
    row("negative threshold", R"({ "thresholds": { "clockFailureSeconds": -3 } })", u"clockFailureSeconds"_s);
    row("fraction", R"({ "thresholds": { "clockFailureSeconds": 1.5 } })", u"clockFailureSeconds"_s);
    row("server without scheme", R"({ "servers": [ { "role": "time", "url": "time.example.com" } ] })", u"servers"_s);
    row("relative root", R"({ "trustedRoots": [ "root.pem" ] })", u"trustedRoots"_s);
    row("no day", R"({ "supportedSystems": [ { "id": "debian", "until": "soon" } ] })", u"supportedSystems"_s);
    row("seal of another holder", R"({ "sealOfAnotherHolder": true })", u"sealOfAnotherHolder"_s);
    row("unsafe address", R"({ "newestVersion": "http://example.com" })", u"newestVersion"_s);
}

void tst_PolicyFile::anUnusableFileIsNamedAndTheRestHolds()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, problem);
    const auto before = standardPolicy();
    const auto policy = policyInForce({ write(u"policy.json"_s, content), {}, {} });
    QVERIFY(policy);
    QCOMPARE(policy->rules, before.rules);
    QCOMPARE(policy->sources.size(), 1u);
    QCOMPARE(policy->sources.front().state, PolicySource::State::Unreadable);
    QVERIFY2(policy->sources.front().problem.contains(problem), qPrintable(policy->sources.front().problem));
}

void tst_PolicyFile::anUnusableAdditionalFileIsAnError()
{
    for (const auto& path : { write(u"broken.json"_s, "{"), m_folder->filePath(u"missing.json"_s) }) {
        const auto policy = policyInForce({ {}, {}, path });
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, ErrorCode::PolicyInvalid);
    }
}

void tst_PolicyFile::survivesTheWayThroughAProcess()
{
    auto policy = standardPolicy();
    policy.servers = { { Server::Role::Timestamp, QUrl(u"https://tsa.example.com/x"_s), u"/etc/bidseal/ca.pem"_s } };
    policy.trustedRoots = { u"/etc/bidseal/root.pem"_s };
    policy.newestVersion = QUrl(u"https://example.com/v.json"_s);
    policy.sealOfAnotherHolder = AnotherHoldersSeal::Ask;
    const auto back = policyFrom(policy.toJson());
    QVERIFY2(back, problemOf(back).constData());
    QCOMPARE(back->toJson(), policy.toJson());
}

QTEST_GUILESS_MAIN(tst_PolicyFile)
#include "tst_PolicyFile.moc"
