#include "tests/support/ForeignProcess.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context, source, translation;
    bool finished = true;
};

QList<Message> messagesOf(const QString& file)
{
    QFile ts(file);
    if (!ts.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file));
    QXmlStreamReader xml(&ts);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            messages.append({ context, xml.readElementText(), {}, true });
        else if (xml.name() == "translation"_L1) {
            messages.last().finished = !xml.attributes().hasAttribute("type"_L1);
            messages.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return messages;
}

QStringList placeholdersIn(const QString& text)
{
    static const QRegularExpression placeholder(u"%(\\d|n)|\\{\\w+\\}"_s);
    QStringList found;
    for (const auto& match : placeholder.globalMatch(text))
        if (!found.contains(match.captured()))
            found << match.captured();
    found.sort();
    return found;
}

} // namespace

class tst_Translations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStringHasItsTranslation_data();
    void everyStringHasItsTranslation();
    void placeholdersSurvive();
    void chineseIsChinese();
    void theProgramCarriesThem();
};

void tst_Translations::everyStringHasItsTranslation_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Chinese") << u"zh_CN"_s << QStringList();
    QTest::newRow("English plurals") << u"en"_s << QStringList { u"-pluralonly"_s };
}

/// Reads the sources anew into a copy: what has no translation yet comes out as unfinished.
void tst_Translations::everyStringHasItsTranslation()
{
    QFETCH(QString, language);
    QFETCH(QStringList, options);
    const QTemporaryDir folder;
    const auto name = u"bidseal_%1.ts"_s.arg(language);
    const auto copy = folder.filePath(name);
    QVERIFY(QFile::copy(QDir(BIDSEAL_SOURCE).filePath(u"translations/"_s + name), copy));
    bidseal::testing::ForeignProcess lupdate;
    lupdate.setFolder(BIDSEAL_SOURCE);
    lupdate.start(BIDSEAL_LUPDATE,
        QStringList { u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s, u"app"_s, u"core"_s, u"ui"_s,
            u"-source-language"_s, u"en"_s, u"-target-language"_s, language }
            + options + QStringList { u"-ts"_s, copy });
    QVERIFY(lupdate.waitForEnd(60'000));
    QCOMPARE(lupdate.exitCode(), std::optional(0));
    const auto messages = messagesOf(copy);
    QVERIFY(messages.size() > 5);
    for (const auto& message : messages)
        QVERIFY2(message.finished && !message.translation.isEmpty(),
            qPrintable(
                u"%1: %2 (cmake --build … --target update-translations)"_s.arg(message.context, message.source)));
}

void tst_Translations::placeholdersSurvive()
{
    for (const auto& message : messagesOf(QDir(BIDSEAL_SOURCE).filePath(u"translations/bidseal_zh_CN.ts"_s)))
        QVERIFY2(placeholdersIn(message.source) == placeholdersIn(message.translation), qPrintable(message.source));
}

void tst_Translations::chineseIsChinese()
{
    static const QRegularExpression word(u"[A-Za-z]{3,}[^.]* [a-z]{3,}"_s);
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    for (const auto& message : messagesOf(QDir(BIDSEAL_SOURCE).filePath(u"translations/bidseal_zh_CN.ts"_s)))
        if (word.match(message.source).hasMatch())
            QVERIFY2(chinese.match(message.translation).hasMatch(), qPrintable(message.source));
}

void tst_Translations::theProgramCarriesThem()
{
    QTranslator chinese;
    QVERIFY(chinese.load(u":/i18n/bidseal_zh_CN.qm"_s));
    QCOMPARE(chinese.translate("bidseal::window::DocumentToolBar", "Sign"), u"签章"_s);
    QTranslator english;
    QVERIFY(english.load(u":/i18n/bidseal_en.qm"_s));
}

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_Translations.moc"
