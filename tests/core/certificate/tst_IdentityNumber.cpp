#include "core/certificate/IdentityNumber.h"

#include <QTest>

using namespace bidseal::certificate;
using namespace Qt::StringLiterals;

class tst_IdentityNumber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownCreditCodesAreAccepted_data()
    {
        QTest::addColumn<QString>("code");
        for (const auto& code :
            { u"91350100M000100Y43"_s, u"91110108551385082Q"_s, u"91310000631696382C"_s, u"91440300708461136T"_s })
            QTest::newRow(qPrintable(code)) << code;
    }
    void knownCreditCodesAreAccepted()
    {
        QFETCH(QString, code);
        QVERIFY(isCreditCode(code));
    }

    void anyOneWrongCharacterIsNoticed()
    {
        const auto code = u"91350100M000100Y43"_s;
        const auto alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY"_s;
        for (qsizetype at = 0; at < code.size(); ++at) {
            for (const QChar c : alphabet) {
                auto wrong = code;
                wrong[at] = c;
                QCOMPARE(isCreditCode(wrong), wrong == code);
            }
        }
    }

    void whatIsNoCreditCodeIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("one short") << u"91350100M000100Y4"_s;
        QTest::newRow("one long") << u"91350100M000100Y430"_s;
        QTest::newRow("lower case") << u"91350100m000100y43"_s;
        QTest::newRow("a letter that is not used") << u"91350100I000100Y43"_s;
        QTest::newRow("letters in the division") << u"91ABCDEFM000100Y43"_s;
        QTest::newRow("full-width digits") << u"９１350100M000100Y43"_s;
    }
    void whatIsNoCreditCodeIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!isCreditCode(text));
    }

    void knownPersonalIdsAreAccepted()
    {
        QVERIFY(isPersonalId(u"11010519491231002X"));
        QVERIFY(isPersonalId(u"11010519491231002x"));
        QVERIFY(isPersonalId(u"440524188001010014"));
    }

    void whatIsNoPersonalIdIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("wrong check digit") << u"110105194912310021"_s;
        QTest::newRow("no such day") << u"110105194902300020"_s;
        QTest::newRow("X in the middle") << u"1101051949123100X2"_s;
        QTest::newRow("one short") << u"1101051949123100X"_s;
    }
    void whatIsNoPersonalIdIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!isPersonalId(text));
    }

    void onlyAPossibleBirthDateMakesAPersonalId()
    {
        int possible = 0;
        for (const auto& date : { u"19491231"_s, u"19490231"_s, u"17491231"_s, u"21001231"_s, u"19491301"_s }) {
            for (const QChar check : u"0123456789X"_s)
                possible += isPersonalId(u"110105"_s + date + u"002"_s + check);
        }
        QCOMPARE(possible, 1);
    }

    void masksTheMiddleAndNothingElse()
    {
        QCOMPARE(maskPersonalIds(u"张三 11010519491231002X，经办人"_s), u"张三 1101***********02X，经办人"_s);
        QCOMPARE(maskPersonalIds(u"示例公司 91350100M000100Y43"_s), u"示例公司 91350100M000100Y43"_s);
        QCOMPARE(maskPersonalIds(QString()), QString());
    }

    void masksEveryNumberWhereverItIsGlued()
    {
        QCOMPARE(
            maskPersonalIds(u"SF11010519491231002X440524188001010014"_s), u"SF1101***********02X4405***********014"_s);
        QCOMPARE(maskPersonalIds(u"011010519491231002X7"_s), u"01101***********02X7"_s);
    }
};

QTEST_GUILESS_MAIN(tst_IdentityNumber)
#include "tst_IdentityNumber.moc"
