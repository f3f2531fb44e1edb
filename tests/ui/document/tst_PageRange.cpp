#include "ui/document/PageRange.h"

#include <QTest>

using bidseal::document::parsePageRange;

class tst_PageRange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void understandsWhatPeopleWrite_data();
    void understandsWhatPeopleWrite();
    void refusesWhatIsNotThere_data();
    void refusesWhatIsNotThere();
};

void tst_PageRange::understandsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("pages");
    QTest::newRow("one") << QStringLiteral("8") << QList<int> { 7 };
    QTest::newRow("range and one") << QStringLiteral("1-3,8") << QList<int> { 0, 1, 2, 7 };
    QTest::newRow("blanks") << QStringLiteral(" 1 - 3 , 8 ") << QList<int> { 0, 1, 2, 7 };
    QTest::newRow("Chinese comma and dash") << QStringLiteral("1－3，8") << QList<int> { 0, 1, 2, 7 };
    QTest::newRow("enumeration comma, until") << QStringLiteral("1至3、8") << QList<int> { 0, 1, 2, 7 };
    QTest::newRow("full width digits") << QStringLiteral("１～３") << QList<int> { 0, 1, 2 };
    QTest::newRow("doubles and disorder") << QStringLiteral("8,2-3,3") << QList<int> { 1, 2, 7 };
}

void tst_PageRange::understandsWhatPeopleWrite()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, pages);
    const auto parsed = parsePageRange(text, 12);
    QVERIFY(parsed);
    QCOMPARE(QList<int>(parsed->begin(), parsed->end()), pages);
}

void tst_PageRange::refusesWhatIsNotThere_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : { "", ",", "0", "13", "3-1", "1-13", "a", "1--3", "1-2-3", "-3", "999999999999" })
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_PageRange::refusesWhatIsNotThere()
{
    QFETCH(QString, text);
    QVERIFY(!parsePageRange(text, 12));
}

QTEST_GUILESS_MAIN(tst_PageRange)
#include "tst_PageRange.moc"
