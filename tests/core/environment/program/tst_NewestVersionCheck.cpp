#include "core/environment/program/NewestVersionCheck.h"
#include "tests/core/environment/https/BadNetwork.h"
#include "tests/core/environment/https/WebServer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSslConfiguration>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray saying(const QString& version, const QString& page = {})
{
    return QJsonDocument(QJsonObject { { u"version"_s, version }, { u"page"_s, page } }).toJson();
}

QString textOf(const Finding& finding) { return filled(finding.found, finding.facts, Disclosure::Full); }

} // namespace

class tst_NewestVersionCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = demonstration::CertificateMint::create();
        QVERIFY(mint);
        m_mint.emplace(std::move(*mint));
        auto trusting = QSslConfiguration::defaultConfiguration(); // as if this computer's administrator had said so
        trusting.addCaCertificate(QSslCertificate(m_mint->rootCertificate(), QSsl::Der));
        QSslConfiguration::setDefaultConfiguration(trusting);
        QCoreApplication::setApplicationVersion(u"0.1.0"_s);
    }

    void asksNobodyWhereNoSourceIsNamed()
    {
        QCOMPARE(NewestVersionCheck().measure({}, {}, {}).outcome, Outcome::NotApplicable);
    }

    void compares_data()
    {
        QTest::addColumn<QString>("newest");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("the same") << u"0.1.0"_s << Outcome::Passed;
        QTest::newRow("the same, written shorter") << u"0.1"_s << Outcome::Passed;
        QTest::newRow("older") << u"0.0.9"_s << Outcome::Passed;
        QTest::newRow("newer") << u"0.1.1"_s << Outcome::Warning;
        QTest::newRow("newer by number, not by letter") << u"0.10.0"_s << Outcome::Warning;
        QTest::newRow("much newer") << u"12"_s << Outcome::Warning;
    }
    void compares()
    {
        QFETCH(const QString, newest);
        const auto server = serving(saying(newest));
        const auto finding = measured(server->url());
        QTEST(finding.outcome, "outcome");
        QVERIFY2(textOf(finding).contains(u"0.1.0"_s), qPrintable(textOf(finding)));
        if (finding.outcome == Outcome::Warning)
            QVERIFY(!finding.meaning.isEmpty() && !finding.remedy.text.isEmpty());
    }

    void linksToTheNewVersionsPage()
    {
        const auto server = serving(saying(u"0.2.0"_s, u"https://example.com/bidseal"_s));
        const auto finding = measured(server->url());
        QCOMPARE(finding.remedy.action, RemedyAction::OpenLink);
        QCOMPARE(finding.remedy.link, QUrl(u"https://example.com/bidseal"_s));
    }

    void linksToNothingButWebPages_data()
    {
        QTest::addColumn<QString>("page");
        for (const auto* page :
            { "http://example.com", "file:///etc/passwd", "javascript:alert(1)", "ms-settings:x", "" })
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void linksToNothingButWebPages()
    {
        QFETCH(const QString, page);
        const auto server = serving(saying(u"0.2.0"_s, page));
        const auto finding = measured(server->url());
        QCOMPARE(finding.outcome, Outcome::Warning);
        QCOMPARE(finding.remedy.action, RemedyAction::None);
    }

    void couldNotTellFromNonsense_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* name, const QByteArray& body) { QTest::newRow(name) << body; };
        row("nothing", "");
        row("no version", "{}");
        row("no JSON", "0.2.0");
        row("a hotel's page", "<html>sign in to this hotel's network</html>");
        row("a number", "{\"version\": 2}");
        row("a word", saying(u"newest"_s));
        row("more than a version", saying(u"0.2.0-beta"_s));
        row("a list", "[" + saying(u"0.2.0"_s) + "]");
        row("too large", saying(u"0.2.0"_s) + QByteArray(70'000, ' '));
    }
    void couldNotTellFromNonsense()
    {
        QFETCH(const QByteArray, body);
        const auto server = serving(body);
        const auto finding = measured(server->url());
        QCOMPARE(finding.outcome, Outcome::CouldNotTell);
        QVERIFY(!finding.meaning.isEmpty() && !finding.remedy.text.isEmpty());
    }

    void followsNobodyElsewhere()
    {
        const auto target = serving(saying(u"0.2.0"_s));
        const WebServer server({ .key = *m_mint->issueServer(),
            .status = "302 Found",
            .headers = "Location: " + target->url().toEncoded() + "\r\n" });
        QCOMPARE(measured(server.url()).outcome, Outcome::CouldNotTell);
        QCOMPARE(target->connections(), 0);
    }

    void believesNobodyWithoutACertificate()
    {
        const WebServer plain({ .body = saying(u"0.2.0"_s) });
        QCOMPARE(measured(plain.url()).outcome, Outcome::CouldNotTell);
        QCOMPARE(plain.connections(), 0);
        const auto stranger = demonstration::CertificateMint::create();
        const WebServer foreign({ .key = *stranger->issueServer(), .body = saying(u"0.2.0"_s) });
        QCOMPARE(measured(foreign.url()).outcome, Outcome::CouldNotTell);
        QCOMPARE(foreign.requests(), 0);
    }

    void couldNotTellWhereNobodyAnswers()
    {
        const WebServer silent({ .key = *m_mint->issueServer(), .manner = WebServer::Manner::SilentAfterRequest });
        QCOMPARE(measured(silent.url()).outcome, Outcome::CouldNotTell);
        QCOMPARE(measured(QUrl(u"https://127.0.0.1:9"_s)).outcome, Outcome::CouldNotTell);
    }

    void knowsItsOwnVersionWhereItRunsInAProcessOfItsOwn()
    {
        const auto run = probeNewestVersion(QUrl(u"https://127.0.0.1:9"_s));
        QVERIFY2(run.code(u"program-version"_s) == u"no-answer"_s, qPrintable(run.output));
    }

private:
    [[nodiscard]] std::unique_ptr<WebServer> serving(const QByteArray& body) const
    {
        return std::make_unique<WebServer>(WebServer::Options { .key = *m_mint->issueServer(), .body = body });
    }

    static Finding measured(const QUrl& source)
    {
        Policy policy;
        policy.newestVersion = source;
        return NewestVersionCheck().measure({}, policy, {});
    }

    std::optional<demonstration::CertificateMint> m_mint;
};

QTEST_GUILESS_MAIN(tst_NewestVersionCheck)
#include "tst_NewestVersionCheck.moc"
