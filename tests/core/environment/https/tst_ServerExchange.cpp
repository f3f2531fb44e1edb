#include "core/environment/https/HttpDate.h"
#include "core/environment/https/ServerExchange.h"
#include "tests/core/environment/https/WebServer.h"
#include "tests/support/OtherThread.h"

#include <QtTest>

#include <thread>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using demonstration::Validity;

namespace {

constexpr auto kPatience = 20s; // the machine may be busy

} // namespace

class tst_ServerExchange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = demonstration::CertificateMint::create();
        QVERIFY(mint);
        m_mint.emplace(std::move(*mint));
        m_caFile = m_folder.filePath(u"ca.pem"_s);
        QFile file(m_caFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(demonstration::certificatePem(m_mint->rootCertificate()));
    }

    void readsDatesOfTodaysForm()
    {
        QCOMPARE(httpDateFrom("Sun, 06 Nov 1994 08:49:37 GMT"), QDateTime({ 1994, 11, 6 }, { 8, 49, 37 }, Qt::UTC));
        for (const auto* text : { "", "now", "1784000000", "Sun, 06 Nov 1994 08:49:37 +0800", "2026-11-06T08:49:37Z",
                 "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT" })
            QVERIFY2(!httpDateFrom(text), text);
    }

    void namesWhatWentWrong_data()
    {
        QTest::addColumn<WebServer::Manner>("manner");
        QTest::addColumn<ServerProblem>("problem");
        QTest::newRow("answers") << WebServer::Manner::Answers << ServerProblem::None;
        QTest::newRow("no TLS") << WebServer::Manner::GarbageForTls << ServerProblem::NoTls;
        QTest::newRow("no HTTP") << WebServer::Manner::GarbageForHttp << ServerProblem::Cut; // Qt tells no more
        QTest::newRow("cut") << WebServer::Manner::CutsBeforeAnswer << ServerProblem::Cut;
    }
    void namesWhatWentWrong()
    {
        QFETCH(const WebServer::Manner, manner);
        const WebServer server({ .key = *m_mint->issueServer(), .manner = manner });
        const auto answers = ask({ { .url = server.url(), .caFile = m_caFile } });
        QTEST(answers.front().problem, "problem");
    }

    void waitsForSilentServersSideBySideAndNotForever()
    {
        const WebServer early({ .key = *m_mint->issueServer(), .manner = WebServer::Manner::SilentFromTheStart });
        const WebServer late({ .key = *m_mint->issueServer(), .manner = WebServer::Manner::SilentAfterRequest });
        const WebServer good({ .key = *m_mint->issueServer() });
        const auto answers
            = askSideBySide({ { .url = early.url(), .caFile = m_caFile }, { .url = late.url(), .caFile = m_caFile },
                                { .url = good.url(), .caFile = m_caFile } },
                3s, {});
        QCOMPARE(answers[0].problem, ServerProblem::Silent);
        QCOMPARE(answers[1].problem, ServerProblem::Silent);
        QCOMPARE(answers[2].problem, ServerProblem::None);
        QCOMPARE(answers[2].status, 200);
    }

    void endsWhenItIsToldTo()
    {
        const WebServer silent({ .manner = WebServer::Manner::SilentFromTheStart });
        std::stop_source stop;
        const OtherThread other([&] {
            std::this_thread::sleep_for(200ms);
            stop.request_stop();
        });
        const auto answers = askSideBySide({ { .url = silent.url() } }, 10min, stop.get_token());
        QCOMPARE(answers.front().problem, ServerProblem::Silent);
    }

    void takesNoMoreThanItWants()
    {
        const WebServer server({ .body = QByteArray(100'000, 'x') });
        ServerQuestion question { .url = server.url(), .caFile = {}, .verb = ServerQuestion::Verb::Get };
        question.until = ServerQuestion::Until::WholeAnswer;
        QCOMPARE(ask({ question }).front().problem, ServerProblem::TooLarge);
        question.largestBody = 100'000;
        const auto answer = ask({ question }).front();
        QCOMPARE(answer.problem, ServerProblem::None);
        QCOMPARE(answer.body.size(), 100'000);
    }

    void followsNoRedirect()
    {
        const WebServer target({});
        const WebServer server({ .status = "302 Found", .headers = "Location: " + target.url().toEncoded() + "\r\n" });
        QCOMPARE(ask({ { .url = server.url() } }).front().status, 302);
        QCOMPARE(target.connections(), 0);
    }

    void sendsNothingToWhomItDoesNotTrust()
    {
        const auto stranger = demonstration::CertificateMint::create();
        const WebServer server({ .key = *stranger->issueServer() });
        const auto answer = ask({ { .url = server.url(), .caFile = m_caFile } }).front();
        QCOMPARE(answer.problem, ServerProblem::CertificateRefused);
        QVERIFY(!answer.distrust.isEmpty());
        QVERIFY(!answer.chain.isEmpty());
        QCOMPARE(server.requests(), 0);
    }

    void looksPastWrongDatesOnlyWhereItIsToldTo()
    {
        const WebServer expired({ .key = *m_mint->issueServer(Validity::years(2021, 2022)) });
        const WebServer future({ .key = *m_mint->issueServer(Validity::years(2040, 2044)) });
        for (const auto* server : { &expired, &future }) {
            ServerQuestion question { .url = server->url(), .caFile = m_caFile };
            QCOMPARE(ask({ question }).front().problem, ServerProblem::CertificateRefused);
            QCOMPARE(server->requests(), 0);
            question.certificateDates = ServerQuestion::CertificateDates::Note;
            const auto answer = ask({ question }).front();
            QCOMPARE(answer.problem, ServerProblem::None);
            QVERIFY(isOnlyAboutDates(answer.distrust));
        }
        // An expired certificate of a stranger is a stranger's.
        const auto stranger = demonstration::CertificateMint::create();
        const WebServer other({ .key = *stranger->issueServer(Validity::years(2021, 2022)) });
        ServerQuestion question { .url = other.url(), .caFile = m_caFile };
        question.certificateDates = ServerQuestion::CertificateDates::Note;
        QCOMPARE(ask({ question }).front().problem, ServerProblem::CertificateRefused);
        QCOMPARE(other.requests(), 0);
    }

    void saysThatAnAuthoritysFileIsMissing()
    {
        const WebServer server({ .key = *m_mint->issueServer() });
        const auto answer = ask({ { .url = server.url(), .caFile = m_folder.filePath(u"none.pem"_s) } }).front();
        QCOMPARE(answer.problem, ServerProblem::AuthoritiesMissing);
        QCOMPARE(server.connections(), 0);
    }

private:
    static std::vector<ServerAnswer> ask(const std::vector<ServerQuestion>& questions)
    {
        return askSideBySide(questions, kPatience, {});
    }

    QTemporaryDir m_folder;
    QString m_caFile;
    std::optional<demonstration::CertificateMint> m_mint;
};

QTEST_GUILESS_MAIN(tst_ServerExchange)
#include "tst_ServerExchange.moc"
