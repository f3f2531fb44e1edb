#include "core/environment/Catalogue.h"
#include "core/environment/PolicyFile.h"
#include "core/environment/SelfCheck.h"
#include "core/environment/display/ChineseFontsCheck.h"
#include "core/environment/display/DisplayScaleCheck.h"
#include "tests/support/ForeignTools.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal::environment;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

/// In a process of its own, as always.
Finding fontsFinding()
{
    const auto report = runChecks(*checksNamed({ u"chinese-fonts"_s }), {}, standardPolicy());
    return report.results.front().finding;
}

/// Programs that are started while this lives see these folders' fonts alone.
class OnlyFontsIn {
public:
    explicit OnlyFontsIn(const QByteArray& folders)
    {
        const QByteArray settings = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
            + folders + "<cachedir>" + m_folder.filePath(u"cache"_s).toUtf8() + "</cachedir></fontconfig>";
        if (!writeFile(m_folder.filePath(u"fonts.conf"_s), settings))
            qFatal("the settings cannot be written");
        qputenv("FONTCONFIG_FILE", m_folder.filePath(u"fonts.conf"_s).toUtf8());
    }
    ~OnlyFontsIn() { qunsetenv("FONTCONFIG_FILE"); }
    Q_DISABLE_COPY_MOVE(OnlyFontsIn)

private:
    QTemporaryDir m_folder;
};

Finding scaleFinding(double scale, QSize pixels)
{
    Situation situation;
    situation.screen = Screen { scale, pixels };
    return DisplayScaleCheck().measure(situation, {}, {});
}

} // namespace

class tst_DisplayChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chineseCanBeDrawnHere();
    void findsAComputerWithoutFonts();
    void findsAComputerWithWesternFontsOnly();
    void couldNotTellWithoutAGui();

    void findsAScreenThatIsTooSmall_data();
    void findsAScreenThatIsTooSmall();
    void passesAnOrdinaryScreen_data();
    void passesAnOrdinaryScreen();
    void isNotForTheCommandLine();
};

void tst_DisplayChecks::chineseCanBeDrawnHere()
{
    if (!runTool(u"fc-list"_s, { u":lang=zh-cn"_s }).output.contains(u":"_s))
        QSKIP("no Chinese font is installed");
    const auto finding = fontsFinding();
    QVERIFY2(finding.outcome == Outcome::Passed, qPrintable(finding.found));
}

void tst_DisplayChecks::findsAComputerWithoutFonts()
{
    const OnlyFontsIn nothing("");
    const auto finding = fontsFinding();
    QVERIFY2(finding.outcome == Outcome::Warning, qPrintable(finding.found));
    QCOMPARE(finding.code, u"none"_s);
    QVERIFY(!finding.meaning.isEmpty());
    QVERIFY(finding.remedy.text.contains(u"fonts-noto-cjk"_s));
}

void tst_DisplayChecks::findsAComputerWithWesternFontsOnly()
{
    if (!QDir(u"/usr/share/fonts/truetype"_s).exists())
        QSKIP("no western fonts in a folder of their own");
    const OnlyFontsIn western("<dir>/usr/share/fonts/truetype/dejavu</dir>");
    QCOMPARE(fontsFinding().code, u"none"_s);
}

void tst_DisplayChecks::couldNotTellWithoutAGui()
{
    QCOMPARE(ChineseFontsCheck().measure({}, {}, {}).outcome, Outcome::CouldNotTell);
}

void tst_DisplayChecks::findsAScreenThatIsTooSmall_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("pixels");
    QTest::newRow("old projector") << 1.0 << QSize(800, 600);
    QTest::newRow("notebook at 200 %") << 2.0 << QSize(1920, 1080);
    QTest::newRow("too low") << 1.0 << QSize(1366, 699);
    QTest::newRow("on its side at 150 %") << 1.5 << QSize(1080, 1920);
}

void tst_DisplayChecks::findsAScreenThatIsTooSmall()
{
    QFETCH(const double, scale);
    QFETCH(const QSize, pixels);
    const auto finding = scaleFinding(scale, pixels);
    QCOMPARE(finding.outcome, Outcome::Warning);
    QVERIFY(!finding.meaning.isEmpty());
    QVERIFY(!finding.remedy.text.isEmpty());
    const auto sentence = filled(finding.found, finding.facts, Disclosure::Full);
    const auto room = u"%1 × %2"_s.arg(pixels.width() / scale).arg(pixels.height() / scale);
    QVERIFY2(sentence.contains(room), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"%1 %"_s.arg(scale * 100)), qPrintable(sentence));
}

void tst_DisplayChecks::passesAnOrdinaryScreen_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("pixels");
    QTest::newRow("the least") << 1.0 << QSize(1024, 700);
    QTest::newRow("office") << 1.0 << QSize(1920, 1080);
    QTest::newRow("4K at 200 %") << 2.0 << QSize(3840, 2160);
    QTest::newRow("small notebook") << 1.0 << QSize(1366, 768);
}

void tst_DisplayChecks::passesAnOrdinaryScreen()
{
    QFETCH(const double, scale);
    QFETCH(const QSize, pixels);
    QCOMPARE(scaleFinding(scale, pixels).outcome, Outcome::Passed);
}

void tst_DisplayChecks::isNotForTheCommandLine()
{
    QCOMPARE(DisplayScaleCheck().measure({}, {}, {}).outcome, Outcome::NotApplicable);
}

QTEST_GUILESS_MAIN(tst_DisplayChecks)
#include "tst_DisplayChecks.moc"
