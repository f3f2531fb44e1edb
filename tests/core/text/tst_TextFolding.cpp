#include "core/text/TextFolding.h"

#include <QTest>

using namespace bidseal::text;

class tst_TextFolding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makesAlikeWhatReadsAlike_data();
    void makesAlikeWhatReadsAlike();
    void keepsApartWhatIsDifferent();
    void pointsBackToTheRawText();
    void leavesNoRadicalThatHasAnIdeograph();
};

void tst_TextFolding::makesAlikeWhatReadsAlike_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("typed");
    const auto row
        = [](const char* name, const QString& page, const QString& typed) { QTest::newRow(name) << page << typed; };
    row("Kangxi radical", QStringLiteral("法定代表\u2F08"), QStringLiteral("法定代表人"));
    row("CJK radical", QStringLiteral("第三\u2EDA"), QStringLiteral("第三页"));
    row("several radicals", QStringLiteral("\u2ED3\u2ECB\u2EE2"), QStringLiteral("长车马"));
    row("capital letters", QStringLiteral("BidSeal"), QStringLiteral("bidSEAL"));
    row("full width", QStringLiteral("ＡＢＣ１２３"), QStringLiteral("abc123"));
    row("blanks between characters", QStringLiteral("投 标\r\n函"), QStringLiteral("投标函"));
    row("blanks beside figures", QStringLiteral("第 3 页"), QStringLiteral("第3页"));
    row("white space between words", QStringLiteral("sample\r\n  page"), QStringLiteral("sample page"));
    row("full-width brackets", QStringLiteral("（签字或盖章）"), QStringLiteral("(签字或盖章)"));
    row("brackets of all kinds", QStringLiteral("〔甲〕【乙】［丙］「丁」{戊}"),
        QStringLiteral("(甲)(乙)(丙)(丁)(戊)"));
    row("vertical brackets", QStringLiteral("法定代表人︵签字︶"), QStringLiteral("法定代表人（签字）"));
    row("titles", QStringLiteral("《投标函》"), QStringLiteral("〈投标函〉"));
    row("dashes", QStringLiteral("甲——乙–丙"), QStringLiteral("甲—乙-丙"));
    row("dots", QStringLiteral("阿·凡•提・"), QStringLiteral("阿•凡·提·"));
    row("colons", QStringLiteral("投标人∶"), QStringLiteral("投标人:"));
    row("noughts", QStringLiteral("二○二六年"), QStringLiteral("二〇二六年"));
    row("blanks beside signs", QStringLiteral("a & b （ c ）"), QStringLiteral("a&b(c)"));
    row("which shape of a rare character", QStringLiteral("\U00020BB7\U000E0100野"), QStringLiteral("\U00020BB7野"));
    row("a rare character's compatibility form", QStringLiteral("\U0002F800"), QStringLiteral("丽"));
    row("soft hyphen", QStringLiteral("con\u00ADtract"), QStringLiteral("contract"));
    row("ligature", QStringLiteral("o\uFB03ce"), QStringLiteral("office"));
}

void tst_TextFolding::makesAlikeWhatReadsAlike()
{
    QFETCH(QString, page);
    QFETCH(QString, typed);
    QCOMPARE(fold(page).text, fold(typed).text);
}

void tst_TextFolding::keepsApartWhatIsDifferent()
{
    QVERIFY(fold(QStringLiteral("已盖章")).text != fold(QStringLiteral("己盖章")).text);
    QVERIFY(fold(QStringLiteral("（甲")).text != fold(QStringLiteral("）甲")).text);
    QVERIFY(fold(QStringLiteral("一")).text != fold(QStringLiteral("—")).text);
    QVERIFY(fold(QStringLiteral("\U00020BB7")).text != fold(QStringLiteral("吉")).text);
    QVERIFY(fold(QStringLiteral("sample page")).text != fold(QStringLiteral("samplepage")).text);
}

void tst_TextFolding::pointsBackToTheRawText()
{
    const QString raw = QStringLiteral("甲方： 法 定代\r\n表\u2F08 签字 o\uFB03ce");
    const FoldedText folded = fold(raw);

    const auto person = findFolded(folded, fold(QStringLiteral("法定代表人")).text);
    QCOMPARE(person.size(), std::size_t(1));
    QCOMPARE(raw.mid(person[0].start, person[0].length), QStringLiteral("法 定代\r\n表\u2F08"));

    const auto office = findFolded(folded, QStringLiteral("office"));
    QCOMPARE(office.size(), std::size_t(1));
    QCOMPARE(raw.mid(office[0].start, office[0].length), QStringLiteral("o\uFB03ce"));

    QCOMPARE(findFolded(fold(QStringLiteral("aaaa")), QStringLiteral("aa")).size(), std::size_t(2));
}

void tst_TextFolding::leavesNoRadicalThatHasAnIdeograph()
{
    for (char16_t radical = 0x2F00; radical <= 0x2FD5; ++radical)
        QVERIFY(fold(QString(QChar(radical))).text.at(0).unicode() != radical);
    // The ones that stand in for whole characters in ordinary text.
    const QString radicals = QStringLiteral("⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳");
    const QString expected = QStringLiteral("母民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟");
    QCOMPARE(fold(radicals).text, expected);
}

QTEST_GUILESS_MAIN(tst_TextFolding)
#include "tst_TextFolding.moc"
