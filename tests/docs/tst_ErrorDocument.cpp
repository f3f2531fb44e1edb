#include "core/base/ErrorSentence.h"

#include <QFile>
#include <QTest>

using namespace bidseal;
using namespace Qt::StringLiterals;

/// docs/errors.md says for every code what the screen says: | `code` | happened | usual cause | what to do |
class tst_ErrorDocument : public QObject {
    Q_OBJECT

private:
    QHash<QString, QStringList> m_rows;

    /// Names and values as the document writes them.
    static ErrorSentence documented(ErrorCode code)
    {
        ErrorFacts facts;
        if (code != ErrorCode::RelayAddressInvalid) // with a name it is about a file: the document says the usual case
            facts.name = u"NAME"_s;
        facts.date = QDateTime(QDate(2026, 1, 31), QTime(12, 0));
        facts.bytes = 1 << 30;
        facts.page = 3;
        return errorSentence({ code, {}, facts });
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QFile document(QStringLiteral(BIDSEAL_SOURCE_DIR "/docs/errors.md"));
        QVERIFY2(document.open(QIODevice::ReadOnly | QIODevice::Text), qPrintable(document.errorString()));
        for (const auto& line : QString::fromUtf8(document.readAll()).split(u'\n')) {
            const auto cells = line.split(u" | "_s);
            if (line.startsWith(u"| `"_s) && cells.size() == 4)
                m_rows.insert(cells[0].mid(3).chopped(1), { cells[1], cells[2], cells[3].chopped(2) });
        }
    }

    void everyCodeIsExplained()
    {
        for (const ErrorCode code : allErrorCodes()) {
            const auto name = errorCodeName(code);
            const auto sentence = documented(code);
            const auto row = m_rows.take(name);
            QVERIFY2(!row.isEmpty(), qPrintable(u"docs/errors.md has no row for "_s + name));
            QCOMPARE(row[0], sentence.happened);
            QVERIFY2(!row[1].isEmpty(), qPrintable(u"no cause is given for "_s + name));
            QCOMPARE(row[2], sentence.todo);
        }
        QVERIFY2(
            m_rows.isEmpty(), qPrintable(u"docs/errors.md explains what is no error: "_s + m_rows.keys().join(u' ')));
    }
};

QTEST_GUILESS_MAIN(tst_ErrorDocument)
#include "tst_ErrorDocument.moc"
