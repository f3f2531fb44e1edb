#include "core/environment/ReportJson.h"
#include "tests/support/ForeignTools.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::environment;

namespace {

const auto kSecretFolder = u"/srv/示例公司/投标"_s;

CheckResult result(const QString& id, Finding finding, CheckRule rule = {})
{
    return { id, id.toUpper(), Group::Place, Cost::Instant, rule, std::move(finding), std::chrono::milliseconds(12),
        QDateTime(QDate(2026, 5, 1), QTime(8, 0), Qt::UTC) };
}

Report sampleReport()
{
    Report report;
    report.startedAt = QDateTime(QDate(2026, 5, 1), QTime(8, 0), Qt::UTC);
    report.program = u"BidSeal 1.2.3"_s;
    const Fact folder { u"folder"_s, kSecretFolder, Privacy::Personal };
    auto part = warning("part", u"Part in {folder}."_s).means(u"Means {folder}."_s).todo(u"Empty {folder}."_s);
    part.facts = { folder };
    auto whole = failed("full", u"{folder} is full <really>."_s)
                     .means(u"It means {folder}."_s)
                     .todo(u"Choose another than {folder}."_s)
                     .with(folder)
                     .with({ u"freeBytes"_s, 95 });
    report.results = { result(u"disk-space"_s, worstOf({ whole, part }), { Requirement::MustPass, WhenUnknown::Ask }),
        result(u"fonts"_s, passed("well", u"Fonts are there."_s)) };
    report.policySources = { { u"/srv/示例公司/policy.json"_s, PolicySource::State::NotAdministrators, {} } };
    return report;
}

} // namespace

class tst_Report : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhetherTheComputerIsFit_data();
    void saysWhetherTheComputerIsFit();
    void whatBlocksStandsBeforeWhatAsks();
    void jsonHoldsEverythingOfACheck();
    void redactedIsRedactedEverywhere();
    void fullIsFull();
    void thePageNeedsNothingFromElsewhere();
    void theDigestIsOfTheFullText();
    void exportsWholeOrNotAtAll();
};

void tst_Report::saysWhetherTheComputerIsFit_data()
{
    QTest::addColumn<int>("requirement");
    QTest::addColumn<int>("unknown");
    QTest::addColumn<QList<int>>("verdicts"); // not applicable, passed, warning, could not tell, failed
    const auto row = [](const char* name, Requirement requirement, WhenUnknown unknown, QList<Verdict> verdicts) {
        QList<int> numbers;
        for (const auto verdict : verdicts)
            numbers.append(static_cast<int>(verdict));
        QTest::newRow(name) << static_cast<int>(requirement) << static_cast<int>(unknown) << numbers;
    };
    using V = Verdict;
    row("advisory", Requirement::Advisory, WhenUnknown::Block, { V::Fit, V::Fit, V::Fit, V::Fit, V::Fit });
    row("must, ask", Requirement::MustPass, WhenUnknown::Ask, { V::Fit, V::Fit, V::Fit, V::Undecided, V::Unfit });
    row("must, block", Requirement::MustPass, WhenUnknown::Block, { V::Fit, V::Fit, V::Fit, V::Unfit, V::Unfit });
}

void tst_Report::saysWhetherTheComputerIsFit()
{
    QFETCH(int, requirement);
    QFETCH(int, unknown);
    QFETCH(QList<int>, verdicts);
    const CheckRule rule { static_cast<Requirement>(requirement), static_cast<WhenUnknown>(unknown) };
    const QList outcomes { Outcome::NotApplicable, Outcome::Passed, Outcome::Warning, Outcome::CouldNotTell,
        Outcome::Failed };
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        auto finding = passed("x", u"X."_s);
        finding.outcome = outcomes[i];
        Report report;
        report.results = { result(u"x"_s, finding, rule) };
        QCOMPARE(static_cast<int>(report.verdict()), verdicts[i]);
    }
}

void tst_Report::whatBlocksStandsBeforeWhatAsks()
{
    const CheckRule rule { Requirement::MustPass, WhenUnknown::Ask };
    Report report;
    report.results = { result(u"asks"_s, couldNotTell("x", u"X."_s), rule),
        result(u"well"_s, passed("x", u"X."_s), rule), result(u"blocks"_s, failed("x", u"X."_s), rule) };
    QCOMPARE(report.obstacles().size(), 2u);
    QCOMPARE(report.obstacles().front()->id, u"blocks"_s);
    QCOMPARE(report.verdict(), Verdict::Unfit);
    QVERIFY(report.find(u"well"_s));
    QVERIFY(!report.find(u"other"_s));
}

void tst_Report::jsonHoldsEverythingOfACheck()
{
    const auto json = toJson(sampleReport(), Disclosure::Full);
    QCOMPARE(json[u"verdict"_s].toString(), u"unfit"_s);
    const auto check = json[u"checks"_s][0].toObject();
    QCOMPARE(check[u"id"_s].toString(), u"disk-space"_s);
    QCOMPARE(check[u"result"_s].toString(), u"failed"_s);
    QCOMPARE(check[u"facts"_s][u"freeBytes"_s].toInt(), 95);
    QCOMPARE(check[u"meaning"_s].toString(), u"It means "_s + kSecretFolder + u'.');
    QCOMPARE(check[u"remedy"_s][u"text"_s].toString(), u"Choose another than "_s + kSecretFolder + u'.');
    QCOMPARE(check[u"milliseconds"_s].toInt(), 12);
    QCOMPARE(check[u"requirement"_s].toString(), u"must-pass"_s);
    QCOMPARE(check[u"parts"_s].toArray().size(), 2);
}

void tst_Report::redactedIsRedactedEverywhere()
{
    const auto report = sampleReport();
    const auto json = QJsonDocument(toJson(report, Disclosure::Redacted)).toJson();
    const auto html = toHtml(report, Disclosure::Redacted);
    QVERIFY(!json.contains("示例公司"));
    QVERIFY(!html.contains("示例公司"));
    QVERIFY(json.contains("95"));
    QVERIFY(html.contains("disk-space"));
}

void tst_Report::fullIsFull()
{
    const auto report = sampleReport();
    QVERIFY(QJsonDocument(toJson(report, Disclosure::Full)).toJson().contains(kSecretFolder.toUtf8()));
    QVERIFY(toHtml(report, Disclosure::Full).contains(kSecretFolder.toUtf8()));
}

void tst_Report::thePageNeedsNothingFromElsewhere()
{
    const auto html = toHtml(sampleReport(), Disclosure::Full);
    QVERIFY(html.contains("default-src 'none'"));
    QVERIFY(!html.contains("<script"));
    QVERIFY(!html.contains("http://") && !html.contains("https://"));
    QVERIFY(html.contains("&lt;really&gt;"));
    QVERIFY(!html.contains("<really>"));
}

void tst_Report::theDigestIsOfTheFullText()
{
    const auto report = sampleReport();
    QCOMPARE(digestOf(report), QCryptographicHash::hash(fullText(report), QCryptographicHash::Sha256));
    auto other = report;
    other.results.front().finding.facts.front().value = u"/elsewhere"_s;
    QVERIFY(digestOf(other) != digestOf(report));
    const auto again = QJsonDocument::fromJson(fullText(report)).toJson(QJsonDocument::Compact);
    QCOMPARE(again, fullText(report)); // whoever has the JSON can compute the digest
}

void tst_Report::exportsWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const auto report = sampleReport();
    const auto page = folder.filePath(u"检测报告.html"_s);
    QVERIFY(exportReport(report, Disclosure::Redacted, page));
    QCOMPARE(bidseal::testing::readFile(page), toHtml(report, Disclosure::Redacted));
    const auto json = folder.filePath(u"检测报告.json"_s);
    QVERIFY(exportReport(report, Disclosure::Full, json));
    QVERIFY(QJsonDocument::fromJson(bidseal::testing::readFile(json)).isObject());
    const auto nowhere = exportReport(report, Disclosure::Full, folder.filePath(u"missing/a.html"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::OutputNotWritable);
}

QTEST_GUILESS_MAIN(tst_Report)
#include "tst_Report.moc"
