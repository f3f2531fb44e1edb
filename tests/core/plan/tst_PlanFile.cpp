#include "core/plan/PlanFile.h"
#include "tests/core/plan/Examples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace bidseal;
using namespace Qt::StringLiterals;

namespace {

/// A plan file with something in place of its entry's rule.
QByteArray withRule(const char* rule)
{
    return QByteArray(R"({ "version": 1, "entries": [ { "seal": { "kind": "company" }, )") + rule + " } ] }";
}

QString problemOf(const QByteArray& json)
{
    const auto plan = plan::parsePlan(json);
    return plan ? QString() : errorCodeName(plan.error().code) + u": "_s + plan.error().detail;
}

QString randomText(QRandomGenerator& random)
{
    static const QString letters = u"公章（）|\\\"/* */ // \n\tab𠮷é9"_s;
    QString text;
    for (int i = random.bounded(12); i > 0; --i) {
        const QChar letter = letters[random.bounded(static_cast<int>(letters.size()))];
        text += letter.isSurrogate() ? u"𠮷"_s : QString(letter);
    }
    return text;
}

double randomNumber(QRandomGenerator& random, double least, double most)
{
    return random.bounded(4) == 0 ? std::round(random.bounded(most)) : least + random.generateDouble() * (most - least);
}

plan::PageSet randomPages(QRandomGenerator& random)
{
    static const QString sets[] = { u"all"_s, u"odd"_s, u"1-3,5,8-"_s, u"even,r3-r1"_s, u"r1"_s, u"7"_s };
    return plan::PageSet::parse(sets[random.bounded(6)]).value();
}

plan::Rule randomRule(QRandomGenerator& random)
{
    const QPointF offset(randomNumber(random, -300, 300), randomNumber(random, -300, 300));
    switch (random.bounded(4)) {
    case 0:
        return plan::OnPages { randomPages(random), { randomNumber(random, 0, 300), randomNumber(random, 0, 300) },
            static_cast<plan::Corner>(random.bounded(4)), randomNumber(random, -360, 360) };
    case 1:
        return plan::AtKeyword { u"字"_s + randomText(random), random.bounded(-5, 5), offset, randomPages(random) };
    case 2:
        return plan::AlongSeam { static_cast<plan::Edge>(random.bounded(4)), randomPages(random),
            static_cast<plan::Sides>(random.bounded(2)), random.bounded(100), static_cast<plan::Cut>(random.bounded(2)),
            random.generate(), randomNumber(random, -200, 200) };
    default:
        return plan::InField { u"F"_s + randomText(random) };
    }
}

plan::Plan randomPlan(QRandomGenerator& random)
{
    plan::Plan plan { randomText(random), {} };
    for (int i = random.bounded(8); i > 0; --i) {
        plan::SealWish wish { randomText(random), randomText(random), seal::allKinds()[random.bounded(9u)], {} };
        if (random.bounded(2))
            wish.sizeMm.setHeight(randomNumber(random, 1, 200) + 1);
        if (random.bounded(2))
            wish.sizeMm.setWidth(randomNumber(random, 1, 198) + 1);
        wish.sizeMm = { std::min(wish.sizeMm.width(), 200.0), std::min(wish.sizeMm.height(), 200.0) };
        if (random.bounded(2))
            wish.dayStyle = random.bounded(2) ? u"digits"_s : u"chinese"_s;
        plan.entries.push_back({ wish, randomRule(random) });
    }
    return plan;
}

} // namespace

class tst_PlanFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryPlanThatItWrites()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 1000; ++i) {
            const auto plan = randomPlan(random);
            const auto json = plan::planJson(plan);
            const auto read = plan::parsePlan(json);
            QVERIFY2(read, read ? "" : qPrintable(read.error().detail + QString::fromUtf8(json)));
            QVERIFY2(*read == plan, json.constData());
        }
    }

    void survivesDamagedFiles()
    {
        QRandomGenerator random(12);
        int refused = 0;
        for (int i = 0; i < 4000; ++i) {
            auto json = plan::planJson(randomPlan(random));
            for (int k = random.bounded(1, 6); k > 0; --k) {
                const auto at = random.bounded(static_cast<int>(json.size()));
                if (random.bounded(2))
                    json[at] = static_cast<char>(random.bounded(256));
                else
                    json.remove(at, random.bounded(1, 20));
            }
            const auto read = plan::parsePlan(json);
            if (!read) {
                ++refused;
                QCOMPARE(read.error().code, ErrorCode::PlanInvalid);
                QVERIFY(!read.error().detail.isEmpty());
            }
        }
        QVERIFY(refused > 1000);
    }

    void readsTheExampleOfItsDocument()
    {
        const auto plan = plan::parsePlan(documentedExample(u"plans.md"_s));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
        QCOMPARE(plan->entries.size(), 5u);
        QCOMPARE(std::get<plan::AtKeyword>(plan->entries[1].rule).offsetMm, QPointF(30, 0));
        QCOMPARE(plan->entries[2].seal.dayStyle, u"chinese"_s);
        QCOMPARE(std::get<plan::AlongSeam>(plan->entries[3].rule).sides, plan::Sides::Duplex);
        QCOMPARE(std::get<plan::InField>(plan->entries[4].rule).name, u"Bidder"_s);
    }

    void hasARowInItsDocumentForEveryMember()
    {
        plan::SealWish wish { u"1"_s, u"n"_s, seal::Kind::Date, { 10, 10 }, u"digits"_s };
        const plan::Plan plan { u"t"_s,
            { { wish, plan::OnPages {} }, { wish, plan::AtKeyword { u"x"_s, 0, {}, {} } }, { wish, plan::AlongSeam {} },
                { wish, plan::InField { u"f"_s } } } };
        QStringList members;
        collect(QJsonDocument::fromJson(plan::planJson(plan)).object(), members);
        QVERIFY(members.size() > 20);
        for (const auto& member : members)
            QVERIFY2(documents(u"plans.md"_s, member), qPrintable(member));
        QFile document(QStringLiteral(BIDSEAL_SOURCE_DIR "/docs/plans.md"));
        QVERIFY(document.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(document.readAll());
        for (const auto kind : seal::allKinds())
            QVERIFY(text.contains(u"`%1`"_s.arg(seal::kindName(kind))));
    }

    void fillsInWhatAPersonLeavesOut()
    {
        const auto plan = plan::parsePlan(withRule(R"("alongSeam": {})"));
        QVERIFY(plan);
        QCOMPARE(plan->entries.at(0).rule, plan::Rule(plan::AlongSeam {}));
        QCOMPARE(plan->entries.at(0).seal, (plan::SealWish { {}, {}, seal::Kind::Company, {} }));
        QVERIFY(plan::parsePlan("{ \"version\": 1, /* nothing yet */ \"entries\": [] }"));
    }

    void saysWhereAndWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const QByteArray& json, const QString& problem) {
            QTest::newRow(name) << json << u"plan-invalid: "_s + problem;
        };
        row("no JSON", "{\n \"version\": 1,\n oops }", u"line 3: "_s);
        row("no object", "[]", u"line 1: not an object"_s);
        row("empty", "", u"line 1: "_s);
        row("no version", R"({ "entries": [] })", u"version: is missing"_s);
        row("version of tomorrow", R"({ "version": 2, "entries": [], "new": 1 })", u"version: made by a later"_s);
        row("version as a text", R"({ "version": "1", "entries": [] })", u"version: is a whole number"_s);
        row("no entries", R"({ "version": 1 })", u"entries: is an array"_s);
        row("misspelt member", R"({ "version": 1, "entries": [], "titel": "" })", u"titel: is not known"_s);
        row("misspelt kind", R"({ "version": 1, "entries": [ { "seal": { "kind": "compnay" }, "alongSeam": {} } ] })",
            u"entries[0].seal.kind: is one of company, "_s);
        row("no kind", R"({ "version": 1, "entries": [ { "seal": {}, "alongSeam": {} } ] })",
            u"entries[0].seal.kind: is missing"_s);
        row("no seal", R"({ "version": 1, "entries": [ { "alongSeam": {} } ] })", u"entries[0].seal: is missing"_s);
        row("entry that is none", R"({ "version": 1, "entries": [ 7 ] })", u"entries[0]: is an object"_s);
        row("misspelt style",
            R"({ "version": 1, "entries": [ { "seal": { "kind": "date", "dayStyle": "roman" }, "alongSeam": {} } ] })",
            u"entries[0].seal.dayStyle: is one of digits, chinese"_s);
        row("too large",
            R"({ "version": 1, "entries": [ { "seal": { "kind": "date", "widthMm": 201 }, "alongSeam": {} } ] })",
            u"entries[0].seal.widthMm: is a number from 1 to 200"_s);
        row("no rule", withRule(R"("anywhere": {})"), u"entries[0].rule: is exactly one of"_s);
        row("two rules", withRule(R"("alongSeam": {}, "inField": { "name": "a" })"),
            u"entries[0].rule: is exactly one of"_s);
        row("rule as a text", withRule(R"("alongSeam": "right")"), u"entries[0].alongSeam: is an object"_s);
        row("misspelt edge", withRule(R"("alongSeam": { "edge": "righ" })"),
            u"entries[0].alongSeam.edge: is one of left,"_s);
        row("edge as a number", withRule(R"("alongSeam": { "edge": 1 })"), u"entries[0].alongSeam.edge: is a text"_s);
        row("misspelt rule member", withRule(R"("alongSeam": { "pagePerSeal": 1 })"),
            u"entries[0].alongSeam.pagePerSeal: is not known"_s);
        row("half a page", withRule(R"("alongSeam": { "pagesPerSeal": 1.5 })"),
            u"entries[0].alongSeam.pagesPerSeal: is a whole number"_s);
        row("seed too large", withRule(R"("alongSeam": { "seed": 4294967296 })"),
            u"entries[0].alongSeam.seed: is a whole"_s);
        row("pages", withRule(R"("alongSeam": { "pages": "3-1" })"),
            u"entries[0].alongSeam.pages: is a set of pages"_s);
        row("no place", withRule(R"("onPages": { "xMm": 1 })"), u"entries[0].onPages.yMm: is missing"_s);
        row("out of the page", withRule(R"("onPages": { "xMm": -1, "yMm": 1 })"),
            u"entries[0].onPages.xMm: is a number"_s);
        row("no number", withRule(R"("onPages": { "xMm": 1e999, "yMm": 1 })"), u""_s);
        row("no text", withRule(R"("atKeyword": { "text": " " })"), u"entries[0].atKeyword.text: is missing"_s);
        row("no name", withRule(R"("inField": {})"), u"entries[0].inField.name: is missing"_s);
    }
    void saysWhereAndWhatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, problem);
        const QString found = problemOf(json);
        QVERIFY2(found.startsWith(problem), qPrintable(found));
    }

    void boundsWhatItReads()
    {
        QVERIFY(problemOf(QByteArray(1024 * 1024 + 1, ' ')).contains(u"larger than"_s));
        const auto many = [](int count) {
            plan::Plan plan;
            plan.entries.resize(static_cast<std::size_t>(count), { {}, plan::InField { u"f"_s } });
            return plan::planJson(plan);
        };
        QVERIFY(plan::parsePlan(many(1000)));
        QVERIFY(problemOf(many(1001)).contains(u"entries: is an array of at most 1000"_s));
        QVERIFY(!problemOf(QByteArray(200000, '[')).isEmpty());
        const plan::Plan longTitle { QString(2001, u'标'), {} };
        QVERIFY(problemOf(plan::planJson(longTitle)).contains(u"title: is a text of at most"_s));
    }

    void keepsFilesWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"方案.json"_s);
        QRandomGenerator random(5);
        const auto plan = randomPlan(random);
        QVERIFY(plan::writePlan(path, plan));
        QCOMPARE(plan::readPlan(path).value(), plan);

        // What could not be read again is not written, and what was there stays.
        plan::Plan unreadable;
        unreadable.entries.push_back({ {}, plan::AtKeyword {} });
        const auto written = plan::writePlan(path, unreadable);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::PlanInvalid);
        unreadable.entries = { { {}, plan::OnPages { {}, { qQNaN(), 1 }, plan::Corner::TopLeft, 0 } } };
        QVERIFY(!plan::writePlan(path, unreadable));
        QCOMPARE(plan::readPlan(path).value(), plan);

        QCOMPARE(plan::writePlan(folder.filePath(u"no/such/folder.json"_s), plan).error().code,
            ErrorCode::OutputNotWritable);
    }

    void namesTheFileThatCannotBeUsed()
    {
        const QTemporaryDir folder;
        const auto missing = plan::readPlan(folder.filePath(u"gone.json"_s));
        QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
        QCOMPARE(missing.error().facts.name, u"gone.json"_s);
        QFile file(folder.filePath(u"bad.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        const auto bad = plan::readPlan(file.fileName());
        QCOMPARE(bad.error().code, ErrorCode::PlanInvalid);
        QCOMPARE(bad.error().facts.name, u"bad.json"_s);
        QVERIFY(file.resize(2 * 1024 * 1024));
        QCOMPARE(plan::readPlan(file.fileName()).error().code, ErrorCode::PlanInvalid);
        QCOMPARE(plan::readPlan(folder.path()).error().code, ErrorCode::FileNotFound);
    }

private:
    static void collect(const QJsonValue& value, QStringList& members)
    {
        for (const auto& element : value.toArray())
            collect(element, members);
        const auto object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            members += member.key();
            collect(*member, members);
        }
    }
};

QTEST_GUILESS_MAIN(tst_PlanFile)
#include "tst_PlanFile.moc"
