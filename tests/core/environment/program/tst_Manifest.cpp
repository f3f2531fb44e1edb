#include "core/environment/program/Manifest.h"
#include "tests/support/ForeignTools.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal::environment;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDigest(64, 'a');
const QByteArray kHead("BidSeal manifest 1 0.1.0\n");

QByteArray entry(const QByteArray& path) { return kDigest + "  " + path + '\n'; }

} // namespace

/// A signature only says who wrote a manifest: what stands in it is still read strictly.
class tst_Manifest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItsFormSays();
    void refusesWhatIsNotOfThatForm_data();
    void refusesWhatIsNotOfThatForm();
    void refusesWhatIsTooLarge();
    void hashesFilesLargerThanABlock();
    void stopsWhenAsked();
    void hashesNothingButFiles();
};

void tst_Manifest::readsWhatItsFormSays()
{
    const auto manifest = readManifest(kHead + entry("bidseal") + entry("docs/使用说明.txt"));
    QVERIFY2(manifest, qPrintable(manifest ? QString() : manifest.error()));
    QCOMPARE(manifest->version, u"0.1.0"_s);
    QCOMPARE(manifest->entries.size(), 2U);
    QCOMPARE(manifest->entries[1].path, u"docs/使用说明.txt"_s);
    QCOMPARE(manifest->entries[1].sha256, QByteArray::fromHex(kDigest));
    QVERIFY(manifest->lists(u"bidseal"_s));
    QVERIFY(!manifest->lists(u"bidseal-cli"_s));
}

void tst_Manifest::refusesWhatIsNotOfThatForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another version of the form") << "BidSeal manifest 2 0.1.0\n" + entry("a");
    QTest::newRow("no version") << "BidSeal manifest 1 \n" + entry("a");
    QTest::newRow("no files") << kHead;
    QTest::newRow("cut off") << kHead + entry("a").chopped(1);
    QTest::newRow("upper case") << kHead + kDigest.toUpper() + "  a\n";
    QTest::newRow("short digest") << kHead + kDigest.chopped(2) + "  a\n";
    QTest::newRow("one space") << kHead + kDigest + " a\n";
    QTest::newRow("binary mark") << kHead + kDigest + " *a\n";
    QTest::newRow("no path") << kHead + entry("");
    QTest::newRow("above") << kHead + entry("../bidseal");
    QTest::newRow("above, inside") << kHead + entry("a/../../bidseal");
    QTest::newRow("absolute") << kHead + entry("/usr/bin/bidseal");
    QTest::newRow("drive") << kHead + entry("C:/bidseal.exe");
    QTest::newRow("stream") << kHead + entry("bidseal.exe:hidden");
    QTest::newRow("backslash") << kHead + entry("..\\bidseal");
    QTest::newRow("here") << kHead + entry("./bidseal");
    QTest::newRow("double slash") << kHead + entry("a//b");
    QTest::newRow("null") << kHead + entry(QByteArray("a\0b", 3));
    QTest::newRow("carriage return") << kHead + entry("a\r");
    QTest::newRow("not UTF-8") << kHead + entry("\xff\xfe");
    QTest::newRow("too long") << kHead + entry(QByteArray(2000, 'a'));
    QTest::newRow("not in order") << kHead + entry("b") + entry("a");
    QTest::newRow("twice") << kHead + entry("a") + entry("a");
    QTest::newRow("empty line") << kHead + entry("a") + "\n";
}

void tst_Manifest::refusesWhatIsNotOfThatForm()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!readManifest(text));
}

void tst_Manifest::refusesWhatIsTooLarge()
{
    auto text = kHead;
    for (int i = 0; text.size() <= kLargestManifest; ++i)
        text += entry(QByteArray::number(i).rightJustified(200, '0'));
    QVERIFY(!readManifest(text));
}

void tst_Manifest::hashesFilesLargerThanABlock()
{
    const QTemporaryDir folder;
    const QByteArray content(3 * 1024 * 1024 + 7, 'x');
    QVERIFY(writeFile(folder.filePath(u"large"_s), content));
    const Manifest manifest { u"1"_s,
        { { u"large"_s, QCryptographicHash::hash(content, QCryptographicHash::Sha256) } } };
    QVERIFY(compareWithManifest(folder.path(), manifest, {})->altered.isEmpty());
    QVERIFY(writeFile(folder.filePath(u"large"_s), content.chopped(1) + 'y'));
    QCOMPARE(compareWithManifest(folder.path(), manifest, {})->altered, QStringList { u"large"_s });
}

void tst_Manifest::stopsWhenAsked()
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"a"_s), "content"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!compareWithManifest(folder.path(), { u"1"_s, { { u"a"_s, QByteArray(32, 'x') } } }, stop.get_token()));
}

void tst_Manifest::hashesNothingButFiles()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"a"_s));
    const auto differences = compareWithManifest(folder.path(), { u"1"_s, { { u"a"_s, QByteArray(32, 'x') } } }, {});
    QCOMPARE(differences->unreadable, QStringList { u"a"_s });
}

QTEST_GUILESS_MAIN(tst_Manifest)
#include "tst_Manifest.moc"
