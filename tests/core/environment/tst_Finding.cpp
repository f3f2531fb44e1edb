#include "core/environment/FindingJson.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal::environment;

class tst_Finding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sentencesNameTheirFacts_data();
    void sentencesNameTheirFacts();
    void personalFactsStayAwayFromRedactedSentences();
    void theWorstSpeaksForAll();
    void survivesTheWayThroughAProcess();
};

void tst_Finding::sentencesNameTheirFacts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one") << u"free: {free}"_s << u"free: 95 MB"_s;
    QTest::newRow("twice") << u"{free}/{free}"_s << u"95 MB/95 MB"_s;
    QTest::newRow("number") << u"{count} files"_s << u"3 files"_s;
    QTest::newRow("list") << u"({names})"_s << u"(a, b)"_s;
    QTest::newRow("unknown stays") << u"{other} {free}"_s << u"{other} 95 MB"_s;
    QTest::newRow("open brace") << u"{free} {"_s << u"95 MB {"_s;
    QTest::newRow("braces in a value are no names") << u"{tricky}"_s << u"{free}"_s;
    QTest::newRow("empty") << QString() << QString();
}

void tst_Finding::sentencesNameTheirFacts()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::vector<Fact> facts {
        { u"free"_s, 99614720, Privacy::Public, u"95 MB"_s },
        { u"count"_s, 3 },
        { u"names"_s, QJsonArray { u"a"_s, u"b"_s } },
        { u"tricky"_s, u"{free}"_s },
    };
    QCOMPARE(filled(text, facts, Disclosure::Full), expected);
}

void tst_Finding::personalFactsStayAwayFromRedactedSentences()
{
    const std::vector<Fact> facts { { u"folder"_s, u"/srv/示例公司"_s, Privacy::Personal }, { u"free"_s, 5 } };
    QCOMPARE(filled(u"{folder}: {free}"_s, facts, Disclosure::Redacted), u"[left out]: 5"_s);
}

void tst_Finding::theWorstSpeaksForAll()
{
    const auto whole = worstOf({ passed("a", u"A"_s), failed("b", u"B"_s).means(u"M"_s).todo(u"T"_s),
        couldNotTell("c", u"C"_s), warning("d", u"D"_s), notApplicable("e", u"E"_s) });
    QCOMPARE(whole.outcome, Outcome::Failed);
    QCOMPARE(whole.found, u"B"_s);
    QCOMPARE(whole.remedy.text, u"T"_s);
    QCOMPARE(whole.parts.size(), 5u);
    QCOMPARE(worstOf({ notApplicable("a", u"A"_s), passed("b", u"B"_s) }).outcome, Outcome::Passed);
    QCOMPARE(worstOf({ couldNotTell("a", u"A"_s), warning("b", u"B"_s) }).outcome, Outcome::CouldNotTell);
    QVERIFY(worstOf({ warning("a", u"A"_s) }).parts.empty());
}

void tst_Finding::survivesTheWayThroughAProcess()
{
    const auto part = warning("part", u"{x}"_s).means(u"m"_s).todo(u"t"_s, RemedyAction::AddDriver);
    const auto whole = worstOf({ failed("whole", u"发现 {folder}"_s)
                                     .means(u"意味着"_s)
                                     .todoAt(u"办法"_s, QUrl(u"https://example.com/a?b=c"_s))
                                     .with({ u"folder"_s, u"/甲"_s, Privacy::Personal, u"甲"_s })
                                     .with({ u"numbers"_s, QJsonArray { 1, 2 } }),
        part });
    const auto back = findingFromRawJson(toRawJson(whole));
    for (const auto disclosure : { Disclosure::Full, Disclosure::Redacted })
        QCOMPARE(toJson(back, disclosure), toJson(whole, disclosure));
    QCOMPARE(back.parts.size(), 2u);
    QCOMPARE(back.facts.front().privacy, Privacy::Personal);
    QCOMPARE(back.remedy.link, whole.remedy.link);
    QCOMPARE(findingFromRawJson({}).outcome, Outcome::CouldNotTell);
}

QTEST_GUILESS_MAIN(tst_Finding)
#include "tst_Finding.moc"
