#include "app/bidseal/StartOptions.h"

#include <QDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using bidseal::app::readStartOptions;

class tst_StartOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filesAreMadeAbsolute();
    void filesMayBeNamedByAddresses();
    void theEnvironmentNamesALanguageWhereNobodyElseDoes();
    void nothingBesideALinkIsLookedAt_data();
    void nothingBesideALinkIsLookedAt();
};

void tst_StartOptions::filesAreMadeAbsolute()
{
    const auto options = readStartOptions({ u"投标 文件.pdf"_s, u"--language"_s, u"en"_s });
    QCOMPARE(options.language, u"en"_s);
    QCOMPARE(options.paths, QStringList { QDir::current().absoluteFilePath(u"投标 文件.pdf"_s) });
}

void tst_StartOptions::filesMayBeNamedByAddresses()
{
    const auto path = QDir::current().absoluteFilePath(u"投标 文件.pdf"_s);
    QCOMPARE(
        readStartOptions({ QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) }).paths, QStringList { path });
}

void tst_StartOptions::theEnvironmentNamesALanguageWhereNobodyElseDoes()
{
    qputenv("BIDSEAL_LANGUAGE", "zh_CN");
    QCOMPARE(readStartOptions({}).language, u"zh_CN"_s);
    QCOMPARE(readStartOptions({ u"--language=en"_s }).language, u"en"_s);
    QCOMPARE(readStartOptions({ u"bidseal:"_s }).language, u"zh_CN"_s);
    qunsetenv("BIDSEAL_LANGUAGE");
}

void tst_StartOptions::nothingBesideALinkIsLookedAt_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a link") << QStringList { u"bidseal:anything"_s };
    QTest::newRow("with a path") << QStringList { u"bidseal:///C:/secret.pdf"_s };
    QTest::newRow("in capitals") << QStringList { u"BidSeal:open?file=/etc/passwd"_s };
    QTest::newRow("a file behind it") << QStringList { u"bidseal:x"_s, u"/a.pdf"_s };
    QTest::newRow("a file before it") << QStringList { u"/a.pdf"_s, u"bidseal:x"_s };
    QTest::newRow("an option behind it") << QStringList { u"bidseal:x"_s, u"--language"_s, u"en"_s };
    QTest::newRow("an option of Qt's") << QStringList { u"bidseal:x"_s, u"-platformpluginpath"_s, u"//evil/share"_s };
}

void tst_StartOptions::nothingBesideALinkIsLookedAt()
{
    QFETCH(QStringList, arguments);
    const auto options = readStartOptions(arguments);
    QCOMPARE(options.paths, QStringList());
    QCOMPARE(options.language, QString());
}

QTEST_GUILESS_MAIN(tst_StartOptions)
#include "tst_StartOptions.moc"
