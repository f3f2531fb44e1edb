#include "core/base/ErrorSentence.h"

#include <QTest>

using namespace bidseal;
using namespace Qt::StringLiterals;

class tst_ErrorSentence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnName()
    {
        QSet<QString> names;
        for (const ErrorCode code : allErrorCodes()) {
            const QString name = errorCodeName(code);
            QVERIFY2(QRegularExpression(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s).match(name).hasMatch(), qPrintable(name));
            names.insert(name);
        }
        QCOMPARE(names.size(), allErrorCodes().size());
    }

    void everyCodeSaysWhatHappenedAndWhatToDo()
    {
        QSet<QString> sentences;
        for (const ErrorCode code : allErrorCodes()) {
            const auto sentence = errorSentence({ code, u"detail for the log"_s, {} });
            const QByteArray name = errorCodeName(code).toUtf8();
            QVERIFY2(sentence.happened.endsWith(u'.'), name);
            QVERIFY2(sentence.todo.endsWith(u'.'), name);
            QVERIFY2(!sentence.happened.contains(u"detail"_s), name);
            QVERIFY2(!sentence.happened.contains(u"%1"_s) && !sentence.happened.contains(u"%2"_s), name);
            sentences.insert(sentence.happened);
        }
        QCOMPARE(sentences.size(), allErrorCodes().size());
    }

    void namesTheHolderAndTheDayOfExpiry()
    {
        ErrorFacts facts;
        facts.name = u"示例公司"_s;
        facts.date = QDateTime(QDate(2025, 3, 1), QTime(12, 0), Qt::UTC);
        const auto sentence = errorSentence({ ErrorCode::CertificateExpired, {}, facts });
        QVERIFY(sentence.happened.contains(u"示例公司"_s));
        QVERIFY(sentence.happened.contains(u"2025"_s));
    }
};

QTEST_GUILESS_MAIN(tst_ErrorSentence)
#include "tst_ErrorSentence.moc"
