#include "core/plan/Checklist.h"
#include "tests/core/plan/Examples.h"
#include "tests/core/plan/RandomPages.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace Qt::StringLiterals;
using plan::Fulfilment;
using seal::Kind;

namespace {

const QLocale kChinese(QLocale::Chinese, QLocale::China);
const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

/// Ten pages; 投标函 on pages 2 (contents) and 4, 授权委托书 on page 5.
struct Bid {
    std::vector<pdf::PageGeometry> pages = a4Pages(10);

    [[nodiscard]] plan::Paper paper() const
    {
        return { pages, {}, [](const QString& text, const std::vector<int>& pages) -> Result<std::vector<text::Hit>> {
                    const QMap<QString, QList<int>> words { { u"投标函"_s, { 1, 3 } }, { u"授权委托书"_s, { 4 } } };
                    std::vector<text::Hit> hits;
                    for (const int page : words.value(text)) {
                        if (std::find(pages.begin(), pages.end(), page) != pages.end())
                            hits.push_back({ page, QRectF(90, 40, 30, 8) });
                    }
                    return hits;
                } };
    }
};

plan::StandingMark markOn(int page, std::optional<Kind> kind, const QPointF& centreMm = { 100, 200 })
{
    return { kind, { page, centreMm, { 40, 40 } }, false };
}

plan::StandingMark stripOn(int page, std::optional<Kind> kind, bool isStrip = true)
{
    return { kind, { page, { 208, 148 }, { 4, 40 } }, isStrip };
}

plan::Checklist oneOf(plan::Requirement requirement) { return { u"list"_s, {}, {}, { std::move(requirement) } }; }

plan::Requirement letter() { return { u"letter"_s, u"投标函"_s, { Kind::Company }, u"投标函"_s }; }

plan::Checked checkOne(const plan::Requirement& requirement, const std::vector<plan::StandingMark>& marks)
{
    const Bid bid;
    const auto list = oneOf(requirement);
    return plan::check(list, marks, bid.paper()).value().at(0);
}

QByteArray listWith(const char* requirement)
{
    return QByteArray(R"({ "version": 1, "id": "l", "title": "t", "requirements": [ )") + requirement + " ] }";
}

QString problemOf(const QByteArray& json)
{
    const auto list = plan::parseChecklist(json, kEnglish);
    return list ? QString() : errorCodeName(list.error().code) + u": "_s + list.error().detail;
}

} // namespace

class tst_Checklist : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAMarkOnAPageWithTheText()
    {
        const auto done = checkOne(letter(), { markOn(3, Kind::Company), markOn(7, Kind::Company) });
        QCOMPARE(done.fulfilment, Fulfilment::Done);
        QCOMPARE(done.pages, std::vector<int> { 3 });
        const auto elsewhere = checkOne(letter(), { markOn(7, Kind::Company) });
        QCOMPARE(elsewhere.fulfilment, Fulfilment::Missing);
        QCOMPARE(elsewhere.pages, std::vector<int>({ 1, 3 }));
        const auto otherKind = checkOne(letter(), { markOn(3, Kind::Contract) });
        QCOMPARE(otherKind.fulfilment, Fulfilment::Missing);
    }

    void saysThatTheDocumentHasNoSuchText()
    {
        auto requirement = letter();
        requirement.near = u"偏离表"_s;
        const auto checked = checkOne(requirement, { markOn(3, Kind::Company), markOn(4, {}) });
        QCOMPARE(checked.fulfilment, Fulfilment::Missing);
        QVERIFY(!checked.textFound);
        QVERIFY(checked.pages.empty());
        QVERIFY(checkOne(letter(), {}).textFound);
    }

    void takesAnyOfSeveralTexts()
    {
        auto requirement = letter();
        requirement.near = u"偏离表| 授权委托书 |投标函"_s;
        QCOMPARE(checkOne(requirement, {}).pages, std::vector<int>({ 1, 3, 4 }));
        QCOMPARE(checkOne(requirement, { markOn(4, Kind::Company) }).fulfilment, Fulfilment::Done);
    }

    void saysThatTheDocumentHasNoSuchPages()
    {
        plan::Requirement requirement { u"r"_s, {}, { Kind::Company } };
        requirement.pages = plan::PageSet::parse(u"11-12"_s).value();
        const auto checked = checkOne(requirement, { markOn(3, Kind::Company) });
        QCOMPARE(checked.fulfilment, Fulfilment::Missing);
        QVERIFY(!checked.pagesFound);
    }

    void measuresHowNearTheMarkStands()
    {
        auto requirement = letter();
        requirement.nearMm = 20;
        // The text ends at 48 mm, the mark begins 20 mm above its middle.
        QCOMPARE(checkOne(requirement, { markOn(3, Kind::Company, { 100, 87 }) }).fulfilment, Fulfilment::Done);
        QCOMPARE(checkOne(requirement, { markOn(3, Kind::Company, { 100, 89 }) }).fulfilment, Fulfilment::Missing);
        QCOMPARE(checkOne(requirement, { markOn(3, Kind::Company, { 100, 45 }) }).fulfilment, Fulfilment::Done);
    }

    void countsHowManyAreWanted()
    {
        plan::Requirement requirement { u"r"_s, {}, { Kind::Handwriting, Kind::Personal } };
        requirement.atLeast = 3;
        const auto two = std::vector { markOn(1, Kind::Handwriting), markOn(2, Kind::Personal) };
        QCOMPARE(checkOne(requirement, two).fulfilment, Fulfilment::Missing);
        QVERIFY(checkOne(requirement, two).pages.empty()); // anywhere would do
        auto three = two;
        three.push_back(markOn(2, Kind::Handwriting));
        QCOMPARE(checkOne(requirement, three).fulfilment, Fulfilment::Done);
        QCOMPARE(checkOne(requirement, three).pages, std::vector<int>({ 1, 2 }));
        auto unclear = two;
        unclear.push_back(markOn(6, {}));
        QCOMPARE(checkOne(requirement, unclear).fulfilment, Fulfilment::CannotTell);
    }

    void saysWhichOfThePagesHaveNone()
    {
        plan::Requirement requirement { u"r"_s, {}, { Kind::Company } };
        requirement.everyPage = true;
        requirement.pages = plan::PageSet::parse(u"3-5"_s).value();
        const auto some
            = checkOne(requirement, { markOn(3, Kind::Company), stripOn(2, Kind::Company), markOn(9, Kind::Company) });
        QCOMPARE(some.fulfilment, Fulfilment::Missing);
        QCOMPARE(some.pages, std::vector<int>({ 2, 4 })); // a strip is no seal
        const auto all
            = checkOne(requirement, { markOn(2, Kind::Company), markOn(3, Kind::Company), markOn(4, Kind::Company) });
        QCOMPARE(all.fulfilment, Fulfilment::Done);
        QCOMPARE(all.pages, std::vector<int>({ 2, 3, 4 }));
    }

    void wantsAStripOnEveryPageOfASeam()
    {
        plan::Requirement requirement { u"r"_s, {}, { Kind::Company } };
        requirement.seam = true;
        std::vector<plan::StandingMark> strips;
        for (int page = 0; page < 10; ++page)
            strips.push_back(stripOn(page, Kind::Company));
        QCOMPARE(checkOne(requirement, strips).fulfilment, Fulfilment::Done);
        strips[4] = markOn(4, Kind::Company); // a whole seal is no strip
        const auto missing = checkOne(requirement, strips);
        QCOMPARE(missing.fulfilment, Fulfilment::Missing);
        QCOMPARE(missing.pages, std::vector<int> { 4 });
        strips[4] = stripOn(4, Kind::Finance);
        QCOMPARE(checkOne(requirement, strips).fulfilment, Fulfilment::Missing);
        // Another program's mark at the edge may be one, in the middle of the page it is not.
        strips[4] = stripOn(4, {}, false);
        QCOMPARE(checkOne(requirement, strips).fulfilment, Fulfilment::CannotTell);
        strips[4] = markOn(4, {});
        QCOMPARE(checkOne(requirement, strips).fulfilment, Fulfilment::Missing);
        requirement.pages = plan::PageSet::parse(u"5"_s).value();
        QCOMPARE(checkOne(requirement, {}).fulfilment, Fulfilment::Done); // nothing to be cut
    }

    void cannotTellWhatAnotherProgramsMarkIs()
    {
        const auto checked = checkOne(letter(), { markOn(3, {}) });
        QCOMPARE(checked.fulfilment, Fulfilment::CannotTell);
        QCOMPARE(checked.pages, std::vector<int> { 3 });
        QCOMPARE(checkOne(letter(), { markOn(3, {}), markOn(3, Kind::Company) }).fulfilment, Fulfilment::Done);
        QCOMPARE(checkOne(letter(), { markOn(7, {}) }).fulfilment, Fulfilment::Missing);
    }

    void isReadyWhenEverythingIsDone()
    {
        const Bid bid;
        const plan::Checklist list { {}, {}, {}, { letter(), { u"second"_s, {}, { Kind::LegalRepresentative } } } };
        const auto ready = [&](const std::vector<plan::StandingMark>& marks) {
            const auto checked = plan::check(list, marks, bid.paper());
            return checked && plan::isReady(*checked);
        };
        QVERIFY(!ready({}));
        QVERIFY(!ready({ markOn(3, Kind::Company) }));
        QVERIFY(!ready({ markOn(3, Kind::Company), markOn(3, {}) }));
        QVERIFY(ready({ markOn(3, Kind::Company), markOn(8, Kind::LegalRepresentative) }));
    }

    void suggestsAPlaceOnThePagesThatMissIt()
    {
        auto requirement = letter();
        requirement.suggestion = plan::AtKeyword { u"（盖章）"_s, 1, {}, {} };
        auto checked = checkOne(requirement, {});
        QVERIFY(checked.suggestion);
        QCOMPARE(std::get<plan::AtKeyword>(*checked.suggestion).pages.text(), u"2,4"_s);
        QVERIFY(!checkOne(requirement, { markOn(3, Kind::Company) }).suggestion);
        // What the file says itself stands.
        requirement.suggestion = plan::AtKeyword { u"（盖章）"_s, 1, {}, plan::PageSet::parse(u"4"_s).value() };
        checked = checkOne(requirement, {});
        QCOMPARE(std::get<plan::AtKeyword>(*checked.suggestion).pages.text(), u"4"_s);
    }

    void handsOnWhatTheSearchSays()
    {
        const auto pages = a4Pages(1);
        const plan::Paper paper { pages, {},
            [](const QString&, const std::vector<int>&) { return failure(ErrorCode::Cancelled); } };
        const auto list = oneOf(letter());
        const auto checked = plan::check(list, {}, paper);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Cancelled);
    }

    void bringsAChecklistForEachUsualDocument()
    {
        const auto chinese = plan::ownChecklists(kChinese);
        const auto english = plan::ownChecklists(kEnglish);
        QCOMPARE(chinese.size(), 6u);
        QCOMPARE(english.size(), 6u);
        QStringList words;
        for (std::size_t i = 0; i < chinese.size(); ++i) {
            QCOMPARE(chinese[i].id, english[i].id);
            QVERIFY(chinese[i].title != english[i].title);
            for (std::size_t k = 0; k < chinese[i].requirements.size(); ++k) {
                QVERIFY(chinese[i].requirements[k].title != english[i].requirements[k].title);
                words += chinese[i].requirements[k].near;
            }
        }
        for (const auto& word : { u"投标函"_s, u"法定代表人身份证明"_s, u"授权委托书"_s, u"报价一览表"_s, u"偏离表"_s,
                 u"委托协议"_s, u"评标报告"_s, u"计划备案函"_s, u"合同备案"_s })
            QVERIFY2(words.join(u'|').split(u'|').contains(word), qPrintable(word));
        QCOMPARE(chinese.front().title, u"供应商：投标文件"_s);
    }

    void shipsTheFilesThatItCarriesInside()
    {
        const QDir folder(QStringLiteral(BIDSEAL_SOURCE_DIR "/resources/checklists"));
        QStringList ids, files;
        for (const auto& list : plan::ownChecklists(kEnglish))
            ids += list.id + u".json"_s;
        files = folder.entryList({ u"*.json"_s }, QDir::Files);
        ids.sort();
        files.sort();
        QCOMPARE(ids, files);
        for (const auto& file : files)
            QVERIFY(plan::readChecklist(folder.filePath(file), kEnglish));
    }

    void readsTheExampleOfItsDocument()
    {
        const auto list = plan::parseChecklist(documentedExample(u"checklists.md"_s), kChinese);
        QVERIFY2(list, list ? "" : qPrintable(list.error().detail));
        QCOMPARE(list->title, u"2026-17 号招标：投标文件"_s);
        QCOMPARE(list->requirements.size(), 5u);
        QCOMPARE(list->requirements[1].nearMm, 20.0);
        QVERIFY(list->requirements[2].everyPage);
        QCOMPARE(list->requirements[3].atLeast, 3);
        QVERIFY(list->requirements[4].seam);
        QCOMPARE(std::get<plan::AlongSeam>(*list->requirements[4].suggestion).pagesPerSeal, 20);
        const auto json = QJsonDocument::fromJson(listWith(R"({ "id": 0, "title": 0, "kinds": 0, "near": 0, "nearMm": 0,
            "pages": 0, "everyPage": 0, "seam": 0, "atLeast": 0, "suggestion": 0 })"));
        for (const auto& member : json[u"requirements"_s][0].toObject().keys() + json.object().keys())
            QVERIFY2(documents(u"checklists.md"_s, member), qPrintable(member));
    }

    void speaksTheUsersLanguageWhereTheFileDoes()
    {
        const auto titleIn = [](const QByteArray& title, const QLocale& language) {
            const auto list = plan::parseChecklist(
                R"({ "version": 1, "id": "l", "requirements": [], "title": )" + title + "}", language);
            return list ? list->title : list.error().detail;
        };
        QCOMPARE(titleIn(R"({ "en": "bid", "zh": "标书" })", kChinese), u"标书"_s);
        QCOMPARE(titleIn(R"({ "en": "bid", "zh": "标书" })", kEnglish), u"bid"_s);
        QCOMPARE(titleIn(R"({ "en": "bid", "zh": "标书" })", QLocale(QLocale::French)), u"bid"_s);
        QCOMPARE(titleIn(R"({ "zh": "标书" })", kEnglish), u"标书"_s);
        QCOMPARE(titleIn(R"("标书")", kEnglish), u"标书"_s);
        QVERIFY(titleIn("{}", kEnglish).startsWith(u"title: is a text"_s));
        QVERIFY(titleIn("7", kEnglish).startsWith(u"title: is a text"_s));
    }

    void saysWhereAndWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const QByteArray& json, const QString& problem) {
            QTest::newRow(name) << json << u"checklist-invalid: "_s + problem;
        };
        row("no JSON", "{\n oops", u"line 2: "_s);
        row("no version", R"({ "id": "l", "title": "t", "requirements": [] })", u"version: is missing"_s);
        row("version of tomorrow", R"({ "version": 2 })", u"version: made for a later"_s);
        row("no id", R"({ "version": 1, "title": "t", "requirements": [] })", u"id: is missing"_s);
        row("misspelt member", listWith(R"({ "id": "a", "title": "t", "kinds": ["company"], "every": true })"),
            u"requirements[0].every: is not known"_s);
        row("no kinds", listWith(R"({ "id": "a", "title": "t", "kinds": [] })"),
            u"requirements[0].kinds: names no kind"_s);
        row("misspelt kind", listWith(R"({ "id": "a", "title": "t", "kinds": ["compnay"] })"),
            u"requirements[0].kinds: is one of company"_s);
        row("kind as a number", listWith(R"({ "id": "a", "title": "t", "kinds": [1] })"),
            u"requirements[0].kinds: is an array"_s);
        row("distance from nothing", listWith(R"({ "id": "a", "title": "t", "kinds": ["company"], "nearMm": 5 })"),
            u"requirements[0].nearMm: needs a text"_s);
        row("none of them", listWith(R"({ "id": "a", "title": "t", "kinds": ["company"], "atLeast": 0 })"),
            u"requirements[0].atLeast: is a whole number"_s);
        row("flag as a text", listWith(R"({ "id": "a", "title": "t", "kinds": ["company"], "seam": "yes" })"),
            u"requirements[0].seam: is true or false"_s);
        row("suggestion without rule",
            listWith(R"({ "id": "a", "title": "t", "kinds": ["company"], "suggestion": {} })"),
            u"requirements[0].suggestion.rule: is exactly one"_s);
        row("same id twice",
            listWith(
                R"({ "id": "a", "title": "t", "kinds": ["company"] }, { "id": "a", "title": "t", "kinds": ["date"] })"),
            u"requirements[1].id: is another requirement's too"_s);
        row("too large", QByteArray(1024 * 1024 + 1, ' '), u"larger than"_s);
    }
    void saysWhereAndWhatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, problem);
        const QString found = problemOf(json);
        QVERIFY2(found.startsWith(problem), qPrintable(found));
    }

    void survivesDamagedFiles()
    {
        QRandomGenerator random(13);
        QFile own(QStringLiteral(BIDSEAL_SOURCE_DIR "/resources/checklists/supplier.json"));
        QVERIFY(own.open(QIODevice::ReadOnly));
        const QByteArray good = own.readAll();
        int refused = 0;
        for (int i = 0; i < 1000; ++i) {
            auto json = good;
            for (int k = random.bounded(1, 6); k > 0; --k) {
                const auto at = random.bounded(static_cast<int>(json.size()));
                if (random.bounded(2))
                    json[at] = static_cast<char>(random.bounded(256));
                else
                    json.remove(at, random.bounded(1, 40));
            }
            if (const auto list = plan::parseChecklist(json, kChinese); !list) {
                ++refused;
                QCOMPARE(list.error().code, ErrorCode::ChecklistInvalid);
            }
        }
        QVERIFY(refused > 500);
    }

    void namesTheFileThatCannotBeUsed()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"检查单.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        const auto bad = plan::readChecklist(file.fileName(), kChinese);
        QCOMPARE(bad.error().code, ErrorCode::ChecklistInvalid);
        QCOMPARE(bad.error().facts.name, u"检查单.json"_s);
        QCOMPARE(plan::readChecklist(folder.filePath(u"gone.json"_s), kChinese).error().code, ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(tst_Checklist)
#include "tst_Checklist.moc"
